//! The shapes of answers: pages, JSON, redirects, errors.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

use crate::page;
use crate::stop::Stop;
use crate::visit::Visit;

/// The account a request turned out to come from, for the history.
#[derive(Clone)]
pub(crate) struct AskedBy(pub(crate) String);

/// Why a request failed, for the history.
#[derive(Clone)]
pub(crate) struct Note(pub(crate) String);

pub(crate) fn with_body(status: u16, kind: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

pub(crate) fn html(status: u16, page: String) -> Response {
    let mut response = with_body(status, "text/html; charset=UTF-8", page);
    // Symfony marks every session page so.
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("max-age=0, must-revalidate, private"),
    );
    response
}

pub(crate) fn json(status: u16, value: &Value) -> Response {
    with_body(status, "application/json", value.to_string())
}

/// An API resource: linked data, or the same without the words of linked data.
pub(crate) fn resource(visit: &Visit, status: u16, value: Value) -> Response {
    if visit.wants_linked_data() {
        with_body(
            status,
            "application/ld+json; charset=utf-8",
            value.to_string(),
        )
    } else {
        let kind = "application/json; charset=utf-8";
        with_body(status, kind, without_linked_data(value).to_string())
    }
}

fn without_linked_data(value: Value) -> Value {
    match value {
        Value::Object(mut fields) => match fields.remove("hydra:member") {
            Some(members) => without_linked_data(members),
            None => fields
                .into_iter()
                .filter(|(name, _)| !name.starts_with('@'))
                .map(|(name, value)| (name, without_linked_data(value)))
                .collect(),
        },
        Value::Array(items) => items.into_iter().map(without_linked_data).collect(),
        other => other,
    }
}

/// An answer without a body.
pub(crate) fn empty(status: u16) -> Response {
    let mut response = with_body(status, "text/html; charset=UTF-8", Body::empty());
    response.headers_mut().remove(header::CONTENT_TYPE);
    response
}

/// A redirect, with the small page that Symfony sends along.
pub(crate) fn redirect(location: &str) -> Response {
    let shown = page::escape(location);
    let mut response = html(
        302,
        format!(
            "<!DOCTYPE html>\n<html>\n    <head>\n        <meta charset=\"UTF-8\" />\n        \
             <meta http-equiv=\"refresh\" content=\"0;url='{shown}'\" />\n\n        \
             <title>Redirecting to {shown}</title>\n    </head>\n    <body>\n        \
             Redirecting to <a href=\"{shown}\">{shown}</a>.\n    </body>\n</html>"
        ),
    );
    let value = HeaderValue::from_str(location).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, value);
    response
}

/// A redirect by the security layer: to an absolute URL.
pub(crate) fn redirect_on_host(visit: &Visit, path: &str) -> Response {
    redirect(&format!("{}{path}", visit.origin()))
}

/// Symfony's plain English error page.
pub(crate) fn error_page(status: u16) -> Response {
    let code = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = code.canonical_reason().unwrap_or("Error");
    html(
        status,
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n    <meta charset=\"UTF-8\" />\n    \
             <meta name=\"robots\" content=\"noindex,nofollow,noarchive\" />\n    \
             <title>An Error Occurred: {reason}</title>\n</head>\n<body>\n<div class=\"container\">\n    \
             <h1>Oops! An Error Occurred</h1>\n    \
             <h2>The server returned a \"{status} {reason}\".</h2>\n    \
             <p>Something is broken. This is a practice server; nothing real is affected.</p>\n\
             </div>\n</body>\n</html>\n"
        ),
    )
}

/// The legacy error body of API Platform.
pub(crate) fn api_error(visit: &Visit, status: u16, description: &str) -> Response {
    if visit.wants_linked_data() {
        let body = json!({"@context": "/api/contexts/Error", "@type": "hydra:Error",
            "hydra:title": "An error occurred", "hydra:description": description});
        with_body(
            status,
            "application/ld+json; charset=utf-8",
            body.to_string(),
        )
    } else {
        let body = json!({"type": "https://tools.ietf.org/html/rfc2616#section-10",
            "title": "An error occurred", "detail": description});
        with_body(
            status,
            "application/problem+json; charset=utf-8",
            body.to_string(),
        )
    }
}

/// A 400 that names the fields.
pub(crate) fn violations(visit: &Visit, field: &str, message: &str) -> Response {
    let violations = json!([{"propertyPath": field, "message": message, "code": null}]);
    let description = format!("{field}: {message}");
    if !visit.wants_linked_data() {
        let body = json!({"type": "https://tools.ietf.org/html/rfc2616#section-10",
            "title": "An error occurred", "detail": description, "violations": violations});
        return with_body(
            400,
            "application/problem+json; charset=utf-8",
            body.to_string(),
        );
    }
    let body = json!({"@context": "/api/contexts/ConstraintViolationList",
        "@type": "ConstraintViolationList", "hydra:title": "An error occurred",
        "hydra:description": description, "violations": violations});
    with_body(400, "application/ld+json; charset=utf-8", body.to_string())
}

/// A refusal by the token authenticators.
pub(crate) fn token_refusal(message: &str) -> Response {
    let mut response = json(401, &json!({"code": 401, "message": message}));
    response
        .headers_mut()
        .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

/// What a handler's stop looks like, as a page or as an API error.
pub(crate) fn stop(visit: &Visit, stop: &Stop) -> Response {
    let mut response = if visit.path.starts_with("/api") {
        api_error(visit, stop.status(), stop.description())
    } else {
        error_page(stop.status())
    };
    if let Some(note) = stop.note() {
        response.extensions_mut().insert(Note(note));
    }
    response
}
