//! Why a CoopCycle instance did not do what was asked, by cause.

use std::fmt;
use web_session::CertificateProblem;

pub use web_session::Step;

/// What answered instead of a CoopCycle instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Ordinary web pages.
    Website,
    /// A server that has nothing there.
    Nothing,
    /// Another kind of server.
    OtherServer,
    /// A redirect to another site; with the address it points to, without its query.
    Redirect(String),
}

/// What the server says about one field of a form, in the language of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The `name` of the field.
    pub field: String,
    /// The server's words.
    pub message: String,
}

/// What could not be read where the answer was no HTTP at all.
const NOT_HTTP: &str = "http";

/// What keeps the original error.
pub type Source = Box<dyn std::error::Error + Send + Sync>;

/// Why it did not work. No variant carries a secret, a cookie, a token or a page.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// What was typed is not an address.
    BadAddress,
    /// Plain http to another machine.
    PlainHttp,
    /// Something else answers at the address.
    NotCoopCycle(Found),
    /// The host name is unknown, or no name server answered.
    Dns(Source),
    /// The machine does not accept connections there, or cannot be reached.
    Refused(Source),
    /// No answer in time.
    TimedOut {
        /// How far it had come.
        step: Step,
        /// What the network said.
        source: Source,
    },
    /// The certificate was not accepted.
    Certificate {
        /// In which way.
        reason: CertificateProblem,
        /// What the TLS library said.
        source: Source,
    },
    /// The connection broke.
    ConnectionLost {
        /// How far it had come.
        step: Step,
        /// What the network said; `None` when the page itself was cut short.
        source: Option<Source>,
    },
    /// The user name or the password is wrong, or the account is disabled: the server does not
    /// tell these apart.
    WrongPassword,
    /// The e-mailed code is wrong; another may be tried.
    CodeRefused,
    /// The sign-in that the code belongs to is over.
    CodeLate,
    /// The account lacks `ROLE_ADMIN`.
    NotAdmin,
    /// The account lacks another role.
    NotAllowed,
    /// The session is over and could not be revived.
    SessionOver,
    /// The server failed.
    ServerError {
        /// The HTTP status.
        status: u16,
        /// Whether it failed over a change.
        step: Step,
    },
    /// The instance is under maintenance.
    Maintenance,
    /// A page lacks what this program needs of it.
    FormChanged {
        /// The missing part, in the page's own names.
        what: String,
    },
    /// A form came back twice without any reason.
    RejectedWithoutMessage,
    /// The server refused fields.
    FieldsRefused(Vec<FieldError>),
    /// Geocoding found nothing.
    AddressNotFound,
    /// A Store needs an address: the server falls over without (contract 0.3).
    AddressMissing,
    /// An OAuth key needs at least one scope: without any it would be unrestricted (contract 5.3).
    ScopeMissing,
    /// This instance makes keys for a Store only (contract 9, before v4.2.0).
    StoreRequired,
    /// The server does not have it.
    NotFound,
    /// More than this program takes.
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
        /// Whether it was the answer to a change.
        step: Step,
    },
    /// The answer makes no sense.
    Unreadable {
        /// The part that could not be read.
        what: String,
        /// Whether it was the answer to a change.
        step: Step,
    },
    /// The server asks for fewer requests.
    TooManyRequests,
    /// The name cannot be sent.
    Name(keys::NameError),
    /// The kept session is not one of ours.
    SessionUnreadable,
    /// The network part of this program could not start.
    Network(Source),
}

impl Error {
    /// Whether the server may have carried the act out although this error came back. The caller
    /// looks at the server before it asks again.
    pub fn outcome_unknown(&self) -> bool {
        matches!(
            self,
            Self::TimedOut {
                step: Step::Acting,
                ..
            } | Self::ConnectionLost {
                step: Step::Acting,
                ..
            } | Self::ServerError {
                step: Step::Acting,
                ..
            } | Self::TooLarge {
                step: Step::Acting,
                ..
            } | Self::Unreadable {
                step: Step::Acting,
                ..
            }
        )
    }

    /// Whether the application itself answered, so that it is no more at work: what a look at it
    /// does not find then was never done. A gateway's error says nothing of the kind.
    pub fn is_answered(&self) -> bool {
        match self {
            Self::ServerError { status, .. } => !matches!(status, 502..=504 | 520..=530),
            Self::TooLarge { .. } => true,
            Self::Unreadable { what, .. } => what != NOT_HTTP,
            _ => false,
        }
    }

    /// Whether the server could not be reached at all, or did not answer.
    pub fn is_offline(&self) -> bool {
        matches!(
            self,
            Self::Dns(_) | Self::Refused(_) | Self::TimedOut { .. } | Self::ConnectionLost { .. }
        )
    }

    pub(crate) fn unreadable(what: &str) -> Self {
        Self::Unreadable {
            what: what.to_owned(),
            step: Step::Reading,
        }
    }

    pub(crate) fn form_changed(what: &str) -> Self {
        Self::FormChanged {
            what: what.to_owned(),
        }
    }

    /// Says what a failure on the way means, given what was being sent.
    pub(crate) fn from_web(error: web_session::Error, sending: Step) -> Self {
        let step = if error.reached_server() {
            sending
        } else {
            Step::Connecting
        };
        match error.cause() {
            web_session::Cause::Dns => Self::Dns(error.into()),
            web_session::Cause::Refused => Self::Refused(error.into()),
            web_session::Cause::TimedOut => Self::TimedOut {
                step,
                source: error.into(),
            },
            web_session::Cause::Certificate(reason) => Self::Certificate {
                reason,
                source: error.into(),
            },
            web_session::Cause::ConnectionLost => Self::ConnectionLost {
                step,
                source: Some(error.into()),
            },
            web_session::Cause::TooLarge(limit) => Self::TooLarge { limit, step },
            web_session::Cause::NotHttp => Self::Unreadable {
                what: NOT_HTTP.to_owned(),
                step,
            },
            web_session::Cause::SessionUnreadable => Self::SessionUnreadable,
            web_session::Cause::Setup => Self::Network(error.into()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadAddress => formatter.write_str("not an address"),
            Self::PlainHttp => formatter.write_str("plain http is for this machine only"),
            Self::NotCoopCycle(Found::Redirect(to)) => write!(formatter, "redirected to \"{to}\""),
            Self::NotCoopCycle(found) => write!(formatter, "not a coopcycle instance: {found:?}"),
            Self::Dns(_) => formatter.write_str("host name not found"),
            Self::Refused(_) => formatter.write_str("connection refused"),
            Self::TimedOut { step, .. } => write!(formatter, "no answer in time, {step}"),
            Self::Certificate { reason, .. } => write!(formatter, "certificate {reason}"),
            Self::ConnectionLost { step, .. } => write!(formatter, "connection lost, {step}"),
            Self::WrongPassword => formatter.write_str("wrong user name or password"),
            Self::CodeRefused => formatter.write_str("wrong code"),
            Self::CodeLate => formatter.write_str("the sign-in waiting for a code is over"),
            Self::NotAdmin => formatter.write_str("the account lacks ROLE_ADMIN"),
            Self::NotAllowed => formatter.write_str("the account lacks a role"),
            Self::SessionOver => formatter.write_str("the session is over"),
            Self::ServerError { status, step } => {
                write!(formatter, "server error {status}, {step}")
            }
            Self::Maintenance => formatter.write_str("the instance is under maintenance"),
            Self::FormChanged { what } => write!(formatter, "the page lacks \"{what}\""),
            Self::RejectedWithoutMessage => formatter.write_str("form refused without a reason"),
            Self::FieldsRefused(fields) => {
                write!(formatter, "{} field(s) refused", fields.len())
            }
            Self::AddressNotFound => formatter.write_str("no place found for the address"),
            Self::AddressMissing => formatter.write_str("the address is blank"),
            Self::ScopeMissing => formatter.write_str("no scope chosen"),
            Self::StoreRequired => formatter.write_str("this instance needs a store"),
            Self::NotFound => formatter.write_str("not found on the server"),
            Self::TooLarge { limit, .. } => {
                write!(formatter, "the answer is larger than {limit} bytes")
            }
            Self::Unreadable { what, .. } => write!(formatter, "unreadable \"{what}\""),
            Self::TooManyRequests => formatter.write_str("the server asks for fewer requests"),
            Self::Name(error) => error.fmt(formatter),
            Self::SessionUnreadable => formatter.write_str("the kept session is unreadable"),
            Self::Network(_) => formatter.write_str("the network client could not start"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Dns(source)
            | Self::Refused(source)
            | Self::TimedOut { source, .. }
            | Self::Certificate { source, .. }
            | Self::ConnectionLost {
                source: Some(source),
                ..
            }
            | Self::Network(source) => Some(source.as_ref()),
            Self::Name(source) => Some(source),
            _ => None,
        }
    }
}

impl From<keys::NameError> for Error {
    fn from(error: keys::NameError) -> Self {
        Self::Name(error)
    }
}
