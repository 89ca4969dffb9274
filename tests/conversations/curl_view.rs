//! The practice co-op as somebody with curl sees it: each answer as the contract says.

use super::{curl::Curl, stage::PASSWORD, stage::Stage};
use reqwest::Method;
use std::time::Duration;

/// Identifier and Secret of an app, as its page shows them.
async fn pair(stage: &Stage, app: i64) -> (String, String) {
    let page = Curl::admin(stage)
        .await
        .get(&format!("/admin/api/apps/{app}"))
        .await
        .text;
    let value = |id: &str| {
        let control = page.split(&format!("id=\"{id}\"")).nth(1).unwrap();
        let control = control.split('>').next().unwrap();
        let value = control.split("value=\"").nth(1).unwrap();
        value.split('"').next().unwrap().to_owned()
    };
    (value("api_app_client_id"), value("api_app_client_secret"))
}

#[tokio::test]
async fn json_sign_in_tells_roles_and_needs_no_code() {
    let stage = Stage::start().await;
    let mut curl = Curl::new(&stage);
    let fields = [("_username", "admin"), ("_password", PASSWORD)];
    let answer = curl.post("/api/login_check", &fields).await;
    assert_eq!(
        (answer.status, &answer.kind[..16]),
        (200, "application/json")
    );
    let body = answer.json();
    assert_eq!(
        body["roles"],
        serde_json::json!(["ROLE_ADMIN", "ROLE_USER"])
    );
    assert_eq!(body["enabled"], true);
    assert_eq!(body["refresh_token"].as_str().unwrap().len(), 128);
    assert!(stage.co_op.mails().unwrap().is_empty());
    let token = body["token"].as_str().unwrap().to_owned();
    let me = curl.call("/api/me", &token).await;
    assert_eq!(me.word("@context"), "/api/contexts/User");
    let refresh = body["refresh_token"].as_str().unwrap().to_owned();
    let fields = [("refresh_token", refresh.as_str())];
    let again = curl.post("/api/token/refresh", &fields).await;
    assert_eq!(again.word("refresh_token"), refresh);
}

#[tokio::test]
async fn refused_sign_ins_are_told_in_the_language_of_the_instance() {
    for (locale, words) in [
        ("en", "Invalid credentials."),
        ("fr", "Identifiants invalides."),
        ("es", "Credenciales no válidas."),
        ("de", "Fehlerhafte Zugangsdaten."),
    ] {
        let stage = Stage::start_with(practice::Options {
            locale: locale.to_owned(),
            ..practice::Options::default()
        })
        .await;
        let mut curl = Curl::new(&stage);
        let fields = [("_username", "admin"), ("_password", "wrong")];
        let answer = curl.post("/api/login_check", &fields).await;
        assert_eq!(
            (answer.status, answer.word("message")),
            (401, words.to_owned())
        );
        assert_eq!(answer.challenge.as_deref(), Some("Bearer"));
        let answer = curl.post("/api/login_check", &[]).await;
        assert_eq!(answer.status, 400);
        assert_eq!(curl.get("/api/login_check").await.status, 404);
    }
}

#[tokio::test]
async fn a_disabled_account_is_only_told_so() {
    let stage = Stage::start().await;
    let fields = [("_username", "former"), ("_password", PASSWORD)];
    let answer = Curl::new(&stage).post("/api/login_check", &fields).await;
    assert_eq!(
        (answer.status, answer.json()["enabled"] == false),
        (200, true)
    );
}

#[tokio::test]
async fn a_list_has_totals_and_pages() {
    let stage = Stage::start().await;
    let mut curl = Curl::new(&stage);
    let token = curl.jwt("dispatcher").await;
    let list = curl.call("/api/stores", &token).await.json();
    assert_eq!(list["hydra:totalItems"], 47);
    assert_eq!(list["hydra:member"].as_array().unwrap().len(), 30);
    let next = list["hydra:view"]["hydra:next"].as_str().unwrap();
    let list = curl.call(next, &token).await.json();
    assert_eq!(list["hydra:member"].as_array().unwrap().len(), 17);
    assert!(list["hydra:view"].get("hydra:next").is_none());
    let beyond = curl.call("/api/stores?page=9", &token).await.json();
    assert_eq!(beyond["hydra:member"], serde_json::json!([]));
    let negative = curl.call("/api/stores?itemsPerPage=-1", &token).await;
    assert_eq!(negative.status, 400);
}

#[tokio::test]
async fn calls_without_a_good_token_are_401_in_two_shapes() {
    let stage = Stage::start().await;
    let mut curl = Curl::new(&stage);
    for path in ["/api/stores", "/api/me"] {
        let answer = curl.get(path).await;
        assert_eq!(answer.status, 401, "{path}");
        let is_plain = answer.json().get("code").is_some();
        assert_eq!(is_plain, path == "/api/stores", "{path}");
        for token in [
            "abc",
            "a.b.c",
            "ak_0000000000000000000000000000000000000000",
        ] {
            let answer = curl.call(path, token).await;
            assert_eq!(answer.status, 401, "{path} {token}");
            assert_eq!(answer.word("message"), "Invalid JWT Token");
            assert_eq!(answer.challenge.as_deref(), Some("Bearer"));
        }
    }
    let token = curl.jwt("admin").await;
    stage.co_op.advance_clock(Duration::from_secs(3700));
    let answer = curl.call("/api/stores", &token).await;
    assert_eq!(answer.word("message"), "Expired JWT Token");
}

#[tokio::test]
async fn calls_without_the_role_are_403_and_errors_have_two_flavours() {
    let stage = Stage::start().await;
    let mut curl = Curl::new(&stage);
    let token = curl.jwt("shop").await;
    let answer = curl.call("/api/stores", &token).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.word("hydra:description"), "Access Denied.");
    assert!(answer.kind.starts_with("application/ld+json"));
    let request = curl
        .request(Method::GET, "/api/stores")
        .header("accept", "application/json")
        .bearer_auth(&token);
    let answer = curl.send(request).await;
    assert_eq!(
        (answer.status, answer.word("detail")),
        (403, "Access Denied.".to_owned())
    );
    assert!(answer.kind.starts_with("application/problem+json"));
    let admin = curl.jwt("admin").await;
    assert_eq!(curl.call("/api/stores/999", &admin).await.status, 404);
    let request = curl
        .request(Method::POST, "/api/stores")
        .bearer_auth(&admin);
    assert_eq!(curl.send(request).await.status, 405);
}

#[tokio::test]
async fn the_token_endpoint_grants_and_refuses_as_oauth_does() {
    let stage = Stage::start().await;
    let (id, secret) = pair(&stage, 1).await;
    let mut curl = Curl::new(&stage);
    let granted = curl.token((&id, &secret), "").await;
    assert_eq!(granted.status, 200);
    assert_eq!(granted.json()["expires_in"], 3600);
    let me = curl.call("/api/me", &granted.word("access_token")).await;
    assert_eq!(me.word("@context"), "/api/contexts/ApiApp");
    for (pair, scope, status, error) in [
        ((&id[..], "0"), "", 401, "invalid_client"),
        (("0", &secret[..]), "", 401, "invalid_client"),
        ((&id, &secret), "tasks", 400, "invalid_scope"),
        ((&id, &secret), "nonsense", 400, "invalid_scope"),
    ] {
        let refused = curl.token(pair, scope).await;
        assert_eq!(
            (refused.status, &refused.word("error")[..]),
            (status, error)
        );
        assert_eq!(refused.word("message"), refused.word("error_description"));
    }
    let nobody = curl
        .post("/oauth2/token", &[("grant_type", "client_credentials")])
        .await;
    assert_eq!(
        (nobody.status, &nobody.word("error")[..]),
        (400, "invalid_request")
    );
    let other = curl
        .post("/oauth2/token", &[("grant_type", "password")])
        .await;
    assert_eq!(other.word("error"), "unsupported_grant_type");
    assert_eq!(curl.get("/oauth2/token").await.status, 405);
    let fields = [("grant_type", "client_credentials")];
    let request = curl
        .form("/oauth2/token", &fields)
        .basic_auth(&id, Some("0"));
    let refused = curl.send(request).await;
    assert_eq!(refused.challenge.as_deref(), Some("Basic realm=\"OAuth\""));
}

#[tokio::test]
async fn what_a_token_opens_follows_from_its_scopes() {
    let stage = Stage::start().await;
    let mut curl = Curl::new(&stage);
    for (app, scope, store, me, reads) in [
        (1, "", 1, 200, 200),
        (18, "", 18, 200, 403),
        (44, "", 1, 403, 403),
        (43, "", 2, 403, 403),
        (43, "deliveries", 2, 200, 200),
        (1, "deliveries", 2, 200, 403),
    ] {
        let (id, secret) = pair(&stage, app).await;
        let token = curl.token((&id, &secret), scope).await.word("access_token");
        let found = [
            curl.call("/api/me", &token).await.status,
            curl.call(&format!("/api/stores/{store}"), &token)
                .await
                .status,
        ];
        assert_eq!(found, [me, reads], "{app} {scope}");
        assert_eq!(curl.call("/api/stores", &token).await.status, 401);
    }
}

#[tokio::test]
async fn pages_redirect_by_url_at_the_door_and_by_path_behind_it() {
    let stage = Stage::start().await;
    let base = stage.url.as_str();
    let mut curl = Curl::new(&stage);
    let door = curl.get("/admin/api/apps").await;
    assert_eq!((door.status, door.location), (302, format!("{base}/login")));
    let fields = [("_username", "dispatcher"), ("_password", PASSWORD)];
    let landed = curl.post("/login_check", &fields).await;
    // The page that was refused before is where it leads.
    assert_eq!(landed.location, format!("{base}/admin/api/apps"));
    assert_eq!(curl.get("/admin/api/apps").await.status, 403);
    assert_eq!(curl.get("/admin/stores").await.status, 200);
    let mut admin = Curl::admin(&stage).await;
    let page = admin
        .post("/admin/api/apps", &[("oauth2_client", "0")])
        .await;
    assert_eq!(page.status, 500);
    assert_eq!(admin.post("/admin/api/apps", &[]).await.status, 200);
    let (id, _) = pair(&stage, 1).await;
    let renewed = admin
        .post("/admin/api/apps", &[("oauth2_client", &id)])
        .await;
    assert_eq!(
        (renewed.status, &renewed.location[..]),
        (302, "/admin/api/apps")
    );
}

#[tokio::test]
async fn maintenance_shuts_tokens_and_lists_and_leaves_the_settings_open() {
    let stage = Stage::start().await;
    stage.co_op.set_maintenance(true).unwrap();
    let mut curl = Curl::new(&stage);
    for path in ["/api", "/api/stores", "/admin/stores"] {
        assert_eq!(curl.get(path).await.status, 503, "{path}");
    }
    assert_eq!(curl.token(("0", "0"), "").await.status, 503);
    assert_eq!(curl.get("/api/settings").await.status, 200);
    assert_eq!(curl.get("/login").await.status, 200);
    let token = curl.jwt("dispatcher").await;
    assert_eq!(curl.call("/api/stores", &token).await.status, 200);
}
