//! Create a Store: intent, the server's own form, reply or a look at what the server did, record.

use crate::reconcile::created_since;
use crate::seen::store_of_row;
use crate::session::{ask, connection};
use crate::{Context, Error};
use inventory::{IntentAct, NewIntent, SeenStore};
use keys::{Act, Connection, ConnectionId, ServerStoreId, Store, StoreName};

/// The server's name of the field that holds a Store's name (contract 4.4).
const NAME_FIELD: &str = "store[name]";

/// Makes a Store (contract 4.4) from values by the names of the server's fields, and
/// returns its record.
pub async fn create_store(
    context: &Context,
    id: ConnectionId,
    values: &[(String, String)],
) -> Result<Store, Error> {
    let typed = values.iter().find(|(field, _)| field == NAME_FIELD);
    let name = StoreName::parse(typed.map_or("", |(_, value)| value))?;
    let connection = connection(context, id)?;
    let before = seen(context, &connection).await?;
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: id,
        act: IntentAct::CreateStore {
            name: name.as_str().to_owned(),
        },
        known: before.iter().map(|store| store.server_id.0).collect(),
        at: context.now(),
    })?;
    let sent = values.to_vec();
    let answer = ask(context, &connection, async move |instance| {
        instance.create_store(&sent).await
    })
    .await;
    let lost = || Error::ReplyLost {
        host: connection.url.host().to_owned(),
    };
    let created = match answer {
        Ok(id) => Some(id),
        Err(Error::Server { source, .. }) if source.outcome_unknown() => None,
        Err(error) => {
            context.inventory.finish_intent(intent)?;
            return Err(error);
        }
    };
    // The list tells what the server made of it, and finds what a lost reply created.
    let after = seen(context, &connection).await.map_err(|_| lost())?;
    let created = if let Some(id) = created {
        id
    } else {
        let known: Vec<i64> = before.iter().map(|store| store.server_id.0).collect();
        let now = after
            .iter()
            .map(|store| (store.server_id.0, store.name.clone()));
        created_since(&known, now, name.as_str())
            .map(ServerStoreId)
            .ok_or_else(lost)?
    };
    context
        .inventory
        .record_stores(id, true, &after, context.now())?;
    let store = context
        .inventory
        .store_by_server_id(id, created)?
        .ok_or_else(lost)?;
    context.remember_store(&store, Act::Created)?;
    context.inventory.finish_intent(intent)?;
    Ok(store)
}

async fn seen(context: &Context, connection: &Connection) -> Result<Vec<SeenStore>, Error> {
    let stores = ask(context, connection, async |instance| {
        instance.stores(&|_, _| {}).await
    })
    .await?;
    Ok(stores.into_iter().map(store_of_row).collect())
}
