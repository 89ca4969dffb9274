//! Stores: one line for each shop ever seen on a connection.

use crate::inventory::found;
use crate::table::{presence, word};
use crate::{Inventory, Result, SeenStore};
use keys::{ConnectionId, Moment, Presence, ServerStoreId, Store, StoreId};
use rusqlite::{Connection, OptionalExtension, Row, params};

impl Inventory {
    /// The Store with that number.
    pub fn store(&self, id: StoreId) -> Result<Option<Store>> {
        self.read(|db| by_id(db, id).optional())
    }

    /// The Store with that number on the server.
    pub fn store_by_server_id(
        &self,
        connection: ConnectionId,
        server_id: ServerStoreId,
    ) -> Result<Option<Store>> {
        self.read(|db| by_server_id(db, connection, server_id))
    }

    /// The Stores of one connection, or of all, in the order they were first seen.
    pub fn stores(&self, connection: Option<ConnectionId>) -> Result<Vec<Store>> {
        self.read(|db| match connection {
            Some(connection) => of_connection(db, connection),
            None => db
                .prepare_cached("SELECT * FROM stores ORDER BY id")?
                .query_map([], from_row)?
                .collect(),
        })
    }

    /// Keeps whether it has a time slot.
    pub fn set_time_slot(&self, id: StoreId, has_time_slot: bool) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE stores SET has_time_slot = ?2 WHERE id = ?1",
                params![id.0, has_time_slot],
            )?)
        })
    }
}

pub(crate) fn by_id(db: &Connection, id: StoreId) -> rusqlite::Result<Store> {
    db.prepare_cached("SELECT * FROM stores WHERE id = ?1")?
        .query_row([id.0], from_row)
}

pub(crate) fn by_server_id(
    db: &Connection,
    connection: ConnectionId,
    server_id: ServerStoreId,
) -> rusqlite::Result<Option<Store>> {
    db.prepare_cached("SELECT * FROM stores WHERE connection = ?1 AND server_id = ?2")?
        .query_row([connection.0, server_id.0], from_row)
        .optional()
}

pub(crate) fn of_connection(
    db: &Connection,
    connection: ConnectionId,
) -> rusqlite::Result<Vec<Store>> {
    db.prepare_cached("SELECT * FROM stores WHERE connection = ?1 ORDER BY id")?
        .query_map([connection.0], from_row)?
        .collect()
}

pub(crate) fn add(
    db: &Connection,
    connection: ConnectionId,
    seen: &SeenStore,
    now: Moment,
) -> rusqlite::Result<StoreId> {
    db.prepare_cached(
        "INSERT INTO stores
             (connection, server_id, name, address, has_time_slot, presence, first_seen)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        connection.0,
        seen.server_id.0,
        seen.name,
        seen.address,
        seen.has_time_slot,
        presence::as_word(Presence::OnServer),
        now.0,
    ])?;
    Ok(StoreId(db.last_insert_rowid()))
}

/// Writes back what a server can change, and tells its keys whether it is gone.
pub(crate) fn update(db: &Connection, store: &Store) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE stores SET name = ?2, address = ?3, has_time_slot = ?4, presence = ?5 WHERE id = ?1",
    )?
    .execute(params![
        store.id.0,
        store.name,
        store.address,
        store.has_time_slot,
        presence::as_word(store.presence),
    ])?;
    let gone = store.presence == Presence::Gone;
    db.prepare_cached("UPDATE keys SET store_gone = ?2 WHERE store = ?1 AND store_gone <> ?2")?
        .execute(params![store.id.0, gone])
        .map(|_| ())
}

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Store> {
    Ok(Store {
        id: StoreId(row.get("id")?),
        connection: ConnectionId(row.get("connection")?),
        server_id: ServerStoreId(row.get("server_id")?),
        name: row.get("name")?,
        address: row.get("address")?,
        has_time_slot: row.get("has_time_slot")?,
        presence: word(row, "presence", presence::from_word)?,
        first_seen: Moment(row.get("first_seen")?),
    })
}
