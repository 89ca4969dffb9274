//! The session of a connection: taken from the keychain when first needed, put back when it
//! changes, and marked when the server ends it.

use crate::{Context, Error};
use coopcycle::Instance;
use keychain::Entry;
use keys::{Connection, ConnectionId, ConnectionKind, SessionState};
use std::future::Future;
use std::sync::Arc;

/// The record of a connection.
pub(crate) fn connection(context: &Context, id: ConnectionId) -> Result<Connection, Error> {
    context.inventory.connection(id)?.ok_or(Error::RecordGone)
}

/// Where a connection's session rests.
pub(crate) fn entry(connection: &Connection) -> Entry {
    Entry::session(connection.kind == ConnectionKind::Practice, &connection.url)
}

/// The instance behind a connection, with its session from the keychain.
async fn instance(context: &Context, connection: &Connection) -> Result<Arc<Instance>, Error> {
    if let Some(instance) = context.known_instance(connection.id) {
        return Ok(instance);
    }
    let Some(session) = context.keychain.read(&entry(connection)).await? else {
        mark(context, connection.id, SessionState::SignedOut)?;
        return Err(Error::SignedOut(connection.id));
    };
    let opened = Instance::new(connection.url.clone(), context.network());
    let instance = opened.map_err(|source| server_error(connection, source))?;
    instance
        .restore_session(&session)
        .map_err(|source| server_error(connection, source))?;
    let instance = Arc::new(instance);
    context.keep_instance(connection.id, Arc::clone(&instance));
    Ok(instance)
}

/// Asks the server something in the connection's session, and judges the answer: keeps a changed
/// session, notes whether the server was reached, and marks a session that is over.
pub(crate) async fn ask<T, Asked>(
    context: &Context,
    connection: &Connection,
    question: impl FnOnce(Arc<Instance>) -> Asked,
) -> Result<T, Error>
where
    Asked: Future<Output = Result<T, coopcycle::Error>>,
{
    let instance = instance(context, connection).await?;
    let answer = question(Arc::clone(&instance)).await;
    keep_changed(context, connection, &instance).await;
    match answer {
        Ok(answer) => {
            context.set_unreachable(connection.id, false);
            if connection.session == SessionState::SignedOut {
                mark(context, connection.id, SessionState::SignedIn)?;
            }
            Ok(answer)
        }
        Err(source) => Err(judge(context, connection, source)?),
    }
}

/// Stores the session when it changed. A keychain that cannot take it now is no reason to fail
/// what was asked of the server: the session still lives in memory, and the window shows the
/// keychain's state.
pub(crate) async fn keep_changed(context: &Context, connection: &Connection, instance: &Instance) {
    if let Some(session) = instance.take_changed_session() {
        let _ = context.keychain.store(&entry(connection), &session).await;
    }
}

pub(crate) fn mark(
    context: &Context,
    connection: ConnectionId,
    state: SessionState,
) -> Result<(), Error> {
    if state == SessionState::SignedOut {
        context.drop_instance(connection);
    }
    Ok(context.inventory.set_session(connection, state)?)
}

pub(crate) fn server_error(connection: &Connection, source: coopcycle::Error) -> Error {
    Error::Server {
        host: connection.url.host().to_owned(),
        source,
    }
}

fn judge(
    context: &Context,
    connection: &Connection,
    source: coopcycle::Error,
) -> Result<Error, Error> {
    context.set_unreachable(connection.id, is_network(&source));
    Ok(match source {
        coopcycle::Error::SessionOver => {
            mark(context, connection.id, SessionState::SignedOut)?;
            Error::SignedOut(connection.id)
        }
        coopcycle::Error::NotAdmin => {
            mark(context, connection.id, SessionState::NotAdmin)?;
            Error::NotAdmin(connection.id)
        }
        source => server_error(connection, source),
    })
}

/// Whether the server was not reached at all.
fn is_network(error: &coopcycle::Error) -> bool {
    use coopcycle::Error as E;
    matches!(
        error,
        E::Dns(_) | E::Refused(_) | E::TimedOut { .. } | E::ConnectionLost { .. }
    )
}
