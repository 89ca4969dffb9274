//! The claim on a folder: one program at a time.

use inventory::{Claim, Error};

#[test]
fn a_folder_is_claimed_by_one_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let claim = Claim::take(folder.path()).unwrap();
    let second = Claim::take(folder.path());
    assert!(matches!(second, Err(Error::InUse)), "{second:?}");
    drop(claim);
    Claim::take(folder.path()).unwrap();
}

#[test]
fn folders_are_claimed_apart() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let _claims = folders
        .each_ref()
        .map(|folder| Claim::take(folder.path()).unwrap());
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");
    match Claim::take(&nowhere) {
        Err(Error::File { path, .. }) => assert!(path.starts_with(nowhere)),
        other => panic!("{other:?}"),
    }
}
