//! From what a server showed to what the inventory records, and the secret on its way to the
//! keychain.

use crate::fingerprint::fingerprint;
use crate::reveal::{consumer_key_entry, offered_entry, secret_entry};
use crate::{Context, Error};
use coopcycle::{AppDetail, Credentials, SeenApp};
use inventory::{SeenKey, SeenStore};
use keys::{Connection, Identifier, Key, KeyType, Secret};

/// The public half, the secret and the type of what a page showed.
fn parts(credentials: &Credentials) -> Option<(KeyType, Option<&Identifier>, &Secret)> {
    match credentials {
        Credentials::OAuth { identifier, secret } => {
            Some((KeyType::OAuth, Some(identifier), secret))
        }
        Credentials::ApiKey { key } => Some((KeyType::ApiKey, None, key)),
        Credentials::Unread => None,
    }
}

/// The secret in what a page showed, if it showed one.
pub(crate) fn secret_in(credentials: &Credentials) -> Option<&Secret> {
    parts(credentials).map(|(_, _, secret)| secret)
}

/// A Store of the server's list.
pub(crate) fn store_of_row(store: coopcycle::SeenStore) -> SeenStore {
    SeenStore {
        server_id: store.server_id,
        name: store.name,
        address: store.address,
        has_time_slot: store.time_slot.is_some(),
    }
}

/// A row of the server's list. It tells neither scopes nor which of two Stores of one name.
pub(crate) fn key_of_row(app: &SeenApp, known: Option<&Key>) -> SeenKey {
    let parts = parts(&app.credentials);
    SeenKey {
        server_id: app.server_id,
        app_name: app.name.clone(),
        key_type: parts
            .map(|(key_type, ..)| key_type)
            .or(known.map(|key| key.key_type))
            .unwrap_or(KeyType::OAuth),
        store: None,
        store_name: store_name_of_row(app, known),
        scopes: None,
        identifier: parts.map_or_else(
            || known.and_then(|key| key.identifier.clone()),
            |(_, identifier, _)| identifier.cloned(),
        ),
        fingerprint: parts.map(|(_, _, secret)| fingerprint(secret)),
    }
}

/// A row without a Store's name proves nothing (contract 5.2): a Store may be called like the mark
/// for none, so what the key's own page told of its Store stays.
fn store_name_of_row(app: &SeenApp, known: Option<&Key>) -> String {
    let known = known.filter(|key| app.store_name.is_empty() && key.store.is_some());
    known.map_or(&app.store_name, |key| &key.store_name).clone()
}

/// A key's own page: everything there is to know.
pub(crate) fn key_of_detail(
    context: &Context,
    connection: &Connection,
    detail: &AppDetail,
) -> Result<SeenKey, Error> {
    let store = match detail.store {
        Some(id) => context.inventory.store_by_server_id(connection.id, id)?,
        None => None,
    };
    // A Store that the page names but we have not seen stays unknown rather than "none".
    let is_unknown = detail.store.is_some() && store.is_none();
    let parts = parts(&detail.credentials);
    Ok(SeenKey {
        server_id: detail.server_id,
        app_name: detail.name.clone(),
        key_type: detail.key_type,
        store: (!is_unknown).then(|| store.as_ref().map(|store| store.id)),
        store_name: store.map(|store| store.name).unwrap_or_default(),
        scopes: detail.scopes.clone(),
        identifier: parts.and_then(|(_, identifier, _)| identifier.cloned()),
        fingerprint: parts.map(|(_, _, secret)| fingerprint(secret)),
    })
}

/// Whether this is the secret that the record tells of.
pub(crate) fn is_secret_of(key: &Key, secret: &Secret) -> bool {
    let known = key.secret.as_ref();
    known.is_some_and(|known| known.fingerprint == fingerprint(secret))
}

/// Whether this is the secret of the other pair that the server shows.
pub(crate) fn is_offered(key: &Key, secret: &Secret) -> bool {
    let offer = key.offered.as_ref();
    offer.is_some_and(|offer| offer.fingerprint == fingerprint(secret))
}

/// Puts a key's secret into the keychain, then says so in the record: in this order, so that the
/// record never claims what is not there.
pub(crate) async fn put_into_keychain(
    context: &Context,
    connection: &Connection,
    key: &Key,
    secret: &Secret,
) -> Result<(), Error> {
    let entry = secret_entry(connection, key);
    context.keychain.store(&entry, secret).await?;
    let print = fingerprint(secret);
    let stored_at = Some(context.now());
    context
        .inventory
        .set_secret_stored(key.id, &print, stored_at)?;
    if let (KeyType::Consumer, Some(identifier)) = (key.key_type, &key.identifier) {
        // Its site tells neither half again, and an inventory may be lost. A keychain that closes just
        // now has at least the half that is nowhere else.
        let half = Secret::new(identifier.as_str().to_owned());
        let entry = consumer_key_entry(connection, key);
        let _ = context.keychain.store(&entry, &half).await;
    }
    if context.is_held(key.id) && key.offered.is_none() {
        // A pair that was taken while the keychain was closed may still rest beside it.
        let _ = context
            .keychain
            .delete(&offered_entry(connection, key))
            .await;
    }
    context.let_go(key.id);
    Ok(())
}

/// The same for a secret that is new; one the keychain does not take is held in memory, and the
/// record says that it is not stored.
pub(crate) async fn keep_secret(
    context: &Context,
    connection: &Connection,
    key: &Key,
    secret: &Secret,
) -> Result<(), Error> {
    let kept = put_into_keychain(context, connection, key, secret).await;
    if matches!(kept, Err(Error::Keychain(_))) {
        let print = fingerprint(secret);
        context.inventory.set_secret_stored(key.id, &print, None)?;
        context.hold(key.id, secret.clone());
    }
    kept
}
