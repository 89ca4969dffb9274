//! Why the inventory could not be read or written.

use std::fmt;
use std::path::{Path, PathBuf};

/// A failure of the inventory, by what a person can do about it.
#[derive(Debug)]
pub enum Error {
    /// The file was written by a newer program.
    Newer {
        /// Its version.
        found: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// The file is no database any more, or holds what no version ever wrote.
    Damaged {
        /// Which file; empty for one in memory.
        path: PathBuf,
        /// What SQLite said.
        source: Option<rusqlite::Error>,
    },
    /// A database, but of another program.
    Foreign(PathBuf),
    /// Another process holds the file and did not let go in time.
    Busy,
    /// Another program, or another window of this one, works on the folder.
    InUse,
    /// The file or its folder cannot be written.
    ReadOnly,
    /// There is no room left on the disk.
    Full,
    /// No record has that number.
    Missing,
    /// The file's folder cannot be used.
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Anything else SQLite said.
    Sql(rusqlite::Error),
}

/// A result of the inventory.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn of(source: rusqlite::Error, path: &Path) -> Self {
        use rusqlite::ErrorCode as Code;
        if matches!(source, rusqlite::Error::QueryReturnedNoRows) {
            return Self::Missing;
        }
        let unreadable = matches!(
            source,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
        );
        match source.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied) => Self::ReadOnly,
            Some(Code::DiskFull) => Self::Full,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::damaged(path, source),
            _ if unreadable => Self::damaged(path, source),
            _ => Self::Sql(source),
        }
    }

    pub(crate) fn of_file(source: std::io::Error, path: &Path) -> Self {
        use std::io::ErrorKind as Kind;
        match source.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::File {
                path: path.to_owned(),
                source,
            },
        }
    }

    fn damaged(path: &Path, source: rusqlite::Error) -> Self {
        Self::Damaged {
            path: path.to_owned(),
            source: Some(source),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer { found, known } => write!(
                formatter,
                "inventory has version {found}, this program knows up to {known}"
            ),
            Self::Damaged { path, .. } => {
                write!(formatter, "inventory \"{}\" is damaged", path.display())
            }
            Self::Foreign(path) => write!(
                formatter,
                "\"{}\" is a database of another program",
                path.display()
            ),
            Self::Busy => formatter.write_str("inventory is held by another process"),
            Self::InUse => formatter.write_str("another program works on this inventory"),
            Self::ReadOnly => formatter.write_str("inventory cannot be written"),
            Self::Full => formatter.write_str("no room left on the disk for the inventory"),
            Self::Missing => formatter.write_str("no such record in the inventory"),
            Self::File { path, .. } => {
                write!(formatter, "\"{}\" cannot be used", path.display())
            }
            Self::Sql(_) => formatter.write_str("inventory cannot be used"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Damaged { source, .. } => source.as_ref().map(|source| source as _),
            Self::File { source, .. } => Some(source),
            Self::Sql(source) => Some(source),
            _ => None,
        }
    }
}
