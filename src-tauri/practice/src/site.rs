//! What serving needs of a practice server, whichever it is.

use axum::Router;
use axum::body::Bytes;
use axum::http::Uri;
use axum::http::request::Parts;
use axum::response::Response;

use crate::faults::{FaultKind, Faults};
use crate::history::HistoryEntry;

/// How a connection reached the server. Handlers find it among a request's extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// As it is.
    Http,
    /// Over TLS, with the server's own certificate.
    Https,
}

impl Scheme {
    /// The word addresses begin with.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }
}

/// A practice server.
pub(crate) trait Site: Clone + Send + Sync + 'static {
    /// What others can do there.
    type Act: Clone + Send + Sync + 'static;

    /// Where the paths begin that steer it: no failure spoils them, and no history tells them.
    const CONTROLS: &'static str;

    /// Everything it answers.
    fn router(&self) -> Router;

    /// Its failures.
    fn switched_faults(&self) -> &Faults<Self::Act>;

    /// Whether a failure leaves a path as it is.
    fn is_spared(&self, kind: &FaultKind<Self::Act>, path: &str) -> bool;

    /// Lets somebody else do something; what cannot be done is left undone.
    fn let_act(&self, act: &Self::Act);

    /// Ends every session, and if asked every remembered sign-in too.
    fn end_sessions(&self, remembered: bool);

    /// What a failure answers in place of the real answer, in the looks of this server.
    fn spoilt(&self, kind: &FaultKind<Self::Act>, asked: &Uri) -> Response;

    /// A request as the history tells it, still without its answer.
    fn told(&self, scheme: Scheme, head: &Parts, body: &Bytes) -> HistoryEntry;

    /// Keeps an answered request for the history.
    fn remember_request(&self, entry: HistoryEntry);

    /// What a request is answered whose body is too large or breaks off.
    fn overlong(&self) -> Response;
}
