//! Disconnect: records and secrets of a connection go.

use crate::reveal::entries_of;
use crate::session::connection;
use crate::sign_out::end_session;
use crate::{Context, Error};
use inventory::{IntentAct, NewIntent};
use keys::{Connection, ConnectionId};

/// Removes a connection once its name was typed. Secrets go first, so that none stays behind
/// without a record; what a keychain does not let go of now is asked for again later.
pub async fn disconnect(context: &Context, id: ConnectionId, typed: &str) -> Result<(), Error> {
    let _turn = context.turn(id).await;
    let connection = connection(context, id)?;
    if typed.trim() != connection.name.trim() {
        return Err(Error::TypedNameDiffers);
    }
    context.inventory.begin_intent(&NewIntent {
        connection: id,
        act: IntentAct::Disconnect,
        known: Vec::new(),
        at: context.now(),
        draft: None,
    })?;
    // The intent goes with the connection.
    remove(context, &connection).await
}

/// Also repeated after a kill.
pub(crate) async fn remove(context: &Context, connection: &Connection) -> Result<(), Error> {
    end_session(context, connection).await?;
    let keys = context.inventory.keys(connection.id)?;
    // Should the person sign in again before the end, no record may claim what is gone.
    let not_stored: Vec<_> = keys
        .iter()
        .filter_map(|key| Some((key.id, key.secret.as_ref()?.fingerprint.clone(), None)))
        .collect();
    context.inventory.set_secrets_stored(&not_stored)?;
    for key in &keys {
        context.let_go(key.id);
        for entry in entries_of(connection, key) {
            context.keychain.delete(&entry).await?;
        }
    }
    Ok(context.inventory.remove_connection(connection.id)?)
}
