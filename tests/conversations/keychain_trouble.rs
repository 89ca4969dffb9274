//! A keychain in trouble: the records stay truthful, and nothing is lost.

use super::desk::{Desk, secret_on_server};
use super::stage::Stage;
use keychain::Trouble;
use keys::{Act, KeyStatus, SessionState};
use operations::{Error, Field};
use std::future::Future;

const TROUBLES: [Trouble; 3] = [Trouble::Locked, Trouble::Absent, Trouble::Refusing];

/// Lets an operation run while somebody gives up every call of the keychain that hangs.
async fn given_up<T>(desk: &Desk, operation: impl Future<Output = T>) -> T {
    let keychain = keychain::Keychain::Memory(desk.keychain.clone());
    let giving_up = async {
        loop {
            keychain.cancel();
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        done = operation => done,
        () = giving_up => unreachable!("it never ends"),
    }
}

#[tokio::test]
async fn a_key_made_while_the_keychain_is_shut_is_stored_by_a_later_refresh() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    for (number, trouble) in (4..).zip(TROUBLES) {
        desk.keychain.set_trouble(Some(trouble));
        let made = desk.create(id, "Boutique").await.unwrap();
        assert!(!made.secret_stored, "{trouble:?}");
        let key = desk.key(id, number);
        assert_eq!(key.status(), KeyStatus::SecretMissing, "{trouble:?}");
        assert!(key.secret.is_some_and(|secret| secret.stored_at.is_none()));
        assert!(desk.has_no_open_intent(), "{trouble:?}");
        let report = desk.refresh(id).await.unwrap();
        assert_eq!((report.secrets_stored, report.secrets_waiting), (0, 1));
        desk.keychain.set_trouble(None);
        assert_eq!(desk.secret(&stage, number).await, None, "{trouble:?}");
        assert_eq!(desk.refresh(id).await.unwrap().secrets_stored, 1);
        let held = desk.secret(&stage, number).await.unwrap();
        assert_eq!(held, secret_on_server(&stage, number).await);
        assert_eq!(desk.key(id, number).status(), KeyStatus::NotChecked);
    }
}

#[tokio::test]
async fn a_first_refresh_without_a_keychain_keeps_the_records() {
    let stage = Stage::start_small().await;
    let desk = Desk::new(&stage);
    desk.keychain.set_trouble(Some(Trouble::Absent));
    let id = desk.connect(&stage, "admin").await;
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.new_keys, report.secrets_waiting), (3, 3));
    let keys = desk.context.inventory.keys(id).unwrap();
    assert!(keys.iter().all(|key| key.scopes.is_some()));
    assert!(
        keys.iter()
            .all(|key| key.status() == KeyStatus::SecretMissing)
    );
    let first = desk.key(id, 1).id;
    for field in [Field::BaseUrl, Field::Identifier] {
        operations::copy_field(&desk.context, first, field)
            .await
            .unwrap();
    }
    desk.keychain.set_trouble(None);
    assert_eq!(desk.refresh(id).await.unwrap().secrets_stored, 3);
}

#[tokio::test]
async fn a_secret_behind_a_shut_keychain_is_neither_shown_nor_copied_nor_forgotten() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    for (trouble, expected) in [
        (Trouble::Locked, keychain::Error::Locked),
        (Trouble::Absent, keychain::Error::Absent),
    ] {
        desk.keychain.set_trouble(Some(trouble));
        let shown = operations::reveal_secret(&desk.context, key.id).await;
        assert!(matches!(shown, Err(Error::Keychain(error)) if error == expected));
        let copied = operations::copy_field(&desk.context, key.id, Field::Secret).await;
        assert!(matches!(copied, Err(Error::Keychain(error)) if error == expected));
        assert!(desk.clipboard.text().is_none());
        assert_eq!(desk.key(id, 1), key);
    }
    assert_eq!(desk.acts(&key), [Act::SeenOnServer]);
    desk.keychain.set_trouble(None);
    let shown = operations::reveal_secret(&desk.context, key.id).await;
    assert_eq!(shown.unwrap().expose(), secret_on_server(&stage, 1).await);
}

#[tokio::test]
async fn a_secret_deleted_by_another_program_is_called_missing() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let entry = keychain::Entry::key_secret(true, &stage.url, key.server_id);
    let keychain = keychain::Keychain::Memory(desk.keychain.clone());
    assert!(keychain.delete(&entry).await.unwrap());
    let result = operations::reveal_secret(&desk.context, key.id).await;
    assert!(matches!(result, Err(Error::SecretNotStored)), "{result:?}");
    assert_eq!(desk.key(id, 1).status(), KeyStatus::SecretMissing);
    assert_eq!(desk.refresh(id).await.unwrap().secrets_stored, 1);
    operations::reveal_secret(&desk.context, key.id)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_secret_renewed_while_the_keychain_is_shut_replaces_the_former_later() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let typed = operations::typed_name_of(&key);
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let renewed = operations::renew_secret(&desk.context, key.id, typed).await;
    assert!(!renewed.unwrap().secret_stored, "it is in memory only");
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.key(id, 1).status(), KeyStatus::SecretMissing);
    assert_eq!(desk.acts(&key).pop(), Some(Act::Renewed));
    desk.keychain.set_trouble(None);
    assert_eq!(desk.refresh(id).await.unwrap().secrets_stored, 1);
    let held = desk.secret(&stage, 1).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 1).await);
    assert_eq!(desk.acts(&key).pop(), Some(Act::Renewed), "told once");
}

#[tokio::test]
async fn disconnecting_through_a_closed_keychain_leaves_no_secret_without_a_record() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let name = desk.context.inventory.connection(id).unwrap().unwrap().name;
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let result = operations::disconnect(&desk.context, id, &name).await;
    assert!(matches!(result, Err(Error::Keychain(_))), "{result:?}");
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 3);
    assert_eq!(desk.keychain.entries().len(), 4);
    assert!(!desk.has_no_open_intent(), "its end is written down");
    desk.keychain.set_trouble(None);
    operations::disconnect(&desk.context, id, &name)
        .await
        .unwrap();
    assert!(desk.keychain.entries().is_empty());
}

#[tokio::test]
async fn a_hanging_keychain_can_be_given_up_and_holds_no_record_back() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(Trouble::Hanging));
    let key = desk.key(id, 1);
    let shown = given_up(&desk, operations::reveal_secret(&desk.context, key.id)).await;
    let is_given_up = matches!(shown, Err(Error::Keychain(keychain::Error::Cancelled)));
    assert!(is_given_up, "{shown:?}");
    let made = given_up(&desk, desk.create(id, "Boutique")).await.unwrap();
    assert!(!made.secret_stored);
    assert_eq!(desk.key(id, 4).status(), KeyStatus::SecretMissing);
    desk.keychain.set_trouble(None);
    assert_eq!(desk.refresh(id).await.unwrap().secrets_stored, 1);
}

#[tokio::test]
async fn a_hanging_keychain_ends_by_itself() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(Trouble::Hanging));
    let key = desk.key(id, 1).id;
    tokio::time::pause();
    let shown = operations::reveal_secret(&desk.context, key).await;
    let is_late = matches!(shown, Err(Error::Keychain(keychain::Error::TimedOut)));
    assert!(is_late, "{shown:?}");
}

#[tokio::test]
async fn a_session_the_keychain_did_not_take_serves_until_the_program_ends() {
    let stage = Stage::start_small().await;
    let desk = Desk::new(&stage);
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let id = desk.connect(&stage, "admin").await;
    assert_eq!(desk.refresh(id).await.unwrap().new_keys, 3);
    let record = desk.context.inventory.connection(id).unwrap().unwrap();
    assert_eq!(record.session, SessionState::SignedIn);
    desk.keychain.set_trouble(None);
    assert!(desk.keychain.entries().is_empty());
}
