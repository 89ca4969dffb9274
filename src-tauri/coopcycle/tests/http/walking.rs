//! The plugin's way, request for request, and what is noted on it.

use crate::stage::{Stage, html, json, jwt, status};
use coopcycle::{EntryAnswer, OpenedApp, Proof, StoreAnswer, TokenAnswer, Walk, WhoAnswer, walk};
use keys::{Identifier, Secret, ServerStoreId};

pub(crate) const API: &str = "GET /api";
pub(crate) const TOKEN: &str = "POST /oauth2/token";
pub(crate) const ME: &str = "GET /api/me";
const STORE: &str = "GET /api/stores/1";
const SLOT: &str = "GET /api/time_slots/1";

/// The plugin looks at nothing else of it.
pub(crate) fn entry() -> String {
    json(r#"{"@context":"/api/contexts/Entrypoint"}"#)
}

pub(crate) fn token(scopes: &str) -> String {
    let payload = format!(r#"{{"aud":"id3","exp":4102444800.5,"sub":"","scopes":[{scopes}]}}"#);
    let token = jwt(&payload);
    let body = format!(r#"{{"token_type":"Bearer","expires_in":3600,"access_token":"{token}"}}"#);
    status("200 OK\r\nContent-Type: application/json", &body)
}

fn granted() -> String {
    token(r#""deliveries""#)
}

fn refusal(head: &str, error: &str) -> String {
    let body = format!(r#"{{"error":"{error}","error_description":"x","message":"x"}}"#);
    status(&format!("{head}\r\nContent-Type: application/json"), &body)
}

fn app() -> String {
    json(
        r#"{"@context":"/api/contexts/ApiApp","name":"Acme shop","store":"/api/stores/1","shop":null}"#,
    )
}

/// Walks with a pair, and makes sure that the secret went where it belongs and nowhere else.
pub(crate) async fn walked<const N: usize>(script: [(&str, String); N]) -> Walk {
    let stage = Stage::set(script).await;
    let identifier = Identifier::new("id3").unwrap();
    let secret = Secret::new("secret3".to_owned());
    let proof = Proof::Pair(&identifier, &secret);
    let walk = walk(&stage.url, proof, &stage.network).await.unwrap();
    for asked in stage.asked() {
        let is_token = asked.line == TOKEN;
        // id3:secret3
        let shows_pair = asked.head.contains("aWQzOnNlY3JldDM=");
        assert_eq!(shows_pair, is_token, "{}", asked.line);
        assert!(!asked.line.contains("secret3") && !asked.body.contains("secret3"));
        assert!(!asked.head.contains("cookie"));
    }
    walk
}

#[tokio::test]
async fn a_good_pair_goes_the_whole_way_and_we_look_further() {
    let stage = Stage::set([
        (API, entry()),
        (TOKEN, granted()),
        (TOKEN, granted()),
        (ME, app()),
        (TOKEN, granted()),
        (STORE, json(r#"{"id":1,"timeSlot":"/api/time_slots/1"}"#)),
        (SLOT, json(r#"{"@id":"/api/time_slots/1"}"#)),
    ])
    .await;
    let identifier = Identifier::new("id3").unwrap();
    let secret = Secret::new("secret3".to_owned());
    let proof = Proof::Pair(&identifier, &secret);
    let walk = walk(&stage.url, proof, &stage.network).await.unwrap();
    let scopes = || Some(TokenAnswer::Granted(vec!["deliveries".to_owned()]));
    let expected = Walk {
        entry: EntryAnswer::Entrypoint,
        token: scopes(),
        who: Some(WhoAnswer::App(OpenedApp {
            name: "Acme shop".to_owned(),
            store: Some(ServerStoreId(1)),
        })),
        own_scopes: scopes(),
        is_coopcycle: None,
        store: Some(StoreAnswer::Opens {
            time_slot: Some("/api/time_slots/1".to_owned()),
        }),
        time_slot_opens: Some(true),
    };
    assert_eq!(walk, expected);
    let asked = stage.asked();
    let as_the_plugin = "grant_type=client_credentials&scope=deliveries";
    assert_eq!(asked[1].body, as_the_plugin);
    assert_eq!(asked[2].body, as_the_plugin);
    assert!(asked[3].head.contains("authorization: Bearer e30."));
    assert_eq!(asked[4].body, "grant_type=client_credentials");
}

#[tokio::test]
async fn a_wrong_pair_and_a_missing_scope_are_told_apart() {
    let refused = refusal("401 Unauthorized", "invalid_client");
    let walk = walked([(API, entry()), (TOKEN, refused)]).await;
    assert_eq!(walk.token, Some(TokenAnswer::InvalidClient));
    let refused = refusal("400 Bad Request", "invalid_scope");
    let walk = walked([(API, entry()), (TOKEN, refused)]).await;
    assert_eq!(walk.token, Some(TokenAnswer::InvalidScope));
    assert_eq!((walk.who, walk.own_scopes), (None, None));
}

#[tokio::test]
async fn an_unrestricted_pair_shows_by_a_token_without_a_scope() {
    let walk = walked([
        (API, entry()),
        (TOKEN, granted()),
        (TOKEN, granted()),
        (
            ME,
            json(r#"{"@context":"/api/contexts/ApiApp","name":"All","store":null}"#),
        ),
        (TOKEN, token("")),
    ])
    .await;
    assert_eq!(walk.own_scopes, Some(TokenAnswer::Granted(Vec::new())));
    assert_eq!(walk.store, None);
}

#[tokio::test]
async fn a_pair_without_an_app_is_told_by_what_the_server_said() {
    for (answer, status) in [
        (refusal("404 Not Found", "x"), 404),
        (refusal("500 Internal Server Error", "x"), 500),
        (json("null"), 200),
        (json(r#"{"@context":"/api/contexts/User"}"#), 200),
    ] {
        let walk = walked([
            (API, entry()),
            (TOKEN, granted()),
            (TOKEN, granted()),
            (ME, answer),
            (TOKEN, granted()),
        ])
        .await;
        assert_eq!(walk.who, Some(WhoAnswer::NoApp(status)));
    }
}

#[tokio::test]
async fn a_store_that_stays_closed_and_a_missing_slot_are_noted() {
    for (answer, expected) in [
        (refusal("403 Forbidden", "x"), StoreAnswer::Closed(403)),
        (refusal("404 Not Found", "x"), StoreAnswer::Closed(404)),
        (
            json(r#"{"id":1,"timeSlot":null}"#),
            StoreAnswer::Opens { time_slot: None },
        ),
    ] {
        let walk = walked([
            (API, entry()),
            (TOKEN, granted()),
            (TOKEN, granted()),
            (ME, app()),
            (TOKEN, granted()),
            (STORE, answer),
        ])
        .await;
        assert_eq!((walk.store, walk.time_slot_opens), (Some(expected), None));
    }
}

#[tokio::test]
async fn an_ak_value_shows_itself_directly() {
    let key = Secret::new("ak_1".to_owned());
    let stage = Stage::set([
        (API, entry()),
        (ME, app()),
        (STORE, json(r#"{"id":1,"timeSlot":null}"#)),
    ])
    .await;
    let walked = walk(&stage.url, Proof::ApiKey(&key), &stage.network).await;
    assert!(matches!(walked.unwrap().who, Some(WhoAnswer::App(_))));
    let asked = stage.asked();
    assert!(asked[1].head.contains("authorization: Bearer ak_1"));
    let stage = Stage::set([(API, entry()), (ME, refusal("401 Unauthorized", "x"))]).await;
    let walked = walk(&stage.url, Proof::ApiKey(&key), &stage.network).await;
    assert_eq!(walked.unwrap().who, Some(WhoAnswer::Refused));
    stage.asked();
}

#[tokio::test]
async fn nothing_to_prove_looks_at_the_address_alone() {
    let stage = Stage::set([(API, html("<h1>Hello</h1>"))]).await;
    let walk = walk(&stage.url, Proof::Nothing, &stage.network).await;
    assert_eq!(walk.unwrap().entry, EntryAnswer::SomethingElse(200));
    stage.asked();
}
