//! Older releases (contract 9, 11.17).

use practice::{Mode, Options};

use super::browser::{Browser, Running, credentials};

const NEW: &str = "/admin/api/apps/new";

async fn start(mode: Mode) -> (Running, Browser) {
    let options = Options {
        mode: Some(mode),
        ..Options::default()
    };
    let running = Running::start_with(options).await;
    let mut browser = running.browser();
    let reply = browser.post("/login_check", &credentials("admin")).await;
    assert_eq!(reply.status, 302);
    (running, browser)
}

#[tokio::test]
async fn before_v4_12_there_is_no_second_factor_but_scopes() {
    let (running, mut admin) = start(Mode::BeforeSecondFactor).await;
    let page = admin.get(NEW).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.count("#api_app_scopes input[value='tasks:all']"), 1);
    assert!(running.co_op.mails().unwrap().is_empty());
    assert_eq!(
        page.attributes("#coopcycle-version", "data-version"),
        ["v4.11.0"]
    );
}

#[tokio::test]
async fn before_v4_2_a_store_is_mandatory_and_scopes_come_unasked() {
    let (running, mut admin) = start(Mode::BeforeScopes).await;
    let page = admin.get(NEW).await;
    assert_eq!(page.count("[name='api_app[scopes][]']"), 0);
    assert_eq!(page.count("#api_app_store option[value='']"), 0);
    let form = page.form("api_app").set("api_app[name]", "Old");
    let homeless = form.clone().set("api_app[store]", "");
    let reply = admin.submit(NEW, &homeless).await;
    assert_eq!(reply.status, 200);
    assert!(reply.error_of("api_app[store]").is_some());
    let modern = form.clone().add("api_app[scopes][]", "deliveries");
    assert_eq!(
        admin
            .submit(NEW, &modern)
            .await
            .count("#api_app > .alert-danger"),
        1
    );
    let reply = admin.submit(NEW, &form.set("api_app[store]", "2")).await;
    let detail = admin.get(reply.location()).await;
    assert_eq!(detail.count("#api_app_type:not([disabled])"), 1);
    let pair = (
        detail.value_of("#api_app_client_id"),
        detail.value_of("#api_app_client_secret"),
    );
    running.access_token(&pair, "tasks deliveries").await;
    assert_eq!(
        running.browser().token(&pair, "orders:all").await.status,
        400
    );
}

#[tokio::test]
async fn before_v4_2_apps_without_a_store_are_hidden() {
    let (running, mut admin) = start(Mode::BeforeScopes).await;
    let hidden = ["/admin/api/apps/44", "/admin/api/apps/47"];
    let links = admin
        .get("/admin/api/apps")
        .await
        .attributes("tbody td > a", "href");
    assert_eq!(links.len(), 45);
    assert!(!links.iter().any(|link| hidden.contains(&link.as_str())));
    running.co_op.set_mode(Mode::Current).unwrap();
    let mut admin = running.signed_in("admin").await;
    assert_eq!(admin.get("/admin/api/apps").await.count("tbody tr"), 50);
}

#[tokio::test]
async fn pages_of_2019_show_credentials_on_the_detail_page_only() {
    let (_running, mut admin) = start(Mode::FirstApps).await;
    let list = admin.get("/admin/api/apps").await;
    assert_eq!(
        list.count("[data-clipboard-text]") + list.count("[name=oauth2_client]"),
        0
    );
    assert_eq!(list.count("tbody tr:first-child td"), 3);
    assert_eq!(list.count("#coopcycle-version"), 0);
    let detail = admin.get("/admin/api/apps/1").await;
    assert_eq!(detail.value_of("#api_app_client_id").len(), 32);
    assert_eq!(detail.value_of("#api_app_client_secret").len(), 128);
    assert_eq!(detail.count("#api_app_type"), 0);
    let form = admin.form(NEW, "api_app").await;
    assert_eq!(
        form.names(),
        ["api_app[name]", "api_app[store]", "api_app[_token]"]
    );
    assert_eq!(
        admin
            .submit(NEW, &form.set("api_app[name]", "2019"))
            .await
            .status,
        302
    );
}

#[tokio::test]
async fn mode_is_set_over_http() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let request = browser
        .request(reqwest::Method::POST, "/practice/mode")
        .header("content-type", "application/json")
        .body(r#"{"mode":"before_scopes","maintenance":true}"#);
    assert_eq!(browser.send(request).await.unwrap().status, 204);
    assert_eq!(running.co_op.mode().unwrap(), Mode::BeforeScopes);
    assert!(running.co_op.is_under_maintenance().unwrap());
    let shown = browser.get("/practice/mode").await.json();
    assert_eq!(shown["mode"], "before_scopes");
}
