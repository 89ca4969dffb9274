//! Checking keys, and telling why one does not work.

#![expect(
    missing_docs,
    reason = "each field is named by the sentence of its variant"
)]

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The event `checking`: how far checking all keys is.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct CheckProgress {
    /// How many were checked.
    pub done: u32,
    /// Of how many.
    pub total: u32,
}

/// What checking all keys found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CheckReport {
    /// Keys that were checked.
    pub checked: u32,
    /// Those of them that work.
    pub works: u32,
    /// Those of them that do not.
    pub trouble: u32,
    /// Keys that could not be checked, because their secret is not in the keychain.
    pub without_secret: u32,
    /// Names of the connections whose server was not reached.
    pub unreached: Vec<String>,
    /// Whether the person stopped it.
    pub stopped: bool,
}

/// Three values as a web developer entered them.
#[derive(Deserialize, TS)]
pub struct EnteredValues {
    /// *Base URL*.
    pub base_url: String,
    /// *API Key*, the Identifier.
    pub identifier: String,
    /// *API Secret*, the Secret.
    pub secret: String,
}

/// A value that is entered in a plugin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EnteredField {
    /// *Base URL*.
    BaseUrl,
    /// *API Key*.
    Identifier,
    /// *API Secret*.
    Secret,
}

/// What is wrong, as a person can mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "cause", rename_all = "snake_case")]
pub enum Cause {
    /// A value has a space, a line break or an invisible character in it.
    WhiteSpace { field: EnteredField },
    /// A value is empty.
    Empty { field: EnteredField },
    /// Identifier and Secret were entered in each other's field.
    HalvesSwapped,
    /// A value was cut short, or holds something else.
    WrongLength {
        field: EnteredField,
        found: u32,
        expected: u32,
    },
    /// The base URL ends with a slash.
    BaseUrlSlash,
    /// The base URL has a path, a query or a fragment.
    BaseUrlPath,
    /// The base URL begins with `http://`.
    BaseUrlHttp,
    /// The base URL has, or lacks, the `www.` of the server's address.
    BaseUrlWww,
    /// The base URL is no web address at all.
    BaseUrlNoAddress,
    /// The base URL leads to another address.
    Redirected { to: String },
    /// The server's certificate is not trusted.
    Certificate,
    /// The Identifier belongs to another instance.
    OtherInstance { belongs_to: String },
    /// The address is none of the connections, so it was not asked.
    UnknownAddress,
    /// No CoopCycle instance answers there.
    NotCoopCycle,
    /// The deliveries scope is missing.
    LacksDeliveries,
    /// An `ak_` value, where a plugin wants Identifier and Secret.
    ApiKeyInstead,
    /// It opens another Store than it should.
    OpensAnotherStore { store: String },
    /// The Secret was renewed since.
    Renewed,
    /// The app's page was saved on the server since.
    Replaced,
    /// The Secret is not the one that belongs to the Identifier.
    SecretDiffers,
    /// No such Identifier is known.
    UnknownIdentifier,
    /// Not accepted, and nothing here tells why.
    Refused,
    /// The server is under maintenance.
    Maintenance,
    /// The server answers with an error.
    ServerDown { status: Option<u16> },
    /// The server was not reached.
    Unreachable,
    /// The Store has no time slot.
    NoTimeSlot,
    /// The key works without any scope.
    Unrestricted,
    /// The site answers over plain http, where consumer keys do not count.
    SitePlainHttp,
    /// The site has plain permalinks.
    PlainPermalinks,
    /// The web server keeps the header to itself that carries the consumer key.
    HeaderStripped,
    /// A proxy ends https in front of the site without telling it.
    HttpsHidden,
    /// Either of the two above; asking with the key in the address would tell.
    HeaderOrHttps,
    /// The key is not in the site's list any more.
    Revoked,
    /// The site has no such consumer key, or never got it: nobody is signed in to tell.
    NotRecognised,
    /// The key's owner may not manage the shop.
    OwnerLacksRight,
    /// The key's owner was deleted.
    OwnerGone,
    /// The key may not read.
    LacksRead,
    /// The key may not write.
    LacksWrite,
    /// No `WooCommerce` answers there.
    NotWooCommerce,
    /// A firewall or a plugin closes the site's REST routes.
    RestClosed,
    /// Everything works from here.
    NothingWrong,
}

/// One-click mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fix {
    /// Copy the right values in turn.
    CopyInTurn,
    /// Take the pair that the server shows now.
    TakeNewPair,
    /// Rotate to a key with the deliveries scope.
    Rotate,
    /// Choose a time slot for the Store.
    SetTimeSlot,
    /// Read the server again.
    Refresh,
    /// Ask once with the key in the address, which the web server may write down.
    AskInAddress,
    /// Give the key another permission.
    ChangePermission,
    /// Revoke it, and make another like it.
    Remake,
}

/// A step of the plugin's own way, and what is looked at besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DiagnosisStep {
    /// The values as they were entered.
    Values,
    /// Is it an instance?
    Entrypoint,
    /// A token for deliveries.
    Token,
    /// Which app answers.
    WhoAmI,
    /// The Store.
    Store,
    /// The Store's time slot.
    TimeSlot,
    /// The site's REST root.
    SiteRoot,
    /// Reading with the consumer key.
    Reading,
    /// Writing with the consumer key, where nothing can be written.
    Writing,
    /// The site's list of keys.
    KeyList,
    /// The same with the key in the address, after asking.
    InAddress,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepOutcome {
    /// As it should be.
    Passed,
    /// It works, but something needs a look.
    Doubtful,
    /// Here it ends.
    Failed,
    /// It did not come to that.
    NotReached,
}

/// What the WordPress plugin shows in this case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "shows", rename_all = "snake_case")]
pub enum PluginMessage {
    /// "Server is not compatible with CoopCycle".
    NotCompatible,
    /// "API credentials are not valid".
    CredentialsNotValid,
    /// The settings page breaks.
    Broken,
    /// `Connected to app "…"`.
    Connected { app: String },
    /// Nothing that one could see.
    Silent,
}

/// A cause and what mends it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundCause {
    /// What is wrong.
    pub cause: Cause,
    /// What one click can do about it.
    pub fix: Option<Fix>,
}

/// A step and what came of it.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct DiagnosedStep {
    /// Which.
    pub step: DiagnosisStep,
    /// What came of it.
    pub outcome: StepOutcome,
}

/// Why a key works, or does not.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DiagnosisView {
    /// Most likely first; never empty.
    pub causes: Vec<FoundCause>,
    /// Every step, in order.
    pub steps: Vec<DiagnosedStep>,
    /// What the plugin shows; `null` for a consumer key, which no plugin of ours receives.
    pub plugin: Option<PluginMessage>,
    /// Exact lines for the web server or the site, for the first cause.
    pub lines: Vec<crate::ServerLines>,
    /// The base URL to enter, when the given one was wrong or merely untidy.
    pub right_base_url: Option<String>,
    /// The key of the inventory that it is about.
    pub key: Option<i64>,
    /// That key's row, to show which one.
    pub row: Option<crate::KeyRow>,
    /// Its connection's name.
    pub connection_name: Option<String>,
}

/// What a letter to the developer is made from.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct LetterRequest {
    /// What is wrong.
    pub causes: Vec<Cause>,
    /// The base URL to enter.
    pub base_url: Option<String>,
    /// The key, when it is known.
    pub key: Option<i64>,
    /// In which language.
    pub language: crate::SheetLanguage,
}
