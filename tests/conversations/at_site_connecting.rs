//! Connecting to a site, staying connected, signing out and leaving.

use super::shop_stage::{ShopStage, every_kind, password};
use super::site_desk::{SHOP, SiteDesk, site_error};
use inventory::Inventory;
use keychain::Entry;
use keys::{ConnectionKind, Permalinks, Permission, SessionState};
use operations::{Error, SignIn};
use practice::{Flavour, SecondFactor, ShopAct};
use woocommerce::CodeSource;

#[tokio::test]
async fn connecting_keeps_the_session_and_never_the_password() {
    for kind in every_kind() {
        let flavour = kind.flavour;
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let connection = desk.connection(on);
        assert_eq!(connection.kind, ConnectionKind::PracticeShop);
        assert_eq!(connection.url, stage.url);
        assert_eq!(connection.name, SHOP);
        assert_eq!(connection.username, "anne");
        assert_eq!(connection.session, SessionState::SignedIn);
        let facts = connection.site.unwrap();
        let plain = flavour == Flavour::B;
        assert_eq!(facts.permalinks == Permalinks::Plain, plain);
        assert_eq!(facts.wordpress.as_deref(), Some(flavour.wordpress()));
        let entry = Entry::session(true, &stage.url);
        let session = desk.keychain.read_now(&entry).unwrap();
        assert!(!session.expose().contains("practice\""));
        assert_eq!(desk.keychain.entries(), [entry]);
        assert!(operations::is_site(&desk.context, &stage.url).unwrap());
        assert_eq!(stage.shop.sessions().unwrap(), 1, "one sign-in for it all");
    }
}

#[tokio::test]
async fn a_code_completes_the_connection() {
    let factors = [
        (SecondFactor::Email, CodeSource::Mail),
        (SecondFactor::App, CodeSource::App),
        (SecondFactor::BackupCode, CodeSource::Backup),
    ];
    for (factor, source) in factors {
        let stage = ShopStage::start_as(|mode| mode.second_factor = Some(factor)).await;
        let desk = SiteDesk::new(&stage);
        let step = desk.sign_in(&stage, "anne").await.unwrap();
        assert_eq!(step, SignIn::CodeNeeded(source));
        assert!(desk.context.inventory.connections().unwrap().is_empty());
        let wrong = operations::submit_code(&desk.context, &stage.url, "000000").await;
        let wrong = site_error(wrong);
        assert!(
            matches!(wrong, woocommerce::Error::CodeRefused),
            "{wrong:?}"
        );
        let code = stage.code();
        let step = operations::submit_code(&desk.context, &stage.url, &code).await;
        let SignIn::Connected { connection, admin } = step.unwrap() else {
            panic!("a second code is asked for");
        };
        assert!(admin);
        desk.refresh(connection).await.unwrap();
        let late = operations::submit_code(&desk.context, &stage.url, &code).await;
        assert!(matches!(late, Err(Error::NoPendingSignIn)), "{late:?}");
    }
}

#[tokio::test]
async fn a_customer_is_told_which_right_is_missing() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    for login in ["carla", "edith"] {
        let step = desk.sign_in(&stage, login).await.unwrap();
        let SignIn::Connected { connection, admin } = step else {
            panic!("no code is asked for");
        };
        assert!(!admin, "{login}");
        assert_eq!(desk.connection(connection).session, SessionState::NotAdmin);
        let refused = desk.create(connection, "Lavande", Permission::Read).await;
        assert!(matches!(refused, Err(Error::NotAdmin(_))), "{refused:?}");
    }
    // Somebody who may signs in on the same connection.
    let on = desk.connect(&stage, "malik").await;
    assert_eq!(desk.context.inventory.connections().unwrap().len(), 1);
    assert_eq!(desk.connection(on).session, SessionState::SignedIn);
    assert_eq!(desk.connection(on).username, "malik");
    assert!(desk.refresh(on).await.unwrap().new_keys > 0);
}

#[tokio::test]
async fn what_refuses_a_sign_in_leaves_nothing_behind() {
    let stage = ShopStage::start().await;
    let desk = SiteDesk::new(&stage);
    let found = operations::recognise_site(&desk.context, stage.url.as_str(), None).await;
    let url = found.unwrap().url;
    let wrong = keys::Secret::new("wrong".to_owned());
    let kind = ConnectionKind::PracticeShop;
    let refused = operations::sign_in(&desk.context, kind, &url, "anne", &wrong).await;
    let refused = site_error(refused);
    assert!(
        matches!(refused, woocommerce::Error::Refused { .. }),
        "{refused:?}"
    );
    for (switch, is_told) in [
        ("captcha", "captcha"),
        ("sso", "elsewhere"),
        ("blocked", "blocked"),
    ] {
        stage.switch(|mode| {
            mode.captcha = switch == "captcha";
            mode.single_sign_on = switch == "sso";
            mode.block_page = (switch == "blocked").then_some(403);
        });
        let refused = site_error(desk.sign_in(&stage, "anne").await);
        let fits = match is_told {
            "captcha" => matches!(refused, woocommerce::Error::Captcha),
            "elsewhere" => matches!(refused, woocommerce::Error::SingleSignOn),
            _ => matches!(refused, woocommerce::Error::Blocked { status: 403 }),
        };
        assert!(fits, "{switch}: {refused:?}");
    }
    assert!(desk.context.inventory.connections().unwrap().is_empty());
    assert!(desk.keychain.entries().is_empty());
    assert_eq!(stage.shop.sessions().unwrap(), 0);
}

#[tokio::test]
async fn a_moved_login_page_is_remembered() {
    let stage = ShopStage::start_as(|mode| mode.moved_login = Some("/entrance/".into())).await;
    let desk = SiteDesk::new(&stage);
    let login = format!("{}/entrance/", stage.url.as_str());
    let address = stage.url.as_str();
    operations::recognise_site(&desk.context, address, Some(&login))
        .await
        .unwrap();
    let kind = ConnectionKind::PracticeShop;
    let step = operations::sign_in(&desk.context, kind, &stage.url, "anne", &password()).await;
    let SignIn::Connected { connection, .. } = step.unwrap() else {
        panic!("no code is asked for");
    };
    // Another start: only the record tells where the page is.
    stage.act(&ShopAct::ExpireSessions);
    let over = desk.refresh(connection).await;
    assert!(matches!(over, Err(Error::SignedOut(_))), "{over:?}");
    let step = operations::sign_in(&desk.context, kind, &stage.url, "anne", &password()).await;
    assert!(matches!(step, Ok(SignIn::Connected { .. })), "{step:?}");
    desk.refresh(connection).await.unwrap();
}

#[tokio::test]
async fn a_session_serves_the_next_start_of_the_program() {
    let stage = ShopStage::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inventory.sqlite3");
    let open = || Inventory::open(&file, keys::Moment(0)).unwrap();
    let keychain = keychain::Memory::new();
    let first = SiteDesk::over(&stage, open(), keychain.clone());
    let on = first.connect(&stage, "anne").await;
    drop(first);
    let second = SiteDesk::over(&stage, open(), keychain);
    second.refresh(on).await.unwrap();
    assert_eq!(second.keys(on).len(), stage.live().len());
    assert_eq!(stage.shop.sessions().unwrap(), 1);
}

#[tokio::test]
async fn a_session_that_is_over_is_told_and_the_records_stay() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let count = desk.keys(on).len();
    stage.act(&ShopAct::ExpireSessions);
    let over = desk.refresh(on).await;
    assert!(
        matches!(over, Err(Error::SignedOut(id)) if id == on),
        "{over:?}"
    );
    assert_eq!(desk.connection(on).session, SessionState::SignedOut);
    assert_eq!(desk.keys(on).len(), count);
    assert_eq!(desk.connect(&stage, "anne").await, on);
    desk.refresh(on).await.unwrap();
    assert_eq!(desk.connection(on).session, SessionState::SignedIn);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_keeps_keys_and_secrets() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let made = desk.create(on, "Lavande", Permission::Read).await.unwrap();
    operations::sign_out(&desk.context, on).await.unwrap();
    assert_eq!(stage.shop.sessions().unwrap(), 0);
    assert_eq!(desk.connection(on).session, SessionState::SignedOut);
    assert_eq!(desk.secrets(), 1);
    let secret = operations::reveal_secret(&desk.context, made.key)
        .await
        .unwrap();
    let there = stage.made("Lavande").remove(0);
    assert_eq!(secret.expose(), there.secret);
    // A check needs no session.
    assert_eq!(desk.check(made.key).await.unwrap(), keys::KeyStatus::Works);
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn disconnecting_takes_records_and_secrets_once_the_name_is_typed() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    desk.create(on, "Lavande", Permission::Read).await.unwrap();
    stage.pair(1, practice::Permission::Read);
    let asked = stage.asked();
    let refused = operations::disconnect(&desk.context, on, "Épicerie").await;
    assert!(
        matches!(refused, Err(Error::TypedNameDiffers)),
        "{refused:?}"
    );
    assert_eq!(stage.asked(), asked);
    operations::disconnect(&desk.context, on, SHOP)
        .await
        .unwrap();
    assert!(desk.keychain.entries().is_empty());
    assert!(desk.context.inventory.connections().unwrap().is_empty());
    assert_eq!(stage.shop.sessions().unwrap(), 0);
    assert_eq!(stage.made("Lavande").len(), 1, "the site keeps its keys");
    assert!(!stage.made("Lavande")[0].revoked);
}
