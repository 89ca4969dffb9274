//! Reconcile: finds what the server did when its reply was lost, and finishes it.

mod candidates;
mod judgement;

use crate::{Context, Error};
use candidates::Kind;
use inventory::{ActivityFilter, Intent, IntentAct, IntentId};
use judgement::{Asked, Judged, judge};
use keys::{
    Act, Connection, ConnectionId, DraftId, Key, KeyId, Made, Presence, ServerAppId, ServerStoreId,
};

/// How long a server that did not answer may still be at work, in milliseconds.
pub const STILL_AT_WORK: i64 = 2 * 60 * 1000;

/// What became of something asked of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was made.
    Made(Made),
    /// The Secret was renewed.
    Renewed(KeyId),
    /// The consumer key was revoked.
    Revoked(KeyId),
    /// It was never done.
    Never,
    /// Nothing is to be seen of it, but a slow server may still be at it.
    Unknown,
    /// Several things could be it: a person decides.
    Undecided,
}

/// What a whole look at the server told of an open intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) intent: IntentId,
    pub(crate) draft: Option<DraftId>,
    pub(crate) outcome: Outcome,
}

impl Settled {
    pub(crate) fn is_done(&self) -> bool {
        matches!(
            self.outcome,
            Outcome::Made(_) | Outcome::Renewed(_) | Outcome::Revoked(_)
        )
    }

    pub(crate) fn is_never(&self) -> bool {
        self.outcome == Outcome::Never
    }
}

/// After a complete look the inventory holds what the server has, so every open intent about it
/// can be judged.
pub(crate) fn settle(context: &Context, connection: &Connection) -> Result<Vec<Settled>, Error> {
    let mut open = context.inventory.open_intents()?;
    open.retain(|intent| intent.connection == connection.id);
    if open.is_empty() {
        tell_others(context, connection.id)?;
        return Ok(Vec::new());
    }
    let keys = context.inventory.keys(connection.id)?;
    let stores = context.inventory.stores(Some(connection.id))?;
    let mut settled = Vec::new();
    for intent in &open {
        if let IntentAct::RenewSecret { key, fingerprint } = &intent.act {
            let outcome = settle_renewal(context, intent, *key, fingerprint)?;
            settled.push(told(intent, outcome));
        }
        if let IntentAct::RevokeKey { key } = &intent.act {
            let outcome = settle_revocation(context, intent, *key)?;
            settled.push(told(intent, outcome));
        }
    }
    for kind in [Kind::Store, Kind::Key] {
        let asked: Vec<Asked> = open
            .iter()
            .filter_map(|intent| kind.asked(context, intent, &keys, &stores))
            .collect();
        for (intent, judged) in judge(&asked) {
            let Some(intent) = open.iter().find(|open| open.id == intent) else {
                continue;
            };
            let outcome = carry_out(context, intent, judged)?;
            settled.push(told(intent, outcome));
        }
    }
    tell_others(context, connection.id)?;
    Ok(settled)
}

fn told(intent: &Intent, outcome: Outcome) -> Settled {
    Settled {
        intent: intent.id,
        draft: intent.draft,
        outcome,
    }
}

fn settle_renewal(
    context: &Context,
    intent: &Intent,
    key: KeyId,
    before: &[u8],
) -> Result<Outcome, Error> {
    let key = context.inventory.key(key)?;
    let key = key.filter(|key| key.presence == Presence::OnServer);
    let Some(key) = key else {
        context.inventory.finish_intent(intent.id)?;
        return Ok(Outcome::Never);
    };
    let offered = key.offered.as_ref().map(|offer| &offer.fingerprint);
    let ours = key.secret.as_ref().map(|secret| &secret.fingerprint);
    let now = offered.or(ours);
    if now.is_some_and(|now| now != before) {
        finish_renewal(context, intent, &key)?;
        return Ok(Outcome::Renewed(key.id));
    }
    never_or_unknown(context, intent)
}

fn settle_revocation(context: &Context, intent: &Intent, key: KeyId) -> Result<Outcome, Error> {
    let Some(key) = context.inventory.key(key)? else {
        context.inventory.finish_intent(intent.id)?;
        return Ok(Outcome::Never);
    };
    if key.presence == Presence::OnServer {
        return never_or_unknown(context, intent);
    }
    let filter = ActivityFilter {
        key: Some(key.id),
        acts: vec![Act::Revoked, Act::BackOnServer],
        ..ActivityFilter::default()
    };
    // Who tries again after a lost reply leaves two intents for what happened once.
    let told = context.inventory.activity(1, None, &filter)?;
    if told.iter().any(|line| line.act == Act::Revoked) {
        context.inventory.finish_intent(intent.id)?;
        return Ok(Outcome::Revoked(key.id));
    }
    let line = context.line_of_key(&key, Act::Revoked);
    let made = Made::Key(key.id);
    context.inventory.complete_intent(intent.id, made, &line)?;
    Ok(Outcome::Revoked(key.id))
}

/// Writes down a renewal and finishes its intent.
pub(crate) fn finish_renewal(context: &Context, intent: &Intent, key: &Key) -> Result<(), Error> {
    let filter = ActivityFilter {
        key: Some(key.id),
        acts: vec![Act::Renewed],
        ..ActivityFilter::default()
    };
    // Who tries again after a lost reply leaves two intents for what happened once.
    let told = context.inventory.activity(1, None, &filter)?;
    if told.iter().any(|line| line.at >= intent.at) {
        return Ok(context.inventory.finish_intent(intent.id)?);
    }
    let line = context.line_of_key(key, Act::Renewed);
    let made = Made::Key(key.id);
    Ok(context.inventory.complete_intent(intent.id, made, &line)?)
}

fn never_or_unknown(context: &Context, intent: &Intent) -> Result<Outcome, Error> {
    let now = context.now();
    if !intent.answered && now.0 < intent.at.0 {
        // The clock was set back: count from now on.
        context.inventory.restart_intent(intent.id, now)?;
        return Ok(Outcome::Unknown);
    }
    if !intent.answered && now.0 - intent.at.0 < STILL_AT_WORK {
        // What was proposed before is not there any more.
        context.inventory.set_intent_candidates(intent.id, &[])?;
        return Ok(Outcome::Unknown);
    }
    context.inventory.finish_intent(intent.id)?;
    Ok(Outcome::Never)
}

fn carry_out(context: &Context, intent: &Intent, judged: Judged) -> Result<Outcome, Error> {
    match judged {
        Judged::Ours(id) => {
            let made = adopt(context, intent, id)?;
            Ok(made.map_or(Outcome::Unknown, Outcome::Made))
        }
        Judged::Nothing => never_or_unknown(context, intent),
        Judged::Undecided(candidates) => {
            context
                .inventory
                .set_intent_candidates(intent.id, &candidates)?;
            Ok(Outcome::Undecided)
        }
    }
}

/// What has that number on the server is what the intent asked for: history, draft and intent
/// follow at once.
pub(crate) fn adopt(context: &Context, intent: &Intent, id: i64) -> Result<Option<Made>, Error> {
    let connection = intent.connection;
    let (made, line) = match &intent.act {
        IntentAct::CreateStore { .. } => {
            let id = ServerStoreId(id);
            let Some(store) = context.inventory.store_by_server_id(connection, id)? else {
                return Ok(None);
            };
            let line = context.line_of_store(&store, Act::Created);
            (Made::Store(store.id), line)
        }
        IntentAct::CreateKey { .. } => {
            let id = ServerAppId(id);
            let Some(key) = context.inventory.key_by_server_id(connection, id)? else {
                return Ok(None);
            };
            let line = context.line_of_key(&key, Act::Created);
            (Made::Key(key.id), line)
        }
        IntentAct::CreateConsumerKey { .. } => {
            let id = ServerAppId(id);
            let Some(key) = context.inventory.key_by_server_id(connection, id)? else {
                return Ok(None);
            };
            if key.secret.is_none() {
                match &intent.pair {
                    Some((identifier, print)) => {
                        context.inventory.set_pair(key.id, identifier, print)?;
                    }
                    // The site showed it to nobody but the reply that was lost.
                    None => context.inventory.set_secret_lost(key.id, true)?,
                }
            }
            let line = context.line_of_key(&key, Act::Created);
            (Made::Key(key.id), line)
        }
        _ => return Ok(None),
    };
    context.inventory.complete_intent(intent.id, made, &line)?;
    Ok(Some(made))
}

/// What no open intent could explain was made by somebody else: says so, where nothing tells yet
/// where it comes from.
pub(crate) fn tell_others(context: &Context, connection: ConnectionId) -> Result<(), Error> {
    let open = context.inventory.open_intents()?;
    let now = context.now();
    for (made, id, name) in context.inventory.untold(connection)? {
        let could_be = |intent: &Intent| {
            intent.connection == connection
                && !intent.known.contains(&id)
                && is_named(intent, made, name.trim())
        };
        match made {
            _ if open.iter().any(could_be) => {}
            Made::Key(key) => context.inventory.tell_key_seen(key, now)?,
            Made::Store(store) => context.inventory.tell_store_seen(store, now)?,
        }
    }
    Ok(())
}

fn is_named(intent: &Intent, made: Made, found: &str) -> bool {
    match (&intent.act, made) {
        (IntentAct::CreateConsumerKey { description, .. }, Made::Key(_)) => description == found,
        (IntentAct::CreateKey { name, .. }, Made::Key(_))
        | (IntentAct::CreateStore { name }, Made::Store(_)) => name == found,
        _ => false,
    }
}
