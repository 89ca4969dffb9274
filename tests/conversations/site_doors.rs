//! What plugins and firewalls put before a sign-in (contract 12).

use super::shop_stage::{ANNE, ShopStage, every_kind, password};
use keys::SiteUserId;
use practice::SecondFactor;
use std::time::Duration;
use woocommerce::{Account, CodeSource, Error, SignIn};

const FACTORS: [(SecondFactor, CodeSource); 3] = [
    (SecondFactor::Email, CodeSource::Mail),
    (SecondFactor::App, CodeSource::App),
    (SecondFactor::BackupCode, CodeSource::Backup),
];

fn anne() -> Account {
    Account {
        user: SiteUserId(ANNE),
        may_manage: true,
    }
}

/// The code with spaces, as people paste it.
fn spaced(code: &str) -> String {
    let (first, rest) = code.split_at(3);
    format!(" {first} {rest}\n")
}

#[tokio::test]
async fn a_code_completes_the_sign_in_whatever_it_comes_from() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for (factor, source) in FACTORS {
            stage.switch(|mode| mode.second_factor = Some(factor));
            let site = stage.site().await;
            let answer = site.sign_in("anne", &password()).await.unwrap();
            assert_eq!(answer, SignIn::CodeNeeded(source));
            assert!(site.take_changed_session().is_none(), "not worth keeping");
            assert_eq!(site.submit_code(&stage.code()).await.unwrap(), anne());
            assert!(site.take_changed_session().is_some());
            assert!(site.key_form().await.is_ok());
        }
    }
}

#[tokio::test]
async fn a_wrong_code_can_be_tried_again() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for (factor, _) in FACTORS {
            stage.switch(|mode| mode.second_factor = Some(factor));
            let site = stage.site().await;
            site.sign_in("anne", &password()).await.unwrap();
            for wrong in ["000000", "nonsense", ""] {
                let refused = site.submit_code(wrong).await;
                assert!(matches!(refused, Err(Error::CodeRefused)), "{refused:?}");
            }
            let code = spaced(&stage.code());
            assert_eq!(site.submit_code(&code).await.unwrap(), anne(), "{factor:?}");
        }
    }
}

#[tokio::test]
async fn a_code_for_nobody_is_late() {
    let stage = ShopStage::start().await;
    let site = stage.site().await;
    let refused = site.submit_code("123456").await;
    assert!(matches!(refused, Err(Error::CodeLate)), "{refused:?}");
    stage.switch(|mode| mode.second_factor = Some(SecondFactor::Email));
    site.sign_in("anne", &password()).await.unwrap();
    stage.shop.advance_clock(Duration::from_hours(25));
    let refused = site.submit_code(&stage.code()).await;
    assert!(matches!(refused, Err(Error::CodeLate)), "{refused:?}");
    assert!(site.take_changed_session().is_none());
}

#[tokio::test]
async fn a_customer_needs_no_code() {
    let stage = ShopStage::start_as(|mode| mode.second_factor = Some(SecondFactor::App)).await;
    let site = stage.site().await;
    let answer = site.sign_in("carla", &password()).await.unwrap();
    let SignIn::Done(account) = answer else {
        panic!("no code is asked for");
    };
    assert!(!account.may_manage);
}

#[tokio::test]
async fn too_many_attempts_are_told_in_the_sites_words() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.attempt_limit = Some(2));
        let site = stage.site().await;
        let wrong = keys::Secret::new("wrong".to_owned());
        let mut words = Vec::new();
        for _ in 0..3 {
            let refused = site.sign_in("anne", &wrong).await;
            let Err(Error::Refused { message }) = refused else {
                panic!("{refused:?}");
            };
            words.push(message);
        }
        assert_ne!(words[0], words[2]);
        let refused = site.sign_in("anne", &password()).await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "{refused:?}");
        stage.shop.advance_clock(Duration::from_mins(21));
        assert!(site.sign_in("anne", &password()).await.is_ok());
    }
}

#[tokio::test]
async fn a_captcha_is_called_that_and_costs_no_attempt() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.captcha = true);
        for url in [&stage.url, &stage.plain] {
            let site = stage.site_at(url).await;
            let refused = site.sign_in("anne", &password()).await;
            assert!(matches!(refused, Err(Error::Captcha)), "{refused:?}");
            assert!(site.take_changed_session().is_none());
        }
    }
}

#[tokio::test]
async fn a_block_page_is_called_that_before_and_after_the_sign_in() {
    for kind in every_kind() {
        for page in [403, 503] {
            let stage = ShopStage::start_with(kind.clone()).await;
            let before = stage.site().await;
            let inside = stage.signed_in("anne").await;
            stage.switch(|mode| mode.block_page = Some(page));
            let refused = [
                before.sign_in("anne", &password()).await.err(),
                inside.key_form().await.err(),
                inside.keys(&|_, _| {}).await.err(),
            ];
            for refused in refused {
                match refused {
                    Some(Error::Blocked { status }) => assert_eq!(status, page),
                    // A site that is overloaded says no more than that.
                    Some(Error::ServerError { status: 503, .. }) if page == 503 => {}
                    other => panic!("{page}: {other:?}"),
                }
            }
        }
    }
}

#[tokio::test]
async fn a_site_with_its_accounts_elsewhere_is_called_that() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.single_sign_on = true);
        let site = stage.site().await;
        let refused = site.sign_in("anne", &password()).await;
        assert!(matches!(refused, Err(Error::SingleSignOn)), "{refused:?}");
        assert_eq!(stage.posts("/wp-login.php"), 0, "no password is sent");
    }
}

#[tokio::test]
async fn a_moved_login_page_is_missed_and_then_found_where_one_says() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.moved_login = Some("/entrance/".to_owned()));
        let site = stage.site().await;
        let refused = site.sign_in("anne", &password()).await;
        assert!(matches!(refused, Err(Error::NoLoginPage)), "{refused:?}");
        let login = format!("{}/entrance/", stage.url.as_str());
        let found = woocommerce::recognise(stage.url.as_str(), Some(&login), &stage.network).await;
        let found = found.unwrap();
        let path = found.facts.login_path.clone().unwrap();
        assert!(path.ends_with("/entrance/"), "{path}");
        let site = woocommerce::Site::new(found.url, &found.facts, &stage.network).unwrap();
        assert!(site.sign_in("anne", &password()).await.is_ok());
        assert!(site.key_form().await.is_ok());
        // What is signed out is told there too.
        stage.act(&practice::ShopAct::ExpireSessions);
        let over = site.keys(&|_, _| {}).await;
        assert!(matches!(over, Err(Error::SessionOver)), "{over:?}");
    }
}

#[tokio::test]
async fn a_login_page_on_another_host_gets_no_password() {
    let stage = ShopStage::start().await;
    let elsewhere = Some("https://login.example/entrance/");
    let refused = woocommerce::recognise(stage.url.as_str(), elsewhere, &stage.network).await;
    assert!(matches!(refused, Err(Error::LoginElsewhere)), "{refused:?}");
}
