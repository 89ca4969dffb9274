//! What the site answers to requests that make and change keys, row by row (contract 6), whoever
//! asks: the rows that our own client never causes as well.

use super::shop_curl::{AJAX, Answer, ShopCurl};
use super::shop_stage::{ANNE, MALIK, ShopStage, every_kind};
use practice::{Permission, ShopAct, ShopRole};
use reqwest::Method;
use serde_json::json;

const GOOD: [(&str, &str); 3] = [
    ("description", "Lavande Delivery"),
    ("user", "1"),
    ("permissions", "read_write"),
];

/// The good fields with that one changed, or left out.
fn with<'a>(name: &str, value: Option<&'a str>) -> Vec<(&'static str, &'a str)> {
    let fields = GOOD.into_iter();
    fields
        .filter_map(|(each, good)| match value {
            _ if each != name => Some((each, good)),
            Some(value) => Some((each, value)),
            None => None,
        })
        .collect()
}

fn assert_refused(answer: &Answer, what: &str) {
    assert_eq!(answer.status, 200, "{what}");
    let body = answer.json();
    assert_eq!(body["success"], json!(false), "{what}");
    let message = body["data"]["message"].as_str().unwrap();
    assert!(!message.is_empty(), "{what}");
}

fn assert_html(answer: &Answer, status: u16, body: &str, what: &str) {
    assert_eq!((answer.status, &*answer.text), (status, body), "{what}");
    assert!(answer.kind.starts_with("text/html"), "{what}");
}

#[tokio::test]
async fn a_made_key_is_told_without_its_number() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let nonce = curl.nonce().await;
        assert_eq!(nonce.len(), 10);
        let answer = curl.ajax(&nonce, &GOOD).await;
        assert!(answer.kind.starts_with("application/json"));
        let body = answer.json();
        assert_eq!(body["success"], json!(true));
        let data = &body["data"];
        let word = |name: &str| data[name].as_str().unwrap().to_owned();
        assert!(keys::has_consumer_shape(&word("consumer_key"), "ck_"));
        assert!(keys::has_consumer_shape(&word("consumer_secret"), "cs_"));
        assert!(word("consumer_key").ends_with(&word("truncated_key")));
        assert_eq!(word("truncated_key").len(), 7);
        assert_eq!(data["user_id"], json!(1));
        assert_eq!(word("description"), "Lavande Delivery");
        assert_eq!(word("permissions"), "read_write");
        assert!(data.get("key_id").is_none() && data.get("id").is_none());
        let id = stage.made("Lavande Delivery")[0].id;
        let link = word("revoke_url");
        assert!(
            link.contains(&format!("revoke-key={id}&#038;_wpnonce=")),
            "{link}"
        );
        assert!(link.starts_with("<a "), "{link}");
    }
}

#[tokio::test]
async fn every_row_of_failures_is_answered_as_observed() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let nonce = curl.nonce().await;
        let count = stage.live().len();
        let long = "é".repeat(201);
        for (name, value) in [
            ("description", None),
            ("description", Some("")),
            ("description", Some("0")),
            ("description", Some(&*long)),
            ("user", None),
            ("user", Some("0")),
            ("permissions", None),
        ] {
            let answer = curl.ajax(&nonce, &with(name, value)).await;
            assert_refused(&answer, name);
        }
        let mut manager = ShopCurl::signed_in(&stage, "malik").await;
        let managers = manager.nonce().await;
        let answer = manager.ajax(&managers, &with("user", Some("1"))).await;
        assert_refused(&answer, "an owner who is not allowed");
        for wrong in ["", "0123456789", &*managers] {
            let answer = curl.ajax(wrong, &GOOD).await;
            assert_html(&answer, 403, "-1", wrong);
        }
        let mut again = ShopCurl::signed_in(&stage, "anne").await;
        let answer = again.ajax(&nonce, &GOOD).await;
        assert_html(&answer, 403, "-1", "a nonce of another session");
        let role = ShopRole::Customer;
        stage.act(&ShopAct::ChangeRole { id: MALIK, role });
        let answer = manager.ajax(&managers, &with("user", Some("2"))).await;
        assert_html(&answer, 200, "-1", "the right is gone");
        let answer = ShopCurl::new(&stage).ajax(&nonce, &GOOD).await;
        assert_html(&answer, 400, "0", "not signed in");
        stage.switch(|mode| mode.woocommerce_off = true);
        let answer = curl.ajax(&nonce, &GOOD).await;
        assert_html(&answer, 400, "0", "WooCommerce is off");
        assert_eq!(stage.live().len(), count);
    }
}

#[tokio::test]
async fn only_the_fields_of_a_form_are_read() {
    let stage = ShopStage::start().await;
    let mut curl = ShopCurl::signed_in(&stage, "anne").await;
    let nonce = curl.nonce().await;
    let query = format!(
        "{AJAX}?action=woocommerce_update_api_key&security={nonce}&description=x&user=1&permissions=read"
    );
    assert_refused(&curl.post(&query, &[]).await, "in the query");
    let body = json!({"action": "woocommerce_update_api_key", "security": nonce});
    let request = curl.request(Method::POST, AJAX);
    let request = request
        .header("content-type", "application/json")
        .body(body.to_string());
    assert_html(&curl.send(request).await, 400, "0", "JSON");
}

#[tokio::test]
async fn the_site_says_yes_to_more_than_it_does() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let nonce = curl.nonce().await;
        let succeeds = |answer: &Answer| assert_eq!(answer.json()["success"], json!(true));
        // An unknown permission becomes reading, a strange owner nobody, white space nothing.
        succeeds(&curl.ajax(&nonce, &with("permissions", Some("Write"))).await);
        assert_eq!(stage.live()[0].permission, Permission::Read);
        succeeds(&curl.ajax(&nonce, &with("user", Some("anne"))).await);
        assert_eq!(stage.live()[0].owner, 0);
        succeeds(&curl.ajax(&nonce, &with("user", Some("777"))).await);
        assert_eq!(stage.live()[0].owner, 777);
        succeeds(&curl.ajax(&nonce, &with("description", Some("  \t"))).await);
        assert_eq!(stage.live()[0].description, "");
        let tidy = with("description", Some("  My\t <b>own</b>\n app "));
        succeeds(&curl.ajax(&nonce, &tidy).await);
        assert_eq!(stage.live()[0].description, "My own app");
        let before = stage.shop.keys().unwrap();
        // A key that is not there, and a description that does not fit.
        let mut missing = GOOD.to_vec();
        missing.push(("key_id", "99999"));
        succeeds(&curl.ajax(&nonce, &missing).await);
        let id = before.last().unwrap().id.to_string();
        let long = "x".repeat(201);
        let mut overlong = with("description", Some(&long));
        overlong.push(("key_id", &id));
        succeeds(&curl.ajax(&nonce, &overlong).await);
        assert_eq!(stage.shop.keys().unwrap(), before);
    }
}

#[tokio::test]
async fn an_update_keeps_the_pair_and_shows_none() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let pair = stage.pair(ANNE, Permission::ReadWrite);
        let id = stage.live()[0].id.to_string();
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let nonce = curl.nonce().await;
        let mut fields = with("permissions", Some("write"));
        fields.push(("key_id", &id));
        let body = curl.ajax(&nonce, &fields).await.json();
        assert_eq!(body["success"], json!(true));
        assert_eq!(body["data"]["consumer_key"], json!(""));
        assert_eq!(body["data"]["consumer_secret"], json!(""));
        let there = stage.live().remove(0);
        assert_eq!(there.permission, Permission::Write);
        assert_eq!(there.description, "Lavande Delivery");
        assert!(stage.shop.opens(&pair.key, &pair.secret).unwrap());
    }
}

/// The hole of contract 3 is there, so that a client which fell into it would be seen.
#[tokio::test]
async fn a_manager_could_take_over_a_key_of_an_administrator() {
    let stage = ShopStage::start().await;
    let live = stage.live();
    let id = live.iter().find(|key| key.owner == ANNE).unwrap().id;
    let mut manager = ShopCurl::signed_in(&stage, "malik").await;
    let nonce = manager.nonce().await;
    let number = id.to_string();
    let mut fields = with("user", Some("2"));
    fields.push(("key_id", &number));
    assert_eq!(
        manager.ajax(&nonce, &fields).await.json()["success"],
        json!(true)
    );
    assert_eq!(stage.key(id).owner, MALIK);
}
