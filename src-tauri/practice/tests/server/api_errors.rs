//! Refusals of the JSON API (contract 2.4, 2.5).

use std::time::Duration;

use reqwest::Method;

use super::browser::{Reply, Running};

const PLAIN: &str = "/api/stores";
const BEARER: &str = "/api/me";

async fn get(running: &Running, path: &str, accept: &str) -> Reply {
    let mut browser = running.browser();
    let request = browser.request(Method::GET, path).header("accept", accept);
    browser.send(request).await.unwrap()
}

#[tokio::test]
async fn missing_token_is_refused_in_two_shapes() {
    let running = Running::start().await;
    let plain = get(&running, PLAIN, "application/ld+json").await;
    assert_eq!(plain.status, 401);
    assert_eq!(plain.json()["message"], "JWT Token not found");
    assert_eq!(plain.challenge.as_deref(), Some("Bearer"));
    let bearer = get(&running, BEARER, "application/ld+json").await;
    assert_eq!(bearer.status, 401);
    assert_eq!(bearer.json()["@type"], "hydra:Error");
}

#[tokio::test]
async fn forged_unknown_and_foreign_tokens_are_invalid() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let real = running.jwt("admin").await;
    let foreign = Running::start().await.jwt("admin").await;
    let tampered = format!("{}x", &real[..real.len() - 1]);
    for token in [
        "abc",
        "ak_0000000000000000000000000000000000000000",
        &tampered,
        &foreign,
    ] {
        for path in [PLAIN, BEARER] {
            let reply = browser.call(path, token).await;
            assert_eq!(reply.status, 401);
            assert_eq!(reply.json()["message"], "Invalid JWT Token");
        }
    }
}

#[tokio::test]
async fn tokens_expire_after_an_hour() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let user = running.jwt("admin").await;
    let app = running.access_token(&running.pair(1).await, "").await;
    running.co_op.advance_clock(Duration::from_secs(3500));
    assert_eq!(browser.call(BEARER, &user).await.status, 200);
    running.co_op.advance_clock(Duration::from_secs(200));
    for token in [&user, &app] {
        let reply = browser.call(BEARER, token).await;
        assert_eq!(reply.status, 401);
        assert_eq!(reply.json()["message"], "Expired JWT Token");
    }
}

#[tokio::test]
async fn session_token_is_replaced_when_it_expires() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let first = admin.get("/profile/jwt").await.json()["jwt"].clone();
    assert_eq!(admin.get("/profile/jwt").await.json()["jwt"], first);
    running.co_op.advance_clock(Duration::from_secs(3700));
    let second = admin.get("/profile/jwt").await.json();
    assert_ne!(second["jwt"], first);
    assert_eq!(second["cent_usr"], "admin");
    let reply = admin.call(PLAIN, second["jwt"].as_str().unwrap()).await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn missing_role_and_unknown_record_have_the_error_body() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let dispatcher = running.jwt("dispatcher").await;
    let reply = browser.call("/api/api_apps/1", &dispatcher).await;
    assert_eq!(reply.status, 403);
    assert_eq!(reply.json()["hydra:description"], "Access Denied.");
    let admin = running.jwt("admin").await;
    assert_eq!(browser.call("/api/api_apps/9999", &admin).await.status, 404);
    let request = browser
        .request(Method::GET, "/api/stores/9999")
        .header("accept", "application/json")
        .bearer_auth(&admin);
    let reply = browser.send(request).await.unwrap();
    assert_eq!(reply.status, 404);
    assert!(reply.kind.starts_with("application/problem+json"));
    assert_eq!(reply.json()["title"], "An error occurred");
}

#[tokio::test]
async fn unknown_paths_are_404_in_their_own_shape() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let api = browser.get("/api/nothing").await;
    assert_eq!(
        (api.status, api.json()["@type"].as_str()),
        (404, Some("hydra:Error"))
    );
    let page = browser.get("/admin/nothing").await;
    assert_eq!(page.status, 404);
    assert!(page.text.contains("Oops! An Error Occurred"));
}

#[tokio::test]
async fn person_and_app_are_told_apart() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let admin = running.jwt("admin").await;
    let me = browser.call(BEARER, &admin).await.json();
    assert_eq!(me["@context"], "/api/contexts/User");
    assert_eq!(me["username"], "admin");
}
