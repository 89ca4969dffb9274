//! Why the practice co-op could not be opened or told something.

use std::{fmt, io};

/// Why the practice co-op could not be opened or told something.
#[derive(Debug)]
pub enum Error {
    /// Its folder could not be made or written.
    Folder(io::Error),
    /// Its database refused.
    Database(rusqlite::Error),
    /// A record of its database could not be read.
    Record(serde_json::Error),
    /// An act names something that does not exist there.
    Unknown(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(_) => f.write_str("the practice co-op's folder could not be written"),
            Self::Database(_) => f.write_str("the practice co-op's database refused"),
            Self::Record(_) => f.write_str("a record of the practice co-op is damaged"),
            Self::Unknown(what) => write!(f, "the practice co-op has no such {what}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Folder(source) => Some(source),
            Self::Database(source) => Some(source),
            Self::Record(source) => Some(source),
            Self::Unknown(_) => None,
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Self {
        Self::Database(source)
    }
}

impl From<serde_json::Error> for Error {
    fn from(source: serde_json::Error) -> Self {
        Self::Record(source)
    }
}
