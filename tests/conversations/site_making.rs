//! Making and changing keys as a client: what it is told, and what it may conclude (contract 6).

use super::shop_curl::AJAX;
use super::shop_stage::{ANNE, MALIK, ShopStage, every_flavour, every_kind};
use keys::{Description, Permission, ServerAppId, SiteUserId};
use practice::{Fault, FaultKind, ShopAct, ShopRole};
use std::time::Duration;
use woocommerce::{Error, MadeConsumerKey, NewConsumerKey, Site};

const NAME: &str = "Lavande Delivery — \"3 > 2\" & more";

fn wanted() -> NewConsumerKey {
    NewConsumerKey {
        description: Description::parse(NAME).unwrap(),
        owner: SiteUserId(ANNE),
        permission: Permission::Write,
    }
}

/// Does it while its change waits at the site's door, until every nonce given out before is old.
async fn with_old_nonces<T>(
    stage: &ShopStage,
    path: &str,
    skip: u32,
    work: impl Future<Output = T>,
) -> T {
    let late = FaultKind::Delay { milliseconds: 200 };
    let fault = Fault::on(&stage.path(path), late).after(skip).times(1);
    stage.shop.add_fault(fault);
    let mut struck = stage.shop.subscribe_faults();
    let ageing = async {
        struck.changed().await.unwrap();
        stage.shop.advance_clock(Duration::from_hours(25));
    };
    tokio::join!(work, ageing).0
}

async fn lost(stage: &ShopStage, site: &Site, kind: FaultKind<ShopAct>) -> Error {
    stage.spoil("POST", AJAX, kind);
    site.create(&wanted()).await.unwrap_err()
}

#[tokio::test]
async fn a_description_comes_back_as_it_was_sent() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let longest = "é".repeat(200);
        for description in [NAME, "0 0", "日本語 🚲", &longest] {
            let description = Description::parse(description).unwrap();
            let new = NewConsumerKey {
                description: description.clone(),
                ..wanted()
            };
            let made: MadeConsumerKey = site.create(&new).await.unwrap();
            assert_eq!(made.description, description.as_str());
            let rows = site.keys(&|_, _| {}).await.unwrap();
            assert_eq!(rows[0].description, description.as_str());
            assert_eq!(Some(rows[0].id), made.id);
        }
    }
}

#[tokio::test]
async fn an_old_nonce_is_renewed_once_and_nothing_is_made_twice() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let made = with_old_nonces(&stage, AJAX, 0, site.create(&wanted())).await;
        assert!(made.is_ok(), "{made:?}");
        assert_eq!(stage.made(NAME).len(), 1);
        assert_eq!(stage.posts(AJAX), 2);
    }
}

#[tokio::test]
async fn a_right_lost_meanwhile_makes_nothing() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("malik").await;
        let role = ShopRole::Customer;
        let act = ShopAct::ChangeRole { id: MALIK, role };
        stage.spoil("POST", AJAX, FaultKind::Act { act });
        let new = NewConsumerKey {
            owner: SiteUserId(MALIK),
            ..wanted()
        };
        let refused = site.create(&new).await.unwrap_err();
        assert!(matches!(refused, Error::NoRight), "{refused:?}");
        assert!(!refused.outcome_unknown());
        assert!(stage.made(NAME).is_empty());
    }
}

#[tokio::test]
async fn a_session_lost_meanwhile_makes_nothing() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let ended = FaultKind::ExpireSession { remembered: true };
        let refused = lost(&stage, &site, ended).await;
        assert!(matches!(refused, Error::SessionOver), "{refused:?}");
        assert!(!refused.outcome_unknown());
        assert!(stage.made(NAME).is_empty());
    }
}

#[tokio::test]
async fn a_lost_reply_is_told_as_unknown_and_never_asked_again() {
    for kind in every_flavour() {
        for (fault, made) in [
            (FaultKind::CutAfterWork, 1),
            (FaultKind::CutBeforeWork, 0),
            (FaultKind::ServerError, 0),
            (FaultKind::Garbage, 0),
            (FaultKind::Status { status: 504 }, 0),
            (FaultKind::LargePage { bytes: 9 << 20 }, 0),
        ] {
            let stage = ShopStage::start_with(kind.clone()).await;
            let site = stage.signed_in("anne").await;
            let error = lost(&stage, &site, fault.clone()).await;
            assert!(error.outcome_unknown(), "{fault:?}: {error:?}");
            assert_eq!(stage.made(NAME).len(), made, "{fault:?}");
            assert_eq!(stage.posts(AJAX), 1, "{fault:?}");
            let is_said = matches!(fault, FaultKind::ServerError);
            if is_said || matches!(fault, FaultKind::Status { .. } | FaultKind::CutAfterWork) {
                assert_eq!(error.is_answered(), is_said, "{fault:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_change_is_stored_and_the_pair_stays() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        for permission in Permission::ALL {
            let pair = stage.pair(MALIK, practice::Permission::Read);
            let id = stage.live()[0].id;
            let change = NewConsumerKey {
                owner: SiteUserId(MALIK),
                permission,
                ..wanted()
            };
            site.update(ServerAppId(id), &change).await.unwrap();
            let there = stage.key(id);
            assert_eq!(there.description, NAME);
            assert_eq!(there.permission.as_str(), permission.as_value());
            assert_eq!(there.owner, MALIK);
            assert!(stage.shop.opens(&pair.key, &pair.secret).unwrap());
        }
    }
}

#[tokio::test]
async fn a_change_that_was_not_stored_is_not_told_as_done() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        stage.pair(ANNE, practice::Permission::Read);
        let id = stage.live()[0].id;
        // The site says yes to a key that is gone.
        let act = ShopAct::RevokeKey { id };
        stage.spoil("POST", AJAX, FaultKind::Act { act });
        let refused = site.update(ServerAppId(id), &wanted()).await.unwrap_err();
        assert!(
            matches!(refused, Error::NotStored | Error::NotFound),
            "{refused:?}"
        );
        assert_eq!(stage.posts(AJAX), 1);
        // One that is not listed is not sent.
        let refused = site.update(ServerAppId(id), &wanted()).await.unwrap_err();
        assert!(
            matches!(refused, Error::NotFound | Error::NotYours),
            "{refused:?}"
        );
        assert_eq!(stage.posts(AJAX), 1);
    }
}

#[tokio::test]
async fn a_change_with_an_old_nonce_is_done_all_the_same() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        stage.pair(ANNE, practice::Permission::Read);
        let id = stage.live()[0].id;
        let change = wanted();
        let work = site.update(ServerAppId(id), &change);
        let done = with_old_nonces(&stage, AJAX, 0, work).await;
        assert!(done.is_ok(), "{done:?}");
        assert_eq!(stage.key(id).description, NAME);
    }
}

#[tokio::test]
async fn a_change_whose_reply_is_lost_is_unknown() {
    for fault in [
        FaultKind::CutAfterWork,
        FaultKind::ServerError,
        FaultKind::Garbage,
    ] {
        let stage = ShopStage::start().await;
        let site = stage.signed_in("anne").await;
        stage.pair(ANNE, practice::Permission::Read);
        let id = stage.live()[0].id;
        stage.spoil("POST", AJAX, fault.clone());
        let error = site.update(ServerAppId(id), &wanted()).await.unwrap_err();
        assert!(error.outcome_unknown(), "{fault:?}: {error:?}");
        let is_done = matches!(fault, FaultKind::CutAfterWork);
        assert_eq!(stage.key(id).description == NAME, is_done, "{fault:?}");
    }
}
