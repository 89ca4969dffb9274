//! What of a request the history may show, so that nothing secret gets into it.

use axum::http::{HeaderMap, header};

use crate::history::Field;
use crate::visit;

/// Longer words are nothing this server has; somebody may have put a secret there.
const LONGEST_WORD: usize = 30;

const HIDDEN: &str = "…";

/// Query parameters whose values are harmless and worth reading.
const QUERY_VALUES: [&str; 8] = [
    "_locale",
    "address",
    "format",
    "itemsPerPage",
    "lat",
    "lng",
    "page",
    "q",
];

/// Form fields whose values are harmless and worth reading.
const FORM_VALUES: [&str; 2] = ["grant_type", "scope"];

/// Parameters of media types that are harmless.
const MEDIA_PARAMETERS: [&str; 3] = ["charset", "q", "version"];

fn word(text: &str) -> &str {
    if text.len() > LONGEST_WORD {
        HIDDEN
    } else {
        text
    }
}

/// Path and query without anything that may be secret.
pub(crate) fn target(path: &str, query: Option<&str>) -> String {
    let path = path.split('/').map(word).collect::<Vec<_>>().join("/");
    let Some(query) = query.filter(|query| !query.is_empty()) else {
        return path;
    };
    let mut parts = Vec::new();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        if QUERY_VALUES.contains(&name.as_ref()) {
            parts.push(format!("{name}={value}"));
        } else {
            parts.push(HIDDEN.to_owned());
        }
    }
    format!("{path}?{}", parts.join("&"))
}

/// A header that lists media types.
pub(crate) fn media_types(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let lines: Vec<String> = headers
        .get_all(name)
        .iter()
        .map(|value| value.to_str().map_or(HIDDEN.to_owned(), media_list))
        .collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}

fn media_list(text: &str) -> String {
    let media = |range: &str| {
        range
            .split(';')
            .map(media_part)
            .collect::<Vec<_>>()
            .join(";")
    };
    text.split(',').map(media).collect::<Vec<_>>().join(",")
}

/// A type or one of its parameters, with the space around it.
fn media_part(text: &str) -> String {
    let part = text.trim();
    let is_short = |text: &str| text.len() <= LONGEST_WORD;
    let is_shown = match (part.split_once('/'), part.split_once('=')) {
        (_, Some((name, value))) => MEDIA_PARAMETERS.contains(&name) && is_short(value),
        (Some((kind, subtype)), None) => is_short(kind) && is_short(subtype),
        (None, None) => part.is_empty(),
    };
    if is_shown {
        text.to_owned()
    } else if let Some(("boundary", _)) = part.split_once('=') {
        text.replace(part, "boundary=…")
    } else {
        text.replace(part, HIDDEN)
    }
}

/// The scheme of an `Authorization`, nothing of what follows it.
pub(crate) fn scheme(headers: &HeaderMap, schemes: &[&str]) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?;
    let scheme = value.to_str().ok().and_then(|text| text.split(' ').next());
    let known = scheme.filter(|scheme| schemes.contains(scheme));
    Some(known.unwrap_or(HIDDEN).to_owned())
}

/// The fields of a form body in order.
pub(crate) fn fields(headers: &HeaderMap, body: &[u8]) -> Vec<Field> {
    visit::form_fields(headers, body)
        .into_iter()
        .map(|(name, value)| Field {
            value: FORM_VALUES
                .contains(&name.as_str())
                .then(|| value.split(' ').map(word).collect::<Vec<_>>().join(" ")),
            name: field_name(&name),
        })
        .collect()
}

/// A name, part by part: `store[address][addressLocality]` is long, but each of its parts is a word.
fn field_name(name: &str) -> String {
    let is_word = |part: &str| {
        let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        part.len() <= LONGEST_WORD && !is_number
    };
    if name.split(['[', ']']).all(is_word) {
        name.to_owned()
    } else {
        HIDDEN.to_owned()
    }
}
