//! Signing in without a second factor, by form and by JSON (contract 2, 3, 11.2 to 11.4).

use reqwest::Method;

use super::browser::{Running, credentials};

#[tokio::test]
async fn json_sign_in_of_an_admin_needs_no_second_factor() {
    let running = Running::start().await;
    let reply = running
        .browser()
        .post("/api/login_check", &credentials("admin"))
        .await;
    assert_eq!(reply.status, 200);
    let body = reply.json();
    assert_eq!(
        body["roles"],
        serde_json::json!(["ROLE_ADMIN", "ROLE_USER"])
    );
    assert_eq!(body["enabled"], true);
    assert_eq!(body["refresh_token"].as_str().unwrap().len(), 128);
    assert_eq!(body["token"].as_str().unwrap().split('.').count(), 3);
    assert!(reply.cookies.is_empty());
    assert!(running.co_op.mails().unwrap().is_empty());
}

#[tokio::test]
async fn json_sign_in_takes_the_mail_address_in_any_case() {
    let running = Running::start().await;
    let fields = [
        ("_username", " ADMIN@Practice.example "),
        ("_password", "practice"),
    ];
    assert_eq!(
        running
            .browser()
            .post("/api/login_check", &fields)
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn json_sign_in_refuses_in_the_language_of_the_instance() {
    let running = Running::start().await;
    let fields = [("_username", "admin"), ("_password", "wrong")];
    let reply = running.browser().post("/api/login_check", &fields).await;
    assert_eq!(reply.status, 401);
    assert_eq!(reply.challenge.as_deref(), Some("Bearer"));
    assert_eq!(reply.json()["code"], 401);
    assert_eq!(reply.json()["message"], "Identifiants invalides.");
}

#[tokio::test]
async fn json_sign_in_does_not_read_json_bodies() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let request = browser
        .request(Method::POST, "/api/login_check")
        .header("content-type", "application/json")
        .body(r#"{"_username":"admin","_password":"practice"}"#);
    assert_eq!(browser.send(request).await.unwrap().status, 400);
}

#[tokio::test]
async fn json_sign_in_of_a_disabled_account_says_so_in_the_body_only() {
    let running = Running::start().await;
    let reply = running
        .browser()
        .post("/api/login_check", &credentials("former"))
        .await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.json()["enabled"], false);
}

#[tokio::test]
async fn refresh_token_is_not_used_up_and_dies_after_thirty_idle_days() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let signed = browser
        .post("/api/login_check", &credentials("dispatcher"))
        .await
        .json();
    let token = signed["refresh_token"].as_str().unwrap().to_owned();
    for _ in 0..2 {
        let reply = browser
            .post("/api/token/refresh", &[("refresh_token", &token)])
            .await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.json()["refresh_token"], token.as_str());
    }
    let unknown = browser
        .post("/api/token/refresh", &[("refresh_token", "no")])
        .await;
    assert_eq!(unknown.json()["message"], "JWT Refresh Token Not Found");
    running
        .co_op
        .advance_clock(std::time::Duration::from_hours(31 * 24));
    let late = browser
        .post("/api/token/refresh", &[("refresh_token", &token)])
        .await;
    assert_eq!(late.status, 401);
    assert_eq!(late.json()["message"], "Invalid JWT Refresh Token");
}

#[tokio::test]
async fn sign_in_page_has_the_form_and_a_ticked_box() {
    let running = Running::start().await;
    let page = running.browser().get("/login").await;
    assert_eq!(page.count("form[action='/login_check'][method=post]"), 1);
    assert_eq!(page.count("#remember_me[name=_remember_me][checked]"), 1);
    assert_eq!(page.count("input[type=hidden][name=_csrf_token]"), 1);
}

#[tokio::test]
async fn landing_follows_the_stored_role_word_for_word() {
    let running = Running::start().await;
    let expected = [
        ("admin", format!("{}/", running.base)),
        ("dispatcher", "/admin".to_owned()),
        ("boss", "/admin".to_owned()),
        ("shop", "/dashboard".to_owned()),
        ("courier", "/profile/edit".to_owned()),
    ];
    for (name, place) in expected {
        let reply = running
            .browser()
            .post("/login_check", &credentials(name))
            .await;
        assert_eq!(reply.status, 302, "{name}");
        assert_eq!(reply.location(), place, "{name}");
    }
}

#[tokio::test]
async fn refused_page_view_becomes_the_target() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let refused = browser.get("/admin/stores?page=2").await;
    assert_eq!(refused.status, 302);
    assert_eq!(refused.location(), format!("{}/login", running.base));
    let reply = browser
        .post("/login_check", &credentials("dispatcher"))
        .await;
    assert_eq!(
        reply.location(),
        format!("{}/admin/stores?page=2", running.base)
    );
}

#[tokio::test]
async fn token_page_and_script_requests_are_no_targets() {
    let running = Running::start().await;
    let mut browser = running.browser();
    assert_eq!(browser.get("/profile/jwt").await.status, 302);
    let request = browser
        .request(Method::GET, "/admin/stores")
        .header("x-requested-with", "XMLHttpRequest");
    assert_eq!(browser.send(request).await.unwrap().status, 302);
    browser
        .post("/admin/api/apps/new", &[("api_app[name]", "lost")])
        .await;
    let reply = browser
        .post("/login_check", &credentials("dispatcher"))
        .await;
    assert_eq!(reply.location(), "/admin");
}

#[tokio::test]
async fn asked_target_is_returned_verbatim() {
    let running = Running::start().await;
    let fields = [
        ("_username", "dispatcher"),
        ("_password", "practice"),
        ("_target_path", "/admin/stores"),
    ];
    let reply = running.browser().post("/login_check", &fields).await;
    assert_eq!(reply.location(), "/admin/stores");
}

#[tokio::test]
async fn security_redirects_are_urls_and_form_redirects_are_paths() {
    let running = Running::start().await;
    let mut browser = running.browser();
    assert_eq!(
        browser.get("/admin/api/apps").await.location(),
        format!("{}/login", running.base)
    );
    let mut admin = running.signed_in("admin").await;
    let form = admin
        .form("/admin/api/apps/new", "api_app")
        .await
        .set("api_app[name]", "Path");
    let reply = admin.submit("/admin/api/apps/new", &form).await;
    assert!(reply.location().starts_with("/admin/api/apps/"));
    assert!(reply.text.contains("http-equiv=\"refresh\""));
}

#[tokio::test]
async fn wrong_password_shows_a_dump_once() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let fields = [("_username", "admin"), ("_password", "wrong")];
    let reply = browser.post("/login_check", &fields).await;
    assert_eq!(reply.status, 302);
    assert_eq!(reply.location(), format!("{}/login", running.base));
    assert_eq!(
        browser.get("/login").await.count("div.alert.alert-danger"),
        1
    );
    assert_eq!(
        browser.get("/login").await.count("div.alert.alert-danger"),
        0
    );
}

#[tokio::test]
async fn disabled_account_is_refused_like_a_wrong_password() {
    let running = Running::start().await;
    let reply = running
        .browser()
        .post("/login_check", &credentials("former"))
        .await;
    assert_eq!(reply.location(), format!("{}/login", running.base));
}

#[tokio::test]
async fn sign_in_check_refuses_get_and_a_missing_name() {
    let running = Running::start().await;
    let mut browser = running.browser();
    assert_eq!(browser.get("/login_check").await.status, 405);
    assert_eq!(browser.get("/api/login_check").await.status, 404);
    assert_eq!(
        browser
            .post("/login_check", &[("_password", "x")])
            .await
            .status,
        400
    );
    let page = browser.post("/login", &credentials("admin")).await;
    assert_eq!((page.status, page.count("#_submit")), (200, 1));
}

#[tokio::test]
async fn missing_role_is_403_and_signing_out_ends_the_session() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    for path in ["/admin/api/apps", "/admin/stores/new"] {
        let reply = dispatcher.get(path).await;
        assert_eq!(reply.status, 403);
        assert_eq!(reply.text_of("title"), "An Error Occurred: Forbidden");
    }
    let reply = dispatcher.get("/logout").await;
    assert_eq!(reply.status, 302);
    assert!(dispatcher.cookies.is_empty());
    assert_eq!(dispatcher.get("/admin/stores").await.status, 302);
}

#[tokio::test]
async fn session_dies_after_seven_idle_days() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    running
        .co_op
        .advance_clock(std::time::Duration::from_hours(8 * 24));
    assert!(
        dispatcher
            .get("/admin/stores")
            .await
            .location()
            .ends_with("/login")
    );
}
