//! Secrets that the keychain did not take, lost or has wrong: held, offered again, rescued.

use super::desk::{Desk, secret_on_server};
use super::stage::Stage;
use inventory::Inventory;
use keychain::{Entry, Trouble};
use keys::{Act, ConnectionId, KeyStatus, Moment, Secret, ServerAppId};
use operations::{Error, Field, Rescue};
use practice::{Act as Elsewhere, Fault, FaultKind};
use std::sync::Mutex;

const CLOSED: [Trouble; 4] = [
    Trouble::Locked,
    Trouble::Absent,
    Trouble::Refusing,
    Trouble::Full,
];

fn entry(stage: &Stage, server_id: i64) -> Entry {
    Entry::key_secret(true, &stage.url, ServerAppId(server_id))
}

/// What copying the secret puts on the clipboard.
async fn copied(desk: &Desk, id: ConnectionId, server_id: i64) -> Result<String, Error> {
    let key = desk.key(id, server_id).id;
    operations::copy_field(&desk.context, key, Field::Secret).await?;
    Ok(desk.clipboard.text().unwrap().expose().to_owned())
}

fn is_told_stored(desk: &Desk, id: ConnectionId, server_id: i64) -> bool {
    let record = desk.key(id, server_id).secret.unwrap();
    record.stored_at.is_some()
}

async fn rescue(desk: &Desk) -> Rescue {
    operations::rescue_secrets(&desk.context, &|_, _| {})
        .await
        .unwrap()
}

/// Shown, there already, stored, held.
fn counts(rescue: &Rescue) -> [usize; 4] {
    [rescue.shown, rescue.already, rescue.stored, rescue.held]
}

#[tokio::test]
async fn a_new_secret_that_is_not_taken_is_held_and_can_be_used() {
    for trouble in CLOSED {
        let stage = Stage::start_small().await;
        let (desk, id) = Desk::connected(&stage).await;
        desk.keychain.set_trouble(Some(trouble));
        let made = desk.create(id, "Boutique").await.unwrap();
        assert!(!made.secret_stored, "{trouble:?}");
        assert!(desk.context.is_held(made.key) && !is_told_stored(&desk, id, 4));
        let truth = secret_on_server(&stage, 4).await;
        assert_eq!(copied(&desk, id, 4).await.unwrap(), truth, "{trouble:?}");
        let shown = operations::reveal_secret(&desk.context, made.key).await;
        assert_eq!(shown.unwrap().expose(), truth, "{trouble:?}");
        assert!(operations::store_held(&desk.context).await.is_err());
        assert_eq!(desk.context.held_secrets(), 1, "{trouble:?}");
        assert_eq!(desk.secret_now(&stage, 4), None, "{trouble:?}");
        desk.keychain.set_trouble(None);
        assert_eq!(operations::store_held(&desk.context).await.unwrap(), 1);
        assert_eq!(desk.secret_now(&stage, 4), Some(truth), "{trouble:?}");
        assert!(is_told_stored(&desk, id, 4));
        assert_eq!(desk.context.held_secrets(), 0, "{trouble:?}");
    }
}

#[tokio::test]
async fn tending_stores_what_is_held_without_asking_the_server() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(Trouble::Locked));
    desk.create(id, "Boutique").await.unwrap();
    let asked = stage.requests().len();
    operations::tend(&desk.context).await.unwrap();
    assert_eq!(desk.context.held_secrets(), 1, "still locked");
    desk.keychain.set_trouble(None);
    operations::tend(&desk.context).await.unwrap();
    assert_eq!(desk.context.held_secrets(), 0);
    assert!(is_told_stored(&desk, id, 4));
    assert_eq!(stage.requests().len(), asked);
}

#[tokio::test]
async fn what_was_held_when_the_program_ended_comes_from_the_server_again() {
    let stage = Stage::start_small().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    let keychain = keychain::Memory::new();
    let open = || Inventory::open(&file, Moment(0)).unwrap();
    let desk = Desk::over(&stage, open(), keychain.clone());
    let id = desk.connect(&stage, "admin").await;
    desk.refresh(id).await.unwrap();
    keychain.set_trouble(Some(Trouble::Full));
    desk.create(id, "Boutique").await.unwrap();
    drop(desk);
    let desk = Desk::over(&stage, open(), keychain.clone());
    let result = copied(&desk, id, 4).await;
    assert!(matches!(result, Err(Error::SecretNotStored)), "{result:?}");
    assert_eq!(desk.key(id, 4).status(), KeyStatus::SecretMissing);
    keychain.set_trouble(None);
    assert_eq!(desk.refresh(id).await.unwrap().secrets_stored, 1);
    let held = desk.secret(&stage, 4).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 4).await);
}

#[tokio::test]
async fn renewing_with_a_closed_keychain_holds_the_newest_only() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let typed = operations::typed_name_of(&key);
    desk.keychain.set_trouble(Some(Trouble::Locked));
    for _ in 0..2 {
        let _ = operations::renew_secret(&desk.context, key.id, typed).await;
        let truth = secret_on_server(&stage, 1).await;
        assert_eq!(copied(&desk, id, 1).await.unwrap(), truth);
        assert_eq!(desk.context.held_secrets(), 1);
        assert!(!is_told_stored(&desk, id, 1));
    }
    desk.keychain.set_trouble(None);
    operations::tend(&desk.context).await.unwrap();
    let truth = secret_on_server(&stage, 1).await;
    assert_eq!(desk.secret_now(&stage, 1), Some(truth));
}

#[tokio::test]
async fn a_held_secret_that_changed_on_the_server_is_dropped() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let made = desk.create(id, "Boutique").await.unwrap();
    let dead = copied(&desk, id, 4).await.unwrap();
    let act = Elsewhere::Renew { app: Some(4) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    desk.keychain.set_trouble(None);
    operations::tend(&desk.context).await.unwrap();
    assert_ne!(desk.secret_now(&stage, 4), Some(dead), "it is of no use");
    assert!(!desk.context.is_held(made.key));
    desk.refresh(id).await.unwrap();
    let truth = secret_on_server(&stage, 4).await;
    assert_eq!(desk.secret_now(&stage, 4), Some(truth));
    assert!(is_told_stored(&desk, id, 4));
}

#[tokio::test]
async fn a_pair_accepted_with_a_closed_keychain_is_held() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let act = Elsewhere::SaveEditPage { app: Some(2) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    desk.keychain.set_trouble(Some(Trouble::Full));
    let key = desk.key(id, 2).id;
    operations::accept_new_pair(&desk.context, key)
        .await
        .unwrap();
    let truth = secret_on_server(&stage, 2).await;
    assert_eq!(copied(&desk, id, 2).await.unwrap(), truth);
    assert!(!is_told_stored(&desk, id, 2));
    desk.keychain.set_trouble(None);
    operations::tend(&desk.context).await.unwrap();
    desk.refresh(id).await.unwrap();
    assert_eq!(desk.secret_now(&stage, 2), Some(truth));
    assert_eq!(desk.keychain.entries().len(), 4, "three keys, one session");
}

#[tokio::test]
async fn what_another_program_did_to_a_secret_is_seen_and_rescued() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    assert!(desk.keychain.forget(&entry(&stage, 1)));
    let other = Secret::new("something else".to_owned());
    desk.keychain.overwrite(&entry(&stage, 2), other);
    let lost = copied(&desk, id, 1).await;
    assert!(matches!(lost, Err(Error::SecretNotStored)), "{lost:?}");
    let changed = copied(&desk, id, 2).await;
    assert!(matches!(changed, Err(Error::SecretChanged)), "{changed:?}");
    assert!(desk.clipboard.text().is_none(), "nothing wrong is copied");
    for number in [1, 2] {
        let key = desk.key(id, number);
        assert_eq!(key.status(), KeyStatus::SecretMissing);
        assert_eq!(desk.acts(&key), [Act::SeenOnServer, Act::SecretLost]);
    }
    assert_eq!(counts(&rescue(&desk).await), [3, 1, 2, 0]);
    for number in 1..=3 {
        let truth = secret_on_server(&stage, number).await;
        assert_eq!(copied(&desk, id, number).await.unwrap(), truth);
    }
    assert_eq!(counts(&rescue(&desk).await), [3, 3, 0, 0]);
}

#[tokio::test]
async fn a_secret_lost_unnoticed_is_rescued_and_told() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    for number in 1..=3 {
        assert!(desk.keychain.forget(&entry(&stage, number)));
    }
    let told = Mutex::new(Vec::new());
    let heard = |done: usize, total: usize| told.lock().unwrap().push((done, total));
    let rescued = operations::rescue_secrets(&desk.context, &heard)
        .await
        .unwrap();
    assert_eq!(counts(&rescued), [3, 0, 3, 0]);
    assert_eq!(told.lock().unwrap().last(), Some(&(3, 3)));
    for number in 1..=3 {
        let key = desk.key(id, number);
        assert_eq!(desk.acts(&key).pop(), Some(Act::SecretRescued));
    }
}

#[tokio::test]
async fn rescuing_into_a_closed_keychain_holds_every_secret() {
    for trouble in [Trouble::Locked, Trouble::Absent, Trouble::Refusing] {
        let stage = Stage::start_small().await;
        let (desk, id) = Desk::connected(&stage).await;
        desk.keychain.set_trouble(Some(trouble));
        assert_eq!(counts(&rescue(&desk).await), [3, 0, 0, 3], "{trouble:?}");
        for number in 1..=3 {
            let truth = secret_on_server(&stage, number).await;
            assert_eq!(copied(&desk, id, number).await.unwrap(), truth);
        }
        desk.keychain.set_trouble(None);
        operations::tend(&desk.context).await.unwrap();
        assert_eq!(desk.context.held_secrets(), 0);
        assert_eq!(counts(&rescue(&desk).await), [3, 3, 0, 0], "{trouble:?}");
    }
}

#[tokio::test]
async fn rescuing_counts_an_offered_pair_once() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let act = Elsewhere::SaveEditPage { app: Some(2) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    assert_eq!(counts(&rescue(&desk).await), [3, 3, 0, 0]);
    let offered = Entry::offered_secret(true, &stage.url, ServerAppId(2));
    assert!(desk.keychain.forget(&offered));
    assert_eq!(counts(&rescue(&desk).await), [3, 2, 1, 0]);
    assert!(desk.keychain.read_now(&offered).is_some());
}

#[tokio::test]
async fn connections_that_cannot_be_read_are_named() {
    let (near, far) = (Stage::start_small().await, Stage::start_small().await);
    let (desk, here) = Desk::connected(&near).await;
    let there = desk.connect(&far, "admin").await;
    let name = "Loin";
    desk.context
        .inventory
        .rename_connection(there, name)
        .unwrap();
    far.co_op
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection));
    let rescued = rescue(&desk).await;
    assert_eq!(rescued.unread, [name]);
    assert_eq!(rescued.shown, 3);
    operations::sign_out(&desk.context, there).await.unwrap();
    assert_eq!(rescue(&desk).await.unread, [name]);
    assert_eq!(desk.context.inventory.keys(here).unwrap().len(), 3);
}
