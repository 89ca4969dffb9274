//! Sign out: the session goes, the inventory stays.

use crate::session::{ask, ask_site, connection, entry, mark};
use crate::{Context, Error};
use inventory::{IntentAct, NewIntent};
use keys::{Connection, ConnectionId, SessionState};

/// Ends the session on the server when it can be reached, and here in any case. A keychain that
/// does not let go of the session now is asked again later.
pub async fn sign_out(context: &Context, id: ConnectionId) -> Result<(), Error> {
    let _turn = context.turn(id).await;
    let connection = connection(context, id)?;
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: id,
        act: IntentAct::SignOut,
        known: Vec::new(),
        at: context.now(),
        draft: None,
    })?;
    end_session(context, &connection).await?;
    Ok(context.inventory.finish_intent(intent)?)
}

/// Also repeated after a kill: what is done already does no harm.
pub(crate) async fn end_session(context: &Context, connection: &Connection) -> Result<(), Error> {
    // Also without the server's answer nobody can use the session from here any more.
    if connection.kind.is_site() {
        let _ = ask_site(context, connection, async |site| site.sign_out().await).await;
    } else {
        let _ = ask(context, connection, async |instance| {
            instance.sign_out().await
        })
        .await;
    }
    context.drop_server(connection.id);
    mark(context, connection.id, SessionState::SignedOut)?;
    context.keychain.delete(&entry(connection)).await?;
    Ok(())
}
