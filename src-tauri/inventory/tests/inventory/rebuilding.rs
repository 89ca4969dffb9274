//! Rebuilding: after a damaged file was set aside, the newest whole backup takes its place.

use crate::sample::{LATER, NOW, connect, key};
use inventory::{BackupReason, Error, Inventory, rebuild, set_aside};
use keys::{DraftContent, Moment};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder whose file has three backups, each with one more key, and is damaged now.
fn damaged() -> (TempDir, PathBuf, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.sqlite3");
    let inventory = Inventory::open(&path, NOW).unwrap();
    let connection = connect(&inventory, "lyon.example");
    let mut backups = Vec::new();
    for (name, at) in [("a", 1_000), ("b", 2_000), ("c", 3_000)] {
        key(&inventory, connection, name);
        let backup = inventory.back_up(BackupReason::Daily, Moment(at)).unwrap();
        backups.push(backup.path);
    }
    drop(inventory);
    fs::write(&path, "damaged").unwrap();
    (folder, path, backups)
}

fn count(inventory: &Inventory) -> usize {
    inventory.counts().unwrap().keys
}

#[test]
fn the_newest_backup_takes_the_place_of_a_damaged_file() {
    let (_folder, path, backups) = damaged();
    set_aside(&path, LATER).unwrap();
    let (inventory, used) = rebuild(&path, LATER).unwrap();
    assert_eq!(used.unwrap().path, backups[2]);
    assert_eq!(count(&inventory), 3);
    drop(inventory);
    assert_eq!(count(&Inventory::open(&path, LATER).unwrap()), 3);
}

#[test]
fn a_backup_that_is_damaged_itself_is_passed_over() {
    let (_folder, path, backups) = damaged();
    set_aside(&path, LATER).unwrap();
    fs::write(&backups[2], "damaged too").unwrap();
    let newer = rusqlite::Connection::open(&backups[1]).unwrap();
    newer.pragma_update(None, "user_version", 999).unwrap();
    drop(newer);
    let (inventory, used) = rebuild(&path, LATER).unwrap();
    assert_eq!(used.unwrap().path, backups[0]);
    assert_eq!(count(&inventory), 1);
}

#[test]
fn without_a_backup_the_file_is_fresh() {
    let (_folder, path, backups) = damaged();
    set_aside(&path, LATER).unwrap();
    for backup in backups {
        fs::remove_file(backup).unwrap();
    }
    let (inventory, used) = rebuild(&path, LATER).unwrap();
    assert_eq!(used, None);
    assert!(inventory.connections().unwrap().is_empty());
    assert!(path.exists());
}

#[test]
fn a_file_that_was_not_set_aside_is_not_touched() {
    let (_folder, path, _) = damaged();
    let outcome = rebuild(&path, LATER).map(|(_, used)| used);
    assert!(matches!(outcome, Err(Error::File { .. })), "{outcome:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "damaged");
}

#[test]
fn journals_left_by_a_removed_file_do_not_spoil_the_new_one() {
    let (_folder, path, _) = damaged();
    // What a program that died leaves beside the file: a log with pages that are not in it.
    fs::remove_file(&path).unwrap();
    let died = path.with_file_name("died.sqlite3");
    let writer = Inventory::open(&died, NOW).unwrap();
    connect(&writer, "stray.example");
    fs::copy(
        died.with_extension("sqlite3-wal"),
        path.with_extension("sqlite3-wal"),
    )
    .unwrap();
    let (inventory, _) = rebuild(&path, LATER).unwrap();
    assert_eq!(count(&inventory), 3);
    drop(inventory);
    assert_eq!(count(&Inventory::open(&path, LATER).unwrap()), 3);
}

#[test]
fn numbers_go_on_far_above_those_that_may_have_been_given() {
    let (_folder, path, backups) = damaged();
    let now = Moment(1_795_305_600_000);
    for backup in [None, Some(&backups[2])] {
        set_aside(&path, now).unwrap();
        if backup.is_none() {
            fs::rename(path.with_file_name("backups"), path.with_file_name("aside")).unwrap();
        } else {
            fs::rename(path.with_file_name("aside"), path.with_file_name("backups")).unwrap();
        }
        let (inventory, used) = rebuild(&path, now).unwrap();
        assert_eq!(used.map(|used| used.path), backup.cloned());
        let connection = connect(&inventory, "nantes.example");
        let key = key(&inventory, connection, "after");
        assert!(connection.0 > 1_795_305_600 && key.0 > 1_795_305_600);
    }
}

#[test]
fn drafts_of_the_backup_are_looked_for_before_they_are_sent() {
    let (_folder, path, backups) = damaged();
    for backup in &backups[..2] {
        fs::remove_file(backup).unwrap();
    }
    let saved = Inventory::open(&backups[2], NOW).unwrap();
    let connection = saved.connections().unwrap()[0].id;
    let content = DraftContent::Store { values: vec![] };
    let draft = saved.add_draft(connection, &content, NOW).unwrap();
    saved.settle().unwrap();
    drop(saved);
    set_aside(&path, LATER).unwrap();
    let (inventory, _) = rebuild(&path, LATER).unwrap();
    let open = inventory.open_intents().unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].draft, open[0].at), (Some(draft), LATER));
}
