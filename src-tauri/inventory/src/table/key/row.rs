//! Keys as rows: finding, adding and writing them back.

use super::consumer_row;
use super::words::{
    check_as_words, check_from_words, scopes_as_text, scopes_from_text, type_as_word,
    type_from_word,
};
use crate::table::{Columns, presence, unknown_word};
use keys::{
    CheckResult, ConnectionId, Identifier, Key, KeyId, KeyType, Moment, Offer, Presence,
    SecretRecord, ServerAppId, StoreId,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// What [`from_row`] reads, in its order.
pub(crate) const COLUMNS: &str = "keys.id, keys.connection, keys.server_id, keys.app_name,
    keys.local_name, keys.key_type, keys.store, keys.store_name, keys.scopes, keys.identifier,
    keys.fingerprint, keys.stored_at, keys.presence, keys.check_detail, keys.check_result,
    keys.checked_at, keys.unreached_at, keys.note, keys.first_seen, keys.offered_type, keys.offered_identifier,
    keys.offered_fingerprint, keys.offered_stored_at, keys.offered_at, keys.store_gone,
    keys.archived_at, keys.forgotten_at, keys.ending, keys.permission, keys.owner_id,
    keys.owner_name, keys.last_access, keys.last_access_since, keys.may_change, keys.pair_lost";

/// The number of a new key that no server told: below every number that is given, and taken away
/// again by [`number_below_zero`] before anybody sees it.
pub(super) const NOT_TOLD: ServerAppId = ServerAppId(i64::MIN);

/// A key of which no more is known than this.
pub(crate) fn fresh(
    connection: ConnectionId,
    server_id: ServerAppId,
    app_name: &str,
    key_type: KeyType,
    at: Moment,
) -> Key {
    Key {
        id: KeyId(0),
        connection,
        server_id,
        app_name: app_name.to_owned(),
        local_name: None,
        key_type,
        store: None,
        store_name: String::new(),
        scopes: None,
        identifier: None,
        secret: None,
        presence: Presence::OnServer,
        check: None,
        unreached_at: None,
        note: String::new(),
        first_seen: at,
        offered: None,
        store_gone: false,
        archived_at: None,
        forgotten_at: None,
        consumer: None,
    }
}

pub(crate) fn by_id(db: &Connection, id: KeyId) -> rusqlite::Result<Key> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM keys WHERE id = ?1"))?
        .query_row([id.0], from_row)
}

pub(crate) fn by_server_id(
    db: &Connection,
    connection: ConnectionId,
    server_id: ServerAppId,
) -> rusqlite::Result<Option<Key>> {
    let query = format!("SELECT {COLUMNS} FROM keys WHERE connection = ?1 AND server_id = ?2");
    db.prepare_cached(&query)?
        .query_row([connection.0, server_id.0], from_row)
        .optional()
}

pub(crate) fn of_connection(
    db: &Connection,
    connection: ConnectionId,
) -> rusqlite::Result<Vec<Key>> {
    let query = format!("SELECT {COLUMNS} FROM keys WHERE connection = ?1 ORDER BY id");
    db.prepare_cached(&query)?
        .query_map([connection.0], from_row)?
        .collect()
}

/// The keys of a connection that were brought in from a file, and not seen on the server yet.
pub(crate) fn not_seen_yet(
    db: &Connection,
    connection: ConnectionId,
) -> rusqlite::Result<Vec<Key>> {
    let query =
        format!("SELECT {COLUMNS} FROM keys WHERE connection = ?1 AND server_id < 0 ORDER BY id");
    db.prepare_cached(&query)?
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

/// Gives a key that has no number on its server its own below zero: one that was never given
/// before, since keychain entries go by it.
pub(super) fn number_below_zero(db: &Connection, id: KeyId) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE keys SET server_id = max(server_id, -id) WHERE id = ?1")?
        .execute([id.0])
        .map(|_| ())
}

/// Writes back what a server can change. Whether the Store is gone is looked up: it follows from
/// which Store it is.
pub(crate) fn update(db: &Connection, key: &Key) -> rusqlite::Result<()> {
    let secret = key.secret.as_ref();
    let check = key.check.as_ref();
    let offer = key.offered.as_ref();
    let words = check.map(|(result, _)| check_as_words(result));
    db.prepare_cached(
        "UPDATE keys SET server_id = ?21, app_name = ?2, key_type = ?3, store = ?4, store_name = ?5, scopes = ?6,
             identifier = ?7, fingerprint = ?8, stored_at = ?9, presence = ?10,
             check_result = ?11, check_detail = ?12, checked_at = ?13, offered_type = ?14,
             offered_identifier = ?15, offered_fingerprint = ?16, offered_stored_at = ?17,
             offered_at = ?18, unreached_at = ?20,
             store_gone = coalesce((SELECT presence = ?19 FROM stores WHERE id = ?4), FALSE)
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
        offer.map(|offer| type_as_word(offer.key_type)),
        offer.and_then(|offer| offer.identifier.as_ref().map(Identifier::as_str)),
        offer.map(|offer| &offer.fingerprint),
        offer.and_then(|offer| offer.stored_at).map(|at| at.0),
        offer.map(|offer| offer.at.0),
        presence::as_word(Presence::Gone),
        key.unreached_at.map(|at| at.0),
        key.server_id.0,
    ])?;
    match &key.consumer {
        Some(consumer) => consumer_row::write(db, key.id, consumer),
        None => Ok(()),
    }
}

/// A row whose columns begin with [`COLUMNS`].
pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Key> {
    let mut columns = Columns::of(row);
    let column = &mut columns;
    // Fields are made in the order they are written here, which is that of the columns.
    Ok(Key {
        id: KeyId(column.read()?),
        connection: ConnectionId(column.read()?),
        server_id: ServerAppId(column.read()?),
        app_name: column.read()?,
        local_name: column.read()?,
        key_type: type_of(column)?,
        store: column.read::<Option<i64>>()?.map(StoreId),
        store_name: column.read()?,
        scopes: column.read_word(|text| Some(scopes_from_text(text)))?,
        identifier: column
            .read_word(|text| Some(Identifier::new(text)))?
            .flatten(),
        secret: secret_of(column)?,
        presence: column
            .read_word(presence::from_word)?
            .ok_or_else(|| unknown_word(""))?,
        check: check_of(column)?,
        unreached_at: column.read_moment()?,
        note: column.read()?,
        first_seen: Moment(column.read()?),
        offered: offer_of(column)?,
        store_gone: column.read()?,
        archived_at: column.read_moment()?,
        forgotten_at: column.read_moment()?,
        consumer: consumer_row::read(column)?,
    })
}

fn type_of(column: &mut Columns<'_>) -> rusqlite::Result<KeyType> {
    column
        .read_word(type_from_word)?
        .ok_or_else(|| unknown_word(""))
}

fn secret_of(column: &mut Columns<'_>) -> rusqlite::Result<Option<SecretRecord>> {
    let fingerprint: Option<Vec<u8>> = column.read()?;
    let stored_at = column.read_moment()?;
    Ok(fingerprint.map(|fingerprint| SecretRecord {
        fingerprint,
        stored_at,
    }))
}

fn check_of(column: &mut Columns<'_>) -> rusqlite::Result<Option<(CheckResult, Moment)>> {
    let detail: Option<String> = column.read()?;
    let result = column.read_word(|word| check_from_words(word, detail))?;
    Ok(result.zip(column.read_moment()?))
}

fn offer_of(column: &mut Columns<'_>) -> rusqlite::Result<Option<Offer>> {
    let key_type = column.read_word(type_from_word)?;
    let identifier = column.read_word(|text| Some(Identifier::new(text)))?;
    let fingerprint: Option<Vec<u8>> = column.read()?;
    let stored_at = column.read_moment()?;
    let at = column.read_moment()?;
    Ok(key_type.zip(at).map(|(key_type, at)| Offer {
        key_type,
        identifier: identifier.flatten(),
        fingerprint: fingerprint.unwrap_or_default(),
        stored_at,
        at,
    }))
}
