//! The history of requests, and that it holds nothing secret.

use practice::{Fault, FaultKind};

use super::browser::{Running, credentials};

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
