//! Another pair that the server shows: kept beside ours, and taken once ours is proved dead or the
//! person agrees.

use crate::fingerprint::fingerprint;
use crate::reveal::{offered_entry, secret_of};
use crate::seen::{is_offered, keep_secret, secret_in};
use crate::session::{ask, connection};
use crate::{Context, Error};
use coopcycle::PairCheck;
use keys::{Act, Connection, Drift, Key, KeyId, KeyType, Secret};

/// Takes the pair that the server shows in the place of ours, because the person agrees.
pub async fn accept_new_pair(context: &Context, id: KeyId) -> Result<(), Error> {
    let Some(key) = accept(context, id).await? else {
        return Ok(());
    };
    // Who takes the new pair has seen that there is one.
    for seen in context.inventory.drifts_of_key(id)? {
        if matches!(seen.drift, Drift::Renewed | Drift::Replaced) {
            context.inventory.mark_drift_seen(seen.id)?;
        }
    }
    context.remember(&key, Act::TookNewPair)
}

/// Takes it because a check has just proved ours dead.
pub(crate) async fn accept_proved(context: &Context, id: KeyId) -> Result<(), Error> {
    match accept(context, id).await? {
        Some(key) => context.notice(&key, Act::TookNewPair),
        None => Ok(()),
    }
}

/// The key as it was, when there was a pair to take.
async fn accept(context: &Context, id: KeyId) -> Result<Option<Key>, Error> {
    let key = context.inventory.key(id)?.ok_or(Error::RecordGone)?;
    let _turn = context.turn(key.connection).await;
    let key = context.inventory.key(id)?.ok_or(Error::RecordGone)?;
    if key.offered.is_none() {
        return Ok(None);
    }
    let connection = connection(context, key.connection)?;
    let secret = offered_secret(context, &connection, &key).await?;
    take(context, &connection, &key, &secret).await?;
    Ok(Some(key))
}

/// The secret of the other pair: from the keychain, else from the key's page.
async fn offered_secret(
    context: &Context,
    connection: &Connection,
    key: &Key,
) -> Result<Secret, Error> {
    let rested = context.keychain.read(&offered_entry(connection, key)).await;
    if let Ok(Some(secret)) = rested
        && is_offered(key, &secret)
    {
        return Ok(secret);
    }
    let id = key.server_id;
    let detail = ask(context, connection, async move |instance| {
        instance.app(id).await
    })
    .await?;
    match secret_in(&detail.credentials) {
        Some(secret) if is_offered(key, secret) => Ok(secret.clone()),
        // Changed once more: a refresh shows the person what it is now.
        _ => Err(Error::RecordGone),
    }
}

/// Puts another pair that the server shows into the keychain, beside ours.
pub(crate) async fn keep_offered(
    context: &Context,
    connection: &Connection,
    key: &Key,
    secret: &Secret,
) -> Result<(), Error> {
    let entry = offered_entry(connection, key);
    context.keychain.store(&entry, secret).await?;
    Ok(context
        .inventory
        .set_offer_stored(key.id, Some(context.now()))?)
}

/// Replaces ours. The record follows at once, whether the keychain takes the secret or not: ours
/// is dead or given up by then.
pub(crate) async fn take(
    context: &Context,
    connection: &Connection,
    key: &Key,
    secret: &Secret,
) -> Result<(), Error> {
    context.inventory.take_offer(key.id, None)?;
    let key = context.inventory.key(key.id)?.ok_or(Error::RecordGone)?;
    match keep_secret(context, connection, &key, secret).await {
        Ok(()) => sweep(context, connection, &key).await,
        // Held in memory and still shown by the server.
        Err(Error::Keychain(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Removes the other pair of a key from the keychain once no record tells of it any more: the
/// server took it back, or it became ours.
pub(crate) async fn sweep(
    context: &Context,
    connection: &Connection,
    before: &Key,
) -> Result<(), Error> {
    let now = context.inventory.key(before.id)?;
    if now.is_some_and(|now| now.offered.is_some()) {
        return Ok(());
    }
    // A keychain that is closed keeps one value too many, until the connection ends.
    let _ = context
        .keychain
        .delete(&offered_entry(connection, before))
        .await;
    Ok(())
}

/// Whether our pair is surely dead. Asked only where the answer can be yes and leaves no token on
/// the server: a renewed Secret and a replaced `ak_` value are refused at once, while the old pair
/// of a saved page still obtains tokens (contract 5.5, 5.6).
pub(crate) async fn is_ours_dead(context: &Context, connection: &Connection, key: &Key) -> bool {
    let Some(offer) = &key.offered else {
        return false;
    };
    let ours = match secret_of(context, key).await {
        Ok(ours) => ours,
        // There is nothing left to keep.
        Err(Error::SecretNotStored | Error::SecretChanged) => return true,
        Err(_) => return false,
    };
    if fingerprint(&ours) == offer.fingerprint {
        return true;
    }
    let network = context.network();
    let answer = match (key.key_type, &key.identifier) {
        (KeyType::OAuth, Some(_)) if offer.is_replacement(key) => return false,
        (KeyType::OAuth, Some(identifier)) => {
            coopcycle::check_pair(&connection.url, identifier, &ours, network).await
        }
        _ => coopcycle::check_api_key(&connection.url, &ours, network).await,
    };
    matches!(answer, Ok(PairCheck::Refused))
}
