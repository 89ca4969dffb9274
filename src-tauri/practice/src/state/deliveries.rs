//! Deliveries that shops asked for.

use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

use super::Db;
use super::stores::Store;
use crate::error::Error;

/// Keeps a delivery of a Store, picked up at the Store unless it says where, and returns its id and
/// content.
pub(crate) fn create(
    db: &Db,
    store: &Store,
    pickup: Option<&Value>,
    dropoff: &Value,
) -> Result<(i64, Value), Error> {
    let street = store
        .details
        .address
        .as_ref()
        .map(|address| &address.street);
    let pickup = pickup
        .cloned()
        .unwrap_or_else(|| json!({"address": {"streetAddress": street}}));
    let content = json!({"@type": "http://schema.org/ParcelDelivery", "pickup": pickup,
        "dropoff": dropoff, "store": format!("/api/stores/{}", store.id)});
    db.execute(
        "INSERT INTO delivery (store, content) VALUES (?1, ?2)",
        params![store.id, content.to_string()],
    )?;
    Ok((db.last_insert_rowid(), content))
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

/// How many deliveries a Store has.
pub(crate) fn count(db: &Db, store: i64) -> Result<i64, Error> {
    Ok(db.query_row(
        "SELECT count(*) FROM delivery WHERE store = ?1",
        [store],
        |row| row.get(0),
    )?)
}

/// One page of a Store's deliveries, newest first.
pub(crate) fn page(
    db: &Db,
    store: i64,
    offset: i64,
    limit: i64,
) -> Result<Vec<(i64, Value)>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT id, content FROM delivery WHERE store = ?1 ORDER BY id DESC LIMIT ?2 OFFSET ?3",
    )?;
    let rows = statement
        .query_map([store, limit, offset], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<Vec<(i64, String)>, _>>()?;
    rows.into_iter()
        .map(|(id, content)| Ok((id, serde_json::from_str(&content)?)))
        .collect()
}
