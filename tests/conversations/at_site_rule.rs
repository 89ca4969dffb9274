//! No consumer key goes to the index, to a route that is not WooCommerce's or over plain http; and
//! into an address only after a person agreed. Every shop stage looks at it when it is dropped; here
//! is a whole working day, and the proof that a breach would be seen.

use super::shop_curl::ShopCurl;
use super::shop_stage::{ANNE, Pair, ShopStage, every_flavour, every_kind};
use super::site_desk::{SHOP, SiteDesk};
use keys::{Channel, Permission, Platform, SheetLanguage};
use operations::{EnteredValues, SheetFor};
use practice::{Permission as AtShop, RestGuard, ShopAct};

/// What an operator switches.
type Change = fn(&mut practice::ShopMode);

/// Everything one does with a key, in a shop in whatever state.
async fn ask_all(stage: &ShopStage, desk: &SiteDesk, key: keys::KeyId, pair: &Pair) {
    let _ = desk.check(key).await;
    let _ = operations::diagnose_key(&desk.context, key).await;
    for base in [
        stage.url.as_str().to_owned(),
        stage.plain.as_str().to_owned(),
        format!("{}/wp-json/", stage.url.as_str()),
        stage.url.origin().to_owned(),
    ] {
        let entered = EnteredValues {
            base_url: base,
            identifier: pair.key.clone(),
            secret: pair.secret(),
        };
        let _ = operations::diagnose_values(&desk.context, entered).await;
    }
}

#[tokio::test]
async fn a_whole_day_sends_keys_to_their_own_routes_alone() {
    for kind in every_flavour() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let context = &desk.context;
        let mut made = Vec::new();
        for permission in Permission::ALL {
            made.push(desk.create(on, "Lavande", permission).await.unwrap().key);
        }
        let pair = stage.pair(ANNE, AtShop::ReadWrite);
        let pasted = desk.paste(on, "Pasted", &pair, false).await.unwrap().0.key;
        ask_all(&stage, &desk, pasted, &pair).await;
        let changes: [Change; 6] = [
            |mode| mode.strips_authorization = true,
            |mode| mode.tls_ends_in_front = true,
            |mode| mode.rest_guard = Some(RestGuard::Code),
            |mode| mode.rest_guard = Some(RestGuard::Html),
            |mode| mode.woocommerce_off = true,
            |mode| mode.application_passwords_used = true,
        ];
        let usual = stage.shop.mode().unwrap();
        for change in changes {
            stage.switch(change);
            ask_all(&stage, &desk, pasted, &pair).await;
            stage.shop.set_mode(&usual).unwrap();
        }
        desk.connect(&stage, "anne").await;
        let rotation = operations::begin_rotation(context, made[0]).unwrap();
        let second = operations::make_rotation_key(context, rotation, "Lavande 2", &[]).await;
        let sheet = SheetFor {
            key: second.unwrap().key,
            platform: Platform::Api,
            language: SheetLanguage::De,
        };
        operations::record_handover(context, sheet, "Ada", Channel::Copied)
            .await
            .unwrap();
        stage.act(&ShopAct::RevokeNewest);
        desk.refresh(on).await.unwrap();
        operations::edit_consumer_key(context, made[1], "Other", Permission::Read)
            .await
            .unwrap();
        operations::revoke_keys(context, &made, SHOP).await.unwrap();
        ask_all(&stage, &desk, made[2], &pair).await;
        assert!(stage.breaches().is_empty(), "{:#?}", stage.breaches());
        let history = stage.shop.history();
        let carried = history.iter().filter(|asked| asked.consumer_key).count();
        assert!(carried > 20, "a day of {carried} requests with a key");
        assert!(history.len() < 1000, "what is older would be forgotten");
        stage.agree_to_address();
        let _ = operations::ask_in_address(context, pasted).await;
        operations::sign_out(context, on).await.unwrap();
        operations::disconnect(context, on, SHOP).await.unwrap();
    }
}

#[tokio::test]
async fn a_breach_would_be_seen() {
    let ways: [(&str, bool, bool); 7] = [
        ("/wp-json/?_fields=name", false, true),
        ("/wp-json/wp/v2/users/me", false, true),
        ("/?rest_route=/", false, true),
        ("/?rest_route=/wp/v2/posts&_=wp-json/wc/", false, true),
        ("/wp-admin/", false, true),
        ("/wp-json/wc/v3/data", true, true),
        ("/wp-json/wc/v3/data", false, false),
    ];
    for kind in every_kind() {
        for (path, over_http, is_breach) in ways {
            let stage = ShopStage::start_with(kind.clone()).await;
            stage.watch_nobody();
            let pair = stage.pair(ANNE, AtShop::Read);
            let mut curl = if over_http {
                ShopCurl::plain(&stage)
            } else {
                ShopCurl::new(&stage)
            };
            curl.basic("GET", path, &pair).await;
            assert_eq!(!stage.breaches().is_empty(), is_breach, "{path}");
        }
        let stage = ShopStage::start_with(kind).await;
        stage.watch_nobody();
        let pair = stage.pair(ANNE, AtShop::Read);
        let halves = format!("consumer_key={}&consumer_secret={}", pair.key, pair.secret);
        let path = format!("/wp-json/wc/v3/data?{halves}");
        ShopCurl::new(&stage).get(&path).await;
        assert_eq!(stage.breaches().len(), 1, "in an address");
        stage.agree_to_address();
        assert!(stage.breaches().is_empty());
        let path = format!("/wp-json/?{halves}");
        ShopCurl::new(&stage).get(&path).await;
        assert_eq!(stage.breaches().len(), 1, "agreed to, and yet not there");
    }
}
