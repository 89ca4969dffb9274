//! Sign out: the session goes, the inventory stays.

use crate::session::{ask, connection, entry, mark};
use crate::{Context, Error};
use keys::{ConnectionId, SessionState};

/// Ends the session on the server when it can be reached, and here in any case.
pub async fn sign_out(context: &Context, id: ConnectionId) -> Result<(), Error> {
    let connection = connection(context, id)?;
    // Also without the server's answer nobody can use the session from here any more.
    let _ = ask(context, &connection, async |instance| {
        instance.sign_out().await
    })
    .await;
    context.drop_instance(id);
    context.keychain.delete(&entry(&connection)).await?;
    mark(context, id, SessionState::SignedOut)
}
