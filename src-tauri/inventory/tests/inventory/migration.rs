//! Opening a file of the first version: backed up, then brought up to date with nothing lost.

use crate::sample::{LATER, history};
use inventory::{BackupReason, Error, IntentAct, Inventory, backups, look_into};
use keys::{Act, ConnectionId, KeyId, KeyType, Scope};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FIRST: &str = include_str!("../../src/migration/0001_first.sql");

/// A file as the first version left it.
fn of_the_first_version() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.sqlite3");
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch(FIRST).unwrap();
    db.execute_batch(
        "INSERT INTO connections VALUES
             (4, 'coopcycle', 'https://lyon.example', 'Lyon', 2, 'ada', 'signed_in', 'fr', 'fr', 7);
         INSERT INTO stores VALUES
             (1, 4, 11, 'Rosa', '', 1, 'on_server', 1), (2, 4, 12, 'Zoé', '', 1, 'gone', 1);
         INSERT INTO keys (id, connection, server_id, app_name, key_type, store, store_name,
                 identifier, fingerprint, stored_at, presence, first_seen)
             VALUES (8, 4, 21, 'rosa', 'oauth', 1, 'Rosa', 'a', x'01', 5, 'on_server', 1),
                    (9, 4, 22, 'zoe', 'oauth', 2, 'Zoé', 'b', x'02', 5, 'on_server', 1);
         INSERT INTO history VALUES
             (3, 1, '', 'seen_on_server', 4, 8, 1, 'rosa'), (5, 2, 'ada', 'revealed', 4, 9, 2, 'zoe');
         INSERT INTO intents VALUES
             (1, 4, 'create_key', 'new', NULL, NULL, '21 22', 3),
             (2, 4, 'renew_secret', NULL, 8, x'01', '', 4);
         PRAGMA user_version = 1;",
    )
    .unwrap();
    (folder, path)
}

fn version(path: &Path) -> i64 {
    let db = rusqlite::Connection::open(path).unwrap();
    db.pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

#[test]
fn nothing_is_lost_on_the_way_to_the_newest_version() {
    let (_folder, path) = of_the_first_version();
    let inventory = Inventory::open(&path, LATER).unwrap();
    let keys = inventory.keys(ConnectionId(4)).unwrap();
    let gone: Vec<_> = keys.iter().map(|key| (key.id, key.store_gone)).collect();
    assert_eq!(gone, [(KeyId(8), false), (KeyId(9), true)]);
    assert!(keys.iter().all(|key| key.offered.is_none()
        && key.archived_at.is_none()
        && key.forgotten_at.is_none()));
    let lines: Vec<_> = history(&inventory);
    let told: Vec<_> = lines.iter().map(|line| (line.act, line.key)).collect();
    assert_eq!(
        told,
        [
            (Act::SeenOnServer, Some(KeyId(8))),
            (Act::Revealed, Some(KeyId(9)))
        ]
    );
    let open = inventory.open_intents().unwrap();
    let act = IntentAct::CreateKey {
        name: "new".to_owned(),
        key_type: KeyType::OAuth,
        scopes: vec![Scope::Deliveries],
        store: None,
    };
    assert_eq!((&open[0].act, &open[0].known), (&act, &vec![21, 22]));
    assert!(matches!(
        open[1].act,
        IntentAct::RenewSecret { key: KeyId(8), .. }
    ));
    assert!(open.iter().all(|one| !one.answered && one.draft.is_none()));
    inventory.remove_key(KeyId(9)).unwrap();
    assert_eq!(history(&inventory).len(), 2);
}

#[test]
fn an_older_file_is_backed_up_as_it_was_and_only_once() {
    let (_folder, path) = of_the_first_version();
    for _ in 0..2 {
        Inventory::open(&path, LATER).unwrap();
    }
    let made = backups(&path).unwrap();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].reason, BackupReason::BeforeMigration);
    let content = look_into(&made[0].path).unwrap();
    assert_eq!((content.stores, content.keys, content.drafts), (2, 2, 0));
    assert_eq!(version(&made[0].path), 1);
    assert!(version(&path) > 1);
}

#[test]
fn a_file_that_cannot_be_backed_up_is_not_migrated() {
    let (folder, path) = of_the_first_version();
    fs::write(folder.path().join("backups"), "in the way").unwrap();
    let outcome = Inventory::open(&path, LATER);
    assert!(matches!(outcome, Err(Error::File { .. })));
    assert_eq!(version(&path), 1);
}

#[test]
fn a_backup_of_an_older_version_is_restored_and_brought_up_to_date() {
    let (_folder, path) = of_the_first_version();
    let inventory = Inventory::open(&path, LATER).unwrap();
    inventory.remove_connection(ConnectionId(4)).unwrap();
    let older = backups(&path).unwrap().remove(0);
    inventory.restore(&older.path, LATER).unwrap();
    assert_eq!(inventory.keys(ConnectionId(4)).unwrap().len(), 2);
    assert!(inventory.key(KeyId(9)).unwrap().unwrap().store_gone);
    assert!(inventory.drafts().unwrap().is_empty());
}

#[test]
fn a_fresh_file_needs_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.sqlite3");
    Inventory::open(&path, LATER).unwrap();
    assert_eq!(backups(&path).unwrap(), []);
}
