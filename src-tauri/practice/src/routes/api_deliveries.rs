//! `/api/deliveries`: enough for a shop plugin to send an order.

use crate::state::Db;
use axum::response::Response;
use serde_json::{Value, json};

use super::callers::{self, Caller};
use crate::answer;
use crate::state::accounts::Role;
use crate::state::{deliveries, stores};
use crate::stop::Stop;
use crate::visit::Visit;

/// `POST /api/deliveries`: the Store of the app sends something.
pub(crate) fn create(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let caller = match callers::any(db, visit)? {
        Ok(caller) => caller,
        Err(refusal) => return Ok(refusal),
    };
    let Some(body) = visit.json().filter(Value::is_object) else {
        return Err(Stop::Unreadable("Syntax error"));
    };
    let store = match &caller {
        Caller::Person(person) if person.has(Role::Dispatcher) => named_store(&body),
        Caller::Person(person) => person.store,
        app => app.delivering_app().ok_or(Stop::Denied)?.store,
    };
    let Some(store) = store
        .map(|id| stores::find_living(db, id))
        .transpose()?
        .flatten()
    else {
        return Ok(answer::violations(
            visit,
            "store",
            "This value should not be null.",
        ));
    };
    if !body["dropoff"].is_object() {
        return Ok(answer::violations(visit, "items", "unexpected.dropoff"));
    }
    let pickup = if body["pickup"].is_object() {
        body["pickup"].clone()
    } else {
        let street = store.details.address.map(|address| address.street);
        json!({"address": {"streetAddress": street}})
    };
    let content = json!({"@type": "http://schema.org/ParcelDelivery", "pickup": pickup,
        "dropoff": body["dropoff"], "store": format!("/api/stores/{}", store.id)});
    let id = deliveries::create(db, store.id, &content)?;
    Ok(answer::resource(visit, 201, describe(id, content)))
}

fn named_store(body: &Value) -> Option<i64> {
    body["store"]
        .as_str()?
        .strip_prefix("/api/stores/")?
        .parse()
        .ok()
}

fn describe(id: i64, mut content: Value) -> Value {
    content["@context"] = json!("/api/contexts/Delivery");
    content["@id"] = json!(format!("/api/deliveries/{id}"));
    content["id"] = json!(id);
    content
}

/// `GET /api/deliveries/{id}`: for dispatchers, the Store's owner and its app.
pub(crate) fn item(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let caller = match callers::any(db, visit)? {
        Ok(caller) => caller,
        Err(refusal) => return Ok(refusal),
    };
    let id = visit.id.unwrap_or_default();
    let (store, content) = deliveries::find(db, id)?.ok_or(Stop::Missing)?;
    let may_see = match &caller {
        Caller::Person(person) => person.has(Role::Dispatcher) || person.store == Some(store),
        app => app
            .delivering_app()
            .is_some_and(|app| app.store == Some(store)),
    };
    if !may_see {
        return Err(Stop::Denied);
    }
    Ok(answer::resource(visit, 200, describe(id, content)))
}
