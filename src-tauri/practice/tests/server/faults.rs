//! Every failure switch, over HTTP.

use practice::{Act, Fault, FaultKind};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::{Duration, Instant};

use super::browser::{Browser, Reply, Running, credentials};

const NEW: &str = "/admin/api/apps/new";
const LIST: &str = "/admin/api/apps";

async fn count(admin: &mut Browser) -> usize {
    admin.get(LIST).await.count("tbody tr")
}

async fn control(browser: &mut Browser, method: Method, path: &str, body: &Value) -> Reply {
    let request = browser
        .request(method, path)
        .header("content-type", "application/json")
        .body(body.to_string());
    browser.send(request).await.unwrap()
}

#[tokio::test]
async fn refused_connection_gives_no_answer_until_it_is_used_up() {
    let running = Running::start().await;
    let mut browser = running.browser();
    running
        .co_op
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection).times(2));
    assert!(browser.try_get("/api").await.is_err());
    assert!(browser.try_get("/login").await.is_err());
    assert_eq!(browser.get("/api").await.status, 200);
    assert!(running.co_op.faults().is_empty());
    let entry = &running.co_op.history()[1];
    assert_eq!(
        (entry.status, entry.note.as_deref()),
        (0, Some("refused connection"))
    );
}

#[tokio::test]
async fn control_pages_are_never_spoilt() {
    let running = Running::start().await;
    let mut browser = running.browser();
    running
        .co_op
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection));
    running.co_op.set_maintenance(true).unwrap();
    for path in ["mail", "faults", "history", "accounts", "mode"] {
        assert_eq!(
            browser.get(&format!("/practice/{path}")).await.status,
            200,
            "{path}"
        );
    }
    let cleared = control(&mut browser, Method::DELETE, "/practice/faults", &json!({})).await;
    assert_eq!(cleared.status, 204);
    assert_eq!(browser.get("/login").await.status, 200);
}

#[tokio::test(start_paused = true)]
async fn delayed_answer_comes_late_and_whole() {
    let running = Running::start().await;
    let mut browser = running.browser();
    running.co_op.add_fault(Fault::on(
        "/api",
        FaultKind::Delay {
            milliseconds: 45_000,
        },
    ));
    let before = Instant::now();
    assert_eq!(browser.get("/api/settings").await.status, 200);
    assert!(before.elapsed() >= Duration::from_secs(45));
}

#[tokio::test]
async fn server_error_does_no_work() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let form = admin
        .form(NEW, "api_app")
        .await
        .set("api_app[name]", "Lost");
    running
        .co_op
        .add_fault(Fault::on(NEW, FaultKind::ServerError).times(1));
    assert_eq!(admin.submit(NEW, &form).await.status, 500);
    assert_eq!(count(&mut admin).await, 50);
}

#[tokio::test]
async fn cut_after_work_leaves_the_work_and_cut_before_does_not() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let form = admin.form(NEW, "api_app").await.set("api_app[name]", "Cut");
    let fields: Vec<(&str, &str)> = form
        .fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let cut = |kind| Fault::on(NEW, kind).for_method("POST").times(1);
    running.co_op.add_fault(cut(FaultKind::CutBeforeWork));
    assert!(admin.try_post(NEW, &fields).await.is_err());
    assert_eq!(count(&mut admin).await, 50);
    running.co_op.add_fault(cut(FaultKind::CutAfterWork));
    assert_eq!(admin.get(NEW).await.status, 200, "other methods are spared");
    assert!(admin.try_post(NEW, &fields).await.is_err());
    assert_eq!(count(&mut admin).await, 51);
}

#[tokio::test]
async fn expired_session_revives_only_when_remembered() {
    let running = Running::start().await;
    let mut plain = running.signed_in("dispatcher").await;
    let mut remembered = running.browser();
    let fields = [&credentials("dispatcher")[..], &[("_remember_me", "on")]].concat();
    remembered.post("/login_check", &fields).await;
    let path = "/admin/stores";
    let expire = |remembered| Fault::on(path, FaultKind::ExpireSession { remembered }).times(1);
    running.co_op.add_fault(expire(false));
    assert_eq!(remembered.get(path).await.status, 200);
    assert_eq!(plain.get(path).await.status, 302);
    running.co_op.add_fault(expire(true));
    assert_eq!(remembered.get(path).await.status, 302);
}

#[tokio::test]
async fn another_admin_acts_just_before_the_request() {
    let running = Running::start().await;
    let pair = running.pair(1).await;
    let act = Act::Renew { app: Some(1) };
    running
        .co_op
        .add_fault(Fault::on("/oauth2/token", FaultKind::Act { act }).times(1));
    assert_eq!(running.browser().token(&pair, "").await.status, 401);
}

#[tokio::test]
async fn garbage_is_no_page_and_a_large_page_has_its_size() {
    let running = Running::start().await;
    let mut browser = running.browser();
    running
        .co_op
        .add_fault(Fault::on("/api", FaultKind::Garbage).times(1));
    let reply = browser.get("/api").await;
    assert_eq!(reply.status, 200);
    assert!(serde_json::from_str::<Value>(&reply.text).is_err());
    assert_eq!(reply.count("form") + reply.count("a"), 0);
    running.co_op.add_fault(Fault::on(
        "/login",
        FaultKind::LargePage { bytes: 3_000_001 },
    ));
    assert_eq!(browser.get("/login").await.text.len(), 3_000_001);
}

#[tokio::test]
async fn several_failures_apply_together_and_only_to_their_paths() {
    let running = Running::start().await;
    let mut browser = running.browser();
    running
        .co_op
        .add_fault(Fault::on("/api/settings", FaultKind::ServerError).times(1));
    running
        .co_op
        .add_fault(Fault::on("/api/", FaultKind::Garbage).times(1));
    assert_eq!(browser.get("/login").await.status, 200);
    assert_eq!(browser.get("/api/settings").await.status, 500);
    let note = running.co_op.history()[0].note.clone();
    assert_eq!(note.as_deref(), Some("server error, garbage"));
    assert_eq!(browser.get("/api/settings").await.json()["country"], "fr");
}

#[tokio::test]
async fn failures_and_acts_are_set_over_http() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let fault = json!({"path": "/api", "kind": "delay", "milliseconds": 1, "times": 1});
    let reply = control(&mut browser, Method::POST, "/practice/faults", &fault).await;
    assert_eq!(reply.status, 201);
    assert_eq!(
        running.co_op.faults()[0].kind,
        FaultKind::Delay { milliseconds: 1 }
    );
    let fault = json!({"kind": "act", "act": {"act": "create_app", "name": "Surprise"}});
    assert_eq!(
        control(&mut browser, Method::POST, "/practice/faults", &fault)
            .await
            .status,
        201
    );

    let old = running.pair(3).await;
    let act = json!({"act": "renew", "app": 3});
    assert_eq!(
        control(&mut browser, Method::POST, "/practice/act", &act)
            .await
            .status,
        204
    );
    assert_ne!(running.pair(3).await.1, old.1);
    let act = json!({"act": "renew", "app": 9999});
    assert_eq!(
        control(&mut browser, Method::POST, "/practice/act", &act)
            .await
            .status,
        404
    );
    let disguised = browser
        .post("/practice/act", &[("{\"act\":\"renew\"}", "")])
        .await;
    assert_eq!(
        disguised.status, 415,
        "a form of a web page cannot steer it"
    );
    let act = json!({"act": "fly"});
    assert_eq!(
        control(&mut browser, Method::POST, "/practice/act", &act)
            .await
            .status,
        422
    );
}

#[tokio::test]
async fn each_act_shows_on_the_pages() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let token = running.jwt("admin").await;
    let old = running.pair(1).await;
    let acts = [
        Act::CreateApp {
            name: Some("Theirs".to_owned()),
            store: Some(2),
        },
        Act::SaveEditPage { app: Some(1) },
        Act::RenameApp {
            app: Some(2),
            name: "Renamed app".to_owned(),
        },
        Act::RenameStore {
            store: Some(3),
            name: "Renamed Store".to_owned(),
        },
        Act::DeleteStore { store: Some(4) },
    ];
    for act in &acts {
        running.co_op.act(act).unwrap();
    }
    assert_eq!(
        admin
            .get("/admin/api/apps/51")
            .await
            .value_of("#api_app_name"),
        "Theirs"
    );
    assert_ne!(running.pair(1).await.0, old.0);
    assert_eq!(
        admin
            .get("/admin/api/apps/2")
            .await
            .value_of("#api_app_name"),
        "Renamed app"
    );
    let store = admin.call("/api/stores/3", &token).await.json();
    assert_eq!(store["name"], "Renamed Store");
    assert_eq!(admin.call("/api/stores/4", &token).await.status, 404);
    assert!(
        running
            .co_op
            .act(&Act::DeleteStore { store: Some(4) })
            .is_err()
    );
    running.co_op.act(&Act::Renew { app: None }).unwrap();
    running
        .co_op
        .act(&Act::ExpireSessions { remembered: false })
        .unwrap();
    assert_eq!(admin.get(LIST).await.status, 302);
}
