//! The controls of the Store form, on both of its pages.

use serde_json::json;

use super::controls::{self, Control, choices, optional};
use super::store_input::{FORM, Input, LATITUDE, LONGITUDE, STREET};
use crate::page::word;
use crate::town;
use crate::visit::Visit;

/// All controls of the page, filled in.
pub(super) fn build(visit: &mut Visit, input: &Input, is_new: bool) -> Vec<Control> {
    let mut list = Vec::new();
    list.push(text(visit, input, "store[name]", "text", "name").require());
    let mut enabled = checkbox(visit, input, "store[enabled]", "enabled");
    enabled.concealed = true;
    list.push(enabled);
    list.push(text(visit, input, "store[legalName]", "text", "legal_name"));
    list.push(
        text(visit, input, "store[website]", "text", "website").attribute("inputmode", "url"),
    );
    list.push(text(visit, input, "store[telephone]", "tel", "telephone"));
    if is_new {
        list.extend(address(visit, input));
    }
    match visit.country.as_str() {
        "fr" => {
            for key in ["siret", "vat_number", "rcs_number"] {
                list.push(text(visit, input, &format!("store[{key}]"), "text", key));
            }
        }
        "ar" => list.push(text(visit, input, "store[cuit]", "text", "cuit")),
        _ => {}
    }
    list.extend(settings(visit, input));
    if !is_new {
        list.push(text(visit, input, "store[urbantzHubId]", "text", "urbantz"));
        list.push(text(
            visit,
            input,
            "store[imageFile][file]",
            "file",
            "image",
        ));
    }
    list.push(controls::token_control(visit, FORM));
    list
}

fn text(visit: &Visit, input: &Input, name: &str, kind: &'static str, label: &str) -> Control {
    Control::new(name, kind, word(visit, label), input.value(name))
        .errors(input.errors.get(name).cloned().into_iter().collect())
}

fn checkbox(visit: &Visit, input: &Input, name: &str, label: &str) -> Control {
    let value = if input.values.contains_key(name) {
        "1"
    } else {
        ""
    };
    Control::new(name, "checkbox", word(visit, label), value)
        .errors(input.errors.get(name).cloned().into_iter().collect())
}

fn select(visit: &Visit, input: &Input, name: &str, label: &str, sets: &[(i64, &str)]) -> Control {
    text(visit, input, name, "select", label).options(optional(
        "",
        choices(sets.iter().copied(), input.value(name)),
    ))
}

fn hidden(input: &Input, name: &str) -> Control {
    Control::new(name, "hidden", "", input.value(name))
}

fn address(visit: &Visit, input: &Input) -> Vec<Control> {
    let street = text(visit, input, STREET, "search", "address")
        .require()
        .attribute("data-widget", "address-input")
        .attribute("autocomplete", &visit.random.hex(6));
    vec![
        street,
        hidden(input, LATITUDE),
        hidden(input, LONGITUDE),
        hidden(input, "store[address][postalCode]"),
        hidden(input, "store[address][addressLocality]"),
    ]
}

fn settings(visit: &Visit, input: &Input) -> Vec<Control> {
    let couriers = choices(town::COURIERS.map(|name| (name, name)), {
        input.value("store[defaultCourier]")
    });
    let mut packages = checkbox(visit, input, "store[packagesRequired]", "packages_required");
    packages.disabled = input.value("store[packageSet]").is_empty();
    let tags: Vec<_> = town::TAGS
        .iter()
        .map(
            |(id, name, slug, color)| json!({"id": id, "name": name, "slug": slug, "color": color}),
        )
        .collect();
    vec![
        select(
            visit,
            input,
            "store[pricingRuleSet]",
            "pricing",
            &town::PRICING_RULE_SETS,
        ),
        select(
            visit,
            input,
            "store[packageSet]",
            "package_set",
            &town::PACKAGE_SETS,
        ),
        select(
            visit,
            input,
            "store[failureReasonSet]",
            "failure_reasons",
            &town::FAILURE_REASON_SETS,
        ),
        text(
            visit,
            input,
            "store[defaultCourier]",
            "select",
            "default_courier",
        )
        .options(optional("", couriers)),
        checkbox(visit, input, "store[prefillPickupAddress]", "prefill"),
        checkbox(visit, input, "store[weightRequired]", "weight_required"),
        packages,
        checkbox(visit, input, "store[multiDropEnabled]", "multi_drop"),
        checkbox(visit, input, "store[multiPickupEnabled]", "multi_pickup"),
        text(visit, input, "store[tags]", "text", "tags")
            .attribute("data-tags", &serde_json::Value::from(tags).to_string()),
        hidden(input, "store[checkExpression]"),
        hidden(input, "store[document]"),
    ]
}
