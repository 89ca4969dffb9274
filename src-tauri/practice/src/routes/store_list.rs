//! `/admin/stores`: the list as a page and as JSON, and the search.

use crate::state::Db;
use axum::response::Response;
use minijinja::context;
use serde_json::{Value, json};

use crate::answer;
use crate::firewall;
use crate::page::{self, word};
use crate::state::stores::{self, Store};
use crate::stop::Stop;
use crate::visit::Visit;

/// Stores on one page.
const PAGE: usize = 20;

/// One page of Stores by name.
pub(crate) fn page(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let q = visit.query("q").unwrap_or_default().to_owned();
    let number = visit
        .query("page")
        .and_then(|text| text.parse::<usize>().ok())
        .unwrap_or(1)
        .max(1);
    let found = stores::search(db, &q)?;
    let shown: Vec<&Store> = found.iter().skip((number - 1) * PAGE).take(PAGE).collect();
    if visit.query("format") == Some("json") {
        let rows: Vec<Value> = shown
            .iter()
            .map(|store| {
                json!({"id": store.id, "name": store.name,
                       "path": format!("/admin/stores/{}", store.id)})
            })
            .collect();
        return Ok(answer::json(200, &Value::from(rows)));
    }
    let rows: Vec<_> = shown
        .iter()
        .map(|store| {
            let street = store
                .details
                .address
                .as_ref()
                .map(|address| address.street.clone());
            context! { id => store.id, name => store.name, street }
        })
        .collect();
    let pages: Vec<usize> = (1..=found.len().div_ceil(PAGE)).collect();
    let content = context! { stores => rows, q, pages, page => number };
    let title = word(visit, "stores");
    let jwt = firewall::session_jwt(db, visit)?;
    let page = page::draw_with_jwt(visit, title, "store_list.html", &content, Some(&jwt))?;
    Ok(answer::html(200, page))
}

/// All matches as JSON. Like the real one it crashes on a Store without an address.
pub(crate) fn search(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if visit.query("format") != Some("json") {
        return Err(Stop::Crash("the search only speaks JSON"));
    }
    let mut rows = Vec::new();
    for store in stores::search(db, visit.query("q").unwrap_or_default())? {
        let address = store
            .details
            .address
            .ok_or(Stop::Crash("a found Store has no address"))?;
        rows.push(json!({"id": store.id, "name": store.name,
            "pricingRuleSetId": store.details.pricing_rule_set,
            "address": {"streetAddress": address.street, "addressLocality": address.locality,
                "addressCountry": visit.country, "postalCode": address.postal_code,
                "latitude": address.latitude, "longitude": address.longitude}}));
    }
    Ok(answer::json(200, &Value::from(rows)))
}
