//! The e-mailed code (contract 3.5, 11.2).

use super::browser::{Running, credentials};

#[tokio::test]
async fn first_look_at_the_code_page_mails_the_code_and_later_looks_do_not() {
    let running = Running::start().await;
    let mut browser = running.browser();
    browser.post("/login_check", &credentials("admin")).await;
    assert!(running.co_op.mails().unwrap().is_empty());
    let page = browser.get("/2fa").await;
    assert_eq!(
        page.count("form#two-factor-form[method=post][action='/2fa_check']"),
        1
    );
    assert_eq!(
        page.count("input#auth_code_value[type=hidden][name=_auth_code]"),
        1
    );
    assert_eq!(page.count("#two-factor-form input:not([name])"), 6);
    browser.get("/2fa").await;
    let mails = running.co_op.mails().unwrap();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, "admin@practice.example");
    assert!(mails[0].subject.ends_with("] Your login verification code"));
    assert_eq!(mails[0].code.len(), 6);
    assert!(!mails[0].code.starts_with('0'));
}

#[tokio::test]
async fn answer_to_the_sign_in_does_not_tell_that_a_code_is_awaited() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let before = browser.post("/login_check", &credentials("admin")).await;
    let after = running.give_code(&mut browser).await;
    assert_eq!(before.status, after.status);
    assert_eq!(before.location(), after.location());
}

#[tokio::test]
async fn everything_else_leads_to_the_code_page_while_it_is_awaited() {
    let running = Running::start().await;
    let mut browser = running.browser();
    browser.post("/login_check", &credentials("admin")).await;
    for path in ["/", "/profile/jwt", "/admin/stores", "/admin/api/apps"] {
        let reply = browser.get(path).await;
        assert_eq!(reply.location(), format!("{}/2fa", running.base), "{path}");
    }
    assert_eq!(browser.get("/login").await.status, 200);
    let reply = running.give_code(&mut browser).await;
    assert_eq!(reply.location(), format!("{}/admin/api/apps", running.base));
}

#[tokio::test]
async fn code_is_refused_before_it_was_mailed() {
    let running = Running::start().await;
    let mut first = running.browser();
    first.post("/login_check", &credentials("admin")).await;
    let reply = first.post("/2fa_check", &[("_auth_code", "123456")]).await;
    assert_eq!(reply.location(), format!("{}/2fa", running.base));
    let empty = first.post("/2fa_check", &[("_auth_code", "")]).await;
    assert_eq!(empty.location(), format!("{}/2fa", running.base));
}

#[tokio::test]
async fn wrong_code_shows_an_empty_alert_and_the_right_one_still_works() {
    let running = Running::start().await;
    let mut browser = running.browser();
    browser.post("/login_check", &credentials("admin")).await;
    browser.get("/2fa").await;
    let reply = browser
        .post("/2fa_check", &[("_auth_code", "000000")])
        .await;
    assert_eq!(reply.location(), format!("{}/2fa", running.base));
    let page = browser.get("/2fa").await;
    assert_eq!(page.count("div.alert.alert-error"), 1);
    assert_eq!(page.text_of("div.alert.alert-error"), "");
    let code = running.co_op.mails().unwrap()[0].code.clone();
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let reply = browser.post("/2fa_check", &[("_auth_code", &spaced)]).await;
    assert_eq!(reply.location(), format!("{}/", running.base));
    assert_eq!(browser.get("/admin/api/apps").await.status, 200);
}

#[tokio::test]
async fn session_id_changes_at_sign_in_and_after_the_code() {
    let running = Running::start().await;
    let mut browser = running.browser();
    browser.get("/login").await;
    let anonymous = browser.cookies["PHPSESSID"].clone();
    browser.post("/login_check", &credentials("admin")).await;
    let pending = browser.cookies["PHPSESSID"].clone();
    let reply = running.give_code(&mut browser).await;
    let whole = browser.cookies["PHPSESSID"].clone();
    assert!(anonymous != pending && pending != whole);
    let line = reply
        .cookies
        .iter()
        .find(|line| line.starts_with("PHPSESSID="))
        .unwrap();
    assert!(line.contains("HttpOnly") && line.contains("path=/") && !line.contains("Secure"));
    browser.cookies.insert("PHPSESSID".to_owned(), pending);
    assert_eq!(browser.get("/admin/stores").await.status, 302);
}

#[tokio::test]
async fn dispatchers_never_see_the_code_page() {
    let running = Running::start().await;
    let mut browser = running.signed_in("dispatcher").await;
    assert!(running.co_op.mails().unwrap().is_empty());
    assert_eq!(browser.get("/2fa").await.status, 403);
    let stranger = running.browser().get("/2fa").await;
    assert_eq!(stranger.location(), format!("{}/login", running.base));
}

#[tokio::test]
async fn signing_in_again_mails_another_code() {
    let running = Running::start().await;
    let mut browser = running.browser();
    browser.post("/login_check", &credentials("admin")).await;
    browser.get("/2fa").await;
    browser.get("/logout").await;
    browser.post("/login_check", &credentials("admin")).await;
    assert_eq!(
        running.give_code(&mut browser).await.location(),
        format!("{}/", running.base)
    );
    assert_eq!(running.co_op.mails().unwrap().len(), 2);
}
