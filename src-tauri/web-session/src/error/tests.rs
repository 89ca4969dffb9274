//! Causes are found by type, however deep they sit.

use super::{Cause, CertificateProblem, NameNotFound, cause_of};
use rustls::CertificateError;
use std::{error::Error, fmt, io};

#[derive(Debug)]
struct Wrapped(Box<dyn Error + Send + Sync>);

impl fmt::Display for Wrapped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("wrapped")
    }
}

impl Error for Wrapped {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.0.as_ref())
    }
}

fn deep(error: impl Into<Box<dyn Error + Send + Sync>>) -> Option<Cause> {
    let in_io = io::Error::other(Wrapped(error.into()));
    cause_of(&Wrapped(Box::new(in_io)))
}

#[test]
fn each_certificate_problem_is_told_by_name() {
    for (error, problem) in [
        (CertificateError::Expired, CertificateProblem::Expired),
        (
            CertificateError::NotValidYet,
            CertificateProblem::NotYetValid,
        ),
        (
            CertificateError::UnknownIssuer,
            CertificateProblem::UnknownIssuer,
        ),
        (
            CertificateError::NotValidForName,
            CertificateProblem::NameMismatch,
        ),
        (CertificateError::Revoked, CertificateProblem::Revoked),
        (CertificateError::BadEncoding, CertificateProblem::Other),
    ] {
        let found = deep(rustls::Error::InvalidCertificate(error));
        assert_eq!(found, Some(Cause::Certificate(problem)));
    }
}

#[test]
fn an_unknown_name_is_not_a_refused_connection() {
    assert_eq!(
        deep(NameNotFound(io::ErrorKind::ConnectionRefused.into())),
        Some(Cause::Dns)
    );
}

#[test]
fn kinds_of_io_failure_are_told_apart() {
    for (kind, cause) in [
        (io::ErrorKind::ConnectionRefused, Cause::Refused),
        (io::ErrorKind::NetworkUnreachable, Cause::Refused),
        (io::ErrorKind::ConnectionReset, Cause::ConnectionLost),
        (io::ErrorKind::TimedOut, Cause::TimedOut),
    ] {
        assert_eq!(deep(io::Error::from(kind)), Some(cause));
    }
}

#[test]
fn what_says_nothing_has_no_cause() {
    assert_eq!(deep("just a text"), None);
}
