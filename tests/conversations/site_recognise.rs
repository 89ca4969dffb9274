//! Finding a site and recognising WooCommerce (contract 1, 12).

use super::shop_stage::{ShopStage, behind_plain, behind_pretty, every_kind};
use super::stage::Stage;
use keys::Permalinks;
use practice::{Fault, FaultKind, Flavour, RestGuard};
use woocommerce::{Error, Found, RecognisedSite};

async fn recognise(stage: &ShopStage, typed: &str) -> Result<RecognisedSite, Error> {
    woocommerce::recognise(typed, None, &stage.network).await
}

#[tokio::test]
async fn a_site_is_meant_by_many_ways_to_type_it() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let site = stage.url.as_str().to_owned();
        for typed in [
            site.clone(),
            format!("{site}/"),
            format!("  {site}/ \n"),
            format!("{site}/wp-admin/"),
            format!("{site}/wp-login.php"),
            format!("{site}/wp-json/"),
            format!("{site}/index.php"),
            format!("{site}/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys"),
            format!("{site}/#top"),
        ] {
            let found = recognise(&stage, &typed).await.unwrap();
            assert_eq!(found.url.as_str(), site, "{typed}");
        }
    }
}

#[tokio::test]
async fn versions_and_permalinks_are_told() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        for (options, permalinks) in [
            (behind_pretty(flavour), Permalinks::Pretty),
            (behind_plain(flavour), Permalinks::Plain),
        ] {
            let stage = ShopStage::start_with(options).await;
            let facts = stage.recognised().await.facts;
            assert_eq!(facts.permalinks, permalinks);
            assert_eq!(facts.wordpress.as_deref(), Some(flavour.wordpress()));
            assert_eq!(facts.woocommerce.as_deref(), Some(flavour.woocommerce()));
        }
    }
}

#[tokio::test]
async fn a_site_whose_server_refuses_head_is_found_all_the_same() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.blocked_methods = vec!["HEAD".to_owned()]);
        assert_eq!(stage.recognised().await.url, stage.url);
    }
}

#[tokio::test]
async fn wordpress_without_woocommerce_is_called_that() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.woocommerce_off = true);
        let refused = recognise(&stage, stage.url.as_str()).await;
        assert!(matches!(refused, Err(Error::NotWooCommerce)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_shut_rest_api_is_called_that() {
    for (guard, expected) in [(RestGuard::Code, 401), (RestGuard::Html, 403)] {
        for kind in every_kind() {
            let stage = ShopStage::start_with(kind).await;
            stage.switch(|mode| mode.rest_guard = Some(guard));
            let refused = recognise(&stage, stage.url.as_str()).await;
            let Err(Error::RestClosed { status }) = refused else {
                panic!("{guard:?}: {refused:?}");
            };
            assert_eq!(status, expected);
        }
    }
}

#[tokio::test]
async fn what_is_no_wordpress_is_called_that() {
    let stage = ShopStage::start().await;
    stage.shop.add_fault(Fault::everywhere(FaultKind::Website));
    let refused = recognise(&stage, stage.url.as_str()).await;
    assert!(
        matches!(refused, Err(Error::NotWordPress(_))),
        "{refused:?}"
    );
    let co_op = Stage::start_small().await;
    let refused = recognise(&stage, co_op.url.as_str()).await;
    let Err(Error::NotWordPress(found)) = refused else {
        panic!("{refused:?}");
    };
    assert!(!matches!(found, Found::OtherServer), "{found:?}");
}

#[tokio::test]
async fn a_site_that_moved_tells_where_to() {
    let stage = ShopStage::start().await;
    let to = "https://www.shop.example".to_owned();
    let moved = FaultKind::Redirect { to };
    stage.shop.add_fault(Fault::everywhere(moved));
    let refused = recognise(&stage, stage.url.as_str()).await;
    let Err(Error::Redirected { to }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(to.trim_end_matches('/'), "https://www.shop.example");
}

#[tokio::test]
async fn a_site_that_is_down_or_away_is_told_from_a_wrong_one() {
    let mut stage = ShopStage::start().await;
    stage.spoil("HEAD", "/", FaultKind::ServerError);
    stage.spoil("GET", "/", FaultKind::ServerError);
    let refused = recognise(&stage, stage.url.as_str()).await;
    assert!(
        matches!(refused, Err(Error::ServerError { status: 500, .. })),
        "{refused:?}"
    );
    stage.close().await;
    let refused = recognise(&stage, stage.url.as_str()).await;
    assert!(
        refused.as_ref().is_err_and(Error::is_offline),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_is_not_skipped() {
    let stage = ShopStage::start().await;
    let network = woocommerce::Network::new().unwrap();
    let refused = woocommerce::recognise(stage.url.as_str(), None, &network).await;
    let Err(Error::Network { cause, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert!(
        matches!(cause, woocommerce::NetworkCause::Certificate(_)),
        "{cause:?}"
    );
    assert_eq!(stage.asked(), 0);
}

#[tokio::test]
async fn a_site_that_believes_in_another_address_gets_no_password_here() {
    for home in ["https://shop.example", "http://shop.example"] {
        let stage = ShopStage::start_with(practice::ShopOptions {
            home: Some(home.to_owned()),
            ..behind_pretty(Flavour::A)
        })
        .await;
        let told = recognise(&stage, stage.url.as_str()).await;
        match told {
            Err(Error::Redirected { to }) => assert!(to.starts_with(home), "{to}"),
            Err(Error::PlainHttp) => assert!(home.starts_with("http:")),
            other => panic!("{home}: {other:?}"),
        }
        assert_eq!(stage.posts("/wp-login.php"), 0);
    }
}
