//! What can go wrong with a sealed file.

use std::{fmt, io};

/// Why a file was not sealed, opened or written.
#[derive(Debug)]
pub enum Error {
    /// The words are not the ones it was sealed with.
    WrongPassphrase,
    /// It is no file that a passphrase opens.
    NotSealed,
    /// It was sealed once, but is cut short or changed since.
    Damaged,
    /// Opening it takes more memory and time than we give to a file of unknown origin.
    TooMuchWork,
    /// The file could not be written.
    Write(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::WrongPassphrase => "the passphrase does not open the file",
            Self::NotSealed => "the file is not sealed with a passphrase",
            Self::Damaged => "the sealed file is damaged",
            Self::TooMuchWork => "the sealed file asks for too much work",
            Self::Write(_) => "the sealed file cannot be written",
        })
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(source) => Some(source),
            Self::WrongPassphrase | Self::NotSealed | Self::Damaged | Self::TooMuchWork => None,
        }
    }
}
