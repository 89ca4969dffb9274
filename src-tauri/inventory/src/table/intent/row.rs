//! Intents as rows.

use super::{Intent, IntentAct, IntentId, NewIntent};
use crate::table::key::words::{scopes_as_text, scopes_from_text, type_as_word, type_from_word};
use crate::table::{numbers, unknown_word, word};
use keys::{
    ConnectionId, DraftId, Identifier, KeyId, Moment, Permission, ServerStoreId, SiteUserId,
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Adds an intent and tells its number.
pub(crate) fn add(db: &Connection, new: &NewIntent) -> rusqlite::Result<IntentId> {
    let (name, key_type, scopes, store) = match &new.act {
        IntentAct::CreateStore { name } => (Some(name), None, None, None),
        IntentAct::CreateKey {
            name,
            key_type,
            scopes,
            store,
        } => (Some(name), Some(*key_type), Some(scopes), *store),
        IntentAct::CreateConsumerKey { description, .. } => (Some(description), None, None, None),
        _ => (None, None, None, None),
    };
    let (owner, permission) = match &new.act {
        IntentAct::CreateConsumerKey {
            owner, permission, ..
        } => (Some(owner.0), Some(permission.as_value())),
        _ => (None, None),
    };
    let (key, fingerprint) = match &new.act {
        IntentAct::RenewSecret { key, fingerprint } => (Some(key.0), Some(fingerprint)),
        IntentAct::Forget { key } | IntentAct::RevokeKey { key } => (Some(key.0), None),
        _ => (None, None),
    };
    db.prepare_cached(
        "INSERT INTO intents (connection, act, name, key, fingerprint, known, at, key_type, scopes,
             store, draft, owner, permission)
         VALUES (:connection, :act, :name, :key, :fingerprint, :known, :at, :key_type, :scopes,
             :store, :draft, :owner, :permission)",
    )?
    .execute(named_params! {
        ":connection": new.connection.0,
        ":act": as_word(&new.act),
        ":name": name,
        ":key": key,
        ":fingerprint": fingerprint,
        ":known": numbers::as_text(&new.known),
        ":at": new.at.0,
        ":key_type": key_type.map(type_as_word),
        ":scopes": scopes.map(|scopes| scopes_as_text(scopes)),
        ":store": store.map(|store| store.0),
        ":draft": new.draft.map(|draft| draft.0),
        ":owner": owner,
        ":permission": permission,
    })?;
    Ok(IntentId(db.last_insert_rowid()))
}

pub(crate) fn by_id(db: &Connection, id: IntentId) -> rusqlite::Result<Option<Intent>> {
    db.prepare_cached("SELECT * FROM intents WHERE id = ?1")?
        .query_row([id.0], from_row)
        .optional()
}

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Intent> {
    Ok(Intent {
        id: IntentId(row.get("id")?),
        connection: ConnectionId(row.get("connection")?),
        act: act_from_row(row)?,
        known: numbers::from_text(row.get_ref("known")?.as_str()?)?,
        at: Moment(row.get("at")?),
        draft: row.get::<_, Option<i64>>("draft")?.map(DraftId),
        candidates: numbers::from_text(row.get_ref("candidates")?.as_str()?)?,
        answered: row.get("answered")?,
        pair: pair_from_row(row)?,
    })
}

fn pair_from_row(row: &Row<'_>) -> rusqlite::Result<Option<(Identifier, Vec<u8>)>> {
    let identifier: Option<String> = row.get("identifier")?;
    let identifier = identifier.as_deref().and_then(Identifier::new);
    let fingerprint: Option<Vec<u8>> = row.get("fingerprint")?;
    Ok(identifier.zip(fingerprint))
}

fn as_word(act: &IntentAct) -> &'static str {
    match act {
        IntentAct::CreateStore { .. } => "create_store",
        IntentAct::CreateKey { .. } => "create_key",
        IntentAct::CreateConsumerKey { .. } => "create_consumer_key",
        IntentAct::RevokeKey { .. } => "revoke_key",
        IntentAct::RenewSecret { .. } => "renew_secret",
        IntentAct::SignOut => "sign_out",
        IntentAct::Disconnect => "disconnect",
        IntentAct::Forget { .. } => "forget",
    }
}

fn act_from_row(row: &Row<'_>) -> rusqlite::Result<IntentAct> {
    Ok(match row.get_ref("act")?.as_str()? {
        "create_store" => IntentAct::CreateStore {
            name: row.get("name")?,
        },
        "create_key" => IntentAct::CreateKey {
            name: row.get("name")?,
            key_type: word(row, "key_type", type_from_word)?,
            scopes: scopes_from_text(row.get_ref("scopes")?.as_str()?),
            store: row.get::<_, Option<i64>>("store")?.map(ServerStoreId),
        },
        "create_consumer_key" => IntentAct::CreateConsumerKey {
            description: row.get("name")?,
            owner: SiteUserId(row.get("owner")?),
            permission: word(row, "permission", Permission::from_value)?,
        },
        "revoke_key" => IntentAct::RevokeKey {
            key: KeyId(row.get("key")?),
        },
        "renew_secret" => IntentAct::RenewSecret {
            key: KeyId(row.get("key")?),
            fingerprint: row.get("fingerprint")?,
        },
        "sign_out" => IntentAct::SignOut,
        "disconnect" => IntentAct::Disconnect,
        "forget" => IntentAct::Forget {
            key: KeyId(row.get("key")?),
        },
        other => return Err(unknown_word(other)),
    })
}
