//! OAuth 1.0a with one leg: a request signed with the secret (contract 7.2).

use axum::http::header;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use sha1::Sha1;
use sha2::Sha256;

use super::caller::Caller;
use super::problem::Problem;
use crate::error::Error;
use crate::shop::asked::Asked;
use crate::shop::records::Records;
use crate::shop::records::consumer_keys;
use crate::shop::records::oauth_nonces::{self, WINDOW};

const KEY: &str = "oauth_consumer_key";
const TIMESTAMP: &str = "oauth_timestamp";
const NONCE: &str = "oauth_nonce";
const SIGNATURE: &str = "oauth_signature";
const METHOD: &str = "oauth_signature_method";

/// Whose key signed the request; nobody when it is not signed at all.
pub(crate) fn identify(
    records: &Records,
    asked: &Asked,
) -> Result<Result<Option<Caller>, Problem>, Error> {
    let mut parameters = asked.query.clone();
    parameters.extend(header_parameters(asked));
    let given = |name: &str| {
        let found = parameters.iter().rev().find(|(found, _)| found == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    };
    let needed = [KEY, TIMESTAMP, NONCE, SIGNATURE, METHOD];
    let missing: Vec<&str> = needed
        .into_iter()
        .filter(|name| given(name).is_none())
        .collect();
    if missing.len() == needed.len() {
        return Ok(Ok(None));
    }
    let (Some(key), Some(timestamp), Some(nonce), Some(signature), Some(method)) = (
        given(KEY),
        given(TIMESTAMP),
        given(NONCE),
        given(SIGNATURE),
        given(METHOD),
    ) else {
        return Ok(Err(Problem::missing_parameters(&missing)));
    };
    let Some(found) = consumer_keys::find_by_key(records, key)? else {
        return Ok(Err(Problem::authentication("key_unknown")));
    };
    let Some(expected) = sign(method, &found.secret, &base_string(asked, &parameters)) else {
        return Ok(Err(Problem::authentication("method_unknown")));
    };
    if expected != signature {
        return Ok(Err(Problem::authentication("signature_wrong")));
    }
    let is_timely = timestamp
        .parse::<i64>()
        .is_ok_and(|at| (at - asked.now).abs() <= WINDOW);
    if !is_timely {
        return Ok(Err(Problem::authentication("timestamp_wrong")));
    }
    if !oauth_nonces::take(records, found.id, nonce, asked.now)? {
        return Ok(Err(Problem::authentication("nonce_used")));
    }
    Caller::of_key(records, found).map(|caller| Ok(Some(caller)))
}

/// The parameters of an `Authorization: OAuth …`.
fn header_parameters(asked: &Asked) -> Vec<(String, String)> {
    let value = asked
        .header(header::AUTHORIZATION.as_str())
        .unwrap_or_default();
    let Some(list) = value.strip_prefix("OAuth ") else {
        return Vec::new();
    };
    list.split(',')
        .filter_map(|part| part.trim().split_once('='))
        .filter(|(name, _)| name.starts_with("oauth_"))
        .map(|(name, value)| (name.to_owned(), decode(value.trim_matches('"'))))
        .collect()
}

fn sign(method: &str, secret: &str, text: &str) -> Option<String> {
    let key = format!("{secret}&");
    let bytes = match method {
        "HMAC-SHA1" => {
            let mut mac = Hmac::<Sha1>::new_from_slice(key.as_bytes()).ok()?;
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
        "HMAC-SHA256" => {
            let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()?;
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        }
        _ => return None,
    };
    Some(STANDARD.encode(bytes))
}

fn base_string(asked: &Asked, parameters: &[(String, String)]) -> String {
    let mut pairs: Vec<(String, String)> = parameters
        .iter()
        .filter(|(name, _)| name != SIGNATURE)
        .map(|(name, value)| (encode(name), encode(value)))
        .collect();
    pairs.sort();
    let list: Vec<String> = pairs
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let url = asked.signed_url();
    format!(
        "{}&{}&{}",
        asked.method,
        encode(&url),
        encode(&list.join("&"))
    )
}

/// Percent-encoding that leaves letters, digits, `-`, `.`, `_` and `~`.
fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// Takes percent-encoding back; a plus is a plus here.
fn decode(text: &str) -> String {
    let text = text.replace('+', "%2B");
    let whole = format!("v={text}");
    url::form_urlencoded::parse(whole.as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}
