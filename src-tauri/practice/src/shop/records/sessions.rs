//! Sessions of signed-in people: each has a token, and ends by sign-out or by its time.

use rusqlite::{OptionalExtension, params};

use super::Records;
use crate::error::Error;

/// Keeps a new session and gives its token, 43 characters.
pub(crate) fn start(records: &Records, person: i64, expires_at: i64) -> Result<String, Error> {
    let mut token = records.random.hex(22);
    token.truncate(43);
    records.execute(
        "INSERT INTO session (token, person, expires_at) VALUES (?1, ?2, ?3)",
        params![token, person, expires_at],
    )?;
    Ok(token)
}

/// Whose session it is, if it is still one.
pub(crate) fn find(records: &Records, token: &str, now: i64) -> Result<Option<i64>, Error> {
    Ok(records
        .prepare_cached("SELECT person FROM session WHERE token = ?1 AND expires_at > ?2")?
        .query_row(params![token, now], |row| row.get(0))
        .optional()?)
}

pub(crate) fn end(records: &Records, token: &str) -> Result<(), Error> {
    records.execute("DELETE FROM session WHERE token = ?1", [token])?;
    Ok(())
}

pub(crate) fn end_all(records: &Records) -> Result<(), Error> {
    records.execute("DELETE FROM session", [])?;
    Ok(())
}

/// How many there are.
pub(crate) fn count(records: &Records, now: i64) -> Result<i64, Error> {
    let question = "SELECT count(*) FROM session WHERE expires_at > ?1";
    Ok(records.query_row(question, [now], |row| row.get(0))?)
}
