//! `/api/time_slots`: what a Store's date picker offers.

use crate::state::Db;
use axum::response::Response;
use serde_json::{Value, json};

use super::callers;
use crate::answer;
use crate::stop::Stop;
use crate::town;
use crate::visit::Visit;

fn describe((id, name): &(i64, &str)) -> Value {
    let opening = match id {
        2 => "Mo-Sa 09:00-12:00",
        3 => "Mo-Sa 14:00-18:00",
        _ => "Mo-Sa 10:00-18:00",
    };
    json!({"@id": format!("/api/time_slots/{id}"), "@type": "TimeSlot", "name": name,
        "interval": "2 days", "workingDaysOnly": false, "priorNotice": null,
        "sameDayCutoff": null, "choices": [], "openingHours": [opening]})
}

/// All of them, for anybody who is known.
pub(crate) fn collection(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if let Err(refusal) = callers::any(db, visit)? {
        return Ok(refusal);
    }
    let members: Vec<Value> = town::TIME_SLOTS.iter().map(describe).collect();
    let body = json!({"@context": "/api/contexts/TimeSlot", "@id": "/api/time_slots",
        "@type": "hydra:Collection", "hydra:totalItems": members.len(), "hydra:member": members});
    Ok(answer::resource(visit, 200, body))
}

/// One of them.
pub(crate) fn item(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if let Err(refusal) = callers::any(db, visit)? {
        return Ok(refusal);
    }
    let slot = town::TIME_SLOTS
        .iter()
        .find(|(id, _)| Some(*id) == visit.id);
    let mut body = describe(slot.ok_or(Stop::Missing)?);
    body["@context"] = json!("/api/contexts/TimeSlot");
    Ok(answer::resource(visit, 200, body))
}
