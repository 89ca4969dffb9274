//! Keys: one line for each API app ever seen on a connection. Never its secret.

use crate::inventory::{found, in_transaction};
use crate::table::{presence, word};
use crate::{Inventory, Result};
use keys::{
    CheckResult, ConnectionId, Identifier, Key, KeyId, KeyType, Moment, Scope, SecretRecord,
    ServerAppId, StoreId,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

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
        self.with_state(|state| {
            in_transaction(&mut state.db, |db| {
                let mut statement = db.prepare_cached(
                    "UPDATE keys SET fingerprint = ?2, stored_at = ?3,
                         checked_at = CASE WHEN fingerprint = ?2 THEN checked_at END
                     WHERE id = ?1",
                )?;
                secrets.iter().try_for_each(|(id, fingerprint, stored_at)| {
                    found(statement.execute(params![
                        id.0,
                        fingerprint,
                        stored_at.map(|at| at.0)
                    ])?)
                })
            })?;
            let ids = secrets.iter().map(|(id, ..)| *id);
            state.lists.reconsider_attention(&state.db, ids)
        })
    }

    /// Keeps the outcome of a check.
    pub fn set_check(&self, id: KeyId, result: &CheckResult, at: Moment) -> Result<()> {
        let (result, detail) = check_as_words(result);
        self.with_state(|state| {
            found(state.db.execute(
                "UPDATE keys SET check_result = ?2, check_detail = ?3, checked_at = ?4 WHERE id = ?1",
                params![id.0, result, detail, at.0],
            )?)?;
            state.lists.reconsider_attention(&state.db, [id])
        })
    }

    /// Forgets the outcome of the last check.
    pub fn clear_check(&self, id: KeyId) -> Result<()> {
        self.with_state(|state| {
            found(
                state
                    .db
                    .execute("UPDATE keys SET checked_at = NULL WHERE id = ?1", [id.0])?,
            )?;
            state.lists.reconsider_attention(&state.db, [id])
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

pub(crate) fn by_id(db: &Connection, id: KeyId) -> rusqlite::Result<Key> {
    db.prepare_cached("SELECT * FROM keys WHERE id = ?1")?
        .query_row([id.0], from_row)
}

pub(crate) fn by_server_id(
    db: &Connection,
    connection: ConnectionId,
    server_id: ServerAppId,
) -> rusqlite::Result<Option<Key>> {
    db.prepare_cached("SELECT * FROM keys WHERE connection = ?1 AND server_id = ?2")?
        .query_row([connection.0, server_id.0], from_row)
        .optional()
}

pub(crate) fn of_connection(
    db: &Connection,
    connection: ConnectionId,
) -> rusqlite::Result<Vec<Key>> {
    db.prepare_cached("SELECT * FROM keys WHERE connection = ?1 ORDER BY id")?
        .query_map([connection.0], from_row)?
        .collect()
}

/// Adds a key and tells its number; the one it carries is ignored.
pub(crate) fn add(db: &Connection, key: &Key) -> rusqlite::Result<KeyId> {
    db.prepare_cached(
        "INSERT INTO keys (connection, server_id, app_name, key_type, presence, store_name, first_seen)
         VALUES (?1, ?2, '', '', '', '', ?3)",
    )?
    .execute([key.connection.0, key.server_id.0, key.first_seen.0])?;
    let id = KeyId(db.last_insert_rowid());
    update(db, &Key { id, ..key.clone() })?;
    Ok(id)
}

/// Writes back what a server can change.
pub(crate) fn update(db: &Connection, key: &Key) -> rusqlite::Result<()> {
    let secret = key.secret.as_ref();
    let check = key.check.as_ref();
    let words = check.map(|(result, _)| check_as_words(result));
    db.prepare_cached(
        "UPDATE keys SET app_name = ?2, key_type = ?3, store = ?4, store_name = ?5, scopes = ?6,
             identifier = ?7, fingerprint = ?8, stored_at = ?9, presence = ?10,
             check_result = ?11, check_detail = ?12, checked_at = ?13
         WHERE id = ?1",
    )?
    .execute(params![
        key.id.0,
        key.app_name,
        type_as_word(key.key_type),
        key.store.map(|store| store.0),
        key.store_name,
        key.scopes.as_deref().map(scopes_as_text),
        key.identifier.as_ref().map(Identifier::as_str),
        secret.map(|secret| &secret.fingerprint),
        secret.and_then(|secret| secret.stored_at).map(|at| at.0),
        presence::as_word(key.presence),
        words.map(|(result, _)| result),
        words.and_then(|(_, detail)| detail),
        check.map(|(_, at)| at.0),
    ])
    .map(|_| ())
}

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Key> {
    let scopes: Option<String> = row.get("scopes")?;
    let identifier: Option<String> = row.get("identifier")?;
    Ok(Key {
        id: KeyId(row.get("id")?),
        connection: ConnectionId(row.get("connection")?),
        server_id: ServerAppId(row.get("server_id")?),
        app_name: row.get("app_name")?,
        local_name: row.get("local_name")?,
        key_type: word(row, "key_type", type_from_word)?,
        store: row.get::<_, Option<i64>>("store")?.map(StoreId),
        store_name: row.get("store_name")?,
        scopes: scopes.as_deref().map(scopes_from_text),
        identifier: identifier.as_deref().and_then(Identifier::new),
        secret: secret_from_row(row)?,
        presence: word(row, "presence", presence::from_word)?,
        check: check_from_row(row)?,
        note: row.get("note")?,
        first_seen: Moment(row.get("first_seen")?),
    })
}

/// Whether the row's key needs attention, without making the texts that do not matter for it.
pub(crate) fn needs_attention(row: &Row<'_>) -> rusqlite::Result<bool> {
    let key = Key {
        id: KeyId(0),
        connection: ConnectionId(0),
        server_id: ServerAppId(0),
        app_name: String::new(),
        local_name: None,
        key_type: KeyType::OAuth,
        store: None,
        store_name: String::new(),
        scopes: None,
        identifier: None,
        secret: secret_from_row(row)?,
        presence: word(row, "presence", presence::from_word)?,
        check: check_from_row(row)?,
        note: String::new(),
        first_seen: Moment(0),
    };
    Ok(key.status().needs_attention())
}

fn secret_from_row(row: &Row<'_>) -> rusqlite::Result<Option<SecretRecord>> {
    let stored_at = row.get::<_, Option<i64>>("stored_at")?.map(Moment);
    Ok(row
        .get::<_, Option<Vec<u8>>>("fingerprint")?
        .map(|fingerprint| SecretRecord {
            fingerprint,
            stored_at,
        }))
}

fn check_from_row(row: &Row<'_>) -> rusqlite::Result<Option<(CheckResult, Moment)>> {
    let Some(at) = row.get::<_, Option<i64>>("checked_at")? else {
        return Ok(None);
    };
    let detail: Option<String> = row.get("check_detail")?;
    let result = word(row, "check_result", |word| check_from_words(word, detail))?;
    Ok(Some((result, Moment(at))))
}

fn type_as_word(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::OAuth => "oauth",
        KeyType::ApiKey => "api_key",
    }
}

fn type_from_word(word: &str) -> Option<KeyType> {
    match word {
        "oauth" => Some(KeyType::OAuth),
        "api_key" => Some(KeyType::ApiKey),
        _ => None,
    }
}

/// One scope a line: a server's value may hold anything that fits into one.
fn scopes_as_text(scopes: &[Scope]) -> String {
    let values: Vec<&str> = scopes.iter().map(Scope::as_value).collect();
    values.join("\n")
}

fn scopes_from_text(text: &str) -> Vec<Scope> {
    text.lines().map(Scope::from_value).collect()
}

fn check_as_words(result: &CheckResult) -> (&'static str, Option<&str>) {
    match result {
        CheckResult::Works => ("works", None),
        CheckResult::OpensAnotherStore(store) => ("opens_another_store", Some(store)),
        CheckResult::LacksDeliveries => ("lacks_deliveries", None),
        CheckResult::Unrestricted => ("unrestricted", None),
        CheckResult::Refused => ("refused", None),
        CheckResult::Replaced => ("replaced", None),
        CheckResult::WrongInstance => ("wrong_instance", None),
    }
}

fn check_from_words(word: &str, detail: Option<String>) -> Option<CheckResult> {
    Some(match word {
        "works" => CheckResult::Works,
        "opens_another_store" => CheckResult::OpensAnotherStore(detail.unwrap_or_default()),
        "lacks_deliveries" => CheckResult::LacksDeliveries,
        "unrestricted" => CheckResult::Unrestricted,
        "refused" => CheckResult::Refused,
        "replaced" => CheckResult::Replaced,
        "wrong_instance" => CheckResult::WrongInstance,
        _ => return None,
    })
}
