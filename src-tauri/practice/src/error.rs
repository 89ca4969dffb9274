//! Why the practice server could not be opened or told something.

use std::{fmt, io};

/// Why the practice server could not be opened or told something.
#[derive(Debug)]
pub enum Error {
    /// Its folder could not be made or written.
    Folder(io::Error),
    /// Its database refused.
    Database(rusqlite::Error),
    /// A record of its database could not be read.
    Record(serde_json::Error),
    /// The shop's certificate could not be made.
    Certificate(Box<dyn std::error::Error + Send + Sync>),
    /// An act names something that does not exist there.
    Unknown(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(_) => f.write_str("the practice server's folder could not be written"),
            Self::Database(_) => f.write_str("the practice server's database refused"),
            Self::Record(_) => f.write_str("a record of the practice server is damaged"),
            Self::Certificate(_) => {
                f.write_str("the practice shop's certificate could not be made")
            }
            Self::Unknown(what) => write!(f, "the practice server has no such {what}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Folder(source) => Some(source),
            Self::Database(source) => Some(source),
            Self::Record(source) => Some(source),
            Self::Certificate(source) => Some(source.as_ref()),
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
