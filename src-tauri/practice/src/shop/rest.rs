//! The REST API: who asks, what a key may do, which route answers (contract 1 and 7).

mod caller;
mod fields;
mod index;
mod oauth;
mod problem;
mod routes;
mod shop_routes;
mod site_routes;

use axum::http::{HeaderName, HeaderValue, Method};
use axum::response::Response;
use serde_json::{Value, json};

use super::asked::Asked;
use super::mode::RestGuard;
use super::pages::home;
use super::records::{Records, consumer_keys};
use super::reply;
use crate::error::Error;
use crate::stop::Stop;
use caller::Caller;
use problem::Problem;

/// A request to a route.
pub(crate) fn answer(records: &Records, asked: &mut Asked, route: &str) -> Result<Response, Stop> {
    let route = format!("/{}", route.trim_matches('/'));
    if asked.mode.rest_guard == Some(RestGuard::Html) {
        let text = "The firewall of this site has stopped the request.";
        return Ok(reply::plain_page(403, "Request blocked", text));
    }
    let mut response = match judge(records, asked, &route)? {
        Ok(told) => told.into_response(asked),
        Err(problem) => problem.into_response(asked),
    };
    home::link_rest(asked, &mut response);
    Ok(response)
}

/// A route of the API that was switched off years ago.
pub(crate) fn retired() -> Response {
    let body = json!({"errors": {"code": "woocommerce_api_disabled",
        "message": "The retired API is switched off."}});
    reply::json(404, &body)
}

/// What a route says: a body, and how long the whole list is where it is one.
pub(crate) struct Told {
    status: u16,
    body: Value,
    total: Option<i64>,
    /// Links that the older version adds whatever was asked for.
    links: Option<Value>,
}

impl Told {
    pub(crate) fn new(status: u16, body: Value) -> Self {
        Self {
            status,
            body,
            total: None,
            links: None,
        }
    }

    fn into_response(self, asked: &Asked) -> Response {
        let mut body = match asked.query("_fields") {
            Some(wanted) => fields::filter(&self.body, wanted),
            None => self.body,
        };
        if let (Some(links), Some(body)) = (self.links, body.as_object_mut()) {
            body.insert("_links".to_owned(), links);
        }
        let mut response = reply::json(self.status, &body);
        if let Some(total) = self.total {
            let headers = response.headers_mut();
            headers.insert(
                HeaderName::from_static("x-wp-total"),
                HeaderValue::from(total),
            );
        }
        response
    }
}

/// The outcome of a route.
pub(crate) type Outcome = Result<Told, Problem>;

/// Who asks is judged before the permission of the key, and that before the route.
fn judge(records: &Records, asked: &mut Asked, route: &str) -> Result<Outcome, Error> {
    let caller = match caller::identify(records, asked, route)? {
        Ok(caller) => caller,
        Err(problem) => return Ok(Err(problem)),
    };
    asked.user.clone_from(&caller.user);
    if let Some(problem) = refusal_of_permission(&caller, asked) {
        return Ok(Err(problem));
    }
    let is_recorded = !asked.path.ends_with("/index.php") && asked.query("rest_route").is_none();
    if let Some(key) = caller.key.as_ref().filter(|_| is_recorded) {
        consumer_keys::touch(records, key.id, asked.now)?;
    }
    routes::answer(records, asked, &caller, route)
}

fn refusal_of_permission(caller: &Caller, asked: &Asked) -> Option<Problem> {
    let permission = caller.key.as_ref()?.permission;
    if asked.method == Method::OPTIONS {
        None
    } else if asked.is_look() {
        (!permission.reads()).then(|| Problem::authentication("key_does_not_read"))
    } else {
        (!permission.writes()).then(|| Problem::authentication("key_does_not_write"))
    }
}
