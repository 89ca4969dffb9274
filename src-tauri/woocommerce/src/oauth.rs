//! Signatures of OAuth 1.0a with one leg: a proof of the pair that does not carry the secret
//! (contract 7.2).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use keys::{Identifier, Secret};
use sha2::Sha256;
use std::time::{SystemTime, UNIX_EPOCH};
use url::Url;

const METHOD: &str = "HMAC-SHA256";

/// What makes one signature differ from the next.
pub(crate) struct Moment {
    /// Seconds since 1970, by the site's own clock where that is known: a quarter of an hour off,
    /// and it refuses.
    pub(crate) timestamp: u64,
    pub(crate) nonce: String,
}

impl Moment {
    /// Now; nothing where the system has no chance to give.
    pub(crate) fn new(server_time: Option<SystemTime>) -> Option<Self> {
        let now = server_time.unwrap_or_else(SystemTime::now);
        let mut chance = [0; 16];
        getrandom::fill(&mut chance).ok()?;
        Some(Self {
            timestamp: now.duration_since(UNIX_EPOCH).ok()?.as_secs(),
            nonce: format!("{:032x}", u128::from_ne_bytes(chance)),
        })
    }
}

/// The parameters of an `Authorization: OAuth` header for a GET of that address, as the site
/// itself believes its address to be.
pub(crate) fn sign_get(
    address: &Url,
    key: &Identifier,
    secret: &Secret,
    moment: &Moment,
) -> Option<Secret> {
    let own = [
        ("oauth_consumer_key", key.as_str().to_owned()),
        ("oauth_nonce", moment.nonce.clone()),
        ("oauth_signature_method", METHOD.to_owned()),
        ("oauth_timestamp", moment.timestamp.to_string()),
    ];
    let mut all: Vec<_> = address
        .query_pairs()
        .map(|(name, value)| (encode(&name), encode(&value)))
        .chain(
            own.iter()
                .map(|(name, value)| (encode(name), encode(value))),
        )
        .collect();
    all.sort_unstable();
    let all: Vec<_> = all
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mut bare = address.clone();
    bare.set_query(None);
    bare.set_fragment(None);
    let text = format!("GET&{}&{}", encode(bare.as_str()), encode(&all.join("&")));
    let signature = sign(&text, secret)?;
    let header: Vec<_> = own
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .chain([("oauth_signature", signature.as_str())])
        .map(|(name, value)| format!("{name}=\"{}\"", encode(value)))
        .collect();
    Some(Secret::new(header.join(", ")))
}

fn sign(text: &str, secret: &Secret) -> Option<String> {
    let key = zeroize::Zeroizing::new(format!("{}&", secret.expose()));
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()?;
    mac.update(text.as_bytes());
    Some(STANDARD.encode(mac.finalize().into_bytes()))
}

/// Everything but letters, digits and `-._~`, as the signature's rules want it.
fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            // A space is `%20` here, not the `+` of forms.
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests;
