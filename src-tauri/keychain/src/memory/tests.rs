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

#[tokio::test(start_paused = true)]
async fn a_full_keychain_takes_nothing_new_and_still_gives_the_rest() {
    let memory = Memory::new();
    let keychain = Keychain::Memory(memory.clone());
    keychain.store(&entry(1), &secret("one")).await.unwrap();
    memory.set_trouble(Some(Trouble::Full));
    let error = keychain.store(&entry(2), &secret("two")).await;
    assert_eq!(error, Err(Error::full("switched on")));
    assert_eq!(keychain.state(), State::Full);
    assert_eq!(keychain.read(&entry(1)).await, Ok(Some(secret("one"))));
    assert_eq!(keychain.state(), State::Ready);
    assert_eq!(keychain.read(&entry(2)).await, Ok(None));
    assert_eq!(keychain.delete(&entry(1)).await, Ok(true));
    assert_eq!(memory.struck(), [(Trouble::Full, 1)].into());
}

#[tokio::test(start_paused = true)]
async fn scheduled_troubles_strike_one_call_each() {
    let memory = Memory::new();
    let keychain = Keychain::Memory(memory.clone());
    memory.set_trouble(Some(Trouble::Absent));
    memory.schedule(vec![None, Some(Trouble::Locked)]);
    assert_eq!(keychain.read(&entry(1)).await, Ok(None));
    assert_eq!(keychain.read(&entry(1)).await, Err(Error::Locked));
    assert_eq!(keychain.read(&entry(1)).await, Err(Error::Absent));
    assert_eq!(memory.calls(), 3);
}

#[tokio::test(start_paused = true)]
async fn other_programs_change_items_without_a_call() {
    let memory = Memory::new();
    let keychain = Keychain::Memory(memory.clone());
    keychain.store(&entry(1), &secret("one")).await.unwrap();
    memory.set_trouble(Some(Trouble::Absent));
    memory.overwrite(&entry(1), secret("other"));
    assert_eq!(memory.read_now(&entry(1)), Some(secret("other")));
    assert!(memory.forget(&entry(1)));
    assert!(!memory.forget(&entry(1)));
    assert_eq!(memory.read_now(&entry(1)), None);
    assert_eq!(memory.calls(), 1);
}

/// Runs a call until the keychain says that it stands still, then drops it.
async fn kill(memory: &Memory, call: impl Future<Output = Result<(), Error>>) {
    let mut stopped = memory.stopped();
    tokio::select! {
        biased;
        result = stopped.wait_for(|stopped| *stopped) => drop(result.unwrap()),
        result = call => panic!("the call ended with {result:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_stopped_call_never_ends_and_is_told_before() {
    let memory = Memory::new();
    let keychain = Keychain::Memory(memory.clone());
    memory.stop_at(2);
    keychain.store(&entry(1), &secret("one")).await.unwrap();
    kill(&memory, keychain.store(&entry(1), &secret("two"))).await;
    assert_eq!(memory.read_now(&entry(1)), Some(secret("one")));
    memory.stop_after(3);
    assert!(!*memory.stopped().borrow());
    kill(&memory, keychain.store(&entry(1), &secret("three"))).await;
    assert_eq!(memory.read_now(&entry(1)), Some(secret("three")));
    memory.go_on();
    assert_eq!(keychain.read(&entry(1)).await, Ok(Some(secret("three"))));
    assert_eq!(memory.calls(), 4);
}

#[tokio::test(start_paused = true)]
async fn calls_are_told_before_they_take_effect() {
    let memory = Memory::new();
    let keychain = Keychain::Memory(memory.clone());
    let mut calls = memory.subscribe_calls();
    memory.set_trouble(Some(Trouble::Hanging));
    let entry = entry(1);
    tokio::select! {
        biased;
        result = calls.changed() => result.unwrap(),
        result = keychain.read(&entry) => panic!("the call ended with {result:?}"),
    }
    assert_eq!(*calls.borrow(), 1);
}
