//! What the history tells of requests to the shop, and what it never tells.

use practice::{HistoryEntry, Permission};
use reqwest::Method;
use reqwest::header::AUTHORIZATION;

use super::browser::{KEYS, LOGIN};
use super::running::Running;

fn last(running: &Running) -> HistoryEntry {
    running.shop.history().remove(0)
}

#[tokio::test]
async fn scheme_account_and_form_fields_are_told() {
    let running = Running::start().await;
    running.plain_browser().get("/").await;
    let entry = last(&running);
    assert_eq!(
        (
            entry.scheme.as_str(),
            entry.method.as_str(),
            entry.path.as_str()
        ),
        ("http", "GET", "/")
    );
    let mut admin = running.signed_in("anne").await;
    let entry = last(&running);
    assert_eq!(
        (
            entry.scheme.as_str(),
            entry.status,
            entry.account.as_deref()
        ),
        ("https", 302, Some("anne"))
    );
    assert_eq!(entry.path, LOGIN);
    let names: Vec<&str> = entry
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(names, ["log", "pwd", "testcookie"]);
    assert!(entry.fields.iter().all(|field| field.value.is_none()));
    admin.create("Told", "1", "read").await;
    let entry = last(&running);
    assert_eq!(entry.account.as_deref(), Some("anne"));
    assert!(!entry.consumer_key, "names of forms are no keys: {entry:?}");
    admin.get(&format!("{KEYS}&edit-key=3")).await;
    assert!(last(&running).path.ends_with("section=keys&edit-key=3"));
}

#[tokio::test]
async fn nothing_secret_is_told() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut admin = running.signed_in("anne").await;
    let page = admin.get(KEYS).await;
    let link = page.attribute(r#"a.submitdelete[href*="revoke-key=3&"]"#, "href");
    let (_, nonce) = link.rsplit_once('=').unwrap();
    admin.get(&link).await;
    assert!(last(&running).path.ends_with("&revoke-key=3&_wpnonce=…"));
    let mut browser = running.browser();
    let data = "/wp-json/wc/v3/data";
    browser.call(Method::GET, data, &pair).await;
    browser
        .get(&format!(
            "{data}?consumer_key={}&consumer_secret={}",
            pair.0, pair.1
        ))
        .await;
    browser.get(&format!("{data}?{}={}", pair.0, pair.1)).await;
    browser
        .get(&format!("/{}/?_fields={}", pair.0, pair.1))
        .await;
    browser
        .post(data, &[(pair.0.as_str(), pair.1.as_str())])
        .await;
    let made = admin.create("Told", "1", "read").await.json();
    let secret = made["data"]["consumer_secret"].as_str().unwrap();
    let told = serde_json::to_string(&running.shop.history()).unwrap();
    for hidden in [
        &pair.0[3..],
        &pair.1[3..],
        nonce,
        secret,
        "anne@",
        "practice\"",
    ] {
        assert!(!told.contains(hidden), "{hidden}");
    }
    for shown in ["consumer_key=…", "consumer_secret=…"] {
        assert!(told.contains(shown), "{shown}");
    }
}

#[tokio::test]
async fn consumer_keys_are_noticed_wherever_they_are() {
    let running = Running::start().await;
    let (key, secret) = running.pair(1, Permission::Read);
    let mut browser = running.browser();
    let wrong = ("ck_wrong".to_owned(), "x".to_owned());
    browser.call(Method::GET, "/wp-json/", &wrong).await;
    let entry = last(&running);
    assert!(entry.consumer_key);
    assert_eq!(entry.authorization.as_deref(), Some("Basic"));
    for target in [
        format!("/wp-json/wc/v3?consumer_key={key}"),
        format!("/?s=find+{key}"),
        format!("/?s={secret}"),
    ] {
        browser.get(&target).await;
        assert!(last(&running).consumer_key, "{target}");
    }
    browser.post("/", &[("text", &key)]).await;
    assert!(last(&running).consumer_key);
    let signed = format!("OAuth oauth_consumer_key=\"{key}\"");
    let request = browser
        .request(Method::GET, "/wp-json/wc/v3")
        .header(AUTHORIZATION, signed);
    browser.send(request).await.unwrap();
    let entry = last(&running);
    assert!(entry.consumer_key && entry.authorization.as_deref() == Some("OAuth"));
    let person = ("anne".to_owned(), "practice".to_owned());
    browser.call(Method::GET, "/wp-json/", &person).await;
    browser.get("/?s=check_something").await;
    assert!(
        running.shop.history()[..2]
            .iter()
            .all(|entry| !entry.consumer_key)
    );
}
