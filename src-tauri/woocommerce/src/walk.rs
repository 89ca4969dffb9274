//! The way of a plugin to the shop's routes, gone once, with every answer noted and none judged.

use crate::{CertificateProblem, Network};
use keys::{Identifier, Permalinks, Secret, ServerUrl};

/// Why an answer says nothing about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It leads to another server; never followed. Without its query.
    Redirected(String),
    /// The certificate is not accepted.
    Certificate(CertificateProblem),
    /// The host name has no address.
    Dns,
    /// Nobody accepts connections there.
    NotListening,
    /// No answer in time.
    TimedOut,
    /// The connection broke, or the answer was too large to read.
    Lost,
    /// What answers does not speak HTTP.
    NotHttp,
    /// The server says 503.
    Unavailable,
    /// The server failed, or asks for fewer requests.
    Failed(u16),
    /// This program could not send it.
    NotSent,
}

/// What the site says of itself, asked without the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RootAnswer {
    /// A WordPress site.
    Recognised {
        /// Where its REST routes are now.
        permalinks: Permalinks,
        /// Its own home address, as it believes; empty when not told.
        home: String,
        /// Whether WooCommerce is on.
        has_woocommerce: bool,
    },
    /// A WordPress site that does not open its REST routes to everybody; with the status.
    RestClosed(u16),
    /// Something else; with its status.
    SomethingElse(u16),
    /// Nothing that could be judged.
    Trouble(Trouble),
}

/// What a route answered to the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteAnswer {
    /// JSON; with its status, and the code of an error.
    Json {
        /// The HTTP status.
        status: u16,
        /// The `code` of an error, in the site's own names.
        code: Option<String>,
    },
    /// Anything else, such as a page; with its status.
    NotJson(u16),
    /// Nothing that could be judged.
    Trouble(Trouble),
}

/// Everything noted on the way. What was not asked is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The site itself.
    pub root: RootAnswer,
    /// Reading with the key, in the header.
    pub read: Option<RouteAnswer>,
    /// Writing with the key, where no route takes it.
    pub write: Option<RouteAnswer>,
    /// Reading in the form that also works with plain permalinks.
    pub read_behind_plain: Option<RouteAnswer>,
    /// Writing in that form.
    pub write_behind_plain: Option<RouteAnswer>,
    /// Reading over https, signed as for http: accepted where a proxy hides https from the site.
    /// The secret itself is not sent.
    pub signed_for_http: Option<RouteAnswer>,
}

/// Goes the way. Nothing of the key is sent over plain http, or past a certificate that is not
/// accepted, and no redirect is followed.
pub async fn walk(
    url: &ServerUrl,
    permalinks: Permalinks,
    key: &Identifier,
    secret: &Secret,
    network: &Network,
) -> Walk {
    let _ = (url, permalinks, key, secret, network);
    Walk {
        root: RootAnswer::Trouble(Trouble::NotSent),
        read: None,
        write: None,
        read_behind_plain: None,
        write_behind_plain: None,
        signed_for_http: None,
    }
}
