//! The page on which a key is made or changed (contract 5).

use practice::{Flavour, Permission, ShopAct, ShopOptions};

use super::browser::{AJAX, KEYS};
use super::running::Running;

#[tokio::test]
async fn add_page_has_everything_that_ajax_needs() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let page = running.signed_in("anne").await.form("&create-key=1").await;
        let script = page.script();
        assert_eq!(script["ajax_url"], format!("{}{AJAX}", running.https));
        assert_eq!(page.script_line().contains("\\/"), flavour == Flavour::C);
        let nonce = page.ajax_nonce();
        assert!(nonce.len() == 10 && nonce.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_eq!(page.attribute("input#key_id", "value"), "0");
        assert_eq!(page.attribute("#key_user option[selected]", "value"), "1");
        let label = page.text_of("#key_user option");
        assert_eq!(label, "Anne Tilleul (#1 – anne@tilleuls.example)");
        let values = page.attributes("#key_permissions option", "value");
        assert_eq!(values, ["read", "write", "read_write"]);
        assert_eq!(
            page.attribute("#key_permissions option[selected]", "value"),
            "read"
        );
        assert_eq!(page.attribute("#key_description", "maxlength"), "200");
        assert_eq!(page.count("code"), 0);
    }
}

#[tokio::test]
async fn edit_page_shows_the_key_and_its_owner() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let (key, _) = running
        .shop
        .make_key(4, "Quoted \"name\"", Permission::Write)
        .unwrap();
    let page = admin.form("&edit-key=7").await;
    assert_eq!(page.attribute("#key_id", "value"), "7");
    assert_eq!(
        page.attribute("#key_description", "value"),
        "Quoted \"name\""
    );
    assert_eq!(page.attribute("#key_user option[selected]", "value"), "4");
    assert_eq!(
        page.attribute("#key_permissions option[selected]", "value"),
        "write"
    );
    assert_eq!(page.text_of("code"), format!("…{}", &key[36..]));
    assert!(
        page.attribute(r#"a[href*="revoke-key"]"#, "href")
            .contains("&revoke-key=7&_wpnonce=")
    );
    let nonce = admin.form("&create-key=1").await.ajax_nonce();
    assert_eq!(page.ajax_nonce(), nonce, "the same on both pages");
}

#[tokio::test]
async fn edit_page_of_a_number_without_a_key_lacks_only_the_seven_characters() {
    let running = Running::start().await;
    let page = running.signed_in("anne").await.form("&edit-key=4711").await;
    assert_eq!(page.attribute("#key_id", "value"), "4711");
    assert_eq!(page.attribute("#key_description", "value"), "");
    assert_eq!(page.attribute("#key_user option[selected]", "value"), "1");
    assert_eq!(page.text_of("code"), "…");
}

#[tokio::test]
async fn nonces_differ_by_purpose_and_by_session() {
    let running = Running::start().await;
    let mut one = running.signed_in("anne").await;
    let mut other = running.signed_in("anne").await;
    let page = one.form("&edit-key=1").await;
    let revoke = page.attribute(r#"a[href*="revoke-key"]"#, "href");
    let ajax = page.ajax_nonce();
    assert!(!revoke.ends_with(&ajax));
    let bulk = one
        .get(KEYS)
        .await
        .attributes(r#"input[name="_wpnonce"]"#, "value")
        .pop()
        .unwrap();
    assert!(bulk != ajax && !revoke.ends_with(&bulk));
    assert_ne!(other.form("&edit-key=1").await.ajax_nonce(), ajax);
}

#[tokio::test]
async fn nonce_dies_within_a_day() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let nonce = admin.form("&create-key=1").await.ajax_nonce();
    let fields = |nonce| {
        [
            ("action", "woocommerce_update_api_key"),
            ("security", nonce),
            ("description", "Late"),
            ("user", "1"),
            ("permissions", "read"),
        ]
    };
    running
        .shop
        .advance_clock(std::time::Duration::from_hours(11));
    assert_eq!(admin.post(AJAX, &fields(&nonce)).await.status, 200);
    running
        .shop
        .advance_clock(std::time::Duration::from_hours(13));
    assert_eq!(admin.post(AJAX, &fields(&nonce)).await.status, 403);
    let fresh = admin.form("&create-key=1").await.ajax_nonce();
    assert_eq!(admin.post(AJAX, &fields(&fresh)).await.status, 200);
}

#[tokio::test]
async fn owners_are_found_by_number_and_by_name() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let page = admin.form("&create-key=1").await;
    let (_, rest) = page
        .text
        .split_once(r#""search_customers_nonce":""#)
        .unwrap();
    let nonce = rest[..10].to_owned();
    let target = |term: &str| {
        format!("{AJAX}?action=woocommerce_json_search_customers&term={term}&security={nonce}")
    };
    let carla = serde_json::json!({"4": "Carla Noisette (#4 &ndash; carla@tilleuls.example)"});
    for term in ["4", "noisette", "carla%40"] {
        assert_eq!(admin.get(&target(term)).await.json(), carla, "{term}");
    }
    assert_eq!(
        admin.get(&target("nobody")).await.json(),
        serde_json::json!([])
    );
    let bad = format!("{AJAX}?action=woocommerce_json_search_customers&term=4&security=0123456789");
    let reply = admin.get(&bad).await;
    assert_eq!((reply.status, reply.text.as_str()), (403, "-1"));
}

#[tokio::test]
async fn key_of_a_deleted_person_can_be_opened() {
    let running = Running::start().await;
    running.shop.act(&ShopAct::DeleteUser { id: 4 }).unwrap();
    let page = running.signed_in("malik").await.form("&edit-key=4").await;
    assert_eq!(page.attribute("#key_user option[selected]", "value"), "4");
    assert_eq!(page.count("#key_description"), 1);
}
