//! Replies lost on the way: what was made is found, nothing is made twice.

use super::desk::{Desk, secret_on_server};
use super::stage::Stage;
use keys::Act;
use operations::Error;
use practice::{Act as Elsewhere, Fault, FaultKind};

const NEW: &str = "/admin/api/apps/new";
const LIST: &str = "/admin/api/apps";

fn is_lost<T: std::fmt::Debug>(result: &Result<T, Error>) -> bool {
    matches!(result, Err(Error::ReplyLost { .. }))
}

/// Once the spoiled change is under way, spoils the look at what came of it.
async fn spoil_the_look(stage: &Stage, path: &str) {
    while !stage.co_op.faults().is_empty() {
        tokio::task::yield_now().await;
    }
    let fault = Fault::on(path, FaultKind::RefuseConnection).for_method("GET");
    stage.co_op.add_fault(fault);
}

/// Makes the change slow enough to be watched, does its work and cuts the reply.
fn cut_slowly(stage: &Stage, path: &str) {
    stage.spoil("POST", path, FaultKind::Delay { milliseconds: 300 });
    stage.spoil("POST", path, FaultKind::CutAfterWork);
}

#[tokio::test]
async fn a_key_made_without_a_reply_is_found_and_made_once() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.spoil("POST", NEW, FaultKind::CutAfterWork);
    let made = desk.create(id, "Boulangerie Épi d'Or 00001").await.unwrap();
    assert!(made.secret_stored);
    let key = desk.context.inventory.key(made.key).unwrap().unwrap();
    assert_eq!(key.server_id.0, 4);
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&key), [Act::Created]);
    assert_eq!(
        desk.secret(&stage, 4).await.unwrap(),
        secret_on_server(&stage, 4).await
    );
    assert_eq!(desk.refresh(id).await.unwrap().new_keys, 0);
}

#[tokio::test]
async fn a_key_of_another_admin_is_not_taken_for_ours() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let act = Elsewhere::CreateApp {
        name: Some("Ailleurs".to_owned()),
        store: Some(1),
    };
    stage.spoil("POST", NEW, FaultKind::Act { act });
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    let result = desk.create(id, "Boutique").await;
    assert!(is_lost(&result), "{result:?}");
    desk.wait_long();
    assert_eq!(desk.refresh(id).await.unwrap().never_done, 1);
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&desk.key(id, 4)), [Act::SeenOnServer]);
}

#[tokio::test]
async fn a_key_that_was_never_made_leaves_no_trace() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    let result = desk.create(id, "Boutique").await;
    assert!(is_lost(&result), "{result:?}");
    desk.refresh(id).await.unwrap();
    assert!(
        !desk.has_no_open_intent(),
        "a slow server may still be at it"
    );
    desk.wait_long();
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.new_keys, report.never_done), (0, 1));
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 3);
}

#[tokio::test]
async fn a_server_that_answered_with_an_error_did_nothing_if_a_look_finds_nothing() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    for kind in [FaultKind::ServerError, FaultKind::Garbage] {
        stage.spoil("POST", NEW, kind.clone());
        let result = desk.create(id, "Boutique").await;
        let is_told = matches!(result, Err(Error::NothingDone { .. }));
        assert!(is_told, "{kind:?} {result:?}");
        assert!(desk.has_no_open_intent(), "{kind:?}");
    }
    assert_eq!(stage.count(&format!("POST {NEW}")), 2);
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 3);
}

#[tokio::test]
async fn a_key_that_could_not_be_looked_for_is_adopted_by_the_next_refresh() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    cut_slowly(&stage, NEW);
    let (result, ()) = tokio::join!(desk.create(id, "Boutique"), spoil_the_look(&stage, LIST));
    assert!(is_lost(&result), "{result:?}");
    assert!(!desk.has_no_open_intent());
    stage.co_op.clear_faults();
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.new_keys, report.secrets_stored), (1, 1));
    assert!(desk.has_no_open_intent());
    let key = desk.key(id, 4);
    assert_eq!(desk.acts(&key), [Act::Created], "ours, not somebody else's");
    assert!(desk.secret(&stage, 4).await.is_some());
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
}

#[tokio::test]
async fn a_key_whose_page_could_not_be_read_is_adopted_by_the_next_refresh() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.spoil("GET", "/admin/api/apps/4", FaultKind::CutBeforeWork);
    let result = desk.create(id, "Boutique").await;
    assert!(is_lost(&result), "{result:?}");
    desk.refresh(id).await.unwrap();
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&desk.key(id, 4)), [Act::Created]);
    assert!(desk.secret(&stage, 4).await.is_some());
}

#[tokio::test]
async fn a_secret_renewed_without_a_reply_comes_home() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let former = desk.secret(&stage, 1).await;
    let typed = operations::typed_name_of(&key);
    stage.spoil("POST", LIST, FaultKind::CutAfterWork);
    operations::renew_secret(&desk.context, key.id, typed)
        .await
        .unwrap();
    let renewed = desk.secret(&stage, 1).await;
    assert_ne!(renewed, former);
    assert_eq!(renewed.unwrap(), secret_on_server(&stage, 1).await);
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&key).pop(), Some(Act::Renewed));
    assert_eq!(stage.count(&format!("POST {LIST}")), 1);
}

#[tokio::test]
async fn a_secret_that_was_not_renewed_is_not_called_so() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let former = desk.secret(&stage, 1).await;
    let typed = operations::typed_name_of(&key);
    stage.spoil("POST", LIST, FaultKind::CutBeforeWork);
    let result = operations::renew_secret(&desk.context, key.id, typed).await;
    assert!(is_lost(&result), "{result:?}");
    desk.wait_long();
    desk.refresh(id).await.unwrap();
    assert!(desk.has_no_open_intent());
    stage.spoil("POST", LIST, FaultKind::Garbage);
    let result = operations::renew_secret(&desk.context, key.id, typed).await;
    assert!(
        matches!(result, Err(Error::NothingDone { .. })),
        "{result:?}"
    );
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.secret(&stage, 1).await, former);
    assert_eq!(desk.acts(&key), [Act::SeenOnServer]);
}

#[tokio::test]
async fn a_renewed_secret_that_could_not_be_read_comes_home_with_the_next_refresh() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let typed = operations::typed_name_of(&key);
    stage.spoil("GET", "/admin/api/apps/1", FaultKind::CutBeforeWork);
    let result = operations::renew_secret(&desk.context, key.id, typed).await;
    assert!(is_lost(&result), "{result:?}");
    let report = desk.refresh(id).await.unwrap();
    assert_eq!(report.secrets_stored, 1);
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&key), [Act::SeenOnServer, Act::Renewed]);
    let held = desk.secret(&stage, 1).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 1).await);
}

#[tokio::test]
async fn a_store_made_without_a_reply_is_found_and_made_once() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let values = [
        ("store[name]", "Le Petit Marché"),
        ("store[address][streetAddress]", "3 rue du Timbre"),
        ("store[address][latitude]", "50.1256"),
        ("store[address][longitude]", "3.452"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let path = "/admin/stores/new";
    stage.spoil("POST", path, FaultKind::CutAfterWork);
    let made = operations::create_store(&desk.context, id, &values).await;
    assert_eq!(made.unwrap().server_id.0, 49);
    assert!(desk.has_no_open_intent());
    stage.spoil("POST", path, FaultKind::CutBeforeWork);
    let result = operations::create_store(&desk.context, id, &values).await;
    assert!(is_lost(&result), "{result:?}");
    let again = operations::create_store(&desk.context, id, &values).await;
    assert!(matches!(again, Err(Error::StillLooking { .. })));
    desk.wait_long();
    cut_slowly(&stage, path);
    let (result, ()) = tokio::join!(
        operations::create_store(&desk.context, id, &values),
        spoil_the_look(&stage, "/api/stores")
    );
    assert!(is_lost(&result), "{result:?}");
    stage.co_op.clear_faults();
    assert_eq!(desk.refresh(id).await.unwrap().new_stores, 1);
    assert!(desk.has_no_open_intent());
    assert_eq!(stage.count(&format!("POST {path}")), 3);
    let activity = desk
        .context
        .inventory
        .activity(1000, None, &inventory::ActivityFilter::default())
        .unwrap();
    let created = activity.iter().filter(|line| line.act == Act::Created);
    assert_eq!(created.count(), 2);
}

#[tokio::test]
async fn what_was_tried_twice_and_done_once_is_told_once() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    let result = desk.create(id, "Boutique").await;
    assert!(is_lost(&result), "{result:?}");
    desk.wait_long();
    desk.create(id, "Boutique").await.unwrap();
    let key = desk.key(id, 4);
    let typed = operations::typed_name_of(&key);
    stage.spoil("POST", LIST, FaultKind::CutBeforeWork);
    let result = operations::renew_secret(&desk.context, key.id, typed).await;
    assert!(is_lost(&result), "{result:?}");
    let again = operations::renew_secret(&desk.context, key.id, typed).await;
    assert!(matches!(again, Err(Error::StillLooking { .. })));
    desk.wait_long();
    operations::renew_secret(&desk.context, key.id, typed)
        .await
        .unwrap();
    desk.refresh(id).await.unwrap();
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&key), [Act::Created, Act::Renewed]);
}

#[tokio::test]
async fn a_key_is_made_once_whatever_spoils_the_form() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    for kind in [
        FaultKind::RefuseConnection,
        FaultKind::CutAfterWork,
        FaultKind::ServerError,
        FaultKind::Garbage,
    ] {
        stage.spoil("GET", NEW, kind.clone());
        let result = desk.create(id, "Boutique").await;
        let is_told = matches!(result, Err(Error::Server { .. }));
        assert!(is_told, "{kind:?} {result:?}");
        assert!(desk.has_no_open_intent(), "{kind:?}");
    }
    assert_eq!(stage.count(&format!("POST {NEW}")), 0);
    desk.create(id, "Boutique").await.unwrap();
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
}
