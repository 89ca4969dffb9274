//! Sign-ins that wait for a second factor, and the codes that complete them.

use rusqlite::{OptionalExtension, params};

use super::Records;
use crate::error::Error;

/// How long a sign-in waits, in seconds.
const PATIENCE: i64 = 600;

/// Lets a sign-in wait, and gives the nonce of its form.
pub(crate) fn wait(records: &Records, person: i64, now: i64) -> Result<String, Error> {
    let nonce = records.random.hex(16);
    records.execute("DELETE FROM waiting WHERE person = ?1", [person])?;
    records.execute(
        "INSERT INTO waiting (nonce, person, expires_at) VALUES (?1, ?2, ?3)",
        params![nonce, person, now + PATIENCE],
    )?;
    Ok(nonce)
}

/// Who waits with this nonce.
pub(crate) fn who_waits(records: &Records, nonce: &str, now: i64) -> Result<Option<i64>, Error> {
    Ok(records
        .prepare_cached("SELECT person FROM waiting WHERE nonce = ?1 AND expires_at > ?2")?
        .query_row(params![nonce, now], |row| row.get(0))
        .optional()?)
}

pub(crate) fn stop_waiting(records: &Records, person: i64) -> Result<(), Error> {
    records.execute("DELETE FROM waiting WHERE person = ?1", [person])?;
    Ok(())
}

/// The codes of a provider that are still good.
pub(crate) fn of(records: &Records, person: i64, provider: &str) -> Result<Vec<String>, Error> {
    let mut statement =
        records.prepare_cached("SELECT code FROM code WHERE person = ?1 AND provider = ?2")?;
    let codes = statement
        .query_map(params![person, provider], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(codes)
}

pub(crate) fn add(records: &Records, person: i64, provider: &str, code: &str) -> Result<(), Error> {
    records.execute(
        "INSERT INTO code (person, provider, code) VALUES (?1, ?2, ?3)",
        params![person, provider, code],
    )?;
    Ok(())
}

/// Uses a code up; says whether it was good.
pub(crate) fn take(
    records: &Records,
    person: i64,
    provider: &str,
    code: &str,
) -> Result<bool, Error> {
    let taken = records.execute(
        "DELETE FROM code WHERE person = ?1 AND provider = ?2 AND code = ?3",
        params![person, provider, code],
    )?;
    Ok(taken > 0)
}
