//! Opening the file safely, and setting a damaged one aside.

use crate::{Error, Result, migration};
use keys::Moment;
use rusqlite::Connection;
use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How long another process may hold the open file before we say so.
const PATIENCE: Duration = Duration::from_millis(800);

/// How often opening is tried, and how long it waits within and between two attempts.
const ATTEMPTS: usize = 20;
const PAUSE: Duration = Duration::from_millis(20);

pub(crate) fn open(path: &Path) -> Result<Connection> {
    create_private(path)?;
    // SQLite waits by itself for a lock, but neither for the change to WAL nor when a reader turns
    // into a writer, as happens to two processes that both find a file to be migrated.
    for _ in 1..ATTEMPTS {
        match try_open(path) {
            Err(Error::Busy) => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
    try_open(path)
}

fn try_open(path: &Path) -> Result<Connection> {
    let db = Connection::open(path).map_err(|source| Error::of(source, path))?;
    prepare(db, path)
}

pub(crate) fn open_in_memory() -> Result<Connection> {
    let path = Path::new("");
    let db = Connection::open_in_memory().map_err(|source| Error::of(source, path))?;
    prepare(db, path)
}

/// SQLite would give the file the rights of any document; records concern nobody else.
fn create_private(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(source) if source.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(source) if source.kind() == ErrorKind::StorageFull => Err(Error::Full),
        Err(source)
            if matches!(
                source.kind(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
            ) =>
        {
            Err(Error::ReadOnly)
        }
        Err(source) => Err(Error::File {
            path: path.to_owned(),
            source,
        }),
    }
}

fn prepare(mut db: Connection, path: &Path) -> Result<Connection> {
    let version = judge(&db).map_err(|source| Error::of(source, path))?;
    let known = migration::LATEST;
    match version {
        Found::Foreign => return Err(Error::Foreign(path.to_owned())),
        Found::Version(found) if found > known => return Err(Error::Newer { found, known }),
        Found::Malformed => {
            return Err(Error::Damaged {
                path: path.to_owned(),
                source: None,
            });
        }
        Found::Version(_) => {}
    }
    if let Err(source) = migration::all().to_latest(&mut db) {
        // Another process may have done the same a moment earlier.
        let version = db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
        if version.ok().and_then(|version| u32::try_from(version).ok()) != Some(known) {
            return Err(match source {
                rusqlite_migration::Error::RusqliteError { err, .. } => Error::of(err, path),
                _ => Error::Damaged {
                    path: path.to_owned(),
                    source: None,
                },
            });
        }
    }
    db.busy_timeout(PATIENCE)
        .map_err(|source| Error::of(source, path))?;
    Ok(db)
}

enum Found {
    Version(u32),
    Foreign,
    Malformed,
}

fn judge(db: &Connection) -> rusqlite::Result<Found> {
    db.busy_timeout(PAUSE)?;
    db.set_prepared_statement_cache_capacity(64);
    let number = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables > 0 && number("application_id")? != migration::APPLICATION_ID {
        return Ok(Found::Foreign);
    }
    let version = number("user_version")?;
    // Before anything is written to it: damage must not be spread by our own changes.
    let health: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let Ok(version) = u32::try_from(version) else {
        return Ok(Found::Malformed);
    };
    if health != "ok" {
        return Ok(Found::Malformed);
    }
    if version <= migration::LATEST {
        db.pragma_update(None, "secure_delete", true)?;
        db.pragma_update(None, "foreign_keys", true)?;
        db.pragma_update(None, "synchronous", "NORMAL")?;
        // Answers with the mode it chose: a database in memory keeps its own.
        db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    }
    Ok(Found::Version(version))
}

/// Moves a damaged file, with the journals beside it, to a dated name in the same folder, and
/// tells the new name. Nothing is deleted or replaced.
pub fn set_aside(path: &Path, now: Moment) -> Result<PathBuf> {
    let mut target = with_suffix(path, &format!(".damaged-{}", stamp(now)));
    let mut attempt = 1;
    while taken(&target) {
        attempt += 1;
        target = with_suffix(path, &format!(".damaged-{}-{attempt}", stamp(now)));
    }
    // The journals first: left beside a new file they would be taken for its own.
    for journal in ["-wal", "-shm", ""] {
        let from = with_suffix(path, journal);
        match std::fs::rename(&from, with_suffix(&target, journal)) {
            Err(source) if source.kind() == ErrorKind::NotFound && !journal.is_empty() => {}
            Err(source) => return Err(Error::File { path: from, source }),
            Ok(()) => {}
        }
    }
    Ok(target)
}

fn taken(target: &Path) -> bool {
    ["", "-wal", "-shm"]
        .iter()
        .any(|journal| with_suffix(target, journal).exists())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// `20261122-003000`, in UTC.
fn stamp(now: Moment) -> String {
    let seconds = now.0.div_euclid(1000);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Days since 0000-03-01, so that a leap day ends its year (Howard Hinnant's civil_from_days).
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!(
        "{year:04}{month:02}{day:02}-{:02}{:02}{:02}",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

#[cfg(test)]
mod tests;
