//! Why a file gives no keys.

use std::fmt;

/// Why a file gives no keys. Nothing of what it holds is told, so that no secret can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// It is of another kind.
    NotOurs,
    /// A later Saddlebag wrote it, in that version of the format.
    Newer(u64),
    /// It is of this kind, but broken; with the place.
    Damaged(String),
    /// Nothing is in it.
    Empty,
    /// It holds more than any inventory of keys would.
    TooLarge,
    /// The passphrase does not open it.
    WrongPassphrase,
    /// Opening it would take more work or memory than a computer should spend on it.
    TooMuchWork,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => formatter.write_str("file is of another kind"),
            Self::Newer(version) => write!(formatter, "file is of the newer format {version}"),
            Self::Damaged(place) => write!(formatter, "file is damaged at {place}"),
            Self::Empty => formatter.write_str("file is empty"),
            Self::TooLarge => formatter.write_str("file is too large"),
            Self::WrongPassphrase => formatter.write_str("passphrase does not open the file"),
            Self::TooMuchWork => formatter.write_str("file asks for too much work to open it"),
        }
    }
}

impl std::error::Error for Error {}
