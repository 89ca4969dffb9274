//! Single values: the switches, what signs cookies and nonces, wrong passwords in a row.

use rusqlite::{OptionalExtension, params};

use super::Records;
use crate::error::Error;
use crate::shop::mode::ShopMode;

fn read(records: &Records, name: &str) -> Result<Option<String>, Error> {
    Ok(records
        .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

fn write(records: &Records, name: &str, value: &str) -> Result<(), Error> {
    records
        .prepare_cached("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")?
        .execute(params![name, value])?;
    Ok(())
}

/// What is switched, if anything ever was.
pub(crate) fn mode(records: &Records) -> Result<Option<ShopMode>, Error> {
    Ok(read(records, "mode")?
        .map(|text| serde_json::from_str(&text))
        .transpose()?)
}

pub(crate) fn set_mode(records: &Records, mode: &ShopMode) -> Result<(), Error> {
    write(records, "mode", &serde_json::to_string(mode)?)
}

/// What signs cookies and nonces.
pub(crate) fn signing_key(records: &Records) -> Result<String, Error> {
    if let Some(key) = read(records, "signing_key")? {
        return Ok(key);
    }
    let key = records.random.hex(32);
    write(records, "signing_key", &key)?;
    Ok(key)
}

/// Wrong passwords in a row, and when the last one came.
pub(crate) fn wrong_passwords(records: &Records) -> Result<(u32, i64), Error> {
    Ok(read(records, "wrong_passwords")?
        .map(|text| serde_json::from_str(&text))
        .transpose()?
        .unwrap_or_default())
}

pub(crate) fn set_wrong_passwords(records: &Records, count: u32, at: i64) -> Result<(), Error> {
    write(
        records,
        "wrong_passwords",
        &serde_json::to_string(&(count, at))?,
    )
}
