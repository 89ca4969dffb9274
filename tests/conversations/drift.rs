//! Drift: what somebody else changed is told with its time, and ours is kept until it is dead.

use super::desk::{Desk, secret_on_server};
use super::stage::Stage;
use keychain::{Entry, Trouble};
use keys::{Act, ConnectionId, Drift, DriftRecord, Key, KeyStatus, Presence, ServerAppId};
use keys::{ServerStoreId, Store};
use operations::{Error, Field};
use practice::{Act as Elsewhere, FaultKind, Options};

const TOKEN: &str = "/oauth2/token";

/// What the keychain holds of the pair that the server offers for a key.
fn offered(stage: &Stage, desk: &Desk, server_id: i64) -> Option<String> {
    let entry = Entry::offered_secret(true, &stage.url, ServerAppId(server_id));
    let there = desk.keychain.read_now(&entry);
    there.map(|secret| secret.expose().to_owned())
}

fn drifts(desk: &Desk, key: &Key) -> Vec<Drift> {
    let records = desk.context.inventory.drifts_of_key(key.id).unwrap();
    records.into_iter().map(|record| record.drift).collect()
}

fn store(desk: &Desk, id: ConnectionId, server_id: i64) -> Store {
    let found = desk
        .context
        .inventory
        .store_by_server_id(id, ServerStoreId(server_id));
    found.unwrap().unwrap()
}

fn drifts_of_store(desk: &Desk, store: &Store) -> Vec<Drift> {
    let records = desk.context.inventory.drifts_of_store(store.id).unwrap();
    records.into_iter().map(|record| record.drift).collect()
}

fn elsewhere(stage: &Stage, act: &Elsewhere) {
    stage.co_op.act(act).unwrap();
}

#[tokio::test]
async fn the_first_refresh_of_a_connection_is_no_news() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    assert_eq!(desk.context.inventory.unseen_drift().unwrap(), 0);
    assert_eq!(desk.acts(&desk.key(id, 1)), [Act::SeenOnServer]);
    assert!(drifts(&desk, &desk.key(id, 1)).is_empty());
}

#[tokio::test]
async fn what_changed_about_a_key_is_told_with_its_time() {
    let rename = |name: &str| Elsewhere::RenameApp {
        app: Some(2),
        name: name.to_owned(),
    };
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = desk.key(id, 2).app_name;
    for (act, number, drift, told) in [
        (
            Elsewhere::CreateApp {
                name: Some("Ailleurs".to_owned()),
                store: Some(1),
            },
            4,
            Drift::New,
            Act::SeenOnServer,
        ),
        (
            Elsewhere::Renew { app: Some(1) },
            1,
            Drift::Renewed,
            Act::RenewedElsewhere,
        ),
        (
            rename("Autre nom"),
            2,
            Drift::Renamed { from: former },
            Act::RenamedElsewhere,
        ),
        (
            Elsewhere::SaveEditPage { app: Some(3) },
            3,
            Drift::Replaced,
            Act::ReplacedElsewhere,
        ),
        (
            Elsewhere::DeleteApp { app: Some(4) },
            4,
            Drift::Gone,
            Act::GoneFromServer,
        ),
        (
            Elsewhere::RestoreApp { app: Some(4) },
            4,
            Drift::Back,
            Act::BackOnServer,
        ),
    ] {
        elsewhere(&stage, &act);
        let before = desk.context.now();
        desk.refresh(id).await.unwrap();
        let after = desk.context.now();
        let key = desk.key(id, number);
        let records = desk.context.inventory.drifts_of_key(key.id).unwrap();
        let is_it = |record: &&DriftRecord| record.drift == drift;
        let record = records.iter().find(is_it);
        let at = record.unwrap_or_else(|| panic!("{act:?} {records:?}")).at;
        assert!(before < at && at < after, "{act:?}");
        assert!(desk.acts(&key).contains(&told), "{act:?}");
    }
    assert!(desk.context.inventory.unseen_drift().unwrap() >= 5);
}

#[tokio::test]
async fn what_changed_about_a_store_is_told() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = store(&desk, id, 3).name;
    for (act, number, drift) in [
        (
            Elsewhere::CreateStore {
                name: "Ailleurs".to_owned(),
            },
            49,
            Drift::New,
        ),
        (
            Elsewhere::RenameStore {
                store: Some(3),
                name: "Autre nom".to_owned(),
            },
            3,
            Drift::Renamed { from: former },
        ),
        (Elsewhere::DeleteStore { store: Some(49) }, 49, Drift::Gone),
        (Elsewhere::RestoreStore { store: Some(49) }, 49, Drift::Back),
    ] {
        elsewhere(&stage, &act);
        desk.refresh(id).await.unwrap();
        let found = drifts_of_store(&desk, &store(&desk, id, number));
        assert!(found.contains(&drift), "{act:?} {found:?}");
    }
    assert_eq!(store(&desk, id, 3).name, "Autre nom");
    assert_eq!(store(&desk, id, 49).presence, Presence::OnServer);
}

#[tokio::test]
async fn a_secret_renewed_elsewhere_is_taken_once_ours_is_proved_dead() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    elsewhere(&stage, &Elsewhere::Renew { app: Some(1) });
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.renewed, report.taken), (1, 1));
    let key = desk.key(id, 1);
    assert!(key.offered.is_none());
    let held = desk.secret(&stage, 1).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 1).await);
    assert_eq!(offered(&stage, &desk, 1), None);
    assert_eq!(
        desk.acts(&key),
        [Act::SeenOnServer, Act::RenewedElsewhere, Act::TookNewPair]
    );
    assert_eq!(desk.refresh(id).await.unwrap().taken, 0);
}

#[tokio::test]
async fn ours_stays_while_nothing_proves_it_dead() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let ours = desk.secret(&stage, 1).await;
    for kind in [
        FaultKind::RefuseConnection,
        FaultKind::ServerError,
        FaultKind::Garbage,
    ] {
        elsewhere(&stage, &Elsewhere::Renew { app: Some(1) });
        stage.spoil("POST", TOKEN, kind.clone());
        let report = desk.refresh(id).await.unwrap();
        assert_eq!((report.renewed, report.taken), (1, 0), "{kind:?}");
        assert_eq!(desk.key(id, 1).status(), KeyStatus::RenewedElsewhere);
        assert_eq!(desk.secret(&stage, 1).await, ours, "{kind:?}");
        let theirs = secret_on_server(&stage, 1).await;
        assert_eq!(offered(&stage, &desk, 1), Some(theirs), "{kind:?}");
    }
    assert_eq!(desk.refresh(id).await.unwrap().taken, 1);
    let held = desk.secret(&stage, 1).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 1).await);
    assert_eq!(offered(&stage, &desk, 1), None);
}

#[tokio::test]
async fn a_pair_replaced_by_an_edit_waits_beside_ours_until_it_is_accepted() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = desk.key(id, 2);
    let ours = desk.secret(&stage, 2).await;
    elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(2) });
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.replaced, report.taken), (1, 0));
    let key = desk.key(id, 2);
    assert_eq!(key.status(), KeyStatus::Replaced);
    assert_eq!(key.identifier, former.identifier);
    operations::copy_field(&desk.context, key.id, Field::Secret)
        .await
        .unwrap();
    let copied = desk.clipboard.text().map(|text| text.expose().to_owned());
    assert_eq!(copied, ours, "ours is what was handed over");
    assert!(offered(&stage, &desk, 2).is_some());
    let asked = stage.requests().len();
    operations::accept_new_pair(&desk.context, key.id)
        .await
        .unwrap();
    assert_eq!(stage.requests().len(), asked, "it was in the keychain");
    let key = desk.key(id, 2);
    assert_ne!(key.identifier, former.identifier);
    assert!(key.offered.is_none());
    let held = desk.secret(&stage, 2).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 2).await);
    assert_eq!(offered(&stage, &desk, 2), None);
    assert_eq!(desk.acts(&key).last(), Some(&Act::TookNewPair));
}

#[tokio::test]
async fn a_pair_replaced_twice_offers_the_newest() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let ours = desk.secret(&stage, 2).await;
    let mut seen = Vec::new();
    for _ in 0..2 {
        elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(2) });
        assert_eq!(desk.refresh(id).await.unwrap().replaced, 1);
        seen.push(offered(&stage, &desk, 2).unwrap());
    }
    assert_ne!(seen[0], seen[1]);
    assert_eq!(seen[1], secret_on_server(&stage, 2).await);
    assert_eq!(desk.secret(&stage, 2).await, ours);
    let key = desk.key(id, 2);
    let replaced = |act: &&Act| **act == Act::ReplacedElsewhere;
    assert_eq!(desk.acts(&key).iter().filter(replaced).count(), 2);
    operations::accept_new_pair(&desk.context, key.id)
        .await
        .unwrap();
    assert_eq!(desk.secret(&stage, 2).await, Some(seen.remove(1)));
}

#[tokio::test]
async fn a_pair_that_changed_once_more_is_not_accepted_unseen() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let ours = desk.secret(&stage, 2).await;
    elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(2) });
    desk.keychain.set_trouble(Some(Trouble::Full));
    desk.refresh(id).await.unwrap();
    desk.keychain.set_trouble(None);
    assert_eq!(offered(&stage, &desk, 2), None);
    elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(2) });
    let key = desk.key(id, 2).id;
    let accepted = operations::accept_new_pair(&desk.context, key).await;
    assert!(matches!(accepted, Err(Error::RecordGone)), "{accepted:?}");
    assert_eq!(desk.secret(&stage, 2).await, ours);
    desk.refresh(id).await.unwrap();
    operations::accept_new_pair(&desk.context, key)
        .await
        .unwrap();
    let held = desk.secret(&stage, 2).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 2).await);
}

#[tokio::test]
async fn an_ak_value_that_was_replaced_is_dead_at_once() {
    let stage = Stage::start_with(Options {
        apps: Some(9),
        ..Options::default()
    })
    .await;
    let (desk, id) = Desk::connected(&stage).await;
    elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(9) });
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.replaced, report.taken), (1, 1));
    let held = desk.secret(&stage, 9).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 9).await);
    assert!(drifts(&desk, &desk.key(id, 9)).contains(&Drift::Replaced));
}

#[tokio::test]
async fn a_key_that_is_gone_keeps_its_record_and_secret_and_may_come_back() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let secret = desk.secret(&stage, 3).await;
    elsewhere(&stage, &Elsewhere::DeleteApp { app: Some(3) });
    assert_eq!(desk.refresh(id).await.unwrap().gone, 1);
    let gone = desk.key(id, 3);
    assert_eq!(gone.status(), KeyStatus::Gone);
    assert_eq!(desk.secret(&stage, 3).await, secret);
    operations::copy_field(&desk.context, gone.id, Field::Secret)
        .await
        .unwrap();
    elsewhere(&stage, &Elsewhere::RestoreApp { app: Some(3) });
    assert_eq!(desk.refresh(id).await.unwrap().back, 1);
    let back = desk.key(id, 3);
    assert_eq!((back.id, back.presence), (gone.id, Presence::OnServer));
    assert_eq!(desk.secret(&stage, 3).await, secret);
}

#[tokio::test]
async fn a_store_that_is_gone_marks_its_keys() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    elsewhere(&stage, &Elsewhere::DeleteStore { store: Some(2) });
    desk.refresh(id).await.unwrap();
    let key = desk.key(id, 2);
    assert!(key.store_gone);
    assert_eq!(key.status(), KeyStatus::StoreGone);
    assert!(!desk.key(id, 1).store_gone);
    assert!(drifts(&desk, &key).contains(&Drift::Gone));
    elsewhere(&stage, &Elsewhere::RestoreStore { store: Some(2) });
    desk.refresh(id).await.unwrap();
    assert!(!desk.key(id, 2).store_gone);
}

#[tokio::test]
async fn renewing_a_key_that_was_replaced_renews_the_pair_the_server_has() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = desk.key(id, 2);
    elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(2) });
    desk.refresh(id).await.unwrap();
    let theirs = desk.key(id, 2).offered.unwrap().identifier;
    let typed = operations::typed_name_of(&former);
    operations::renew_secret(&desk.context, former.id, typed)
        .await
        .unwrap();
    let key = desk.key(id, 2);
    assert!(key.offered.is_none());
    assert_eq!(key.identifier, theirs);
    let held = desk.secret(&stage, 2).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 2).await);
    assert!(desk.has_no_open_intent());
    assert_eq!(offered(&stage, &desk, 2), None, "nothing is left behind");
    assert_eq!(desk.acts(&key).last(), Some(&Act::Renewed));
}

#[tokio::test]
async fn a_check_that_finds_ours_refused_takes_the_offered_pair() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    elsewhere(&stage, &Elsewhere::Renew { app: Some(1) });
    stage.spoil("POST", TOKEN, FaultKind::ServerError);
    desk.refresh(id).await.unwrap();
    let key = desk.key(id, 1).id;
    operations::check_key(&desk.context, key).await.unwrap();
    let record = desk.key(id, 1);
    assert!(record.offered.is_none());
    assert_eq!(record.status(), KeyStatus::NotChecked);
    assert_eq!(offered(&stage, &desk, 1), None);
    let again = operations::check_key(&desk.context, key).await.unwrap();
    assert_eq!(again, KeyStatus::Works);
}

#[tokio::test]
async fn an_offered_pair_whose_own_is_not_stored_any_more_is_taken() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let entry = Entry::key_secret(true, &stage.url, ServerAppId(2));
    desk.keychain.forget(&entry);
    elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(2) });
    assert_eq!(desk.refresh(id).await.unwrap().taken, 1, "nothing to keep");
    let held = desk.secret(&stage, 2).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 2).await);
}

#[tokio::test]
async fn what_was_seen_is_news_no_more() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    elsewhere(&stage, &Elsewhere::SaveEditPage { app: Some(2) });
    elsewhere(&stage, &Elsewhere::DeleteApp { app: Some(3) });
    desk.refresh(id).await.unwrap();
    let inventory = &desk.context.inventory;
    assert_eq!(inventory.unseen_drift().unwrap(), 2);
    let records = inventory.drifts_of_key(desk.key(id, 2).id).unwrap();
    inventory.mark_drift_seen(records[0].id).unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 1);
    inventory.mark_all_drift_seen(Some(id)).unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 0);
    desk.refresh(id).await.unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 0, "told once");
    assert_eq!(desk.key(id, 2).status(), KeyStatus::Replaced, "still so");
}
