//! Reveal: the one way by which a secret leaves for the screen.

use crate::seen::is_secret_of;
use crate::session::connection;
use crate::{Context, Error};
use keychain::Entry;
use keys::{Act, Connection, Key, KeyId, KeyType, Secret};

/// Reads a key's secret from the keychain to show it, and writes down that it was shown.
pub async fn reveal_secret(context: &Context, key: KeyId) -> Result<Secret, Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    let secret = secret_of(context, &record).await?;
    context.remember(&record, Act::Revealed)?;
    Ok(secret)
}

/// Where a key's secret rests.
pub(crate) fn secret_entry(connection: &Connection, key: &Key) -> Entry {
    let practice = connection.kind.is_practice();
    Entry::key_secret(practice, &connection.url, key.server_id)
}

/// Where the public half of a consumer key rests beside its secret.
pub(crate) fn consumer_key_entry(connection: &Connection, key: &Key) -> Entry {
    let practice = connection.kind.is_practice();
    Entry::consumer_key(practice, &connection.url, key.server_id)
}

/// Where another pair that the server shows waits beside ours.
pub(crate) fn offered_entry(connection: &Connection, key: &Key) -> Entry {
    let practice = connection.kind.is_practice();
    Entry::offered_secret(practice, &connection.url, key.server_id)
}

/// Everything of a key that may rest in the keychain.
pub(crate) fn entries_of(connection: &Connection, key: &Key) -> [Entry; 2] {
    let beside = match key.key_type {
        KeyType::Consumer => consumer_key_entry(connection, key),
        KeyType::OAuth | KeyType::ApiKey => offered_entry(connection, key),
    };
    [secret_entry(connection, key), beside]
}

/// A key's secret: from memory while the keychain does not take it, else from the keychain.
pub(crate) async fn secret_of(context: &Context, key: &Key) -> Result<Secret, Error> {
    if let Some(held) = context.held(key.id).filter(|held| is_secret_of(key, held)) {
        return Ok(held);
    }
    let connection = connection(context, key.connection)?;
    let found = context
        .keychain
        .read(&secret_entry(&connection, key))
        .await?;
    let Some(record) = &key.secret else {
        return found.ok_or(Error::SecretNotStored);
    };
    let error = match found {
        Some(secret) if is_secret_of(key, &secret) => return Ok(secret),
        Some(_) => Error::SecretChanged,
        None => Error::SecretNotStored,
    };
    // Another program deleted or changed it: the record must not go on claiming that it is there.
    if key.is_secret_stored() {
        context
            .inventory
            .set_secret_stored(key.id, &record.fingerprint, None)?;
        context.notice(key, Act::SecretLost)?;
    }
    Err(error)
}
