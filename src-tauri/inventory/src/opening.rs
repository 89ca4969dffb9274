//! Opening the file safely, and setting a damaged one aside.

use crate::backup::{BackupReason, making};
use crate::stamp::stamp;
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
pub(crate) const PATIENCE: Duration = Duration::from_millis(800);

/// How often opening is tried, and how long it waits within and between two attempts.
const ATTEMPTS: usize = 20;
const PAUSE: Duration = Duration::from_millis(20);

/// What SQLite keeps beside the file while it is open.
const JOURNALS: [&str; 2] = ["-wal", "-shm"];

pub(crate) fn open(path: &Path, now: Moment) -> Result<Connection> {
    create_private(path)?;
    let mut backed_up = false;
    // SQLite waits by itself for a lock, but neither for the change to WAL nor when a reader turns
    // into a writer, as happens to two processes that both find a file to be migrated.
    for _ in 1..ATTEMPTS {
        match try_open(path, now, &mut backed_up) {
            Err(Error::Busy) => thread::sleep(PAUSE),
            outcome => return outcome,
        }
    }
    try_open(path, now, &mut backed_up)
}

fn try_open(path: &Path, now: Moment, backed_up: &mut bool) -> Result<Connection> {
    let sql = |source| Error::of(source, path);
    let mut db = Connection::open(path).map_err(sql)?;
    let version = inspect(&db, path)?;
    set_up(&db).map_err(sql)?;
    if (1..migration::LATEST).contains(&version) && !*backed_up {
        making::make(&db, path, BackupReason::BeforeMigration, now)?;
        *backed_up = true;
    }
    migrate(&mut db, path)?;
    db.busy_timeout(PATIENCE).map_err(sql)?;
    Ok(db)
}

pub(crate) fn open_in_memory() -> Result<Connection> {
    let path = Path::new("");
    let sql = |source| Error::of(source, path);
    let mut db = Connection::open_in_memory().map_err(sql)?;
    set_up(&db).map_err(sql)?;
    migrate(&mut db, path)?;
    Ok(db)
}

/// SQLite would give the file the rights of any document; records concern nobody else.
pub(crate) fn create_private(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(source) if source.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(source) => Err(Error::of_file(source, path)),
    }
}

/// Brings the tables to the newest version.
pub(crate) fn migrate(db: &mut Connection, path: &Path) -> Result<()> {
    let Err(source) = migration::all().to_latest(db) else {
        return Ok(());
    };
    // Another process may have done the same a moment earlier.
    let version = db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
    if version.ok().and_then(|version| u32::try_from(version).ok()) == Some(migration::LATEST) {
        return Ok(());
    }
    Err(match source {
        rusqlite_migration::Error::RusqliteError { err, .. } => Error::of(err, path),
        _ => Error::Damaged {
            path: path.to_owned(),
            source: None,
        },
    })
}

/// Reads whether this is a whole file of ours, and of which version; 0 for one that is empty yet.
/// Writes nothing: damage must not be spread by our own changes.
pub(crate) fn inspect(db: &Connection, path: &Path) -> Result<u32> {
    let known = migration::LATEST;
    match judge(db).map_err(|source| Error::of(source, path))? {
        Found::Foreign => Err(Error::Foreign(path.to_owned())),
        Found::Malformed => Err(Error::Damaged {
            path: path.to_owned(),
            source: None,
        }),
        Found::Version(found) if found > known => Err(Error::Newer { found, known }),
        Found::Version(found) => Ok(found),
    }
}

enum Found {
    Version(u32),
    Foreign,
    Malformed,
}

fn judge(db: &Connection) -> rusqlite::Result<Found> {
    db.busy_timeout(PAUSE)?;
    let number = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables > 0 && number("application_id")? != migration::APPLICATION_ID {
        return Ok(Found::Foreign);
    }
    let version = number("user_version")?;
    let health: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match u32::try_from(version) {
        Ok(version) if health == "ok" => Ok(Found::Version(version)),
        _ => Ok(Found::Malformed),
    }
}

fn set_up(db: &Connection) -> rusqlite::Result<()> {
    db.set_prepared_statement_cache_capacity(64);
    db.pragma_update(None, "secure_delete", true)?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "synchronous", "NORMAL")?;
    // Answers with the mode it chose: a database in memory keeps its own.
    db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
}

/// Moves a damaged file, with the journals beside it, to a dated name in the same folder, and
/// tells the new name. Nothing is deleted or replaced.
pub fn set_aside(path: &Path, now: Moment) -> Result<PathBuf> {
    let target = free_name(path, now);
    set_journals_aside(path, &target)?;
    match std::fs::rename(path, &target) {
        Ok(()) => Ok(target),
        Err(source) => Err(Error::of_file(source, path)),
    }
}

/// Moves the journals of a file first: left beside a new one they would be taken for its own.
fn set_journals_aside(path: &Path, target: &Path) -> Result<()> {
    for journal in JOURNALS {
        let from = with_suffix(path, journal);
        match std::fs::rename(&from, with_suffix(target, journal)) {
            Err(source) if source.kind() != ErrorKind::NotFound => {
                return Err(Error::of_file(source, &from));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Moves journals that were left without their file, as when a person removed it.
pub(crate) fn set_stray_journals_aside(path: &Path, now: Moment) -> Result<()> {
    set_journals_aside(path, &free_name(path, now))
}

/// A dated name beside the file, of which nothing is there yet.
fn free_name(path: &Path, now: Moment) -> PathBuf {
    let mut target = with_suffix(path, &format!(".damaged-{}", stamp(now)));
    let mut attempt = 1;
    while taken(&target) {
        attempt += 1;
        target = with_suffix(path, &format!(".damaged-{}-{attempt}", stamp(now)));
    }
    target
}

fn taken(target: &Path) -> bool {
    target.exists()
        || JOURNALS
            .iter()
            .any(|journal| with_suffix(target, journal).exists())
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests;
