//! Renew a Secret: the server's button (contract 5.5), and the new Secret brought home.

use crate::creation::{resolve, was_renewed};
use crate::fingerprint::fingerprint;
use crate::offer::sweep;
use crate::reconcile::{Outcome, finish_renewal};
use crate::seen::{keep_secret, key_of_detail, secret_in};
use crate::session::{ask, connection};
use crate::{Context, Error};
use inventory::{IntentAct, IntentId, NewIntent};
use keys::{Connection, Key, KeyId, KeyType};

/// What a person types to renew a key's Secret: the Store's name, or the App name without one.
pub fn typed_name_of(key: &Key) -> &str {
    let name = if key.store_name.trim().is_empty() {
        &key.app_name
    } else {
        &key.store_name
    };
    name.trim()
}

/// A Secret that is new now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// Whether it is in the keychain. If not, it is held in memory, and the server still shows it.
    pub secret_stored: bool,
}

/// Renews once the name was typed. The old Secret stops working at once; the server's answer does
/// not hold the new one, so the key's page is read afterwards. A key whose pair somebody else
/// replaced gets a new Secret for the pair that the server has now. If it was asked for before and
/// the reply was lost, that is looked for first.
pub async fn renew_secret(context: &Context, id: KeyId, typed: &str) -> Result<Renewed, Error> {
    let key = context.inventory.key(id)?.ok_or(Error::RecordGone)?;
    let _turn = context.turn(key.connection).await;
    let key = context.inventory.key(id)?.ok_or(Error::RecordGone)?;
    let (key_type, identifier) = match &key.offered {
        Some(offer) => (offer.key_type, &offer.identifier),
        None => (key.key_type, &key.identifier),
    };
    let identifier = match (key_type, identifier) {
        (KeyType::OAuth, Some(identifier)) => identifier.clone(),
        (KeyType::Consumer, _) => return Err(Error::WrongKind),
        _ => return Err(Error::ApiKeyNotRenewable),
    };
    if typed.trim() != typed_name_of(&key) {
        return Err(Error::TypedNameDiffers);
    }
    let connection = connection(context, key.connection)?;
    if was_renewed(context, &connection, id).await? {
        return renewed(context, id);
    }
    let on_server = match &key.offered {
        Some(offer) => offer.fingerprint.clone(),
        None => print_of(&key),
    };
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: connection.id,
        act: IntentAct::RenewSecret {
            key: id,
            fingerprint: on_server.clone(),
        },
        known: Vec::new(),
        at: context.now(),
        draft: None,
    })?;
    let answer = ask(context, &connection, async move |instance| {
        instance.renew_secret(&identifier).await
    })
    .await;
    match answer {
        Ok(()) => {
            context.inventory.set_intent_answered(intent)?;
            bring_home(context, &connection, intent, &key, &on_server).await
        }
        Err(Error::Server { source, .. }) if source.outcome_unknown() => {
            match resolve(context, &connection, intent, source.is_answered()).await? {
                Outcome::Renewed(_) => renewed(context, id),
                _ => Err(Error::RecordGone),
            }
        }
        Err(error) => {
            context.inventory.finish_intent(intent)?;
            Err(error)
        }
    }
}

fn renewed(context: &Context, id: KeyId) -> Result<Renewed, Error> {
    let key = context.inventory.key(id)?.ok_or(Error::RecordGone)?;
    Ok(Renewed {
        secret_stored: key.is_secret_stored(),
    })
}

fn print_of(key: &Key) -> Vec<u8> {
    let secret = key.secret.as_ref();
    secret.map_or_else(Vec::new, |secret| secret.fingerprint.clone())
}

async fn bring_home(
    context: &Context,
    connection: &Connection,
    intent: IntentId,
    key: &Key,
    before: &[u8],
) -> Result<Renewed, Error> {
    let inventory = &context.inventory;
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
    if fingerprint(secret) == before {
        return Err(lost());
    }
    // The open intent tells that the difference is ours: the new pair takes the old one's place.
    let seen = key_of_detail(context, connection, &detail)?;
    inventory.record_keys(connection.id, false, &[seen], context.now())?;
    let had_offer = key.offered.is_some();
    let key = inventory.key(key.id)?.ok_or(Error::RecordGone)?;
    match keep_secret(context, connection, &key, secret).await {
        // Held in memory; the record says so.
        Ok(()) | Err(Error::Keychain(_)) => {}
        Err(error) => return Err(error),
    }
    if let Some(intent) = inventory.intent(intent)? {
        finish_renewal(context, &intent, &key)?;
    }
    if had_offer {
        sweep(context, connection, &key).await?;
    }
    renewed(context, key.id)
}
