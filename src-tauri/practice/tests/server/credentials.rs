//! Renewal, the edit trap, tokens and what they open (contract 5.5, 5.6, 6, 11.11 to 11.14).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use practice::Mode;
use reqwest::Method;
use serde_json::{Value, json};

use super::browser::{Running, credentials};

fn claims(token: &str) -> Value {
    let payload = URL_SAFE_NO_PAD
        .decode(token.split('.').nth(1).unwrap())
        .unwrap();
    serde_json::from_slice(&payload).unwrap()
}

#[tokio::test]
async fn saving_the_edit_page_replaces_the_pair_and_leaves_the_old_one_getting_tokens() {
    let running = Running::start().await;
    let old = running.pair(1).await;
    let mut admin = running.signed_in("admin").await;
    let form = admin.form("/admin/api/apps/1", "api_app").await;
    let reply = admin.submit("/admin/api/apps/1", &form).await;
    assert_eq!((reply.status, reply.location()), (302, "/admin/api/apps"));
    let new = running.pair(1).await;
    assert!(old.0 != new.0 && old.1 != new.1);
    let orphan = running.access_token(&old, "").await;
    let answer = admin.call("/api/me", &orphan).await;
    assert_ne!(answer.status, 200);
    let token = running.access_token(&new, "").await;
    assert_eq!(claims(&token)["scopes"], json!(["deliveries"]));
    assert_eq!(
        admin.call("/api/me", &token).await.json()["store"],
        "/api/stores/1"
    );
}

#[tokio::test]
async fn edit_page_ignores_what_is_locked_and_stores_nothing_when_refused() {
    let running = Running::start().await;
    let old = running.pair(1).await;
    let mut admin = running.signed_in("admin").await;
    let form = admin.form("/admin/api/apps/1", "api_app").await;
    let bad = form.clone().set("api_app[_token]", "no");
    assert_eq!(admin.submit("/admin/api/apps/1", &bad).await.status, 200);
    let blank = form.clone().set("api_app[name]", " ");
    assert_eq!(admin.submit("/admin/api/apps/1", &blank).await.status, 500);
    assert_eq!(running.pair(1).await, old);
    let other = form
        .set("api_app[store]", "5")
        .set("api_app[type]", "api_key");
    assert_eq!(admin.submit("/admin/api/apps/1", &other).await.status, 302);
    let page = admin.get("/admin/api/apps/1").await;
    assert_eq!(page.value_of("#api_app_store option[selected]"), "1");
    assert_eq!(page.count("#api_app_apiKey"), 0);
}

#[tokio::test]
async fn saving_the_page_of_a_key_app_kills_its_key_at_once() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let key = admin
        .get("/admin/api/apps/9")
        .await
        .value_of("#api_app_apiKey");
    assert_eq!(admin.call("/api/me", &key).await.status, 200);
    let form = admin.form("/admin/api/apps/9", "api_app").await;
    admin.submit("/admin/api/apps/9", &form).await;
    assert_eq!(admin.call("/api/me", &key).await.status, 401);
    let key = admin
        .get("/admin/api/apps/9")
        .await
        .value_of("#api_app_apiKey");
    assert_eq!(admin.call("/api/me", &key).await.status, 200);
}

#[tokio::test]
async fn renewal_changes_the_secret_only_and_does_not_show_it() {
    let running = Running::start().await;
    let old = running.pair(2).await;
    let token = running.access_token(&old, "").await;
    let mut admin = running.signed_in("admin").await;
    let reply = admin
        .post("/admin/api/apps", &[("oauth2_client", &old.0)])
        .await;
    assert_eq!((reply.status, reply.location()), (302, "/admin/api/apps"));
    let new = running.pair(2).await;
    assert_eq!(old.0, new.0);
    assert_ne!(old.1, new.1);
    assert!(!reply.text.contains(&new.1));
    assert_eq!(
        admin.get("/admin/api/apps").await.count(".flash-messages"),
        0
    );
    let refused = admin.token(&old, "").await;
    assert_eq!(
        (refused.status, &refused.json()["error"]),
        (401, &json!("invalid_client"))
    );
    assert_eq!(
        admin.call("/api/me", &token).await.status,
        200,
        "issued tokens stay valid"
    );
    assert_eq!(admin.token(&new, "").await.status, 200);
}

#[tokio::test]
async fn renewal_in_a_key_row_leaves_the_key() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let key = admin
        .get("/admin/api/apps/9")
        .await
        .value_of("#api_app_apiKey");
    for identifier in admin
        .get("/admin/api/apps")
        .await
        .attributes("[name=oauth2_client]", "value")
    {
        let reply = admin
            .post("/admin/api/apps", &[("oauth2_client", &identifier)])
            .await;
        assert_eq!(reply.status, 302);
    }
    assert_eq!(admin.call("/api/me", &key).await.status, 200);
}

#[tokio::test]
async fn token_has_the_granted_scopes() {
    let running = Running::start().await;
    let pair = running.pair(3).await;
    let mut browser = running.browser();
    let reply = browser.token(&pair, "").await;
    assert_eq!(reply.json()["expires_in"], 3600);
    assert_eq!(reply.json()["token_type"], "Bearer");
    let payload = claims(reply.json()["access_token"].as_str().unwrap());
    assert_eq!(payload["aud"], pair.0.as_str());
    assert_eq!(payload["sub"], "");
    assert_eq!(payload["jti"].as_str().unwrap().len(), 80);
    assert_eq!(payload["scopes"], json!(["deliveries", "tasks"]));
    let some = running.access_token(&pair, "tasks").await;
    assert_eq!(claims(&some)["scopes"], json!(["tasks"]));
}

#[tokio::test]
async fn client_without_scopes_may_ask_for_any_and_gets_none_unasked() {
    let running = Running::start().await;
    let pair = running.pair(43).await;
    let mut browser = running.browser();
    for scope in ["deliveries", "tasks", "orders", "orders:all", "tasks:all"] {
        let token = running.access_token(&pair, scope).await;
        assert_eq!(claims(&token)["scopes"], json!([scope]));
    }
    let token = running.access_token(&pair, "").await;
    assert_eq!(claims(&token)["scopes"], json!([]));
    assert_eq!(browser.call("/api/me", &token).await.status, 403);
    assert_eq!(browser.token(&pair, "everything").await.status, 400);
}

#[tokio::test]
async fn wrong_scope_is_400_and_wrong_secret_is_401() {
    let running = Running::start().await;
    let pair = running.pair(18).await;
    let mut browser = running.browser();
    let reply = browser.token(&pair, "deliveries").await;
    assert_eq!(
        (reply.status, &reply.json()["error"]),
        (400, &json!("invalid_scope"))
    );
    assert_eq!(reply.json()["hint"], "Check the `deliveries` scope");
    let wrong = (pair.0.clone(), "0".repeat(128));
    let reply = browser.token(&wrong, "deliveries").await;
    assert_eq!(
        (reply.status, &reply.json()["error"]),
        (401, &json!("invalid_client"))
    );
    assert_eq!(
        (reply.challenge, reply.text.contains("hint")),
        (None, false)
    );
    let request = browser
        .request(Method::POST, "/oauth2/token")
        .basic_auth(&wrong.0, Some(&wrong.1))
        .header("content-type", "application/x-www-form-urlencoded")
        .body("grant_type=client_credentials");
    let reply = browser.send(request).await.unwrap();
    assert_eq!(reply.challenge.as_deref(), Some("Basic realm=\"OAuth\""));
}

#[tokio::test]
async fn other_token_requests_are_refused_by_cause() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let nobody = browser
        .post("/oauth2/token", &[("grant_type", "client_credentials")])
        .await;
    assert_eq!(
        (nobody.status, &nobody.json()["error"]),
        (400, &json!("invalid_request"))
    );
    let other = browser
        .post("/oauth2/token", &[("grant_type", "password")])
        .await;
    assert_eq!(
        (other.status, &other.json()["error"]),
        (400, &json!("unsupported_grant_type"))
    );
    assert_eq!(other.json()["message"], other.json()["error_description"]);
    assert_eq!(browser.get("/oauth2/token").await.status, 405);
}

#[tokio::test]
async fn body_wins_over_the_header() {
    let running = Running::start().await;
    let pair = running.pair(1).await;
    let mut browser = running.browser();
    let body = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}",
        pair.0, pair.1
    );
    let request = browser
        .request(Method::POST, "/oauth2/token")
        .basic_auth("wrong", Some("wrong"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body);
    assert_eq!(browser.send(request).await.unwrap().status, 200);
}

#[tokio::test]
async fn me_is_closed_to_tokens_for_all_orders_or_tasks() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let pair = running.pair(44).await;
    for scope in ["orders:all", "tasks:all", "orders:all tasks:all"] {
        let token = running.access_token(&pair, scope).await;
        assert_eq!(browser.call("/api/me", &token).await.status, 403, "{scope}");
    }
    let token = running.access_token(&running.pair(18).await, "tasks").await;
    assert_eq!(browser.call("/api/me", &token).await.status, 200);
    assert_eq!(browser.call("/api/stores/18", &token).await.status, 403);
}

#[tokio::test]
async fn token_opens_its_own_store_only() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let token = running.access_token(&running.pair(1).await, "").await;
    let me = browser.call("/api/me", &token).await.json();
    assert_eq!(me["@context"], "/api/contexts/ApiApp");
    assert_eq!(me["name"], "Boutique en ligne");
    assert_eq!(
        browser.call("/api/stores/1", &token).await.json()["timeSlot"],
        "/api/time_slots/1"
    );
    assert_eq!(browser.call("/api/stores/2", &token).await.status, 403);
    assert_eq!(browser.call("/api/stores", &token).await.status, 401);
}

#[tokio::test]
async fn tokens_are_asked_for_outside_of_any_session() {
    let running = Running::start().await;
    let pair = running.pair(1).await;
    let mut pending = running.browser();
    pending.post("/login_check", &credentials("admin")).await;
    let reply = pending.token(&pair, "").await;
    assert_eq!(reply.status, 200, "an awaited second factor is no matter");
    assert_eq!(reply.cookies, Vec::<String>::new());
    let mut admin = running.signed_in("admin").await;
    running.co_op.set_maintenance(true).unwrap();
    let reply = admin.token(&pair, "").await;
    assert_eq!(reply.status, 503, "a session lets nobody pass");
    assert!(reply.kind.starts_with("text/html"), "{}", reply.kind);
}

#[tokio::test]
async fn all_tasks_could_not_be_asked_for_before_scopes_were_chosen() {
    let running = Running::start().await;
    let pair = running.pair(43).await;
    running.co_op.set_mode(Mode::BeforeScopes).unwrap();
    let mut browser = running.browser();
    let reply = browser.token(&pair, "tasks:all").await;
    assert_eq!(reply.json()["error"], "invalid_scope");
    assert_eq!(browser.token(&pair, "orders:all").await.status, 200);
    running.co_op.set_mode(Mode::BeforeSecondFactor).unwrap();
    assert_eq!(browser.token(&pair, "tasks:all").await.status, 200);
}

#[tokio::test]
async fn scopes_are_parted_by_spaces_only() {
    let running = Running::start().await;
    let pair = running.pair(3).await;
    let mut browser = running.browser();
    assert_eq!(
        browser.token(&pair, " tasks  deliveries ").await.status,
        200
    );
    for scope in ["tasks,deliveries", "tasks\tdeliveries"] {
        let reply = browser.token(&pair, scope).await;
        assert_eq!(reply.json()["error"], "invalid_scope", "{scope}");
    }
}
