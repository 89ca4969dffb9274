//! Opening a file of the first version: backed up, then brought up to date with nothing lost.

use crate::sample::{LATER, everything_due, history};
use inventory::{AttentionQuery, BackupReason, Error, IntentAct, Inventory, backups, look_into};
use keys::{
    Act, AttentionKind, AttentionSubject, CheckResult, ConnectionId, KeyId, KeyType, Moment, Scope,
    Seen,
};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FIRST: &str = include_str!("../../src/migration/0001_first.sql");
const SECOND: &str = include_str!("../../src/migration/0002_offline_work.sql");
const THIRD: &str = include_str!("../../src/migration/0003_handing_over.sql");

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

/// A file as the second version left it, with what that version could hold and the first could not.
fn of_the_second_version() -> (TempDir, PathBuf) {
    let (folder, path) = of_the_first_version();
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch(SECOND).unwrap();
    db.execute_batch(
        "UPDATE keys SET check_result = 'refused', checked_at = 6, archived_at = 7,
             offered_type = 'oauth', offered_identifier = 'a', offered_fingerprint = x'09',
             offered_at = 8 WHERE id = 8;
         INSERT INTO drifts (connection, key, kind, at) VALUES (4, 8, 'renewed', 8);
         INSERT INTO drafts (connection, kind, name, key_type, scopes, created_at, changed_at)
             VALUES (4, 'key', 'drafted', 'oauth', 'tasks', 9, 9);
         PRAGMA user_version = 2;",
    )
    .unwrap();
    (folder, path)
}

/// A file as the third version left it, with what that version could hold and the second could not.
fn of_the_third_version() -> (TempDir, PathBuf) {
    let (folder, path) = of_the_second_version();
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch(THIRD).unwrap();
    db.execute_batch(
        "UPDATE keys SET unreached_at = 9 WHERE id = 9;
         INSERT INTO handovers (key, person, channel, platform, language, fingerprint, at, who)
             VALUES (9, 'Zoé', 'other', 'api', 'fr', x'02', 9, 'ada');
         INSERT INTO put_off VALUES ('key_trouble', 'key', 9, NULL, 9);
         INSERT INTO rotations (old_key, new_key, new_name, begun_at, handed_over_at, seen, seen_at)
             VALUES (9, 8, 'rosa', 9, 10, 'confirmed', 11);
         INSERT INTO history (at, who, act, connection, key, subject)
             VALUES (12, '', 'gone_from_server', 4, 9, 'zoe');
         UPDATE keys SET presence = 'gone' WHERE id = 9;
         PRAGMA user_version = 3;",
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
fn what_the_second_version_held_is_kept_and_can_be_handed_over() {
    let (_folder, path) = of_the_second_version();
    let inventory = Inventory::open(&path, LATER).unwrap();
    let key = inventory.key(KeyId(8)).unwrap().unwrap();
    assert_eq!(key.check, Some((CheckResult::Refused, Moment(6))));
    assert_eq!((key.archived_at, key.unreached_at), (Some(Moment(7)), None));
    assert_eq!(key.offered.unwrap().fingerprint, [9]);
    assert_eq!(inventory.unseen_drift().unwrap(), 1);
    assert_eq!(inventory.drafts().unwrap()[0].name(), "drafted");
    assert_eq!(inventory.handed_over().unwrap(), 0);
    assert!(inventory.open_rotations().unwrap().is_empty());
    // Lines written before tell the age of a secret, too.
    let old = AttentionQuery {
        rotation_age: Some(1),
        ..everything_due()
    };
    inventory.set_archived(KeyId(8), None).unwrap();
    let page = inventory.attention(&old, LATER).unwrap();
    let aged: Vec<_> = page
        .rows
        .iter()
        .filter(|one| one.kind == AttentionKind::Old)
        .map(|one| (one.subject, one.since))
        .collect();
    assert_eq!(aged, [(AttentionSubject::Key(KeyId(8)), Some(Moment(1)))]);
    let made = backups(&path).unwrap();
    assert_eq!(made[0].reason, BackupReason::BeforeMigration);
    assert_eq!(version(&made[0].path), 2);
}

#[test]
fn what_the_third_version_held_is_kept_and_knows_of_no_site() {
    let (_folder, path) = of_the_third_version();
    let inventory = Inventory::open(&path, LATER).unwrap();
    let connection = inventory.connection(ConnectionId(4)).unwrap().unwrap();
    assert_eq!((connection.name.as_str(), connection.site), ("Lyon", None));
    let keys = inventory.keys(ConnectionId(4)).unwrap();
    assert_eq!(keys.len(), 2);
    assert!(keys.iter().all(|key| key.consumer.is_none()));
    assert_eq!(keys[1].unreached_at, Some(Moment(9)));
    assert_eq!(inventory.handovers_of(KeyId(9)).unwrap().len(), 1);
    let rotation = inventory.rotation_of(KeyId(9)).unwrap().unwrap();
    assert_eq!(rotation.seen_working, Some((Seen::Confirmed, Moment(11))));
    assert_eq!(rotation.access_before, None);
    let open = inventory.open_intents().unwrap();
    assert_eq!(open.len(), 2);
    assert!(open.iter().all(|one| one.pair.is_none()));
    let put_off = AttentionQuery {
        put_off: true,
        ..everything_due()
    };
    let rows = inventory.attention(&put_off, LATER).unwrap().rows;
    // Since when it is gone is told by a line written before.
    assert_eq!((rows.len(), rows[0].since), (1, Some(Moment(12))));
    let made = backups(&path).unwrap();
    assert_eq!(made[0].reason, BackupReason::BeforeMigration);
    assert_eq!(version(&made[0].path), 3);
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
