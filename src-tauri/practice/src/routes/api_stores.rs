//! `/api/stores`: Stores as JSON.

use crate::state::Db;
use axum::response::Response;
use serde_json::{Value, json};

use super::callers::{self, Caller};
use super::paging::{self, Paging};
use crate::answer;
use crate::state::accounts::Role;
use crate::state::stores::{self, Store};
use crate::stop::Stop;
use crate::town;
use crate::visit::Visit;

const COLLECTION: &str = "/api/stores";

/// A Store as JSON, without `@context`.
fn describe(store: &Store) -> Value {
    let details = &store.details;
    let slot = |id: &i64| format!("/api/time_slots/{id}");
    let address = details.address.as_ref().map(|address| {
        json!({"@id": format!("/api/addresses/{}", store.id), "@type": "http://schema.org/Place",
            "geo": {"@type": "GeoCoordinates", "latitude": address.latitude,
                    "longitude": address.longitude},
            "streetAddress": address.street, "name": store.name,
            "telephone": Some(&details.telephone).filter(|text| !text.is_empty()),
            "description": null, "contactName": null, "provider": null})
    });
    json!({"@id": format!("{COLLECTION}/{}", store.id), "@type": "http://schema.org/Store",
        "id": store.id, "name": store.name, "enabled": details.enabled, "address": address,
        "timeSlot": details.time_slot.as_ref().map(slot),
        "timeSlots": details.time_slots.iter().map(slot).collect::<Vec<_>>(),
        "pricingRuleSet": details.pricing_rule_set.map(|id| format!("/api/pricing_rule_sets/{id}")),
        "prefillPickupAddress": details.switches.prefill_pickup_address,
        "weightRequired": details.switches.weight_required,
        "packagesRequired": details.switches.packages_required,
        "multiDropEnabled": details.switches.multi_drop_enabled,
        "multiPickupEnabled": details.switches.multi_pickup_enabled,
        "cashOnDeliveryEnabled": details.switches.cash_on_delivery_enabled})
}

fn describe_alone(store: &Store) -> Value {
    let mut value = describe(store);
    value["@context"] = json!("/api/contexts/Store");
    value
}

/// `GET /api/stores`.
pub(crate) fn collection(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let person = match callers::person(db, visit)? {
        Ok(person) => person,
        Err(refusal) => return Ok(refusal),
    };
    callers::require(&person, Role::Dispatcher)?;
    let paging = Paging::asked(visit)?;
    let found = stores::page(db, paging.offset(), paging.size)?;
    let members: Vec<Value> = found.iter().map(describe).collect();
    let total = stores::count_living(db)?;
    let body = paging.collection(visit, "Store", COLLECTION, &members, total);
    Ok(answer::resource(visit, 200, body))
}

/// `GET /api/me/stores`: the Stores the person owns.
pub(crate) fn owned(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let person = match callers::person(db, visit)? {
        Ok(person) => person,
        Err(refusal) => return Ok(refusal),
    };
    let store = person
        .store
        .map(|id| stores::find_living(db, id))
        .transpose()?
        .flatten();
    let members: Vec<Value> = store.iter().map(describe).collect();
    let total = i64::from(store.is_some());
    let body = paging::collection("Store", "/api/me/stores", &members, total);
    Ok(answer::resource(visit, 200, body))
}

/// `GET /api/stores/{id}`: for couriers and above, its owner and its own app.
pub(crate) fn item(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let caller = match callers::any(db, visit)? {
        Ok(caller) => caller,
        Err(refusal) => return Ok(refusal),
    };
    let store = find(db, visit)?;
    let may_see = match &caller {
        Caller::Person(person) => person.has(Role::Courier) || person.store == Some(store.id),
        app => app
            .delivering_app()?
            .is_some_and(|app| app.store == Some(store.id)),
    };
    if !may_see {
        return Err(Stop::Denied);
    }
    Ok(answer::resource(visit, 200, describe_alone(&store)))
}

fn find(db: &Db, visit: &Visit) -> Result<Store, Stop> {
    stores::find_living(db, visit.id.unwrap_or_default())?.ok_or(Stop::Missing)
}

/// `DELETE /api/stores/{id}`: hides the Store, leaves its apps.
pub(crate) fn delete(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let person = match callers::person(db, visit)? {
        Ok(person) => person,
        Err(refusal) => return Ok(refusal),
    };
    let store = find(db, visit)?;
    callers::require(&person, Role::Admin)?;
    stores::delete(db, store.id)?;
    Ok(answer::empty(204))
}

/// `PATCH /api/stores/{id}`.
pub(crate) fn change(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let person = match callers::person(db, visit)? {
        Ok(person) => person,
        Err(refusal) => return Ok(refusal),
    };
    let kind = visit.header("content-type").unwrap_or_default();
    if !kind.contains("merge-patch+json") && !kind.contains("ld+json") {
        return Err(Stop::WrongKind);
    }
    let mut store = find(db, visit)?;
    callers::require(&person, Role::Admin)?;
    let Some(Value::Object(changes)) = visit.json() else {
        return Err(Stop::Unreadable("Syntax error"));
    };
    for (name, value) in &changes {
        apply(&mut store, name, value)?;
    }
    if store.name.trim().is_empty() {
        return Err(Stop::Crash("the Store's name is blank"));
    }
    stores::save(db, &store)?;
    Ok(answer::resource(visit, 200, describe_alone(&store)))
}

/// Sets one field; fields the API does not know are passed over.
fn apply(store: &mut Store, name: &str, value: &Value) -> Result<(), Stop> {
    const KIND: Stop = Stop::Unreadable("The type of an attribute is wrong.");
    let switches = &mut store.details.switches;
    let switch = match name {
        "name" => {
            value.as_str().ok_or(KIND)?.clone_into(&mut store.name);
            return Ok(());
        }
        "timeSlot" => {
            let slot = if value.is_null() {
                None
            } else {
                Some(time_slot(value)?)
            };
            store.details.time_slot = slot;
            return Ok(());
        }
        "timeSlots" => {
            let slots = value.as_array().ok_or(KIND)?;
            store.details.time_slots = slots.iter().map(time_slot).collect::<Result<_, _>>()?;
            // The single slot follows the list when it is no longer in it.
            let single = store
                .details
                .time_slot
                .filter(|id| store.details.time_slots.contains(id));
            store.details.time_slot = single.or(store.details.time_slots.first().copied());
            return Ok(());
        }
        "enabled" => &mut store.details.enabled,
        "prefillPickupAddress" => &mut switches.prefill_pickup_address,
        "weightRequired" => &mut switches.weight_required,
        "packagesRequired" => &mut switches.packages_required,
        "multiDropEnabled" => &mut switches.multi_drop_enabled,
        "multiPickupEnabled" => &mut switches.multi_pickup_enabled,
        "cashOnDeliveryEnabled" => &mut switches.cash_on_delivery_enabled,
        _ => return Ok(()),
    };
    *switch = value.as_bool().ok_or(KIND)?;
    Ok(())
}

fn time_slot(value: &Value) -> Result<i64, Stop> {
    let id = value
        .as_str()
        .and_then(|iri| iri.strip_prefix("/api/time_slots/"));
    id.and_then(|id| id.parse().ok())
        .filter(|id| town::TIME_SLOTS.iter().any(|(known, _)| known == id))
        .ok_or(Stop::Unreadable("Item not found for a time slot."))
}
