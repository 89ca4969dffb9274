//! `/api` and `/api/settings`: how an instance is recognised.
#![expect(clippy::unnecessary_wraps, reason = "every handler has the same shape")]

use crate::state::Db;
use axum::response::Response;
use serde_json::{Value, json};

use crate::answer;
use crate::signature;
use crate::stop::Stop;
use crate::town;
use crate::visit::Visit;

/// Resources that have a collection; apps have none.
const RESOURCES: [(&str, &str); 9] = [
    ("address", "/api/addresses"),
    ("delivery", "/api/deliveries"),
    ("order", "/api/orders"),
    ("organization", "/api/organizations"),
    ("pricingRuleSet", "/api/pricing_rule_sets"),
    ("restaurant", "/api/restaurants"),
    ("store", "/api/stores"),
    ("task", "/api/tasks"),
    ("timeSlot", "/api/time_slots"),
];

/// `GET /api`: the entrypoint as linked data, something else otherwise.
pub(crate) fn entrypoint(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let accept = visit.header("accept").unwrap_or("*/*");
    if !accept.contains("ld+json") && accept.contains("text/html") {
        let page = "<!DOCTYPE html>\n<html><head><meta charset=\"UTF-8\"><title>CoopCycle</title>\
                    </head><body><div id=\"swagger-ui\" class=\"api-platform\">practice</div>\
                    </body></html>\n";
        return Ok(answer::html(200, page.to_owned()));
    }
    if !accept.contains("ld+json") && accept.contains("application/json") {
        return Ok(answer::json(
            200,
            &json!({"resourceNameCollection": ["App\\Entity\\Store"]}),
        ));
    }
    let mut body =
        json!({"@context": "/api/contexts/Entrypoint", "@id": "/api", "@type": "Entrypoint"});
    for (name, path) in RESOURCES {
        body[name] = json!(path);
    }
    Ok(answer::resource(visit, 200, body))
}

/// `GET /api/docs.jsonopenapi`, as far as recognition needs it.
pub(crate) fn description(_: &Db, _: &mut Visit) -> Result<Response, Stop> {
    Ok(answer::json(
        200,
        &json!({"openapi": "3.1.0", "info": {"title": "CoopCycle", "description": "practice",
            "version": "1.0.0"}, "paths": {}}),
    ))
}

/// `GET /api/settings`.
pub(crate) fn settings(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let (latitude, longitude) = town::CENTRE;
    let body = json!({
        "brand_name": visit.brand, "country": visit.country, "locale": visit.locale,
        "timezone": town::TIME_ZONE, "latlng": format!("{latitude},{longitude}"),
        "currency_code": if visit.country == "ar" { "ars" } else { "eur" },
        "phone_number": "+33199000000", "administrator_email": "admin@practice.example",
        "motto": "practice", "theme": [], "guest_checkout_enabled": false,
        "split_terms_and_conditions_and_privacy_policy": false,
        "average_preparation_time": 15, "average_shipping_time": 10,
        "order_confirm_message": "", "payment_gateway": "stripe",
        "stripe_publishable_key": null, "mercadopago_publishable_key": null,
        "paygreen_public_key": null, "edenred_client_id": null,
        "edenred_authorization_endpoint": null,
    });
    if visit.query("format") == Some("hash") {
        let hash: String = signature::sign_hex("settings", &body.to_string());
        return Ok(answer::json(200, &Value::from(&hash[..40])));
    }
    Ok(answer::json(200, &body))
}
