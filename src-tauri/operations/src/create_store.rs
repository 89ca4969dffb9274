//! Create a Store: intent, the server's own form, reply or a look at what the server did, record.

use crate::creation::{former, resolve};
use crate::reconcile::{Outcome, adopt, tell_others};
use crate::seen::store_of_row;
use crate::session::{ask, connection};
use crate::{Context, Error};
use inventory::{IntentAct, IntentId, NewIntent, SeenStore};
use keys::{
    Connection, ConnectionId, Draft, DraftId, Made, ServerStoreId, Store, StoreId, StoreName,
};

/// Makes a Store (contract 4.4) from values by the names of the server's fields, and
/// returns its record. If the same was asked for before and its reply was lost, it is looked for
/// first, and found rather than made again.
pub async fn create_store(
    context: &Context,
    id: ConnectionId,
    values: &[(String, String)],
) -> Result<Store, Error> {
    let _turn = context.turn(id).await;
    create(context, id, values, None).await
}

/// The same for who has the connection's turn; with the draft it comes from.
pub(crate) async fn create(
    context: &Context,
    id: ConnectionId,
    values: &[(String, String)],
    draft: Option<DraftId>,
) -> Result<Store, Error> {
    let typed = values
        .iter()
        .find(|(field, _)| field == Draft::STORE_NAME_FIELD);
    let name = StoreName::parse(typed.map_or("", |(_, value)| value))?;
    let connection = connection(context, id)?;
    let act = IntentAct::CreateStore {
        name: name.as_str().to_owned(),
    };
    let asked_before = former(context, &connection, &act, draft).await?;
    if let Some(Made::Store(store)) = asked_before {
        return created(context, store);
    }
    let before = seen(context, &connection).await?;
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: id,
        act,
        known: before.iter().map(|store| store.server_id.0).collect(),
        at: context.now(),
        draft,
    })?;
    let sent = values.to_vec();
    let answer = ask(context, &connection, async move |instance| {
        instance.create_store(&sent).await
    })
    .await;
    match answer {
        Ok(server_id) => bring_home(context, &connection, intent, server_id).await,
        Err(Error::Server { source, .. }) if source.outcome_unknown() => {
            match resolve(context, &connection, intent, source.is_answered()).await? {
                Outcome::Made(Made::Store(store)) => created(context, store),
                _ => Err(Error::RecordGone),
            }
        }
        Err(error) => {
            context.inventory.finish_intent(intent)?;
            Err(error)
        }
    }
}

/// The server named the new Store's number: the list tells what the server made of it.
async fn bring_home(
    context: &Context,
    connection: &Connection,
    intent: IntentId,
    id: ServerStoreId,
) -> Result<Store, Error> {
    let inventory = &context.inventory;
    inventory.set_intent_answered(intent)?;
    inventory.set_intent_candidates(intent, &[id.0])?;
    let lost = || Error::ReplyLost {
        host: connection.url.host().to_owned(),
    };
    let after = seen(context, connection).await.map_err(|_| lost())?;
    inventory.record_stores(connection.id, true, &after, context.now())?;
    let intent = inventory.intent(intent)?.ok_or(Error::RecordGone)?;
    let made = adopt(context, &intent, id.0)?;
    tell_others(context, connection.id)?;
    match made {
        Some(Made::Store(store)) => created(context, store),
        _ => Err(lost()),
    }
}

fn created(context: &Context, id: StoreId) -> Result<Store, Error> {
    context.inventory.store(id)?.ok_or(Error::RecordGone)
}

async fn seen(context: &Context, connection: &Connection) -> Result<Vec<SeenStore>, Error> {
    let stores = ask(context, connection, async |instance| {
        instance.stores(&|_, _| {}).await
    })
    .await?;
    Ok(stores.into_iter().map(store_of_row).collect())
}
