//! Editing and revoking keys from the desk (contract 3, 6.2, 8).

use super::shop_curl::AJAX;
use super::shop_stage::{ANNE, CARLA, MALIK, ShopStage, every_flavour, every_kind};
use super::site_desk::{SHOP, SiteDesk, site_error};
use keys::{Act, Drift, KeyId, KeyStatus, Permission, Presence};
use operations::{Error, Revocations};
use practice::{Fault, FaultKind, Permission as AtShop, ShopAct};

const NAME: &str = "Lavande Delivery";

/// The record of the newest live key of that person.
fn of(desk: &SiteDesk, stage: &ShopStage, on: keys::ConnectionId, owner: i64) -> KeyId {
    let live = stage.live();
    let key = live.iter().find(|key| key.owner == owner).unwrap();
    desk.key(on, key.id).id
}

async fn edit(desk: &SiteDesk, key: KeyId) -> Result<(), Error> {
    operations::edit_consumer_key(&desk.context, key, NAME, Permission::Write).await
}

async fn revoke(desk: &SiteDesk, keys: &[KeyId]) -> Result<Revocations, Error> {
    operations::revoke_keys(&desk.context, keys, SHOP).await
}

#[tokio::test]
async fn an_edit_is_stored_and_told_as_ours() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let made = desk.create(on, "Before", Permission::Read).await.unwrap();
        let number = desk.record(made.key).server_id.0;
        edit(&desk, made.key).await.unwrap();
        let there = stage.key(number);
        assert_eq!(there.description, NAME);
        assert_eq!(there.permission, AtShop::Write);
        assert_eq!(there.owner, ANNE);
        let record = desk.record(made.key);
        assert_eq!(record.app_name, NAME);
        assert_eq!(record.consumer.unwrap().permission, Some(Permission::Write));
        assert_eq!(desk.acts(made.key), [Act::Created, Act::Edited]);
        // Our own edit is no news.
        let report = desk.refresh(on).await.unwrap();
        assert_eq!(report, operations::Report::default());
        assert!(desk.drifts(made.key).is_empty());
        assert_eq!(desk.secret(&stage, made.key), Some(there.secret));
    }
}

#[tokio::test]
async fn an_edit_that_may_not_be_is_never_sent() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.connect(&stage, "malik").await;
    desk.refresh(on).await.unwrap();
    let theirs = of(&desk, &stage, on, ANNE);
    let asked = stage.asked();
    let refused = edit(&desk, theirs).await;
    assert!(matches!(refused, Err(Error::NotYourKey)), "{refused:?}");
    let own = of(&desk, &stage, on, MALIK);
    let long = "x".repeat(201);
    for wrong in ["", "0", "a<b", &*long] {
        let refused =
            operations::edit_consumer_key(&desk.context, own, wrong, Permission::Read).await;
        assert!(matches!(refused, Err(Error::Description(_))), "{refused:?}");
    }
    assert_eq!(stage.asked(), asked);
    edit(&desk, own).await.unwrap();
}

#[tokio::test]
async fn an_edit_whose_reply_was_lost_is_looked_up() {
    for (kind, is_done) in [
        (FaultKind::CutAfterWork, true),
        (FaultKind::CutBeforeWork, false),
        (FaultKind::ServerError, false),
        (FaultKind::Garbage, false),
    ] {
        let stage = ShopStage::start().await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let made = desk.create(on, "Before", Permission::Read).await.unwrap();
        stage.spoil("POST", AJAX, kind.clone());
        let told = edit(&desk, made.key).await;
        let number = desk.record(made.key).server_id.0;
        assert_eq!(stage.key(number).description == NAME, is_done);
        if is_done {
            assert!(told.is_ok(), "{kind:?}: {told:?}");
        } else {
            let is_told = matches!(
                told,
                Err(Error::NothingDone { .. } | Error::ReplyLost { .. })
            );
            assert!(is_told, "{kind:?}: {told:?}");
        }
        assert_eq!(desk.record(made.key).app_name == NAME, is_done, "{kind:?}");
        assert_eq!(desk.acts(made.key).contains(&Act::Edited), is_done);
    }
}

#[tokio::test]
async fn an_edit_that_the_site_silently_did_not_store_is_not_told_as_done() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let made = desk.create(on, "Before", Permission::Read).await.unwrap();
    let id = desk.record(made.key).server_id.0;
    let act = ShopAct::RevokeKey { id };
    stage.spoil("POST", AJAX, FaultKind::Act { act });
    let told = site_error(edit(&desk, made.key).await);
    assert!(
        matches!(
            told,
            woocommerce::Error::NotStored | woocommerce::Error::NotFound
        ),
        "{told:?}"
    );
    assert!(!desk.acts(made.key).contains(&Act::Edited));
    assert_eq!(desk.record(made.key).app_name, "Before");
}

#[tokio::test]
async fn a_key_is_revoked_once_the_name_is_typed() {
    for kind in every_flavour() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let made = desk.create(on, NAME, Permission::Read).await.unwrap();
        let asked = stage.asked();
        for wrong in ["", "epicerie", NAME] {
            let refused = operations::revoke_keys(&desk.context, &[made.key], wrong).await;
            assert!(
                matches!(refused, Err(Error::TypedNameDiffers)),
                "{refused:?}"
            );
        }
        assert_eq!(stage.asked(), asked);
        let told = revoke(&desk, &[made.key]).await.unwrap();
        assert_eq!(told.revoked, [made.key]);
        assert!(stage.made(NAME)[0].revoked);
        let record = desk.record(made.key);
        assert_eq!(record.presence, Presence::Gone);
        assert_eq!(desk.acts(made.key), [Act::Created, Act::Revoked]);
        assert!(desk.drifts(made.key).is_empty(), "our own act is no news");
        assert!(desk.has_no_open_intent());
        let report = desk.refresh(on).await.unwrap();
        assert_eq!(report, operations::Report::default());
        let asked = stage.asked();
        let told = revoke(&desk, &[made.key]).await.unwrap();
        assert_eq!(told.already_gone, [made.key]);
        assert_eq!(stage.asked(), asked);
    }
}

#[tokio::test]
async fn several_are_revoked_and_each_is_told() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let desk = SiteDesk::new(&stage);
        let on = desk.connect(&stage, "malik").await;
        desk.refresh(on).await.unwrap();
        let [theirs, own, customers] = [ANNE, MALIK, CARLA].map(|who| of(&desk, &stage, on, who));
        let other = {
            let live = stage.live();
            let mut own = live.iter().filter(|key| key.owner == MALIK);
            desk.key(on, own.nth(1).unwrap().id).id
        };
        let id = desk.record(other).server_id.0;
        stage.act(&ShopAct::RevokeKey { id });
        let mut told = revoke(&desk, &[theirs, own, customers, other])
            .await
            .unwrap();
        told.revoked.sort();
        let mut expected = vec![own, customers];
        expected.sort();
        assert_eq!(told.revoked, expected);
        assert_eq!(told.already_gone, [other]);
        assert_eq!(told.not_allowed, [theirs]);
        assert!(desk.has_no_open_intent());
        for (key, act) in [(own, Act::Revoked), (other, Act::GoneFromServer)] {
            assert_eq!(desk.acts(key).pop(), Some(act));
            assert_eq!(desk.record(key).presence, Presence::Gone);
        }
        assert_eq!(desk.drifts(other), [Drift::Gone]);
        assert_eq!(desk.record(theirs).presence, Presence::OnServer);
    }
}

#[tokio::test]
async fn a_revocation_asked_twice_is_told_once() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let made = desk.create(on, NAME, Permission::Read).await.unwrap();
    let fault = Fault::on("/wp-admin/admin.php", FaultKind::CutBeforeWork).times(1);
    stage.shop.add_fault(fault.for_method("GET").after(1));
    let lost = revoke(&desk, &[made.key]).await;
    assert!(matches!(lost, Err(Error::ReplyLost { .. })), "{lost:?}");
    assert!(!desk.has_no_open_intent(), "it may still be under way");
    let told = revoke(&desk, &[made.key]).await.unwrap();
    assert_eq!(told.revoked, [made.key]);
    assert!(desk.has_no_open_intent());
    let acts = desk.acts(made.key);
    let times = acts.iter().filter(|act| **act == Act::Revoked).count();
    assert_eq!(times, 1, "{acts:?}");
}

#[tokio::test]
async fn a_revocation_whose_reply_was_lost_is_looked_up() {
    for several in [false, true] {
        for (kind, is_done) in [
            (FaultKind::CutAfterWork, true),
            (FaultKind::CutBeforeWork, false),
            (FaultKind::ServerError, false),
            (FaultKind::Garbage, false),
        ] {
            let stage = ShopStage::start().await;
            let (desk, on) = SiteDesk::connected(&stage).await;
            let made = desk.create(on, NAME, Permission::Read).await.unwrap();
            let more = desk.create(on, "More", Permission::Read).await.unwrap();
            let both = [made.key, more.key];
            let asked = if several { &both[..] } else { &both[..1] };
            // The one that revokes is the second page asked for, or the first form that is posted.
            let fault = Fault::on("/wp-admin/admin.php", kind.clone()).times(1);
            stage.shop.add_fault(if several {
                fault.for_method("POST")
            } else {
                fault.for_method("GET").after(1)
            });
            let told = revoke(&desk, asked).await;
            let what = format!("{kind:?} {several}: {told:?}");
            // An error page to several is taken for a refusal; then each is asked for by itself.
            let is_done = is_done || several && kind == FaultKind::ServerError;
            assert_eq!(stage.made(NAME)[0].revoked, is_done, "{what}");
            match told {
                Ok(told) if is_done => assert_eq!(told.revoked.len(), asked.len(), "{what}"),
                Err(Error::NothingDone { .. } | Error::ReplyLost { .. }) if !is_done => {}
                _ => panic!("{what}"),
            }
            desk.wait_long();
            operations::tend(&desk.context).await.unwrap();
            assert!(desk.has_no_open_intent(), "{what}");
            let gone = desk.record(made.key).presence == Presence::Gone;
            assert_eq!(gone, is_done, "{what}");
            assert_eq!(
                desk.acts(made.key).contains(&Act::Revoked),
                is_done,
                "{what}"
            );
            assert!(desk.drifts(made.key).is_empty(), "{what}");
            if !is_done {
                let told = revoke(&desk, asked).await.unwrap();
                assert_eq!(told.revoked.len(), asked.len(), "{what}");
            }
        }
    }
}

#[tokio::test]
async fn a_program_that_ends_while_revoking_tells_the_truth_at_its_next_start() {
    for after_work in [true, false] {
        let stage = ShopStage::start().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("inventory.sqlite3");
        let open = || inventory::Inventory::open(&file, keys::Moment(0)).unwrap();
        let keychain = keychain::Memory::new();
        let first = SiteDesk::over(&stage, open(), keychain.clone());
        let on = first.connect(&stage, "anne").await;
        let made = first.create(on, NAME, Permission::Read).await.unwrap();
        let mut struck = stage.shop.subscribe_faults();
        let hold = FaultKind::Hold { after_work };
        let fault = Fault::on("/wp-admin/admin.php", hold).after(1).times(1);
        stage.shop.add_fault(fault);
        let keys = [made.key];
        tokio::select! {
            told = revoke(&first, &keys) => panic!("{told:?}"),
            struck = struck.changed() => struck.unwrap(),
        }
        drop(first);
        let second = SiteDesk::over(&stage, open(), keychain);
        second.wait_long();
        operations::tend(&second.context).await.unwrap();
        assert!(second.has_no_open_intent());
        assert_eq!(stage.made(NAME)[0].revoked, after_work);
        let gone = second.record(made.key).presence == Presence::Gone;
        assert_eq!(gone, after_work);
        assert_eq!(second.acts(made.key).contains(&Act::Revoked), after_work);
        let status = second.record(made.key).status();
        assert_eq!(status == KeyStatus::Gone, after_work);
    }
}
