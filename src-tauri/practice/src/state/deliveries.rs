//! Deliveries that plugins asked for.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use super::Db;
use crate::error::Error;

/// Keeps a delivery and returns its id.
pub(crate) fn create(db: &Db, store: i64, content: &Value) -> Result<i64, Error> {
    db.execute(
        "INSERT INTO delivery (store, content) VALUES (?1, ?2)",
        params![store, content.to_string()],
    )?;
    Ok(db.last_insert_rowid())
}

/// A delivery and its Store.
pub(crate) fn find(db: &Db, id: i64) -> Result<Option<(i64, Value)>, Error> {
    let row: Option<(i64, String)> = db
        .query_row(
            "SELECT store, content FROM delivery WHERE id = ?1",
            [id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    row.map(|(store, content)| Ok((store, serde_json::from_str(&content)?)))
        .transpose()
}
