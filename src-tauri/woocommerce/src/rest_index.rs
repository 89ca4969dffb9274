//! What a site says of itself at the root of its routes (contract 1).

use crate::{Error, Step, markup::plain, rest_root::Root, visitor::Visitor};
use serde_json::Value;
use std::time::SystemTime;
use web_session::{Media, Reply, Request};

/// Without this the answer is more than a megabyte.
const FIELDS: &str = "_fields=name,url,home,namespaces,authentication";
const WOOCOMMERCE: &str = "wc/v3";

/// The index of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Index {
    pub(crate) name: String,
    /// Where WordPress itself is.
    pub(crate) url: String,
    /// Where the site is.
    pub(crate) home: String,
    pub(crate) has_woocommerce: bool,
    /// The site's own clock.
    pub(crate) server_time: Option<SystemTime>,
}

/// What answered where the index should be.
pub(crate) enum Answer {
    Index(Index),
    /// A WordPress site that keeps it closed, or something in front of one.
    Closed {
        status: u16,
    },
    /// Something else.
    Other {
        status: u16,
    },
}

impl Visitor {
    /// Asks for the index, without any key.
    pub(crate) async fn index(&self, root: &Root) -> Result<Answer, Error> {
        let request = Request::get(&root.path).literal_query(FIELDS);
        let reply = self.send(request.accept("application/json")).await?;
        if let Some(web_session::Target::Elsewhere(to)) = reply.target {
            return Err(Error::Redirected { to });
        }
        match reply.status {
            429 => return Err(Error::TooManyRequests),
            status @ 500..=599 => {
                return Err(Error::ServerError {
                    status,
                    step: Step::Reading,
                });
            }
            _ => {}
        }
        let status = reply.status;
        Ok(match read(&reply) {
            Some(index) => Answer::Index(index),
            None if matches!(status, 401 | 403 | 405 | 406 | 451) => Answer::Closed { status },
            None => Answer::Other { status },
        })
    }
}

fn read(reply: &Reply) -> Option<Index> {
    if reply.status != 200 || reply.media != Media::Json {
        return None;
    }
    let body: Value = serde_json::from_slice(reply.bytes()).ok()?;
    let namespaces = body.get("namespaces")?.as_array()?;
    let text = |name: &str| {
        let text = body.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    Some(Index {
        name: plain(&text("name")),
        url: text("url"),
        home: text("home"),
        has_woocommerce: namespaces.iter().any(|name| name == WOOCOMMERCE),
        server_time: reply.server_time,
    })
}
