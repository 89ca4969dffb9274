//! What every creation has in common: nothing is asked twice, and a lost reply is looked for.

use crate::bring_secrets::Trust;
use crate::reconcile::Outcome;
use crate::refresh::{Looked, look};
use crate::{Context, Error};
use inventory::{Intent, IntentAct, IntentId};
use keys::{Connection, DraftId, KeyId, Made};

/// What became of an earlier request for the same, when its outcome was not known yet: of the same
/// draft, or of the same without any. Looks at the server first; while that cannot tell, asking
/// again could make it twice.
pub(crate) async fn former(
    context: &Context,
    connection: &Connection,
    act: &IntentAct,
    draft: Option<DraftId>,
) -> Result<Option<Made>, Error> {
    let is_same =
        |intent: &Intent| intent.draft == draft && (draft.is_some() || intent.act == *act);
    match earlier(context, connection, is_same).await? {
        Some(Outcome::Made(made)) => Ok(Some(made)),
        _ => Ok(None),
    }
}

/// Whether a renewal of that key, asked for before, turns out to be done: then the Secret is new
/// already.
pub(crate) async fn was_renewed(
    context: &Context,
    connection: &Connection,
    renewed: KeyId,
) -> Result<bool, Error> {
    let is_same = |intent: &Intent| matches!(intent.act, IntentAct::RenewSecret { key, .. } if key == renewed);
    let outcome = earlier(context, connection, is_same).await?;
    Ok(matches!(outcome, Some(Outcome::Renewed(_))))
}

/// What became of the first of those requests that was done. Fails while one may still be done.
async fn earlier(
    context: &Context,
    connection: &Connection,
    is_same: impl Fn(&Intent) -> bool,
) -> Result<Option<Outcome>, Error> {
    let mut open = context.inventory.open_intents()?;
    open.retain(|intent| intent.connection == connection.id && is_same(intent));
    if open.is_empty() {
        return Ok(None);
    }
    let looked = look_again(context, connection).await?;
    for intent in &open {
        match outcome_of(&looked, intent.id) {
            Some(done @ (Outcome::Made(_) | Outcome::Renewed(_) | Outcome::Revoked(_))) => {
                return Ok(Some(done));
            }
            Some(Outcome::Undecided) => return Err(Error::Undecided(intent.id)),
            Some(Outcome::Never) => {}
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
    is_answered: bool,
) -> Result<Outcome, Error> {
    let host = || connection.url.host().to_owned();
    if is_answered {
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
