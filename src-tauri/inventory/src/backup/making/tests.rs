//! A disk that is full or cannot be written is named, and leaves nothing half done.

use super::{copy, fill, make, write_file};
use crate::backup::folder_of;
use crate::{BackupReason, Error, Inventory, backups};
use keys::Moment;
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::Path;

const NOW: Moment = Moment(1_000_000);

fn full_of_words() -> Inventory {
    let inventory = Inventory::in_memory().unwrap();
    inventory
        .set_setting("words", &"words ".repeat(10_000))
        .unwrap();
    inventory
}

#[test]
fn a_backup_that_finds_no_room_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let inventory = full_of_words();
    let mut target = Connection::open(folder.path().join("target")).unwrap();
    target.pragma_update(None, "max_page_count", 5).unwrap();
    let outcome = fill(&inventory.lock().db, &mut target);
    let error = Error::of(outcome.unwrap_err(), Path::new(""));
    assert!(matches!(error, Error::Full), "{error:?}");
}

#[test]
fn a_backup_that_cannot_be_written_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("target");
    drop(Connection::open(&path).unwrap().execute_batch("VACUUM"));
    let inventory = full_of_words();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let mut target = Connection::open_with_flags(&path, flags).unwrap();
    let outcome = copy(&inventory.lock().db, &mut target);
    let error = Error::of(outcome.unwrap_err(), Path::new(""));
    assert!(matches!(error, Error::ReadOnly), "{error:?}");
}

#[test]
fn restoring_where_there_is_no_room_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.sqlite3");
    write_file(&full_of_words().lock().db, &backup).unwrap();
    let inventory = Inventory::in_memory().unwrap();
    inventory.set_setting("town", "Valmont").unwrap();
    let pragma = |value: i64| {
        let state = inventory.lock();
        state
            .db
            .pragma_update(None, "max_page_count", value)
            .unwrap();
    };
    pragma(1);
    let outcome = inventory.restore(&backup, NOW);
    assert!(matches!(outcome, Err(Error::Full)), "{outcome:?}");
    let kept = inventory.setting("town").unwrap();
    assert_eq!(kept.as_deref(), Some("Valmont"));
    assert_eq!(inventory.setting("words").unwrap(), None);
    pragma(1_000_000);
    inventory.restore(&backup, NOW).unwrap();
    assert_eq!(inventory.setting("town").unwrap(), None);
}

#[test]
fn restoring_over_a_file_that_cannot_be_written_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.sqlite3");
    write_file(&full_of_words().lock().db, &backup).unwrap();
    let path = folder.path().join("inventory.sqlite3");
    let writable = Inventory::open(&path, NOW).unwrap();
    writable.set_setting("town", "Valmont").unwrap();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let db = Connection::open_with_flags(&path, flags).unwrap();
    let inventory = Inventory::over(db, path);
    let outcome = inventory.restore(&backup, NOW);
    assert!(matches!(outcome, Err(Error::ReadOnly)), "{outcome:?}");
    let kept = writable.setting("town").unwrap();
    assert_eq!(kept.as_deref(), Some("Valmont"));
}

#[test]
fn a_backup_that_fails_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    let not_ours = Connection::open_in_memory().unwrap();
    not_ours.execute_batch("CREATE TABLE theirs (x)").unwrap();
    let outcome = make(&not_ours, &file, BackupReason::ByHand, NOW);
    assert!(matches!(outcome, Err(Error::Foreign(_))), "{outcome:?}");
    assert_eq!(fs::read_dir(folder_of(&file)).unwrap().count(), 0);
}

#[test]
fn what_a_program_that_died_left_half_written_goes_with_the_next_backup() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    let left = folder_of(&file).join("inventory-20200101-000000-daily.sqlite3.part");
    fs::create_dir(folder_of(&file)).unwrap();
    fs::write(&left, "half").unwrap();
    fs::write(left.with_extension("part-journal"), "half").unwrap();
    let inventory = Inventory::in_memory().unwrap();
    let made = make(&inventory.lock().db, &file, BackupReason::ByHand, NOW).unwrap();
    assert_eq!(backups(&file).unwrap(), [made]);
    assert_eq!(fs::read_dir(folder_of(&file)).unwrap().count(), 1);
}
