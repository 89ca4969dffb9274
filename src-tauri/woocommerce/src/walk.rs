//! The way of a plugin to the shop's routes, gone once, with every answer noted and none judged.

use crate::{
    CertificateProblem, Error, Network, NetworkCause,
    oauth::{Moment, sign_get},
    rest_index::{Answer, Index},
    rest_root::Root,
    route::{Ask, CANNOT_VIEW, Told, judge_server},
    visitor::Visitor,
};
use keys::{Identifier, Permalinks, Secret, ServerUrl};
use std::time::SystemTime;
use url::Url;
use web_session::Reply;

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

impl From<Told> for RouteAnswer {
    fn from(told: Told) -> Self {
        match told {
            Told::Json { status, code } => Self::Json { status, code },
            Told::NotJson(status) => Self::NotJson(status),
        }
    }
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
    /// Something does not open its REST routes to everybody; with the status.
    RestClosed(u16),
    /// Something else; with its status.
    SomethingElse(u16),
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

impl Walk {
    fn at(root: RootAnswer) -> Self {
        Self {
            root,
            read: None,
            write: None,
            read_behind_plain: None,
            write_behind_plain: None,
            signed_for_http: None,
        }
    }
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
    let Ok(visitor) = Visitor::new(url, network) else {
        return Walk::at(RootAnswer::Trouble(Trouble::NotSent));
    };
    let (root, server_time) = ask_root(&visitor).await;
    let mut walk = Walk::at(root);
    let now = match &walk.root {
        RootAnswer::Recognised {
            has_woocommerce: true,
            permalinks,
            ..
        } => *permalinks,
        // The index may be closed where the shop's own routes are open.
        RootAnswer::RestClosed(_) => permalinks,
        _ => return walk,
    };
    if !url.is_https() {
        return walk;
    }
    let pair = (key, secret);
    let ask = async |what, permalinks| {
        let (key, secret) = pair;
        note(visitor.ask_with(what, permalinks, key, secret).await)
    };
    if now == Permalinks::Plain {
        walk.read_behind_plain = Some(ask(Ask::Read, now).await);
        walk.write_behind_plain = Some(ask(Ask::Write, now).await);
        return walk;
    }
    let read = ask(Ask::Read, now).await;
    let is_unknown = matches!(
        &read,
        RouteAnswer::Json { status: 401, code: Some(code) } if code == CANNOT_VIEW
    );
    let is_trouble = matches!(&read, RouteAnswer::Trouble(_));
    walk.read = Some(read);
    if is_trouble {
        return walk;
    }
    walk.write = Some(ask(Ask::Write, now).await);
    if is_unknown {
        let signed = ask_signed(&visitor, &walk.root, server_time, key, secret).await;
        walk.signed_for_http = signed;
    }
    walk
}

/// Asks where the routes are, and who is there, in both ways to word addresses.
async fn ask_root(visitor: &Visitor) -> (RootAnswer, Option<SystemTime>) {
    let mut other = RootAnswer::SomethingElse(0);
    for permalinks in [Permalinks::Pretty, Permalinks::Plain] {
        let root = Root::of(visitor.url(), permalinks);
        match visitor.index(&root).await {
            Ok(Answer::Index(index)) => {
                let Index {
                    home,
                    has_woocommerce,
                    server_time,
                    ..
                } = index;
                let root = RootAnswer::Recognised {
                    permalinks,
                    home,
                    has_woocommerce,
                };
                return (root, server_time);
            }
            Ok(Answer::Closed { status }) => return (RootAnswer::RestClosed(status), None),
            Ok(Answer::Other { status }) => {
                if permalinks == Permalinks::Pretty {
                    other = RootAnswer::SomethingElse(status);
                }
            }
            Err(error) => return (RootAnswer::Trouble(trouble(error)), None),
        }
    }
    (other, None)
}

/// Sends over https what is signed for http.
async fn ask_signed(
    visitor: &Visitor,
    root: &RootAnswer,
    server_time: Option<SystemTime>,
    key: &Identifier,
    secret: &Secret,
) -> Option<RouteAnswer> {
    let home = match root {
        RootAnswer::Recognised { home, .. } if !home.is_empty() => home.as_str(),
        _ => visitor.url().as_str(),
    };
    let (_, place) = home.split_once("://")?;
    let place = place.trim_end_matches('/');
    let address = Url::parse(&format!("http://{place}/wp-json/wc/v3/data?_fields=slug")).ok()?;
    let moment = Moment::new(server_time)?;
    let parameters = sign_get(&address, key, secret, &moment)?;
    let request = Ask::Read.request(visitor.url().folder(), Permalinks::Pretty);
    Some(note(visitor.send_proven(request.oauth(&parameters)).await))
}

/// An answer by its status and code, or why there is none.
fn note(sent: Result<Reply, Error>) -> RouteAnswer {
    let judged = sent.and_then(|reply| judge_server(&reply).map(|()| Told::of(&reply)));
    judged.map_or_else(
        |error| RouteAnswer::Trouble(trouble(error)),
        RouteAnswer::from,
    )
}

fn trouble(error: Error) -> Trouble {
    match error {
        Error::Redirected { to } => Trouble::Redirected(to),
        Error::ServerError { status: 503, .. } => Trouble::Unavailable,
        Error::ServerError { status, .. } => Trouble::Failed(status),
        Error::TooManyRequests => Trouble::Failed(429),
        Error::TooLarge { .. } => Trouble::Lost,
        Error::Unreadable { .. } => Trouble::NotHttp,
        Error::Network { cause, .. } => match cause {
            NetworkCause::Dns => Trouble::Dns,
            NetworkCause::Refused => Trouble::NotListening,
            NetworkCause::TimedOut => Trouble::TimedOut,
            NetworkCause::Certificate(problem) => Trouble::Certificate(problem),
            NetworkCause::NotHttp => Trouble::NotHttp,
            NetworkCause::ConnectionLost | NetworkCause::TooLarge(_) => Trouble::Lost,
            NetworkCause::SessionUnreadable | NetworkCause::Setup => Trouble::NotSent,
        },
        _ => Trouble::NotSent,
    }
}
