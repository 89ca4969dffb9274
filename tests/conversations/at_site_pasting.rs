//! A pair made in the browser is checked, named and kept; the list tells its number once somebody
//! signs in (contract 12).

use super::shop_stage::{ANNE, Pair, ShopStage, behind_pretty, every_kind};
use super::site_desk::{SHOP, SiteDesk};
use keychain::Trouble;
use keys::{Act, KeyStatus, Permission, SessionState};
use operations::Error;
use practice::{Permission as AtShop, ShopAct};

#[tokio::test]
async fn a_pair_is_kept_without_anybody_signing_in() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        stage.switch(|mode| mode.captcha = true);
        let desk = SiteDesk::new(&stage);
        let on = desk.add(&stage).await;
        assert_eq!(desk.connection(on).session, SessionState::SignedOut);
        for (at_shop, permission) in [
            (AtShop::Read, Permission::Read),
            (AtShop::Write, Permission::Write),
            (AtShop::ReadWrite, Permission::ReadWrite),
        ] {
            let pair = stage.pair(ANNE, at_shop);
            let name = format!(" From  the browser {} ", permission.as_value());
            let (made, status) = desk.paste(on, &name, &pair, false).await.unwrap();
            assert_eq!(status, KeyStatus::Works);
            assert!(made.secret_stored);
            let record = desk.record(made.key);
            assert_eq!(
                record.app_name,
                format!("From the browser {}", permission.as_value())
            );
            assert!(!record.server_id.is_known());
            assert_eq!(record.identifier, Some(pair.identifier()));
            let consumer = record.consumer.unwrap();
            assert_eq!(consumer.permission, Some(permission));
            assert_eq!(consumer.ending, pair.ending());
            assert_eq!(desk.secret(&stage, made.key), Some(pair.secret.clone()));
            assert!(desk.acts(made.key).contains(&Act::Imported));
        }
        assert_eq!(stage.posts("/wp-login.php"), 0);
        assert_eq!(stage.shop.sessions().unwrap(), 0);
    }
}

#[tokio::test]
async fn what_has_another_shape_is_never_sent() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.add(&stage).await;
    let pair = stage.pair(ANNE, AtShop::Read);
    let asked = stage.asked();
    let with = |key: &str, secret: &str| Pair {
        key: key.to_owned(),
        secret: secret.to_owned(),
    };
    let short = &pair.key[..42];
    let upper = pair.key.to_uppercase();
    for wrong in [
        with("", &pair.secret),
        with(short, &pair.secret),
        with(&upper, &pair.secret),
        with(&pair.secret, &pair.key),
        with("anne", "practice"),
    ] {
        for anyway in [false, true] {
            let refused = desk.paste(on, "Odd", &wrong, anyway).await;
            assert!(matches!(refused, Err(Error::NoConsumerKey)), "{refused:?}");
        }
    }
    for secret in ["", &pair.secret[..42], &*pair.key] {
        let refused = desk.paste(on, "Odd", &with(&pair.key, secret), true).await;
        assert!(
            matches!(refused, Err(Error::NoConsumerSecret)),
            "{refused:?}"
        );
    }
    assert_eq!(stage.asked(), asked);
    assert!(desk.keys(on).is_empty());
    // White space around the halves comes with pasting.
    let spaced = with(&format!(" {}\n", pair.key), &format!("\t{} ", pair.secret));
    desk.paste(on, "Fine", &spaced, false).await.unwrap();
}

#[tokio::test]
async fn a_pair_the_site_does_not_accept_is_kept_only_when_asked_for() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.add(&stage).await;
    let good = stage.pair(ANNE, AtShop::Read);
    let wrong = Pair {
        secret: format!("cs_{}", "0".repeat(40)),
        ..good.clone()
    };
    let unknown = Pair {
        key: format!("ck_{}", "1".repeat(40)),
        ..good.clone()
    };
    for (pair, expected) in [
        (&wrong, KeyStatus::Refused),
        (&unknown, KeyStatus::NotRecognised),
    ] {
        let refused = desk.paste(on, "Odd", pair, false).await;
        let Err(Error::PairNotAccepted(status)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(status, expected);
    }
    assert!(desk.keys(on).is_empty());
    assert_eq!(desk.secrets(), 0);
    let (made, status) = desk.paste(on, "Odd", &unknown, true).await.unwrap();
    assert_eq!(status, KeyStatus::NotRecognised);
    assert!(desk.record(made.key).is_secret_stored());
    // A site that is away says nothing for or against it.
    let mut stage = stage;
    stage.close().await;
    let refused = desk.paste(on, "Later", &good, false).await;
    assert!(matches!(refused, Err(Error::Site { .. })), "{refused:?}");
    let (made, _) = desk.paste(on, "Later", &good, true).await.unwrap();
    assert!(made.secret_stored);
}

#[tokio::test]
async fn a_pair_that_is_here_already_is_told() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let pair = stage.pair(ANNE, AtShop::Read);
    let (made, _) = desk.paste(on, "Once", &pair, false).await.unwrap();
    let again = desk.paste(on, "Twice", &pair, false).await;
    assert!(
        matches!(again, Err(Error::PairKnown(key)) if key == made.key),
        "{again:?}"
    );
}

#[tokio::test]
async fn a_row_of_the_list_is_completed_by_its_pair() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let pair = stage.pair(ANNE, AtShop::ReadWrite);
        let (desk, on) = SiteDesk::connected(&stage).await;
        let listed = desk.key(on, stage.live()[0].id);
        assert_eq!(listed.status(), KeyStatus::NotHeld);
        let count = desk.keys(on).len();
        let (made, _) = desk.paste(on, "Ours", &pair, false).await.unwrap();
        assert_eq!(made.key, listed.id, "no second record");
        assert_eq!(desk.keys(on).len(), count);
        assert_eq!(desk.secret(&stage, listed.id), Some(pair.secret.clone()));
        assert_eq!(desk.secrets(), 1);
        assert_eq!(desk.record(listed.id).identifier, Some(pair.identifier()));
    }
}

#[tokio::test]
async fn the_list_adopts_what_was_pasted_before_anybody_signed_in() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let desk = SiteDesk::new(&stage);
        let on = desk.add(&stage).await;
        let pair = stage.pair(ANNE, AtShop::Read);
        let (made, _) = desk.paste(on, "Ours", &pair, false).await.unwrap();
        let former = desk.record(made.key).server_id;
        assert_eq!(desk.connect(&stage, "anne").await, on);
        desk.refresh(on).await.unwrap();
        let record = desk.record(made.key);
        assert_eq!(record.server_id.0, stage.live()[0].id);
        assert_eq!(desk.key(on, stage.live()[0].id).id, made.key);
        assert_eq!(desk.secret(&stage, made.key), Some(pair.secret.clone()));
        assert_eq!(
            desk.secret_under(&stage, former),
            None,
            "none is left behind"
        );
        assert_eq!(desk.secrets(), 1);
        assert_eq!(desk.keys(on).len(), stage.live().len());
        assert!(record.consumer.unwrap().may_change);
        // And it can be revoked from here now.
        let keys = [made.key];
        let told = operations::revoke_keys(&desk.context, &keys, SHOP).await;
        assert_eq!(told.unwrap().revoked, keys);
    }
}

#[tokio::test]
async fn a_pair_is_not_lost_while_the_keychain_is_closed() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.add(&stage).await;
    let pair = stage.pair(ANNE, AtShop::Read);
    let (made, _) = desk.paste(on, "Ours", &pair, false).await.unwrap();
    desk.connect(&stage, "anne").await;
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let refused = desk.refresh(on).await;
    assert!(refused.is_err(), "{refused:?}");
    desk.keychain.set_trouble(None);
    desk.refresh(on).await.unwrap();
    assert_eq!(desk.secret(&stage, made.key), Some(pair.secret.clone()));
    assert!(desk.record(made.key).is_secret_stored());
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let more = stage.pair(ANNE, AtShop::Write);
    let (held, _) = desk.paste(on, "Held", &more, false).await.unwrap();
    assert!(!held.secret_stored);
    desk.keychain.set_trouble(None);
    operations::tend(&desk.context).await.unwrap();
    desk.refresh(on).await.unwrap();
    assert_eq!(desk.secret(&stage, held.key), Some(more.secret.clone()));
    assert_eq!(desk.secrets(), 2);
}

#[tokio::test]
async fn a_pasted_key_that_was_revoked_before_it_was_listed_stays_ours() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.add(&stage).await;
    let pair = stage.pair(ANNE, AtShop::Read);
    let (made, _) = desk.paste(on, "Ours", &pair, false).await.unwrap();
    stage.act(&ShopAct::RevokeNewest);
    desk.connect(&stage, "anne").await;
    desk.refresh(on).await.unwrap();
    assert_eq!(desk.secret(&stage, made.key), Some(pair.secret.clone()));
    let told = desk.check(made.key).await.unwrap();
    assert!(
        matches!(told, KeyStatus::NotRecognised | KeyStatus::Gone),
        "{told:?}"
    );
}
