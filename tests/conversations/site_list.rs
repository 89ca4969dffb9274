//! Reading the list of keys: pages, rows and what changes under our hands (contract 4, 11).

use super::shop_stage::{ANNE, MALIK, ShopStage, every_flavour, every_kind};
use keys::{Permission, SiteUserId};
use practice::{Fault, FaultKind, ShopAct, ShopLanguage, ShopOptions};
use std::sync::Mutex;
use woocommerce::{Error, SeenConsumerKey, Site};

/// Where every page of the administration is.
const ADMIN: &str = "/wp-admin/admin.php";

async fn list(site: &Site) -> Vec<SeenConsumerKey> {
    site.keys(&|_, _| {}).await.unwrap()
}

fn with_keys(options: ShopOptions, count: usize) -> ShopOptions {
    ShopOptions {
        keys: Some(count),
        ..options
    }
}

/// Number, description and ending of every key, as the list tells and as the shop has them.
fn assert_same(seen: &[SeenConsumerKey], stage: &ShopStage) {
    let live = stage.live();
    let told: Vec<_> = seen
        .iter()
        .map(|row| (row.id.0, &*row.description, &*row.ending))
        .collect();
    let have: Vec<_> = live
        .iter()
        .map(|key| (key.id, &*key.description, &*key.last_seven))
        .collect();
    assert_eq!(told, have);
}

/// Lets somebody act when the second page of the list is asked for.
fn meanwhile(stage: &ShopStage, act: ShopAct) {
    // First the form with its words, then the first page.
    let fault = Fault::on(&stage.path(ADMIN), FaultKind::Act { act });
    stage.shop.add_fault(fault.after(2).times(1));
}

#[tokio::test]
async fn every_number_of_keys_is_read_whole() {
    for count in [0, 1, 20, 21, 33, 40, 41] {
        for kind in every_flavour() {
            let stage = ShopStage::start_with(with_keys(kind, count)).await;
            let site = stage.signed_in("anne").await;
            let asked = stage.asked();
            assert_same(&list(&site).await, &stage);
            // The form for its words, and each page once.
            let expected = 1 + count.div_ceil(20).max(1);
            assert_eq!(stage.asked() - asked, expected, "{count}");
        }
    }
}

#[tokio::test]
async fn the_length_of_a_page_is_the_persons_own() {
    for kind in every_flavour() {
        let stage = ShopStage::start_with(with_keys(kind, 33)).await;
        let site = stage.signed_in("anne").await;
        for rows in [5, 33, 100] {
            stage.act(&ShopAct::SetKeysPerPage { id: ANNE, rows });
            assert_same(&list(&site).await, &stage);
        }
    }
}

#[tokio::test]
async fn progress_is_told_page_by_page() {
    let stage = ShopStage::with_keys(33).await;
    let site = stage.signed_in("anne").await;
    let told = Mutex::new(Vec::new());
    let progress = |done, total| told.lock().unwrap().push((done, total));
    site.keys(&progress).await.unwrap();
    let told = told.into_inner().unwrap();
    assert_eq!(told.last(), Some(&(33, Some(33))), "{told:?}");
    assert!(told.contains(&(20, Some(33))), "{told:?}");
}

#[tokio::test]
async fn a_key_revoked_meanwhile_hides_no_other() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(with_keys(kind, 41)).await;
        let site = stage.signed_in("anne").await;
        // One of the first page: the first of the second moves up to it.
        let id = stage.live()[3].id;
        meanwhile(&stage, ShopAct::RevokeKey { id });
        assert_same(&list(&site).await, &stage);
        assert_eq!(stage.live().len(), 40);
    }
}

#[tokio::test]
async fn a_last_page_that_vanished_is_no_end() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(with_keys(kind, 21)).await;
        let site = stage.signed_in("anne").await;
        meanwhile(&stage, ShopAct::RevokeNewest);
        assert_same(&list(&site).await, &stage);
        assert_eq!(stage.live().len(), 20);
    }
}

#[tokio::test]
async fn a_key_that_moved_up_meanwhile_is_not_taken_for_gone() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(with_keys(kind, 41)).await;
        let site = stage.signed_in("anne").await;
        let live = stage.live();
        let first_of_second = keys::ServerAppId(live[20].id);
        let act = ShopAct::RevokeKey { id: live[3].id };
        // The first page is read, and then somebody revokes a key on it.
        let fault = Fault::on(&stage.path(ADMIN), FaultKind::Act { act });
        stage.shop.add_fault(fault.after(1).times(1));
        let revoked = site.revoke(first_of_second).await.unwrap();
        assert_eq!(revoked, woocommerce::Revoked::Done);
        assert!(stage.key(first_of_second.0).revoked);
        assert_eq!(stage.live().len(), 39);
    }
}

#[tokio::test]
async fn a_key_made_meanwhile_is_told_once() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(with_keys(kind, 33)).await;
        let site = stage.signed_in("anne").await;
        meanwhile(&stage, ShopAct::AddKeys { count: 1 });
        assert_same(&list(&site).await, &stage);
        assert_eq!(stage.live().len(), 34);
    }
}

#[tokio::test]
async fn a_session_that_ends_meanwhile_leaves_no_half_a_list() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(with_keys(kind, 33)).await;
        let site = stage.signed_in("anne").await;
        let ended = FaultKind::ExpireSession { remembered: true };
        let fault = Fault::on(&stage.path(ADMIN), ended);
        stage.shop.add_fault(fault.after(2).times(1));
        let refused = site.keys(&|_, _| {}).await;
        assert!(matches!(refused, Err(Error::SessionOver)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_page_that_fails_is_told_and_makes_no_shorter_list() {
    for (kind, is_it) in [
        (FaultKind::ServerError, "failed"),
        (FaultKind::Garbage, "garbage"),
        (FaultKind::Website, "website"),
        (FaultKind::CutBeforeWork, "cut"),
        (FaultKind::LargePage { bytes: 9 << 20 }, "large"),
    ] {
        let stage = ShopStage::with_keys(33).await;
        let site = stage.signed_in("anne").await;
        // For ever, as reading may be tried again.
        stage
            .shop
            .add_fault(Fault::on(&stage.path(ADMIN), kind).after(2));
        let told = site.keys(&|_, _| {}).await;
        let error = told.unwrap_err();
        let fits = match is_it {
            "failed" => matches!(error, Error::ServerError { status: 500, .. }),
            "cut" => error.is_offline(),
            "large" => matches!(error, Error::TooLarge { .. }),
            _ => matches!(error, Error::Unreadable { .. } | Error::PageChanged { .. }),
        };
        assert!(fits, "{is_it}: {error:?}");
    }
}

#[tokio::test]
async fn permissions_are_told_by_value_in_the_readers_language() {
    for kind in every_flavour() {
        let stage = ShopStage::start_with(with_keys(kind, 33)).await;
        for (login, id) in [("anne", ANNE), ("malik", MALIK)] {
            for language in [
                None,
                Some(ShopLanguage::English),
                Some(ShopLanguage::French),
            ] {
                stage.act(&ShopAct::SetLanguage { id, language });
                let seen = list(&stage.signed_in(login).await).await;
                for (row, key) in seen.iter().zip(stage.live()) {
                    let permission = Permission::from_value(key.permission.as_str());
                    assert_eq!(row.permission, permission, "{login} {language:?}");
                    assert_eq!(row.last_access.is_never(), key.last_access.is_none());
                }
            }
        }
    }
}

#[tokio::test]
async fn last_access_moves_when_the_key_is_used() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let unused = stage.live();
        let id = unused.iter().find(|key| key.last_access.is_none());
        let id = id.unwrap().id;
        let row = async || {
            let rows = list(&site).await;
            rows.into_iter().find(|row| row.id.0 == id).unwrap()
        };
        assert!(row().await.last_access.is_never());
        stage.act(&ShopAct::UseKey { id });
        let used = row().await.last_access;
        assert!(!used.is_never(), "{used:?}");
        stage
            .shop
            .advance_clock(std::time::Duration::from_hours(26));
        assert_eq!(row().await.last_access, used, "nobody used it since");
        stage.act(&ShopAct::UseKey { id });
        assert_ne!(row().await.last_access, used);
    }
}

#[tokio::test]
async fn what_stands_in_a_row_comes_back_as_it_is() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let id = stage.live()[0].id;
        for description in [
            "Tom & Jerry's \"Käse\" — 3 > 2",
            "日本語 🚲 livraison",
            "ID: 9 | Revoke",
        ] {
            stage.act(&ShopAct::EditKey {
                id,
                permission: None,
                description: Some(description.to_owned()),
            });
            assert_eq!(list(&site).await[0].description, description);
        }
    }
}

#[tokio::test]
async fn the_owner_is_told_or_told_to_be_gone() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let owner_of = async |id: i64| {
            let rows = list(&site).await;
            rows.into_iter().find(|row| row.id.0 == id).unwrap().owner
        };
        let live = stage.live();
        let key = live.iter().find(|key| key.owner == MALIK).unwrap().id;
        let owner = owner_of(key).await;
        assert_eq!(owner.id, Some(SiteUserId(MALIK)));
        assert_eq!(owner.name, "Malik Sorbier");
        stage.act(&ShopAct::DeleteUser { id: MALIK });
        assert!(owner_of(key).await.is_gone());
    }
}
