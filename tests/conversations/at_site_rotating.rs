//! Replacing a consumer key: make, hand over, see last access move on the new one and stand still
//! on the old, revoke the old.

use super::shop_curl::AJAX;
use super::shop_stage::{ANNE, MALIK, ShopStage, every_flavour};
use super::site_desk::{SHOP, SiteDesk};
use inventory::Inventory;
use keys::{
    Act, Channel, ConnectionId, KeyId, KeyStatus, Permission, Platform, Presence, Rotation,
    RotationId, RotationStep, Seen, SheetLanguage,
};
use operations::{Created, Error, SheetFor};
use practice::{FaultKind, ShopAct};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

fn rotation(desk: &SiteDesk, id: RotationId) -> Rotation {
    desk.context.inventory.rotation(id).unwrap().unwrap()
}

fn step(desk: &SiteDesk, id: RotationId) -> RotationStep {
    operations::settle_rotations(&desk.context).unwrap();
    rotation(desk, id).step()
}

async fn make(desk: &SiteDesk, id: RotationId) -> Result<Created, Error> {
    let old = desk.record(rotation(desk, id).old_key);
    let name = operations::proposed_name(&old);
    operations::make_rotation_key(&desk.context, id, &name, &[]).await
}

async fn give(desk: &SiteDesk, key: KeyId) {
    let sheet = SheetFor {
        key,
        platform: Platform::Php,
        language: SheetLanguage::Fr,
    };
    operations::record_handover(&desk.context, sheet, "Ada", Channel::Copied)
        .await
        .unwrap();
}

/// The shop's developer uses a key, some time after whatever was before.
fn used(desk: &SiteDesk, stage: &ShopStage, key: KeyId) {
    stage.shop.advance_clock(Duration::from_hours(2));
    let id = desk.record(key).server_id.0;
    stage.act(&ShopAct::UseKey { id });
}

async fn look(desk: &SiteDesk, id: RotationId) -> bool {
    operations::look_for_access(&desk.context, id)
        .await
        .unwrap()
}

/// A key in use, and a rotation of it that waits for the second one to be used.
async fn awaiting(stage: &ShopStage) -> (SiteDesk, ConnectionId, RotationId, [KeyId; 2]) {
    let (desk, on) = SiteDesk::connected(stage).await;
    let old = desk.create(on, "Lavande", Permission::ReadWrite).await;
    let old = old.unwrap().key;
    used(&desk, stage, old);
    let id = operations::begin_rotation(&desk.context, old).unwrap();
    let new = make(&desk, id).await.unwrap().key;
    give(&desk, new).await;
    assert_eq!(step(&desk, id), RotationStep::AwaitUse);
    (desk, on, id, [old, new])
}

#[tokio::test]
async fn a_shop_goes_over_to_its_second_key() {
    for kind in every_flavour() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on, id, [old, new]) = awaiting(&stage).await;
        let [first, second] = [old, new].map(|key| desk.record(key));
        assert_eq!(second.app_name, "Lavande 2");
        let permission = second.consumer.unwrap().permission;
        assert_eq!(permission, first.consumer.unwrap().permission);
        assert!(!look(&desk, id).await, "nobody used it yet");
        used(&desk, &stage, old);
        assert!(!look(&desk, id).await, "that was the first one");
        let still = || operations::is_old_still_used(&desk.context, &rotation(&desk, id));
        assert_eq!(still().unwrap(), Some(true));
        used(&desk, &stage, new);
        assert!(look(&desk, id).await);
        assert_eq!(rotation(&desk, id).seen_working.unwrap().0, Seen::Access);
        assert_eq!(step(&desk, id), RotationStep::Retire);
        let refused = operations::retire_old_key(&desk.context, id, "Lavande").await;
        assert!(
            matches!(refused, Err(Error::TypedNameDiffers)),
            "{refused:?}"
        );
        operations::retire_old_key(&desk.context, id, SHOP)
            .await
            .unwrap();
        assert_eq!(step(&desk, id), RotationStep::Archive);
        assert!(stage.made("Lavande")[0].revoked);
        assert!(!stage.made("Lavande 2")[0].revoked);
        assert_eq!(desk.record(old).presence, Presence::Gone);
        operations::finish_rotation(&desk.context, id).unwrap();
        assert_eq!(step(&desk, id), RotationStep::Done);
        assert!(desk.record(old).archived_at.is_some());
        for act in [Act::RotationBegun, Act::Revoked, Act::RotationEnded] {
            assert!(desk.acts(old).contains(&act), "{act:?}");
        }
        let report = desk.refresh(on).await.unwrap();
        assert_eq!(report, operations::Report::default());
    }
}

#[tokio::test]
async fn a_key_that_nobody_uses_any_more_stands_still() {
    let stage = ShopStage::start().await;
    let (desk, _, id, [_, new]) = awaiting(&stage).await;
    used(&desk, &stage, new);
    assert!(look(&desk, id).await);
    let still = operations::is_old_still_used(&desk.context, &rotation(&desk, id));
    assert_eq!(still.unwrap(), Some(false));
}

#[tokio::test]
async fn what_we_ask_with_the_second_key_is_not_taken_for_the_shops_use() {
    for kind in every_flavour() {
        let mut options = super::shop_stage::behind_pretty(kind.flavour);
        options.language = kind.language;
        let stage = ShopStage::start_with(options).await;
        let (desk, _, id, [_, new]) = awaiting(&stage).await;
        stage.shop.advance_clock(Duration::from_hours(2));
        assert_eq!(desk.check(new).await.unwrap(), KeyStatus::Works);
        assert!(!look(&desk, id).await, "a check");
        assert!(!look(&desk, id).await);
        stage.shop.advance_clock(Duration::from_hours(2));
        operations::diagnose_key(&desk.context, new).await.unwrap();
        assert!(!look(&desk, id).await, "a diagnosis");
        stage.shop.advance_clock(Duration::from_hours(2));
        stage.agree_to_address();
        operations::ask_in_address(&desk.context, new)
            .await
            .unwrap();
        assert!(!look(&desk, id).await, "a question in the address");
        stage.shop.advance_clock(Duration::from_hours(2));
        let go_on = AtomicBool::new(false);
        operations::check_all(&desk.context, None, &|_, _| {}, &go_on)
            .await
            .unwrap();
        assert!(!look(&desk, id).await, "a check of all");
        used(&desk, &stage, new);
        assert!(look(&desk, id).await, "the shop itself");
    }
}

#[tokio::test]
async fn never_in_another_language_is_still_never() {
    let stage = ShopStage::start().await;
    let (desk, _, id, [_, new]) = awaiting(&stage).await;
    assert!(!look(&desk, id).await);
    for language in [
        practice::ShopLanguage::French,
        practice::ShopLanguage::English,
    ] {
        let language = Some(language);
        stage.act(&ShopAct::SetLanguage { id: ANNE, language });
        assert!(!look(&desk, id).await, "nobody used it: {language:?}");
    }
    used(&desk, &stage, new);
    assert!(look(&desk, id).await);
}

#[tokio::test]
async fn another_account_reads_dates_in_another_language() {
    let stage = ShopStage::start().await;
    let (desk, on, id, [_, new]) = awaiting(&stage).await;
    assert_eq!(desk.check(new).await.unwrap(), KeyStatus::Works);
    assert!(!look(&desk, id).await, "a check");
    for login in ["malik", "anne"] {
        assert_eq!(desk.connect(&stage, login).await, on);
        assert!(!look(&desk, id).await, "nobody used it: {login}");
        assert!(!look(&desk, id).await, "nobody used it: {login}");
        let still = operations::is_old_still_used(&desk.context, &rotation(&desk, id));
        assert_eq!(still.unwrap(), Some(false));
    }
    used(&desk, &stage, new);
    assert!(look(&desk, id).await);
}

#[tokio::test]
async fn what_we_ask_with_the_first_key_does_not_make_it_look_used() {
    let stage = ShopStage::start().await;
    let (desk, _, id, [old, new]) = awaiting(&stage).await;
    stage.shop.advance_clock(Duration::from_hours(2));
    desk.check(old).await.unwrap();
    assert!(!look(&desk, id).await);
    let still = || operations::is_old_still_used(&desk.context, &rotation(&desk, id));
    assert_ne!(still().unwrap(), Some(true));
    stage.shop.advance_clock(Duration::from_hours(2));
    operations::diagnose_key(&desk.context, old).await.unwrap();
    assert!(!look(&desk, id).await);
    assert_ne!(still().unwrap(), Some(true));
    used(&desk, &stage, old);
    assert!(!look(&desk, id).await);
    assert_eq!(still().unwrap(), Some(true));
    used(&desk, &stage, new);
    assert!(look(&desk, id).await);
}

#[tokio::test]
async fn a_rotation_survives_the_end_of_the_program_at_every_step() {
    let stage = ShopStage::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    let keychain = keychain::Memory::new();
    let mut starts = 0;
    let mut start = || {
        starts += 1;
        let inventory = Inventory::open(&file, keys::Moment(0)).unwrap();
        let desk = SiteDesk::over(&stage, inventory, keychain.clone());
        desk.wait(starts * 10_000);
        desk
    };
    let desk = start();
    let on = desk.connect(&stage, "anne").await;
    desk.refresh(on).await.unwrap();
    let old = desk
        .create(on, "Lavande", Permission::Read)
        .await
        .unwrap()
        .key;
    let id = operations::begin_rotation(&desk.context, old).unwrap();
    drop(desk);
    let desk = start();
    assert_eq!(step(&desk, id), RotationStep::MakeKey);
    let new = make(&desk, id).await.unwrap().key;
    drop(desk);
    let desk = start();
    assert_eq!(step(&desk, id), RotationStep::HandOver);
    give(&desk, new).await;
    drop(desk);
    let desk = start();
    assert_eq!(step(&desk, id), RotationStep::AwaitUse);
    used(&desk, &stage, new);
    drop(desk);
    let desk = start();
    assert!(look(&desk, id).await);
    drop(desk);
    let desk = start();
    assert_eq!(step(&desk, id), RotationStep::Retire);
    operations::retire_old_key(&desk.context, id, SHOP)
        .await
        .unwrap();
    drop(desk);
    let desk = start();
    assert_eq!(step(&desk, id), RotationStep::Archive);
    operations::finish_rotation(&desk.context, id).unwrap();
    drop(desk);
    let desk = start();
    assert_eq!(step(&desk, id), RotationStep::Done);
    assert_eq!(stage.posts(AJAX), 2);
}

#[tokio::test]
async fn a_second_key_whose_reply_was_lost_is_made_again_and_the_rotation_goes_on() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let old = desk
        .create(on, "Lavande", Permission::Read)
        .await
        .unwrap()
        .key;
    let id = operations::begin_rotation(&desk.context, old).unwrap();
    stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
    let lost = match make(&desk, id).await {
        Err(Error::SecretNeverSeen(key)) => key,
        other => panic!("{other:?}"),
    };
    let made = operations::remake_key(&desk.context, lost).await.unwrap();
    // Whatever was written down in between, what is handed over is the one that has a secret.
    if step(&desk, id) == RotationStep::MakeKey {
        make(&desk, id).await.unwrap();
    }
    assert_eq!(step(&desk, id), RotationStep::HandOver);
    let coming = rotation(&desk, id).new_key.unwrap();
    assert_ne!(coming, lost, "nobody has its secret, and it is revoked");
    assert_eq!(coming, made.key, "and none is made for nothing");
    assert!(desk.secret(&stage, coming).is_some());
    assert_eq!(
        stage
            .live()
            .iter()
            .filter(|key| key.description == "Lavande 2")
            .count(),
        1
    );
}

#[tokio::test]
async fn a_retirement_whose_reply_was_lost_is_found_done() {
    let stage = ShopStage::start().await;
    let (desk, _, id, [old, new]) = awaiting(&stage).await;
    used(&desk, &stage, new);
    assert!(look(&desk, id).await);
    let fault = practice::Fault::on("/wp-admin/admin.php", FaultKind::CutAfterWork);
    stage.shop.add_fault(fault.after(1).times(1));
    operations::retire_old_key(&desk.context, id, SHOP)
        .await
        .unwrap();
    assert!(stage.made("Lavande")[0].revoked);
    assert_eq!(step(&desk, id), RotationStep::Archive);
    assert!(desk.acts(old).contains(&Act::Revoked));
}

#[tokio::test]
async fn somebody_else_may_have_revoked_the_first_key() {
    let stage = ShopStage::start().await;
    let (desk, on, id, [old, new]) = awaiting(&stage).await;
    used(&desk, &stage, new);
    assert!(look(&desk, id).await);
    let number = desk.record(old).server_id.0;
    stage.act(&ShopAct::RevokeKey { id: number });
    desk.refresh(on).await.unwrap();
    if step(&desk, id) == RotationStep::Retire {
        operations::retire_old_key(&desk.context, id, SHOP)
            .await
            .unwrap();
    }
    assert_eq!(step(&desk, id), RotationStep::Archive);
}

#[tokio::test]
async fn a_manager_cannot_retire_an_administrators_key() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.connect(&stage, "malik").await;
    desk.refresh(on).await.unwrap();
    let live = stage.live();
    let theirs = live.iter().find(|key| key.owner == ANNE).unwrap();
    let old = desk.key(on, theirs.id).id;
    let id = operations::begin_rotation(&desk.context, old).unwrap();
    // The list does not tell a manager whose number it is: the new one is the manager's own.
    let made = make(&desk, id).await.unwrap();
    let owner = stage.live()[0].owner;
    assert_eq!(owner, MALIK);
    give(&desk, made.key).await;
    operations::confirm_rotation(&desk.context, id).unwrap();
    let refused = operations::retire_old_key(&desk.context, id, SHOP).await;
    assert!(matches!(refused, Err(Error::NotYourKey)), "{refused:?}");
    assert!(!stage.key(theirs.id).revoked);
    assert_eq!(step(&desk, id), RotationStep::Retire);
    operations::give_up_rotation(&desk.context, id).unwrap();
    assert_eq!(step(&desk, id), RotationStep::Done);
}
