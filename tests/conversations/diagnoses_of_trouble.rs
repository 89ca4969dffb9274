//! What a diagnosis finds where the values are right, or were: the key, its Store, the server.

use super::desk::Desk;
use super::diagnoses::{Typed, causes, diagnose};
use super::stage::{LATE, Stage};
use keys::{Cause, ConnectionId, Fix, PluginMessage};
use operations::Diagnosed;
use practice::{Act as Elsewhere, Fault, FaultKind, OrphanAnswer};

async fn of_key(desk: &Desk, on: ConnectionId, number: i64) -> Diagnosed {
    let key = desk.key(on, number).id;
    operations::diagnose_key(&desk.context, key).await.unwrap()
}

#[tokio::test]
async fn a_renewed_secret_is_told_by_the_one_who_renewed_it() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = Typed::of(&stage, &desk, id, 1).await;
    let key = desk.key(id, 1);
    let name = operations::typed_name_of(&key);
    operations::renew_secret(&desk.context, key.id, name)
        .await
        .unwrap();
    let found = diagnose(&desk, &former).await;
    let expected = [(Cause::Renewed, Some(Fix::CopyInTurn))];
    assert_eq!(found.diagnosis.causes, expected);
    let message = PluginMessage::CredentialsNotValid;
    assert_eq!(found.diagnosis.plugin, Some(message));
    // A Secret that was never this key's is another matter where nobody renewed.
    let other = Typed::of(&stage, &desk, id, 2).await;
    let typed = other.with(|typed| typed.secret.clone_from(&former.secret));
    let found = diagnose(&desk, &typed).await;
    let expected = [(Cause::SecretDiffers, Some(Fix::CopyInTurn))];
    assert_eq!(found.diagnosis.causes, expected);
}

#[tokio::test]
async fn a_secret_renewed_elsewhere_is_told_before_and_after_a_refresh() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = Typed::of(&stage, &desk, id, 1).await;
    stage.co_op.act(&Elsewhere::Renew { app: Some(1) }).unwrap();
    for found in [of_key(&desk, id, 1).await, diagnose(&desk, &former).await] {
        let expected = [(Cause::Renewed, Some(Fix::Refresh))];
        assert_eq!(found.diagnosis.causes, expected);
    }
    desk.refresh(id).await.unwrap();
    let found = diagnose(&desk, &former).await;
    let (cause, fix) = &found.diagnosis.causes[0];
    assert_eq!(*cause, Cause::Renewed);
    assert!(
        matches!(fix, Some(Fix::TakeNewPair | Fix::CopyInTurn)),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_replaced_pair_is_told_however_the_server_puts_it() {
    for (answer, plugin) in [
        (OrphanAnswer::NotFound, PluginMessage::Broken),
        (OrphanAnswer::ServerError, PluginMessage::Broken),
        (OrphanAnswer::Null, PluginMessage::Silent),
    ] {
        let stage = Stage::start_small().await;
        let (desk, id) = Desk::connected(&stage).await;
        stage.co_op.set_orphan_answer(answer).unwrap();
        let former = Typed::of(&stage, &desk, id, 1).await;
        let edit = Elsewhere::SaveEditPage { app: Some(1) };
        stage.co_op.act(&edit).unwrap();
        let found = of_key(&desk, id, 1).await.diagnosis;
        assert_eq!(found.causes, [(Cause::Replaced, Some(Fix::Refresh))]);
        assert_eq!(found.plugin, Some(plugin));
        desk.refresh(id).await.unwrap();
        let found = diagnose(&desk, &former).await;
        let expected = [(Cause::Replaced, Some(Fix::TakeNewPair))];
        assert_eq!(found.diagnosis.causes, expected);
        assert_eq!(found.key, Some(desk.key(id, 1).id));
    }
}

#[tokio::test]
async fn an_unknown_identifier_is_told_where_every_key_was_read() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let right = Typed::of(&stage, &desk, id, 1).await;
    let typed = right.with(|typed| {
        typed.identifier = "0".repeat(32);
        typed.secret = "0".repeat(128);
    });
    let (found, key) = causes(&desk, &typed).await;
    assert_eq!((found, key), (vec![Cause::UnknownIdentifier], None));
    // With the right Secret beside it, the key is found all the same.
    let typed = right.with(|typed| typed.identifier = "0".repeat(32));
    let found = diagnose(&desk, &typed).await;
    let expected = [(Cause::UnknownIdentifier, Some(Fix::CopyInTurn))];
    assert_eq!(found.diagnosis.causes, expected);
    assert_eq!(found.key, Some(desk.key(id, 1).id));
}

#[tokio::test]
async fn scopes_store_and_time_slot_are_told_as_the_operator_changed_them() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let tasks = vec!["tasks".to_owned()];
    for (act, cause, fix) in [
        (
            Elsewhere::SetScopes {
                app: Some(1),
                scopes: tasks,
            },
            Cause::LacksDeliveries,
            Fix::Rotate,
        ),
        (
            Elsewhere::SetScopes {
                app: Some(1),
                scopes: Vec::new(),
            },
            Cause::Unrestricted,
            Fix::Rotate,
        ),
        (
            Elsewhere::SetScopes {
                app: Some(1),
                scopes: vec!["deliveries".to_owned()],
            },
            Cause::NothingWrong,
            Fix::Rotate,
        ),
        (
            Elsewhere::SetTimeSlot {
                store: Some(1),
                slot: None,
            },
            Cause::NoTimeSlot,
            Fix::SetTimeSlot,
        ),
        (
            Elsewhere::MoveApp {
                app: Some(1),
                store: Some(2),
            },
            Cause::OpensAnotherStore {
                store: "Librairie L'Œil ouvert".to_owned(),
            },
            Fix::Rotate,
        ),
    ] {
        stage.co_op.act(&act).unwrap();
        let found = of_key(&desk, id, 1).await;
        let fix = (cause != Cause::NothingWrong).then_some(fix);
        assert_eq!(found.diagnosis.causes, [(cause, fix)]);
    }
}

#[tokio::test]
async fn a_server_in_trouble_is_told_by_its_trouble() {
    let mut stage = Stage::start_small().await.hurried();
    let (desk, id) = Desk::connected(&stage).await;
    let to = "https://www.shop.example".to_owned();
    let moved = FaultKind::Redirect { to: to.clone() };
    let down = |status| Cause::ServerDown {
        status: Some(status),
    };
    for (path, kind, cause, plugin) in [
        (
            "/api",
            FaultKind::Website,
            Cause::NotCoopCycle,
            PluginMessage::NotCompatible,
        ),
        (
            "/api",
            FaultKind::Garbage,
            Cause::NotCoopCycle,
            PluginMessage::NotCompatible,
        ),
        (
            "/api",
            moved.clone(),
            Cause::Redirected { to: to.clone() },
            PluginMessage::NotCompatible,
        ),
        (
            "/oauth2",
            moved,
            Cause::Redirected { to },
            PluginMessage::CredentialsNotValid,
        ),
        (
            "/api",
            FaultKind::ServerError,
            down(500),
            PluginMessage::NotCompatible,
        ),
        (
            "/api",
            FaultKind::Status { status: 502 },
            down(502),
            PluginMessage::NotCompatible,
        ),
        (
            "/oauth2",
            FaultKind::ServerError,
            down(500),
            PluginMessage::CredentialsNotValid,
        ),
        (
            "/api",
            FaultKind::Maintenance,
            Cause::Maintenance,
            PluginMessage::NotCompatible,
        ),
        (
            "/oauth2",
            FaultKind::Maintenance,
            Cause::Maintenance,
            PluginMessage::CredentialsNotValid,
        ),
        (
            "/api",
            FaultKind::CutBeforeWork,
            Cause::Unreachable,
            PluginMessage::NotCompatible,
        ),
        (
            "/oauth2",
            LATE,
            Cause::Unreachable,
            PluginMessage::CredentialsNotValid,
        ),
        (
            "/api/me",
            FaultKind::Status { status: 502 },
            down(502),
            PluginMessage::Broken,
        ),
    ] {
        stage.co_op.add_fault(Fault::on(path, kind.clone()));
        let found = of_key(&desk, id, 1).await.diagnosis;
        stage.co_op.clear_faults();
        assert_eq!(found.causes, [(cause, None)], "{path} {kind:?}");
        assert_eq!(found.plugin, Some(plugin), "{path} {kind:?}");
    }
    stage.co_op.set_maintenance(true).unwrap();
    let found = of_key(&desk, id, 1).await.diagnosis;
    assert_eq!(found.causes, [(Cause::Maintenance, None)]);
    stage.close().await;
    let found = of_key(&desk, id, 1).await.diagnosis;
    assert_eq!(found.causes, [(Cause::Unreachable, None)]);
}

#[tokio::test]
async fn the_newest_delivery_of_a_store_is_the_last_that_came() {
    let stage = Stage::start_small().await;
    let admin = stage.signed_in("admin").await;
    let store = keys::ServerStoreId(2);
    let before = admin.newest_delivery(store).await.unwrap();
    let order = Elsewhere::CreateDelivery { store: Some(2) };
    for _ in 0..35 {
        stage.co_op.act(&order).unwrap();
    }
    let after = admin.newest_delivery(store).await.unwrap();
    assert!(after > before, "{before:?} {after:?}");
    stage.co_op.act(&order).unwrap();
    let last = admin.newest_delivery(store).await.unwrap();
    assert!(last > after, "{after:?} {last:?}");
    let unknown = keys::ServerStoreId(4711);
    assert_eq!(admin.newest_delivery(unknown).await.unwrap(), None);
}
