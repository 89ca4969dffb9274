//! From an operation's error to the problem a person sees.

use contract::{CertificateReason, FieldProblem, Problem};
use coopcycle::{CertificateProblem, Error as Server, Found};
use keys::NameError;
use operations::Error;

/// The problem behind an error.
pub(crate) fn of(error: Error) -> Problem {
    match error {
        Error::Server { host, source } => server(host, source),
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
