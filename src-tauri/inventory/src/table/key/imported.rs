//! Keys brought in from a file: known by their Identifier until the server tells their number.

use super::consumer;
use super::row::{self, COLUMNS, from_row};
use crate::{Inventory, Result};
use keys::{ConnectionId, Identifier, Key, KeyId, KeyType, Moment, Scope, ServerAppId, ending_of};
use rusqlite::{OptionalExtension, params};

/// A key as a file tells it. Its secret is kept with [`Inventory::set_secret_stored`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewImportedKey {
    /// On which connection.
    pub connection: ConnectionId,
    /// The App name.
    pub app_name: String,
    /// The name it had where it comes from.
    pub local_name: Option<String>,
    /// How it proves itself.
    pub key_type: KeyType,
    /// Its Store's name; empty for none.
    pub store_name: String,
    /// Granted scopes, when the file tells them.
    pub scopes: Option<Vec<Scope>>,
    /// The public half; `None` for `ak_` keys.
    pub identifier: Option<Identifier>,
    /// Free text.
    pub note: String,
    /// When it was put out of sight where it comes from.
    pub archived_at: Option<Moment>,
    /// The server's number of the app, when the file tells it.
    pub server_id: Option<ServerAppId>,
}

impl Inventory {
    /// Adds a key, without history. One whose number on the server is not known gets its own number
    /// below zero, until a refresh finds it there.
    pub fn add_imported_key(&self, new: &NewImportedKey, at: Moment) -> Result<KeyId> {
        self.write(|db| {
            let told = new.server_id.filter(|id| id.is_known());
            let id = row::add(db, &key_of(new, told.unwrap_or(row::NOT_TOLD), at))?;
            row::number_below_zero(db, id)?;
            db.execute(
                "UPDATE keys SET local_name = ?2, note = ?3, archived_at = ?4 WHERE id = ?1",
                params![
                    id.0,
                    new.local_name,
                    new.note,
                    new.archived_at.map(|at| at.0)
                ],
            )?;
            Ok(id)
        })
    }

    /// The key with that Identifier or Consumer key, one that the server still has before one that is gone.
    pub fn key_by_identifier(
        &self,
        connection: ConnectionId,
        identifier: &Identifier,
    ) -> Result<Option<Key>> {
        let query = format!(
            "SELECT {COLUMNS} FROM keys WHERE connection = ?1 AND identifier = ?2
             ORDER BY presence = 'gone', id LIMIT 1"
        );
        self.read(|db| {
            db.prepare_cached(&query)?
                .query_row(params![connection.0, identifier.as_str()], from_row)
                .optional()
        })
    }

    /// The `ak_` key whose value has that print; it has no Identifier to know it by.
    pub fn key_by_fingerprint(
        &self,
        connection: ConnectionId,
        fingerprint: &[u8],
    ) -> Result<Option<Key>> {
        let query = format!(
            "SELECT {COLUMNS} FROM keys
             WHERE connection = ?1 AND key_type = 'api_key' AND fingerprint = ?2
             ORDER BY presence = 'gone', id LIMIT 1"
        );
        self.read(|db| {
            db.prepare_cached(&query)?
                .query_row(params![connection.0, fingerprint], from_row)
                .optional()
        })
    }
}

fn key_of(new: &NewImportedKey, server_id: ServerAppId, at: Moment) -> Key {
    let identifier = match new.key_type {
        KeyType::OAuth | KeyType::Consumer => new.identifier.clone(),
        KeyType::ApiKey => None,
    };
    let ending = ending_of(identifier.as_ref().map_or("", Identifier::as_str));
    Key {
        store_name: new.store_name.clone(),
        scopes: new.scopes.clone(),
        consumer: (new.key_type == KeyType::Consumer).then(|| consumer::of_ending(ending)),
        identifier,
        ..row::fresh(new.connection, server_id, &new.app_name, new.key_type, at)
    }
}
