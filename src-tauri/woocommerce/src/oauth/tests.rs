//! Signatures against one that was computed by other means.

use super::{Moment, sign_get};
use keys::{Identifier, Secret};
use std::time::{Duration, UNIX_EPOCH};
use url::Url;

fn sign(secret: &str) -> String {
    let address = "http://shop.example/boutique/wp-json/wc/v3/data?s=a%20b%2B%C3%A9&_fields=slug";
    let moment = Moment {
        timestamp: 784_111_777,
        nonce: "n0".to_owned(),
    };
    let key = Identifier::new("ck_0a").unwrap();
    let address = Url::parse(address).unwrap();
    let signed = sign_get(&address, &key, &Secret::new(secret.to_owned()), &moment);
    signed.unwrap().expose().to_owned()
}

#[test]
fn parameters_are_encoded_sorted_and_signed() {
    assert_eq!(
        sign("cs_0b"),
        "oauth_consumer_key=\"ck_0a\", oauth_nonce=\"n0\", \
         oauth_signature_method=\"HMAC-SHA256\", oauth_timestamp=\"784111777\", \
         oauth_signature=\"m9%2Bln1ZM%2BQOXeAEc09bhCjjujR0IoNHKmngMYRCVuL0%3D\""
    );
    assert_ne!(sign("cs_0b"), sign("cs_0c"));
}

#[test]
fn each_moment_has_a_nonce_of_its_own_and_the_sites_time() {
    let then = UNIX_EPOCH + Duration::from_secs(42);
    let (one, other) = (Moment::new(Some(then)).unwrap(), Moment::new(None).unwrap());
    assert_eq!(one.timestamp, 42);
    assert!(other.timestamp > 1_700_000_000);
    assert_ne!(one.nonce, other.nonce);
}
