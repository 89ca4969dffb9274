//! The shared part of macOS and Windows, against the credential library's own mock store.

use super::{NativeVault, judge, windows_modifiers};
use crate::vault::Vault as _;
use crate::{Entry, Error};
use keyring_core::error::Error as StoreError;
use keys::{Secret, ServerUrl};
use std::collections::HashMap;

fn entry() -> Entry {
    Entry::session(false, &ServerUrl::parse("https://lyon.example").unwrap())
}

fn vault() -> NativeVault {
    NativeVault {
        store: keyring_core::mock::Store::new().unwrap(),
        modifiers: |_| HashMap::new(),
    }
}

#[test]
fn what_was_stored_is_read_and_deleted() {
    let mut vault = vault();
    let secret = Secret::new("pièce".to_owned());
    assert_eq!(vault.read(&entry()), Ok(None));
    assert_eq!(vault.delete(&entry()), Ok(false));
    vault.store(&entry(), &secret).unwrap();
    assert_eq!(vault.read(&entry()), Ok(Some(secret)));
    assert_eq!(vault.delete(&entry()), Ok(true));
    assert_eq!(vault.read(&entry()), Ok(None));
}

#[test]
fn entry_that_is_no_text_is_an_error_without_its_bytes() {
    let mut vault = vault();
    vault
        .credential(&entry())
        .unwrap()
        .set_secret(b"marker-4711\xff")
        .unwrap();
    let error = vault.read(&entry()).unwrap_err();
    assert_eq!(error, Error::broken("entry holds no text"));
}

#[test]
fn no_failure_of_the_store_carries_the_secret_on() {
    let marker = "marker-4711";
    let cause = || Box::new(std::io::Error::other("denied"));
    for error in [
        StoreError::BadEncoding(marker.into()),
        StoreError::BadDataFormat(marker.into(), cause()),
        StoreError::NoStorageAccess(cause()),
        StoreError::PlatformFailure(cause()),
        StoreError::TooLong("password".to_owned(), 2560),
    ] {
        let error = judge(error);
        let bytes = format!("{:?}", marker.as_bytes());
        let bytes = bytes.trim_matches(['[', ']']);
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains(marker) && !shown.contains(bytes), "{shown}");
    }
}

#[test]
fn a_secret_too_long_for_the_system_says_the_limit() {
    let error = judge(StoreError::TooLong("password".to_owned(), 2560));
    assert_eq!(error, Error::TooLong { limit: 2560 });
}

#[test]
fn want_of_room_is_told_from_other_failures() {
    let failure = |said: &str| judge(StoreError::PlatformFailure(said.into()));
    let said = "Windows error code 112";
    assert_eq!(failure(said), Error::full(said));
    let said = "Windows error code 5";
    assert_eq!(failure(said), Error::broken(said));
}

#[test]
fn windows_credentials_stay_on_this_machine_under_our_own_target() {
    let modifiers = windows_modifiers(&entry());
    assert_eq!(modifiers["persistence"], "Local");
    assert_eq!(modifiers["target"], "Saddlebag: lyon.example session");
}
