//! What of a request to the shop the history may show, so that nothing secret gets into it.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use url::form_urlencoded;

const HIDDEN: &str = "…";

/// Longer values are nothing this server needs; somebody may have put a secret there.
const LONGEST_VALUE: usize = 40;

/// Query parameters whose values are harmless and worth reading.
const QUERY_VALUES: [&str; 20] = [
    "_",
    "_fields",
    "action",
    "context",
    "create-key",
    "edit-key",
    "loggedout",
    "page",
    "paged",
    "per_page",
    "provider",
    "reauth",
    "rest_route",
    "revoke-key",
    "revoked",
    "section",
    "tab",
    "user_id",
    "wp_lang",
    "oauth_signature_method",
];

/// Path and query without anything that may be secret. Names of parameters stay.
pub(crate) fn target(path: &str, query: Option<&str>) -> String {
    let part = |part: &str| hide_unless(part, part.len() <= LONGEST_VALUE);
    let path: Vec<String> = path.split('/').map(part).collect();
    let path = path.join("/");
    let Some(query) = query.filter(|query| !query.is_empty()) else {
        return path;
    };
    let parts: Vec<String> = form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| {
            let is_known = QUERY_VALUES.contains(&name.as_ref());
            let is_short = value.len() <= LONGEST_VALUE || name == "_fields";
            format!(
                "{}={}",
                field_name(&name),
                hide_unless(&value, is_known && is_short)
            )
        })
        .collect();
    format!("{path}?{}", parts.join("&"))
}

fn hide_unless(text: &str, is_harmless: bool) -> String {
    if is_harmless && !has_credential(text) {
        text.to_owned()
    } else {
        HIDDEN.to_owned()
    }
}

/// The name of a field or parameter, unless it is no name.
pub(crate) fn field_name(name: &str) -> String {
    hide_unless(name, name.len() <= LONGEST_VALUE)
}

/// Whether a request carries a consumer key or secret anywhere, right or wrong.
pub(crate) fn carries_key(headers: &HeaderMap, query: Option<&str>, body: &[u8]) -> bool {
    let query = query.unwrap_or_default();
    let parameters = form_urlencoded::parse(query.as_bytes());
    let has_parameter = parameters.into_iter().any(|(name, value)| {
        let is_place =
            ["consumer_key", "consumer_secret", "oauth_consumer_key"].contains(&name.as_ref());
        (is_place && !value.is_empty()) || has_credential(&value) || has_credential(&name)
    });
    has_parameter
        || has_credential(&String::from_utf8_lossy(body))
        || headers
            .get_all(header::AUTHORIZATION)
            .iter()
            .any(|value| is_key_header(&String::from_utf8_lossy(value.as_bytes())))
}

fn is_key_header(value: &str) -> bool {
    let decoded = value
        .split_once(' ')
        .and_then(|(_, rest)| STANDARD.decode(rest.trim()).ok());
    let decoded = decoded.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    has_credential(value)
        || value.contains("oauth_consumer_key")
        || decoded.is_some_and(|text| has_credential(&text))
}

/// Whether a text holds something that looks like the beginning of a key or a secret.
fn has_credential(text: &str) -> bool {
    let text = text.to_lowercase();
    ["ck_", "cs_"].iter().any(|mark| {
        text.match_indices(mark).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            before.is_none_or(|before| !before.is_alphanumeric())
        })
    })
}
