//! Revoke consumer keys: what they open stays closed for ever (contract 8).

use crate::bring_secrets::Trust;
use crate::reconcile::Outcome;
use crate::refresh::look;
use crate::renew::typed_name_of;
use crate::session::{ask_site, connection};
use crate::{Context, Error};
use inventory::{IntentAct, IntentId, NewIntent};
use keys::{Connection, Key, KeyId, KeyType, Presence, ServerAppId};
use std::collections::BTreeMap;
use woocommerce::Revoked;

/// What became of keys that were to be revoked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revocations {
    /// Revoked now.
    pub revoked: Vec<KeyId>,
    /// Gone before: somebody else revoked them.
    pub already_gone: Vec<KeyId>,
    /// Still there: the signed-in account may not.
    pub not_allowed: Vec<KeyId>,
}

/// Revokes consumer keys of one site, once the site's name was typed.
pub async fn revoke_keys(
    context: &Context,
    ids: &[KeyId],
    typed: &str,
) -> Result<Revocations, Error> {
    let first = context.key(*ids.first().ok_or(Error::RecordGone)?)?;
    let connection = connection(context, first.connection)?;
    let _turn = context.turn(connection.id).await;
    // A site that was renamed here is called by its former name in its keys until the next refresh.
    let typed = typed.trim();
    if typed != connection.name.trim() && typed != typed_name_of(&first) {
        return Err(Error::TypedNameDiffers);
    }
    revoke(context, &connection, ids).await
}

/// The same without a name, for who has the connection's turn and asked already.
pub(crate) async fn revoke(
    context: &Context,
    connection: &Connection,
    ids: &[KeyId],
) -> Result<Revocations, Error> {
    let mut told = Revocations::default();
    let mut asked: BTreeMap<ServerAppId, (KeyId, IntentId)> = BTreeMap::new();
    for id in ids {
        let key = context.key(*id)?;
        if key.connection != connection.id || key.key_type != KeyType::Consumer {
            return Err(Error::WrongKind);
        }
        if key.presence == Presence::Gone {
            told.already_gone.push(key.id);
        } else if may_revoke(&key) {
            asked.insert(key.server_id, (key.id, begin(context, &key)?));
        } else {
            told.not_allowed.push(key.id);
        }
    }
    if asked.is_empty() {
        return Ok(told);
    }
    let numbers: Vec<ServerAppId> = asked.keys().copied().collect();
    let answer = ask_site(context, connection, async move |site| match numbers[..] {
        [only] => Ok(vec![(only, site.revoke(only).await?)]),
        _ => site.revoke_many(&numbers).await,
    })
    .await;
    let inventory = &context.inventory;
    match answer {
        Ok(outcomes) => {
            let mut done = Vec::new();
            for (number, outcome) in outcomes {
                let Some((key, intent)) = asked.remove(&number) else {
                    continue;
                };
                match outcome {
                    Revoked::Done => {
                        inventory.set_intent_answered(intent)?;
                        done.push((key, intent));
                    }
                    Revoked::AlreadyGone => {
                        inventory.finish_intent(intent)?;
                        told.already_gone.push(key);
                    }
                }
            }
            // What the site did not speak of is still there.
            for (key, intent) in asked.into_values() {
                inventory.finish_intent(intent)?;
                told.not_allowed.push(key);
            }
            settle(context, connection, done.into_iter(), told, true).await
        }
        Err(Error::Site { source, .. }) if source.outcome_unknown() => {
            if source.is_answered() {
                for (_, intent) in asked.values() {
                    inventory.set_intent_answered(*intent)?;
                }
            }
            settle(context, connection, asked.into_values(), told, false).await
        }
        Err(error) => {
            for (_, intent) in asked.values() {
                inventory.finish_intent(*intent)?;
            }
            match error {
                Error::Site {
                    source: woocommerce::Error::NotYours,
                    ..
                } => {
                    told.not_allowed
                        .extend(asked.into_values().map(|(key, _)| key));
                    Ok(told)
                }
                error => Err(error),
            }
        }
    }
}

fn may_revoke(key: &Key) -> bool {
    let consumer = key.consumer.as_ref();
    key.server_id.is_known() && consumer.is_some_and(|consumer| consumer.may_change)
}

fn begin(context: &Context, key: &Key) -> Result<IntentId, Error> {
    Ok(context.inventory.begin_intent(&NewIntent {
        connection: key.connection,
        act: IntentAct::RevokeKey { key: key.id },
        known: Vec::new(),
        at: context.now(),
        draft: None,
    })?)
}

/// Confirms in the list what became of each (contract 8). Without it, the site's own word counts,
/// where it gave one, and the next look writes it down.
async fn settle(
    context: &Context,
    connection: &Connection,
    asked: impl Iterator<Item = (KeyId, IntentId)>,
    mut told: Revocations,
    is_certain: bool,
) -> Result<Revocations, Error> {
    let host = || connection.url.host().to_owned();
    let looked = look(context, connection.id, &|_, _, _| {}, Trust::Records).await;
    let looked = match looked {
        Ok(looked) => looked,
        Err(Error::Inventory(error)) => return Err(error.into()),
        Err(_) if is_certain => {
            told.revoked.extend(asked.map(|(key, _)| key));
            return Ok(told);
        }
        Err(_) => return Err(Error::ReplyLost { host: host() }),
    };
    let mut is_lost = false;
    for (key, intent) in asked {
        let settled = looked.settled.iter().find(|one| one.intent == intent);
        match settled.map(|one| one.outcome) {
            Some(Outcome::Revoked(_)) => told.revoked.push(key),
            // The server said so, and its list still shows it: the account may not after all.
            Some(Outcome::Never) => told.not_allowed.push(key),
            _ => is_lost = true,
        }
    }
    if is_lost {
        return Err(Error::ReplyLost { host: host() });
    }
    if !is_certain && told.revoked.is_empty() {
        return Err(Error::NothingDone { host: host() });
    }
    Ok(told)
}
