//! The client's procedure, line by line (contract 13), in every flavour and language.

use super::shop_stage::{ANNE, ShopStage, at_shop, every_kind, password};
use keys::{Description, Permalinks, Permission, SiteUserId};
use practice::Flavour;
use practice::ShopOptions;
use woocommerce::{Error, NewConsumerKey, PairCheck, Revoked, SignIn, Site};

fn many(options: ShopOptions) -> ShopOptions {
    ShopOptions {
        keys: Some(33),
        ..options
    }
}

fn wanted(permission: Permission) -> NewConsumerKey {
    NewConsumerKey {
        description: Description::parse("Lavande Delivery").unwrap(),
        owner: SiteUserId(ANNE),
        permission,
    }
}

#[tokio::test]
async fn line_1_the_site_is_found_by_its_rest_root() {
    for kind in every_kind() {
        let flavour = kind.flavour;
        let stage = ShopStage::start_with(kind).await;
        for url in [&stage.url, &stage.plain] {
            let found = stage.recognised_at(url).await;
            assert_eq!(found.url, *url, "{flavour:?}");
            assert_eq!(found.name, "Épicerie des Tilleuls (practice)");
            let permalinks = match flavour {
                Flavour::B => Permalinks::Plain,
                Flavour::A | Flavour::C => Permalinks::Pretty,
            };
            assert_eq!(found.facts.permalinks, permalinks, "{flavour:?}");
            assert_eq!(found.facts.login_path, None);
        }
        // Without `_fields` the index is more than a megabyte.
        let index = |path: &str| path.contains("wp-json/") || path.contains("rest_route=");
        for asked in stage.since(0).iter().filter(|asked| index(&asked.path)) {
            assert!(asked.path.contains("_fields="), "{}", asked.path);
        }
    }
}

#[tokio::test]
async fn line_2_sign_in_is_told_by_the_cookie() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for url in [&stage.url, &stage.plain] {
            let site = stage.site_at(url).await;
            assert!(site.take_changed_session().is_none());
            let SignIn::Done(account) = site.sign_in("anne", &password()).await.unwrap() else {
                panic!("no code is asked for");
            };
            assert_eq!((account.user, account.may_manage), (SiteUserId(ANNE), true));
            assert!(site.take_changed_session().is_some());
        }
        let posts = stage.since(0).into_iter();
        let posts: Vec<_> = posts.filter(|asked| asked.method == "POST").collect();
        assert_eq!(posts.len(), 2);
        for asked in posts {
            assert!(asked.path.starts_with(&stage.path("/wp-login.php")));
            let names: Vec<_> = asked.fields.iter().map(|field| &*field.name).collect();
            assert!(
                names.contains(&"log") && names.contains(&"pwd"),
                "{names:?}"
            );
            assert!(!names.contains(&"interim-login"), "{names:?}");
        }
        assert_eq!(stage.shop.sessions().unwrap(), 2);
    }
}

#[tokio::test]
async fn line_3_the_form_tells_who_one_is_and_what_there_is_to_choose() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let form = site.key_form().await.unwrap();
        assert_eq!(form.own.id, SiteUserId(ANNE));
        assert!(
            form.own.label.contains("Anne Tilleul"),
            "{}",
            form.own.label
        );
        assert!(form.may_choose_owner);
        let values: Vec<_> = form.permissions.iter().map(|(value, _)| *value).collect();
        assert_eq!(values, Permission::ALL);
        let stranger = stage.site().await;
        let refused = stranger.key_form().await;
        assert!(matches!(refused, Err(Error::SessionOver)), "{refused:?}");
        let carla = stage.signed_in("carla").await;
        let refused = carla.key_form().await;
        assert!(matches!(refused, Err(Error::NoRight)), "{refused:?}");
    }
}

#[tokio::test]
async fn line_4_the_list_is_read_to_its_last_page() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(many(kind)).await;
        let site = stage.signed_in("anne").await;
        let asked = stage.asked();
        let seen = site.keys(&|_, _| {}).await.unwrap();
        let live = stage.live();
        assert_eq!(seen.len(), 33);
        for (seen, live) in seen.iter().zip(&live) {
            assert_eq!(seen.id.0, live.id);
            assert_eq!(seen.description, live.description);
            assert_eq!(seen.ending, live.last_seven);
            assert_eq!(seen.permission.map(at_shop), Some(live.permission));
            assert_eq!(seen.last_access.is_never(), live.last_access.is_none());
        }
        let requests = stage.since(asked);
        let has_number = |asked: &&practice::HistoryEntry| asked.path.contains("paged=");
        let numbered: Vec<_> = requests
            .iter()
            .filter(has_number)
            .map(|asked| &asked.path)
            .collect();
        assert_eq!(numbered.len(), 1, "{numbered:?}");
        assert!(numbered[0].contains("paged=2"), "{numbered:?}");
    }
}

/// Makes a key of each permission and tells how the site took it.
async fn make_and_check(stage: &ShopStage, site: &Site) {
    let facts = stage.recognised().await.facts;
    for permission in Permission::ALL {
        let made = site.create(&wanted(permission)).await.unwrap();
        let id = made.id.unwrap();
        let there = stage.key(id.0);
        assert_eq!(there.secret, made.secret.expose());
        assert_eq!(there.permission, at_shop(permission));
        assert_eq!(there.owner, ANNE);
        assert_eq!(there.made_by.as_deref(), Some("anne"));
        assert!(made.consumer_key.as_str().ends_with(&there.last_seven));
        assert_eq!(made.permission, permission);
        let row = site.keys(&|_, _| {}).await.unwrap().remove(0);
        assert_eq!((row.id, row.ending), (id, there.last_seven));
        let checked = woocommerce::check_pair(
            &stage.url,
            facts.permalinks,
            &made.consumer_key,
            &made.secret,
            &stage.network,
        )
        .await
        .unwrap();
        let accepted = PairCheck::Accepted(permission);
        match facts.permalinks {
            Permalinks::Pretty => assert_eq!(checked, accepted),
            Permalinks::Plain => assert_eq!(
                checked,
                PairCheck::PlainPermalinks {
                    otherwise: Box::new(accepted)
                }
            ),
        }
    }
}

#[tokio::test]
async fn lines_5_and_6_a_key_is_made_and_found_and_checked() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        make_and_check(&stage, &site).await;
    }
}

#[tokio::test]
async fn line_6_never_over_http() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let pair = stage.pair(ANNE, practice::Permission::ReadWrite);
        let asked = stage.asked();
        for permalinks in [Permalinks::Pretty, Permalinks::Plain] {
            let (key, secret) = (pair.identifier(), pair.secret());
            let network = &stage.network;
            let checked =
                woocommerce::check_pair(&stage.plain, permalinks, &key, &secret, network).await;
            assert_eq!(checked.unwrap(), PairCheck::PlainHttp);
            let probed = woocommerce::ask_in_address(&stage.plain, &key, &secret, network).await;
            assert!(matches!(probed, Err(Error::PlainHttp)), "{probed:?}");
            woocommerce::walk(&stage.plain, permalinks, &key, &secret, network).await;
        }
        let carried = stage.since(asked);
        assert!(carried.iter().all(|asked| !asked.consumer_key));
    }
}

#[tokio::test]
async fn line_7_a_key_is_revoked_and_the_list_confirms_it() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(many(kind)).await;
        let site = stage.signed_in("anne").await;
        let made = site.create(&wanted(Permission::Read)).await.unwrap();
        let id = made.id.unwrap();
        assert_eq!(site.revoke(id).await.unwrap(), Revoked::Done);
        assert!(stage.key(id.0).revoked);
        let left = site.keys(&|_, _| {}).await.unwrap();
        assert!(left.iter().all(|row| row.id != id));
        assert_eq!(left.len(), 33);
        // One of the second page.
        let old = left.last().unwrap().id;
        assert_eq!(site.revoke(old).await.unwrap(), Revoked::Done);
        assert!(stage.key(old.0).revoked);
        assert_eq!(site.revoke(id).await.unwrap(), Revoked::AlreadyGone);
        assert_eq!(stage.live().len(), 32);
    }
}

#[tokio::test]
async fn line_8_signing_out_ends_the_session_on_the_site() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for url in [&stage.url, &stage.plain] {
            let site = stage.site_at(url).await;
            site.sign_in("anne", &password()).await.unwrap();
            let kept = site.session();
            assert_eq!(stage.shop.sessions().unwrap(), 1);
            site.sign_out().await.unwrap();
            assert_eq!(stage.shop.sessions().unwrap(), 0);
            site.restore_session(&kept).unwrap();
            let refused = site.key_form().await;
            assert!(matches!(refused, Err(Error::SessionOver)), "{refused:?}");
        }
    }
}
