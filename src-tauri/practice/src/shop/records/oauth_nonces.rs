//! Nonces of signed requests, each good once (contract 7.2).

use rusqlite::params;

use super::Records;
use crate::error::Error;

/// How far a request's time may be off, in seconds.
pub(crate) const WINDOW: i64 = 15 * 60;

/// Uses a nonce up; says whether it was new.
pub(crate) fn take(records: &Records, key: i64, nonce: &str, now: i64) -> Result<bool, Error> {
    records.execute("DELETE FROM oauth_nonce WHERE at < ?1", [now - WINDOW])?;
    let added = records.execute(
        "INSERT OR IGNORE INTO oauth_nonce (key, nonce, at) VALUES (?1, ?2, ?3)",
        params![key, nonce, now],
    )?;
    Ok(added == 1)
}
