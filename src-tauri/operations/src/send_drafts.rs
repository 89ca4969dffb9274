//! Send drafts: Stores first, then the keys that may wait for them; each with its own result.

use crate::create_key::{self, Created, NewKey};
use crate::create_store;
use crate::draft::waiting;
use crate::session::ask;
use crate::{Context, Error};
use keys::{
    Connection, Draft, DraftContent, DraftId, DraftStore, Made, Position, ServerStoreId, StoreId,
};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

/// The server's names of the fields of a Store's address (contract 4.4).
const STREET: &str = "store[address][streetAddress]";
const LATITUDE: &str = "store[address][latitude]";
const LONGITUDE: &str = "store[address][longitude]";

/// What came of one draft.
#[derive(Debug)]
pub enum Sent {
    /// It is a Store now.
    Store(StoreId),
    /// It is a key now.
    Key(Created),
    /// It is still a draft, or its reply was lost and it is being looked for.
    Failed(Error),
    /// A key whose Store was not made.
    WaitsForStore,
    /// The person stopped, or nothing could be asked of its server any more.
    Stopped,
}

/// Sends drafts one after the other, Stores first. `progress` hears which is being sent, how many
/// are done and of how many; after `stop` the one under way is finished and the rest stay drafts.
/// A server that cannot be asked any more stops its own drafts only.
pub async fn send_drafts(
    context: &Context,
    drafts: &[DraftId],
    progress: &(dyn Fn(DraftId, usize, usize) + Send + Sync),
    stop: &AtomicBool,
) -> Result<Vec<(DraftId, Sent)>, Error> {
    let mut order = Vec::new();
    let mut chosen: BTreeSet<DraftId> = drafts.iter().copied().collect();
    for id in drafts {
        let draft = context.inventory.draft(*id)?;
        // A key takes the draft of its Store along.
        if let Some(DraftContent::Key {
            store: DraftStore::Draft(store),
            ..
        }) = draft.map(|draft| draft.content)
            && store_draft_waits(context, store)?
        {
            chosen.insert(store);
        }
    }
    for id in chosen {
        order.push((is_key(context, id)?, id));
    }
    order.sort_unstable();
    let total = order.len();
    let mut results = Vec::new();
    let mut closed = BTreeSet::new();
    for (done, (_, id)) in order.into_iter().enumerate() {
        progress(id, done, total);
        let connection = context.inventory.draft(id)?.map(|draft| draft.connection);
        let is_closed = connection.is_some_and(|connection| closed.contains(&connection));
        let sent = if is_closed || stop.load(Ordering::Relaxed) {
            Sent::Stopped
        } else {
            send(context, id).await
        };
        if let (Sent::Failed(error), Some(connection)) = (&sent, connection)
            && ends_all(error)
        {
            closed.insert(connection);
        }
        results.push((id, sent));
    }
    Ok(results)
}

fn is_key(context: &Context, id: DraftId) -> Result<bool, Error> {
    let draft = context.inventory.draft(id)?;
    Ok(draft.is_none_or(|draft| matches!(draft.content, DraftContent::Key { .. })))
}

fn store_draft_waits(context: &Context, id: DraftId) -> Result<bool, Error> {
    match waiting(context, id) {
        Ok(_) => Ok(true),
        Err(Error::DraftNotWaiting) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether nothing else can be asked of that server now either.
fn ends_all(error: &Error) -> bool {
    match error {
        Error::SignedOut(_) | Error::NotAdmin(_) | Error::Inventory(_) => true,
        Error::Server { source, .. } => {
            source.is_offline()
                || matches!(
                    source,
                    coopcycle::Error::Maintenance
                        | coopcycle::Error::TooManyRequests
                        | coopcycle::Error::Certificate { .. }
                )
        }
        _ => false,
    }
}

async fn send(context: &Context, id: DraftId) -> Sent {
    match try_send(context, id).await {
        Ok(sent) => sent,
        Err(error) => Sent::Failed(error),
    }
}

async fn try_send(context: &Context, id: DraftId) -> Result<Sent, Error> {
    let draft = context.inventory.draft(id)?.ok_or(Error::DraftNotWaiting)?;
    let _turn = context.turn(draft.connection).await;
    // What was sent before and is being looked for is found or judged first, by the creation.
    let draft = context.inventory.draft(id)?.ok_or(Error::DraftNotWaiting)?;
    if draft.sent.is_some() || draft.deleted_at.is_some() {
        return Err(Error::DraftNotWaiting);
    }
    let connection = crate::session::connection(context, draft.connection)?;
    match &draft.content {
        DraftContent::Store { values } => {
            let values = with_position(context, &connection, values).await?;
            let made =
                create_store::create(context, connection.id, &values, Some(draft.id)).await?;
            Ok(Sent::Store(made.id))
        }
        DraftContent::Key {
            name,
            key_type,
            scopes,
            store,
        } => {
            let store = match store_of(context, &connection, *store)? {
                Wanted::Without => None,
                Wanted::OnServer(id) => Some(id),
                Wanted::NotSent => return Ok(Sent::WaitsForStore),
            };
            let new = NewKey {
                connection: connection.id,
                name: name.clone(),
                key_type: *key_type,
                scopes: scopes.clone(),
                store,
            };
            let made = create_key::create(context, &new, Some(draft.id)).await?;
            Ok(Sent::Key(made))
        }
    }
}

/// The Store of a drafted key, as it stands now.
enum Wanted {
    Without,
    OnServer(ServerStoreId),
    /// It is a draft itself.
    NotSent,
}

fn store_of(
    context: &Context,
    connection: &Connection,
    store: DraftStore,
) -> Result<Wanted, Error> {
    let id = match store {
        DraftStore::Without => return Ok(Wanted::Without),
        DraftStore::OnServer(id) => return Ok(Wanted::OnServer(id)),
        DraftStore::Draft(id) => id,
    };
    let draft: Option<Draft> = context.inventory.draft(id)?;
    let draft = draft.ok_or(Error::StoreMissing)?;
    match draft.sent {
        Some((Made::Store(id), _)) => {
            let store = context.inventory.store(id)?;
            let store = store.filter(|store| store.connection == connection.id);
            let store = store.ok_or(Error::StoreMissing)?;
            Ok(Wanted::OnServer(store.server_id))
        }
        _ if draft.deleted_at.is_some() => Err(Error::StoreMissing),
        _ => Ok(Wanted::NotSent),
    }
}

/// Finds the point of an address that was prepared without the server.
async fn with_position(
    context: &Context,
    connection: &Connection,
    values: &[(String, String)],
) -> Result<Vec<(String, String)>, Error> {
    let value = |wanted: &str| {
        let found = values.iter().find(|(field, _)| field == wanted);
        found.map(|(_, value)| value.trim()).unwrap_or_default()
    };
    let mut complete = values.to_vec();
    let street = value(STREET).to_owned();
    let is_placed = !value(LATITUDE).is_empty() && !value(LONGITUDE).is_empty();
    if is_placed || street.is_empty() {
        return Ok(complete);
    }
    let Position {
        latitude,
        longitude,
    } = ask(context, connection, async move |instance| {
        instance.geocode(&street).await
    })
    .await?;
    complete.retain(|(field, _)| field != LATITUDE && field != LONGITUDE);
    complete.push((LATITUDE.to_owned(), latitude.to_string()));
    complete.push((LONGITUDE.to_owned(), longitude.to_string()));
    Ok(complete)
}
