//! `/admin/stores/{id}`: the page of a Store. A POST must send every field again.

use crate::state::Db;
use axum::http::Method;
use axum::response::Response;

use super::controls;
use super::store_form::{checked_name, show};
use super::store_input::{self, FORM, Input};
use crate::answer;
use crate::page::word;
use crate::state::accounts::Role;
use crate::state::stores::{self, Store};
use crate::stop::Stop;
use crate::visit::Visit;

/// The page, the saved page, or the deletion.
pub(crate) fn page(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let store = stores::find_living(db, visit.id.unwrap_or_default())?
        .ok_or(Stop::Crash("the Store is unknown"))?;
    let may_save = visit
        .person
        .as_ref()
        .is_some_and(|person| person.has(Role::Admin));
    if visit.method == Method::POST && !may_save {
        return Err(Stop::Denied);
    }
    if !controls::is_submitted(visit, FORM) {
        return show(db, visit, &fill(&store), false);
    }
    let input = store_input::read(visit, false);
    if !input.is_valid() {
        return show(db, visit, &input, false);
    }
    if input.values.contains_key("store[delete]") {
        stores::delete(db, store.id)?;
        return Ok(answer::redirect("/admin/stores"));
    }
    let saved = Store {
        id: store.id,
        name: checked_name(&input)?,
        deleted: false,
        details: input.details(store.details),
    };
    stores::save(db, &saved)?;
    visit.session().content.flash = Some(word(visit, "saved").to_owned());
    Ok(answer::redirect(&format!("/admin/stores/{}", saved.id)))
}

/// The form's values as stored.
fn fill(store: &Store) -> Input {
    let details = &store.details;
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    let texts = [
        ("name", store.name.clone()),
        ("legalName", details.legal_name.clone()),
        ("website", details.website.clone()),
        ("telephone", details.telephone.clone()),
        ("siret", details.siret.clone()),
        ("vat_number", details.vat_number.clone()),
        ("rcs_number", details.rcs_number.clone()),
        ("cuit", details.cuit.clone()),
        ("pricingRuleSet", id(details.pricing_rule_set)),
        ("packageSet", id(details.package_set)),
        ("failureReasonSet", id(details.failure_reason_set)),
        ("defaultCourier", details.default_courier.clone()),
        ("tags", details.tags.clone()),
        ("checkExpression", details.check_expression.clone()),
        ("document", details.document.clone()),
    ];
    let switches = [
        ("enabled", details.enabled),
        (
            "prefillPickupAddress",
            details.switches.prefill_pickup_address,
        ),
        ("weightRequired", details.switches.weight_required),
        ("packagesRequired", details.switches.packages_required),
        ("multiDropEnabled", details.switches.multi_drop_enabled),
        ("multiPickupEnabled", details.switches.multi_pickup_enabled),
    ];
    let ticked = switches
        .into_iter()
        .filter(|(_, on)| *on)
        .map(|(name, _)| (name, "1".to_owned()));
    let values = texts.into_iter().chain(ticked);
    Input {
        values: values
            .map(|(name, value)| (format!("store[{name}]"), value))
            .collect(),
        ..Input::default()
    }
}
