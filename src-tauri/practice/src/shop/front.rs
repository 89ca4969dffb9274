//! Which handler answers which address, and what the web server does before WordPress begins.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderValue, Request, header};
use axum::response::Response;

use super::asked::{Asked, Ground};
use super::handle::Shop;
use super::options::Permalinks;
use super::pages::{admin, ajax, die, home, login};
use super::records::Records;
use super::rest;
use super::{control, reply};
use crate::answer::{AskedBy, Note};
use crate::router::BODY_LIMIT;
use crate::site::Scheme;
use crate::stop::Stop;

/// Everything the shop answers.
pub(crate) fn router(shop: Shop) -> Router {
    Router::new()
        .merge(control::routes())
        .fallback(answer)
        .with_state(shop)
}

async fn answer(State(shop): State<Shop>, request: Request<Body>) -> Response {
    let (mut head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return reply::plain_page(413, "Too large", "The request is too large.");
    };
    let records = shop.records();
    let mode = match shop.mode_in(&records) {
        Ok(mode) => mode,
        Err(error) => return failed(&Stop::from(error)),
    };
    if mode.blocks(head.method.as_str()) {
        return reply::plain_page(405, "Method not allowed", "The web server refuses this.");
    }
    if mode.strips_authorization {
        head.headers.remove(header::AUTHORIZATION);
    }
    let scheme = head.extensions.get::<Scheme>().copied();
    let ground = Ground {
        scheme: scheme.unwrap_or(Scheme::Http),
        now: shop.now() / 1000,
        mode,
        folder: shop.options().folder(),
        home: shop.options().home.clone(),
    };
    let mut asked = Asked::new(ground, head.method, &head.uri, head.headers, &body);
    let result = dispatch(&records, &mut asked);
    finish(&asked, result)
}

fn finish(asked: &Asked, result: Result<Response, Stop>) -> Response {
    let mut response = result.unwrap_or_else(|stop| failed(&stop));
    for line in &asked.cookies {
        if let Ok(value) = HeaderValue::from_str(line) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    if let Some(user) = &asked.user {
        let asked_by = AskedBy(user.login.clone());
        response.extensions_mut().insert(asked_by);
    }
    response
}

fn failed(stop: &Stop) -> Response {
    let mut response = reply::critical_error();
    if let Some(note) = stop.note() {
        response.extensions_mut().insert(Note(note));
    }
    response
}

fn dispatch(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    let Some(path) = asked.local_path() else {
        return Ok(reply::plain_page(404, "Not found", "Nothing is here."));
    };
    if let Some(moved) = asked.mode.moved_login.clone() {
        let place = moved.trim_matches('/');
        if path.trim_matches('/') == place {
            return login::page(records, asked);
        }
        if path == "/wp-login.php" {
            return home::missing(asked);
        }
    }
    let is_inside = path == "/wp-login.php" || path.starts_with("/wp-admin");
    if let Some(status) = asked.mode.block_page.filter(|_| is_inside) {
        let text = "The firewall of this site has stopped the request.";
        return Ok(reply::plain_page(status, "Request blocked", text));
    }
    match path.as_str() {
        "" | "/wp-admin" => Ok(reply::redirect_for_good(&asked.url(&format!("{path}/")))),
        "/wp-login.php" => login::page(records, asked),
        "/wp-admin/admin-ajax.php" => ajax::answer(records, asked),
        path if path.starts_with("/wp-admin/") => admin::page(records, asked, path),
        "/" | "/index.php" => match asked.query("rest_route").map(str::to_owned) {
            Some(route) => rest::answer(records, asked, &route),
            None => home::page(asked),
        },
        path => below(records, asked, path),
    }
}

/// What only permalinks make an address.
fn below(records: &Records, asked: &mut Asked, path: &str) -> Result<Response, Stop> {
    if path.starts_with("/wc-api/") {
        return Ok(rest::retired());
    }
    match asked.mode.permalinks {
        Permalinks::Pretty => match rest_route(path) {
            Some(route) => rest::answer(records, asked, &route),
            None if path.trim_end_matches('/') == "/my-account/lost-password" => {
                die::lost_password(asked)
            }
            None => home::missing(asked),
        },
        Permalinks::Plain if asked.is_look() && !path.ends_with('/') => {
            let query = asked.raw_query.as_ref();
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            Ok(reply::redirect_for_good(
                &asked.url(&format!("{path}/{query}")),
            ))
        }
        Permalinks::Plain => home::page(asked),
    }
}

/// The route below `wp-json`, whose case matters.
fn rest_route(path: &str) -> Option<String> {
    let path = path.strip_prefix("/index.php").unwrap_or(path);
    let rest = path.strip_prefix("/wp-json")?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("/{}", rest.trim_matches('/')))
}
