//! Opening: fresh, newer, foreign and damaged files.

use crate::sample::{NOW, connect, key, store};
use inventory::{Error, Inventory, set_aside};
use keys::Moment;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.db");
    (folder, path)
}

/// A file with enough in it to be damaged anywhere.
fn filled(path: &Path) {
    let inventory = Inventory::open(path, NOW).unwrap();
    let connection = connect(&inventory, "lyon.example");
    for number in 0..200 {
        let id = key(&inventory, connection, &format!("webshop {number}"));
        inventory.set_note(id, &"words ".repeat(40)).unwrap();
    }
    store(&inventory, connection, "Rosa");
}

fn is_damaged(path: &Path) -> bool {
    match Inventory::open(path, NOW) {
        Err(Error::Damaged { path: named, .. }) => named == path,
        _ => false,
    }
}

#[test]
fn records_are_there_after_opening_again() {
    let (_folder, path) = folder();
    filled(&path);
    let inventory = Inventory::open(&path, NOW).unwrap();
    assert_eq!(inventory.counts().unwrap().keys, 200);
    assert_eq!(inventory.stores(None).unwrap()[0].name, "Rosa");
}

#[test]
fn the_file_is_opened_as_promised() {
    let (_folder, path) = folder();
    let _inventory = Inventory::open(&path, NOW).unwrap();
    let db = rusqlite::Connection::open(&path).unwrap();
    let mode: String = db
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
}

#[cfg(unix)]
#[test]
fn the_file_is_readable_by_nobody_else() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = folder();
    filled(&path);
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
}

#[test]
fn a_newer_file_is_refused_in_words_and_left_alone() {
    let (_folder, path) = folder();
    filled(&path);
    let db = rusqlite::Connection::open(&path).unwrap();
    db.pragma_update(None, "user_version", 999).unwrap();
    drop(db);
    let before = fs::read(&path).unwrap();
    let Err(error) = Inventory::open(&path, NOW) else {
        panic!("a newer file was opened");
    };
    assert!(matches!(error, Error::Newer { found: 999, .. }), "{error}");
    assert!(error.to_string().contains("999"));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_not_touched() {
    let (_folder, path) = folder();
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("CREATE TABLE theirs (x)").unwrap();
    drop(db);
    let before = fs::read(&path).unwrap();
    assert!(matches!(
        Inventory::open(&path, NOW),
        Err(Error::Foreign(_))
    ));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_is_no_database_is_damaged() {
    let (_folder, path) = folder();
    for garbage in [&b"not a database"[..], &[0xa5; 9_000], &[0; 9_000]] {
        fs::write(&path, garbage).unwrap();
        assert!(is_damaged(&path), "{} bytes", garbage.len());
        assert_eq!(fs::read(&path).unwrap(), garbage);
    }
}

#[test]
fn a_truncated_file_is_damaged() {
    let (_folder, path) = folder();
    filled(&path);
    let whole = fs::read(&path).unwrap();
    for kept in [100, 5_000, whole.len() / 2, whole.len() - 4_096] {
        fs::write(&path, &whole[..kept]).unwrap();
        assert!(is_damaged(&path), "{kept} of {} bytes", whole.len());
    }
}

#[test]
fn pages_overwritten_in_the_middle_are_damage() {
    let (_folder, path) = folder();
    filled(&path);
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0xa5);
    fs::write(&path, bytes).unwrap();
    assert!(is_damaged(&path));
}

#[test]
fn a_word_that_no_version_ever_wrote_is_damage() {
    let (_folder, path) = folder();
    filled(&path);
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute("UPDATE connections SET kind = 'unheard of'", [])
        .unwrap();
    let inventory = Inventory::open(&path, NOW).unwrap();
    let outcome = inventory.connections();
    assert!(matches!(outcome, Err(Error::Damaged { .. })), "{outcome:?}");
}

#[test]
fn a_damaged_file_is_set_aside_whole_and_a_fresh_one_takes_its_place() {
    let (_folder, path) = folder();
    for suffix in ["", "-wal", "-shm"] {
        fs::write(
            format!("{}{suffix}", path.display()),
            format!("garbage{suffix}"),
        )
        .unwrap();
    }
    let aside = set_aside(&path, Moment(1_795_305_600_000)).unwrap();
    let name = aside.file_name().unwrap().to_str().unwrap();
    assert_eq!(name, "inventory.db.damaged-20261122-000000");
    for suffix in ["", "-wal", "-shm"] {
        let moved = fs::read_to_string(format!("{}{suffix}", aside.display())).unwrap();
        assert_eq!(moved, format!("garbage{suffix}"));
    }
    filled(&path);
    let second = set_aside(&path, Moment(1_795_305_600_000)).unwrap();
    assert_ne!(second, aside);
    assert_eq!(fs::read_to_string(&aside).unwrap(), "garbage");
    assert!(!path.exists());
    assert_eq!(
        Inventory::open(&second, NOW)
            .unwrap()
            .counts()
            .unwrap()
            .keys,
        200
    );
}

#[test]
fn setting_aside_what_is_not_there_is_an_error() {
    let (_folder, path) = folder();
    assert!(matches!(
        set_aside(&path, Moment(0)),
        Err(Error::File { .. })
    ));
}

#[test]
fn a_folder_that_does_not_exist_is_named() {
    let (_folder, path) = folder();
    let nowhere = path.join("below").join("inventory.db");
    match Inventory::open(&nowhere, NOW) {
        Err(Error::File { path, .. }) => assert_eq!(path, nowhere),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it opened"),
    }
}

#[test]
fn a_settled_inventory_is_one_file_that_can_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.sqlite3");
    let inventory = Inventory::open(&path, NOW).unwrap();
    inventory.set_setting("town", "Valmont").unwrap();
    inventory.settle().unwrap();
    let copy = folder.path().join("copy.sqlite3");
    std::fs::copy(&path, &copy).unwrap();
    let copied = Inventory::open(&copy, NOW).unwrap();
    assert_eq!(copied.setting("town").unwrap().as_deref(), Some("Valmont"));
}
