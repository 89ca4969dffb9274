//! Signed requests, with signatures made here after the contract (7.2): over plain http nothing else
//! counts.

use super::shop_curl::{Answer, ShopCurl};
use super::shop_stage::{ANNE, Pair, ShopStage, behind_pretty};
use base64::Engine as _;
use hmac::{Hmac, Mac};
use practice::{Flavour, Permission, ShopAct};
use reqwest::Method;
use std::fmt::Write as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const ROUTE: &str = "/wp-json/wc/v3/data";
const REFUSED: &str = "woocommerce_rest_authentication_error";

/// Everything but letters, digits and four marks.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").unwrap();
        }
    }
    encoded
}

/// A request, and how it is signed.
struct Signing<'a> {
    pair: &'a Pair,
    method: &'a str,
    /// The site's address as it is signed.
    home: &'a str,
    algorithm: &'a str,
    /// Seconds from now.
    age: i64,
    nonce: &'a str,
}

impl<'a> Signing<'a> {
    fn of(pair: &'a Pair, home: &'a str, nonce: &'a str) -> Self {
        Self {
            pair,
            method: "GET",
            home,
            algorithm: "HMAC-SHA1",
            age: 0,
            nonce,
        }
    }

    /// All parameters, those of the query among them.
    fn parameters(&self) -> Vec<(String, String)> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let now = i64::try_from(now.as_secs()).unwrap();
        let mut all: Vec<(String, String)> = [
            ("_fields", "slug"),
            ("oauth_consumer_key", &self.pair.key),
            ("oauth_nonce", self.nonce),
            ("oauth_signature_method", self.algorithm),
            ("oauth_timestamp", &(now - self.age).to_string()),
            ("search", "été & thé/1"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        let list: Vec<_> = all
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let url = format!("{}{ROUTE}", self.home);
        let base = format!(
            "{}&{}&{}",
            self.method,
            encode(&url),
            encode(&list.join("&"))
        );
        let key = format!("{}&", self.pair.secret);
        let signature = if self.algorithm == "HMAC-SHA256" {
            let mut mac = Hmac::<sha2::Sha256>::new_from_slice(key.as_bytes()).unwrap();
            mac.update(base.as_bytes());
            mac.finalize().into_bytes().to_vec()
        } else {
            let mut mac = Hmac::<sha1::Sha1>::new_from_slice(key.as_bytes()).unwrap();
            mac.update(base.as_bytes());
            mac.finalize().into_bytes().to_vec()
        };
        let signature = base64::engine::general_purpose::STANDARD.encode(signature);
        all.push(("oauth_signature".to_owned(), signature));
        all
    }

    /// Sends it with everything in the query but what is left out.
    async fn in_query(&self, curl: &mut ShopCurl, without: &str) -> Answer {
        let query: Vec<_> = self
            .parameters()
            .into_iter()
            .filter(|(name, _)| name != without)
            .map(|(name, value)| format!("{}={}", encode(&name), encode(&value)))
            .collect();
        let path = format!("{ROUTE}?{}", query.join("&"));
        let method = Method::from_bytes(self.method.as_bytes()).unwrap();
        let request = curl.request(method, &path);
        curl.send(request).await
    }

    /// Sends it with the signature and what belongs to it in the header.
    async fn in_header(&self, curl: &mut ShopCurl) -> Answer {
        let (header, query): (Vec<_>, Vec<_>) = self
            .parameters()
            .into_iter()
            .partition(|(name, _)| name.starts_with("oauth_"));
        let header: Vec<_> = header
            .iter()
            .map(|(name, value)| format!("{name}=\"{}\"", encode(value)))
            .collect();
        let query: Vec<_> = query
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let path = format!("{ROUTE}?{}", query.join("&"));
        let request = curl.request(Method::GET, &path);
        let request = request.header("authorization", format!("OAuth {}", header.join(", ")));
        curl.send(request).await
    }
}

async fn stage_of(flavour: Flavour) -> ShopStage {
    let stage = ShopStage::start_with(behind_pretty(flavour)).await;
    stage.watch_nobody();
    stage
}

#[tokio::test]
async fn a_signed_request_is_accepted_over_http_and_https() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let stage = stage_of(flavour).await;
        let pair = stage.pair(ANNE, Permission::Read);
        let id = stage.live()[0].id;
        for algorithm in ["HMAC-SHA1", "HMAC-SHA256"] {
            for url in [&stage.plain, &stage.url] {
                let mut curl = if url.is_https() {
                    ShopCurl::new(&stage)
                } else {
                    ShopCurl::plain(&stage)
                };
                let nonces = ["a", "b"].map(|end| format!("{algorithm}{}{end}", url.is_https()));
                let signing = |nonce| Signing {
                    algorithm,
                    ..Signing::of(&pair, url.as_str(), nonce)
                };
                let answer = signing(&nonces[0]).in_query(&mut curl, "").await;
                assert_eq!(answer.status, 200, "{}", answer.text);
                let answer = signing(&nonces[1]).in_header(&mut curl).await;
                assert_eq!(answer.status, 200, "{}", answer.text);
            }
        }
        assert!(stage.key(id).last_access.is_some());
    }
}

#[tokio::test]
async fn what_a_signature_lacks_is_told() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let stage = stage_of(flavour).await;
        let pair = stage.pair(ANNE, Permission::Read);
        let home = stage.plain.as_str();
        let mut curl = ShopCurl::plain(&stage);
        for missing in ["oauth_nonce", "oauth_timestamp", "oauth_signature"] {
            let signing = Signing::of(&pair, home, missing);
            let answer = signing.in_query(&mut curl, missing).await;
            let code = "woocommerce_rest_authentication_missing_parameter";
            assert_eq!(answer.error(), (401, code.to_owned()), "{missing}");
            assert!(answer.text.contains(missing), "{}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_wrong_signature_is_refused() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let stage = stage_of(flavour).await;
        let pair = stage.pair(ANNE, Permission::Read);
        let home = stage.plain.as_str();
        let wrong = Pair {
            secret: format!("cs_{}", "0".repeat(40)),
            ..pair.clone()
        };
        let unknown = Pair {
            key: format!("ck_{}", "0".repeat(40)),
            ..pair.clone()
        };
        let mut curl = ShopCurl::plain(&stage);
        let signings = [
            (Signing::of(&wrong, home, "1"), "wrong secret"),
            (Signing::of(&unknown, home, "2"), "unknown key"),
            (
                Signing::of(&pair, stage.url.as_str(), "3"),
                "for another address",
            ),
            (
                Signing {
                    algorithm: "PLAINTEXT",
                    ..Signing::of(&pair, home, "4")
                },
                "another method",
            ),
            (
                Signing {
                    age: 16 * 60,
                    ..Signing::of(&pair, home, "5")
                },
                "too old",
            ),
            (
                Signing {
                    age: -16 * 60,
                    ..Signing::of(&pair, home, "6")
                },
                "too new",
            ),
            (
                Signing {
                    method: "POST",
                    ..Signing::of(&pair, home, "7")
                },
                "may not write",
            ),
        ];
        for (signing, what) in signings {
            let answer = signing.in_query(&mut curl, "").await;
            assert_eq!(answer.error(), (401, REFUSED.to_owned()), "{what}");
        }
        for age in [14 * 60, -14 * 60] {
            let nonce = age.to_string();
            let signing = Signing {
                age,
                ..Signing::of(&pair, home, &nonce)
            };
            assert_eq!(signing.in_query(&mut curl, "").await.status, 200);
            let answer = signing.in_query(&mut curl, "").await;
            assert_eq!(answer.error(), (401, REFUSED.to_owned()), "used before");
        }
        // Signed for http, and sent to https.
        let mut over_https = ShopCurl::new(&stage);
        let signing = Signing::of(&pair, home, "8");
        let answer = signing.in_query(&mut over_https, "").await;
        assert_eq!(answer.error(), (401, REFUSED.to_owned()));
        stage.act(&ShopAct::RevokeNewest);
        let answer = Signing::of(&pair, home, "9").in_query(&mut curl, "").await;
        assert_eq!(answer.error(), (401, REFUSED.to_owned()), "revoked");
    }
}

#[tokio::test]
async fn a_nonce_is_good_again_after_its_window() {
    let stage = stage_of(Flavour::A).await;
    let pair = stage.pair(ANNE, Permission::Read);
    let home = stage.plain.as_str().to_owned();
    let mut curl = ShopCurl::plain(&stage);
    let signing = |age| Signing {
        age,
        ..Signing::of(&pair, &home, "again")
    };
    assert_eq!(signing(0).in_query(&mut curl, "").await.status, 200);
    let hour = Duration::from_hours(1);
    stage.shop.advance_clock(hour);
    assert_eq!(signing(-3600).in_query(&mut curl, "").await.status, 200);
}

#[tokio::test]
async fn a_proxy_that_hides_https_wants_signatures_for_http() {
    let stage = stage_of(Flavour::A).await;
    let pair = stage.pair(ANNE, Permission::Read);
    stage.switch(|mode| mode.tls_ends_in_front = true);
    let mut curl = ShopCurl::new(&stage);
    let in_clear = format!("http://{}", stage.url.place());
    let answer = Signing::of(&pair, &in_clear, "1")
        .in_query(&mut curl, "")
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let answer = Signing::of(&pair, stage.url.as_str(), "2")
        .in_query(&mut curl, "")
        .await;
    assert_eq!(answer.error(), (401, REFUSED.to_owned()));
}
