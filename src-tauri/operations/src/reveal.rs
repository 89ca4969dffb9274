//! Reveal: the one way by which a secret leaves for the screen.

use crate::session::connection;
use crate::{Context, Error};
use keychain::Entry;
use keys::{Act, Connection, ConnectionKind, Key, KeyId, Secret};

/// Reads a key's secret from the keychain to show it, and writes down that it was shown.
pub async fn reveal_secret(context: &Context, key: KeyId) -> Result<Secret, Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    let secret = secret_of(context, &record).await?;
    context.remember(&record, Act::Revealed)?;
    Ok(secret)
}

/// Where a key's secret rests.
pub(crate) fn secret_entry(connection: &Connection, key: &Key) -> Entry {
    let practice = connection.kind == ConnectionKind::Practice;
    Entry::key_secret(practice, &connection.url, key.server_id)
}

/// A key's secret from the keychain.
pub(crate) async fn secret_of(context: &Context, key: &Key) -> Result<Secret, Error> {
    let connection = connection(context, key.connection)?;
    let entry = secret_entry(&connection, key);
    if let Some(secret) = context.keychain.read(&entry).await? {
        return Ok(secret);
    }
    // Another program deleted it: the record must not go on claiming that it is there.
    if let Some(print) = key.secret.as_ref().map(|secret| &secret.fingerprint) {
        context.inventory.set_secret_stored(key.id, print, None)?;
    }
    Err(Error::SecretNotStored)
}
