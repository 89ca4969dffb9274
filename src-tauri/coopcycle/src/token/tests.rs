//! Tokens are read for what they say and reckoned by the server's clock.

use super::{Claims, Token};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use keys::Secret;
use std::time::{Duration, SystemTime};

fn jwt(payload: &str) -> Secret {
    Secret::new(format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(payload)))
}

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_before_it_ends_by_the_server_s_clock() {
    let token = Token::read(
        jwt(r#"{"iat":1000,"exp":4600,"roles":["ROLE_ADMIN"]}"#),
        Some(at(1000)),
    );
    let token = token.unwrap();
    assert!(token.is_admin() && !token.is_over());
    tokio::time::advance(Duration::from_secs(3539)).await;
    assert!(!token.is_over());
    tokio::time::advance(Duration::from_secs(2)).await;
    assert!(token.is_over());
}

#[tokio::test(start_paused = true)]
async fn a_token_from_the_session_may_be_old_already() {
    let token = Token::read(jwt(r#"{"iat":1000,"exp":4600}"#), Some(at(4590))).unwrap();
    assert!(token.is_over());
}

#[test]
fn scopes_are_read_from_tokens_of_keys() {
    let claims = jwt(r#"{"aud":"x","exp":1.25,"sub":"","scopes":["deliveries","tasks"]}"#);
    assert_eq!(
        Claims::read(claims.expose()).unwrap().scopes,
        ["deliveries", "tasks"]
    );
}

#[tokio::test]
async fn roles_may_be_numbered() {
    let token = Token::read(jwt(r#"{"roles":{"0":"ROLE_USER","2":"ROLE_ADMIN"}}"#), None);
    assert!(token.unwrap().is_admin());
}

#[test]
fn rubbish_is_no_token() {
    for text in ["", "a.b", "a.!!.c", "e30.bm8.c2ln"] {
        assert!(Claims::read(text).is_none(), "{text}");
    }
}
