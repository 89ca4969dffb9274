//! Whether a key works, and what it opens (contract 6.2 to 6.5).

use super::desk::Desk;
use super::stage::Stage;
use coopcycle::{Credentials, Error, PairCheck, check_api_key, check_pair};
use keys::{Act, CheckResult, KeyStatus, Secret, ServerAppId, ServerStoreId};
use practice::{Act as Elsewhere, Fault, FaultKind};

/// The credentials of a key as the server shows them.
async fn credentials(stage: &Stage, number: i64) -> Credentials {
    let admin = stage.signed_in("admin").await;
    let detail = admin.app(ServerAppId(number)).await.unwrap();
    detail.credentials
}

async fn check(stage: &Stage, credentials: &Credentials) -> Result<PairCheck, Error> {
    match credentials {
        Credentials::OAuth { identifier, secret } => {
            check_pair(&stage.url, identifier, secret, &stage.network).await
        }
        Credentials::ApiKey { key } => check_api_key(&stage.url, key, &stage.network).await,
        Credentials::Unread => panic!("no credentials"),
    }
}

/// What a check of that key finds: scopes, Store, whether it reads the Store, whether orphaned.
async fn found(stage: &Stage, number: i64) -> (Vec<String>, Option<i64>, Option<bool>, bool) {
    let credentials = credentials(stage, number).await;
    match check(stage, &credentials).await.unwrap() {
        PairCheck::Accepted {
            scopes,
            app,
            store_readable,
            orphaned,
            ..
        } => {
            let store = app.and_then(|app| app.store).map(|ServerStoreId(id)| id);
            (scopes, store, store_readable, orphaned)
        }
        other => panic!("{number} {other:?}"),
    }
}

fn words(scopes: &[&str]) -> Vec<String> {
    scopes.iter().map(|scope| (*scope).to_owned()).collect()
}

#[tokio::test]
async fn a_key_opens_what_its_scopes_and_store_allow() {
    let stage = Stage::start().await;
    for (number, scopes, store, reads) in [
        (1, words(&["deliveries"]), Some(1), Some(true)),
        (18, words(&["tasks"]), Some(18), None),
        (43, words(&[]), None, None),
        (44, words(&["orders:all", "tasks:all"]), None, None),
        (45, words(&["orders:all"]), None, None),
        (47, words(&["orders"]), None, None),
        (9, words(&[]), Some(9), Some(true)),
        (46, words(&[]), None, None),
    ] {
        let found = found(&stage, number).await;
        assert_eq!(found, (scopes, store, reads, false), "{number}");
    }
}

#[tokio::test]
async fn a_check_tells_the_app_and_its_time_slot() {
    let stage = Stage::start().await;
    for (number, name, slot) in [
        (1, "Boutique en ligne", Some("/api/time_slots/1")),
        (3, "Crème & Châtaigne, PrestaShop", None),
    ] {
        let credentials = credentials(&stage, number).await;
        let checked = check(&stage, &credentials).await.unwrap();
        let PairCheck::Accepted { app, time_slot, .. } = checked else {
            panic!("{checked:?}");
        };
        assert_eq!(app.unwrap().name, name);
        assert_eq!(time_slot.as_deref(), slot);
    }
}

#[tokio::test]
async fn a_key_of_a_deleted_store_does_not_open_it() {
    let stage = Stage::start().await;
    let (_, store, reads, orphaned) = found(&stage, 12).await;
    assert_eq!((store, reads, orphaned), (Some(12), Some(false), false));
}

#[tokio::test]
async fn a_renewed_pair_is_refused_and_a_replaced_one_is_orphaned() {
    let stage = Stage::start().await;
    let [renewed, replaced, partner] = [
        credentials(&stage, 1).await,
        credentials(&stage, 2).await,
        credentials(&stage, 9).await,
    ];
    for act in [
        Elsewhere::Renew { app: Some(1) },
        Elsewhere::SaveEditPage { app: Some(2) },
        Elsewhere::SaveEditPage { app: Some(9) },
    ] {
        stage.co_op.act(&act).unwrap();
    }
    let result = check(&stage, &renewed).await.unwrap();
    assert_eq!(result, PairCheck::Refused);
    let result = check(&stage, &replaced).await.unwrap();
    let is_orphaned = matches!(result, PairCheck::Accepted { orphaned: true, .. });
    assert!(is_orphaned, "{result:?}");
    let result = check(&stage, &partner).await.unwrap();
    assert_eq!(result, PairCheck::Refused);
    assert_eq!(found(&stage, 2).await.1, Some(2));
}

#[tokio::test]
async fn a_pair_of_another_instance_is_refused() {
    let (here, elsewhere) = (Stage::start().await, Stage::start().await);
    for number in [1, 9] {
        let foreign = credentials(&elsewhere, number).await;
        let result = check(&here, &foreign).await.unwrap();
        assert_eq!(result, PairCheck::Refused);
    }
}

#[tokio::test]
async fn a_check_in_trouble_proves_nothing() {
    let mut stage = Stage::start().await;
    let pair = credentials(&stage, 1).await;
    let result = {
        stage.spoil("GET", "/api", FaultKind::Garbage);
        check(&stage, &pair).await
    };
    assert!(matches!(result, Ok(PairCheck::NotRecognised)), "{result:?}");
    for (method, path) in [
        ("GET", "/api"),
        ("POST", "/oauth2/token"),
        ("GET", "/api/stores/1"),
    ] {
        stage.spoil(method, path, FaultKind::ServerError);
        let error = check(&stage, &pair).await.unwrap_err();
        let has_failed = matches!(error, Error::ServerError { status: 500, .. });
        assert!(has_failed, "{path} {error:?}");
        stage.spoil(method, path, FaultKind::CutAfterWork);
        let error = check(&stage, &pair).await.unwrap_err();
        assert!(matches!(error, Error::ConnectionLost { .. }), "{path}");
        assert!(!error.outcome_unknown(), "{path}");
    }
    stage.co_op.set_maintenance(true).unwrap();
    let result = check(&stage, &pair).await;
    assert!(matches!(result, Err(Error::Maintenance)), "{result:?}");
    stage.close().await;
    let result = check(&stage, &pair).await;
    assert!(matches!(result, Err(Error::Refused(_))), "{result:?}");
}

#[tokio::test]
async fn a_check_needs_no_session_and_asks_for_no_scope() {
    let stage = Stage::start().await;
    let pair = credentials(&stage, 1).await;
    let before = stage.requests().len();
    check(&stage, &pair).await.unwrap();
    assert_eq!(
        stage.requests()[before..],
        [
            "GET /api",
            "POST /oauth2/token",
            "GET /api/me",
            "GET /api/stores/1"
        ]
    );
    let Credentials::OAuth { identifier, .. } = &pair else {
        panic!("no pair");
    };
    let wrong = Secret::new("0".repeat(128));
    let result = check_pair(&stage.url, identifier, &wrong, &stage.network).await;
    assert_eq!(result.unwrap(), PairCheck::Refused);
}

#[tokio::test]
async fn a_check_is_judged_and_kept() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    for (number, expected) in [
        (1, KeyStatus::Works),
        (3, KeyStatus::Works),
        (9, KeyStatus::Works),
        (15, KeyStatus::Works),
        (18, KeyStatus::LacksDeliveries),
        (43, KeyStatus::Unrestricted),
        (44, KeyStatus::Works),
        (47, KeyStatus::Works),
    ] {
        let key = desk.key(id, number).id;
        let status = operations::check_key(&desk.context, key).await.unwrap();
        assert_eq!(status, expected, "{number}");
        let key = desk.key(id, number);
        assert_eq!(key.status(), expected, "{number}");
        assert_eq!(desk.acts(&key).pop(), Some(Act::Checked));
    }
}

#[tokio::test]
async fn a_key_changed_by_others_is_told_by_a_check_before_any_refresh() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    for act in [
        Elsewhere::Renew { app: Some(1) },
        Elsewhere::SaveEditPage { app: Some(2) },
        Elsewhere::SaveEditPage { app: Some(9) },
    ] {
        stage.co_op.act(&act).unwrap();
    }
    for (number, expected) in [
        (1, KeyStatus::Refused),
        (2, KeyStatus::Replaced),
        (9, KeyStatus::Refused),
    ] {
        let key = desk.key(id, number).id;
        let status = operations::check_key(&desk.context, key).await.unwrap();
        assert_eq!(status, expected, "{number}");
    }
    desk.refresh(id).await.unwrap();
    // The old pair of a saved page still obtains tokens: it is kept until the person agrees.
    let kept = desk.key(id, 2);
    assert_eq!(kept.status(), KeyStatus::Replaced);
    operations::accept_new_pair(&desk.context, kept.id)
        .await
        .unwrap();
    for number in [1, 2, 9] {
        let key = desk.key(id, number);
        assert_eq!(key.status(), KeyStatus::NotChecked, "{number}");
        let status = operations::check_key(&desk.context, key.id).await.unwrap();
        assert_eq!(status, KeyStatus::Works, "{number}");
    }
}

#[tokio::test]
async fn an_unreachable_server_leaves_the_former_outcome() {
    let mut stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    operations::check_key(&desk.context, key).await.unwrap();
    stage.close().await;
    operations::check_key(&desk.context, key).await.unwrap_err();
    let (outcome, _) = desk.key(id, 1).check.unwrap();
    assert_eq!(outcome, CheckResult::Works);
}

#[tokio::test]
async fn a_server_that_fails_for_a_moment_is_no_replaced_pair() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let fault = Fault::on("/api/me", FaultKind::ServerError).times(1);
    stage.co_op.add_fault(fault);
    let status = operations::check_key(&desk.context, key).await.unwrap();
    assert_eq!(status, KeyStatus::Works);
}

#[tokio::test]
async fn a_pair_that_opens_another_store_than_ours_is_told_by_its_name() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let other = ServerStoreId(2);
    let inventory = &desk.context.inventory;
    let other = inventory.store_by_server_id(id, other).unwrap().unwrap();
    let mistaken = inventory::SeenKey {
        server_id: key.server_id,
        app_name: key.app_name,
        key_type: key.key_type,
        store: Some(Some(other.id)),
        store_name: other.name,
        scopes: key.scopes,
        identifier: key.identifier,
        fingerprint: key.secret.map(|secret| secret.fingerprint),
    };
    let now = desk.context.now();
    inventory.record_keys(id, false, &[mistaken], now).unwrap();
    let status = operations::check_key(&desk.context, key.id).await.unwrap();
    assert_eq!(status, KeyStatus::OpensAnotherStore);
    let (outcome, _) = desk.key(id, 1).check.unwrap();
    let name = "Boulangerie Épi d'Or".to_owned();
    assert_eq!(outcome, CheckResult::OpensAnotherStore(name));
}
