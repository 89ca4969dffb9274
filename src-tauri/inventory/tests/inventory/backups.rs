//! Backups: made by hand and daily, whole and private, looked into.

use crate::sample::{NOW, connect, key, one_connection, seen_key, store};
use inventory::{Backup, BackupContent, BackupReason, Error, Inventory, backups, look_into};
use keys::{DraftContent, Moment};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// Some midnight in UTC.
const MIDNIGHT: i64 = 20_000 * DAY;

fn on_disk() -> (TempDir, PathBuf, Inventory) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.sqlite3");
    let inventory = Inventory::open(&path, NOW).unwrap();
    (folder, path, inventory)
}

fn daily(inventory: &Inventory, at: i64) -> Option<Backup> {
    inventory.back_up_daily(Moment(at)).unwrap()
}

#[test]
fn a_backup_holds_what_there_was_and_opens_by_itself() {
    let (_folder, path, inventory) = on_disk();
    let connection = connect(&inventory, "lyon.example");
    let made = key(&inventory, connection, "webshop");
    key(&inventory, connection, "other");
    inventory.set_forgotten(made, Some(NOW)).unwrap();
    store(&inventory, connection, "Rosa");
    let content = DraftContent::Store { values: vec![] };
    inventory.add_draft(connection, &content, NOW).unwrap();
    let backup = inventory
        .back_up(BackupReason::ByHand, Moment(MIDNIGHT + 1_234))
        .unwrap();
    assert_eq!(backup.at, Moment(MIDNIGHT + 1_000));
    assert_eq!(backup.bytes, fs::metadata(&backup.path).unwrap().len());
    assert_eq!(backups(&path).unwrap(), std::slice::from_ref(&backup));

    key(&inventory, connection, "later");
    let before = fs::read(&backup.path).unwrap();
    let content = BackupContent {
        connections: 1,
        stores: 1,
        keys: 1,
        drafts: 1,
    };
    assert_eq!(look_into(&backup.path).unwrap(), content);
    assert_eq!(fs::read(&backup.path).unwrap(), before);
    let folder = backup.path.parent().unwrap();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1);

    let opened = Inventory::open(&backup.path, NOW).unwrap();
    assert_eq!(opened.keys(connection).unwrap().len(), 2);
}

#[test]
fn what_was_written_while_a_backup_is_made_is_in_it_or_not_but_never_half() {
    let (_folder, _, inventory) = on_disk();
    let connection = connect(&inventory, "lyon.example");
    let pairs = std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for number in 0..40 {
                let seen = [1, 2].map(|half| seen_key(number * 2 + half, "webshop"));
                inventory
                    .record_keys(connection, false, &seen, NOW)
                    .unwrap();
            }
        });
        let mut counts = Vec::new();
        while !writer.is_finished() {
            let backup = inventory.back_up(BackupReason::ByHand, NOW).unwrap();
            counts.push(look_into(&backup.path).unwrap().keys);
            fs::remove_file(backup.path).unwrap();
        }
        counts
    });
    assert!(pairs.iter().all(|keys| keys % 2 == 0), "{pairs:?}");
    let last = inventory.back_up(BackupReason::ByHand, NOW).unwrap();
    assert_eq!(look_into(&last.path).unwrap().keys, 80);
}

#[test]
fn backups_asked_for_at_once_are_all_made() {
    let (_folder, path, inventory) = on_disk();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| inventory.back_up(BackupReason::ByHand, NOW).unwrap());
        }
    });
    assert_eq!(backups(&path).unwrap().len(), 6);
}

#[test]
fn several_backups_of_one_second_are_all_kept_newest_first() {
    let (_folder, path, inventory) = on_disk();
    let reasons = [
        BackupReason::Daily,
        BackupReason::ByHand,
        BackupReason::ByHand,
        BackupReason::BeforeRestore,
    ];
    let made = reasons.map(|reason| inventory.back_up(reason, NOW).unwrap());
    let mut newest_first = made.to_vec();
    newest_first.reverse();
    assert_eq!(backups(&path).unwrap(), newest_first);
}

#[test]
fn there_is_one_backup_a_day() {
    let (_folder, path, inventory) = on_disk();
    assert!(daily(&inventory, MIDNIGHT + HOUR).is_some());
    assert!(daily(&inventory, MIDNIGHT + 23 * HOUR).is_none());
    inventory
        .back_up(BackupReason::ByHand, Moment(MIDNIGHT + DAY))
        .unwrap();
    assert!(daily(&inventory, MIDNIGHT + DAY).is_some());
    assert!(daily(&inventory, MIDNIGHT + DAY).is_none());
    for day in 2..12 {
        assert!(daily(&inventory, MIDNIGHT + day * DAY).is_some());
    }
    let days: Vec<i64> = backups(&path)
        .unwrap()
        .iter()
        .filter(|backup| backup.reason == BackupReason::Daily)
        .map(|backup| (backup.at.0 - MIDNIGHT) / DAY)
        .collect();
    assert_eq!(days, [11, 10, 9, 8, 7, 6, 5]);
}

#[test]
fn a_daily_backup_of_a_wrong_clock_does_not_count() {
    let (_folder, _, inventory) = on_disk();
    assert!(daily(&inventory, MIDNIGHT + 30 * DAY).is_some());
    assert!(daily(&inventory, MIDNIGHT + 22 * HOUR).is_some());
    assert!(daily(&inventory, MIDNIGHT + HOUR).is_some());
    assert!(daily(&inventory, MIDNIGHT + 2 * HOUR).is_none());
}

#[test]
fn an_inventory_in_memory_has_no_backups() {
    let (inventory, _) = one_connection();
    let outcome = inventory.back_up(BackupReason::ByHand, NOW);
    assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
    assert_eq!(inventory.back_up_daily(NOW).unwrap(), None);
}

#[cfg(unix)]
#[test]
fn backups_are_readable_by_nobody_else() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, _, inventory) = on_disk();
    let backup = inventory.back_up(BackupReason::ByHand, NOW).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&backup.path), 0o600);
    assert_eq!(mode(backup.path.parent().unwrap()), 0o700);
}

#[test]
fn a_place_that_cannot_hold_backups_is_named() {
    let (folder, _, inventory) = on_disk();
    fs::write(folder.path().join("backups"), "in the way").unwrap();
    let outcome = inventory.back_up(BackupReason::ByHand, NOW);
    assert!(matches!(outcome, Err(Error::File { .. })), "{outcome:?}");
}

#[test]
fn what_cannot_be_restored_says_why() {
    let (folder, _, inventory) = on_disk();
    let whole = inventory.back_up(BackupReason::ByHand, NOW).unwrap().path;
    let path = folder.path().join("other.sqlite3");
    let look = || look_into(&path).unwrap_err();
    assert!(matches!(look(), Error::File { .. }));
    for damage in [
        &b""[..],
        b"not a database",
        &fs::read(&whole).unwrap()[..5_000],
    ] {
        fs::write(&path, damage).unwrap();
        assert!(matches!(look(), Error::Damaged { .. }), "{:?}", look());
    }
    fs::copy(&whole, &path).unwrap();
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 999).unwrap();
    assert!(matches!(look(), Error::Newer { found: 999, .. }));
    db.pragma_update(None, "application_id", 1).unwrap();
    assert!(matches!(look(), Error::Foreign(_)));
}
