//! Decide: a person tells which of several things on the server is what was asked for.

use crate::reconcile::{adopt, tell_others};
use crate::{Context, Error};
use inventory::IntentId;

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
        }
        Some(_) => return Err(Error::RecordGone),
        None => context.inventory.finish_intent(intent.id)?,
    }
    tell_others(context, connection)
}
