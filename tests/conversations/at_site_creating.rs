//! Making a consumer key from the desk: the pair goes to the keychain before anything is shown.

use super::shop_curl::AJAX;
use super::shop_stage::{ANNE, CARLA, MALIK, ShopStage, at_shop, every_kind};
use super::site_desk::{SiteDesk, site_error};
use keychain::Trouble;
use keys::{Act, DescriptionError, KeyStatus, KeyType, Permalinks, Permission, SiteUserId};
use operations::{Error, Field, NewConsumerKey};

#[tokio::test]
async fn each_permission_comes_home_whole() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        for permission in Permission::ALL {
            let name = format!("Lavande {}", permission.as_value());
            let made = desk.create(on, &name, permission).await.unwrap();
            assert!(made.secret_stored);
            let there = stage.made(&name).remove(0);
            assert_eq!(there.permission, at_shop(permission));
            assert_eq!(there.owner, ANNE);
            let record = desk.record(made.key);
            assert_eq!(record.server_id.0, there.id);
            assert_eq!(record.key_type, KeyType::Consumer);
            assert_eq!(record.app_name, name);
            let identifier = record.identifier.clone().unwrap();
            let secret = desk.secret(&stage, made.key).unwrap();
            assert_eq!(secret, there.secret);
            assert!(stage.shop.opens(identifier.as_str(), &secret).unwrap());
            let consumer = record.consumer.clone().unwrap();
            assert_eq!(consumer.ending, there.last_seven);
            assert_eq!(consumer.permission, Some(permission));
            assert_eq!(consumer.owner.unwrap().id, Some(SiteUserId(ANNE)));
            assert!(consumer.may_change && !consumer.secret_lost);
            assert_eq!(record.status(), KeyStatus::NotChecked);
            let expected = match desk.connection(on).site.unwrap().permalinks {
                Permalinks::Pretty => KeyStatus::Works,
                Permalinks::Plain => KeyStatus::PlainPermalinks,
            };
            assert_eq!(desk.check(made.key).await.unwrap(), expected);
            assert_eq!(desk.acts(made.key), [Act::Created, Act::Checked]);
        }
        assert!(desk.has_no_open_intent());
        assert_eq!(stage.posts(AJAX), 3);
        let report = desk.refresh(on).await.unwrap();
        assert_eq!(report, operations::Report::default(), "nothing is news");
        let owner = |key: keys::KeyId| desk.record(key).consumer.unwrap().owner.unwrap();
        let listed = desk.key(on, stage.live()[0].id).id;
        assert_eq!(owner(listed).name, "Anne Tilleul");
    }
}

#[tokio::test]
async fn the_form_says_what_can_be_chosen_and_finds_people() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let form = operations::consumer_key_form(&desk.context, on)
        .await
        .unwrap();
    assert_eq!(form.own.id, SiteUserId(ANNE));
    let found = operations::find_site_users(&desk.context, on, " Noisette ").await;
    let found: Vec<_> = found.unwrap().into_iter().map(|user| user.id).collect();
    assert_eq!(found, [SiteUserId(CARLA)]);
}

#[tokio::test]
async fn a_key_can_be_somebody_elses() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    for owner in [MALIK, CARLA] {
        let new = NewConsumerKey {
            connection: on,
            description: format!("For {owner}"),
            owner: Some(SiteUserId(owner)),
            permission: Permission::Read,
        };
        let made = operations::create_consumer_key(&desk.context, &new).await;
        let made = made.unwrap();
        assert_eq!(stage.made(&new.description)[0].owner, owner);
        let known = desk.record(made.key).consumer.unwrap().owner.unwrap();
        assert_eq!(known.id, Some(SiteUserId(owner)));
        let expected = match owner {
            CARLA => KeyStatus::OwnerLacksRight,
            _ => KeyStatus::Works,
        };
        assert_eq!(desk.check(made.key).await.unwrap(), expected);
    }
}

#[tokio::test]
async fn an_owner_whom_the_site_refuses_is_refused_in_its_words() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let on = desk.connect(&stage, "malik").await;
    let new = NewConsumerKey {
        connection: on,
        description: "Lavande".to_owned(),
        owner: Some(SiteUserId(ANNE)),
        permission: Permission::Read,
    };
    let refused = site_error(operations::create_consumer_key(&desk.context, &new).await);
    let woocommerce::Error::SiteSays { message } = refused else {
        panic!("{refused:?}");
    };
    assert!(!message.is_empty());
    assert!(desk.has_no_open_intent());
    assert!(stage.made("Lavande").is_empty());
    assert_eq!(desk.secrets(), 0);
}

#[tokio::test]
async fn what_the_site_would_accept_badly_is_never_sent() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let asked = stage.asked();
    let long = "é".repeat(201);
    for (description, expected) in [
        ("", DescriptionError::Blank),
        (" \n\t ", DescriptionError::Blank),
        ("0", DescriptionError::Zero),
        ("a < b", DescriptionError::Markup),
        (&*long, DescriptionError::TooLong(200)),
    ] {
        let refused = desk.create(on, description, Permission::Read).await;
        let Err(Error::Description(error)) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(error, expected);
    }
    assert_eq!(stage.asked(), asked);
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn nothing_is_asked_of_the_site_while_the_keychain_is_closed() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let asked = stage.asked();
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let refused = desk.create(on, "Lavande", Permission::Read).await;
    assert!(matches!(refused, Err(Error::Keychain(_))), "{refused:?}");
    assert_eq!(stage.asked(), asked);
    desk.keychain.set_trouble(None);
    assert!(desk.has_no_open_intent());
    desk.create(on, "Lavande", Permission::Read).await.unwrap();
    assert_eq!(stage.made("Lavande").len(), 1);
}

#[tokio::test]
async fn a_keychain_that_closes_meanwhile_loses_nothing() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    // Open when asked before, closed when the secret comes; the public half would follow it.
    let before = desk.keychain.calls();
    desk.create(on, "Dry run", Permission::Read).await.unwrap();
    let calls = usize::try_from(desk.keychain.calls() - before).unwrap();
    let mut troubles = vec![None; calls];
    troubles[calls - 2] = Some(Trouble::Locked);
    desk.keychain.schedule(troubles);
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let made = desk.create(on, "Lavande", Permission::Read).await.unwrap();
    assert!(!made.secret_stored);
    assert_eq!(stage.made("Lavande").len(), 1);
    let copied = operations::copy_field(&desk.context, made.key, Field::Secret).await;
    assert!(copied.is_ok(), "held in memory until then: {copied:?}");
    desk.keychain.set_trouble(None);
    operations::tend(&desk.context).await.unwrap();
    let there = stage.made("Lavande").remove(0);
    assert_eq!(desk.secret(&stage, made.key), Some(there.secret));
    assert!(desk.record(made.key).is_secret_stored());
}

#[tokio::test]
async fn a_session_that_ends_before_the_change_makes_nothing() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let ended = practice::FaultKind::ExpireSession { remembered: true };
    stage.spoil("POST", AJAX, ended);
    let over = desk.create(on, "Lavande", Permission::Read).await;
    assert!(matches!(over, Err(Error::SignedOut(_))), "{over:?}");
    assert!(stage.made("Lavande").is_empty());
    assert!(desk.has_no_open_intent());
    desk.connect(&stage, "anne").await;
    desk.create(on, "Lavande", Permission::Read).await.unwrap();
    assert_eq!(stage.made("Lavande").len(), 1);
}

#[tokio::test]
async fn both_halves_are_copied_and_revealed() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let made = desk
        .create(on, "Lavande", Permission::ReadWrite)
        .await
        .unwrap();
    let identifier = desk.record(made.key).identifier.unwrap();
    let secret = stage.made("Lavande").remove(0).secret;
    for (field, expected) in [
        (Field::Identifier, identifier.as_str()),
        (Field::Secret, &*secret),
        (Field::BaseUrl, stage.url.as_str()),
    ] {
        operations::copy_field(&desk.context, made.key, field)
            .await
            .unwrap();
        let there = desk.clipboard.text().unwrap();
        assert_eq!(there.expose(), expected, "{field:?}");
    }
    let shown = operations::reveal_secret(&desk.context, made.key)
        .await
        .unwrap();
    assert_eq!(shown.expose(), secret);
}
