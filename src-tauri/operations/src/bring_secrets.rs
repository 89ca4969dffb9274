//! Brings the secrets that a server shows home: into the keychain, beside ours or in its place.

use crate::context::{Progress, Stage};
use crate::offer;
use crate::refresh::Report;
use crate::reveal::{offered_entry, secret_entry};
use crate::seen::{is_offered, is_secret_of, keep_secret, put_into_keychain, secret_in};
use crate::{Context, Error};
use coopcycle::SeenApp;
use keys::{Act, Connection, Key, Secret};
use std::collections::BTreeMap;

/// How much a refresh trusts the records about the keychain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// What a record calls stored is stored: nothing is read, only what is new is written.
    Records,
    /// Every secret is read back, and what is missing or wrong is written again.
    Nothing,
}

/// Each key with the secret the server shows for it, in the order of the records.
pub(crate) fn secrets_shown<'a>(
    context: &Context,
    connection: &Connection,
    apps: &'a [SeenApp],
) -> Result<Vec<(Key, &'a Secret)>, Error> {
    let shown: BTreeMap<_, &Secret> = apps
        .iter()
        .filter_map(|app| Some((app.server_id, secret_in(&app.credentials)?)))
        .collect();
    let keys = context.inventory.keys(connection.id)?;
    Ok(keys
        .into_iter()
        .filter(|key| key.forgotten_at.is_none())
        .filter_map(|key| shown.get(&key.server_id).map(|secret| (key, *secret)))
        .collect())
}

/// Writes only what is new or changed: gnome-keyring rewrites its whole file for each write.
pub(crate) async fn store_secrets(
    context: &Context,
    connection: &Connection,
    shown: &[(Key, &Secret)],
    trust: Trust,
    progress: Progress<'_>,
    report: &mut Report,
) -> Result<(), Error> {
    let waiting: Vec<_> = shown
        .iter()
        .filter(|(key, secret)| trust == Trust::Nothing || !is_recorded(key, secret))
        .collect();
    for (done, (key, secret)) in waiting.iter().enumerate() {
        progress(Stage::Secrets, done, Some(waiting.len()));
        match store_one(context, connection, key, secret, trust).await {
            Ok(true) => report.secrets_stored += 1,
            Ok(false) => {}
            // The rescue holds each in memory; else the server still shows what was not stored,
            // and the next refresh tries again.
            Err(Error::Keychain(_)) if trust == Trust::Nothing => report.secrets_waiting += 1,
            Err(Error::Keychain(_)) => {
                report.secrets_waiting = waiting.len() - done;
                break;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Whether the record says that just this secret is in the keychain.
fn is_recorded(key: &Key, secret: &Secret) -> bool {
    let offer = key.offered.as_ref();
    is_secret_of(key, secret) && key.is_secret_stored()
        || is_offered(key, secret) && offer.is_some_and(|offer| offer.stored_at.is_some())
}

/// Whether it had to be written.
async fn store_one(
    context: &Context,
    connection: &Connection,
    key: &Key,
    secret: &Secret,
    trust: Trust,
) -> Result<bool, Error> {
    if is_offered(key, secret) {
        let there = match trust {
            Trust::Records => None,
            Trust::Nothing => {
                context
                    .keychain
                    .read(&offered_entry(connection, key))
                    .await?
            }
        };
        if there.is_some_and(|there| is_offered(key, &there)) {
            return Ok(false);
        }
        offer::keep_offered(context, connection, key, secret).await?;
        return Ok(true);
    }
    // A record of another secret without an offer does not come out of recording a row.
    if !is_secret_of(key, secret) {
        return Ok(false);
    }
    if trust == Trust::Records {
        put_into_keychain(context, connection, key, secret).await?;
        return Ok(true);
    }
    let is_told = key.is_secret_stored();
    let there = match context.keychain.read(&secret_entry(connection, key)).await {
        Ok(there) => there,
        Err(error) => {
            // A keychain that is closed tells nothing against the record, which stays.
            context.hold(key.id, secret.clone());
            return Err(error.into());
        }
    };
    let is_there = there.is_some_and(|there| is_secret_of(key, &there));
    if is_there && is_told {
        return Ok(false);
    }
    keep_secret(context, connection, key, secret).await?;
    if !is_there && is_told {
        context.remember(key, Act::SecretRescued)?;
    }
    Ok(true)
}

/// Takes the new pairs of keys whose own is dead.
pub(crate) async fn take_dead(
    context: &Context,
    connection: &Connection,
    shown: &[(Key, &Secret)],
    report: &mut Report,
) -> Result<(), Error> {
    let offered = shown.iter().filter(|(key, secret)| is_offered(key, secret));
    for (key, secret) in offered {
        if offer::is_ours_dead(context, connection, key).await {
            offer::take(context, connection, key, secret).await?;
            context.notice(key, Act::TookNewPair)?;
            report.taken += 1;
        }
    }
    Ok(())
}
