//! A Store's time slot, which the WordPress plugin's date picker needs (contract 4.2).

use crate::session::{ask, connection};
use crate::{Context, Error};
use coopcycle::TimeSlot;
use keys::{ConnectionId, StoreId};

/// The time slots to choose from.
pub async fn time_slots(context: &Context, id: ConnectionId) -> Result<Vec<TimeSlot>, Error> {
    let connection = connection(context, id)?;
    ask(context, &connection, async |instance| {
        instance.time_slots().await
    })
    .await
}

/// Gives a Store its time slot.
pub async fn set_time_slot(context: &Context, store: StoreId, slot: &str) -> Result<(), Error> {
    let store = context.inventory.store(store)?.ok_or(Error::RecordGone)?;
    let connection = connection(context, store.connection)?;
    let slot = slot.to_owned();
    ask(context, &connection, async move |instance| {
        instance.set_time_slot(store.server_id, &slot).await
    })
    .await?;
    Ok(context.inventory.set_time_slot(store.id, true)?)
}
