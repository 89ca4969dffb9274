//! The real Secret Service, on a bus and with a keyring that each test starts for itself.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod desktop;

use desktop::{Session, keychain_at};
use keychain::{Entry, Error, State};
use keys::{Secret, ServerAppId, ServerUrl};
use std::time::Duration;

const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(700);

fn entry(number: i64) -> Entry {
    let server = ServerUrl::parse("https://lyon.example").unwrap();
    Entry::key_secret(false, &server, ServerAppId(number))
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

#[tokio::test]
async fn secret_is_stored_read_replaced_and_deleted() {
    let session = Session::start();
    let _keyring = session.start_keyring();
    let keychain = session.keychain(LONG);
    assert_eq!(keychain.state(), State::Unknown);
    assert_eq!(keychain.probe().await, State::Ready);
    assert_eq!(keychain.read(&entry(3)).await, Ok(None));
    keychain.store(&entry(3), &secret("first")).await.unwrap();
    keychain.store(&entry(3), &secret("pièce")).await.unwrap();
    assert_eq!(keychain.read(&entry(3)).await, Ok(Some(secret("pièce"))));
    assert_eq!(keychain.read(&entry(4)).await, Ok(None));
    assert_eq!(keychain.delete(&entry(3)).await, Ok(true));
    assert_eq!(keychain.delete(&entry(3)).await, Ok(false));
    assert_eq!(keychain.read(&entry(3)).await, Ok(None));
    assert_eq!(keychain.state(), State::Ready);
}

#[tokio::test]
async fn entry_is_readable_in_other_programs() {
    let session = Session::start();
    let _keyring = session.start_keyring();
    let keychain = session.keychain(LONG);
    keychain.store(&entry(3), &secret("s-4711")).await.unwrap();
    let seen = session.secret_tool(&["search", "service", "Saddlebag"], "");
    for part in [
        "label = Saddlebag: Secret of key 3 on lyon.example",
        "secret = s-4711",
        "attribute.username = lyon.example key 3",
    ] {
        assert!(seen.contains(part), "{part} is not in {seen}");
    }
}

#[tokio::test]
async fn session_of_many_cookies_fits() {
    let session = Session::start();
    let _keyring = session.start_keyring();
    let keychain = session.keychain(LONG);
    let server = ServerUrl::parse("https://lyon.example").unwrap();
    let (entry, cookies) = (Entry::session(false, &server), secret(&"c".repeat(4096)));
    keychain.store(&entry, &cookies).await.unwrap();
    assert_eq!(keychain.read(&entry).await, Ok(Some(cookies)));
}

#[tokio::test]
async fn locked_keychain_is_neither_missing_nor_absent() {
    let session = Session::start();
    let _keyring = session.start_keyring();
    let keychain = session.keychain(LONG);
    keychain.store(&entry(3), &secret("first")).await.unwrap();
    session.lock();
    assert_eq!(keychain.probe().await, State::Waiting);
    // Nobody is there to show a prompt, so it counts as dismissed.
    assert_eq!(keychain.read(&entry(3)).await, Err(Error::Locked));
    assert_eq!(keychain.read(&entry(4)).await, Err(Error::Locked));
    assert_eq!(keychain.delete(&entry(4)).await, Err(Error::Locked));
    assert_eq!(keychain.unlock().await, Err(Error::Locked));
    let stored = keychain.store(&entry(4), &secret("second")).await;
    assert_eq!(stored, Err(Error::Locked));
    assert_eq!(keychain.state(), State::Waiting);
    session.unlock();
    assert_eq!(keychain.unlock().await, Ok(()));
    assert_eq!(keychain.state(), State::Ready);
    assert_eq!(keychain.read(&entry(3)).await, Ok(Some(secret("first"))));
    assert_eq!(keychain.read(&entry(4)).await, Ok(None));
}

#[tokio::test]
async fn keychain_never_set_up_is_not_missing_either() {
    let session = Session::start();
    let _keyring = session.start_new_keyring();
    let keychain = session.keychain(LONG);
    assert_eq!(keychain.probe().await, State::Waiting);
    assert_eq!(keychain.read(&entry(3)).await, Err(Error::Locked));
    let stored = keychain.store(&entry(3), &secret("first")).await;
    assert_eq!(stored, Err(Error::Locked));
    assert_eq!(keychain.state(), State::Waiting);
}

#[tokio::test]
async fn no_bus_is_absent() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("unix:path={}/none", folder.path().display());
    let keychain = keychain_at(&address, LONG);
    assert_eq!(keychain.read(&entry(3)).await, Err(Error::Absent));
    assert_eq!(keychain.probe().await, State::Absent);
}

#[tokio::test]
async fn bus_without_a_keyring_is_absent_until_one_starts() {
    let session = Session::start();
    let keychain = session.keychain(LONG);
    assert_eq!(keychain.read(&entry(3)).await, Err(Error::Absent));
    assert_eq!(keychain.state(), State::Absent);
    let _keyring = session.start_keyring();
    keychain.store(&entry(3), &secret("first")).await.unwrap();
    assert_eq!(keychain.state(), State::Ready);
}

#[tokio::test]
async fn keyring_that_was_restarted_is_found_again() {
    let session = Session::start();
    let keyring = session.start_keyring();
    let keychain = session.keychain(LONG);
    keychain.store(&entry(3), &secret("first")).await.unwrap();
    drop(keyring);
    assert_eq!(keychain.probe().await, State::Absent);
    let _keyring = session.start_keyring();
    assert_eq!(keychain.read(&entry(3)).await, Ok(Some(secret("first"))));
}

#[tokio::test]
async fn prompt_that_nobody_answers_ends_at_the_deadline() {
    let session = Session::start();
    let _keyring = session.start_keyring();
    let keychain = session.keychain(SHORT);
    let entry = entry(3);
    keychain.store(&entry, &secret("first")).await.unwrap();
    session.lock();
    let prompter = session.start_prompter();
    let mut states = keychain.subscribe();
    let (read, seen) = tokio::join!(keychain.read(&entry), async {
        let seen = states.wait_for(|state| *state == State::Waiting).await;
        seen.map(drop)
    });
    assert_eq!(read, Err(Error::TimedOut));
    seen.unwrap();
    prompter.wait_until_shown();
    session.unlock();
    assert_eq!(keychain.read(&entry).await, Ok(Some(secret("first"))));
    assert_eq!(keychain.state(), State::Ready);
}

#[tokio::test]
async fn waiting_call_can_be_given_up() {
    let session = Session::start();
    let _keyring = session.start_keyring();
    let keychain = session.keychain(LONG);
    session.lock();
    let prompter = session.start_prompter();
    let mut states = keychain.subscribe();
    let (entry, secret) = (entry(3), secret("first"));
    let (stored, seen) = tokio::join!(keychain.store(&entry, &secret), async {
        let seen = states.wait_for(|state| *state == State::Waiting).await;
        keychain.cancel();
        seen.map(drop)
    });
    seen.unwrap();
    assert_eq!(stored, Err(Error::Cancelled));
    prompter.wait_until_shown();
    session.unlock();
    assert_eq!(keychain.read(&entry).await, Ok(None));
}

#[tokio::test]
async fn entry_that_may_be_somebody_elses_is_not_touched() {
    let session = Session::start();
    let _keyring = session.start_keyring();
    let keychain = session.keychain(LONG);
    let user = entry(3).user().to_owned();
    keychain.store(&entry(3), &secret("first")).await.unwrap();
    let attributes = ["service", "Saddlebag", "username", &user, "other", "1"];
    session.secret_tool(
        &[&["store", "--label=x"], &attributes[..]].concat(),
        "second",
    );
    assert_eq!(keychain.read(&entry(3)).await, Err(Error::Ambiguous));
    let stored = keychain.store(&entry(3), &secret("third")).await;
    assert_eq!(stored, Err(Error::Ambiguous));
    assert_eq!(keychain.delete(&entry(3)).await, Err(Error::Ambiguous));
    assert_eq!(keychain.state(), State::Ready);
}
