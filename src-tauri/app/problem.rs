//! From an operation's error to the problem a person sees.

use contract::{CertificateReason, FieldProblem, Problem};
use coopcycle::{CertificateProblem, Error as Server, Found};
use keys::{DescriptionError, NameError};
use operations::Error;
use woocommerce::{Error as Site, NetworkCause};

/// The problem behind an error.
pub(crate) fn of(error: Error) -> Problem {
    match error {
        Error::Server { host, source } => server(host, source),
        Error::Site { host, source } => site(host, source),
        Error::ReplyLost { host } => Problem::ReplyLost { host },
        Error::StillLooking { host } => Problem::StillLooking { host },
        Error::Undecided(intent) => Problem::Undecided { intent: intent.0 },
        Error::NothingDone { host } => Problem::NothingDone { host },
        Error::SignedOut(connection) => Problem::SignedOut {
            connection: Some(connection.0),
        },
        Error::NotAdmin(_) => Problem::NotAdmin,
        Error::Keychain(source) => keychain(&source),
        Error::Inventory(source) => inventory(source),
        Error::Clipboard(source) => clipboard(&source),
        Error::Name(source) => name(source),
        Error::NoScope => Problem::NoScope,
        Error::ScopeDoesNotFit(scope) => Problem::ScopeDoesNotFit { scope },
        Error::StoreNeeded => Problem::StoreNeeded,
        Error::TypedNameDiffers => Problem::TypedNameDiffers,
        Error::ApiKeyNotRenewable => Problem::ApiKeyNotRenewable,
        Error::SecretNotStored => Problem::SecretNotStored,
        Error::SecretChanged => Problem::SecretChanged,
        Error::DraftNotWaiting => Problem::DraftNotWaiting,
        Error::StoreMissing => Problem::StoreMissing,
        Error::StillOnServer => Problem::StillOnServer,
        Error::Export(source) => Problem::ExportFailed {
            what: source.to_string(),
        },
        Error::FileUnreadable(source) => Problem::FileUnreadable {
            what: source.to_string(),
        },
        Error::FileTooLarge => Problem::FileTooLarge {
            limit_mb: operations::FILE_LIMIT_MB,
        },
        Error::FileNotUnderstood => Problem::FileNotUnderstood,
        Error::FileNewer => Problem::FileNewer,
        Error::WrongPassphrase => Problem::WrongPassphrase,
        Error::NoKeyColumn => Problem::NoKeyColumn,
        Error::ImportOver => Problem::ImportOver,
        Error::NothingToExport => Problem::NothingToExport,
        Error::PersonMissing => Problem::PersonMissing,
        Error::QrTooLong => Problem::QrTooLong,
        Error::AlreadyRotating => Problem::AlreadyRotating,
        Error::RestaurantKey => Problem::RestaurantKey,
        Error::RotationElsewhere => Problem::RotationElsewhere,
        Error::NotReplacedYet => Problem::NotReplacedYet,
        Error::NoTurn => Problem::NoTurn,
        Error::WrongKind => Problem::WrongKeyType,
        Error::Description(source) => description(source),
        Error::SecretNeverSeen(key) => Problem::SecretNeverSeen { key: key.0 },
        Error::NoConsumerKey => Problem::NoConsumerKey,
        Error::NoConsumerSecret => Problem::NoConsumerSecret,
        Error::PairNotAccepted(status) => Problem::PairNotAccepted {
            status: crate::view::status(status),
        },
        Error::PairKnown(key) => Problem::PairKnown { key: key.0 },
        Error::NotYourKey => Problem::NotYourKey,
        Error::RecordGone => Problem::RecordGone,
        Error::NoPendingSignIn => Problem::CodeLate,
    }
}

fn server(host: String, source: Server) -> Problem {
    match source {
        Server::BadAddress => Problem::BadAddress,
        Server::PlainHttp => Problem::PlainHttp,
        Server::NotCoopCycle(Found::Website) => Problem::NotCoopcycleWebsite { host },
        Server::NotCoopCycle(Found::Nothing) => Problem::NotCoopcycleNothing { host },
        Server::NotCoopCycle(Found::OtherServer) => Problem::NotCoopcycleOther { host },
        Server::NotCoopCycle(Found::Redirect(to)) => Problem::Redirected { to },
        Server::Dns(_) => Problem::Dns { host },
        Server::Refused(_) => Problem::ConnectionRefused { host },
        Server::TimedOut { .. } => Problem::TimedOut { host },
        Server::Certificate { reason, .. } => Problem::Certificate {
            host,
            reason: certificate(reason),
        },
        Server::WrongPassword => Problem::WrongPassword,
        Server::CodeRefused => Problem::CodeRefused,
        Server::CodeLate => Problem::CodeLate,
        Server::NotAdmin | Server::NotAllowed => Problem::NotAdmin,
        Server::SessionOver | Server::SessionUnreadable => Problem::SignedOut { connection: None },
        Server::ServerError { status, .. } => Problem::ServerError { host, status },
        Server::Maintenance => Problem::Maintenance { host },
        Server::FormChanged { what } | Server::Unreadable { what, .. } => {
            Problem::FormChanged { page: what }
        }
        Server::RejectedWithoutMessage => Problem::RejectedWithoutMessage,
        Server::FieldsRefused(fields) => Problem::FieldsRefused {
            fields: fields
                .into_iter()
                .map(|refused| FieldProblem {
                    field: refused.field,
                    message: refused.message,
                })
                .collect(),
        },
        Server::AddressNotFound => Problem::AddressNotFound,
        Server::AddressMissing => Problem::AddressMissing,
        Server::ScopeMissing => Problem::NoScope,
        Server::StoreRequired => Problem::StoreNeeded,
        Server::NotFound => Problem::NotOnServer,
        Server::TooLarge { .. } => Problem::TooLarge { host },
        Server::TooManyRequests => Problem::TooManyRequests { host },
        Server::Name(source) => name(source),
        // A broken connection, and what a later client may add.
        _ => Problem::Unreachable { host },
    }
}

fn site(host: String, source: Site) -> Problem {
    match source {
        Site::BadAddress => Problem::BadAddress,
        Site::PlainHttp => Problem::PlainHttp,
        Site::Redirected { to } => Problem::Redirected { to },
        Site::LoginElsewhere => Problem::LoginElsewhere,
        Site::NotWordPress(_) => Problem::NotWordpress { host },
        Site::NotWooCommerce => Problem::NotWoocommerce { host },
        Site::NoLoginPage => Problem::NoLoginPage { host },
        Site::SingleSignOn => Problem::SingleSignOn { host },
        Site::Captcha => Problem::Captcha { host },
        Site::Blocked { status } => Problem::SiteBlocked { host, status },
        Site::Refused { message } => Problem::SignInRefused { host, message },
        Site::CodeRefused => Problem::CodeRefused,
        Site::CodeLate => Problem::CodeLate,
        Site::UnknownSecondFactor => Problem::UnknownSecondFactor { host },
        Site::NoRight => Problem::NoSiteRight { host },
        Site::NotYours => Problem::NotYourKey,
        Site::SessionOver | Site::SessionUnreadable => Problem::SignedOut { connection: None },
        Site::SiteSays { message } => Problem::SiteSays { host, message },
        Site::NotStored => Problem::NothingDone { host },
        Site::RestClosed { status } => Problem::RestClosed { host, status },
        Site::PageChanged { what } | Site::Unreadable { what, .. } => {
            Problem::FormChanged { page: what }
        }
        Site::ServerError { status, .. } => Problem::ServerError { host, status },
        Site::TooManyRequests => Problem::TooManyRequests { host },
        Site::NotFound => Problem::NotOnServer,
        Site::TooLarge { .. } => Problem::TooLarge { host },
        Site::Network { cause, .. } => match cause {
            NetworkCause::Dns => Problem::Dns { host },
            NetworkCause::Refused => Problem::ConnectionRefused { host },
            NetworkCause::TimedOut => Problem::TimedOut { host },
            NetworkCause::Certificate(reason) => Problem::Certificate {
                host,
                reason: certificate(reason),
            },
            _ => Problem::Unreachable { host },
        },
        // What a later client may add.
        _ => Problem::Unreachable { host },
    }
}

fn certificate(problem: CertificateProblem) -> CertificateReason {
    match problem {
        CertificateProblem::Expired => CertificateReason::Expired,
        CertificateProblem::NotYetValid => CertificateReason::NotYetValid,
        CertificateProblem::UnknownIssuer => CertificateReason::UnknownIssuer,
        CertificateProblem::NameMismatch => CertificateReason::OtherName,
        CertificateProblem::Revoked => CertificateReason::Revoked,
        CertificateProblem::Other => CertificateReason::Other,
    }
}

fn name(error: NameError) -> Problem {
    match error {
        NameError::Blank => Problem::NameBlank,
        NameError::TooLong(limit) => Problem::NameTooLong {
            limit: u32::try_from(limit).unwrap_or(u32::MAX),
        },
    }
}

fn description(error: DescriptionError) -> Problem {
    match error {
        DescriptionError::Blank => Problem::NameBlank,
        DescriptionError::TooLong(limit) => Problem::NameTooLong {
            limit: u32::try_from(limit).unwrap_or(u32::MAX),
        },
        DescriptionError::Zero | DescriptionError::Markup => Problem::DescriptionChanged,
    }
}

fn keychain(error: &keychain::Error) -> Problem {
    match error {
        keychain::Error::Absent => Problem::KeychainAbsent,
        keychain::Error::Locked => Problem::KeychainLocked,
        keychain::Error::TimedOut => Problem::KeychainTimedOut,
        keychain::Error::Full { .. } => Problem::KeychainFull,
        keychain::Error::Cancelled => Problem::Cancelled,
        _ => Problem::KeychainRefused,
    }
}

/// Also used before there are operations: when the inventory cannot be opened.
pub(crate) fn inventory(error: inventory::Error) -> Problem {
    match error {
        inventory::Error::Newer { found, known } => Problem::InventoryNewer { found, known },
        inventory::Error::Busy => Problem::InventoryBusy,
        inventory::Error::InUse => Problem::InventoryInUse,
        inventory::Error::ReadOnly => Problem::InventoryReadOnly,
        inventory::Error::Full => Problem::InventoryFull,
        other => Problem::InventoryFailed {
            what: other.to_string(),
        },
    }
}

fn clipboard(error: &clipboard::Error) -> Problem {
    match error {
        clipboard::Error::ReadBackDiffers => Problem::ClipboardDiffers,
        _ => Problem::ClipboardUnavailable,
    }
}
