//! What both kinds of server have in common for a session: one is kept for each connection, and
//! judged in the same way.

use crate::{Context, Error};
use coopcycle::{Instance, Network};
use keys::{Connection, ConnectionId, Secret};
use std::sync::Arc;
use woocommerce::Site;

/// A server with its session, as it is kept between operations.
#[derive(Clone)]
pub(crate) enum Server {
    /// A CoopCycle instance.
    Instance(Arc<Instance>),
    /// A WooCommerce site.
    Site(Arc<Site>),
}

impl Server {
    /// The session as one text, for the keychain.
    pub(crate) fn session(&self) -> Secret {
        match self {
            Self::Instance(instance) => instance.session(),
            Self::Site(site) => site.session(),
        }
    }

    /// The session, if it changed since it was last taken here or restored.
    pub(crate) fn take_changed_session(&self) -> Option<Secret> {
        match self {
            Self::Instance(instance) => instance.take_changed_session(),
            Self::Site(site) => site.take_changed_session(),
        }
    }
}

/// What a failure means for the connection.
pub(crate) enum Verdict {
    /// The session is over.
    SignedOut,
    /// The account may not see keys.
    NotAllowed,
    /// Anything else.
    Other,
}

/// A kind of server that is visited in a session.
pub(crate) trait Visited: Send + Sync + Sized {
    /// What goes wrong there.
    type Failure;

    /// A visitor without a session.
    fn open(connection: &Connection, network: &Network) -> Result<Self, Self::Failure>;

    /// Takes up a kept session.
    fn restore(&self, session: &Secret) -> Result<(), Self::Failure>;

    /// The one that is kept, if it is of this kind.
    fn of(server: Server) -> Option<Arc<Self>>;

    /// To be kept.
    fn into_server(visitor: Arc<Self>) -> Server;

    /// What a failure means.
    fn verdict(failure: &Self::Failure) -> Verdict;

    /// Whether the server was not reached at all.
    fn is_offline(failure: &Self::Failure) -> bool;

    /// The same as an error of an operation.
    fn error(host: String, failure: Self::Failure) -> Error;
}

impl Visited for Instance {
    type Failure = coopcycle::Error;

    fn open(connection: &Connection, network: &Network) -> Result<Self, Self::Failure> {
        Self::new(connection.url.clone(), network)
    }

    fn restore(&self, session: &Secret) -> Result<(), Self::Failure> {
        self.restore_session(session)
    }

    fn of(server: Server) -> Option<Arc<Self>> {
        match server {
            Server::Instance(instance) => Some(instance),
            Server::Site(_) => None,
        }
    }

    fn into_server(visitor: Arc<Self>) -> Server {
        Server::Instance(visitor)
    }

    fn verdict(failure: &Self::Failure) -> Verdict {
        match failure {
            coopcycle::Error::SessionOver => Verdict::SignedOut,
            coopcycle::Error::NotAdmin => Verdict::NotAllowed,
            _ => Verdict::Other,
        }
    }

    fn is_offline(failure: &Self::Failure) -> bool {
        failure.is_offline()
    }

    fn error(host: String, source: Self::Failure) -> Error {
        Error::Server { host, source }
    }
}

impl Visited for Site {
    type Failure = woocommerce::Error;

    fn open(connection: &Connection, network: &Network) -> Result<Self, Self::Failure> {
        Self::new(
            connection.url.clone(),
            &crate::session::facts(connection),
            network,
        )
    }

    fn restore(&self, session: &Secret) -> Result<(), Self::Failure> {
        self.restore_session(session)
    }

    fn of(server: Server) -> Option<Arc<Self>> {
        match server {
            Server::Site(site) => Some(site),
            Server::Instance(_) => None,
        }
    }

    fn into_server(visitor: Arc<Self>) -> Server {
        Server::Site(visitor)
    }

    fn verdict(failure: &Self::Failure) -> Verdict {
        match failure {
            woocommerce::Error::SessionOver => Verdict::SignedOut,
            woocommerce::Error::NoRight => Verdict::NotAllowed,
            _ => Verdict::Other,
        }
    }

    fn is_offline(failure: &Self::Failure) -> bool {
        failure.is_offline()
    }

    fn error(host: String, source: Self::Failure) -> Error {
        Error::Site { host, source }
    }
}

impl Context {
    /// The visitor kept for a connection.
    pub(crate) fn known_server<V: Visited>(&self, connection: ConnectionId) -> Option<Arc<V>> {
        self.server(connection).and_then(V::of)
    }
}
