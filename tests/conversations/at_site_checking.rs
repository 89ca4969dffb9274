//! Checking consumer keys from the desk: what is told, and what is kept of it.

use super::shop_stage::{ANNE, CARLA, MALIK, ShopStage, behind_plain, every_kind};
use super::site_desk::SiteDesk;
use keys::{Act, ConnectionId, ConnectionKind, KeyId, KeyStatus, Permission};
use operations::Error;
use practice::{Fault, FaultKind, Flavour, RestGuard, ShopAct, ShopRole};

async fn made(stage: &ShopStage) -> (SiteDesk, ConnectionId, KeyId) {
    let (desk, on) = SiteDesk::connected(stage).await;
    let made = desk.create(on, "Lavande", Permission::ReadWrite).await;
    (desk, on, made.unwrap().key)
}

fn number(desk: &SiteDesk, key: KeyId) -> i64 {
    desk.record(key).server_id.0
}

#[tokio::test]
async fn every_state_of_a_key_is_told() {
    for kind in every_kind() {
        let mut options = super::shop_stage::behind_pretty(kind.flavour);
        options.language = kind.language;
        let stage = ShopStage::start_with(options).await;
        let (desk, _, key) = made(&stage).await;
        let check = async || desk.check(key).await.unwrap();
        assert_eq!(check().await, KeyStatus::Works);
        stage.switch(|mode| mode.strips_authorization = true);
        assert_eq!(check().await, KeyStatus::NotRecognised);
        stage.switch(|mode| {
            mode.strips_authorization = false;
            mode.tls_ends_in_front = true;
        });
        assert_eq!(check().await, KeyStatus::NotRecognised);
        stage.switch(|mode| mode.tls_ends_in_front = false);
        let role = |role| ShopAct::ChangeRole { id: ANNE, role };
        stage.act(&role(ShopRole::Customer));
        assert_eq!(check().await, KeyStatus::OwnerLacksRight);
        stage.act(&role(ShopRole::Administrator));
        let permalinks = practice::Permalinks::Plain;
        stage.act(&ShopAct::SetPermalinks { permalinks });
        assert_eq!(check().await, KeyStatus::PlainPermalinks);
        let permalinks = practice::Permalinks::Pretty;
        stage.act(&ShopAct::SetPermalinks { permalinks });
        assert_eq!(check().await, KeyStatus::Works);
        stage.switch(|mode| mode.woocommerce_off = true);
        assert_eq!(check().await, KeyStatus::WrongInstance);
        stage.switch(|mode| mode.woocommerce_off = false);
        let id = number(&desk, key);
        stage.act(&ShopAct::RevokeKey { id });
        assert_eq!(check().await, KeyStatus::NotRecognised);
    }
}

#[tokio::test]
async fn a_permission_changed_on_the_site_is_found_by_a_check() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on, key) = made(&stage).await;
        let known = |desk: &SiteDesk| desk.record(key).consumer.unwrap().permission;
        for (at_shop, permission) in [
            (practice::Permission::Read, Permission::Read),
            (practice::Permission::Write, Permission::Write),
            (practice::Permission::ReadWrite, Permission::ReadWrite),
        ] {
            stage.act(&ShopAct::EditKey {
                id: number(&desk, key),
                permission: Some(at_shop),
                description: None,
            });
            desk.check(key).await.unwrap();
            assert_eq!(known(&desk), Some(permission));
            let acts = desk.acts(key);
            assert!(acts.contains(&Act::PermissionChangedElsewhere), "{acts:?}");
        }
        let report = desk.refresh(on).await.unwrap();
        assert_eq!(report.permission_changed, 0, "told already");
    }
}

#[tokio::test]
async fn a_wrong_secret_is_refused() {
    let stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    // Another pair takes the place of ours under the same number: the list would tell its ending.
    let wrong = keys::Secret::new(format!("cs_{}", "0".repeat(40)));
    let record = desk.record(key);
    let entry = keychain::Entry::key_secret(true, &stage.url, record.server_id);
    desk.keychain.overwrite(&entry, wrong);
    let told = desk.check(key).await;
    assert!(matches!(told, Err(Error::SecretChanged)), "{told:?}");
}

#[tokio::test]
async fn a_site_that_cannot_be_reached_proves_nothing() {
    let mut stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    assert_eq!(desk.check(key).await.unwrap(), KeyStatus::Works);
    let former = desk.record(key).check;
    for kind in [
        FaultKind::ServerError,
        FaultKind::CutBeforeWork,
        FaultKind::Status { status: 503 },
    ] {
        let fault = Fault::on("/wp-json/", kind.clone());
        stage.shop.add_fault(fault);
        let told = desk.check(key).await;
        assert!(
            matches!(told, Err(Error::Site { .. })),
            "{kind:?}: {told:?}"
        );
        assert_eq!(desk.record(key).status(), KeyStatus::Unreachable);
        assert_eq!(desk.record(key).check, former);
        stage.shop.clear_faults();
    }
    for guard in [RestGuard::Code, RestGuard::Html] {
        stage.switch(|mode| mode.rest_guard = Some(guard));
        let told = desk.check(key).await;
        let Err(Error::Site { source, .. }) = told else {
            panic!("{told:?}");
        };
        let closed = matches!(source, woocommerce::Error::RestClosed { .. });
        assert!(closed, "{source:?}");
        assert_eq!(desk.record(key).check, former);
    }
    stage.switch(|mode| mode.rest_guard = None);
    assert_eq!(desk.check(key).await.unwrap(), KeyStatus::Works);
    stage.close().await;
    assert!(desk.check(key).await.is_err());
    assert_eq!(desk.record(key).check.unwrap().0, former.unwrap().0);
}

#[tokio::test]
async fn over_http_nothing_is_sent() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let kind = ConnectionKind::PracticeShop;
    let found = operations::recognise_site(&desk.context, stage.plain.as_str(), None).await;
    let url = found.unwrap().url;
    assert!(!url.is_https());
    let password = super::shop_stage::password();
    let step = operations::sign_in(&desk.context, kind, &url, "anne", &password).await;
    let operations::SignIn::Connected { connection, .. } = step.unwrap() else {
        panic!("no code is asked for");
    };
    let made = desk.create(connection, "Lavande", Permission::Read).await;
    let key = made.unwrap().key;
    let asked = stage.asked();
    assert_eq!(desk.check(key).await.unwrap(), KeyStatus::PlainHttp);
    assert_eq!(stage.asked(), asked);
    let told = operations::diagnose_key(&desk.context, key).await.unwrap();
    assert_eq!(told.diagnosis.causes[0].0, keys::Cause::SitePlainHttp);
    let asked = operations::ask_in_address(&desk.context, key).await;
    drop(asked);
    assert!(stage.since(0).iter().all(|asked| !asked.consumer_key));
}

#[tokio::test]
async fn keys_whose_secret_is_not_here_are_not_asked_about() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let theirs = desk.key(on, stage.live()[0].id).id;
    let asked = stage.asked();
    let refused = desk.check(theirs).await;
    assert!(
        matches!(refused, Err(Error::SecretNotStored)),
        "{refused:?}"
    );
    assert_eq!(stage.asked(), asked);
}

#[tokio::test]
async fn the_program_by_itself_never_checks_a_consumer_key() {
    let stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    let asked = stage.asked();
    desk.wait(3 * super::site_desk::DAY);
    let next = operations::check_next(&desk.context, keys::Moment(i64::MAX)).await;
    assert!(matches!(next, Ok(None)), "{next:?}");
    assert_eq!(stage.asked(), asked, "its last access would move");
    assert_eq!(desk.record(key).status(), KeyStatus::NotChecked);
}

#[tokio::test]
async fn plain_permalinks_are_told_with_the_right_permission() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let stage = ShopStage::start_with(behind_plain(flavour)).await;
        let (desk, _, key) = made(&stage).await;
        assert_eq!(desk.check(key).await.unwrap(), KeyStatus::PlainPermalinks);
        let id = number(&desk, key);
        stage.act(&ShopAct::EditKey {
            id,
            permission: Some(practice::Permission::Read),
            description: None,
        });
        desk.check(key).await.unwrap();
        let known = desk.record(key).consumer.unwrap().permission;
        assert_eq!(known, Some(Permission::Read));
    }
}

#[tokio::test]
async fn the_key_of_a_customer_or_of_nobody_is_told() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    for (owner, expected) in [
        (CARLA, KeyStatus::OwnerLacksRight),
        (MALIK, KeyStatus::Works),
    ] {
        let pair = stage.pair(owner, practice::Permission::ReadWrite);
        let (pasted, status) = desk.paste(on, "Theirs", &pair, false).await.unwrap();
        assert_eq!(status, expected);
        if owner == MALIK {
            stage.act(&ShopAct::DeleteUser { id: MALIK });
            assert_eq!(
                desk.check(pasted.key).await.unwrap(),
                KeyStatus::NotRecognised
            );
            desk.refresh(on).await.unwrap();
            assert_eq!(desk.record(pasted.key).status(), KeyStatus::OwnerGone);
        }
    }
}
