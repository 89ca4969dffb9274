//! The practice co-op as something that is served.

use axum::Router;
use axum::body::Bytes;
use axum::http::Uri;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::Response;

use crate::act::Act;
use crate::answer;
use crate::co_op::CoOp;
use crate::faults::{FaultKind, Faults};
use crate::firewall;
use crate::history::HistoryEntry;
use crate::router;
use crate::routes::callers;
use crate::shown;
use crate::site::{Scheme, Site};
use crate::spoilt;

impl Site for CoOp {
    type Act = Act;

    const CONTROLS: &'static str = "/practice/";

    fn router(&self) -> Router {
        router::build(self.clone())
    }

    fn switched_faults(&self) -> &Faults<Act> {
        self.faults_switched_on()
    }

    fn is_spared(&self, kind: &FaultKind, path: &str) -> bool {
        *kind == FaultKind::Maintenance && firewall::is_open_in_maintenance(path)
    }

    fn let_act(&self, act: &Act) {
        // An act without an object, such as renewing the only app that is gone, does nothing.
        let _ = self.act(act);
    }

    fn end_sessions(&self, remembered: bool) {
        let _ = self.act(&Act::ExpireSessions { remembered });
    }

    fn spoilt(&self, kind: &FaultKind, asked: &Uri) -> Response {
        let locale = &self.options().locale;
        match kind {
            FaultKind::Redirect { to } => answer::redirect(&spoilt::target(to, asked)),
            FaultKind::Maintenance if is_resource(asked.path()) => {
                callers::maintenance_answer(locale)
            }
            FaultKind::Maintenance => firewall::maintenance_page(locale),
            _ => spoilt::answer(kind).unwrap_or_else(|| answer::error_page(spoilt::status(kind))),
        }
    }

    fn told(&self, scheme: Scheme, head: &Parts, body: &Bytes) -> HistoryEntry {
        HistoryEntry {
            at: self.now(),
            scheme: scheme.as_str().to_owned(),
            path: shown::target(head.uri.path(), head.uri.query()),
            status: 0,
            account: None,
            note: None,
            method: head.method.to_string(),
            content_type: shown::media_types(&head.headers, header::CONTENT_TYPE),
            accept: shown::media_types(&head.headers, header::ACCEPT),
            authorization: shown::scheme(&head.headers, &["Basic", "Bearer"]),
            consumer_key: false,
            fields: shown::fields(&head.headers, body),
        }
    }

    fn remember_request(&self, entry: HistoryEntry) {
        self.keep_request(entry);
    }

    fn overlong(&self) -> Response {
        answer::error_page(413)
    }
}

/// Whether maintenance answers a path in JSON.
fn is_resource(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}
