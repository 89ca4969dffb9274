//! Create a key: intent, form, reply or a look at what the server did, secret, record.

use crate::creation::{former, resolve};
use crate::reconcile::{Outcome, adopt, tell_others};
use crate::seen::{keep_secret, key_of_detail, secret_in};
use crate::session::{ask, connection};
use crate::{Context, Error};
use coopcycle::{AppForm, NewApp};
use inventory::{IntentAct, IntentId, NewIntent};
use keys::{
    AppName, Connection, ConnectionId, DraftId, KeyId, KeyType, Made, Presence, Scope, ServerAppId,
    ServerStoreId,
};

/// What a new key shall be.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// On which connection.
    pub connection: ConnectionId,
    /// App name.
    pub name: String,
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Its Store.
    pub store: Option<ServerStoreId>,
}

/// A key that now exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Created {
    /// Its number in the inventory.
    pub key: KeyId,
    /// Whether its secret is in the keychain. If not, it is held in memory, and the server still
    /// shows it.
    pub secret_stored: bool,
}

/// Makes a key on the server (contract 5.3) and brings its pair home. If the same was asked for
/// before and its reply was lost, it is looked for first, and found rather than made again.
pub async fn create_key(context: &Context, new: &NewKey) -> Result<Created, Error> {
    let _turn = context.turn(new.connection).await;
    create(context, new, None).await
}

/// The same for who has the connection's turn; with the draft it comes from.
pub(crate) async fn create(
    context: &Context,
    new: &NewKey,
    draft: Option<DraftId>,
) -> Result<Created, Error> {
    let name = AppName::parse(&new.name)?;
    let connection = connection(context, new.connection)?;
    if let Some(store) = new.store {
        // The server would take a deleted Store without a word (contract 5.3).
        let known = context.inventory.store_by_server_id(connection.id, store)?;
        if known.is_some_and(|store| store.presence == Presence::Gone) {
            return Err(Error::StoreMissing);
        }
    }
    let form = ask(context, &connection, async |instance| {
        instance.app_form().await
    })
    .await?;
    let app = judge(&form, new, name)?;
    let act = IntentAct::CreateKey {
        name: app.name.as_str().to_owned(),
        key_type: app.key_type,
        // Older servers choose for themselves (contract 9).
        scopes: match &form.scopes {
            Some(_) => app.scopes.clone(),
            None => vec![Scope::Deliveries, Scope::Tasks],
        },
        store: app.store,
    };
    let asked_before = former(context, &connection, &act, draft).await?;
    if let Some(Made::Key(key)) = asked_before {
        return created(context, key);
    }
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: connection.id,
        act,
        known: ids(context, &connection).await?,
        at: context.now(),
        draft,
    })?;
    let sent = app.clone();
    let answer = ask(context, &connection, async move |instance| {
        instance.create_app(&sent).await
    })
    .await;
    match answer {
        Ok(id) => bring_home(context, &connection, intent, id).await,
        Err(Error::Server { source, .. }) if source.outcome_unknown() => {
            match resolve(context, &connection, intent, source.is_answered()).await? {
                Outcome::Made(Made::Key(key)) => created(context, key),
                _ => Err(Error::RecordGone),
            }
        }
        Err(error) => {
            context.inventory.finish_intent(intent)?;
            Err(error)
        }
    }
}

/// What the server would accept badly is refused here, with a reason (contract 5.3).
fn judge(form: &AppForm, new: &NewKey, name: AppName) -> Result<NewApp, Error> {
    if form.store_required && new.store.is_none() {
        return Err(Error::StoreNeeded);
    }
    if let Some(offered) = &form.scopes {
        if new.scopes.is_empty() {
            return Err(Error::NoScope);
        }
        let unfit = |scope: &&Scope| !scope.fits(new.store.is_some()) || !offered.contains(scope);
        if let Some(scope) = new.scopes.iter().find(unfit) {
            return Err(Error::ScopeDoesNotFit(scope.as_value().to_owned()));
        }
    }
    Ok(NewApp {
        name,
        key_type: new.key_type,
        scopes: new.scopes.clone(),
        store: new.store,
    })
}

async fn ids(context: &Context, connection: &Connection) -> Result<Vec<i64>, Error> {
    let apps = ask(context, connection, async |instance| instance.apps().await).await?;
    Ok(apps.into_iter().map(|app| app.server_id.0).collect())
}

/// The server named the new key's number: reads its page, and finishes.
async fn bring_home(
    context: &Context,
    connection: &Connection,
    intent: IntentId,
    id: ServerAppId,
) -> Result<Created, Error> {
    let inventory = &context.inventory;
    inventory.set_intent_answered(intent)?;
    inventory.set_intent_candidates(intent, &[id.0])?;
    let detail = ask(context, connection, async move |instance| {
        instance.app(id).await
    })
    .await;
    let detail = detail.map_err(|error| match error {
        // It exists by now; only its pair has not been read.
        Error::Server { .. } => Error::ReplyLost {
            host: connection.url.host().to_owned(),
        },
        error => error,
    })?;
    let mut seen = key_of_detail(context, connection, &detail)?;
    seen.scopes
        .get_or_insert_with(|| vec![Scope::Deliveries, Scope::Tasks]);
    let key = inventory.record_created_key(connection.id, &seen, context.now())?;
    let record = inventory.key(key)?.ok_or(Error::RecordGone)?;
    if let Some(secret) = secret_in(&detail.credentials) {
        match keep_secret(context, connection, &record, secret).await {
            // Held in memory; the record says so.
            Ok(()) | Err(Error::Keychain(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let intent = inventory.intent(intent)?.ok_or(Error::RecordGone)?;
    adopt(context, &intent, id.0)?;
    tell_others(context, connection.id)?;
    created(context, key)
}

pub(crate) fn created(context: &Context, key: KeyId) -> Result<Created, Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    Ok(Created {
        key,
        secret_stored: record.is_secret_stored(),
    })
}
