//! OAuth clients: the pairs that get tokens.

use rusqlite::{OptionalExtension, params};

use super::Db;
use crate::error::Error;

/// A pair and what it may ask for.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) identifier: String,
    pub(crate) secret: String,
    /// Empty means: may ask for anything.
    pub(crate) scopes: Vec<String>,
    pub(crate) active: bool,
}

/// Makes a client with a fresh pair and returns its Identifier.
pub(crate) fn create(db: &Db, name: &str, scopes: &[String]) -> Result<String, Error> {
    let identifier = db.random.hex(16);
    db.prepare_cached(
        "INSERT INTO client (identifier, secret, name, scopes) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        identifier,
        db.random.hex(64),
        name,
        scopes.join(" ")
    ])?;
    Ok(identifier)
}

pub(crate) fn find(db: &Db, identifier: &str) -> Result<Option<Client>, Error> {
    Ok(db
        .prepare_cached(
            "SELECT identifier, secret, scopes, active FROM client WHERE identifier = ?1",
        )?
        .query_row([identifier], |row| {
            let scopes: String = row.get(2)?;
            Ok(Client {
                identifier: row.get(0)?,
                secret: row.get(1)?,
                scopes: scopes.split_whitespace().map(str::to_owned).collect(),
                active: row.get(3)?,
            })
        })
        .optional()?)
}

/// Gives a client a new secret; false when there is no such client.
pub(crate) fn renew_secret(db: &Db, identifier: &str) -> Result<bool, Error> {
    let changed = db.execute(
        "UPDATE client SET secret = ?2 WHERE identifier = ?1",
        params![identifier, db.random.hex(64)],
    )?;
    Ok(changed == 1)
}

/// Changes what a client may ask for.
pub(crate) fn set_scopes(db: &Db, identifier: &str, scopes: &[String]) -> Result<(), Error> {
    db.execute(
        "UPDATE client SET scopes = ?2 WHERE identifier = ?1",
        params![identifier, scopes.join(" ")],
    )?;
    Ok(())
}

/// Lets a client get tokens, or not any more.
pub(crate) fn set_active(db: &Db, identifier: &str, active: bool) -> Result<(), Error> {
    db.execute(
        "UPDATE client SET active = ?2 WHERE identifier = ?1",
        params![identifier, active],
    )?;
    Ok(())
}

/// Whether a secret is that of a client which gets tokens.
pub(crate) fn has_secret(db: &Db, secret: &str) -> Result<bool, Error> {
    Ok(db.query_row(
        "SELECT EXISTS (SELECT 1 FROM client WHERE secret = ?1 AND active)",
        [secret],
        |row| row.get(0),
    )?)
}
