//! Tend: what the program does by itself, at its start and whenever server or keychain may be back.

use crate::archive::{FORGET_AFTER, remove_forgotten};
use crate::bring_secrets::Trust;
use crate::refresh::look;
use crate::session::connection;
use crate::sign_out::end_session;
use crate::{Context, Error, disconnect, store_held};
use inventory::{Intent, IntentAct};
use keys::{ConnectionId, Moment, SessionState};
use std::collections::BTreeSet;

/// How long a deleted draft can be brought back, in milliseconds.
const DRAFTS_KEPT: i64 = 24 * 60 * 60 * 1000;

/// Finishes what is open: endings that were begun, secrets the keychain did not take, and requests
/// whose outcome is unknown. Tells which connections were looked at. What cannot be done now waits
/// for the next time.
pub async fn tend(context: &Context) -> Result<Vec<ConnectionId>, Error> {
    let now = context.now();
    // Before the first refresh there is nothing to lose, and it would take the day's place.
    let connections = context.inventory.connections()?;
    if connections.iter().any(|known| known.refreshed_at.is_some()) {
        context
            .inventory
            .back_up_daily(now)
            .map(drop)
            .or_else(keep_going)?;
    }
    context
        .inventory
        .purge_drafts(Moment(now.0.saturating_sub(DRAFTS_KEPT)))?;
    // The keychain's state shows in the window; held secrets wait on.
    let _ = store_held(context).await;
    let mut unsure = BTreeSet::new();
    for intent in context.inventory.open_intents()? {
        if is_about_server(&intent) {
            unsure.insert(intent.connection);
        } else {
            // A keychain that is closed still is for the next time.
            let _ = finish_ending(context, &intent).await;
        }
    }
    let mut looked_at = Vec::new();
    for id in unsure {
        let Some(found) = context.inventory.connection(id)? else {
            continue;
        };
        if found.session != SessionState::SignedIn {
            continue;
        }
        let _turn = context.turn(id).await;
        if look(context, id, &|_, _, _| {}, Trust::Records)
            .await
            .is_ok()
        {
            looked_at.push(id);
        }
    }
    Ok(looked_at)
}

/// A backup that cannot be made now is no reason to leave the rest undone: the disk may be full,
/// and what is tended to writes little.
fn keep_going(error: inventory::Error) -> Result<(), Error> {
    match error {
        inventory::Error::Damaged { .. } => Err(error.into()),
        _ => Ok(()),
    }
}

/// Whether a look at the server can tell what became of it.
fn is_about_server(intent: &Intent) -> bool {
    matches!(
        intent.act,
        IntentAct::CreateStore { .. }
            | IntentAct::CreateKey { .. }
            | IntentAct::CreateConsumerKey { .. }
            | IntentAct::RenewSecret { .. }
            | IntentAct::RevokeKey { .. }
    )
}

/// Ends what was being ended here when the program ended, or the keychain was closed.
async fn finish_ending(context: &Context, intent: &Intent) -> Result<(), Error> {
    let _turn = context.turn(intent.connection).await;
    // Somebody may have signed in, or undone it, while we waited.
    if context.inventory.intent(intent.id)?.is_none() {
        return Ok(());
    }
    match &intent.act {
        IntentAct::SignOut => {
            end_session(context, &connection(context, intent.connection)?).await?;
            context.inventory.finish_intent(intent.id)?;
        }
        IntentAct::Disconnect => {
            disconnect::remove(context, &connection(context, intent.connection)?).await?;
        }
        IntentAct::Forget { key } => {
            let age = context.now().0 - intent.at.0;
            if (0..FORGET_AFTER).contains(&age) {
                return Ok(());
            }
            let key = context.inventory.key(*key)?;
            if let Some(key) = key.filter(|key| key.forgotten_at.is_some()) {
                remove_forgotten(context, &key).await?;
            }
            context.inventory.finish_intent(intent.id)?;
        }
        _ => {}
    }
    Ok(())
}
