//! Reconcile: finds what the server did when its reply was lost, and finishes it.

use crate::{Context, Error};
use inventory::{Intent, IntentAct};
use keys::{Act, Connection, HistoryEntry, Key};

/// How far back the history is read; an intent is rarely older than a few lines.
const TOLD_LATELY: usize = 500;

/// The newest id that was not known before. Names are not unique, ids grow (contract 5.1).
pub(crate) fn created_since(
    known: &[i64],
    now: impl Iterator<Item = (i64, String)>,
    name: &str,
) -> Option<i64> {
    now.filter(|(id, found)| !known.contains(id) && found.trim() == name)
        .map(|(id, _)| id)
        .max()
}

/// After a complete refresh the inventory holds what the server has, so every open intent can be
/// judged: done, and then the history says who did it, or never done.
pub(crate) fn finish_intents(context: &Context, connection: &Connection) -> Result<(), Error> {
    for intent in context.inventory.open_intents()? {
        if intent.connection != connection.id {
            continue;
        }
        finish(context, connection, &intent)?;
        context.inventory.finish_intent(intent.id)?;
    }
    Ok(())
}

fn finish(context: &Context, connection: &Connection, intent: &Intent) -> Result<(), Error> {
    match &intent.act {
        IntentAct::CreateKey { name } => {
            let keys = context.inventory.keys(connection.id)?;
            let found = keys
                .iter()
                .map(|key| (key.server_id.0, key.app_name.clone()));
            if let Some(id) = created_since(&intent.known, found, name)
                && let Some(key) = keys.iter().find(|key| key.server_id.0 == id)
                && !is_told(context, intent, Act::Created, |line| {
                    line.key == Some(key.id)
                })?
            {
                context.remember(key, Act::Created)?;
            }
        }
        IntentAct::CreateStore { name } => {
            let stores = context.inventory.stores(Some(connection.id))?;
            let found = stores
                .iter()
                .map(|store| (store.server_id.0, store.name.clone()));
            if let Some(id) = created_since(&intent.known, found, name)
                && let Some(store) = stores.iter().find(|store| store.server_id.0 == id)
                && !is_told(context, intent, Act::Created, |line| {
                    line.key.is_none() && line.store == Some(store.id)
                })?
            {
                context.remember_store(store, Act::Created)?;
            }
        }
        IntentAct::RenewSecret { key, fingerprint } => {
            if let Some(key) = context.inventory.key(*key)?
                && print_of(&key) != Some(fingerprint)
                && !is_told(context, intent, Act::Renewed, |line| {
                    line.key == Some(key.id)
                })?
            {
                context.remember(&key, Act::Renewed)?;
            }
        }
    }
    Ok(())
}

/// Whether the history tells it already: a person who tries again after a lost reply leaves two
/// intents for what happened once.
fn is_told(
    context: &Context,
    intent: &Intent,
    act: Act,
    is_about: impl Fn(&HistoryEntry) -> bool,
) -> Result<bool, Error> {
    let lines = context.inventory.activity(TOLD_LATELY, None)?;
    Ok(lines
        .iter()
        .any(|line| line.at >= intent.at && line.act == act && is_about(line)))
}

fn print_of(key: &Key) -> Option<&Vec<u8>> {
    key.secret.as_ref().map(|secret| &secret.fingerprint)
}

#[cfg(test)]
mod tests {
    use super::created_since;

    fn found(ids: &[(i64, &str)]) -> impl Iterator<Item = (i64, String)> {
        ids.iter()
            .map(|(id, name)| (*id, (*name).to_owned()))
            .collect::<Vec<_>>()
            .into_iter()
    }

    #[test]
    fn an_id_known_before_is_not_ours() {
        let now = found(&[(1, "webshop"), (2, "webshop")]);
        assert_eq!(created_since(&[1, 2], now, "webshop"), None);
    }

    #[test]
    fn a_new_id_of_another_name_is_not_ours() {
        assert_eq!(
            created_since(&[1], found(&[(1, "webshop"), (2, "other")]), "webshop"),
            None
        );
    }

    #[test]
    fn the_new_id_of_our_name_is_ours() {
        let now = found(&[(1, "webshop"), (4, "webshop"), (3, "other")]);
        assert_eq!(created_since(&[1], now, "webshop"), Some(4));
    }
}
