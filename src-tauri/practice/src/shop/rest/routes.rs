//! Which route answers.

use axum::http::Method;
use serde_json::json;

use super::caller::Caller;
use super::problem::Problem;
use super::{Outcome, Told, index, shop_routes, site_routes};
use crate::error::Error;
use crate::shop::asked::Asked;
use crate::shop::records::Records;

/// The answer of a route; what nobody knows is 404 before anybody asks for rights.
pub(crate) fn answer(
    records: &Records,
    asked: &mut Asked,
    caller: &Caller,
    route: &str,
) -> Result<Outcome, Error> {
    let namespaces = index::namespaces(asked);
    let is_look = asked.is_look();
    if route == "/" {
        return Ok(if is_look {
            Ok(index::whole(asked))
        } else {
            no_handler(asked)
        });
    }
    if let Some(name) = namespaces.iter().find(|name| route[1..] == ***name) {
        return Ok(if is_look {
            Ok(index::of_namespace(asked, name))
        } else {
            no_handler(asked)
        });
    }
    if let Some(rest) = route.strip_prefix("/wp/v2/") {
        return site_routes::answer(records, asked, caller, rest);
    }
    let versions = ["/wc/v1/", "/wc/v2/", "/wc/v3/"];
    let rest = versions
        .iter()
        .find_map(|version| route.strip_prefix(version));
    match rest.filter(|_| namespaces.contains(&"wc/v3")) {
        Some(rest) => shop_routes::answer(records, asked, caller, rest),
        None => Ok(Err(Problem::no_route())),
    }
}

/// What a method without a handler gets: `OPTIONS` a description, everything else 404.
pub(crate) fn no_handler(asked: &Asked) -> Outcome {
    if asked.method == Method::OPTIONS {
        Ok(Told::new(200, json!({"methods": ["GET"], "endpoints": []})))
    } else {
        Err(Problem::no_route())
    }
}
