//! Why a request got no answer, told apart by error types and never by their texts.

use std::{error, fmt, io};

/// What is wrong with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateProblem {
    /// Its time is over.
    Expired,
    /// Its time has not begun; often the clock of this machine is wrong.
    NotYetValid,
    /// Nobody this system trusts has signed it.
    UnknownIssuer,
    /// It belongs to another host name.
    NameMismatch,
    /// It was withdrawn.
    Revoked,
    /// Anything else.
    Other,
}

impl fmt::Display for CertificateProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Expired => "has expired",
            Self::NotYetValid => "is not valid yet",
            Self::UnknownIssuer => "has an unknown issuer",
            Self::NameMismatch => "is for another name",
            Self::Revoked => "was revoked",
            Self::Other => "was not accepted",
        })
    }
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The host name has no address.
    Dns,
    /// Nobody accepts connections, or there is no way to the machine.
    Refused,
    /// Nothing came in time.
    TimedOut,
    /// TLS failed over the certificate, or over something close to it.
    Certificate(CertificateProblem),
    /// The connection broke.
    ConnectionLost,
    /// The body is larger than this many bytes.
    TooLarge(usize),
    /// What answered does not speak HTTP.
    NotHttp,
    /// A kept session that is not one.
    SessionUnreadable,
    /// The client could not be set up.
    Setup,
}

/// A request that got no usable answer.
#[derive(Debug)]
pub struct Error {
    cause: Cause,
    reached_server: bool,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl Error {
    /// What went wrong.
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// Whether the server may have seen the request.
    pub fn reached_server(&self) -> bool {
        self.reached_server
    }

    pub(crate) fn setup(source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self {
            cause: Cause::Setup,
            reached_server: false,
            source: Some(source.into()),
        }
    }

    pub(crate) fn session_unreadable() -> Self {
        Self {
            cause: Cause::SessionUnreadable,
            reached_server: false,
            source: None,
        }
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        Self {
            cause: Cause::TooLarge(limit),
            reached_server: true,
            source: None,
        }
    }

    /// Judges what reqwest reports. Its address is dropped, as it may hold what a person typed.
    pub(crate) fn from_reqwest(error: reqwest::Error) -> Self {
        let error = error.without_url();
        let cause = cause_of(&error).unwrap_or_else(|| {
            if error.is_timeout() {
                Cause::TimedOut
            } else if error.is_connect() {
                Cause::Refused
            } else if error.is_builder() {
                Cause::Setup
            } else if error.is_decode() {
                Cause::NotHttp
            } else {
                Cause::ConnectionLost
            }
        });
        Self {
            cause,
            reached_server: !error.is_connect() && !error.is_builder(),
            source: Some(error.into()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cause {
            Cause::Dns => formatter.write_str("host name not found"),
            Cause::Refused => formatter.write_str("connection refused"),
            Cause::TimedOut => formatter.write_str("no answer in time"),
            Cause::Certificate(problem) => write!(formatter, "certificate {problem}"),
            Cause::ConnectionLost => formatter.write_str("connection lost"),
            Cause::TooLarge(limit) => write!(formatter, "answer larger than {limit} bytes"),
            Cause::NotHttp => formatter.write_str("answer is not http"),
            Cause::SessionUnreadable => formatter.write_str("kept session is unreadable"),
            Cause::Setup => formatter.write_str("http client could not be set up"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn error::Error + 'static))
    }
}

/// A host name that could not be resolved; our own type, so that it can be found in a chain.
#[derive(Debug)]
pub(crate) struct NameNotFound(pub(crate) io::Error);

impl fmt::Display for NameNotFound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("name not found")
    }
}

impl error::Error for NameNotFound {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.0)
    }
}

/// Walks down the chain to the first type that says something.
pub(crate) fn cause_of(error: &(dyn error::Error + 'static)) -> Option<Cause> {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.is::<NameNotFound>() {
            return Some(Cause::Dns);
        }
        if let Some(tls) = error.downcast_ref::<rustls::Error>() {
            return Some(cause_of_tls(tls));
        }
        if let Some(io) = error.downcast_ref::<io::Error>() {
            // The source of an io::Error is the source of what it wraps; what it wraps comes first.
            if let Some(cause) = io.get_ref().and_then(|inner| cause_of(inner)) {
                return Some(cause);
            }
            if let Some(cause) = cause_of_io(io.kind()) {
                return Some(cause);
            }
        }
        if let Some(http) = error.downcast_ref::<hyper::Error>()
            && let Some(cause) = cause_of_http(http)
        {
            return Some(cause);
        }
        next = error.source();
    }
    None
}

fn cause_of_io(kind: io::ErrorKind) -> Option<Cause> {
    use io::ErrorKind as Kind;
    match kind {
        Kind::ConnectionRefused
        | Kind::HostUnreachable
        | Kind::NetworkUnreachable
        | Kind::NetworkDown
        | Kind::AddrNotAvailable => Some(Cause::Refused),
        Kind::TimedOut => Some(Cause::TimedOut),
        Kind::ConnectionReset
        | Kind::ConnectionAborted
        | Kind::BrokenPipe
        | Kind::UnexpectedEof
        | Kind::NotConnected => Some(Cause::ConnectionLost),
        _ => None,
    }
}

fn cause_of_http(error: &hyper::Error) -> Option<Cause> {
    if error.is_parse() {
        Some(Cause::NotHttp)
    } else if error.is_incomplete_message() || error.is_closed() || error.is_canceled() {
        Some(Cause::ConnectionLost)
    } else {
        None
    }
}

fn cause_of_tls(error: &rustls::Error) -> Cause {
    use rustls::CertificateError as Bad;
    let rustls::Error::InvalidCertificate(bad) = error else {
        return match error {
            // What answers is no TLS server, like a plain http port.
            rustls::Error::InvalidMessage(_) => Cause::NotHttp,
            _ => Cause::Certificate(CertificateProblem::Other),
        };
    };
    Cause::Certificate(match bad {
        Bad::Expired | Bad::ExpiredContext { .. } => CertificateProblem::Expired,
        Bad::NotValidYet | Bad::NotValidYetContext { .. } => CertificateProblem::NotYetValid,
        Bad::UnknownIssuer => CertificateProblem::UnknownIssuer,
        Bad::NotValidForName | Bad::NotValidForNameContext { .. } => {
            CertificateProblem::NameMismatch
        }
        Bad::Revoked => CertificateProblem::Revoked,
        _ => CertificateProblem::Other,
    })
}

#[cfg(test)]
mod tests;
