//! Refreshing a site: what is there, and what somebody else changed since.

use super::shop_stage::{ANNE, MALIK, ShopStage, every_kind};
use super::site_desk::SiteDesk;
use keys::{Act, Drift, KeyStatus, KeyType, Permission, Presence, SiteUserId};
use operations::{Error, Report};
use practice::{Fault, FaultKind, Permission as AtShop, ShopAct, ShopOptions};

#[tokio::test]
async fn every_key_of_the_site_is_recorded_as_it_is() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(ShopOptions {
            keys: Some(33),
            ..kind
        })
        .await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let records = desk.keys(on);
        assert_eq!(records.len(), 33);
        for there in stage.live() {
            let record = desk.key(on, there.id);
            let consumer = record.consumer.clone().unwrap();
            assert_eq!(record.key_type, KeyType::Consumer);
            assert_eq!(record.app_name, there.description);
            assert_eq!(record.identifier, None);
            assert_eq!(consumer.ending, there.last_seven);
            let permission = consumer.permission.unwrap();
            assert_eq!(permission.as_value(), there.permission.as_str());
            let owner = consumer.owner.unwrap();
            let is_deleted = there.owner == 5;
            assert_eq!(owner.is_gone(), is_deleted);
            if !is_deleted {
                assert_eq!(owner.id, Some(SiteUserId(there.owner)));
            }
            let expected = if is_deleted {
                KeyStatus::OwnerGone
            } else {
                KeyStatus::NotHeld
            };
            assert_eq!(record.status(), expected);
            assert_eq!(
                consumer.last_access.unwrap().is_never(),
                there.last_access.is_none()
            );
            assert!(consumer.may_change);
        }
        assert_eq!(desk.secrets(), 0);
    }
}

#[tokio::test]
async fn nothing_new_is_no_news() {
    let stage = ShopStage::with_keys(33).await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let calls = desk.keychain.calls();
    assert_eq!(desk.refresh(on).await.unwrap(), Report::default());
    assert_eq!(desk.keychain.calls(), calls);
    assert_eq!(desk.context.inventory.unseen_drift().unwrap(), 0);
}

#[tokio::test]
async fn what_somebody_else_did_is_told_once() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let live = stage.live();
        let [renamed, changed, gone] = [live[0].id, live[1].id, live[2].id];
        stage.act(&ShopAct::EditKey {
            id: renamed,
            permission: None,
            description: Some("Called otherwise".to_owned()),
        });
        let before = desk.key(on, changed).consumer.unwrap().permission.unwrap();
        let other = if before == Permission::Read {
            AtShop::Write
        } else {
            AtShop::Read
        };
        stage.act(&ShopAct::EditKey {
            id: changed,
            permission: Some(other),
            description: None,
        });
        stage.act(&ShopAct::RevokeKey { id: gone });
        stage.pair(ANNE, AtShop::ReadWrite);
        let expected = Report {
            new_keys: 1,
            renamed: 1,
            permission_changed: 1,
            gone: 1,
            ..Report::default()
        };
        assert_eq!(desk.refresh(on).await.unwrap(), expected);
        assert_eq!(desk.refresh(on).await.unwrap(), Report::default());
        let of = |number| desk.key(on, number).id;
        let new = of(stage.live()[0].id);
        assert_eq!(desk.drifts(new), [Drift::New]);
        assert_eq!(desk.acts(new), [Act::SeenOnServer]);
        let from = live[0].description.clone();
        assert_eq!(desk.drifts(of(renamed)), [Drift::Renamed { from }]);
        assert_eq!(desk.acts(of(renamed)).pop(), Some(Act::RenamedElsewhere));
        let from = before;
        assert_eq!(
            desk.drifts(of(changed)),
            [Drift::PermissionChanged { from }]
        );
        let act = Act::PermissionChangedElsewhere;
        assert_eq!(desk.acts(of(changed)).pop(), Some(act));
        assert_eq!(desk.drifts(of(gone)), [Drift::Gone]);
        assert_eq!(desk.key(on, gone).presence, Presence::Gone);
        assert_eq!(desk.key(on, gone).status(), KeyStatus::Gone);
    }
}

#[tokio::test]
async fn a_key_whose_owner_was_deleted_is_told_as_that() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let live = stage.live();
    let id = live.iter().find(|key| key.owner == MALIK).unwrap().id;
    assert_eq!(desk.key(on, id).status(), KeyStatus::NotHeld);
    stage.act(&ShopAct::DeleteUser { id: MALIK });
    desk.refresh(on).await.unwrap();
    assert_eq!(desk.key(on, id).status(), KeyStatus::OwnerGone);
}

#[tokio::test]
async fn a_site_restored_from_another_time_has_other_keys_in_their_places() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let made = desk.create(on, "Lavande", Permission::Read).await.unwrap();
    let number = desk.record(made.key).server_id.0;
    let former: Vec<_> = stage
        .live()
        .iter()
        .map(|key| key.last_seven.clone())
        .collect();
    stage.shop.reset().unwrap();
    while stage.live().first().is_none_or(|key| key.id < number) {
        stage.act(&ShopAct::AddKeys { count: 1 });
    }
    assert!(
        stage
            .live()
            .iter()
            .all(|key| !former.contains(&key.last_seven))
    );
    assert_eq!(desk.connect(&stage, "anne").await, on);
    let report = desk.refresh(on).await.unwrap();
    assert_eq!(report.replaced, stage.live().len(), "{report:?}");
    let record = desk.record(made.key);
    assert_eq!(record.identifier, None, "ours opens nothing any more");
    assert_ne!(record.status(), KeyStatus::Works);
    assert!(desk.acts(made.key).contains(&Act::ReplacedElsewhere));
}

#[tokio::test]
async fn a_key_that_is_gone_keeps_its_record_and_its_secret() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let made = desk.create(on, "Lavande", Permission::Read).await.unwrap();
    let number = desk.record(made.key).server_id.0;
    stage.act(&ShopAct::RevokeKey { id: number });
    assert_eq!(desk.refresh(on).await.unwrap().gone, 1);
    assert_eq!(desk.record(made.key).presence, Presence::Gone);
    assert!(
        desk.secret(&stage, made.key).is_some(),
        "records are marked, not deleted"
    );
    assert_eq!(desk.check(made.key).await.unwrap(), KeyStatus::Gone);
}

#[tokio::test]
async fn a_refresh_that_breaks_off_marks_nothing_as_gone() {
    let stage = ShopStage::with_keys(33).await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    for kind in [
        FaultKind::ServerError,
        FaultKind::Garbage,
        FaultKind::Website,
        FaultKind::CutBeforeWork,
        FaultKind::ExpireSession { remembered: true },
    ] {
        let fault = Fault::on("/wp-admin/admin.php", kind.clone());
        stage.shop.add_fault(fault.after(2));
        let broken = desk.refresh(on).await;
        assert!(broken.is_err(), "{kind:?}: {broken:?}");
        stage.shop.clear_faults();
        let there = desk.keys(on);
        assert_eq!(there.len(), 33);
        assert!(there.iter().all(|key| key.presence == Presence::OnServer));
        let over = desk.connection(on).session == keys::SessionState::SignedOut;
        let ended = matches!(kind, FaultKind::ExpireSession { .. });
        assert_eq!(over, ended, "{kind:?}");
        if over {
            desk.connect(&stage, "anne").await;
        }
        assert_eq!(desk.refresh(on).await.unwrap(), Report::default());
    }
}

#[tokio::test]
async fn a_site_that_is_away_is_told_and_everything_stays() {
    let mut stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let before = desk.keys(on);
    stage.close().await;
    let away = desk.refresh(on).await;
    let Err(Error::Site { source, .. }) = away else {
        panic!("{away:?}");
    };
    assert!(source.is_offline(), "{source:?}");
    assert!(desk.context.is_unreachable(on));
    assert_eq!(desk.keys(on), before);
}

#[tokio::test]
async fn a_manager_sees_what_may_not_be_changed() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.connect(&stage, "malik").await;
    desk.refresh(on).await.unwrap();
    for there in stage.live() {
        let consumer = desk.key(on, there.id).consumer.unwrap();
        assert_eq!(consumer.may_change, there.owner != ANNE);
        assert_eq!(consumer.owner.unwrap().is_gone(), there.owner == 5);
    }
}

#[tokio::test]
async fn another_account_with_another_language_finds_nothing_changed() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let made = desk.create(on, "Lavande", Permission::Write).await.unwrap();
        let before = desk.keys(on);
        let language = Some(practice::ShopLanguage::French);
        stage.act(&ShopAct::SetLanguage {
            id: MALIK,
            language,
        });
        let language = Some(practice::ShopLanguage::English);
        stage.act(&ShopAct::SetLanguage { id: ANNE, language });
        for login in ["malik", "anne"] {
            assert_eq!(desk.connect(&stage, login).await, on);
            let report = desk.refresh(on).await.unwrap();
            assert_eq!(report, Report::default(), "{login}");
            for key in &before {
                let now = desk.record(key.id);
                assert_eq!(now.app_name, key.app_name);
                let (now, then) = (now.consumer.unwrap(), key.consumer.clone().unwrap());
                assert_eq!(now.permission, then.permission);
                assert_eq!(now.ending, then.ending);
                let owner = now.owner.unwrap();
                assert_eq!(owner.is_gone(), then.owner.unwrap().is_gone());
            }
            assert!(desk.secret(&stage, made.key).is_some());
        }
        assert_eq!(desk.context.inventory.unseen_drift().unwrap(), 0);
    }
}
