//! The keychain in memory behaves as a real one does, troubles included.

use super::{Memory, Trouble};
use crate::{Entry, Error, Keychain, State};
use keys::{Secret, ServerAppId, ServerUrl};

fn entry(number: i64) -> Entry {
    let server = ServerUrl::parse("https://lyon.example").unwrap();
    Entry::key_secret(false, &server, ServerAppId(number))
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

#[tokio::test(start_paused = true)]
async fn what_was_stored_is_read_replaced_and_deleted() {
    let keychain = Keychain::memory();
    assert_eq!(keychain.state(), State::Unknown);
    assert_eq!(keychain.read(&entry(1)).await, Ok(None));
    keychain.store(&entry(1), &secret("one")).await.unwrap();
    keychain.store(&entry(1), &secret("two")).await.unwrap();
    assert_eq!(keychain.read(&entry(1)).await, Ok(Some(secret("two"))));
    assert_eq!(keychain.read(&entry(2)).await, Ok(None));
    assert_eq!(keychain.delete(&entry(1)).await, Ok(true));
    assert_eq!(keychain.delete(&entry(1)).await, Ok(false));
    assert_eq!(keychain.state(), State::Ready);
}

#[tokio::test(start_paused = true)]
async fn each_trouble_has_its_own_error_and_state_and_loses_nothing() {
    let memory = Memory::new();
    let keychain = Keychain::Memory(memory.clone());
    keychain.store(&entry(1), &secret("one")).await.unwrap();
    for (trouble, error, state) in [
        (Trouble::Locked, Error::Locked, State::Waiting),
        (Trouble::Absent, Error::Absent, State::Absent),
        (
            Trouble::Refusing,
            Error::refused("switched on"),
            State::Refused,
        ),
        (Trouble::Hanging, Error::TimedOut, State::Waiting),
    ] {
        memory.set_trouble(Some(trouble));
        assert_eq!(keychain.read(&entry(1)).await, Err(error));
        assert_eq!(keychain.probe().await, state);
    }
    memory.set_trouble(None);
    assert_eq!(keychain.read(&entry(1)).await, Ok(Some(secret("one"))));
}

#[tokio::test(start_paused = true)]
async fn no_secret_shows_in_debug_output() {
    let keychain = Keychain::memory();
    keychain
        .store(&entry(1), &secret("marker-4711"))
        .await
        .unwrap();
    let shown = format!("{keychain:?}");
    assert!(!shown.contains("marker"), "{shown}");
}
