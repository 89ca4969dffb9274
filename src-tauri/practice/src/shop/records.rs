//! The practice shop's own records in SQLite.

use std::ops::Deref;

use rusqlite::Connection;

use crate::error::Error;
use crate::random::Random;

pub(crate) mod application_passwords;
pub(crate) mod codes;
pub(crate) mod consumer_keys;
pub(crate) mod oauth_nonces;
pub(crate) mod people;
pub(crate) mod sales;
pub(crate) mod sessions;
pub(crate) mod settings;

pub(crate) const SCHEMA: &str = include_str!("records/schema.sql");

/// The records, and where random values come from.
pub(crate) struct Records {
    connection: Connection,
    pub(crate) random: Random,
}

impl Records {
    pub(crate) fn new(connection: Connection, random: Random) -> Self {
        Self { connection, random }
    }

    /// Whether nothing was ever stored.
    pub(crate) fn is_empty(&self) -> Result<bool, Error> {
        let question = "SELECT NOT EXISTS (SELECT 1 FROM person)";
        Ok(self.query_row(question, [], |row| row.get(0))?)
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) -> Result<(), Error> {
        self.execute_batch(
            "DELETE FROM setting; DELETE FROM person; DELETE FROM consumer_key;
             DELETE FROM session; DELETE FROM waiting; DELETE FROM code;
             DELETE FROM application_password; DELETE FROM oauth_nonce; DELETE FROM sale;
             DELETE FROM mail; DELETE FROM sqlite_sequence;",
        )?;
        Ok(())
    }
}

impl Deref for Records {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.connection
    }
}
