//! The names of backups, and which are kept.

use super::{BackupReason, KEPT, backups, folder_of, name, prune, read_name};
use crate::{Backup, Error};
use keys::Moment;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const SECOND: i64 = 1000;

/// A folder with empty files of these names among the backups.
fn folder_with(names: impl IntoIterator<Item = String>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    fs::create_dir(folder_of(&file)).unwrap();
    for name in names {
        fs::write(folder_of(&file).join(name), "").unwrap();
    }
    (folder, file)
}

fn at(backups: &[Backup]) -> Vec<i64> {
    backups.iter().map(|backup| backup.at.0 / SECOND).collect()
}

#[test]
fn a_backup_is_named_by_its_moment_and_reason() {
    let at = Moment(1_795_307_400_123);
    for (reason, number, expected) in [
        (
            BackupReason::Daily,
            1,
            "inventory-20261122-003000-daily.sqlite3",
        ),
        (
            BackupReason::BeforeMigration,
            1,
            "inventory-20261122-003000-before-migration.sqlite3",
        ),
        (
            BackupReason::BeforeRestore,
            3,
            "inventory-20261122-003000-before-restore-3.sqlite3",
        ),
        (
            BackupReason::ByHand,
            1,
            "inventory-20261122-003000-by-hand.sqlite3",
        ),
    ] {
        assert_eq!(name(at, reason, number), expected);
        let second = Moment(1_795_307_400_000);
        assert_eq!(read_name(expected), Some((second, reason, number)));
    }
}

#[test]
fn other_files_are_passed_over_and_never_removed() {
    let foreign = [
        "notes.txt",
        "inventory-20261122-003000-daily.sqlite3.part",
        "inventory-20261122-003000-daily.sqlite3-journal",
        "inventory-20261122-003000-weekly.sqlite3",
        "inventory-20261122-003000-daily-1.sqlite3",
        "inventory-20261122-003000-daily-02.sqlite3",
        "inventory-20261122-003000-daily-+2.sqlite3",
        "inventory-20261132-003000-daily.sqlite3",
        "inventory-20261122-003000daily.sqlite3",
        "inventory.sqlite3",
    ];
    let (_folder, file) = folder_with(foreign.map(str::to_owned));
    fs::create_dir(folder_of(&file).join(name(Moment(0), BackupReason::Daily, 1))).unwrap();
    assert_eq!(backups(&file).unwrap(), []);
    prune(&file, &file, Moment(0)).unwrap();
    assert!(
        foreign
            .iter()
            .all(|name| folder_of(&file).join(name).exists())
    );
}

#[test]
fn without_a_folder_there_are_no_backups() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        backups(&folder.path().join("inventory.sqlite3")).unwrap(),
        []
    );
}

#[test]
fn a_folder_of_backups_that_is_a_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    fs::write(folder_of(&file), "").unwrap();
    assert!(matches!(backups(&file), Err(Error::File { .. })));
}

#[test]
fn the_newest_are_kept_of_daily_and_of_the_others_together() {
    let daily = (1..=10).map(|at| name(Moment(at * SECOND), BackupReason::Daily, 1));
    let others = (1..=5).flat_map(|at| {
        [BackupReason::BeforeRestore, BackupReason::ByHand]
            .map(|reason| name(Moment(at * SECOND), reason, 1))
    });
    let (_folder, file) = folder_with(daily.chain(others));
    let made = folder_of(&file).join(name(Moment(10 * SECOND), BackupReason::Daily, 1));
    prune(&file, &made, Moment(11 * SECOND)).unwrap();
    let (daily, others): (Vec<_>, Vec<_>) = backups(&file)
        .unwrap()
        .into_iter()
        .partition(|backup| backup.reason == BackupReason::Daily);
    assert_eq!(at(&daily), [10, 9, 8, 7, 6, 5, 4]);
    assert_eq!(at(&others), [5, 5, 4, 4, 3, 3, 2]);
}

#[test]
fn the_one_just_made_is_kept_even_when_a_wrong_clock_dated_others_later() {
    let daily = (1..=10).map(|at| name(Moment(at * SECOND), BackupReason::Daily, 1));
    let (_folder, file) = folder_with(daily);
    let made = folder_of(&file).join(name(Moment(2 * SECOND), BackupReason::Daily, 1));
    prune(&file, &made, Moment(2 * SECOND)).unwrap();
    // 1 and 2 are the only ones of the past; the rest count as older than both.
    assert_eq!(at(&backups(&file).unwrap()), [10, 9, 8, 7, 6, 2, 1]);
}

proptest! {
    #[test]
    fn any_name_is_read_as_written_or_refused(text in any::<String>(), middle in "[a-z0-9-]{0,30}") {
        for text in [text, format!("inventory-{middle}.sqlite3")] {
            if let Some((at, reason, number)) = read_name(&text) {
                prop_assert_eq!(name(at, reason, number), text);
            }
        }
    }

    #[test]
    fn no_more_than_what_is_kept_is_left(count in 0_i64..30, now in 0_i64..30) {
        let names = (0..count).map(|at| name(Moment(at * SECOND), BackupReason::ByHand, 1));
        let (_folder, file) = folder_with(names);
        let made = folder_of(&file).join(name(Moment(0), BackupReason::ByHand, 1));
        prune(&file, &made, Moment(now * SECOND)).unwrap();
        let left = backups(&file).unwrap();
        let expected = KEPT.min(usize::try_from(count).unwrap());
        prop_assert!(left.len() == expected || count == 0);
        prop_assert!(count == 0 || left.iter().any(|backup| backup.path == made));
    }
}
