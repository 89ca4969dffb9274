//! Another start of the program, with and without a server.

use super::desk::Desk;
use super::stage::Stage;
use inventory::Inventory;
use keys::{Act, KeyStatus, SessionState};
use operations::{Error, Field};
use practice::FaultKind;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder for records, and the file in it.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    (folder, file)
}

/// Starts once, connects, refreshes, ends; what is left is the file and the keychain.
async fn first_start(stage: &Stage, file: &Path) -> (keychain::Memory, keys::ConnectionId) {
    let keychain = keychain::Memory::new();
    let inventory = Inventory::open(file, keys::Moment(1_000_000)).unwrap();
    let desk = Desk::over(stage, inventory, keychain.clone());
    let id = desk.connect(stage, "admin").await;
    desk.refresh(id).await.unwrap();
    (keychain, id)
}

#[tokio::test]
async fn everything_is_copied_offline_without_any_request() {
    let (_folder, file) = folder();
    let mut stage = Stage::start_small().await;
    let (keychain, id) = first_start(&stage, &file).await;
    stage.close().await;
    let asked = stage.requests().len();
    let desk = Desk::over(
        &stage,
        Inventory::open(&file, keys::Moment(1_000_000)).unwrap(),
        keychain,
    );
    let key = desk.key(id, 1);
    assert_eq!(key.status(), KeyStatus::NotChecked);
    for (field, expected) in [
        (Field::BaseUrl, Some(stage.url.as_str().to_owned())),
        (
            Field::Identifier,
            key.identifier.as_ref().map(ToString::to_string),
        ),
        (Field::Secret, desk.secret(&stage, 1).await),
    ] {
        operations::copy_field(&desk.context, key.id, field)
            .await
            .unwrap();
        let copied = desk.clipboard.text().unwrap();
        assert_eq!(Some(copied.expose()), expected.as_deref(), "{field:?}");
    }
    operations::reveal_secret(&desk.context, key.id)
        .await
        .unwrap();
    operations::set_note(&desk.context, key.id, "hors ligne").unwrap();
    assert_eq!(stage.requests().len(), asked);
    assert_eq!(desk.acts(&key).len(), 6);
}

#[tokio::test]
async fn a_server_out_of_reach_is_said_so_and_changes_no_record() {
    let (_folder, file) = folder();
    let mut stage = Stage::start_small().await;
    let (keychain, id) = first_start(&stage, &file).await;
    stage.close().await;
    let desk = Desk::over(
        &stage,
        Inventory::open(&file, keys::Moment(1_000_000)).unwrap(),
        keychain,
    );
    let before = desk.context.inventory.connection(id).unwrap();
    let result = desk.refresh(id).await;
    let is_refused = matches!(
        result,
        Err(Error::Server {
            source: coopcycle::Error::Refused(_),
            ..
        })
    );
    assert!(is_refused, "{result:?}");
    assert!(desk.context.is_unreachable(id));
    let result = desk.create(id, "Boutique").await;
    assert!(matches!(result, Err(Error::Server { .. })), "{result:?}");
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.context.inventory.connection(id).unwrap(), before);
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 3);
}

#[tokio::test]
async fn another_start_goes_on_with_the_kept_session() {
    let (_folder, file) = folder();
    let stage = Stage::start_small().await;
    let (keychain, id) = first_start(&stage, &file).await;
    let desk = Desk::over(
        &stage,
        Inventory::open(&file, keys::Moment(1_000_000)).unwrap(),
        keychain,
    );
    let report = desk.refresh(id).await.unwrap();
    assert_eq!(report, operations::Report::default());
    assert_eq!(stage.count("POST /login_check"), 1);
    assert!(!desk.context.is_unreachable(id));
}

#[tokio::test]
async fn another_start_revives_an_old_session_and_keeps_what_came_of_it() {
    let (_folder, file) = folder();
    let stage = Stage::start_small().await;
    let (keychain, id) = first_start(&stage, &file).await;
    let entry = keychain::Entry::session(true, &stage.url);
    let kept = keychain::Keychain::Memory(keychain.clone());
    for _ in 0..2 {
        let before = kept.read(&entry).await.unwrap();
        stage.expire(false);
        let inventory = Inventory::open(&file, keys::Moment(1_000_000)).unwrap();
        let desk = Desk::over(&stage, inventory, keychain.clone());
        desk.refresh(id).await.unwrap();
        let after = kept.read(&entry).await.unwrap();
        assert!(after.is_some() && after != before, "the renewed cookies");
    }
    assert_eq!(stage.co_op.mails().unwrap().len(), 1, "no second code");
}

#[tokio::test]
async fn another_start_without_a_session_says_to_sign_in() {
    let (_folder, file) = folder();
    let stage = Stage::start_small().await;
    let (_, id) = first_start(&stage, &file).await;
    let inventory = Inventory::open(&file, keys::Moment(1_000_000)).unwrap();
    let desk = Desk::over(&stage, inventory, keychain::Memory::new());
    let asked = stage.requests().len();
    let result = desk.refresh(id).await;
    assert!(matches!(result, Err(Error::SignedOut(_))), "{result:?}");
    let record = desk.context.inventory.connection(id).unwrap().unwrap();
    assert_eq!(record.session, SessionState::SignedOut);
    assert_eq!(stage.requests().len(), asked);
}

#[tokio::test]
async fn what_was_under_way_when_the_program_ended_is_finished_by_the_next() {
    let (_folder, file) = folder();
    let stage = Stage::start_small().await;
    let (keychain, id) = first_start(&stage, &file).await;
    let inventory = Inventory::open(&file, keys::Moment(1_000_000)).unwrap();
    let desk = Desk::over(&stage, inventory, keychain.clone());
    // The page of the new key never comes: the program ends while it waits for it.
    stage.spoil(
        "GET",
        "/admin/api/apps/4",
        FaultKind::Delay {
            milliseconds: 600_000,
        },
    );
    tokio::select! {
        made = desk.create(id, "Boutique") => panic!("{made:?}"),
        () = async {
            while !stage.co_op.faults().is_empty() {
                tokio::task::yield_now().await;
            }
        } => {}
    }
    assert!(!desk.has_no_open_intent());
    drop(desk);
    let desk = Desk::over(
        &stage,
        Inventory::open(&file, keys::Moment(1_000_000)).unwrap(),
        keychain,
    );
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.new_keys, report.secrets_stored), (1, 1));
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&desk.key(id, 4)), [Act::Created]);
    assert_eq!(stage.count("POST /admin/api/apps/new"), 1);
}
