//! Whether a key works, step by step.

use crate::stage::{Stage, html, json, jwt, status};
use coopcycle::{Error, OpenedApp, PairCheck, check_api_key, check_pair};
use keys::{Identifier, Secret, ServerStoreId};

const API: &str = "GET /api";
const TOKEN: &str = "POST /oauth2/token";
const ME: &str = "GET /api/me";
const STORE: &str = "GET /api/stores/1";

fn entry() -> String {
    json(
        r#"{"@context":"/api/contexts/Entrypoint","@id":"/api","@type":"Entrypoint","store":"/api/stores"}"#,
    )
}

fn token(scopes: &str) -> String {
    let payload = format!(r#"{{"aud":"id3","exp":4102444800.5,"sub":"","scopes":[{scopes}]}}"#);
    let body = format!(
        r#"{{"token_type":"Bearer","expires_in":3600,"access_token":"{}"}}"#,
        jwt(&payload)
    );
    status(
        "200 OK\r\nContent-Type: application/json; charset=UTF-8",
        &body,
    )
}

fn app(store: &str) -> String {
    json(&format!(
        r#"{{"@context":"/api/contexts/ApiApp","@id":"/api/api_apps/3","name":"Acme shop","store":{store},"shop":null}}"#
    ))
}

async fn check<const N: usize>(script: [(&str, String); N]) -> Result<PairCheck, Error> {
    let stage = Stage::set(script).await;
    let identifier = Identifier::new("id3").unwrap();
    let secret = Secret::new("marker".to_owned());
    let found = check_pair(&stage.url, &identifier, &secret, &stage.network).await;
    for asked in stage.asked() {
        assert!(!asked.line.contains("marker") && !asked.body.contains("marker"));
        assert!(!asked.head.contains("cookie"));
    }
    found
}

#[tokio::test]
async fn a_good_pair_opens_its_store() {
    let stage = Stage::set([
        (API, entry()),
        (TOKEN, token(r#""deliveries""#)),
        (ME, app("\"/api/stores/1\"")),
        (STORE, json(r#"{"id":1,"timeSlot":"/api/time_slots/1"}"#)),
    ])
    .await;
    let identifier = Identifier::new("id3").unwrap();
    let secret = Secret::new("secret3".to_owned());
    let found = check_pair(&stage.url, &identifier, &secret, &stage.network).await;
    let expected = PairCheck::Accepted {
        scopes: vec!["deliveries".to_owned()],
        app: Some(OpenedApp {
            name: "Acme shop".to_owned(),
            store: Some(ServerStoreId(1)),
        }),
        store_readable: Some(true),
        time_slot: Some("/api/time_slots/1".to_owned()),
        orphaned: false,
    };
    assert_eq!(found.unwrap(), expected);
    let asked = stage.asked();
    assert_eq!(asked[1].body, "grant_type=client_credentials");
    // id3:secret3
    assert!(
        asked[1]
            .head
            .contains("authorization: Basic aWQzOnNlY3JldDM=")
    );
}

#[tokio::test]
async fn a_wrong_pair_is_refused() {
    let refused = status(
        "401 Unauthorized\r\nContent-Type: application/json",
        r#"{"error":"invalid_client","error_description":"x","message":"x"}"#,
    );
    let found = check([(API, entry()), (TOKEN, refused)]).await;
    assert_eq!(found.unwrap(), PairCheck::Refused);
}

#[tokio::test]
async fn another_server_is_not_given_the_secret() {
    let found = check([(API, html("<h1>Hello</h1>"))]).await;
    assert_eq!(found.unwrap(), PairCheck::NotRecognised);
}

fn accepted(found: Result<PairCheck, Error>) -> (Vec<String>, bool, Option<bool>, bool) {
    let Ok(PairCheck::Accepted {
        scopes,
        app,
        store_readable,
        orphaned,
        ..
    }) = found
    else {
        panic!("{found:?}");
    };
    (scopes, app.is_some(), store_readable, orphaned)
}

#[tokio::test]
async fn scopes_that_may_not_ask_who_they_are_are_not_asked() {
    for scopes in [r#""orders:all""#, r#""tasks:all""#, ""] {
        let found = check([(API, entry()), (TOKEN, token(scopes))]).await;
        let (_, has_app, store_readable, orphaned) = accepted(found);
        assert_eq!((has_app, store_readable, orphaned), (false, None, false));
    }
}

#[tokio::test]
async fn tasks_alone_do_not_read_the_store() {
    let script = [
        (API, entry()),
        (TOKEN, token(r#""tasks""#)),
        (ME, app("\"/api/stores/1\"")),
    ];
    let (_, has_app, store_readable, _) = accepted(check(script).await);
    assert_eq!((has_app, store_readable), (true, None));
}

#[tokio::test]
async fn a_pair_replaced_by_an_edit_is_orphaned() {
    for answer in [
        status("404 Not Found\r\nContent-Type: application/ld+json", "{}"),
        json("null"),
        json(r#"{"@context":"/api/contexts/User","username":"bob"}"#),
    ] {
        let script = [
            (API, entry()),
            (TOKEN, token(r#""deliveries""#)),
            (ME, answer),
        ];
        let (_, has_app, _, orphaned) = accepted(check(script).await);
        assert_eq!((has_app, orphaned), (false, true));
    }
}

#[tokio::test]
async fn a_server_that_fails_twice_at_that_has_no_app_for_the_pair() {
    let failure = || {
        status(
            "500 Internal Server Error\r\nContent-Type: application/ld+json",
            "{}",
        )
    };
    let twice = [
        (API, entry()),
        (TOKEN, token(r#""deliveries""#)),
        (ME, failure()),
        (ME, failure()),
    ];
    let (_, has_app, _, orphaned) = accepted(check(twice).await);
    assert_eq!((has_app, orphaned), (false, true));
    let once = [
        (API, entry()),
        (TOKEN, token(r#""deliveries""#)),
        (ME, failure()),
        (ME, app("null")),
    ];
    let (_, has_app, _, orphaned) = accepted(check(once).await);
    assert_eq!((has_app, orphaned), (true, false));
}

#[tokio::test]
async fn a_closed_store_is_told() {
    let script = [
        (API, entry()),
        (TOKEN, token(r#""deliveries""#)),
        (ME, app("\"/api/stores/1\"")),
        (
            STORE,
            status("403 Forbidden\r\nContent-Type: application/ld+json", "{}"),
        ),
    ];
    let (_, has_app, store_readable, orphaned) = accepted(check(script).await);
    assert_eq!(
        (has_app, store_readable, orphaned),
        (true, Some(false), false)
    );
}

#[tokio::test]
async fn maintenance_and_failures_are_no_verdict() {
    let closed = || status("503 Service Unavailable", "x");
    let found = check([(API, closed())]).await;
    assert!(matches!(found, Err(Error::Maintenance)));
    let found = check([(API, entry()), (TOKEN, closed())]).await;
    assert!(matches!(found, Err(Error::Maintenance)));
    let script = [
        (API, entry()),
        (TOKEN, token(r#""deliveries""#)),
        (ME, status("502 Bad Gateway", "x")),
    ];
    let found = check(script).await;
    assert!(matches!(found, Err(Error::ServerError { status: 502, .. })));
}

#[tokio::test]
async fn an_ak_key_shows_itself_directly() {
    let key = Secret::new("ak_marker".to_owned());
    let stage = Stage::set([
        (API, entry()),
        (ME, app("\"/api/stores/1\"")),
        (STORE, json(r#"{"id":1,"timeSlot":null}"#)),
    ])
    .await;
    let found = check_api_key(&stage.url, &key, &stage.network).await;
    let (scopes, has_app, store_readable, _) = accepted(found);
    assert_eq!(
        (scopes.len(), has_app, store_readable),
        (0, true, Some(true))
    );
    assert!(
        stage.asked()[1]
            .head
            .contains("authorization: Bearer ak_marker")
    );
    let refused = status("401 Unauthorized\r\nContent-Type: application/json", "{}");
    let stage = Stage::set([(API, entry()), (ME, refused)]).await;
    let found = check_api_key(&stage.url, &key, &stage.network).await;
    assert_eq!(found.unwrap(), PairCheck::Refused);
    stage.asked();
}
