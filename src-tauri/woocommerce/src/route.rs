//! WooCommerce's own routes, and the only way of a consumer key to a site (contract 7).

use crate::{Error, visitor::Visitor};
use keys::{Identifier, Permalinks, Secret};
use serde_json::Value;
use web_session::{Media, Reply, Request, Target};

/// The letters that a site looks for in an address before it looks at a key.
const MARK: &str = "wp-json/wc/";
/// The code where nobody is recognised, or somebody without the right.
pub(crate) const CANNOT_VIEW: &str = "woocommerce_rest_cannot_view";

/// What a route answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// JSON; with the code of an error.
    Json { status: u16, code: Option<String> },
    /// Anything else, such as a page.
    NotJson(u16),
}

/// What is asked of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A small read that touches no data of the shop.
    Read,
    /// A write that no route takes; rights are judged before that is noticed.
    Write,
    /// Whether WooCommerce is there, which is told to anybody.
    Presence,
}

impl Ask {
    /// The request, without a key. With plain permalinks the mark stands in a parameter that
    /// nobody reads, letter by letter.
    pub(crate) fn request(self, folder: &str, permalinks: Permalinks) -> Request {
        let (route, fields) = match self {
            Self::Read => ("/wc/v3/data", "_fields=slug"),
            Self::Write => ("/wc/v3", ""),
            Self::Presence => ("/wc/v3", "_fields=namespace"),
        };
        let path = match permalinks {
            Permalinks::Pretty => format!("{folder}/wp-json{route}"),
            Permalinks::Plain => format!("{folder}/"),
        };
        let mut request = match self {
            Self::Read | Self::Presence => Request::get(&path),
            Self::Write => Request::post_form(&path, []),
        };
        if permalinks == Permalinks::Plain {
            request = request.literal_query(&format!("rest_route={route}"));
        }
        if !fields.is_empty() {
            request = request.literal_query(fields);
        }
        if permalinks == Permalinks::Plain && self != Self::Presence {
            request = request.literal_query(&format!("_={MARK}"));
        }
        request.accept("application/json")
    }
}

impl Visitor {
    /// Asks with a pair in the header. Never over http.
    pub(crate) async fn ask_with(
        &self,
        ask: Ask,
        permalinks: Permalinks,
        key: &Identifier,
        secret: &Secret,
    ) -> Result<Reply, Error> {
        let request = ask.request(self.url().folder(), permalinks);
        self.send_proven(request.basic(key.as_str(), secret)).await
    }

    /// Asks as a stranger.
    pub(crate) async fn ask(&self, ask: Ask, permalinks: Permalinks) -> Result<Reply, Error> {
        self.send(ask.request(self.url().folder(), permalinks))
            .await
    }

    /// The one door for a key, whatever form it has: encrypted, and to WooCommerce's routes alone.
    pub(crate) async fn send_proven(&self, request: Request) -> Result<Reply, Error> {
        if !self.url().is_https() {
            return Err(Error::PlainHttp);
        }
        let names_woocommerce = request.path().contains(MARK)
            || request
                .query_text()
                .is_some_and(|query| query.contains(MARK));
        if !names_woocommerce {
            return Err(Error::NotWooCommerce);
        }
        self.send(request).await
    }
}

impl Told {
    /// By status, media and code alone. A redirect is no answer of a route.
    pub(crate) fn of(reply: &Reply) -> Self {
        let body: Option<Value> = (reply.media == Media::Json && reply.target.is_none())
            .then(|| serde_json::from_slice(reply.bytes()).ok())
            .flatten();
        match body {
            Some(body) => Self::Json {
                status: reply.status,
                code: body.get("code").and_then(Value::as_str).map(str::to_owned),
            },
            None => Self::NotJson(reply.status),
        }
    }
}

/// Whether an answer comes from the server asked, and from one that is well.
pub(crate) fn judge_server(reply: &Reply) -> Result<(), Error> {
    match (&reply.target, reply.status) {
        (Some(Target::Elsewhere(to)), _) => Err(Error::Redirected { to: to.clone() }),
        (_, 429) => Err(Error::TooManyRequests),
        (_, status @ 500..=599) => Err(Error::ServerError {
            status,
            step: crate::Step::Reading,
        }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
