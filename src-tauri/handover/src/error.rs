//! What can go wrong when something is made for a receiver.

use std::fmt;

/// Why it was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// The value does not fit into a QR code.
    TooLong,
    /// The mail address has a line break or another control character, which could smuggle in
    /// further headers.
    BrokenAddress,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::TooLong => "the value is too long for a QR code",
            Self::BrokenAddress => "the mail address has a line break",
        })
    }
}

impl std::error::Error for Error {}
