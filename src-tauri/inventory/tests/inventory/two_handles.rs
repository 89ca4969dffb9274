//! Two handles on one file, as two processes would have them.

use crate::sample::{NOW, connect, everything, key};
use inventory::{Error, Inventory};
use std::sync::{Arc, Barrier};
use std::thread;

#[test]
fn what_one_writes_the_other_lists() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.db");
    let first = Inventory::open(&path, NOW).unwrap();
    let second = Inventory::open(&path, NOW).unwrap();
    let connection = connect(&first, "lyon.example");
    assert_eq!(second.list_keys(&everything()).unwrap().total, 0);
    key(&first, connection, "webshop");
    assert_eq!(second.list_keys(&everything()).unwrap().total, 1);
    key(&second, connection, "second");
    assert_eq!(first.list_keys(&everything()).unwrap().total, 2);
}

#[test]
fn a_fresh_file_opened_by_many_at_once_opens_for_all() {
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = Arc::new(folder.path().join("inventory.db"));
        let start = Arc::new(Barrier::new(4));
        let threads: Vec<_> = (0..4)
            .map(|number| {
                let (path, start) = (Arc::clone(&path), Arc::clone(&start));
                thread::spawn(move || {
                    start.wait();
                    let inventory = Inventory::open(&path, NOW)?;
                    inventory.set_setting(&number.to_string(), "here")
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap().unwrap();
        }
    }
}

#[test]
fn a_file_that_another_holds_for_itself_is_busy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.db");
    let inventory = Inventory::open(&path, NOW).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(inventory.setting("theme").unwrap(), None);
    let outcome = inventory.set_setting("theme", "dark");
    assert!(matches!(outcome, Err(Error::Busy)), "{outcome:?}");
    other.execute_batch("ROLLBACK").unwrap();
    inventory.set_setting("theme", "dark").unwrap();
}

#[test]
fn opening_a_file_that_another_locked_says_busy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.db");
    drop(Inventory::open(&path, NOW).unwrap());
    let other = rusqlite::Connection::open(&path).unwrap();
    other
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
        .unwrap();
    assert!(matches!(Inventory::open(&path, NOW), Err(Error::Busy)));
}
