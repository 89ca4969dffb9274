//! The server's own forms, read anew each time, and its way to find an address.

use crate::session::{ask, connection};
use crate::{Context, Error};
use coopcycle::{AppForm, StoreForm};
use keys::{ConnectionId, Position};

/// What the server's form for a new key offers (contract 5.3).
pub async fn key_form(context: &Context, id: ConnectionId) -> Result<AppForm, Error> {
    let connection = connection(context, id)?;
    ask(context, &connection, async |instance| {
        instance.app_form().await
    })
    .await
}

/// What the server's form for a new Store offers (contract 4.4).
pub async fn store_form(context: &Context, id: ConnectionId) -> Result<StoreForm, Error> {
    let connection = connection(context, id)?;
    ask(context, &connection, async |instance| {
        instance.store_form().await
    })
    .await
}

/// Finds an address through the instance (contract 4.5).
pub async fn geocode(
    context: &Context,
    id: ConnectionId,
    address: &str,
) -> Result<Position, Error> {
    let connection = connection(context, id)?;
    let address = address.trim().to_owned();
    ask(context, &connection, async move |instance| {
        instance.geocode(&address).await
    })
    .await
}
