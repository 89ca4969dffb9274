//! `/api/deliveries` and a Store's deliveries: enough for a shop plugin to send an order, and for a
//! person to see that it arrived.

use crate::state::Db;
use axum::response::Response;
use serde_json::{Value, json};

use super::callers::{self, Caller};
use super::paging::Paging;
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
        app => app.delivering_app()?.ok_or(Stop::Denied)?.store,
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
    let pickup = Some(&body["pickup"]).filter(|pickup| pickup.is_object());
    let (id, content) = deliveries::create(db, &store, pickup, &body["dropoff"])?;
    Ok(answer::resource(visit, 201, describe_alone(id, content)))
}

fn named_store(body: &Value) -> Option<i64> {
    body["store"]
        .as_str()?
        .strip_prefix("/api/stores/")?
        .parse()
        .ok()
}

fn describe(id: i64, mut content: Value) -> Value {
    content["@id"] = json!(format!("/api/deliveries/{id}"));
    content["id"] = json!(id);
    content
}

fn describe_alone(id: i64, content: Value) -> Value {
    let mut value = describe(id, content);
    value["@context"] = json!("/api/contexts/Delivery");
    value
}

/// `GET /api/stores/{id}/deliveries`: newest first, for dispatchers, the Store's owner and its app.
pub(crate) fn of_store(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let caller = match callers::any(db, visit)? {
        Ok(caller) => caller,
        Err(refusal) => return Ok(refusal),
    };
    let store = stores::find_living(db, visit.id.unwrap_or_default())?.ok_or(Stop::Missing)?;
    if !may_see(&caller, store.id)? {
        return Err(Stop::Denied);
    }
    let paging = Paging::asked(visit)?;
    let found = deliveries::page(db, store.id, paging.offset(), paging.size)?;
    let members: Vec<Value> = found
        .into_iter()
        .map(|(id, content)| describe(id, content))
        .collect();
    let path = format!("/api/stores/{}/deliveries", store.id);
    let total = deliveries::count(db, store.id)?;
    let body = paging.collection(visit, "Delivery", &path, &members, total);
    Ok(answer::resource(visit, 200, body))
}

fn may_see(caller: &Caller, store: i64) -> Result<bool, Stop> {
    Ok(match caller {
        Caller::Person(person) => person.has(Role::Dispatcher) || person.store == Some(store),
        app => app
            .delivering_app()?
            .is_some_and(|app| app.store == Some(store)),
    })
}

/// `GET /api/deliveries/{id}`: for dispatchers, the Store's owner and its app.
pub(crate) fn item(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let caller = match callers::any(db, visit)? {
        Ok(caller) => caller,
        Err(refusal) => return Ok(refusal),
    };
    let id = visit.id.unwrap_or_default();
    let (store, content) = deliveries::find(db, id)?.ok_or(Stop::Missing)?;
    if !may_see(&caller, store)? {
        return Err(Stop::Denied);
    }
    Ok(answer::resource(visit, 200, describe_alone(id, content)))
}
