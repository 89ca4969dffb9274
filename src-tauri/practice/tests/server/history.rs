//! The history of requests, and that it holds nothing secret.

use practice::{Fault, FaultKind, Field, HistoryEntry};
use reqwest::Method;

use super::browser::{Browser, Running, credentials};

#[tokio::test]
async fn requests_are_listed_newest_first_with_account_and_reason() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    admin.get("/admin/api/apps/9999").await;
    admin.get("/admin/stores?page=2").await;
    let history = running.co_op.history();
    assert_eq!(history[0].path, "/admin/stores?page=2");
    assert_eq!(history[0].account.as_deref(), Some("admin"));
    assert_eq!(
        (history[0].status, history[0].method.as_str()),
        (200, "GET")
    );
    assert_eq!(
        (history[1].status, history[1].note.as_deref()),
        (500, Some("the app is unknown"))
    );
    assert!(history[0].at >= history[1].at);
    let over_http = admin.get("/practice/history").await.json();
    assert_eq!(over_http[0]["path"], "/admin/stores?page=2");
}

/// Puts secrets wherever a confused client might.
async fn spread(browser: &mut Browser, secrets: &[&str]) {
    for secret in secrets {
        let form = "application/x-www-form-urlencoded";
        let requests = [
            browser
                .request(Method::POST, "/oauth2/token")
                .header("authorization", *secret)
                .header("accept", format!("{secret}, text/html;{secret};q={secret}"))
                .header("content-type", form)
                .body(format!(
                    "grant_type={secret}&scope=tasks+{secret}&{secret}=1&a[{secret}]=1"
                )),
            browser
                .request(Method::POST, "/oauth2/token")
                .header("authorization", format!("Digest {secret}"))
                .header("accept", format!("text/{secret}"))
                .header(
                    "content-type",
                    format!("{form}; {secret}; boundary={secret}"),
                )
                .body(format!("client_secret={secret}")),
        ];
        for request in requests {
            browser.send(request).await.unwrap();
        }
    }
}

fn field(name: &str, value: Option<&str>) -> Field {
    Field {
        name: name.to_owned(),
        value: value.map(str::to_owned),
    }
}

/// Content type, what is accepted, scheme.
fn headers(entry: &HistoryEntry) -> [Option<&str>; 3] {
    [&entry.content_type, &entry.accept, &entry.authorization].map(|text| text.as_deref())
}

#[tokio::test]
async fn requests_are_told_well_enough_to_compare_them_with_a_plugins() {
    let running = Running::start().await;
    let pair = running.pair(1).await;
    let mut plugin = running.browser();
    let form = "application/x-www-form-urlencoded";
    let request = plugin
        .request(Method::GET, "/api")
        .header("content-type", "application/json");
    plugin.send(request).await.unwrap();
    let request = plugin
        .request(Method::POST, "/oauth2/token")
        .basic_auth(&pair.0, Some(&pair.1))
        .header("content-type", form)
        .body("grant_type=client_credentials&scope=tasks+deliveries");
    plugin.send(request).await.unwrap();
    let token = running.access_token(&pair, "").await;
    plugin.call("/api/me", &token).await;
    let history = running.co_op.history();
    let [me, with_body, with_header, entrypoint] = &history[..4] else {
        panic!("{history:?}");
    };
    let json = Some("application/json");
    assert_eq!(headers(entrypoint), [json, Some("*/*"), None]);
    assert_eq!(entrypoint.fields, []);
    let basic = [Some(form), Some("*/*"), Some("Basic")];
    assert_eq!(headers(with_header), basic);
    let grant = field("grant_type", Some("client_credentials"));
    let scope = field("scope", Some("tasks deliveries"));
    assert_eq!(with_header.fields, [grant.clone(), scope]);
    assert_eq!(headers(with_body), [Some(form), Some("*/*"), None]);
    let names = [
        grant,
        field("client_id", None),
        field("client_secret", None),
        field("scope", Some("")),
    ];
    assert_eq!(with_body.fields, names);
    let linked = [None, Some("application/ld+json"), Some("Bearer")];
    assert_eq!(headers(me), linked);
    let over_http: Vec<HistoryEntry> =
        serde_json::from_str(&plugin.get("/practice/history").await.text).unwrap();
    assert_eq!(over_http, running.co_op.history());
}

#[tokio::test]
async fn headers_and_fields_are_shown_as_far_as_they_are_harmless() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let accept = "text/html,application/xhtml+xml;q=0.9, */*;q=0.8";
    let part =
        |name: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n1\r\n");
    let request = browser
        .request(Method::POST, "/admin/stores/1")
        .header("accept", accept)
        .header("authorization", "Digest abc")
        .header("content-type", "multipart/form-data; boundary=x")
        .body(part("store[address][addressLocality]") + &part("123456") + "--x--\r\n");
    browser.send(request).await.unwrap();
    let entry = &running.co_op.history()[0];
    let kind = Some("multipart/form-data; boundary=…");
    assert_eq!(headers(entry), [kind, Some(accept), Some("…")]);
    let names = [
        field("store[address][addressLocality]", None),
        field("…", None),
    ];
    assert_eq!(entry.fields, names);
}

#[tokio::test]
async fn no_secret_gets_into_it() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let fields = [&credentials("boss")[..], &[("_remember_me", "on")]].concat();
    browser.post("/login_check", &fields).await;
    running.give_code(&mut browser).await;
    let pair = running.pair(1).await;
    let key = browser
        .get("/admin/api/apps/9")
        .await
        .value_of("#api_app_apiKey");
    let token = running.jwt("boss").await;
    let access = running.access_token(&pair, "").await;
    browser.get(&format!("/api/me?token={token}")).await;
    browser
        .get(&format!(
            "/login?_password=practice&secret={}&{key}",
            pair.1
        ))
        .await;
    browser.get(&format!("/api/{}", pair.1)).await;
    browser.call("/api/me", &key).await;
    browser
        .post("/admin/api/apps", &[("oauth2_client", &pair.0)])
        .await;
    running
        .co_op
        .add_fault(Fault::everywhere(FaultKind::CutAfterWork).times(1));
    let _ = browser.try_get(&format!("/api/me?token={access}")).await;

    spread(&mut browser, &[&pair.1, &key, &token]).await;

    let history = browser.get("/practice/history").await.text;
    let code = running.co_op.mails().unwrap()[0].code.clone();
    let mut secrets = vec![pair.0, pair.1, key, token, access, code];
    secrets.extend(browser.cookies.into_values());
    for secret in secrets {
        assert!(!history.contains(&secret));
    }
    assert!(history.contains("\"/api/me?…\"") && history.contains("\"/login?…&…&…\""));
    assert!(history.contains("\"/api/…\""));
}

#[tokio::test]
async fn only_the_last_thousand_are_kept() {
    let running = Running::start().await;
    let mut browser = running.browser();
    for _ in 0..1003 {
        browser.get("/api").await;
    }
    assert_eq!(running.co_op.history().len(), 1000);
}
