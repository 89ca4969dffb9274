//! Remembered sign-ins (contract 3.1, 3.6, 11.5).

use practice::Act;

use super::browser::{Browser, Running, credentials};

const REMEMBER: [(&str, &str); 1] = [("_remember_me", "on")];

async fn remembered(running: &Running, name: &str) -> Browser {
    let mut browser = running.browser();
    let fields = [&credentials(name)[..], &REMEMBER].concat();
    let reply = browser.post("/login_check", &fields).await;
    if name == "admin" {
        assert!(
            reply
                .cookies
                .iter()
                .any(|line| line.starts_with("REMEMBERME=deleted"))
        );
        assert!(!browser.cookies.contains_key("REMEMBERME"));
        running.give_code(&mut browser).await;
    }
    assert!(browser.cookies.contains_key("REMEMBERME"));
    browser
}

#[tokio::test]
async fn every_attempt_first_deletes_the_cookie() {
    let running = Running::start().await;
    for password in ["wrong", "practice"] {
        let fields = [("_username", "admin"), ("_password", password)];
        let reply = running.browser().post("/login_check", &fields).await;
        assert!(
            reply
                .cookies
                .iter()
                .any(|line| line.starts_with("REMEMBERME=deleted"))
        );
    }
}

#[tokio::test]
async fn nobody_is_remembered_without_asking() {
    let running = Running::start().await;
    let browser = running.signed_in("admin").await;
    assert!(!browser.cookies.contains_key("REMEMBERME"));
}

#[tokio::test]
async fn revival_skips_the_code_and_opens_admin_pages_and_tokens() {
    let running = Running::start().await;
    let mut browser = remembered(&running, "admin").await;
    let former = browser.cookies["REMEMBERME"].clone();
    running
        .co_op
        .act(&Act::ExpireSessions { remembered: false })
        .unwrap();
    let mails = running.co_op.mails().unwrap().len();
    assert_eq!(browser.get("/admin/api/apps").await.status, 200);
    assert_ne!(browser.cookies["REMEMBERME"], former);
    assert_eq!(browser.get("/profile/jwt").await.status, 200);
    assert_eq!(running.co_op.mails().unwrap().len(), mails);
}

#[tokio::test]
async fn revived_dispatcher_is_sent_to_the_sign_in_instead_of_403() {
    let running = Running::start().await;
    let mut browser = remembered(&running, "dispatcher").await;
    assert_eq!(browser.get("/admin/api/apps").await.status, 403);
    running
        .co_op
        .act(&Act::ExpireSessions { remembered: false })
        .unwrap();
    assert_eq!(browser.get("/admin/stores").await.status, 200);
    let refused = browser.get("/admin/api/apps").await;
    assert_eq!(refused.status, 302);
    assert_eq!(refused.location(), format!("{}/login", running.base));
}

#[tokio::test]
async fn ended_and_forged_sign_ins_do_not_revive() {
    let running = Running::start().await;
    let mut browser = remembered(&running, "admin").await;
    running
        .co_op
        .act(&Act::ExpireSessions { remembered: true })
        .unwrap();
    assert!(
        browser
            .get("/admin/api/apps")
            .await
            .location()
            .ends_with("/login")
    );
    let mut forger = running.browser();
    forger
        .cookies
        .insert("REMEMBERME".to_owned(), "1:99999999999999:aa:bb".to_owned());
    assert!(
        forger
            .get("/admin/api/apps")
            .await
            .location()
            .ends_with("/login")
    );
}

#[tokio::test]
async fn form_of_the_former_session_is_refused_after_revival() {
    let running = Running::start().await;
    let mut browser = remembered(&running, "admin").await;
    let form = browser
        .form("/admin/api/apps/new", "api_app")
        .await
        .set("api_app[name]", "Late");
    running
        .co_op
        .act(&Act::ExpireSessions { remembered: false })
        .unwrap();
    let reply = browser.submit("/admin/api/apps/new", &form).await;
    assert_eq!(reply.status, 200);
    assert_eq!(
        reply.count("div#api_app > div.alert.alert-danger:first-child li"),
        1
    );
}
