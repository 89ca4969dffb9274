//! Why a WooCommerce site did not do what was asked, by cause.

use std::fmt;
use web_session::Cause;

pub use web_session::Step;

/// What answered instead of a WordPress site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Ordinary web pages.
    Website,
    /// A server that has nothing there.
    Nothing,
    /// Another kind of server.
    OtherServer,
}

/// What could not be read where the answer was no HTTP at all.
const NOT_HTTP: &str = "http";

/// What keeps the original error.
pub type Source = Box<dyn std::error::Error + Send + Sync>;

/// Why it did not work. No variant carries a secret, a cookie, a nonce or a page.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// What was typed is not an address.
    BadAddress,
    /// Plain http to another machine, typed or insisted on by the site.
    PlainHttp,
    /// The site lives at another address; without its query.
    Redirected {
        /// That address.
        to: String,
    },
    /// The login page is on another server than the site.
    LoginElsewhere,
    /// Something else answers at the address.
    NotWordPress(Found),
    /// A WordPress site without WooCommerce.
    NotWooCommerce,
    /// There is no login page where it usually is: it was moved.
    NoLoginPage,
    /// The site has its accounts elsewhere.
    SingleSignOn,
    /// The login page wants a proof that only a person in a browser can give.
    Captcha,
    /// Something in front of the site does not let us through.
    Blocked {
        /// The HTTP status.
        status: u16,
    },
    /// The site refused the sign-in.
    Refused {
        /// In its own words and language; may be empty.
        message: String,
    },
    /// The code is wrong; another may be tried.
    CodeRefused,
    /// The sign-in that the code belongs to is over.
    CodeLate,
    /// The site wants a second proof of a kind that this program does not know.
    UnknownSecondFactor,
    /// The account may not manage WooCommerce.
    NoRight,
    /// The account may not change that key.
    NotYours,
    /// The session is over.
    SessionOver,
    /// The site refused what was sent.
    SiteSays {
        /// In its own words and language.
        message: String,
    },
    /// The site said yes, but stored something else.
    NotStored,
    /// The site does not open its REST routes to everybody.
    RestClosed {
        /// The HTTP status.
        status: u16,
    },
    /// A page lacks what this program needs of it.
    PageChanged {
        /// The missing part, in the page's own names.
        what: String,
    },
    /// The site failed.
    ServerError {
        /// The HTTP status.
        status: u16,
        /// Whether it failed over a change.
        step: Step,
    },
    /// The site asks for fewer requests.
    TooManyRequests,
    /// The site does not have it.
    NotFound,
    /// The answer makes no sense.
    Unreadable {
        /// The part that could not be read.
        what: String,
        /// Whether it was the answer to a change.
        step: Step,
    },
    /// More than this program takes.
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
        /// Whether it was the answer to a change.
        step: Step,
    },
    /// The kept session is not one of ours.
    SessionUnreadable,
    /// No answer came.
    Network {
        /// Why.
        cause: Cause,
        /// How far it had come.
        step: Step,
        /// What the network said.
        source: Source,
    },
}

impl Error {
    /// Whether the site may have carried the act out although this error came back. The caller
    /// looks at the site before it asks again.
    pub fn outcome_unknown(&self) -> bool {
        matches!(
            self,
            Self::Network {
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

    /// Whether the site could not be reached at all, or did not answer.
    pub fn is_offline(&self) -> bool {
        matches!(
            self,
            Self::Network {
                cause: Cause::Dns | Cause::Refused | Cause::TimedOut | Cause::ConnectionLost,
                ..
            }
        )
    }

    pub(crate) fn unreadable(what: &str, step: Step) -> Self {
        Self::Unreadable {
            what: what.to_owned(),
            step,
        }
    }

    pub(crate) fn page_changed(what: &str) -> Self {
        Self::PageChanged {
            what: what.to_owned(),
        }
    }

    /// What it means when a look at the outcome of a change failed so: that the outcome is open.
    pub(crate) fn after_a_change(self) -> Self {
        let step = Step::Acting;
        match self {
            Self::Network { cause, source, .. } => Self::Network {
                cause,
                step,
                source,
            },
            Self::ServerError { status, .. } => Self::ServerError { status, step },
            Self::TooLarge { limit, .. } => Self::TooLarge { limit, step },
            Self::Unreadable { what, .. } => Self::Unreadable { what, step },
            // What is told of the key itself is an outcome.
            Self::NotFound | Self::NotYours | Self::NotStored => self,
            other => Self::unreadable(&other.to_string(), step),
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
            Cause::TooLarge(limit) => Self::TooLarge { limit, step },
            Cause::NotHttp => Self::unreadable(NOT_HTTP, step),
            Cause::SessionUnreadable => Self::SessionUnreadable,
            cause => Self::Network {
                cause,
                step,
                source: error.into(),
            },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadAddress => formatter.write_str("not an address"),
            Self::PlainHttp => formatter.write_str("plain http is for this machine only"),
            Self::Redirected { to } => write!(formatter, "redirected to \"{to}\""),
            Self::LoginElsewhere => formatter.write_str("the login page is on another server"),
            Self::NotWordPress(found) => write!(formatter, "not a wordpress site: {found:?}"),
            Self::NotWooCommerce => formatter.write_str("a wordpress site without woocommerce"),
            Self::NoLoginPage => formatter.write_str("no login page there"),
            Self::SingleSignOn => formatter.write_str("the site has its accounts elsewhere"),
            Self::Captcha => formatter.write_str("the login page wants a captcha"),
            Self::Blocked { status } => write!(formatter, "blocked with status {status}"),
            Self::Refused { .. } => formatter.write_str("sign-in refused"),
            Self::CodeRefused => formatter.write_str("wrong code"),
            Self::CodeLate => formatter.write_str("the sign-in waiting for a code is over"),
            Self::UnknownSecondFactor => formatter.write_str("unknown kind of second factor"),
            Self::NoRight => formatter.write_str("the account may not manage woocommerce"),
            Self::NotYours => formatter.write_str("the account may not change that key"),
            Self::SessionOver => formatter.write_str("the session is over"),
            Self::SiteSays { .. } => formatter.write_str("refused by the site"),
            Self::NotStored => formatter.write_str("the site stored something else"),
            Self::RestClosed { status } => {
                write!(formatter, "rest routes are closed with status {status}")
            }
            Self::PageChanged { what } => write!(formatter, "the page lacks \"{what}\""),
            Self::ServerError { status, step } => {
                write!(formatter, "server error {status}, {step}")
            }
            Self::TooManyRequests => formatter.write_str("the site asks for fewer requests"),
            Self::NotFound => formatter.write_str("not found on the site"),
            Self::Unreadable { what, .. } => write!(formatter, "unreadable \"{what}\""),
            Self::TooLarge { limit, .. } => {
                write!(formatter, "the answer is larger than {limit} bytes")
            }
            Self::SessionUnreadable => formatter.write_str("the kept session is unreadable"),
            Self::Network { source, step, .. } => write!(formatter, "{source}, {step}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Network { source, .. } => Some(source.as_ref()),
            _ => None,
        }
    }
}
