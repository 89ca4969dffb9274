//! What the server's operator does in the database, and what tests see of it.

use practice::{Act, Made, What};
use serde_json::json;

use super::browser::{Running, credentials};

fn by_others(server_id: i64, what: What, name: &str, replaced: bool) -> Made {
    Made {
        server_id,
        what,
        name: name.to_owned(),
        by: None,
        replaced,
    }
}

#[tokio::test]
async fn a_deleted_app_is_gone_with_its_pair_until_it_is_put_back() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let pair = running.pair(1).await;
    running.co_op.act(&Act::DeleteApp { app: Some(1) }).unwrap();
    assert_eq!(admin.get("/admin/api/apps/1").await.status, 500);
    assert_eq!(
        admin.get("/admin/api/apps").await.count("tbody tr"),
        49,
        "one row less"
    );
    let jwt = running.jwt("admin").await;
    assert_eq!(admin.call("/api/api_apps/1", &jwt).await.status, 404);
    assert_eq!(running.browser().token(&pair, "").await.status, 401);
    assert!(running.co_op.apps().unwrap()[0].deleted);
    assert!(running.co_op.act(&Act::DeleteApp { app: Some(1) }).is_err());
    running.co_op.act(&Act::RestoreApp { app: None }).unwrap();
    assert_eq!(running.pair(1).await, pair);
    assert_eq!(running.browser().token(&pair, "").await.status, 200);
    assert!(running.co_op.act(&Act::RestoreApp { app: None }).is_err());
    assert!(!running.co_op.apps().unwrap()[0].deleted);
}

#[tokio::test]
async fn a_deleted_app_does_not_give_its_number_away() {
    let running = Running::start().await;
    let create = Act::CreateApp {
        name: Some("Next".to_owned()),
        store: None,
    };
    running.co_op.act(&Act::DeleteApp { app: None }).unwrap();
    running.co_op.act(&create).unwrap();
    running.co_op.act(&Act::RestoreApp { app: None }).unwrap();
    let apps = running.co_op.apps().unwrap();
    let ids: Vec<i64> = apps.iter().map(|app| app.id).collect();
    assert_eq!(ids, (1..=51).collect::<Vec<i64>>());
    assert_eq!(apps[50].name, "Next");
}

#[tokio::test]
async fn a_deleted_store_comes_back() {
    let running = Running::start().await;
    let jwt = running.jwt("admin").await;
    let mut browser = running.browser();
    running
        .co_op
        .act(&Act::DeleteStore { store: Some(48) })
        .unwrap();
    assert_eq!(browser.call("/api/stores/48", &jwt).await.status, 404);
    running
        .co_op
        .act(&Act::RestoreStore { store: None })
        .unwrap();
    assert_eq!(browser.call("/api/stores/48", &jwt).await.status, 200);
    let living = Act::RestoreStore { store: Some(48) };
    assert!(running.co_op.act(&living).is_err());
}

#[tokio::test]
async fn apps_of_every_sort_are_made() {
    let running = Running::start().await;
    let body = json!({"act": "create_app_with", "name": "Partner", "scopes": ["tasks:all"],
        "api_key": true});
    let act: Act = serde_json::from_value(body).unwrap();
    running.co_op.act(&act).unwrap();
    let app = running.co_op.apps().unwrap().pop().unwrap();
    assert_eq!((app.store, app.api_key), (None, true));
    assert!(app.secret.starts_with("ak_"), "{}", app.secret);
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/api/apps/51").await;
    assert_eq!(page.value_of("#api_app_apiKey"), app.secret);
    assert_eq!(
        page.attributes("#api_app_scopes [checked]", "value"),
        ["tasks:all"]
    );
}

#[tokio::test]
async fn what_was_made_says_by_whom() {
    let running = Running::start().await;
    let store = |name: &str| Act::CreateStore {
        name: name.to_owned(),
    };
    running.co_op.act(&store("Theirs")).unwrap();
    let mut admin = running.signed_in("admin").await;
    let path = "/admin/stores/new";
    let form = admin.form(path, "store").await.with_store("Ours");
    assert_eq!(admin.submit(path, &form).await.status, 302);
    let path = "/admin/api/apps/new";
    let form = admin.form(path, "api_app").await;
    let form = form.set("api_app[name]", "Ours");
    assert_eq!(admin.submit(path, &form).await.status, 302);
    running.co_op.act(&Act::SaveEditPage { app: None }).unwrap();
    let ours = |server_id, what| Made {
        by: Some("admin".to_owned()),
        ..by_others(server_id, what, "Ours", false)
    };
    assert_eq!(
        running.co_op.made(),
        [
            by_others(49, What::Store, "Theirs", false),
            ours(50, What::Store),
            ours(51, What::App),
            by_others(51, What::App, "Ours", true),
        ]
    );
    running.co_op.reset().unwrap();
    assert_eq!(running.co_op.made(), []);
}

#[tokio::test]
async fn a_secret_opens_until_it_is_renewed_or_its_app_deleted() {
    let running = Running::start().await;
    let secret_of = |number: usize| running.co_op.apps().unwrap()[number - 1].secret.clone();
    let opens = |secret: &str| running.co_op.opens(secret).unwrap();
    let (first, second, partner) = (secret_of(1), secret_of(2), secret_of(9));
    assert!(partner.starts_with("ak_"), "{partner}");
    assert!(opens(&first) && opens(&second) && opens(&partner));
    assert!(!opens("nothing"));
    running.co_op.act(&Act::Renew { app: Some(1) }).unwrap();
    assert!(!opens(&first) && opens(&secret_of(1)));
    for app in [2, 9] {
        let app = Some(app);
        running.co_op.act(&Act::SaveEditPage { app }).unwrap();
    }
    assert!(opens(&second), "the old pair still gets tokens");
    assert!(!opens(&partner), "an ak_ value is dead at once");
    running.co_op.act(&Act::DeleteApp { app: Some(1) }).unwrap();
    assert!(!opens(&secret_of(1)));
}

#[tokio::test]
async fn snapshots_show_what_the_pages_show() {
    let running = Running::start().await;
    let apps = running.co_op.apps().unwrap();
    let pair = running.pair(1).await;
    assert_eq!((&apps[0].identifier, &apps[0].secret), (&pair.0, &pair.1));
    assert_eq!(apps.len(), 50);
    let stores = running.co_op.stores().unwrap();
    let deleted: Vec<i64> = stores
        .iter()
        .filter(|store| store.deleted)
        .map(|store| store.id)
        .collect();
    assert_eq!((stores.len(), deleted), (48, vec![12]));
    assert_eq!(stores[9].name, "Fleurs du Guidon");
    let mut browser = running.browser();
    browser.post("/login_check", &credentials("admin")).await;
    assert!(
        running.co_op.made().is_empty(),
        "samples and sign-ins make nothing"
    );
}

#[tokio::test]
async fn other_scopes_hold_for_new_tokens_of_the_same_pair() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let pair = running.pair(1).await;
    let before = running.access_token(&pair, "").await;
    let body = json!({"act": "set_scopes", "app": 1, "scopes": ["tasks"]});
    let act: Act = serde_json::from_value(body).unwrap();
    running.co_op.act(&act).unwrap();
    assert_eq!(running.pair(1).await, pair);
    let refused = browser.token(&pair, "deliveries").await;
    assert_eq!(refused.json()["error"], "invalid_scope");
    let token = running.access_token(&pair, "").await;
    assert_eq!(browser.call("/api/me", &token).await.status, 200);
    assert_eq!(browser.call("/api/stores/1", &token).await.status, 403);
    assert_eq!(browser.call("/api/stores/1", &before).await.status, 200);
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/api/apps/1").await;
    assert_eq!(
        page.attributes("#api_app_scopes [checked]", "value"),
        ["tasks"]
    );
    let none = Act::SetScopes {
        app: Some(1),
        scopes: Vec::new(),
    };
    running.co_op.act(&none).unwrap();
    running.access_token(&pair, "tasks:all").await;
    let nowhere = Act::SetScopes {
        app: Some(999),
        scopes: Vec::new(),
    };
    assert!(running.co_op.act(&nowhere).is_err());
}

#[tokio::test]
async fn a_moved_app_opens_another_store() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let pair = running.pair(1).await;
    let token = running.access_token(&pair, "").await;
    let body = json!({"act": "move_app", "app": 1, "store": 2});
    let act: Act = serde_json::from_value(body).unwrap();
    running.co_op.act(&act).unwrap();
    assert_eq!(running.pair(1).await, pair);
    let me = browser.call("/api/me", &token).await.json();
    assert_eq!(me["store"], "/api/stores/2");
    assert_eq!(browser.call("/api/stores/2", &token).await.status, 200);
    assert_eq!(browser.call("/api/stores/1", &token).await.status, 403);
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/api/apps/1").await;
    assert_eq!(page.value_of("#api_app_store option[selected]"), "2");
    let unbind = Act::MoveApp {
        app: Some(1),
        store: None,
    };
    running.co_op.act(&unbind).unwrap();
    let me = browser.call("/api/me", &token).await.json();
    assert_eq!(me["store"], json!(null));
    assert_eq!(browser.call("/api/stores/2", &token).await.status, 403);
    let deleted = Act::MoveApp {
        app: Some(1),
        store: Some(12),
    };
    assert!(running.co_op.act(&deleted).is_err());
}

#[tokio::test]
async fn a_time_slot_is_set_and_cleared() {
    let running = Running::start().await;
    let jwt = running.jwt("admin").await;
    let mut browser = running.browser();
    let slots = |store: &serde_json::Value| (store["timeSlot"].clone(), store["timeSlots"].clone());
    let set = |slot| Act::SetTimeSlot {
        store: Some(1),
        slot,
    };
    running.co_op.act(&set(Some(3))).unwrap();
    let store = browser.call("/api/stores/1", &jwt).await.json();
    let third = json!("/api/time_slots/3");
    assert_eq!(slots(&store), (third.clone(), json!([third])));
    assert!(running.co_op.act(&set(Some(99))).is_err());
    let body = json!({"act": "set_time_slot", "store": 1});
    let clear: Act = serde_json::from_value(body).unwrap();
    assert_eq!(clear, set(None));
    running.co_op.act(&clear).unwrap();
    let store = browser.call("/api/stores/1", &jwt).await.json();
    assert_eq!(slots(&store), (json!(null), json!([])));
}
