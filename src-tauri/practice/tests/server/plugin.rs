//! What shop plugins do (contract 6.6).

use reqwest::Method;
use serde_json::{Value, json};

use super::browser::{Browser, Reply, Running};

async fn send(browser: &mut Browser, token: &str, body: &Value) -> Reply {
    let request = browser
        .request(Method::POST, "/api/deliveries")
        .header("content-type", "application/ld+json")
        .bearer_auth(token)
        .body(body.to_string());
    browser.send(request).await.unwrap()
}

#[tokio::test]
async fn saving_the_settings_of_the_wordpress_plugin_succeeds() {
    let running = Running::start().await;
    let pair = running.pair(1).await;
    let mut plugin = running.browser();
    let request = plugin
        .request(Method::GET, "/api")
        .header("content-type", "application/json");
    let entrypoint = plugin.send(request).await.unwrap();
    assert_eq!(entrypoint.json()["@context"], "/api/contexts/Entrypoint");
    let request = plugin
        .request(Method::POST, "/oauth2/token")
        .basic_auth(&pair.0, Some(&pair.1))
        .header("content-type", "application/x-www-form-urlencoded")
        .body("grant_type=client_credentials&scope=deliveries");
    let token = plugin.send(request).await.unwrap();
    assert_eq!(token.status, 200);
    let token = token.json()["access_token"].as_str().unwrap().to_owned();
    let me = plugin.call("/api/me", &token).await.json();
    assert_eq!(
        (&me["@context"], &me["name"]),
        (&json!("/api/contexts/ApiApp"), &json!("Boutique en ligne"))
    );
    let store = plugin
        .call(me["store"].as_str().unwrap(), &token)
        .await
        .json();
    let slot = plugin
        .call(store["timeSlot"].as_str().unwrap(), &token)
        .await;
    assert_eq!(slot.status, 200);
}

#[tokio::test]
async fn order_becomes_a_delivery_of_the_store() {
    let running = Running::start().await;
    let mut plugin = running.browser();
    let token = running
        .access_token(&running.pair(1).await, "deliveries")
        .await;
    let order = json!({"dropoff": {"address": {"streetAddress": "1 rue du Timbre"}}});
    let made = send(&mut plugin, &token, &order).await;
    assert_eq!(made.status, 201);
    let path = made.json()["@id"].as_str().unwrap().to_owned();
    assert_eq!(
        plugin.call(&path, &token).await.json()["store"],
        "/api/stores/1"
    );
    let incomplete = send(&mut plugin, &token, &json!({})).await;
    assert_eq!(incomplete.status, 400);
    assert_eq!(incomplete.json()["@type"], "ConstraintViolationList");
    let other = running
        .access_token(&running.pair(2).await, "deliveries")
        .await;
    assert_eq!(plugin.call(&path, &other).await.status, 403);
    let tasks = running.access_token(&running.pair(18).await, "tasks").await;
    assert_eq!(send(&mut plugin, &tasks, &order).await.status, 403);
}

#[tokio::test]
async fn ak_key_works_on_bearer_paths_only() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let key = admin
        .get("/admin/api/apps/9")
        .await
        .value_of("#api_app_apiKey");
    let me = admin.call("/api/me", &key).await.json();
    assert_eq!(me["store"], "/api/stores/9");
    assert_eq!(admin.call("/api/stores/9", &key).await.status, 200);
    assert_eq!(admin.call("/api/stores", &key).await.status, 401);
    let order = json!({"dropoff": {"address": {"streetAddress": "1 rue du Timbre"}}});
    assert_eq!(send(&mut admin, &key, &order).await.status, 201);
}
