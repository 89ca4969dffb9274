//! The shapes of the shop's answers: pages, redirects, JSON as PHP writes it.

use std::fmt::Write;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use serde_json::Value;

use crate::answer;
use crate::page::escape;

/// A page that is not to be kept.
pub(crate) fn html(status: u16, page: impl Into<Body>) -> Response {
    let mut response = answer::with_body(status, "text/html; charset=UTF-8", page);
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-cache, must-revalidate, max-age=0, no-store, private"),
    );
    response
}

/// JSON as PHP writes it: slashes and everything beyond ASCII escaped.
pub(crate) fn json(status: u16, value: &Value) -> Response {
    let kind = "application/json; charset=UTF-8";
    answer::with_body(status, kind, php_json(value, true))
}

/// JSON text as PHP writes it.
pub(crate) fn php_json(value: &Value, escapes_slashes: bool) -> String {
    let mut text = String::new();
    for letter in value.to_string().chars() {
        if letter == '/' && escapes_slashes {
            text.push_str("\\/");
        } else if letter.is_ascii() {
            text.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(text, "\\u{unit:04x}").expect("writing to a String never fails");
            }
        }
    }
    text
}

/// A redirect, without a body.
pub(crate) fn redirect(location: &str) -> Response {
    moved(302, location)
}

/// A redirect for good.
pub(crate) fn redirect_for_good(location: &str) -> Response {
    moved(301, location)
}

fn moved(status: u16, location: &str) -> Response {
    let mut response = html(status, Body::empty());
    let headers = response.headers_mut();
    if let Ok(location) = HeaderValue::from_str(location) {
        headers.insert(header::LOCATION, location);
    }
    headers.insert(
        HeaderName::from_static("x-redirect-by"),
        HeaderValue::from_static("WordPress"),
    );
    response
}

/// A page of the web server, not of WordPress.
pub(crate) fn plain_page(status: u16, title: &str, text: &str) -> Response {
    let (title, text) = (escape(title), escape(text));
    let page = format!(
        "<!DOCTYPE html>\n<html>\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n\
         <p>{text}</p>\n<hr>\n<address>practice web server</address>\n</body>\n</html>\n"
    );
    answer::with_body(status, "text/html", page)
}

/// What WordPress shows when PHP fails.
pub(crate) fn critical_error() -> Response {
    html(
        500,
        "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head><title>Error (practice)</title></head>\n\
         <body id=\"error-page\">\n<div class=\"wp-die-message\"><p>The site has a critical error; \
         this is practice, nothing real is affected.</p></div>\n</body>\n</html>\n",
    )
}
