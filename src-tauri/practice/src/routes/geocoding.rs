//! `/search/geocode` and `/search/reverse` over the invented streets.
#![expect(clippy::unnecessary_wraps, reason = "every handler has the same shape")]

use crate::state::Db;
use axum::response::Response;
use serde_json::json;

use crate::answer;
use crate::stop::Stop;
use crate::town;
use crate::visit::Visit;

/// One position for a text, or 400 with an empty list.
pub(crate) fn geocode(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let text = visit
        .query("address")
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let text = text.ok_or(Stop::Crash("no address was given"))?;
    Ok(match town::geocode(text) {
        Some((latitude, longitude)) => {
            answer::json(200, &json!({"latitude": latitude, "longitude": longitude}))
        }
        None => answer::json(400, &json!([])),
    })
}

/// The street at a position, or 400 with an empty list.
pub(crate) fn reverse(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let number = |name: &str| visit.query(name).and_then(|text| text.parse::<f64>().ok());
    let street = match (number("lat"), number("lng")) {
        (Some(latitude), Some(longitude)) => town::reverse(latitude, longitude),
        _ => None,
    };
    Ok(match street {
        Some(street) => answer::json(
            200,
            &json!({"address": format!("{street}, {} {}", town::POSTAL_CODE, town::NAME),
                    "locality": town::NAME, "postalCode": town::POSTAL_CODE}),
        ),
        None => answer::json(400, &json!([])),
    })
}
