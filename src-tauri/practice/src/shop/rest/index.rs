//! The index of the REST API, and those of its namespaces (contract 1).

use serde_json::{Map, Value, json};

use super::Told;
use crate::shop::asked::Asked;
use crate::shop::options::Flavour;
use crate::shop::seed;

/// Namespaces of WordPress itself and of what comes with it.
const SITE: [&str; 3] = ["oembed/1.0", "wp/v2", "wp-site-health/v1"];

/// Namespaces that are there while WooCommerce is on.
const SHOP: [&str; 10] = [
    "wc/v1",
    "wc/v2",
    "wc/v3",
    "wc/store",
    "wc/store/v1",
    "wc-admin",
    "wc-analytics",
    "wc-telemetry",
    "jetpack/v4",
    "wp-block-editor/v1",
];

/// How many made-up routes each namespace lists, so that the index is as heavy as a real one feels.
const ROUTES: usize = 60;

/// The namespaces of a flavour.
pub(crate) fn namespaces(asked: &Asked) -> Vec<&'static str> {
    let mut names = SITE.to_vec();
    let flavour = asked.mode.flavour;
    if flavour != Flavour::C {
        names.push("wp-abilities/v1");
    }
    if asked.mode.woocommerce_off {
        names.push("wp-block-editor/v1");
        return names;
    }
    names.extend(SHOP);
    match flavour {
        Flavour::A => names.extend([
            "wc/private",
            "wc-admin-email",
            "wccom-site/v3",
            "wc/pos/v1/catalog",
        ]),
        Flavour::B => names.extend(["wc/private", "wc-admin-email", "wccom-site/v3"]),
        Flavour::C => names.extend(["wccom-site/v1", "wccom-site/v2"]),
    }
    names
}

/// The index of everything.
pub(crate) fn whole(asked: &Asked) -> Told {
    let names = namespaces(asked);
    // PHP has one kind of empty list.
    let authentication = if asked.is_secure() {
        json!({"application-passwords": {"endpoints": {"authorization":
            asked.url("/wp-admin/authorize-application.php")}}})
    } else {
        json!([])
    };
    let links = json!({"help": [{"href": "https://developer.wordpress.org/rest-api/"}]});
    let is_asked_for = asked.query("_fields").is_some();
    let mut body = json!({
        "name": seed::NAME,
        "description": "Miel, thé, biscuits.",
        "url": asked.base(),
        "home": asked.base(),
        "gmt_offset": "2",
        "timezone_string": "",
        "namespaces": names,
        "authentication": authentication,
    });
    if !is_asked_for {
        let mut all = Map::new();
        for name in names {
            all.extend(routes(asked, name));
        }
        body["routes"] = Value::Object(all);
    }
    let adds_links = !is_asked_for || asked.mode.flavour.is_old();
    Told {
        links: adds_links.then_some(links),
        ..Told::new(200, body)
    }
}

/// The index of a namespace.
pub(crate) fn of_namespace(asked: &Asked, name: &str) -> Told {
    let body = json!({"namespace": name, "routes": routes(asked, name)});
    Told::new(200, body)
}

fn routes(asked: &Asked, name: &str) -> Map<String, Value> {
    let address = asked.rest_url();
    let mut routes = Map::new();
    routes.insert(
        format!("/{name}"),
        json!({"namespace": name, "methods": ["GET"], "endpoints": [{"methods": ["GET"],
            "args": {"namespace": {"default": name, "required": false}}}],
            "_links": {"self": [{"href": format!("{address}{name}")}]}}),
    );
    for number in 1..=ROUTES {
        let route = format!("/{name}/practice-{number}");
        let args = json!({"context": {"description": "Scope under which the request is made.",
            "type": "string", "enum": ["view", "edit"], "default": "view", "required": false}});
        let description = json!({"namespace": name, "methods": ["GET"],
            "endpoints": [{"methods": ["GET"], "args": args}]});
        routes.insert(route, description);
    }
    routes
}
