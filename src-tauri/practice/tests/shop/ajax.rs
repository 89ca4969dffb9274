//! Creating and updating by ajax (contract 6), every row of 6.3.

use std::fmt::Write;

use practice::{Flavour, Permission, ShopLanguage, ShopOptions};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

use super::browser::{AJAX, Browser, Reply};
use super::running::Running;

/// The fields of a creation that succeeds, but for these.
async fn post(browser: &mut Browser, changes: &[(&str, Option<&str>)]) -> Reply {
    let nonce = browser.form("&create-key=1").await.ajax_nonce();
    let mut fields = vec![
        ("action", "woocommerce_update_api_key"),
        ("security", nonce.as_str()),
        ("key_id", "0"),
        ("description", "Delivery"),
        ("user", "1"),
        ("permissions", "read_write"),
    ];
    for (name, value) in changes {
        fields.retain(|(found, _)| found != name);
        fields.extend(value.map(|value| (*name, value)));
    }
    browser.post(AJAX, &fields).await
}

#[track_caller]
fn message(reply: &Reply) -> String {
    assert_eq!(reply.status, 200);
    let body = reply.json();
    assert_eq!(body["success"], false);
    body["data"]["message"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn creation_tells_the_pair_once_and_no_number() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let mut admin = running.signed_in("anne").await;
        let reply = post(&mut admin, &[]).await;
        let body = reply.json();
        assert_eq!((reply.status, &body["success"]), (200, &true.into()));
        let data = &body["data"];
        let key = data["consumer_key"].as_str().unwrap();
        let secret = data["consumer_secret"].as_str().unwrap();
        for (value, start) in [(key, "ck_"), (secret, "cs_")] {
            let rest = value.strip_prefix(start).unwrap();
            assert_eq!(rest.len(), 40);
            assert!(
                rest.bytes()
                    .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            );
        }
        assert_eq!(data["truncated_key"], &key[36..]);
        assert_eq!(data["user_id"], 1);
        assert!(data.get("key_id").is_none());
        let link = data["revoke_url"].as_str().unwrap();
        assert!(link.starts_with("<a style=\""), "{link}");
        assert_eq!(link.contains("var(--"), flavour == Flavour::A);
        assert!(link.contains("&#038;revoke-key=7&#038;_wpnonce="), "{link}");
        assert!(running.shop.opens(key, secret).unwrap());
        let made = running.shop.keys().unwrap().pop().unwrap();
        assert_eq!(
            (made.made_by.as_deref(), made.last_access),
            (Some("anne"), None)
        );
    }
}

#[tokio::test]
async fn missing_fields_are_named_one_at_a_time() {
    for (language, name) in [
        (ShopLanguage::English, "Description is missing."),
        (ShopLanguage::French, "La description est manquante."),
    ] {
        let running = Running::start_with(ShopOptions {
            language: Some(language),
            ..ShopOptions::default()
        })
        .await;
        let mut admin = running.signed_in("anne").await;
        for value in [None, Some(""), Some("0")] {
            assert_eq!(
                message(&post(&mut admin, &[("description", value)]).await),
                name
            );
        }
    }
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    for value in [None, Some("0"), Some("")] {
        assert_eq!(
            message(&post(&mut admin, &[("user", value)]).await),
            "User is missing."
        );
    }
    let reply = post(&mut admin, &[("permissions", None)]).await;
    assert_eq!(message(&reply), "Permissions is missing.");
    assert_eq!(running.shop.keys().unwrap().len(), 6);
}

#[tokio::test]
async fn owner_that_is_not_theirs_is_refused() {
    let running = Running::start().await;
    let mut manager = running.signed_in("malik").await;
    let reply = post(&mut manager, &[("user", Some("1"))]).await;
    assert!(message(&reply).contains("ce compte"), "in his own language");
    running
        .shop
        .act(&practice::ShopAct::SetLanguage {
            id: 2,
            language: None,
        })
        .unwrap();
    let reply = post(&mut manager, &[("user", Some("3"))]).await;
    assert_eq!(
        message(&reply),
        "You do not have permission to assign API Keys to the selected user."
    );
}

#[tokio::test]
async fn overlong_description_fails_when_new_and_is_ignored_when_not() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let long = "é".repeat(201);
    let reply = post(&mut admin, &[("description", Some(&long))]).await;
    assert_eq!(
        message(&reply),
        "There was an error generating your API Key."
    );
    let reply = post(&mut admin, &[("description", Some(&long[2..]))]).await;
    assert_eq!(reply.json()["success"], true, "200 characters fit");
    let before = running.shop.keys().unwrap()[0].clone();
    let changes = [
        ("key_id", Some("1")),
        ("description", Some(long.as_str())),
        ("permissions", Some("write")),
    ];
    assert_eq!(post(&mut admin, &changes).await.json()["success"], true);
    assert_eq!(
        running.shop.keys().unwrap()[0],
        before,
        "nothing was stored"
    );
}

#[tokio::test]
async fn descriptions_are_cleaned() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let cases = [
        ("   ", ""),
        ("  two \t words\n ", "two words"),
        ("<b>bold</b> shop", "bold shop"),
        ("a < b", "a &lt; b"),
        ("un < l'autre", "un &lt; l&#039;autre"),
        ("l’été – 100 €", "l’été – 100 €"),
    ];
    for (typed, kept) in cases {
        let body = post(&mut admin, &[("description", Some(typed))])
            .await
            .json();
        assert_eq!(
            (&body["success"], &body["data"]["description"]),
            (&true.into(), &kept.into())
        );
        assert_eq!(
            running.shop.keys().unwrap().pop().unwrap().description,
            kept
        );
    }
    let shown = admin
        .get(super::browser::KEYS)
        .await
        .texts(".column-title strong");
    for typed in ["a < b", "un < l'autre", "l’été – 100 €"] {
        assert!(
            shown.contains(&typed.to_owned()),
            "shown as it was typed: {shown:?}"
        );
    }
}

#[tokio::test]
async fn odd_owners_and_permissions_are_taken() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let cases = [
        ("carla", "read_write", 0, Permission::ReadWrite),
        ("4711", "write", 4711, Permission::Write),
        ("4", "everything", 4, Permission::Read),
        ("4", "READ_WRITE", 4, Permission::Read),
    ];
    for (user, permissions, owner, permission) in cases {
        let reply = post(
            &mut admin,
            &[("user", Some(user)), ("permissions", Some(permissions))],
        )
        .await;
        let body = reply.json();
        assert_eq!(
            (&body["success"], &body["data"]["user_id"]),
            (&true.into(), &owner.into())
        );
        assert_eq!(body["data"]["permissions"], permission.as_str());
        let made = running.shop.keys().unwrap().pop().unwrap();
        assert_eq!((made.owner, made.permission), (owner, permission));
    }
}

#[tokio::test]
async fn key_number_may_be_left_out_and_parts_may_be_sent_as_multipart() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    assert_eq!(
        post(&mut admin, &[("key_id", None)]).await.json()["success"],
        true
    );
    let nonce = admin.form("&create-key=1").await.ajax_nonce();
    let fields = [
        ("action", "woocommerce_update_api_key"),
        ("security", nonce.as_str()),
        ("description", "Parts"),
        ("user", "1"),
        ("permissions", "read"),
    ];
    let mut body = String::new();
    for (name, value) in fields {
        write!(
            body,
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        )
        .unwrap();
    }
    body.push_str("--edge--\r\n");
    let request = admin
        .request(Method::POST, AJAX)
        .header(CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .body(body);
    assert_eq!(admin.send(request).await.unwrap().json()["success"], true);
    let json = serde_json::json!({"action": "woocommerce_update_api_key", "security": nonce});
    let request = admin
        .request(Method::POST, AJAX)
        .header(CONTENT_TYPE, "application/json")
        .body(json.to_string());
    let reply = admin.send(request).await.unwrap();
    assert_eq!((reply.status, reply.text.as_str()), (400, "0"));
    let query = format!(
        "{AJAX}?action=woocommerce_update_api_key&security={nonce}&description=x&user=1&permissions=read"
    );
    assert_eq!(
        message(&admin.post(&query, &[]).await),
        "Description is missing."
    );
}

#[tokio::test]
async fn bad_nonces_are_403_and_minus_one() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let foreign = running
        .signed_in("anne")
        .await
        .form("&create-key=1")
        .await
        .ajax_nonce();
    let bulk = admin
        .get(super::browser::KEYS)
        .await
        .attribute(r#"input[name="_wpnonce"]"#, "value");
    for nonce in [
        None,
        Some(""),
        Some("0123456789"),
        Some(foreign.as_str()),
        Some(bulk.as_str()),
    ] {
        let reply = post(&mut admin, &[("security", nonce)]).await;
        assert_eq!((reply.status, reply.text.as_str()), (403, "-1"));
        assert!(reply.kind.starts_with("text/html"));
    }
    assert_eq!(running.shop.keys().unwrap().len(), 6);
}

#[tokio::test]
async fn good_nonce_without_the_right_is_200_and_minus_one() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let nonce = admin.form("&create-key=1").await.ajax_nonce();
    let role = practice::ShopRole::Editor;
    running
        .shop
        .act(&practice::ShopAct::ChangeRole { id: 1, role })
        .unwrap();
    let fields = [
        ("action", "woocommerce_update_api_key"),
        ("security", &nonce),
        ("description", "x"),
        ("user", "1"),
        ("permissions", "read"),
    ];
    let reply = admin.post(AJAX, &fields).await;
    assert_eq!((reply.status, reply.text.as_str()), (200, "-1"));
    running
        .shop
        .act(&practice::ShopAct::ExpireSessions)
        .unwrap();
    let reply = admin.post(AJAX, &fields).await;
    assert_eq!((reply.status, reply.text.as_str()), (400, "0"));
}

#[tokio::test]
async fn update_changes_rights_at_once_and_keeps_the_pair() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let pair = running.pair(1, Permission::Read);
    let changes = [
        ("key_id", Some("7")),
        ("description", Some("Renamed")),
        ("permissions", Some("write")),
    ];
    let body = post(&mut admin, &changes).await.json();
    assert_eq!(body["success"], true);
    let data = &body["data"];
    assert_eq!(
        (&data["consumer_key"], &data["consumer_secret"]),
        (&"".into(), &"".into())
    );
    assert!(data.get("revoke_url").is_none());
    let key = running.shop.keys().unwrap().pop().unwrap();
    assert_eq!(
        (key.description.as_str(), key.permission),
        ("Renamed", Permission::Write)
    );
    assert!(running.shop.opens(&pair.0, &pair.1).unwrap());
    let reply = running
        .browser()
        .call(Method::GET, "/wp-json/wc/v3/data", &pair)
        .await;
    assert_eq!(reply.status, 401);
    let changes = [("key_id", Some("4711")), ("description", Some("Nothing"))];
    assert_eq!(
        post(&mut admin, &changes).await.json()["success"],
        true,
        "even for no key"
    );
    assert_eq!(running.shop.keys().unwrap().len(), 7);
}
