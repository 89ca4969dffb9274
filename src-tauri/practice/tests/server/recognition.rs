//! How an instance is recognised (contract 1, 11.1).

use reqwest::Method;

use super::browser::Running;

#[tokio::test]
async fn entrypoint_is_linked_data_unless_html_is_asked_for() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let entrypoint = browser.get("/api").await;
    assert_eq!(entrypoint.status, 200);
    assert!(entrypoint.kind.starts_with("application/ld+json"));
    let body = entrypoint.json();
    assert_eq!(body["@context"], "/api/contexts/Entrypoint");
    assert_eq!(body["@type"], "Entrypoint");
    assert_eq!(body["store"], "/api/stores");
    assert!(body.get("apiApp").is_none());

    let request = browser
        .request(Method::GET, "/api")
        .header("accept", "text/html");
    let page = browser.send(request).await.unwrap();
    assert_eq!(page.status, 200);
    assert!(page.kind.starts_with("text/html"));
    let request = browser.request(Method::HEAD, "/api");
    assert_eq!(browser.send(request).await.unwrap().status, 200);
}

#[tokio::test]
async fn settings_are_public() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let body = browser.get("/api/settings").await.json();
    assert_eq!(body["country"], "fr");
    assert_eq!(body["locale"], "fr");
    assert!(body["brand_name"].as_str().unwrap().contains("practice"));
    assert!(body["latlng"].as_str().unwrap().contains(','));
    let hash = browser.get("/api/settings?format=hash").await.json();
    assert_eq!(hash.as_str().unwrap().len(), 40);
}

#[tokio::test]
async fn version_is_shown_to_dispatchers_on_admin_pages_only() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let page = dispatcher.get("/admin/stores").await;
    assert_eq!(
        page.attributes("#coopcycle-version", "data-version"),
        ["v6.0.0"]
    );
    let mut stranger = running.browser();
    assert_eq!(stranger.get("/login").await.count("#coopcycle-version"), 0);
}
