//! Pairs that belong to no app any more (contract 5.6, 10.3).

use practice::{Act, CoOp, Options, OrphanAnswer};
use reqwest::Method;
use serde_json::{Value, json};

use super::browser::Running;

/// A token of the pair that app 1 had before its page was saved.
async fn orphaned_token(running: &Running) -> String {
    let old = running.pair(1).await;
    let act = Act::SaveEditPage { app: Some(1) };
    running.co_op.act(&act).unwrap();
    running.access_token(&old, "").await
}

#[tokio::test]
async fn the_server_answers_as_told() {
    let running = Running::start().await;
    let token = orphaned_token(&running).await;
    let mut browser = running.browser();
    assert_eq!(
        running.co_op.orphan_answer().unwrap(),
        OrphanAnswer::NotFound
    );
    assert_eq!(browser.call("/api/me", &token).await.status, 404);
    running
        .co_op
        .set_orphan_answer(OrphanAnswer::ServerError)
        .unwrap();
    assert_eq!(browser.call("/api/me", &token).await.status, 500);
    let note = running.co_op.history()[0].note.clone();
    assert_eq!(note.as_deref(), Some("the pair belongs to no app"));
    running.co_op.set_orphan_answer(OrphanAnswer::Null).unwrap();
    let nothing = browser.call("/api/me", &token).await;
    assert_eq!((nothing.status, nothing.json()), (200, Value::Null));
    let living = running.access_token(&running.pair(1).await, "").await;
    let me = browser.call("/api/me", &living).await.json();
    assert_eq!(me["name"], "Boutique en ligne", "apps are spared");
}

#[tokio::test]
async fn the_answer_is_chosen_at_the_start_and_over_http() {
    let options = Options {
        orphan_answer: Some(OrphanAnswer::ServerError),
        ..Options::default()
    };
    let running = Running::serve(CoOp::in_memory_with(options).unwrap()).await;
    let token = orphaned_token(&running).await;
    let mut browser = running.browser();
    assert_eq!(browser.call("/api/me", &token).await.status, 500);
    let request = browser
        .request(Method::POST, "/practice/mode")
        .header("content-type", "application/json")
        .body(json!({"orphan_answer": "null"}).to_string());
    assert_eq!(browser.send(request).await.unwrap().status, 204);
    assert_eq!(browser.call("/api/me", &token).await.text, "null");
    let told = browser.get("/practice/mode").await.json();
    assert_eq!(told["orphan_answer"], "null");
    running.co_op.reset().unwrap();
    assert_eq!(
        running.co_op.orphan_answer().unwrap(),
        OrphanAnswer::ServerError
    );
}

#[tokio::test]
async fn calls_bound_to_a_store_crash() {
    let running = Running::start().await;
    let token = orphaned_token(&running).await;
    let mut browser = running.browser();
    for path in ["/api/stores/1", "/api/stores/1/deliveries"] {
        assert_eq!(browser.call(path, &token).await.status, 500, "{path}");
    }
    let order = json!({"dropoff": {"address": {"streetAddress": "1 rue du Timbre"}}});
    let request = browser
        .request(Method::POST, "/api/deliveries")
        .header("content-type", "application/ld+json")
        .bearer_auth(&token)
        .body(order.to_string());
    assert_eq!(browser.send(request).await.unwrap().status, 500);
}
