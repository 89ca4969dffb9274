//! What every creation has in common: nothing is asked twice, and a lost reply is looked for.

use crate::reconcile::Outcome;
use crate::refresh::{Looked, Trust, look};
use crate::{Context, Error};
use inventory::{IntentAct, IntentId};
use keys::{Connection, DraftId, Made};

/// What became of an earlier request for the same, when its outcome was not known yet: of the same
/// draft, or of the same without any. Looks at the server first; while that cannot tell, asking
/// again could make it twice.
pub(crate) async fn former(
    context: &Context,
    connection: &Connection,
    act: &IntentAct,
    draft: Option<DraftId>,
) -> Result<Option<Made>, Error> {
    let mut open = context.inventory.open_intents()?;
    open.retain(|intent| {
        let is_same = draft.is_some() || intent.act == *act;
        intent.connection == connection.id && intent.draft == draft && is_same
    });
    if open.is_empty() {
        return Ok(None);
    }
    let looked = look_again(context, connection).await?;
    for intent in &open {
        match outcome_of(&looked, intent.id) {
            Some(Outcome::Made(made)) => return Ok(Some(made)),
            Some(Outcome::Undecided) => return Err(Error::Undecided(intent.id)),
            Some(Outcome::Never | Outcome::Renewed(_)) => {}
            Some(Outcome::Unknown) | None => {
                return Err(Error::StillLooking {
                    host: connection.url.host().to_owned(),
                });
            }
        }
    }
    Ok(None)
}

/// Looks for what became of a request whose reply was lost. What cannot be found stays an open
/// intent as long as a slow server may still be at work.
pub(crate) async fn resolve(
    context: &Context,
    connection: &Connection,
    intent: IntentId,
    source: &coopcycle::Error,
) -> Result<Outcome, Error> {
    let host = || connection.url.host().to_owned();
    if source.is_answered() {
        context.inventory.set_intent_answered(intent)?;
    }
    let looked = match look_again(context, connection).await {
        Ok(looked) => looked,
        Err(Error::Inventory(error)) => return Err(error.into()),
        Err(_) => return Err(Error::ReplyLost { host: host() }),
    };
    match outcome_of(&looked, intent) {
        Some(Outcome::Never) => Err(Error::NothingDone { host: host() }),
        Some(Outcome::Undecided) => Err(Error::Undecided(intent)),
        Some(Outcome::Unknown) | None => Err(Error::ReplyLost { host: host() }),
        Some(done) => Ok(done),
    }
}

async fn look_again(context: &Context, connection: &Connection) -> Result<Looked, Error> {
    look(context, connection.id, &|_, _, _| {}, Trust::Records).await
}

fn outcome_of(looked: &Looked, intent: IntentId) -> Option<Outcome> {
    let settled = looked
        .settled
        .iter()
        .find(|settled| settled.intent == intent);
    settled.map(|settled| settled.outcome)
}
