//! The practice shop as something that is served.

use axum::Router;
use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{Uri, header};
use axum::response::Response;

use super::act::ShopAct;
use super::handle::Shop;
use super::{front, reply, shown};
use crate::faults::{FaultKind, Faults};
use crate::history::{Field, HistoryEntry};
use crate::shown as shared;
use crate::site::{Scheme, Site};
use crate::spoilt;
use crate::visit;

impl Site for Shop {
    type Act = ShopAct;

    const CONTROLS: &'static str = "/practice-shop/";

    fn router(&self) -> Router {
        front::router(self.clone())
    }

    fn switched_faults(&self) -> &Faults<ShopAct> {
        self.faults_switched_on()
    }

    /// Maintenance here spares nothing.
    fn is_spared(&self, _: &FaultKind<ShopAct>, _: &str) -> bool {
        false
    }

    fn let_act(&self, act: &ShopAct) {
        // An act without an object, such as revoking a key that is gone, does nothing.
        let _ = self.act(act);
    }

    fn end_sessions(&self, _: bool) {
        let _ = self.act(&ShopAct::ExpireSessions);
    }

    fn spoilt(&self, kind: &FaultKind<ShopAct>, asked: &Uri) -> Response {
        match kind {
            FaultKind::Redirect { to } => reply::redirect(&spoilt::target(to, asked)),
            FaultKind::Maintenance => reply::plain_page(503, "Maintenance", "Back in a minute."),
            FaultKind::Status { .. } => {
                let status = spoilt::status(kind);
                reply::plain_page(
                    status,
                    "Something else",
                    &format!("The host says {status}."),
                )
            }
            _ => spoilt::answer(kind).unwrap_or_else(reply::critical_error),
        }
    }

    fn told(&self, scheme: Scheme, head: &Parts, body: &Bytes) -> HistoryEntry {
        let fields = visit::form_fields(&head.headers, body).into_iter();
        HistoryEntry {
            at: self.now(),
            scheme: scheme.as_str().to_owned(),
            method: head.method.to_string(),
            path: shown::target(head.uri.path(), head.uri.query()),
            status: 0,
            account: None,
            note: None,
            content_type: shared::media_types(&head.headers, header::CONTENT_TYPE),
            accept: shared::media_types(&head.headers, header::ACCEPT),
            authorization: shared::scheme(&head.headers, &["Basic", "Bearer", "OAuth"]),
            consumer_key: shown::carries_key(&head.headers, head.uri.query(), body),
            fields: fields
                .map(|(name, _)| Field {
                    name: shown::field_name(&name),
                    value: None,
                })
                .collect(),
        }
    }

    fn remember_request(&self, entry: HistoryEntry) {
        self.keep_request(entry);
    }

    fn overlong(&self) -> Response {
        reply::plain_page(413, "Too large", "The request is too large.")
    }
}
