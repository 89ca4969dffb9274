//! The session of a connection: taken from the keychain when first needed, put back when it
//! changes, and marked when the server ends it.

use crate::visited::{Server, Verdict, Visited};
use crate::{Context, Error};
use coopcycle::Instance;
use keychain::Entry;
use keys::{Connection, ConnectionId, Permalinks, SessionState, SiteFacts};
use std::future::Future;
use std::sync::Arc;
use woocommerce::Site;

/// The record of a connection.
pub(crate) fn connection(context: &Context, id: ConnectionId) -> Result<Connection, Error> {
    context.inventory.connection(id)?.ok_or(Error::RecordGone)
}

/// Where a connection's session rests.
pub(crate) fn entry(connection: &Connection) -> Entry {
    Entry::session(connection.kind.is_practice(), &connection.url)
}

/// What is taken for true of a site that nobody could look at yet.
pub(crate) const UNSEEN: SiteFacts = SiteFacts {
    permalinks: Permalinks::Pretty,
    login_path: None,
    wordpress: None,
    woocommerce: None,
};

/// What is known of a connection's site.
pub(crate) fn facts(connection: &Connection) -> SiteFacts {
    connection.site.clone().unwrap_or(UNSEEN)
}

/// The server behind a connection, with its session from the keychain.
async fn visitor<V: Visited>(context: &Context, connection: &Connection) -> Result<Arc<V>, Error> {
    if let Some(visitor) = context.known_server::<V>(connection.id) {
        return Ok(visitor);
    }
    let failed = |failure| V::error(connection.url.host().to_owned(), failure);
    let Some(session) = context.keychain.read(&entry(connection)).await? else {
        mark(context, connection.id, SessionState::SignedOut)?;
        return Err(Error::SignedOut(connection.id));
    };
    let opened = V::open(connection, context.network()).map_err(failed)?;
    opened.restore(&session).map_err(failed)?;
    let visitor = Arc::new(opened);
    context.keep_server(connection.id, V::into_server(Arc::clone(&visitor)));
    Ok(visitor)
}

/// Asks a CoopCycle instance something in the connection's session.
pub(crate) async fn ask<T, Asked>(
    context: &Context,
    connection: &Connection,
    question: impl FnOnce(Arc<Instance>) -> Asked,
) -> Result<T, Error>
where
    Asked: Future<Output = Result<T, coopcycle::Error>>,
{
    if connection.kind.is_site() {
        return Err(Error::WrongKind);
    }
    ask_server(context, connection, question).await
}

/// Asks a WooCommerce site something in the connection's session.
pub(crate) async fn ask_site<T, Asked>(
    context: &Context,
    connection: &Connection,
    question: impl FnOnce(Arc<Site>) -> Asked,
) -> Result<T, Error>
where
    Asked: Future<Output = Result<T, woocommerce::Error>>,
{
    if !connection.kind.is_site() {
        return Err(Error::WrongKind);
    }
    ask_server(context, connection, question).await
}

/// Asks, and judges the answer: keeps a changed session, notes whether the server was reached, and
/// marks a session that is over.
async fn ask_server<V: Visited, T, Asked>(
    context: &Context,
    connection: &Connection,
    question: impl FnOnce(Arc<V>) -> Asked,
) -> Result<T, Error>
where
    Asked: Future<Output = Result<T, V::Failure>>,
{
    let visitor: Arc<V> = visitor(context, connection).await?;
    let answer = question(Arc::clone(&visitor)).await;
    keep_changed(context, connection, &V::into_server(visitor)).await;
    match answer {
        Ok(answer) => {
            context.set_unreachable(connection.id, false);
            if connection.session == SessionState::SignedOut {
                mark(context, connection.id, SessionState::SignedIn)?;
            }
            Ok(answer)
        }
        Err(failure) => Err(judge::<V>(context, connection, failure)?),
    }
}

/// Stores the session when it changed. A keychain that cannot take it now is no reason to fail
/// what was asked of the server: the session still lives in memory, and the window shows the
/// keychain's state.
pub(crate) async fn keep_changed(context: &Context, connection: &Connection, server: &Server) {
    if let Some(session) = server.take_changed_session() {
        let _ = context.keychain.store(&entry(connection), &session).await;
    }
}

pub(crate) fn mark(
    context: &Context,
    connection: ConnectionId,
    state: SessionState,
) -> Result<(), Error> {
    if state == SessionState::SignedOut {
        context.drop_server(connection);
    }
    Ok(context.inventory.set_session(connection, state)?)
}

pub(crate) fn server_error(connection: &Connection, source: coopcycle::Error) -> Error {
    Error::Server {
        host: connection.url.host().to_owned(),
        source,
    }
}

pub(crate) fn site_error(connection: &Connection, source: woocommerce::Error) -> Error {
    Error::Site {
        host: connection.url.host().to_owned(),
        source,
    }
}

fn judge<V: Visited>(
    context: &Context,
    connection: &Connection,
    failure: V::Failure,
) -> Result<Error, Error> {
    context.set_unreachable(connection.id, V::is_offline(&failure));
    Ok(match V::verdict(&failure) {
        Verdict::SignedOut => {
            mark(context, connection.id, SessionState::SignedOut)?;
            Error::SignedOut(connection.id)
        }
        Verdict::NotAllowed => {
            mark(context, connection.id, SessionState::NotAdmin)?;
            Error::NotAdmin(connection.id)
        }
        Verdict::Other => V::error(connection.url.host().to_owned(), failure),
    })
}
