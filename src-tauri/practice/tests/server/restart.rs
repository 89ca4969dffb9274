//! What survives a restart, and what a reset brings back.

use practice::{CoOp, Mode, Options};
use tempfile::tempdir;

use super::browser::{Running, credentials};

#[tokio::test]
async fn everything_but_failures_and_history_survives() {
    let folder = tempdir().unwrap();
    let running = Running::serve(CoOp::open(folder.path()).unwrap()).await;
    let mut browser = running.browser();
    let fields = [&credentials("admin")[..], &[("_remember_me", "on")]].concat();
    browser.post("/login_check", &fields).await;
    running.give_code(&mut browser).await;
    let form = browser
        .form("/admin/stores/new", "store")
        .await
        .with_store("Kept");
    let store = browser
        .submit("/admin/stores/new", &form)
        .await
        .location()
        .to_owned();
    let pair = running.pair(1).await;
    let token = running.access_token(&pair, "").await;
    let mails = running.co_op.mails().unwrap();
    drop(running);

    let running = Running::serve(CoOp::open(folder.path()).unwrap()).await;
    browser.base.clone_from(&running.base);
    assert_eq!(browser.get(&store).await.value_of("#store_name"), "Kept");
    assert_eq!(running.pair(1).await, pair);
    assert_eq!(browser.call("/api/me", &token).await.status, 200);
    assert!(running.co_op.mails().unwrap().ends_with(&mails));
    browser.cookies.remove("PHPSESSID");
    assert_eq!(
        browser.get("/admin/api/apps").await.status,
        200,
        "still remembered"
    );
    running.co_op.set_mode(Mode::BeforeScopes).unwrap();
    drop(running);
    assert_eq!(
        CoOp::open(folder.path()).unwrap().mode().unwrap(),
        Mode::BeforeScopes
    );
}

#[test]
fn damaged_file_is_set_aside() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("practice.sqlite3");
    std::fs::write(&file, "no database at all, ".repeat(100)).unwrap();
    let co_op = CoOp::open(folder.path()).unwrap();
    assert!(!co_op.accounts().unwrap().is_empty());
    assert!(folder.path().join("practice.damaged").exists());
}

#[tokio::test]
async fn reset_brings_the_samples_back() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let form = admin
        .form("/admin/stores/new", "store")
        .await
        .with_store("Gone");
    admin.submit("/admin/stores/new", &form).await;
    running.co_op.set_mode(Mode::BeforeScopes).unwrap();
    assert_eq!(admin.post("/practice/reset", &[]).await.status, 415);
    let request = admin
        .request(reqwest::Method::POST, "/practice/reset")
        .header("content-type", "application/json")
        .body("{}");
    assert_eq!(admin.send(request).await.unwrap().status, 204);
    assert_eq!(running.co_op.mode().unwrap(), Mode::Current);
    assert!(running.co_op.mails().unwrap().is_empty() && running.co_op.history().is_empty());
    let token = running.jwt("admin").await;
    let stores = admin.call("/api/stores", &token).await.json();
    assert_eq!(stores["hydra:totalItems"], 47);
    assert_eq!(
        admin.call("/api/stores/1", &token).await.status,
        200,
        "ids start again"
    );
}

#[tokio::test]
async fn many_apps_can_be_asked_for() {
    let options = Options {
        apps: Some(1200),
        ..Options::default()
    };
    let running = Running::start_with(options).await;
    let mut admin = running.signed_in("admin").await;
    assert_eq!(admin.get("/admin/api/apps").await.count("tbody tr"), 1200);
}

#[test]
fn accounts_cover_every_kind_of_person() {
    let accounts = CoOp::in_memory().unwrap().accounts().unwrap();
    let has = |role: &str| accounts.iter().any(|account| account.roles == [role]);
    assert!(has("ROLE_ADMIN") && has("ROLE_DISPATCHER") && has("ROLE_STORE"));
    assert!(accounts.iter().any(|account| !account.enabled));
}
