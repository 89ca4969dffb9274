//! Signing in, staying signed in, and being signed out (contract 2).

use super::shop_stage::{ANNE, CARLA, MALIK, ShopStage, every_kind, password};
use keys::{Secret, SiteUserId};
use practice::{FaultKind, ShopAct, ShopRole};
use std::time::Duration;
use woocommerce::{Account, Error, SignIn};

const DAY: Duration = Duration::from_hours(24);

async fn sign_in(site: &woocommerce::Site, login: &str, word: &str) -> Result<SignIn, Error> {
    site.sign_in(login, &Secret::new(word.to_owned())).await
}

#[tokio::test]
async fn a_name_and_an_address_both_sign_in() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for login in ["anne", "anne@tilleuls.example"] {
            let site = stage.site().await;
            let answer = sign_in(&site, login, "practice").await.unwrap();
            let expected = Account {
                user: SiteUserId(ANNE),
                may_manage: true,
            };
            assert_eq!(answer, SignIn::Done(expected), "{login}");
        }
    }
}

#[tokio::test]
async fn the_site_refuses_in_its_own_words_and_nothing_is_kept() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for url in [&stage.url, &stage.plain] {
            let site = stage.site_at(url).await;
            for (login, word) in [
                ("anne", "wrong"),
                ("nobody", "practice"),
                ("x@y.example", "z"),
            ] {
                let refused = sign_in(&site, login, word).await;
                let Err(Error::Refused { message }) = refused else {
                    panic!("{refused:?}");
                };
                let is_plain = !message.trim().is_empty() && !message.contains(['<', '\t']);
                assert!(is_plain, "{message:?}");
            }
            assert!(site.take_changed_session().is_none());
        }
        assert_eq!(stage.shop.sessions().unwrap(), 0);
    }
}

#[tokio::test]
async fn a_sign_in_that_failed_leaves_the_former_session() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        assert!(sign_in(&site, "malik", "wrong").await.is_err());
        assert_eq!(site.key_form().await.unwrap().own.id, SiteUserId(ANNE));
    }
}

#[tokio::test]
async fn every_role_learns_whether_it_may_manage_the_shop() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        for (login, may) in [
            ("anne", true),
            ("malik", true),
            ("edith", false),
            ("carla", false),
        ] {
            let site = stage.site().await;
            let SignIn::Done(account) = sign_in(&site, login, "practice").await.unwrap() else {
                panic!("no code is asked for");
            };
            assert_eq!(account.may_manage, may, "{login}");
        }
    }
}

#[tokio::test]
async fn a_due_question_about_the_address_does_not_stop_an_administrator() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.email_check_due = true);
        let site = stage.signed_in("anne").await;
        assert!(!site.keys(&|_, _| {}).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_kept_session_serves_another_client() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let kept = stage.signed_in("malik").await.session();
        let other = stage.site().await;
        other.restore_session(&kept).unwrap();
        assert_eq!(other.key_form().await.unwrap().own.id, SiteUserId(MALIK));
        assert_eq!(stage.shop.sessions().unwrap(), 1);
    }
}

#[tokio::test]
async fn a_session_lasts_two_weeks_and_no_longer() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        stage.shop.advance_clock(DAY * 13);
        assert!(site.key_form().await.is_ok());
        stage.shop.advance_clock(DAY * 2);
        let refused = site.key_form().await;
        assert!(matches!(refused, Err(Error::SessionOver)), "{refused:?}");
        let refused = site.keys(&|_, _| {}).await;
        assert!(matches!(refused, Err(Error::SessionOver)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_session_ended_by_the_site_is_over_for_every_request() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let id = keys::ServerAppId(stage.live()[0].id);
        stage.act(&ShopAct::ExpireSessions);
        let over = |error: Option<Error>| assert!(matches!(error, Some(Error::SessionOver)));
        over(site.key_form().await.err());
        over(site.keys(&|_, _| {}).await.err());
        over(site.users("a").await.err());
        over(site.revoke(id).await.err());
        over(site.revoke_many(&[id]).await.err());
        assert!(!stage.key(id.0).revoked);
    }
}

#[tokio::test]
async fn a_role_taken_away_is_told_from_a_session_that_is_over() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("malik").await;
        let role = ShopRole::Customer;
        stage.act(&ShopAct::ChangeRole { id: MALIK, role });
        let refused = site.keys(&|_, _| {}).await;
        assert!(matches!(refused, Err(Error::NoRight)), "{refused:?}");
        let role = ShopRole::ShopManager;
        stage.act(&ShopAct::ChangeRole { id: CARLA, role });
        assert!(
            stage
                .signed_in("carla")
                .await
                .keys(&|_, _| {})
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn signing_out_twice_and_signed_out_does_no_harm() {
    let stage = ShopStage::start().await;
    let site = stage.signed_in("anne").await;
    site.sign_out().await.unwrap();
    site.sign_out().await.unwrap();
    let site = stage.signed_in("anne").await;
    stage.act(&ShopAct::ExpireSessions);
    site.sign_out().await.unwrap();
    // The cookies go even when nobody answers.
    let site = stage.signed_in("anne").await;
    let kept = site.session();
    stage
        .shop
        .add_fault(practice::Fault::everywhere(FaultKind::RefuseConnection).times(1));
    let _ = site.sign_out().await;
    let over = site.key_form().await;
    assert!(matches!(over, Err(Error::SessionOver)), "{over:?}");
    site.restore_session(&kept).unwrap();
}

#[tokio::test]
async fn a_customer_can_sign_out_too() {
    let stage = ShopStage::start().await;
    for login in ["edith", "carla"] {
        let site = stage.site().await;
        site.sign_in(login, &password()).await.unwrap();
        site.sign_out().await.unwrap();
        assert_eq!(stage.shop.sessions().unwrap(), 0, "{login}");
    }
}
