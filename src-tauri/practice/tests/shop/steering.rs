//! Failures, acts and the control pages of the shop.

use std::time::Duration;

use practice::{Fault, FaultKind, Flavour, Permalinks, Permission, ShopAct, ShopOptions, ShopRole};
use reqwest::Method;
use serde_json::{Value, json};

use super::browser::{AJAX, KEYS, LOGIN};
use super::running::Running;

#[tokio::test]
async fn cut_after_work_leaves_a_key_whose_secret_nobody_has() {
    let running = Running::start_with(ShopOptions::of(Flavour::B)).await;
    let mut admin = running.signed_in("anne").await;
    let nonce = admin.form("&create-key=1").await.ajax_nonce();
    let fields = [
        ("action", "woocommerce_update_api_key"),
        ("security", nonce.as_str()),
        ("description", "Lost"),
        ("user", "1"),
        ("permissions", "read"),
    ];
    let path = format!("/boutique{AJAX}");
    let cut = |kind| Fault::on(&path, kind).for_method("POST").times(1);
    running.shop.add_fault(cut(FaultKind::CutBeforeWork));
    assert!(admin.try_post(AJAX, &fields).await.is_err());
    assert_eq!(running.shop.keys().unwrap().len(), 6);
    running.shop.add_fault(cut(FaultKind::CutAfterWork));
    assert!(admin.try_post(AJAX, &fields).await.is_err());
    let lost = running.shop.keys().unwrap().pop().unwrap();
    assert_eq!((lost.id, lost.description.as_str()), (7, "Lost"));
    assert_eq!(running.shop.fault_counts()["cut after work"], 1);
    assert_eq!(
        running.shop.history()[0].note.as_deref(),
        Some("cut after work")
    );
}

#[tokio::test]
async fn each_failure_shows() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let once = |kind| Fault::everywhere(kind).times(1);
    running.shop.add_fault(once(FaultKind::RefuseConnection));
    assert!(browser.try_get("/").await.is_err());
    let to = "https://www.shop.example".to_owned();
    for (kind, status, text) in [
        (FaultKind::ServerError, 500, "wp-die-message"),
        (FaultKind::Maintenance, 503, "Maintenance"),
        (FaultKind::Status { status: 429 }, 429, "429"),
        (FaultKind::Website, 200, "newsletter"),
        (FaultKind::Redirect { to }, 302, ""),
        (FaultKind::Delay { milliseconds: 1 }, 200, "loginform"),
        (
            FaultKind::DelayAfterWork { milliseconds: 1 },
            200,
            "loginform",
        ),
    ] {
        running.shop.add_fault(once(kind.clone()));
        let reply = browser.get(LOGIN).await;
        assert_eq!(reply.status, status, "{kind:?}");
        assert!(reply.text.contains(text), "{kind:?}");
        if status == 302 {
            assert_eq!(reply.location(), "https://www.shop.example/wp-login.php");
        }
    }
    running
        .shop
        .add_fault(once(FaultKind::LargePage { bytes: 3_000_001 }));
    assert_eq!(browser.get(LOGIN).await.text.len(), 3_000_001);
    running.shop.add_fault(once(FaultKind::Garbage));
    assert_eq!(browser.get("/wp-json/").await.count("a, form"), 0);
    assert!(running.shop.faults().is_empty());
}

#[tokio::test]
async fn held_request_is_never_answered_though_the_work_is_done() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let page = admin.get(KEYS).await;
    let link = page.attribute(r#"a.submitdelete[href*="revoke-key=3&"]"#, "href");
    running
        .shop
        .add_fault(Fault::everywhere(FaultKind::Hold { after_work: true }).times(1));
    let mut effects = running.shop.subscribe_faults();
    tokio::select! {
        reply = admin.try_get(&link) => panic!("{reply:?}"),
        effect = effects.changed() => effect.unwrap(),
    }
    assert!(running.shop.keys().unwrap()[2].revoked);
}

#[tokio::test]
async fn session_expires_in_the_middle_and_others_act_just_before() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let expire = FaultKind::ExpireSession { remembered: false };
    running
        .shop
        .add_fault(Fault::on("/wp-admin/", expire).times(1));
    assert_eq!(admin.get(KEYS).await.status, 302);
    let mut admin = running.signed_in("anne").await;
    let act = ShopAct::RevokeKey { id: 3 };
    running
        .shop
        .add_fault(Fault::on("/wp-admin/", FaultKind::Act { act }).times(1));
    let page = admin.get(KEYS).await;
    assert_eq!(page.count(r#"input[name="key[]"]"#), 5);
    let act = ShopAct::RevokeKey { id: 3 };
    running
        .shop
        .add_fault(Fault::everywhere(FaultKind::Act { act }).times(1));
    assert_eq!(
        admin.get(KEYS).await.status,
        200,
        "an act without an object does nothing"
    );
}

#[tokio::test]
async fn each_act_shows() {
    let running = Running::start().await;
    let shop = &running.shop;
    let create = ShopAct::CreateKey {
        description: Some("Theirs".to_owned()),
        owner: Some(2),
        permission: Permission::Write,
    };
    shop.act(&create).unwrap();
    let made = shop.keys().unwrap().pop().unwrap();
    assert_eq!(
        (made.id, made.description.as_str(), made.owner, made.made_by),
        (7, "Theirs", 2, None)
    );
    let edit = ShopAct::EditKey {
        id: 7,
        permission: Some(Permission::Read),
        description: None,
    };
    shop.act(&edit).unwrap();
    shop.advance_clock(Duration::from_hours(48));
    shop.act(&ShopAct::UseKey { id: 7 }).unwrap();
    let edited = shop.keys().unwrap().pop().unwrap();
    assert_eq!(
        (edited.description.as_str(), edited.permission),
        ("Theirs", Permission::Read)
    );
    let used = edited.last_access.unwrap();
    let before = shop.keys().unwrap()[4].last_access.unwrap();
    assert!(used - before > 47 * 3_600_000, "by the shop's own clock");
    shop.act(&ShopAct::RevokeNewest).unwrap();
    assert!(shop.keys().unwrap()[6].revoked);
    for gone in [
        ShopAct::RevokeKey { id: 7 },
        ShopAct::UseKey { id: 7 },
        ShopAct::EditKey {
            id: 7,
            permission: None,
            description: None,
        },
        ShopAct::DeleteUser { id: 4711 },
        ShopAct::ChangeRole {
            id: 4711,
            role: ShopRole::Editor,
        },
    ] {
        assert!(shop.act(&gone).is_err(), "{gone:?}");
    }
    shop.act(&ShopAct::AddKeys { count: 30 }).unwrap();
    assert_eq!(shop.keys().unwrap().len(), 37);
    let permalinks = Permalinks::Plain;
    shop.act(&ShopAct::SetPermalinks { permalinks }).unwrap();
    let reply = running.browser().get("/").await;
    assert!(reply.link.unwrap().contains("/index.php?rest_route=/"));
}

#[tokio::test]
async fn control_pages_are_at_the_root_and_never_spoilt() {
    let running = Running::start_with(ShopOptions::of(Flavour::B)).await;
    let mut browser = running.browser();
    running
        .shop
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection));
    for path in [
        "history", "keys", "accounts", "sessions", "mails", "faults", "mode",
    ] {
        let path = format!("/practice-shop/{path}");
        let reply = browser.control(Method::GET, &path, &json!({})).await;
        assert_eq!(reply.status, 200, "{path}");
        assert!(reply.kind.starts_with("application/json"));
    }
    let reply = browser
        .control(Method::DELETE, "/practice-shop/faults", &json!({}))
        .await;
    assert_eq!(reply.status, 204);
    assert!(
        running.shop.history().is_empty(),
        "the history tells nothing of them"
    );
}

async fn post(running: &Running, path: &str, body: Value) -> u16 {
    let path = format!("/practice-shop/{path}");
    running
        .browser()
        .control(Method::POST, &path, &body)
        .await
        .status
}

#[tokio::test]
async fn everything_can_be_steered_over_http() {
    let running = Running::start().await;
    let fault =
        json!({"path": "/wp-admin/", "kind": "act", "act": {"act": "revoke_newest"}, "times": 1});
    assert_eq!(post(&running, "faults", fault).await, 201);
    let act = ShopAct::RevokeNewest;
    assert_eq!(running.shop.faults()[0].kind, FaultKind::Act { act });
    let act = json!({"act": "create_key", "description": "Over HTTP", "permission": "read_write"});
    assert_eq!(post(&running, "act", act).await, 204);
    assert_eq!(running.shop.keys().unwrap()[6].description, "Over HTTP");
    assert_eq!(
        post(&running, "act", json!({"act": "use_key", "id": 4711})).await,
        404
    );
    assert_eq!(post(&running, "act", json!({"act": "fly"})).await, 422);
    let mode = json!({"flavour": "c", "second_factor": "app", "blocked_methods": ["HEAD"]});
    assert_eq!(post(&running, "mode", mode).await, 204);
    assert_eq!(post(&running, "mode", json!({"captcha": true})).await, 204);
    let mode = running.shop.mode().unwrap();
    assert!(mode.flavour == Flavour::C && mode.captcha && mode.blocked_methods == ["HEAD"]);
    assert_eq!(post(&running, "mode", json!({"flavor": "c"})).await, 422);
    assert_eq!(post(&running, "mode", json!({"flavour": "d"})).await, 422);
    assert_eq!(
        post(&running, "advance", json!({"seconds": 86_400})).await,
        204
    );
    assert_eq!(
        post(&running, "act", json!({"act": "use_key", "id": 7})).await,
        204
    );
    assert_eq!(post(&running, "reset", json!({})).await, 204);
    assert_eq!(running.shop.keys().unwrap().len(), 6);
    assert_eq!(running.shop.mode().unwrap().flavour, Flavour::A);
}

#[tokio::test]
async fn a_form_of_a_web_page_steers_nothing() {
    let running = Running::start().await;
    let disguised = [("{\"act\":\"revoke_newest\"}", "")];
    for path in ["act", "faults", "mode", "advance", "reset"] {
        let reply = running
            .browser()
            .post(&format!("/practice-shop/{path}"), &disguised)
            .await;
        assert_eq!(reply.status, 415, "{path}");
    }
    assert!(running.shop.keys().unwrap().iter().all(|key| !key.revoked));
}
