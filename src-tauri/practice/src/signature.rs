//! Signed texts: user and OAuth tokens, form tokens, remembered sign-ins.
//!
//! The real server signs tokens RS256; nobody but the server checks them, so the practice co-op
//! signs HS256 with a key of its own state.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use serde_json::Value;
use sha2::Sha256;

use crate::random;

fn sign(key: &str, text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("any key length is fine");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// Signs a text for a cookie or a form.
pub(crate) fn sign_hex(key: &str, text: &str) -> String {
    random::to_hex(&sign(key, text))
}

/// Makes a three-part token.
pub(crate) fn encode_token(key: &str, claims: &Value) -> String {
    let header = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"HS256"}"#);
    let claims = URL_SAFE_NO_PAD.encode(claims.to_string());
    let signed = format!("{header}.{claims}");
    let proof = URL_SAFE_NO_PAD.encode(sign(key, &signed));
    format!("{signed}.{proof}")
}

/// The claims of a token with a good signature, expired or not.
pub(crate) fn decode_token(key: &str, token: &str) -> Option<Value> {
    let (signed, proof) = token.rsplit_once('.')?;
    if URL_SAFE_NO_PAD.decode(proof).ok()? != sign(key, signed) {
        return None;
    }
    let (_, claims) = signed.split_once('.')?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
}
