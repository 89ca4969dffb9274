//! Why an operation did not do what was asked: kinds that are treated differently.

use inventory::IntentId;
use keys::{ConnectionId, DescriptionError, KeyId, KeyStatus, NameError};
use std::fmt;

/// What went wrong, and what state that leaves.
#[derive(Debug)]
pub enum Error {
    /// The server, or the way to it, failed; nothing was changed there.
    Server {
        /// Which host.
        host: String,
        /// Why.
        source: coopcycle::Error,
    },
    /// The same of a WooCommerce site.
    Site {
        /// Which host.
        host: String,
        /// Why.
        source: woocommerce::Error,
    },
    /// The server was asked to change something and the reply was lost. The intent stays open and
    /// the next refresh finishes it.
    ReplyLost {
        /// Which host.
        host: String,
    },
    /// Something like it was asked for before, its reply was lost, and a slow server may still be
    /// at it: asking again now could make it twice.
    StillLooking {
        /// Which host.
        host: String,
    },
    /// Several things on the server could be what was asked for.
    Undecided(IntentId),
    /// The server answered with an error, and a look at it showed that nothing was done.
    NothingDone {
        /// Which host.
        host: String,
    },
    /// The session is over and could not be revived.
    SignedOut(ConnectionId),
    /// The account lacks `ROLE_ADMIN`, or on a site the right to manage WooCommerce.
    NotAdmin(ConnectionId),
    /// The keychain failed.
    Keychain(keychain::Error),
    /// The inventory failed.
    Inventory(inventory::Error),
    /// The clipboard failed.
    Clipboard(clipboard::Error),
    /// A name the server would fall over.
    Name(NameError),
    /// A key without any scope could do everything.
    NoScope,
    /// A scope that does not fit with, or without, a Store.
    ScopeDoesNotFit(String),
    /// This server wants a Store for every key.
    StoreNeeded,
    /// The typed name is not the one asked for.
    TypedNameDiffers,
    /// Renewing does not change an `ak_` value.
    ApiKeyNotRenewable,
    /// The keychain has no such secret.
    SecretNotStored,
    /// The keychain holds another secret than the one put there.
    SecretChanged,
    /// The record is not in the inventory any more.
    RecordGone,
    /// The draft was sent or deleted, or is being looked for.
    DraftNotWaiting,
    /// The Store a key shall be for is not on the server, and no draft any more either.
    StoreMissing,
    /// Only a key the server has no more can be forgotten.
    StillOnServer,
    /// An exported file could not be written.
    Export(std::io::Error),
    /// No sign-in waits for a code.
    NoPendingSignIn,
    /// A file to bring in could not be read.
    FileUnreadable(std::io::Error),
    /// A file to bring in is larger than this program reads.
    FileTooLarge,
    /// The file is of another kind, or damaged.
    FileNotUnderstood,
    /// A newer program wrote the file.
    FileNewer,
    /// The words, or the password, do not open the file.
    WrongPassphrase,
    /// No column of the table holds Identifiers or secrets.
    NoKeyColumn,
    /// What was previewed is not there any more.
    ImportOver,
    /// Nothing was chosen to export.
    NothingToExport,
    /// A hand-over needs to know to whom.
    PersonMissing,
    /// A value is too long for a QR code.
    QrTooLong,
    /// The key is being replaced already.
    AlreadyRotating,
    /// A restaurant's key, which only the server itself makes.
    RestaurantKey,
    /// That step of the rotation is not the next one.
    RotationElsewhere,
    /// The value of an `ak_` key is still the old one.
    NotReplacedYet,
    /// Nothing is being copied in turn.
    NoTurn,
    /// Asked of a site what only a CoopCycle instance knows, or the other way round.
    WrongKind,
    /// A description the site would not take as it is.
    Description(DescriptionError),
    /// A consumer key was made, and its secret was lost with the reply: nobody has it.
    SecretNeverSeen(KeyId),
    /// A pasted Consumer key is none.
    NoConsumerKey,
    /// A pasted Consumer secret is none.
    NoConsumerSecret,
    /// The site does not accept a pasted pair.
    PairNotAccepted(KeyStatus),
    /// A pasted pair is here already.
    PairKnown(KeyId),
    /// The signed-in account may not change that key.
    NotYourKey,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server { host, source } => write!(formatter, "server \"{host}\": {source}"),
            Self::Site { host, source } => write!(formatter, "site \"{host}\": {source}"),
            Self::ReplyLost { host } => write!(formatter, "reply of \"{host}\" was lost"),
            Self::StillLooking { host } => write!(formatter, "\"{host}\" may still be at it"),
            Self::Undecided(intent) => write!(formatter, "intent {} is undecided", intent.0),
            Self::NothingDone { host } => write!(formatter, "\"{host}\" did nothing"),
            Self::SignedOut(id) => write!(formatter, "connection {} is signed out", id.0),
            Self::NotAdmin(id) => write!(formatter, "account of connection {} is no admin", id.0),
            Self::Keychain(source) => write!(formatter, "keychain: {source}"),
            Self::Inventory(source) => write!(formatter, "inventory: {source}"),
            Self::Clipboard(source) => write!(formatter, "clipboard: {source}"),
            Self::Name(source) => source.fmt(formatter),
            Self::NoScope => formatter.write_str("no scope chosen"),
            Self::ScopeDoesNotFit(scope) => write!(formatter, "scope \"{scope}\" does not fit"),
            Self::StoreNeeded => formatter.write_str("server wants a Store for every key"),
            Self::TypedNameDiffers => formatter.write_str("typed name differs"),
            Self::ApiKeyNotRenewable => formatter.write_str("ak_ keys cannot be renewed"),
            Self::SecretNotStored => formatter.write_str("secret is not in the keychain"),
            Self::SecretChanged => formatter.write_str("secret in the keychain is not ours"),
            Self::DraftNotWaiting => formatter.write_str("draft does not wait to be sent"),
            Self::StoreMissing => formatter.write_str("store of the draft is missing"),
            Self::StillOnServer => formatter.write_str("key is still on the server"),
            Self::Export(_) => formatter.write_str("export could not be written"),
            Self::RecordGone => formatter.write_str("record is gone"),
            Self::NoPendingSignIn => formatter.write_str("no sign-in waits for a code"),
            Self::FileUnreadable(_) => formatter.write_str("file could not be read"),
            Self::FileTooLarge => formatter.write_str("file is too large"),
            Self::FileNotUnderstood => formatter.write_str("file is of another kind, or damaged"),
            Self::FileNewer => formatter.write_str("a newer program wrote the file"),
            Self::WrongPassphrase => formatter.write_str("passphrase does not open the file"),
            Self::NoKeyColumn => formatter.write_str("no column holds Identifiers or secrets"),
            Self::ImportOver => formatter.write_str("preview is not there any more"),
            Self::NothingToExport => formatter.write_str("nothing chosen to export"),
            Self::PersonMissing => formatter.write_str("hand-over names no person"),
            Self::QrTooLong => formatter.write_str("value is too long for a QR code"),
            Self::AlreadyRotating => formatter.write_str("key is being replaced already"),
            Self::RestaurantKey => formatter.write_str("restaurant keys are made by the server"),
            Self::RotationElsewhere => formatter.write_str("rotation is at another step"),
            Self::NotReplacedYet => formatter.write_str("ak_ value is still the old one"),
            Self::NoTurn => formatter.write_str("nothing is being copied in turn"),
            Self::WrongKind => formatter.write_str("server is of the other kind"),
            Self::Description(source) => source.fmt(formatter),
            Self::SecretNeverSeen(key) => write!(formatter, "secret of key {} was lost", key.0),
            Self::NoConsumerKey => formatter.write_str("pasted text is no consumer key"),
            Self::NoConsumerSecret => formatter.write_str("pasted text is no consumer secret"),
            Self::PairNotAccepted(_) => formatter.write_str("site does not accept the pair"),
            Self::PairKnown(key) => write!(formatter, "pair is that of key {}", key.0),
            Self::NotYourKey => formatter.write_str("the account may not change the key"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Server { source, .. } => Some(source),
            Self::Site { source, .. } => Some(source),
            Self::Description(source) => Some(source),
            Self::Keychain(source) => Some(source),
            Self::Inventory(source) => Some(source),
            Self::Clipboard(source) => Some(source),
            Self::Name(source) => Some(source),
            Self::Export(source) | Self::FileUnreadable(source) => Some(source),
            _ => None,
        }
    }
}

impl From<keychain::Error> for Error {
    fn from(source: keychain::Error) -> Self {
        Self::Keychain(source)
    }
}

impl From<inventory::Error> for Error {
    fn from(source: inventory::Error) -> Self {
        Self::Inventory(source)
    }
}

impl From<clipboard::Error> for Error {
    fn from(source: clipboard::Error) -> Self {
        Self::Clipboard(source)
    }
}

impl From<DescriptionError> for Error {
    fn from(source: DescriptionError) -> Self {
        Self::Description(source)
    }
}

impl From<NameError> for Error {
    fn from(source: NameError) -> Self {
        Self::Name(source)
    }
}

impl From<sealed::Error> for Error {
    fn from(source: sealed::Error) -> Self {
        match source {
            sealed::Error::WrongPassphrase => Self::WrongPassphrase,
            sealed::Error::Write(source) => Self::Export(source),
            sealed::Error::NotSealed | sealed::Error::Damaged | sealed::Error::TooMuchWork => {
                Self::FileNotUnderstood
            }
        }
    }
}

impl From<transfer::Error> for Error {
    fn from(source: transfer::Error) -> Self {
        use transfer::Error as E;
        match source {
            E::WrongPassphrase => Self::WrongPassphrase,
            E::Newer(_) => Self::FileNewer,
            E::TooLarge => Self::FileTooLarge,
            E::NotOurs | E::Damaged(_) | E::Empty | E::TooMuchWork => Self::FileNotUnderstood,
        }
    }
}
