//! The practice co-op's own records in SQLite.

use std::cell::RefCell;
use std::fs;
use std::ops::Deref;
use std::path::Path;

use rusqlite::Connection;

use crate::error::Error;
use crate::made::Made;
use crate::random::Random;

pub(crate) mod accounts;
pub(crate) mod apps;
pub(crate) mod clients;
pub(crate) mod deliveries;
pub(crate) mod mails;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod stores;
pub(crate) mod tokens;

/// The tables of the co-op.
pub(crate) const SCHEMA: &str = include_str!("state/schema.sql");

/// The records, where random values come from, and what was made since the start.
pub(crate) struct Db {
    connection: Connection,
    pub(crate) random: Random,
    pub(crate) made: RefCell<Vec<Made>>,
}

impl Db {
    pub(crate) fn new(connection: Connection, random: Random) -> Self {
        Self {
            connection,
            random,
            made: RefCell::default(),
        }
    }
}

impl Deref for Db {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.connection
    }
}

/// Opens the state kept in a folder, making it when there is none. A file that is no database is
/// set aside: practice must not end with it, and the samples come back.
pub(crate) fn open_folder(folder: &Path, name: &str, schema: &str) -> Result<Connection, Error> {
    fs::create_dir_all(folder).map_err(Error::Folder)?;
    let path = folder.join(format!("{name}.sqlite3"));
    match open_file(&path, schema) {
        Err(Error::Database(error)) if is_damage(&error) => {
            fs::rename(&path, folder.join(format!("{name}.damaged"))).map_err(Error::Folder)?;
            open_file(&path, schema)
        }
        other => other,
    }
}

fn open_file(path: &Path, schema: &str) -> Result<Connection, Error> {
    let db = Connection::open(path)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "NORMAL")?;
    prepare(db, schema)
}

/// Whether a file turned out not to be a database.
fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(
        error.sqlite_error_code(),
        Some(DatabaseCorrupt | NotADatabase)
    )
}

/// Opens a state that is gone when it is closed.
pub(crate) fn open_in_memory(schema: &str) -> Result<Connection, Error> {
    prepare(Connection::open_in_memory()?, schema)
}

fn prepare(db: Connection, schema: &str) -> Result<Connection, Error> {
    db.set_prepared_statement_cache_capacity(64);
    db.execute_batch(schema)?;
    // For later versions to know what they found.
    db.pragma_update(None, "user_version", 1)?;
    Ok(db)
}

/// Whether nothing was ever stored.
pub(crate) fn is_empty(db: &Db) -> Result<bool, Error> {
    Ok(
        db.query_row("SELECT NOT EXISTS (SELECT 1 FROM account)", [], |row| {
            row.get(0)
        })?,
    )
}

/// Forgets everything.
pub(crate) fn clear(db: &Db) -> Result<(), Error> {
    db.execute_batch(
        "DELETE FROM setting; DELETE FROM account; DELETE FROM store; DELETE FROM app; DELETE FROM deleted_app;
         DELETE FROM client; DELETE FROM access_token; DELETE FROM refresh_token;
         DELETE FROM session; DELETE FROM mail; DELETE FROM delivery;
         DELETE FROM sqlite_sequence;",
    )?;
    Ok(())
}
