//! `/api/api_apps/{id}`: an app without its credentials.

use crate::state::Db;
use axum::response::Response;
use serde_json::{Value, json};

use super::callers;
use crate::answer;
use crate::state::accounts::Role;
use crate::state::apps::{self, App};
use crate::stop::Stop;
use crate::visit::Visit;

/// An app as JSON.
pub(super) fn describe(app: &App) -> Value {
    json!({"@context": "/api/contexts/ApiApp", "@id": format!("/api/api_apps/{}", app.id),
        "@type": "http://schema.org/SoftwareApplication", "name": app.name,
        "store": app.store.map(|id| format!("/api/stores/{id}")),
        "shop": app.shop.map(|id| format!("/api/restaurants/{id}"))})
}

/// One app, for administrators.
pub(crate) fn item(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let person = match callers::person(db, visit)? {
        Ok(person) => person,
        Err(refusal) => return Ok(refusal),
    };
    let app = apps::find(db, visit.id.unwrap_or_default())?.ok_or(Stop::Missing)?;
    callers::require(&person, Role::Admin)?;
    Ok(answer::resource(visit, 200, describe(&app)))
}
