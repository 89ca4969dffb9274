//! A Store's deliveries, newest first (contract 2.4, 4.1).

use practice::{Act, Mode, Options};
use reqwest::Method;
use serde_json::{Value, json};

use super::browser::Running;

const PATH: &str = "/api/stores/1/deliveries";

fn arrive(running: &Running, store: i64, count: usize) {
    for _ in 0..count {
        let store = Some(store);
        running.co_op.act(&Act::CreateDelivery { store }).unwrap();
    }
}

fn ids(collection: &Value) -> Vec<i64> {
    let members = collection["hydra:member"].as_array().unwrap();
    members
        .iter()
        .map(|member| member["id"].as_i64().unwrap())
        .collect()
}

#[tokio::test]
async fn they_come_newest_first_by_thirty() {
    let running = Running::start().await;
    let jwt = running.jwt("dispatcher").await;
    let mut browser = running.browser();
    let empty = browser.call(PATH, &jwt).await.json();
    assert_eq!(
        (&empty["hydra:totalItems"], &empty["hydra:member"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(empty["hydra:view"], Value::Null);
    arrive(&running, 1, 20);
    arrive(&running, 2, 1);
    arrive(&running, 1, 12);
    let first = browser.call(PATH, &jwt).await.json();
    assert_eq!(first["@id"], PATH);
    assert_eq!(first["@context"], "/api/contexts/Delivery");
    assert_eq!(first["@type"], "hydra:Collection");
    assert_eq!(first["hydra:totalItems"], 32);
    let newest: Vec<i64> = (22..=33).rev().chain((3..=20).rev()).collect();
    assert_eq!(ids(&first), newest, "without number 21 of another Store");
    let next = first["hydra:view"]["hydra:next"].as_str().unwrap();
    assert_eq!(next, "/api/stores/1/deliveries?page=2");
    let last = browser.call(next, &jwt).await.json();
    assert_eq!(ids(&last), [2, 1]);
    assert_eq!(last["hydra:view"]["hydra:next"], Value::Null);
    let member = &last["hydra:member"][1];
    assert_eq!(member["@id"], "/api/deliveries/1");
    assert_eq!(member["store"], "/api/stores/1");
    assert_eq!(member["@context"], Value::Null);
    let alone = browser.call("/api/deliveries/1", &jwt).await.json();
    assert_eq!(alone["dropoff"], member["dropoff"]);
    assert!(alone["dropoff"]["address"]["streetAddress"].is_string());
}

#[tokio::test]
async fn an_order_of_a_plugin_is_among_them() {
    let running = Running::start().await;
    let mut plugin = running.browser();
    let token = running
        .access_token(&running.pair(1).await, "deliveries")
        .await;
    arrive(&running, 1, 1);
    let order = json!({"dropoff": {"address": {"streetAddress": "1 rue du Timbre"}}});
    let request = plugin
        .request(Method::POST, "/api/deliveries")
        .header("content-type", "application/ld+json")
        .bearer_auth(&token)
        .body(order.to_string());
    assert_eq!(plugin.send(request).await.unwrap().status, 201);
    let found = plugin.call(PATH, &token).await.json();
    assert_eq!(ids(&found), [2, 1]);
    assert_eq!(found["hydra:member"][0]["dropoff"], order["dropoff"]);
}

#[tokio::test]
async fn staff_the_owner_and_the_stores_own_app_read_them() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let mut boss = running.signed_in("boss").await;
    let own_key = boss
        .get("/admin/api/apps/42")
        .await
        .value_of("#api_app_apiKey");
    let other_key = boss
        .get("/admin/api/apps/9")
        .await
        .value_of("#api_app_apiKey");
    assert!(own_key.starts_with("ak_") && other_key.starts_with("ak_"));
    let of_app = async |app, scope| running.access_token(&running.pair(app).await, scope).await;
    let callers = [
        (running.jwt("admin").await, 200),
        (running.jwt("dispatcher").await, 200),
        (running.jwt("shop").await, 200),
        (running.jwt("courier").await, 403),
        (of_app(1, "deliveries").await, 200),
        (of_app(2, "deliveries").await, 403),
        (own_key, 200),
        (other_key, 403),
        ("ak_nobody".to_owned(), 401),
    ];
    for (index, (token, status)) in callers.iter().enumerate() {
        let reply = browser.call(PATH, token).await;
        assert_eq!(reply.status, *status, "caller {index}");
    }
    let tasks = of_app(3, "tasks").await;
    let path = "/api/stores/3/deliveries";
    assert_eq!(browser.call(path, &tasks).await.status, 403);
    assert_eq!(browser.get(PATH).await.status, 401);
    let shop = &callers[2].0;
    let others = browser.call("/api/stores/2/deliveries", shop).await;
    assert_eq!(others.status, 403);
}

#[tokio::test]
async fn a_deleted_store_has_none() {
    let running = Running::start().await;
    let jwt = running.jwt("admin").await;
    let mut browser = running.browser();
    for path in ["/api/stores/12/deliveries", "/api/stores/999/deliveries"] {
        assert_eq!(browser.call(path, &jwt).await.status, 404, "{path}");
    }
    let act = Act::CreateDelivery { store: Some(12) };
    assert!(running.co_op.act(&act).is_err());
}

#[tokio::test]
async fn without_a_number_the_newest_store_gets_the_order() {
    let running = Running::start_with(Options {
        mode: Some(Mode::BeforeScopes),
        ..Options::default()
    })
    .await;
    let act: Act = serde_json::from_value(json!({"act": "create_delivery"})).unwrap();
    running.co_op.act(&act).unwrap();
    let jwt = running.jwt("admin").await;
    let path = "/api/stores/48/deliveries";
    let found = running.browser().call(path, &jwt).await.json();
    assert_eq!(ids(&found), [1]);
}
