//! `/practice-shop/…`: looking at the shop and steering it over HTTP, as tests and the panel do.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::act::ShopAct;
use super::handle::Shop;
use super::mode::ShopMode;
use crate::error::Error;
use crate::faults::Fault;
use crate::routes::control::{done, reply};

pub(crate) fn routes() -> Router<Shop> {
    Router::new()
        .route("/practice-shop/history", get(history))
        .route("/practice-shop/keys", get(keys))
        .route("/practice-shop/accounts", get(accounts))
        .route("/practice-shop/sessions", get(sessions))
        .route("/practice-shop/mails", get(mails))
        .route(
            "/practice-shop/faults",
            get(faults).post(add_fault).delete(clear_faults),
        )
        .route("/practice-shop/act", post(act))
        .route("/practice-shop/mode", get(mode).post(set_mode))
        .route("/practice-shop/advance", post(advance))
        .route("/practice-shop/reset", post(reset))
}

async fn history(State(shop): State<Shop>) -> Response {
    Json(shop.history()).into_response()
}

async fn keys(State(shop): State<Shop>) -> Response {
    reply(shop.keys())
}

async fn accounts(State(shop): State<Shop>) -> Response {
    reply(shop.users())
}

async fn sessions(State(shop): State<Shop>) -> Response {
    reply(shop.sessions().map(|count| json!({"sessions": count})))
}

async fn mails(State(shop): State<Shop>) -> Response {
    reply(shop.mails())
}

async fn faults(State(shop): State<Shop>) -> Response {
    Json(shop.faults()).into_response()
}

async fn add_fault(State(shop): State<Shop>, Json(fault): Json<Fault<ShopAct>>) -> Response {
    shop.add_fault(fault);
    (StatusCode::CREATED, Json(shop.faults())).into_response()
}

async fn clear_faults(State(shop): State<Shop>) -> Response {
    shop.clear_faults();
    StatusCode::NO_CONTENT.into_response()
}

async fn act(State(shop): State<Shop>, Json(act): Json<ShopAct>) -> Response {
    done(shop.act(&act))
}

async fn mode(State(shop): State<Shop>) -> Response {
    reply(shop.mode())
}

/// What is left out stays as it is.
async fn set_mode(State(shop): State<Shop>, Json(change): Json<Value>) -> Response {
    match merged(&shop, &change) {
        Err(error) => reply::<()>(Err(error)),
        Ok(None) => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        Ok(Some(mode)) => done(shop.set_mode(&mode)),
    }
}

/// The switches with a change; nothing when the change makes no sense.
fn merged(shop: &Shop, change: &Value) -> Result<Option<ShopMode>, Error> {
    let mut whole = serde_json::to_value(shop.mode()?)?;
    let (Some(known), Some(change)) = (whole.as_object_mut(), change.as_object()) else {
        return Ok(None);
    };
    for (name, value) in change {
        let Some(place) = known.get_mut(name) else {
            return Ok(None);
        };
        place.clone_from(value);
    }
    Ok(serde_json::from_value(whole).ok())
}

/// What `POST /practice-shop/advance` says.
#[derive(Deserialize)]
struct Advance {
    seconds: u64,
}

async fn advance(State(shop): State<Shop>, Json(by): Json<Advance>) -> Response {
    shop.advance_clock(Duration::from_secs(by.seconds));
    StatusCode::NO_CONTENT.into_response()
}

/// Takes any JSON, so that it is refused to forms like the others.
async fn reset(State(shop): State<Shop>, Json(_): Json<Value>) -> Response {
    done(shop.reset())
}
