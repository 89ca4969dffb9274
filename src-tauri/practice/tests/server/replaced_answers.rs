//! Failures that answer something else than the server would: redirects, another website,
//! maintenance, other statuses.

use practice::{Fault, FaultKind};
use reqwest::Method;
use serde_json::json;

use super::browser::{Running, credentials};

fn redirect(to: &str) -> FaultKind {
    FaultKind::Redirect { to: to.to_owned() }
}

#[tokio::test]
async fn a_moved_server_keeps_the_path_unless_it_names_one() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let asked = "/api/settings?format=hash";
    for (to, location) in [
        (
            "https://www.shop.example",
            "https://www.shop.example/api/settings?format=hash",
        ),
        (
            "http://shop.example:8080",
            "http://shop.example:8080/api/settings?format=hash",
        ),
        ("https://shop.example/", "https://shop.example/"),
        ("https://shop.example/login", "https://shop.example/login"),
        ("/login", "/login"),
    ] {
        running
            .co_op
            .add_fault(Fault::on("/api", redirect(to)).times(1));
        let reply = browser.get(asked).await;
        assert_eq!((reply.status, reply.location()), (302, location), "{to}");
    }
    assert_eq!(browser.get(asked).await.status, 200);
    let note = running.co_op.history()[1].note.clone();
    assert_eq!(note.as_deref(), Some("redirected"));
}

#[tokio::test]
async fn a_redirected_form_is_lost() {
    let running = Running::start().await;
    let pair = running.pair(1).await;
    let mut admin = running.signed_in("admin").await;
    running
        .co_op
        .add_fault(Fault::on("/admin/api/apps", redirect("https://shop.example")).times(1));
    let reply = admin
        .post("/admin/api/apps", &[("oauth2_client", &pair.0)])
        .await;
    assert_eq!(reply.location(), "https://shop.example/admin/api/apps");
    assert_eq!(running.pair(1).await, pair);
}

#[tokio::test]
async fn another_website_is_a_page_and_no_instance() {
    let running = Running::start().await;
    let mut browser = running.browser();
    running
        .co_op
        .add_fault(Fault::everywhere(FaultKind::Website));
    for path in ["/", "/api", "/api/settings", "/nowhere"] {
        let reply = browser.get(path).await;
        assert_eq!(reply.status, 200, "{path}");
        assert!(reply.kind.starts_with("text/html"), "{}", reply.kind);
        assert_eq!(reply.text_of("h1"), "The Spoke");
        assert_eq!(reply.count("form[action=\"/login_check\"]"), 0);
    }
    let answer = browser
        .post("/oauth2/token", &[("grant_type", "client_credentials")])
        .await;
    assert_eq!((answer.status, answer.count("h1")), (200, 1));
}

#[tokio::test]
async fn maintenance_as_a_failure_shuts_out_staff_too() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let jwt = running.jwt("admin").await;
    running
        .co_op
        .add_fault(Fault::everywhere(FaultKind::Maintenance).times(4));
    for path in ["/login", "/api/settings", "/resetting/request"] {
        assert_eq!(admin.get(path).await.status, 200, "{path} stays open");
    }
    let signed_in = admin.post("/api/login_check", &credentials("admin")).await;
    assert_eq!(signed_in.status, 200);
    let page = admin.get("/admin/api/apps").await;
    assert_eq!(page.status, 503);
    assert!(page.kind.starts_with("text/html"), "{}", page.kind);
    assert!(page.text_of("h1").starts_with("Site en maintenance"));
    let token = admin.post("/oauth2/token", &[("grant_type", "x")]).await;
    assert_eq!(token.status, 503);
    assert!(token.kind.starts_with("text/html"), "{}", token.kind);
    for path in ["/api", "/api/stores"] {
        let reply = admin.call(path, &jwt).await;
        assert_eq!(reply.status, 503, "{path}");
        assert!(reply.json()["message"].is_string());
    }
    assert_eq!(admin.call("/api/stores", &jwt).await.status, 200);
    assert!(running.co_op.faults().is_empty());
}

#[tokio::test]
async fn any_other_status_comes_without_the_work() {
    let running = Running::start().await;
    let mut browser = running.browser();
    for (status, expected) in [(429, 429), (403, 403), (502, 502), (100, 500), (700, 500)] {
        running
            .co_op
            .add_fault(Fault::on("/oauth2/token", FaultKind::Status { status }).times(1));
        let pair = ("nobody".to_owned(), "nothing".to_owned());
        let reply = browser.token(&pair, "").await;
        assert_eq!(reply.status, expected);
        assert_eq!(reply.text_of("h1"), "Oops! An Error Occurred");
    }
    assert_eq!(running.co_op.fault_counts()["another status"], 5);
}

#[tokio::test]
async fn they_are_set_over_http() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let faults = [
        json!({"kind": "redirect", "to": "https://shop.example", "times": 1}),
        json!({"kind": "website", "times": 1}),
        json!({"kind": "maintenance", "times": 1}),
        json!({"kind": "status", "status": 418, "times": 1}),
    ];
    for (fault, status) in faults.iter().zip([302, 200, 503, 418]) {
        let request = browser
            .request(Method::POST, "/practice/faults")
            .header("content-type", "application/json")
            .body(fault.to_string());
        assert_eq!(browser.send(request).await.unwrap().status, 201);
        assert_eq!(browser.get("/admin").await.status, status, "{fault}");
    }
}
