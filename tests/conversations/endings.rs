//! Endings: sign out, disconnect and forget are finished, even if the keychain was closed.

use super::desk::Desk;
use super::stage::Stage;
use keychain::{Entry, Trouble};
use keys::{Act, ConnectionId, SessionState};
use operations::{Error, FORGET_AFTER, Field};
use practice::{Act as Elsewhere, Fault, FaultKind};

fn session_entry(stage: &Stage) -> Entry {
    Entry::session(true, &stage.url)
}

fn name(desk: &Desk, id: ConnectionId) -> String {
    desk.context.inventory.connection(id).unwrap().unwrap().name
}

fn session(desk: &Desk, id: ConnectionId) -> SessionState {
    let record = desk.context.inventory.connection(id).unwrap().unwrap();
    record.session
}

async fn tend(desk: &Desk) {
    operations::tend(&desk.context).await.unwrap();
}

/// A desk whose third key is gone from the server.
async fn with_a_key_gone(stage: &Stage) -> (Desk, ConnectionId) {
    let (desk, id) = Desk::connected(stage).await;
    let act = Elsewhere::DeleteApp { app: Some(3) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    (desk, id)
}

#[tokio::test]
async fn signing_out_with_a_closed_keychain_is_finished_when_it_opens() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let result = operations::sign_out(&desk.context, id).await;
    assert!(matches!(result, Err(Error::Keychain(_))), "{result:?}");
    assert_eq!(session(&desk, id), SessionState::SignedOut);
    tend(&desk).await;
    assert!(!desk.has_no_open_intent(), "still closed");
    desk.keychain.set_trouble(None);
    assert!(desk.keychain.entries().contains(&session_entry(&stage)));
    tend(&desk).await;
    assert!(!desk.keychain.entries().contains(&session_entry(&stage)));
    assert!(desk.has_no_open_intent());
    assert_eq!(session(&desk, id), SessionState::SignedOut);
    assert_eq!(desk.keychain.entries().len(), 3, "the keys' secrets stay");
}

#[tokio::test]
async fn signing_out_without_the_server_ends_the_session_here() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage
        .co_op
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection));
    operations::sign_out(&desk.context, id).await.unwrap();
    assert!(desk.has_no_open_intent());
    assert!(!desk.keychain.entries().contains(&session_entry(&stage)));
    stage.co_op.clear_faults();
    let result = desk.refresh(id).await;
    assert!(matches!(result, Err(Error::SignedOut(_))), "{result:?}");
}

#[tokio::test]
async fn disconnecting_with_a_closed_keychain_is_finished_when_it_opens() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(Trouble::Absent));
    let result = operations::disconnect(&desk.context, id, &name(&desk, id)).await;
    assert!(matches!(result, Err(Error::Keychain(_))), "{result:?}");
    tend(&desk).await;
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 3);
    desk.keychain.set_trouble(None);
    tend(&desk).await;
    assert!(desk.context.inventory.connection(id).unwrap().is_none());
    assert!(desk.keychain.entries().is_empty(), "no secret stays behind");
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn disconnecting_takes_an_offered_pair_and_a_held_secret_along() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let act = Elsewhere::SaveEditPage { app: Some(2) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    desk.keychain.set_trouble(Some(Trouble::Full));
    desk.create(id, "Boutique").await.unwrap();
    assert_eq!(desk.context.held_secrets(), 1);
    desk.keychain.set_trouble(None);
    operations::disconnect(&desk.context, id, &name(&desk, id))
        .await
        .unwrap();
    assert!(desk.keychain.entries().is_empty());
    assert_eq!(desk.context.held_secrets(), 0);
}

#[tokio::test]
async fn signing_in_again_takes_an_unfinished_ending_back() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(Trouble::Locked));
    operations::disconnect(&desk.context, id, &name(&desk, id))
        .await
        .unwrap_err();
    operations::sign_out(&desk.context, id).await.unwrap_err();
    desk.keychain.set_trouble(None);
    assert_eq!(desk.sign_in(&stage, &stage.url, "admin").await, id);
    assert!(desk.has_no_open_intent());
    tend(&desk).await;
    assert_eq!(session(&desk, id), SessionState::SignedIn);
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 3);
    desk.refresh(id).await.unwrap();
    for number in 1..=3 {
        assert!(desk.secret(&stage, number).await.is_some(), "{number}");
        let key = desk.key(id, number);
        assert!(key.secret.is_some_and(|secret| secret.stored_at.is_some()));
    }
}

#[tokio::test]
async fn a_key_that_the_server_has_cannot_be_forgotten() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 3).id;
    let result = operations::forget_key(&desk.context, key);
    assert!(matches!(result, Err(Error::StillOnServer)), "{result:?}");
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn a_forgotten_key_can_be_brought_back_for_a_while() {
    let stage = Stage::start_small().await;
    let (desk, id) = with_a_key_gone(&stage).await;
    let key = desk.key(id, 3).id;
    operations::forget_key(&desk.context, key).unwrap();
    tend(&desk).await;
    assert!(desk.key(id, 3).forgotten_at.is_some());
    operations::undo_forget_key(&desk.context, key).unwrap();
    assert!(desk.has_no_open_intent());
    desk.wait(FORGET_AFTER);
    tend(&desk).await;
    assert!(desk.key(id, 3).forgotten_at.is_none());
    operations::copy_field(&desk.context, key, Field::Secret)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_forgotten_key_goes_with_its_secret_a_little_later() {
    let stage = Stage::start_small().await;
    let (desk, id) = with_a_key_gone(&stage).await;
    let key = desk.key(id, 3).id;
    operations::forget_key(&desk.context, key).unwrap();
    desk.wait(FORGET_AFTER);
    desk.keychain.set_trouble(Some(Trouble::Locked));
    tend(&desk).await;
    assert!(desk.context.inventory.key(key).unwrap().is_some());
    assert!(desk.secret_now(&stage, 3).is_some());
    desk.keychain.set_trouble(None);
    tend(&desk).await;
    assert!(desk.context.inventory.key(key).unwrap().is_none());
    assert!(desk.secret_now(&stage, 3).is_none());
    assert!(desk.has_no_open_intent());
    let undone = operations::undo_forget_key(&desk.context, key);
    assert!(matches!(undone, Err(Error::RecordGone)), "{undone:?}");
}

#[tokio::test]
async fn a_forgotten_key_that_comes_back_keeps_its_secret() {
    let stage = Stage::start_small().await;
    let (desk, id) = with_a_key_gone(&stage).await;
    operations::forget_key(&desk.context, desk.key(id, 3).id).unwrap();
    desk.wait(FORGET_AFTER);
    let act = Elsewhere::RestoreApp { app: Some(3) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    tend(&desk).await;
    desk.refresh(id).await.unwrap();
    assert!(desk.key(id, 3).forgotten_at.is_none());
    assert!(desk.secret(&stage, 3).await.is_some());
}

#[tokio::test]
async fn archiving_is_undone_and_the_server_never_learns() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let asked = stage.requests().len();
    for _ in 0..2 {
        operations::archive_key(&desk.context, key.id).unwrap();
    }
    assert!(desk.key(id, 1).archived_at.is_some());
    assert_eq!(stage.requests().len(), asked);
    desk.refresh(id).await.unwrap();
    assert!(desk.key(id, 1).archived_at.is_some(), "a refresh keeps it");
    operations::unarchive_key(&desk.context, key.id).unwrap();
    assert!(desk.key(id, 1).archived_at.is_none());
    assert_eq!(
        desk.acts(&key),
        [Act::SeenOnServer, Act::Archived, Act::Unarchived]
    );
    assert!(desk.secret(&stage, 1).await.is_some());
}
