//! Every row of 6.3 in every flavour and both languages: statuses and shapes are the same, texts are
//! not.

use std::collections::BTreeSet;

use practice::{Flavour, ShopAct, ShopLanguage, ShopOptions, ShopRole};

use super::browser::{AJAX, Browser, Reply};
use super::running::Running;

const FLAVOURS: [Flavour; 3] = [Flavour::A, Flavour::B, Flavour::C];

const LANGUAGES: [ShopLanguage; 2] = [ShopLanguage::English, ShopLanguage::French];

type Change<'a> = (&'a str, Option<&'a str>);

async fn post(browser: &mut Browser, nonce: &str, change: Change<'_>) -> Reply {
    let mut fields = vec![
        ("action", "woocommerce_update_api_key"),
        ("security", nonce),
        ("description", "Delivery"),
        ("user", "2"),
        ("permissions", "read"),
    ];
    fields.retain(|(name, _)| *name != change.0);
    fields.extend(change.1.map(|value| (change.0, value)));
    browser.post(AJAX, &fields).await
}

/// The messages of every refusal in JSON, which must be 200.
async fn refusals(running: &Running) -> Vec<String> {
    let long = "x".repeat(201);
    let changes = [
        ("description", None),
        ("user", None),
        ("permissions", None),
        ("user", Some("3")),
        ("description", Some(long.as_str())),
    ];
    let mut manager = running.signed_in("malik").await;
    let nonce = manager.form("&create-key=1").await.ajax_nonce();
    let mut messages = Vec::new();
    for change in changes {
        let reply = post(&mut manager, &nonce, change).await;
        let body = reply.json();
        assert_eq!((reply.status, &body["success"]), (200, &false.into()));
        messages.push(body["data"]["message"].as_str().unwrap().to_owned());
    }
    messages
}

#[tokio::test]
async fn refusals_in_json_have_a_message_each_in_the_language_of_who_asks() {
    let mut told = Vec::new();
    for flavour in FLAVOURS {
        for language in LANGUAGES {
            let running = Running::start_with(ShopOptions::of(flavour)).await;
            let language = Some(language);
            let act = ShopAct::SetLanguage { id: 2, language };
            running.shop.act(&act).unwrap();
            let messages = refusals(&running).await;
            let different: BTreeSet<&String> = messages.iter().collect();
            assert_eq!(different.len(), 5, "{messages:?}");
            told.push(messages);
            assert_eq!(running.shop.keys().unwrap().len(), 6);
        }
    }
    assert!(
        told[0] == told[2] && told[0] == told[4],
        "versions say the same"
    );
    assert!(
        told[0]
            .iter()
            .zip(&told[1])
            .all(|(english, french)| english != french)
    );
}

#[tokio::test]
async fn refusals_without_json_are_the_same_everywhere() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let mut manager = running.signed_in("malik").await;
        let nonce = manager.form("&create-key=1").await.ajax_nonce();
        let blank = post(&mut manager, &nonce, ("description", Some(" \t ")))
            .await
            .json();
        assert_eq!(
            (&blank["success"], &blank["data"]["description"]),
            (&true.into(), &"".into())
        );
        let reply = post(&mut manager, "0123456789", ("", None)).await;
        assert_eq!((reply.status, reply.text.as_str()), (403, "-1"));
        let role = ShopRole::Customer;
        running
            .shop
            .act(&ShopAct::ChangeRole { id: 2, role })
            .unwrap();
        let reply = post(&mut manager, &nonce, ("", None)).await;
        assert_eq!((reply.status, reply.text.as_str()), (200, "-1"));
        running.shop.act(&ShopAct::ExpireSessions).unwrap();
        let reply = post(&mut manager, &nonce, ("", None)).await;
        assert_eq!((reply.status, reply.text.as_str()), (400, "0"));
        assert!(reply.kind.starts_with("text/html"));
    }
}
