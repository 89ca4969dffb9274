//! Single values: mode, maintenance, the signing key, the age of remembered sign-ins.

use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::error::Error;
use crate::mode::{Mode, OrphanAnswer};

fn read(db: &Db, name: &str) -> Result<Option<String>, Error> {
    Ok(db
        .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

fn write(db: &Db, name: &str, value: &str) -> Result<(), Error> {
    db.prepare_cached("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")?
        .execute(params![name, value])?;
    Ok(())
}

/// The release it behaves as.
pub(crate) fn mode(db: &Db) -> Result<Mode, Error> {
    Ok(read(db, "mode")?
        .map(|text| serde_json::from_str(&text))
        .transpose()?
        .unwrap_or_default())
}

/// Changes the release it behaves as.
pub(crate) fn set_mode(db: &Db, mode: Mode) -> Result<(), Error> {
    write(db, "mode", &serde_json::to_string(&mode)?)
}

/// What `/api/me` says to a pair without an app.
pub(crate) fn orphan_answer(db: &Db) -> Result<OrphanAnswer, Error> {
    Ok(read(db, "orphan_answer")?
        .map(|text| serde_json::from_str(&text))
        .transpose()?
        .unwrap_or_default())
}

/// Changes what `/api/me` says to a pair without an app.
pub(crate) fn set_orphan_answer(db: &Db, answer: OrphanAnswer) -> Result<(), Error> {
    write(db, "orphan_answer", &serde_json::to_string(&answer)?)
}

/// Whether it is under maintenance.
pub(crate) fn is_under_maintenance(db: &Db) -> Result<bool, Error> {
    Ok(read(db, "maintenance")?.is_some_and(|text| text == "on"))
}

/// Switches maintenance on or off.
pub(crate) fn set_maintenance(db: &Db, on: bool) -> Result<(), Error> {
    write(db, "maintenance", if on { "on" } else { "off" })
}

/// The key that signs tokens, form tokens and remembered sign-ins.
pub(crate) fn signing_key(db: &Db) -> Result<String, Error> {
    if let Some(key) = read(db, "signing_key")? {
        return Ok(key);
    }
    let key = db.random.hex(32);
    write(db, "signing_key", &key)?;
    Ok(key)
}

/// A value that remembered sign-ins carry; they die when it changes.
pub(crate) fn remembering_epoch(db: &Db) -> Result<String, Error> {
    Ok(read(db, "remembering_epoch")?.unwrap_or_default())
}

/// Ends every session, and if asked every remembered sign-in too.
pub(crate) fn expire_sessions(db: &Db, remembered: bool) -> Result<(), Error> {
    db.execute("DELETE FROM session", [])?;
    if remembered {
        write(db, "remembering_epoch", &db.random.hex(8))?;
    }
    Ok(())
}
