//! Whether a consumer key works, and what it may do (contract 7.5). Each check of a working key
//! moves its last access: do not poll.

use crate::{
    Error, Network,
    route::{Ask, CANNOT_VIEW, Told, judge_server},
    visitor::Visitor,
};
use keys::{Identifier, Permalinks, Permission, Secret, ServerUrl};
use web_session::Request;

/// A key is recognised, and its secret or permission does not fit.
const AUTHENTICATION: &str = "woocommerce_rest_authentication_error";
const NO_ROUTE: &str = "rest_no_route";

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairCheck {
    /// It works, and may do that.
    Accepted(Permission),
    /// The key is right, but its owner may not manage WooCommerce.
    OwnerLacksRight,
    /// The site knows the key; the secret is wrong.
    SecretRefused,
    /// The site takes us for nobody: the key is unknown or revoked, its owner is gone, or the
    /// header did not reach the site.
    NotRecognised,
    /// Where keys are used there are no routes, as the site's permalinks are plain.
    PlainPermalinks {
        /// What the key would be good for with other permalinks.
        otherwise: Box<PairCheck>,
    },
    /// There is no WooCommerce.
    NotWooCommerce,
    /// Something keeps the REST routes closed.
    RestClosed {
        /// The HTTP status.
        status: u16,
    },
    /// The address is plain http, where a site ignores keys; nothing was sent.
    PlainHttp,
}

/// Checks a pair as a plugin would use it: one read, one write that no route takes. Over https
/// alone, and never anywhere but to WooCommerce's own routes.
pub async fn check_pair(
    url: &ServerUrl,
    permalinks: Permalinks,
    key: &Identifier,
    secret: &Secret,
    network: &Network,
) -> Result<PairCheck, Error> {
    if !url.is_https() {
        return Ok(PairCheck::PlainHttp);
    }
    let pair = Pair {
        visitor: Visitor::new(url, network)?,
        key,
        secret,
    };
    // What was plain once may be pretty by now; that is asked without the key.
    if permalinks == Permalinks::Pretty || pair.is_pretty_now().await? {
        match pair.check(Permalinks::Pretty).await? {
            Ok(check) => return Ok(check),
            // The routes are there, but not for somebody with a key.
            Err(NoRoutes { status }) if pair.is_pretty_now().await? => {
                return Ok(PairCheck::RestClosed { status });
            }
            Err(NoRoutes { .. }) => {}
        }
    }
    match pair.presence(Permalinks::Plain).await? {
        Told::Json { status: 200, .. } => {
            let otherwise = pair.check(Permalinks::Plain).await?;
            // A page where there was JSON a moment ago.
            let closed = |NoRoutes { status }| PairCheck::RestClosed { status };
            Ok(PairCheck::PlainPermalinks {
                otherwise: Box::new(otherwise.unwrap_or_else(closed)),
            })
        }
        Told::Json { status: 404, .. } => Ok(PairCheck::NotWooCommerce),
        Told::Json { status, .. } | Told::NotJson(status) if is_closed(status) => {
            Ok(PairCheck::RestClosed { status })
        }
        _ => Ok(PairCheck::NotWooCommerce),
    }
}

/// Whether the site recognises the pair in the address, which lands in its logs. Over https alone,
/// and only to find out that a server takes the header away.
pub async fn ask_in_address(
    url: &ServerUrl,
    key: &Identifier,
    secret: &Secret,
    network: &Network,
) -> Result<bool, Error> {
    if !url.is_https() {
        return Err(Error::PlainHttp);
    }
    let request = Ask::Read.request(url.folder(), Permalinks::Pretty);
    let request = with_pair_in_address(request, key, secret);
    let reply = Visitor::new(url, network)?.send_proven(request).await?;
    judge_server(&reply)?;
    match Told::of(&reply) {
        Told::Json { status, code } => match (status, code.as_deref()) {
            (200 | 403, _) | (401, Some(AUTHENTICATION)) => Ok(true),
            (401, _) => Ok(false),
            (status, _) => Err(Error::RestClosed { status }),
        },
        Told::NotJson(status) => Err(Error::RestClosed { status }),
    }
}

fn with_pair_in_address(request: Request, key: &Identifier, secret: &Secret) -> Request {
    request
        .query("consumer_key", key.as_str())
        .query("consumer_secret", secret.expose())
}

/// A pair, and somebody to carry it.
struct Pair<'pair> {
    visitor: Visitor,
    key: &'pair Identifier,
    secret: &'pair Secret,
}

impl Pair<'_> {
    /// One read and one write.
    async fn check(&self, permalinks: Permalinks) -> Result<Result<PairCheck, NoRoutes>, Error> {
        let read = self.ask(Ask::Read, permalinks).await?;
        let may_read = match judge_read(&read) {
            Read::Accepted => true,
            Read::Refused => false,
            Read::Settled(check) => return Ok(Ok(check)),
            Read::Nothing(nothing) => return Ok(Err(nothing)),
        };
        let write = self.ask(Ask::Write, permalinks).await?;
        Ok(Ok(judge_write(&write, may_read)))
    }

    async fn ask(&self, ask: Ask, permalinks: Permalinks) -> Result<Told, Error> {
        let asked = self
            .visitor
            .ask_with(ask, permalinks, self.key, self.secret);
        let reply = asked.await?;
        judge_server(&reply)?;
        Ok(Told::of(&reply))
    }

    async fn presence(&self, permalinks: Permalinks) -> Result<Told, Error> {
        let reply = self.visitor.ask(Ask::Presence, permalinks).await?;
        judge_server(&reply)?;
        Ok(Told::of(&reply))
    }

    async fn is_pretty_now(&self) -> Result<bool, Error> {
        let answer = self.presence(Permalinks::Pretty).await?;
        Ok(matches!(answer, Told::Json { status: 200, .. }))
    }
}

/// No JSON where the routes should be; with the status of what is there.
struct NoRoutes {
    status: u16,
}

enum Read {
    Accepted,
    Refused,
    /// The write would tell nothing more.
    Settled(PairCheck),
    Nothing(NoRoutes),
}

fn judge_read(answer: &Told) -> Read {
    match answer {
        Told::Json { status: 200, .. } => Read::Accepted,
        Told::Json { status, code } => match (status, code.as_deref()) {
            (401, Some(AUTHENTICATION)) => Read::Refused,
            (401, Some(CANNOT_VIEW)) => Read::Settled(PairCheck::NotRecognised),
            (403, Some(CANNOT_VIEW)) => Read::Settled(PairCheck::OwnerLacksRight),
            (404, Some(NO_ROUTE)) => Read::Settled(PairCheck::NotWooCommerce),
            (status, _) => Read::Settled(PairCheck::RestClosed { status: *status }),
        },
        Told::NotJson(status) if is_closed(*status) => {
            Read::Settled(PairCheck::RestClosed { status: *status })
        }
        Told::NotJson(status) => Read::Nothing(NoRoutes { status: *status }),
    }
}

fn judge_write(answer: &Told, may_read: bool) -> PairCheck {
    let (status, code) = match answer {
        Told::Json { status, code } => (*status, code.as_deref()),
        Told::NotJson(status) => (*status, None),
    };
    match (status, code, may_read) {
        // Nothing is there to write to, and that is told to those who may write.
        (404, Some(NO_ROUTE), true) => PairCheck::Accepted(Permission::ReadWrite),
        (404, Some(NO_ROUTE), false) => PairCheck::Accepted(Permission::Write),
        (401, Some(AUTHENTICATION), true) => PairCheck::Accepted(Permission::Read),
        (401, Some(AUTHENTICATION), false) => PairCheck::SecretRefused,
        _ => PairCheck::RestClosed { status },
    }
}

/// Whether a status means that something keeps us out, rather than that nothing is there.
fn is_closed(status: u16) -> bool {
    matches!(status, 401 | 403 | 405 | 406 | 451)
}
