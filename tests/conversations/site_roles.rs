//! Who may do what with whose key (contract 3).

use super::shop_stage::{ANNE, CARLA, MALIK, ShopStage, every_kind};
use keys::{Description, Permission, ServerAppId, SiteUserId};
use woocommerce::{Error, NewConsumerKey, Revoked, SeenConsumerKey, Site};

/// Bruno, an administrator who was deleted and left a key.
const BRUNO: i64 = 5;

fn key_for(owner: i64) -> NewConsumerKey {
    NewConsumerKey {
        description: Description::parse("Lavande Delivery").unwrap(),
        owner: SiteUserId(owner),
        permission: Permission::Write,
    }
}

async fn list(site: &Site) -> Vec<SeenConsumerKey> {
    site.keys(&|_, _| {}).await.unwrap()
}

/// The newest live key of that person.
fn of(stage: &ShopStage, owner: i64) -> ServerAppId {
    let live = stage.live();
    let key = live.iter().find(|key| key.owner == owner).unwrap();
    ServerAppId(key.id)
}

#[tokio::test]
async fn a_manager_sees_every_key_and_may_change_some() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let rows = list(&stage.signed_in("malik").await).await;
        let all = list(&stage.signed_in("anne").await).await;
        assert_eq!(rows.len(), stage.live().len());
        assert!(all.iter().all(|row| row.may_change));
        for (row, live) in rows.iter().zip(stage.live()) {
            let may = live.owner != ANNE;
            assert_eq!(row.may_change, may, "{}", live.description);
            assert_eq!(row.owner.is_gone(), live.owner == BRUNO);
            // Without a link nobody tells the number.
            let id = (may && live.owner != BRUNO).then_some(SiteUserId(live.owner));
            assert_eq!(row.owner.id, id, "{}", live.description);
        }
        for (mine, theirs) in all.iter().zip(&rows) {
            assert_eq!(mine.owner.name, theirs.owner.name);
            assert_eq!(mine.description, theirs.description);
            assert_eq!(mine.permission, theirs.permission);
            assert_eq!(mine.ending, theirs.ending);
        }
    }
}

#[tokio::test]
async fn a_manager_makes_keys_for_themselves_and_customers_alone() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("malik").await;
        for owner in [MALIK, CARLA] {
            let made = site.create(&key_for(owner)).await.unwrap();
            assert_eq!(stage.key(made.id.unwrap().0).owner, owner);
        }
        let count = stage.live().len();
        for owner in [ANNE, 3] {
            let refused = site.create(&key_for(owner)).await;
            let Err(Error::SiteSays { message }) = refused else {
                panic!("{refused:?}");
            };
            assert!(!message.is_empty());
        }
        assert_eq!(stage.live().len(), count);
        let site = stage.signed_in("anne").await;
        for owner in [MALIK, CARLA, 3] {
            let made = site.create(&key_for(owner)).await.unwrap();
            assert_eq!(stage.key(made.id.unwrap().0).owner, owner);
        }
    }
}

#[tokio::test]
async fn nobody_without_the_right_gets_at_keys() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let count = stage.live().len();
        let id = ServerAppId(stage.live()[0].id);
        for login in ["edith", "carla"] {
            let site = stage.signed_in(login).await;
            let refused = |error: Option<Error>| {
                assert!(matches!(error, Some(Error::NoRight)), "{login}: {error:?}");
            };
            refused(site.key_form().await.err());
            refused(site.keys(&|_, _| {}).await.err());
            refused(site.create(&key_for(CARLA)).await.err());
            refused(site.update(id, &key_for(CARLA)).await.err());
            refused(site.revoke(id).await.err());
            refused(site.revoke_many(&[id]).await.err());
            refused(site.users("anne").await.err());
        }
        assert_eq!(stage.live().len(), count);
    }
}

#[tokio::test]
async fn a_key_that_a_manager_may_not_change_is_never_sent() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("malik").await;
        let id = of(&stage, ANNE);
        let before = stage.key(id.0);
        // The site would do it, and the key would be Malik's.
        let refused = site.update(id, &key_for(MALIK)).await;
        assert!(matches!(refused, Err(Error::NotYours)), "{refused:?}");
        assert_eq!(stage.posts("/wp-admin/admin-ajax.php"), 0);
        let refused = site.revoke(id).await;
        assert!(matches!(refused, Err(Error::NotYours)), "{refused:?}");
        assert_eq!(stage.key(id.0), before);
    }
}

#[tokio::test]
async fn a_manager_edits_and_revokes_what_the_list_offers() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("malik").await;
        for owner in [MALIK, CARLA] {
            let id = of(&stage, owner);
            site.update(id, &key_for(owner)).await.unwrap();
            let there = stage.key(id.0);
            assert_eq!(there.description, "Lavande Delivery");
            assert_eq!(there.permission, practice::Permission::Write);
            assert_eq!(there.owner, owner);
        }
        for owner in [MALIK, CARLA, BRUNO] {
            let id = of(&stage, owner);
            assert_eq!(site.revoke(id).await.unwrap(), Revoked::Done, "{owner}");
            assert!(stage.key(id.0).revoked);
        }
    }
}

#[tokio::test]
async fn a_manager_without_the_bulk_menu_revokes_several_one_by_one() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("malik").await;
        let [own, customers, theirs, left] = [MALIK, CARLA, ANNE, BRUNO].map(|one| of(&stage, one));
        let gone = ServerAppId(9_999);
        let mut became = site
            .revoke_many(&[own, theirs, gone, customers, left])
            .await
            .unwrap();
        became.sort_by_key(|(id, _)| *id);
        let mut expected = vec![
            (own, Revoked::Done),
            (customers, Revoked::Done),
            (left, Revoked::Done),
            (gone, Revoked::AlreadyGone),
        ];
        expected.sort_by_key(|(id, _)| *id);
        assert_eq!(became, expected);
        assert!(!stage.key(theirs.0).revoked);
        let keys_page = stage.path("/wp-admin/admin.php");
        let history = stage.shop.history();
        let posted = |asked: &&practice::HistoryEntry| {
            asked.method == "POST" && asked.path.starts_with(&keys_page)
        };
        assert_eq!(history.iter().filter(posted).count(), 0);
    }
}

#[tokio::test]
async fn people_are_found_by_name_address_and_number() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for login in ["anne", "malik"] {
            let site = stage.signed_in(login).await;
            for term in ["Noisette", "carla@tilleuls.example", "4"] {
                let found = site.users(term).await.unwrap();
                let carla = found.iter().find(|user| user.id == SiteUserId(CARLA));
                let label = &carla.unwrap().label;
                let is_plain = label.contains("Carla Noisette") && !label.contains("&ndash;");
                assert!(is_plain, "{label}");
            }
            assert!(site.users("zzz nobody").await.unwrap().is_empty());
        }
    }
}

#[tokio::test]
async fn people_are_found_with_an_old_nonce_too() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        assert!(!site.users("Noisette").await.unwrap().is_empty());
        stage
            .shop
            .advance_clock(std::time::Duration::from_hours(25));
        assert!(!site.users("Noisette").await.unwrap().is_empty());
    }
}
