//! `/practice/…`: steering the practice co-op over HTTP. No failure touches these.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::act::Act;
use crate::co_op::CoOp;
use crate::error::Error;
use crate::faults::Fault;
use crate::mode::{Mode, OrphanAnswer};

/// What `POST /practice/mode` may say.
#[derive(Deserialize)]
struct Change {
    mode: Option<Mode>,
    orphan_answer: Option<OrphanAnswer>,
    maintenance: Option<bool>,
}

pub(crate) fn routes() -> Router<CoOp> {
    Router::new()
        .route("/practice/mail", get(mail))
        .route("/practice/accounts", get(accounts))
        .route("/practice/history", get(history))
        .route(
            "/practice/faults",
            get(faults).post(add_fault).delete(clear_faults),
        )
        .route("/practice/act", post(act))
        .route("/practice/mode", get(mode).post(set_mode))
        .route("/practice/reset", post(reset))
}

fn refuse(error: &Error) -> Response {
    let status = match error {
        Error::Unknown(_) => StatusCode::NOT_FOUND,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    };
    (status, Json(json!({"error": error.to_string()}))).into_response()
}

pub(crate) fn reply<T: serde::Serialize>(result: Result<T, Error>) -> Response {
    match result {
        Ok(value) => Json(value).into_response(),
        Err(error) => refuse(&error),
    }
}

pub(crate) fn done(result: Result<(), Error>) -> Response {
    match result {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refuse(&error),
    }
}

async fn mail(State(co_op): State<CoOp>) -> Response {
    reply(co_op.mails())
}

async fn accounts(State(co_op): State<CoOp>) -> Response {
    reply(co_op.accounts())
}

async fn history(State(co_op): State<CoOp>) -> Response {
    Json(co_op.history()).into_response()
}

async fn faults(State(co_op): State<CoOp>) -> Response {
    Json(co_op.faults()).into_response()
}

async fn add_fault(State(co_op): State<CoOp>, Json(fault): Json<Fault>) -> Response {
    co_op.add_fault(fault);
    (StatusCode::CREATED, Json(co_op.faults())).into_response()
}

async fn clear_faults(State(co_op): State<CoOp>) -> Response {
    co_op.clear_faults();
    StatusCode::NO_CONTENT.into_response()
}

async fn act(State(co_op): State<CoOp>, Json(act): Json<Act>) -> Response {
    done(co_op.act(&act))
}

async fn mode(State(co_op): State<CoOp>) -> Response {
    let told = co_op.mode().and_then(|mode| {
        Ok(
            json!({"mode": mode, "orphan_answer": co_op.orphan_answer()?,
            "maintenance": co_op.is_under_maintenance()?}),
        )
    });
    reply(told)
}

async fn set_mode(State(co_op): State<CoOp>, Json(change): Json<Change>) -> Response {
    done(apply(&co_op, &change))
}

fn apply(co_op: &CoOp, change: &Change) -> Result<(), Error> {
    if let Some(mode) = change.mode {
        co_op.set_mode(mode)?;
    }
    if let Some(answer) = change.orphan_answer {
        co_op.set_orphan_answer(answer)?;
    }
    if let Some(on) = change.maintenance {
        co_op.set_maintenance(on)?;
    }
    Ok(())
}

/// Takes any JSON, so that it is refused to forms like the others.
async fn reset(State(co_op): State<CoOp>, Json(_): Json<Value>) -> Response {
    done(co_op.reset())
}
