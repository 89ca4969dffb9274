//! Signed requests (contract 7.2), over both schemes, in the query and in the header.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use practice::{Flavour, Permalinks, Permission, ShopOptions};
use reqwest::Method;
use reqwest::header::AUTHORIZATION;
use sha1::Sha1;
use sha2::Sha256;
use std::time::{SystemTime, UNIX_EPOCH};

use super::browser::{Browser, Reply};
use super::running::{Pair, Running};

const ERROR: &str = "woocommerce_rest_authentication_error";

const PATH: &str = "/wp-json/wc/v3/data";

/// A request to be signed.
struct Signed {
    /// The address that is signed.
    url: String,
    method: &'static str,
    nonce: String,
    timestamp: i64,
}

fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(now.as_secs()).unwrap()
}

fn signed(base: &str, nonce: &str) -> Signed {
    Signed {
        url: format!("{base}{PATH}"),
        method: "HMAC-SHA256",
        nonce: nonce.to_owned(),
        timestamp: now(),
    }
}

fn encode(text: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    text.bytes()
        .map(|byte| {
            if is_plain(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

impl Signed {
    /// The parameters, the signature last; with what else the query holds.
    fn parameters(&self, pair: &Pair, others: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = [
            ("oauth_consumer_key", pair.0.clone()),
            ("oauth_nonce", self.nonce.clone()),
            ("oauth_signature_method", self.method.to_owned()),
            ("oauth_timestamp", self.timestamp.to_string()),
        ];
        let own = own.map(|(name, value)| (name.to_owned(), value));
        let others = others
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let mut sorted: Vec<String> = own
            .iter()
            .cloned()
            .chain(others)
            .map(|(name, value)| format!("{}={}", encode(&name), encode(&value)))
            .collect();
        sorted.sort();
        let text = format!("GET&{}&{}", encode(&self.url), encode(&sorted.join("&")));
        let key = format!("{}&", pair.1);
        let proof = if self.method == "HMAC-SHA1" {
            let mut mac = Hmac::<Sha1>::new_from_slice(key.as_bytes()).unwrap();
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        } else {
            let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        };
        let signature = ("oauth_signature".to_owned(), STANDARD.encode(proof));
        own.into_iter().chain([signature]).collect()
    }

    fn query(&self, pair: &Pair) -> String {
        query(&self.parameters(pair, &[]))
    }
}

fn query(parameters: &[(String, String)]) -> String {
    let parts: Vec<String> = parameters
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    format!("{PATH}?{}", parts.join("&"))
}

async fn with_header(browser: &mut Browser, pair: &Pair, signed: &Signed) -> Reply {
    let others = [("_fields", "slug")];
    let parts: Vec<String> = signed
        .parameters(pair, &others)
        .iter()
        .map(|(name, value)| format!("{name}=\"{}\"", encode(value)))
        .collect();
    let request = browser
        .request(Method::GET, &format!("{PATH}?_fields=slug"))
        .header(AUTHORIZATION, format!("OAuth {}", parts.join(", ")));
    browser.send(request).await.unwrap()
}

#[tokio::test]
async fn signed_requests_work_over_both_schemes_in_every_flavour() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let running = Running::start_with(ShopOptions {
            permalinks: Some(Permalinks::Pretty),
            ..ShopOptions::of(flavour)
        })
        .await;
        let pair = running.pair(1, Permission::Read);
        for mut browser in [running.browser(), running.plain_browser()] {
            let scheme = browser.base.split(':').next().unwrap().to_owned();
            for method in ["HMAC-SHA1", "HMAC-SHA256"] {
                let signed = Signed {
                    method,
                    ..signed(&browser.base, &format!("{scheme}{method}"))
                };
                let reply = browser.get(&signed.query(&pair)).await;
                assert_eq!(reply.status, 200, "{}", reply.text);
                let signed = Signed {
                    nonce: format!("header{}", signed.nonce),
                    ..signed
                };
                let reply = with_header(&mut browser, &pair, &signed).await;
                assert_eq!(
                    (reply.status, reply.text.len()),
                    (200, 66),
                    "{}",
                    reply.text
                );
            }
        }
        assert!(
            running
                .shop
                .keys()
                .unwrap()
                .pop()
                .unwrap()
                .last_access
                .is_some()
        );
    }
}

#[tokio::test]
async fn permission_and_owner_count_as_with_basic() {
    let running = Running::start().await;
    let mut browser = running.plain_browser();
    let write = running.pair(1, Permission::Write);
    let reply = browser.get(&signed(&running.http, "1").query(&write)).await;
    assert_eq!((reply.status, reply.code().as_str()), (401, ERROR));
    let customer = running.pair(4, Permission::Read);
    let reply = browser
        .get(&signed(&running.http, "1").query(&customer))
        .await;
    let code = reply.code();
    assert_eq!(
        (reply.status, code.as_str()),
        (403, "woocommerce_rest_cannot_view")
    );
}

#[tokio::test]
async fn missing_parameters_are_named() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::Read);
    let whole = signed(&running.http, "1").parameters(&pair, &[]);
    for index in 0..whole.len() {
        let mut parts = whole.clone();
        let (name, _) = parts.remove(index);
        let reply = running.plain_browser().get(&query(&parts)).await;
        assert_eq!(reply.status, 401);
        assert_eq!(
            reply.code(),
            "woocommerce_rest_authentication_missing_parameter"
        );
        assert!(reply.json()["message"].as_str().unwrap().ends_with(&name));
    }
}

#[tokio::test]
async fn bad_signatures_are_refused() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::Read);
    let mut browser = running.plain_browser();
    let unknown = ("ck_unknown".to_owned(), pair.1.clone());
    let wrong = (pair.0.clone(), "cs_wrong".to_owned());
    let other_method = Signed {
        method: "PLAINTEXT",
        ..signed(&running.http, "2")
    };
    let late = Signed {
        timestamp: now() - 16 * 60,
        ..signed(&running.http, "3")
    };
    let early = Signed {
        timestamp: now() + 16 * 60,
        ..signed(&running.http, "4")
    };
    let targets = [
        signed(&running.http, "1").query(&unknown),
        signed(&running.http, "1").query(&wrong),
        other_method.query(&pair),
        late.query(&pair),
        early.query(&pair),
    ];
    for target in targets {
        let reply = browser.get(&target).await;
        assert_eq!(
            (reply.status, reply.code().as_str()),
            (401, ERROR),
            "{target}"
        );
    }
    let within = Signed {
        timestamp: now() - 14 * 60,
        ..signed(&running.http, "5")
    };
    assert_eq!(browser.get(&within.query(&pair)).await.status, 200);
}

#[tokio::test]
async fn nonce_is_good_once_per_key() {
    let running = Running::start().await;
    let mut browser = running.plain_browser();
    let [one, other] = [1, 2].map(|owner| running.pair(owner, Permission::Read));
    assert_eq!(
        browser
            .get(&signed(&running.http, "n").query(&one))
            .await
            .status,
        200
    );
    let again = browser.get(&signed(&running.http, "n").query(&one)).await;
    assert_eq!(again.code(), ERROR);
    assert_eq!(
        browser
            .get(&signed(&running.http, "n").query(&other))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn signature_for_http_is_no_good_over_https() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::Read);
    let as_http = running.https.replace("https:", "http:");
    let mut browser = running.browser();
    let reply = browser.get(&signed(&as_http, "1").query(&pair)).await;
    assert_eq!(reply.code(), ERROR);
    let mut mode = running.shop.mode().unwrap();
    mode.tls_ends_in_front = true;
    running.shop.set_mode(&mode).unwrap();
    let reply = browser.get(&signed(&as_http, "2").query(&pair)).await;
    assert_eq!(
        reply.status, 200,
        "unless PHP believes it was asked over http"
    );
}
