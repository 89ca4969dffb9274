//! Keys: one line for each API app ever seen on a connection. Never its secret.

mod checking;
pub(crate) mod consumer;
mod consumer_row;
mod imported;
mod offer;
mod row;
mod standing;
pub(crate) mod standing_of;
pub(crate) mod words;

use crate::inventory::found;
use crate::{Inventory, Result};
pub use consumer::NewPastedKey;
pub use imported::NewImportedKey;
use keys::{ConnectionId, Key, KeyId, Moment, ServerAppId};
pub(crate) use row::{
    COLUMNS, add, by_id, by_server_id, fresh, from_row, not_seen_yet, of_connection, update,
};
use rusqlite::{OptionalExtension, params};

impl Inventory {
    /// The key with that number.
    pub fn key(&self, id: KeyId) -> Result<Option<Key>> {
        self.read(|db| by_id(db, id).optional())
    }

    /// The key with that number on the server.
    pub fn key_by_server_id(
        &self,
        connection: ConnectionId,
        server_id: ServerAppId,
    ) -> Result<Option<Key>> {
        self.read(|db| by_server_id(db, connection, server_id))
    }

    /// The keys of a connection, in the order they were first seen.
    pub fn keys(&self, connection: ConnectionId) -> Result<Vec<Key>> {
        self.read(|db| of_connection(db, connection))
    }

    /// Keeps which secret is known, and when it was put into the keychain. What was checked was
    /// the secret known before: another one is not checked yet.
    pub fn set_secret_stored(
        &self,
        id: KeyId,
        fingerprint: &[u8],
        stored_at: Option<Moment>,
    ) -> Result<()> {
        self.set_secrets_stored(&[(id, fingerprint.to_vec(), stored_at)])
    }

    /// The same for many keys: all or none.
    pub fn set_secrets_stored(&self, secrets: &[(KeyId, Vec<u8>, Option<Moment>)]) -> Result<()> {
        self.write_aside(|db| {
            let mut statement = db.prepare_cached(
                "UPDATE keys SET fingerprint = ?2, stored_at = ?3,
                     checked_at = CASE WHEN fingerprint = ?2 THEN checked_at END,
                     unreached_at = CASE WHEN fingerprint = ?2 THEN unreached_at END
                 WHERE id = ?1",
            )?;
            secrets.iter().try_for_each(|(id, fingerprint, stored_at)| {
                found(statement.execute(params![id.0, fingerprint, stored_at.map(|at| at.0)])?)
            })
        })
    }

    /// Keeps the coordinator's note.
    pub fn set_note(&self, id: KeyId, note: &str) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE keys SET note = ?2 WHERE id = ?1",
                params![id.0, note],
            )?)
        })
    }

    /// Keeps a name shown instead of the App name, or goes back to that with `None`.
    pub fn set_local_name(&self, id: KeyId, name: Option<&str>) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE keys SET local_name = ?2 WHERE id = ?1",
                params![id.0, name],
            )?)
        })
    }
}
