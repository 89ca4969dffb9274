//! Maintenance (contract 1.4, section 12).

use super::browser::{Running, credentials};

#[tokio::test]
async fn staff_passes_and_everybody_else_meets_503() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let mut owner = running.signed_in("shop").await;
    let (staff, shop) = (running.jwt("dispatcher").await, running.jwt("shop").await);
    let app = running.access_token(&running.pair(1).await, "").await;
    running.co_op.set_maintenance(true).unwrap();
    assert_eq!(admin.get("/admin/api/apps").await.status, 200);
    assert_eq!(dispatcher.get("/admin/stores").await.status, 200);
    let refused = owner.get("/dashboard").await;
    assert_eq!(refused.status, 503);
    assert!(refused.kind.starts_with("text/html"));
    let mut browser = running.browser();
    assert_eq!(browser.call("/api/stores", &staff).await.status, 200);
    for token in [&shop, &app] {
        let refused = browser.call("/api/me", token).await;
        assert_eq!(refused.status, 503);
        assert!(refused.json()["message"].is_string());
    }
    running.co_op.set_maintenance(false).unwrap();
    assert_eq!(owner.get("/dashboard").await.status, 200);
}

#[tokio::test]
async fn strangers_reach_the_sign_in_and_the_settings() {
    let running = Running::start().await;
    running.co_op.set_maintenance(true).unwrap();
    let mut browser = running.browser();
    assert_eq!(browser.get("/api").await.status, 503);
    assert_eq!(browser.get("/api/settings").await.status, 200);
    assert_eq!(browser.get("/login").await.status, 200);
    assert_eq!(
        browser
            .post("/api/login_check", &credentials("admin"))
            .await
            .status,
        200
    );
    assert_eq!(
        browser
            .post("/oauth2/token", &[("grant_type", "x")])
            .await
            .status,
        503
    );
}

#[tokio::test]
async fn admin_awaiting_a_code_is_shut_out() {
    let running = Running::start().await;
    running.co_op.set_maintenance(true).unwrap();
    let mut browser = running.browser();
    assert_eq!(
        browser
            .post("/login_check", &credentials("admin"))
            .await
            .status,
        302
    );
    assert_eq!(browser.get("/2fa").await.status, 503);
    let mut dispatcher = running.browser();
    dispatcher
        .post("/login_check", &credentials("dispatcher"))
        .await;
    assert_eq!(dispatcher.get("/admin/stores").await.status, 200);
}
