//! Sealed files on the disk: names, permissions, and nothing left beside them.

use std::fs;
use std::path::{Path, PathBuf};

use sealed::{Error, write_new};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_taken_name_gets_a_number_and_keeps_its_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("Bakery X.age");
    let written: Vec<PathBuf> = (0_u8..3)
        .map(|content| write_new(&path, &[content]).expect("written"))
        .collect();
    assert_eq!(
        names(folder.path()),
        ["Bakery X (2).age", "Bakery X (3).age", "Bakery X.age"]
    );
    assert_eq!(written[0], path);
    for (content, path) in (0_u8..3).zip(&written) {
        assert_eq!(fs::read(path).expect("readable"), [content]);
    }
}

#[test]
fn a_name_without_an_extension_gets_a_number_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pack");
    write_new(&path, b"1").expect("written");
    let second = write_new(&path, b"2").expect("written");
    assert_eq!(second, folder.path().join("pack (2)"));
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let path = write_new(&folder.path().join("pack.age"), b"sealed").expect("written");
    let mode = fs::metadata(path).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_elsewhere_is_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let elsewhere = folder.path().join("elsewhere");
    let path = folder.path().join("pack.age");
    std::os::unix::fs::symlink(&elsewhere, &path).expect("a link");
    let written = write_new(&path, b"sealed").expect("written");
    assert_eq!(written, folder.path().join("pack (2).age"));
    assert!(!elsewhere.exists());
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let outcome = write_new(&folder.path().join("gone/pack.age"), b"sealed");
    assert!(matches!(outcome, Err(Error::Write(_))), "{outcome:?}");
    assert!(names(folder.path()).is_empty());
}
