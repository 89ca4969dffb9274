//! An error as a person sees it. The page has words for every code, and only the page has words.

#![expect(
    missing_docs,
    reason = "each field is named by the sentence of its variant"
)]

use serde::Serialize;
use ts_rs::TS;

/// A server's complaint about one field, in the server's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldProblem {
    /// The server's name of the field.
    pub field: String,
    /// What it says.
    pub message: String,
}

/// In which way a certificate was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CertificateReason {
    /// Its time is over.
    Expired,
    /// Its time has not begun; often this machine's clock is wrong.
    NotYetValid,
    /// Nobody this system trusts has signed it.
    UnknownIssuer,
    /// It belongs to another host name.
    OtherName,
    /// It was withdrawn.
    Revoked,
    /// Anything else.
    Other,
}

/// What happened. A code exists because the page says or offers something of its own for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Problem {
    /// The typed address cannot be a server's.
    BadAddress,
    /// Plain http to another machine.
    PlainHttp,
    /// A website answers there, but not CoopCycle.
    NotCoopcycleWebsite { host: String },
    /// Nothing of the kind answers there (404).
    NotCoopcycleNothing { host: String },
    /// Another API answers there.
    NotCoopcycleOther { host: String },
    /// The address leads elsewhere.
    Redirected { to: String },
    /// The name is not known to DNS.
    Dns { host: String },
    /// Nobody listens there.
    ConnectionRefused { host: String },
    /// No answer in time.
    TimedOut { host: String },
    /// The certificate is not trusted.
    Certificate {
        host: String,
        reason: CertificateReason,
    },
    /// The network failed before anything was asked.
    Unreachable { host: String },
    /// The server was asked to change something, and the reply was lost.
    ReplyLost { host: String },
    /// User name or password wrong, or the account disabled.
    WrongPassword,
    /// The e-mailed code was not accepted.
    CodeRefused,
    /// The sign-in waiting for a code is over; sign in again.
    CodeLate,
    /// The account lacks `ROLE_ADMIN`.
    NotAdmin,
    /// The session is over and could not be revived.
    SignedOut { connection: Option<i64> },
    /// The server failed with that status.
    ServerError { host: String, status: u16 },
    /// The instance is under maintenance.
    Maintenance { host: String },
    /// The server asks for a slower pace.
    TooManyRequests { host: String },
    /// A page of the server is not as expected; with which one.
    FormChanged { page: String },
    /// The server showed the form again without saying why, twice.
    RejectedWithoutMessage,
    /// The server complains about fields.
    FieldsRefused { fields: Vec<FieldProblem> },
    /// A Store needs an address.
    AddressMissing,
    /// The address was not found on the map.
    AddressNotFound,
    /// The server has no such thing any more.
    NotOnServer,
    /// A page was larger than the limit.
    TooLarge { host: String },
    /// A name is blank.
    NameBlank,
    /// A name is longer than the limit in characters.
    NameTooLong { limit: u32 },
    /// A key without any scope could do everything.
    NoScope,
    /// A scope that does not fit with, or without, a Store.
    ScopeDoesNotFit { scope: String },
    /// This server wants a Store for every key.
    StoreNeeded,
    /// The typed name is not the one asked for.
    TypedNameDiffers,
    /// Renewing does not change an `ak_` value.
    ApiKeyNotRenewable,
    /// No Secret Service, or none reachable.
    KeychainAbsent,
    /// The keychain stayed locked.
    KeychainLocked,
    /// The keychain did not answer in time; it probably waits for its password.
    KeychainTimedOut,
    /// The keychain answers but refuses.
    KeychainRefused,
    /// The keychain has no room left.
    KeychainFull,
    /// The keychain has no such secret.
    SecretNotStored,
    /// Another program changed the secret in the keychain: it is not the one we put there.
    SecretChanged,
    /// The clipboard cannot be set here.
    ClipboardUnavailable,
    /// The clipboard was set, but read back as something else.
    ClipboardDiffers,
    /// The inventory was written by a newer program.
    InventoryNewer { found: u32, known: u32 },
    /// The disk is full.
    InventoryFull,
    /// The inventory cannot be written.
    InventoryReadOnly,
    /// Another program holds the inventory.
    InventoryBusy,
    /// Another Saddlebag has this data folder open.
    InventoryInUse,
    /// The chosen backup cannot be restored.
    BackupUnusable,
    /// The inventory failed otherwise.
    InventoryFailed { what: String },
    /// A record is not there any more.
    RecordGone,
    /// Several on the server could be what was asked for: the person decides.
    Undecided { intent: i64 },
    /// Something like it was asked for before and is still being looked for.
    StillLooking { host: String },
    /// The server answered with an error, and a look showed that nothing was made or changed.
    NothingDone { host: String },
    /// A draft that cannot be changed or sent any more: sent, deleted, or being looked for.
    DraftNotWaiting,
    /// The Store a key shall be for is not on the server, and no draft any more either.
    StoreMissing,
    /// Only a key the server has no more can be forgotten.
    StillOnServer,
    /// The export could not be written.
    ExportFailed { what: String },
    /// A file could not be read.
    FileUnreadable { what: String },
    /// A file is larger than this program reads.
    FileTooLarge { limit_mb: u32 },
    /// The file is not of that kind, or damaged.
    FileNotUnderstood,
    /// A newer program wrote the file.
    FileNewer,
    /// The words, or the password, do not open the file.
    WrongPassphrase,
    /// No column holds Identifiers or secrets.
    NoKeyColumn,
    /// What was previewed is not there any more: read the file again.
    ImportOver,
    /// Nothing was chosen to export.
    NothingToExport,
    /// A hand-over needs to know to whom.
    PersonMissing,
    /// The system opened no mail program.
    MailNotOpened { what: String },
    /// The system opened no folder, page or print dialog.
    NotOpened { what: String },
    /// A value is too long for a QR code.
    QrTooLong,
    /// This key is being replaced already.
    AlreadyRotating,
    /// A restaurant's key: only the server itself makes those.
    RestaurantKey,
    /// That step of the rotation is not the next one.
    RotationElsewhere,
    /// The page of an `ak_` key was not saved on the server yet: its value is the old one.
    NotReplacedYet,
    /// Nothing is being copied in turn.
    NoTurn,
    /// A website answers there, but not `WordPress`.
    NotWordpress { host: String },
    /// `WordPress` answers there, but `WooCommerce` is off or not there.
    NotWoocommerce { host: String },
    /// The site has no sign-in page at the usual address: it was moved.
    NoLoginPage { host: String },
    /// The given sign-in page is of another site.
    LoginElsewhere,
    /// The site signs in through another service: it has no password of its own.
    SingleSignOn { host: String },
    /// The sign-in page wants proof of a human.
    Captcha { host: String },
    /// A firewall or a limit of attempts answers instead of the site.
    SiteBlocked { host: String, status: u16 },
    /// The site refused the sign-in, in its own words.
    SignInRefused { host: String, message: String },
    /// The site wants a second factor that this program does not know.
    UnknownSecondFactor { host: String },
    /// The signed-in account may not manage `WooCommerce`.
    NoSiteRight { host: String },
    /// The signed-in account may not change that key.
    NotYourKey,
    /// The site refused, in its own words.
    SiteSays { host: String, message: String },
    /// A firewall or a plugin closes the site's REST routes.
    RestClosed { host: String, status: u16 },
    /// A description the site would change: a lone `0`, or one with `<` in it.
    DescriptionChanged,
    /// A consumer key was made and its secret lost with the reply: nobody has it.
    SecretNeverSeen { key: i64 },
    /// The pasted Consumer key is none.
    NoConsumerKey,
    /// The pasted Consumer secret is none.
    NoConsumerSecret,
    /// The site does not accept the pasted pair; nothing was kept.
    PairNotAccepted { status: crate::KeyStatus },
    /// The pasted pair is here already.
    PairKnown { key: i64 },
    /// What was asked is for consumer keys, or for all others.
    WrongKeyType,
    /// A consumer key is sent over https only, and the site answers over plain http.
    SitePlainHttp { host: String },
    /// A setting outside its limits.
    BadSetting { name: String },
    /// The person cancelled.
    Cancelled,
    /// The practice co-op could not start.
    PracticeFailed { what: String },
    /// This program itself failed: something its makers did not foresee.
    Internal { what: String },
    /// The practice co-op is not running.
    PracticeNotRunning,
}
