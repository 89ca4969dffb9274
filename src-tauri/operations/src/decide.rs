//! Decide: a person tells which of several things on the server is what was asked for.

use crate::reconcile::{adopt, tell_others};
use crate::{Context, Error};
use inventory::{Intent, IntentId};
use std::mem::discriminant;

/// With the server's number of what was asked for, or `None` when it is none of them. A draft that
/// none of them came from waits again.
pub async fn decide(context: &Context, intent: IntentId, ours: Option<i64>) -> Result<(), Error> {
    let open = context.inventory.intent(intent)?;
    let connection = open.ok_or(Error::RecordGone)?.connection;
    let _turn = context.turn(connection).await;
    let intent = context.inventory.intent(intent)?.ok_or(Error::RecordGone)?;
    match ours {
        Some(id) if intent.candidates.contains(&id) => {
            adopt(context, &intent, id)?.ok_or(Error::RecordGone)?;
            leave_to_others(context, id, &intent)?;
        }
        Some(_) => return Err(Error::RecordGone),
        None => context.inventory.finish_intent(intent.id)?,
    }
    tell_others(context, connection)
}

/// What is chosen for one question is not there for another about the same kind any more.
fn leave_to_others(context: &Context, chosen: i64, decided: &Intent) -> Result<(), Error> {
    for other in context.inventory.open_intents()? {
        let is_rival = other.connection == decided.connection
            && discriminant(&other.act) == discriminant(&decided.act);
        if is_rival && other.candidates.contains(&chosen) {
            let left: Vec<i64> = other
                .candidates
                .iter()
                .copied()
                .filter(|id| *id != chosen)
                .collect();
            context.inventory.set_intent_candidates(other.id, &left)?;
        }
    }
    Ok(())
}
