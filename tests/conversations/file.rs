//! The file of the inventory: backups, restoring them, and a file that cannot be written.

use super::desk::Desk;
use super::stage::Stage;
use inventory::{BackupReason, Inventory, backups};
use keychain::Trouble;
use keys::{ConnectionId, DraftStore, Moment, ServerStoreId};
use operations::{Error, Sent};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const NEW: &str = "/admin/api/apps/new";
const FIRST: DraftStore = DraftStore::OnServer(ServerStoreId(2));
const DAY: i64 = 24 * 60 * 60 * 1000;

/// A desk whose inventory is a file in a folder of its own.
struct Filed {
    folder: TempDir,
    desk: Desk,
    id: ConnectionId,
}

impl Filed {
    async fn connected(stage: &Stage) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let inventory = Inventory::open(&file_in(folder.path()), Moment(0)).unwrap();
        let desk = Desk::over(stage, inventory, keychain::Memory::new());
        let id = desk.connect(stage, "admin").await;
        desk.refresh(id).await.unwrap();
        Self { folder, desk, id }
    }

    fn file(&self) -> PathBuf {
        file_in(self.folder.path())
    }

    fn daily(&self) -> usize {
        let all = backups(&self.file()).unwrap();
        let daily = |backup: &&inventory::Backup| backup.reason == BackupReason::Daily;
        all.iter().filter(daily).count()
    }

    fn back_up(&self) -> PathBuf {
        let context = &self.desk.context;
        let made = context
            .inventory
            .back_up(BackupReason::ByHand, context.now());
        made.unwrap().path
    }

    async fn restore(&self, backup: &Path) {
        operations::restore_backup(&self.desk.context, backup)
            .await
            .unwrap();
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("inventory.sqlite3")
}

#[tokio::test]
async fn a_backup_is_made_once_a_day_and_seven_are_kept() {
    let stage = Stage::start_small().await;
    let filed = Filed::connected(&stage).await;
    for _ in 0..3 {
        operations::tend(&filed.desk.context).await.unwrap();
        assert_eq!(filed.daily(), 1);
    }
    for day in 2..=9 {
        filed.desk.wait(DAY);
        operations::tend(&filed.desk.context).await.unwrap();
        assert_eq!(filed.daily(), day.min(7));
    }
}

#[tokio::test]
async fn a_draft_sent_after_the_backup_is_not_sent_twice() {
    let stage = Stage::start_small().await;
    let filed = Filed::connected(&stage).await;
    let desk = &filed.desk;
    let draft = desk.draft_key(filed.id, "Boutique", FIRST);
    let backup = filed.back_up();
    assert!(matches!(desk.send_one(draft).await, Sent::Key(_)));
    filed.restore(&backup).await;
    assert!(desk.is_waiting(draft), "as it was then");
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Key(_)), "{sent:?}");
    assert_eq!(stage.made("Boutique"), 1);
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn a_refresh_finds_what_was_sent_after_the_backup() {
    let stage = Stage::start_small().await;
    let filed = Filed::connected(&stage).await;
    let desk = &filed.desk;
    let sent = desk.draft_key(filed.id, "Boutique", FIRST);
    let kept = desk.draft_key(filed.id, "Kiosque", FIRST);
    let backup = filed.back_up();
    assert!(matches!(desk.send_one(sent).await, Sent::Key(_)));
    filed.restore(&backup).await;
    desk.refresh(filed.id).await.unwrap();
    assert!(!desk.is_waiting(sent));
    assert!(desk.is_waiting(kept));
    assert!(desk.has_no_open_intent(), "the server answered long ago");
    assert!(matches!(desk.send_one(kept).await, Sent::Key(_)));
    assert_eq!((stage.made("Boutique"), stage.made("Kiosque")), (1, 1));
    let held = desk.secret(&stage, 4).await;
    assert!(held.is_some(), "the keychain was not restored");
}

#[tokio::test]
async fn a_key_sent_with_its_store_after_the_backup_is_not_sent_twice() {
    let stage = Stage::start_small().await;
    let filed = Filed::connected(&stage).await;
    let desk = &filed.desk;
    let store = desk.draft_store(filed.id, "Le Petit Marché");
    let key = desk.draft_key(filed.id, "Boutique", DraftStore::Draft(store));
    let backup = filed.back_up();
    assert_eq!(desk.send(&[store, key]).await.len(), 2);
    filed.restore(&backup).await;
    desk.refresh(filed.id).await.unwrap();
    let waiting = [store, key].map(|draft| desk.is_waiting(draft));
    assert_eq!(waiting, [false, false]);
    desk.send(&[store, key]).await;
    assert_eq!(
        (stage.made("Le Petit Marché"), stage.made("Boutique")),
        (1, 1)
    );
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn restoring_brings_notes_back_and_lets_held_secrets_go() {
    let stage = Stage::start_small().await;
    let filed = Filed::connected(&stage).await;
    let desk = &filed.desk;
    let key = desk.key(filed.id, 1).id;
    operations::set_note(&desk.context, key, "appeler avant midi").unwrap();
    let backup = filed.back_up();
    operations::set_note(&desk.context, key, "").unwrap();
    desk.keychain.set_trouble(Some(Trouble::Locked));
    desk.create(filed.id, "Boutique").await.unwrap();
    assert_eq!(desk.context.held_secrets(), 1);
    desk.keychain.set_trouble(None);
    filed.restore(&backup).await;
    assert_eq!(desk.context.held_secrets(), 0);
    assert_eq!(desk.key(filed.id, 1).note, "appeler avant midi");
    let reasons: Vec<_> = backups(&filed.file())
        .unwrap()
        .into_iter()
        .map(|backup| backup.reason)
        .collect();
    assert!(reasons.contains(&BackupReason::BeforeRestore));
    // What the backup does not know comes from the server.
    assert_eq!(desk.refresh(filed.id).await.unwrap().new_keys, 1);
    assert!(desk.secret(&stage, 4).await.is_some());
}

#[tokio::test]
async fn a_backup_that_is_none_changes_nothing() {
    let stage = Stage::start_small().await;
    let filed = Filed::connected(&stage).await;
    let other = filed.folder.path().join("backups.txt");
    std::fs::write(&other, "no inventory").unwrap();
    let desk = &filed.desk;
    let result = operations::restore_backup(&desk.context, &other).await;
    assert!(matches!(result, Err(Error::Inventory(_))), "{result:?}");
    assert_eq!(desk.context.inventory.keys(filed.id).unwrap().len(), 3);
}

#[tokio::test]
async fn the_server_is_not_asked_for_what_cannot_be_written_down_first() {
    let stage = Stage::start_small().await;
    let filed = Filed::connected(&stage).await;
    let desk = &filed.desk;
    let draft = desk.draft_key(filed.id, "Boutique", FIRST);
    let key = desk.key(filed.id, 1);
    let typed = operations::typed_name_of(&key);
    let secret = desk.secret(&stage, 1).await;
    // Another program writes, and does not end.
    let other = rusqlite::Connection::open(filed.file()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let is_busy = |error: &Error| matches!(error, Error::Inventory(inventory::Error::Busy));
    let made = desk.create(filed.id, "Boutique").await.unwrap_err();
    assert!(is_busy(&made), "{made:?}");
    let sent = desk.send_one(draft).await;
    assert!(
        matches!(&sent, Sent::Failed(error) if is_busy(error)),
        "{sent:?}"
    );
    let renewed = operations::renew_secret(&desk.context, key.id, typed).await;
    assert!(is_busy(&renewed.unwrap_err()));
    let posts = stage.requests();
    let changes = posts
        .iter()
        .filter(|asked| asked.starts_with("POST /admin"));
    assert_eq!(changes.count(), 0, "{posts:?}");
    other.execute_batch("ROLLBACK").unwrap();
    assert!(desk.has_no_open_intent() && desk.is_waiting(draft));
    assert_eq!(desk.secret(&stage, 1).await, secret);
    assert!(matches!(desk.send_one(draft).await, Sent::Key(_)));
    assert_eq!(stage.made("Boutique"), 1);
}
