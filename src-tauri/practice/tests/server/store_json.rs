//! Stores as JSON (contract 4.1, 4.2, 11.15).

use reqwest::Method;
use serde_json::{Value, json};

use super::browser::{Browser, Reply, Running};

async fn change(browser: &mut Browser, id: i64, token: &str, body: &Value) -> Reply {
    let request = browser
        .request(Method::PATCH, &format!("/api/stores/{id}"))
        .header("content-type", "application/merge-patch+json")
        .header("accept", "application/ld+json")
        .bearer_auth(token)
        .body(body.to_string());
    browser.send(request).await.unwrap()
}

#[tokio::test]
async fn collection_pages_by_thirty_and_links_to_the_next() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let token = running.jwt("dispatcher").await;
    let first = browser.call("/api/stores", &token).await.json();
    assert_eq!(first["hydra:totalItems"], 47);
    assert_eq!(first["hydra:member"].as_array().unwrap().len(), 30);
    let view = &first["hydra:view"];
    assert_eq!(view["@type"], "hydra:PartialCollectionView");
    let next = view["hydra:next"].as_str().unwrap().to_owned();
    assert_eq!(view["hydra:last"], next.as_str());
    let last = browser.call(&next, &token).await.json();
    assert_eq!(last["hydra:member"].as_array().unwrap().len(), 17);
    assert!(last["hydra:view"].get("hydra:next").is_none());
    assert!(last["hydra:view"]["hydra:previous"].is_string());
    let beyond = browser.call("/api/stores?page=9", &token).await;
    assert_eq!(
        (beyond.status, &beyond.json()["hydra:member"]),
        (200, &json!([]))
    );
}

#[tokio::test]
async fn page_size_is_capped_and_deleted_stores_are_hidden() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let token = running.jwt("admin").await;
    let mut admin = running.signed_in("boss").await;
    for number in 0..60 {
        let form = admin.form("/admin/stores/new", "store").await;
        let form = form.with_store(&format!("More {number}"));
        admin.submit("/admin/stores/new", &form).await;
    }
    let page = browser
        .call("/api/stores?itemsPerPage=500", &token)
        .await
        .json();
    let members = page["hydra:member"].as_array().unwrap();
    assert_eq!(members.len(), 100);
    let ids: Vec<i64> = members
        .iter()
        .map(|member| member["id"].as_i64().unwrap())
        .collect();
    assert!(ids.is_sorted() && !ids.contains(&12));
    assert!(
        members
            .iter()
            .all(|member| member.get("@context").is_none())
    );
    assert!(
        page["hydra:view"]["hydra:next"]
            .as_str()
            .unwrap()
            .contains("itemsPerPage=500")
    );
    assert_eq!(
        browser
            .call("/api/stores?itemsPerPage=-1", &token)
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn one_page_has_no_links_and_no_view_unasked() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let token = running.jwt("admin").await;
    for id in 20..=48 {
        let request = browser
            .request(Method::DELETE, &format!("/api/stores/{id}"))
            .bearer_auth(&token);
        assert_eq!(browser.send(request).await.unwrap().status, 204);
    }
    let plain = browser.call("/api/stores", &token).await.json();
    assert!(plain.get("hydra:view").is_none());
    let asked = browser.call("/api/stores?page=1", &token).await.json();
    assert_eq!(asked["hydra:view"].as_object().unwrap().len(), 2);
}

#[tokio::test]
async fn members_have_every_key_of_the_contract() {
    let running = Running::start().await;
    let token = running.jwt("admin").await;
    let store = running.browser().call("/api/stores/1", &token).await.json();
    let keys = [
        "@context",
        "@id",
        "@type",
        "id",
        "name",
        "enabled",
        "address",
        "timeSlot",
        "timeSlots",
        "pricingRuleSet",
        "prefillPickupAddress",
        "weightRequired",
        "packagesRequired",
        "multiDropEnabled",
        "multiPickupEnabled",
        "cashOnDeliveryEnabled",
    ];
    for key in keys {
        assert!(store.get(key).is_some(), "{key}");
    }
    assert!(store["address"]["geo"]["latitude"].is_number());
    assert!(store.get("telephone").is_none() && store.get("legalName").is_none());
}

#[tokio::test]
async fn plain_json_is_a_bare_list() {
    let running = Running::start().await;
    let token = running.jwt("admin").await;
    let mut browser = running.browser();
    let request = browser
        .request(Method::GET, "/api/stores")
        .header("accept", "application/json")
        .bearer_auth(&token);
    let body = browser.send(request).await.unwrap().json();
    assert_eq!(body.as_array().unwrap().len(), 30);
    assert!(body[0].get("@id").is_none());
}

#[tokio::test]
async fn patch_sets_names_and_time_slots() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let token = running.jwt("admin").await;
    let body = json!({"name": "Épi", "timeSlot": "/api/time_slots/2"});
    let reply = change(&mut browser, 1, &token, &body).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.json()["name"], "Épi");
    assert_eq!(reply.json()["timeSlot"], "/api/time_slots/2");
    let body = json!({"timeSlots": ["/api/time_slots/3"]});
    let reply = change(&mut browser, 1, &token, &body).await.json();
    assert_eq!(reply["timeSlots"], json!(["/api/time_slots/3"]));
    let body = json!({"timeSlots": ["/api/time_slots/99"]});
    assert_eq!(change(&mut browser, 1, &token, &body).await.status, 400);
    let slots = browser.call("/api/time_slots", &token).await.json();
    assert_eq!(slots["hydra:member"][0]["@id"], "/api/time_slots/1");
    let dispatcher = running.jwt("dispatcher").await;
    assert_eq!(
        change(&mut browser, 1, &dispatcher, &json!({"name": "x"}))
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn deletion_hides_the_store_and_keeps_its_app() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let token = running.jwt("admin").await;
    let key = running.pair(1).await;
    let request = browser
        .request(Method::DELETE, "/api/stores/1")
        .bearer_auth(&token);
    assert_eq!(browser.send(request).await.unwrap().status, 204);
    assert_eq!(browser.call("/api/stores/1", &token).await.status, 404);
    let access = running.access_token(&key, "deliveries").await;
    assert_eq!(
        browser.call("/api/me", &access).await.json()["store"],
        "/api/stores/1"
    );
}

#[tokio::test]
async fn roles_decide_who_reads_stores() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let owner = running.jwt("shop").await;
    assert_eq!(browser.call("/api/stores", &owner).await.status, 403);
    assert_eq!(browser.call("/api/stores/1", &owner).await.status, 200);
    assert_eq!(browser.call("/api/stores/2", &owner).await.status, 403);
    let mine = browser.call("/api/me/stores", &owner).await.json();
    assert_eq!(mine["hydra:member"][0]["@id"], "/api/stores/1");
    let request = browser
        .request(Method::POST, "/api/stores")
        .bearer_auth(&owner);
    assert_eq!(browser.send(request).await.unwrap().status, 405);
}
