//! Renew a Secret: the server's button (contract 5.5), and the new Secret brought home.

use crate::fingerprint::fingerprint;
use crate::seen::{secret_in, store_secret};
use crate::session::{ask, connection};
use crate::{Context, Error};
use inventory::{IntentAct, NewIntent};
use keys::{Act, Connection, Key, KeyId, KeyType};

/// What a person types to renew a key's Secret: the Store's name, or the App name without one.
pub fn typed_name_of(key: &Key) -> &str {
    let name = if key.store_name.trim().is_empty() {
        &key.app_name
    } else {
        &key.store_name
    };
    name.trim()
}

/// Renews once the name was typed. The old Secret stops working at once; the server's answer does
/// not hold the new one, so the key's page is read afterwards.
pub async fn renew_secret(context: &Context, id: KeyId, typed: &str) -> Result<(), Error> {
    let key = context.inventory.key(id)?.ok_or(Error::RecordGone)?;
    let identifier = match (key.key_type, &key.identifier) {
        (KeyType::OAuth, Some(identifier)) => identifier.clone(),
        _ => return Err(Error::ApiKeyNotRenewable),
    };
    if typed.trim() != typed_name_of(&key) {
        return Err(Error::TypedNameDiffers);
    }
    let connection = connection(context, key.connection)?;
    let before = key
        .secret
        .as_ref()
        .map(|secret| secret.fingerprint.clone())
        .unwrap_or_default();
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: connection.id,
        act: IntentAct::RenewSecret {
            key: id,
            fingerprint: before.clone(),
        },
        known: Vec::new(),
        at: context.now(),
    })?;
    let answer = ask(context, &connection, async move |instance| {
        instance.renew_secret(&identifier).await
    })
    .await;
    match answer {
        Ok(()) => {}
        Err(Error::Server { source, .. }) if source.outcome_unknown() => {}
        Err(error) => {
            context.inventory.finish_intent(intent)?;
            return Err(error);
        }
    }
    let renewed = bring_home(context, &connection, &key, &before).await;
    match renewed {
        // The secret waits on the server for the keychain; the record says so.
        Ok(()) | Err(Error::Keychain(_)) => context.inventory.finish_intent(intent)?,
        Err(_) => {}
    }
    renewed
}

async fn bring_home(
    context: &Context,
    connection: &Connection,
    key: &Key,
    before: &[u8],
) -> Result<(), Error> {
    let lost = || Error::ReplyLost {
        host: connection.url.host().to_owned(),
    };
    let id = key.server_id;
    let detail = ask(context, connection, async move |instance| {
        instance.app(id).await
    })
    .await;
    let detail = detail.map_err(|_| lost())?;
    let secret = secret_in(&detail.credentials).ok_or_else(lost)?;
    let print = fingerprint(secret);
    if print == before {
        return Err(lost());
    }
    context.inventory.set_secret_stored(key.id, &print, None)?;
    context.inventory.clear_check(key.id)?;
    context.remember(key, Act::Renewed)?;
    store_secret(context, connection, key, secret).await
}
