//! The routes of the shop: as much of them as a key is checked with.

use axum::http::Method;
use serde_json::{Value, json};

use super::caller::Caller;
use super::problem::Problem;
use super::routes::no_handler;
use super::{Outcome, Told};
use crate::error::Error;
use crate::shop::asked::Asked;
use crate::shop::records::Records;
use crate::shop::records::sales::{self, Sale};

/// A route below `wc/v3`.
pub(crate) fn answer(
    records: &Records,
    asked: &Asked,
    caller: &Caller,
    rest: &str,
) -> Result<Outcome, Error> {
    let is_look = asked.is_look();
    match rest {
        "data" if is_look => Ok(looked(asked, caller, data)),
        "data/currencies/current" if is_look => Ok(looked(asked, caller, |_| currency())),
        "system_status" if is_look => Ok(looked(asked, caller, status)),
        "products" if is_look => Ok(looked(asked, caller, |_| json!([]))),
        "products/batch" if asked.is_post() => Ok(looked(asked, caller, |_| json!([]))),
        "orders" if is_look || asked.is_post() => orders(records, asked, caller),
        "data" | "data/currencies/current" | "system_status" | "products" | "orders" => {
            Ok(no_handler(asked))
        }
        _ => match rest.strip_prefix("orders/").map(str::parse) {
            Some(Ok(id)) => order(records, asked, caller, id),
            _ => Ok(Err(Problem::no_route())),
        },
    }
}

fn looked(asked: &Asked, caller: &Caller, body: impl Fn(&Asked) -> Value) -> Outcome {
    if caller.manages_shop() {
        Ok(Told::new(200, body(asked)))
    } else {
        Err(Problem::cannot(caller, &asked.method))
    }
}

fn data(asked: &Asked) -> Value {
    let base = asked.rest_url();
    ["continents", "countries", "currencies"]
        .into_iter()
        .map(|slug| {
            json!({"slug": slug, "description": format!("List of {slug}."),
                "_links": {"self": [{"href": format!("{base}wc/v3/data/{slug}")}]}})
        })
        .collect()
}

fn currency() -> Value {
    json!({"code": "EUR", "name": "Euro", "symbol": "&euro;"})
}

fn status(asked: &Asked) -> Value {
    let flavour = asked.mode.flavour;
    json!({"environment": {"home_url": asked.base(), "site_url": asked.base(),
        "version": flavour.woocommerce(), "wp_version": flavour.wordpress(),
        "secure_connection": asked.is_secure()},
        "active_plugins": [], "settings": {"currency": "EUR"}})
}

fn sale(sale: &Sale) -> Value {
    json!({"id": sale.id, "status": sale.status, "currency": "EUR", "total": "12.00"})
}

fn orders(records: &Records, asked: &Asked, caller: &Caller) -> Result<Outcome, Error> {
    let parameter = |name: &str, usual: i64| match asked.query(name) {
        None => Ok(usual),
        Some(text) => match text.parse() {
            Ok(number) if (1..=100).contains(&number) => Ok(number),
            _ => Err(Problem::bad_parameter(name)),
        },
    };
    let (size, page) = match (parameter("per_page", 10), parameter("page", 1)) {
        (Ok(size), Ok(page)) => (size, page),
        (Err(problem), _) | (_, Err(problem)) => return Ok(Err(problem)),
    };
    if !caller.manages_shop() {
        return Ok(Err(Problem::cannot(caller, &asked.method)));
    }
    if asked.is_post() {
        let made = sales::create(records, "pending")?;
        return Ok(Ok(Told::new(201, sale(&made))));
    }
    let listed = sales::list(records, (page - 1) * size, size)?;
    Ok(Ok(Told {
        total: Some(sales::count(records)?),
        ..Told::new(200, listed.iter().map(sale).collect())
    }))
}

/// One order. That there is none is told before anybody asks for rights.
fn order(records: &Records, asked: &Asked, caller: &Caller, id: i64) -> Result<Outcome, Error> {
    let Some(found) = sales::find(records, id)? else {
        let problem = Problem::new(404, "woocommerce_rest_shop_order_invalid_id", "no_order");
        return Ok(Err(problem));
    };
    if !caller.manages_shop() {
        return Ok(Err(Problem::cannot(caller, &asked.method)));
    }
    if asked.method == Method::DELETE {
        sales::delete(records, id)?;
    } else if !asked.is_look() {
        return Ok(no_handler(asked));
    }
    Ok(Ok(Told::new(200, sale(&found))))
}
