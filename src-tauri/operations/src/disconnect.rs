//! Disconnect: records and secrets of a connection go.

use crate::session::{connection, entry};
use crate::{Context, Error, sign_out};
use keychain::Entry;
use keys::{ConnectionId, ConnectionKind};

/// Removes a connection once its name was typed. Secrets go first: a keychain that refuses leaves
/// everything as it was, so that no secret stays behind without a record.
pub async fn disconnect(context: &Context, id: ConnectionId, typed: &str) -> Result<(), Error> {
    let connection = connection(context, id)?;
    if typed.trim() != connection.name.trim() {
        return Err(Error::TypedNameDiffers);
    }
    sign_out(context, id).await?;
    let practice = connection.kind == ConnectionKind::Practice;
    for key in context.inventory.keys(id)? {
        let entry = Entry::key_secret(practice, &connection.url, key.server_id);
        context.keychain.delete(&entry).await?;
    }
    context.keychain.delete(&entry(&connection)).await?;
    Ok(context.inventory.remove_connection(id)?)
}
