//! Checking a key and what it may do, row by row (contract 7.1, 7.3, 7.5).

use super::shop_stage::{ANNE, CARLA, Pair, ShopStage, behind_plain, behind_pretty, every_kind};
use keys::{Permalinks, Permission};
use practice::{Fault, FaultKind, Permission as AtShop, RestGuard, ShopAct, ShopOptions};
use woocommerce::{Error, PairCheck, RootAnswer, RouteAnswer, Walk};

/// Bruno, who was deleted.
const BRUNO: i64 = 5;

async fn check(stage: &ShopStage, pair: &Pair) -> Result<PairCheck, Error> {
    let permalinks = stage.recognised().await.facts.permalinks;
    check_behind(stage, permalinks, pair).await
}

async fn check_behind(
    stage: &ShopStage,
    permalinks: Permalinks,
    pair: &Pair,
) -> Result<PairCheck, Error> {
    let (key, secret) = (pair.identifier(), pair.secret());
    woocommerce::check_pair(&stage.url, permalinks, &key, &secret, &stage.network).await
}

async fn walk(stage: &ShopStage, permalinks: Permalinks, pair: &Pair) -> Walk {
    let (key, secret) = (pair.identifier(), pair.secret());
    woocommerce::walk(&stage.url, permalinks, &key, &secret, &stage.network).await
}

/// Every flavour and language behind both kinds of permalinks.
fn behind_both() -> Vec<ShopOptions> {
    let mut kinds = Vec::new();
    for kind in every_kind() {
        for options in [behind_pretty(kind.flavour), behind_plain(kind.flavour)] {
            kinds.push(ShopOptions {
                language: kind.language,
                ..options
            });
        }
    }
    kinds
}

/// Makes sure of what a check finds, with plain permalinks as what it would be otherwise.
async fn assert_found(stage: &ShopStage, pair: &Pair, expected: PairCheck, row: &str) {
    let found = check(stage, pair).await.unwrap();
    match stage.recognised().await.facts.permalinks {
        Permalinks::Pretty => assert_eq!(found, expected, "{row}"),
        Permalinks::Plain => assert_eq!(
            found,
            PairCheck::PlainPermalinks {
                otherwise: Box::new(expected)
            },
            "{row}"
        ),
    }
}

#[tokio::test]
async fn each_row_of_the_check_is_told() {
    for kind in behind_both() {
        let stage = ShopStage::start_with(kind).await;
        for (at_shop, permission) in [
            (AtShop::Read, Permission::Read),
            (AtShop::Write, Permission::Write),
            (AtShop::ReadWrite, Permission::ReadWrite),
        ] {
            let pair = stage.pair(ANNE, at_shop);
            let accepted = PairCheck::Accepted(permission);
            assert_found(&stage, &pair, accepted, permission.as_value()).await;
            let wrong = Pair {
                secret: format!("cs_{}", "0".repeat(40)),
                ..pair.clone()
            };
            assert_found(&stage, &wrong, PairCheck::SecretRefused, "wrong secret").await;
            let swapped = Pair {
                key: pair.secret.clone(),
                secret: pair.key.clone(),
            };
            assert_found(&stage, &swapped, PairCheck::NotRecognised, "swapped").await;
        }
        let unknown = Pair {
            key: format!("ck_{}", "0".repeat(40)),
            secret: format!("cs_{}", "0".repeat(40)),
        };
        assert_found(&stage, &unknown, PairCheck::NotRecognised, "unknown").await;
        let revoked = stage.pair(ANNE, AtShop::ReadWrite);
        stage.act(&ShopAct::RevokeNewest);
        assert_found(&stage, &revoked, PairCheck::NotRecognised, "revoked").await;
        let ownerless = stage.pair(BRUNO, AtShop::ReadWrite);
        assert_found(&stage, &ownerless, PairCheck::NotRecognised, "no owner").await;
        let customers = stage.pair(CARLA, AtShop::ReadWrite);
        let lacks = PairCheck::OwnerLacksRight;
        assert_found(&stage, &customers, lacks, "a customer's").await;
        let good = stage.pair(ANNE, AtShop::ReadWrite);
        stage.switch(|mode| mode.strips_authorization = true);
        assert_found(&stage, &good, PairCheck::NotRecognised, "stripped").await;
        stage.switch(|mode| {
            mode.strips_authorization = false;
            mode.tls_ends_in_front = true;
        });
        assert_found(&stage, &good, PairCheck::NotRecognised, "https hidden").await;
    }
}

#[tokio::test]
async fn a_key_is_sent_to_two_routes_of_woocommerce_and_nowhere_else() {
    for kind in behind_both() {
        let stage = ShopStage::start_with(kind).await;
        stage.switch(|mode| mode.application_passwords_used = true);
        let pair = stage.pair(ANNE, AtShop::ReadWrite);
        let asked = stage.asked();
        assert_found(
            &stage,
            &pair,
            PairCheck::Accepted(Permission::ReadWrite),
            "good",
        )
        .await;
        let mut carried = stage.since(asked);
        carried.retain(|asked| asked.consumer_key);
        for asked in &carried {
            assert_eq!(asked.scheme, "https");
            assert_eq!(asked.authorization.as_deref(), Some("Basic"));
            assert!(asked.path.contains("wc/v3"), "{}", asked.path);
        }
        let count = |method: &str| {
            carried
                .iter()
                .filter(|asked| asked.method == method)
                .count()
        };
        assert!((1..=2).contains(&count("GET")), "{carried:#?}");
        assert!((1..=2).contains(&count("POST")), "{carried:#?}");
    }
}

#[tokio::test]
async fn an_accepted_check_moves_the_last_access_and_a_refused_one_does_not() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        for permission in [AtShop::Read, AtShop::Write, AtShop::ReadWrite] {
            let pair = stage.pair(ANNE, permission);
            let id = stage.live()[0].id;
            let wrong = Pair {
                secret: format!("cs_{}", "0".repeat(40)),
                ..pair.clone()
            };
            check(&stage, &wrong).await.unwrap();
            assert_eq!(stage.key(id).last_access, None);
            check(&stage, &pair).await.unwrap();
            assert!(stage.key(id).last_access.is_some(), "{permission:?}");
        }
        // Behind plain permalinks it is not recorded.
        let stage = ShopStage::start_with(behind_plain(kind.flavour)).await;
        let pair = stage.pair(ANNE, AtShop::ReadWrite);
        check(&stage, &pair).await.unwrap();
        assert_eq!(stage.live()[0].last_access, None);
    }
}

#[tokio::test]
async fn permalinks_that_changed_since_are_told() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        let pair = stage.pair(ANNE, AtShop::Read);
        let permalinks = practice::Permalinks::Plain;
        stage.act(&ShopAct::SetPermalinks { permalinks });
        let accepted = PairCheck::Accepted(Permission::Read);
        let expected = PairCheck::PlainPermalinks {
            otherwise: Box::new(accepted.clone()),
        };
        let found = check_behind(&stage, Permalinks::Pretty, &pair).await;
        assert_eq!(found.unwrap(), expected);
        let permalinks = practice::Permalinks::Pretty;
        stage.act(&ShopAct::SetPermalinks { permalinks });
        let found = check_behind(&stage, Permalinks::Plain, &pair).await;
        assert_eq!(found.unwrap(), accepted, "the owner chose others");
    }
}

#[tokio::test]
async fn what_stands_between_is_told_from_a_refusal() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        let pair = stage.pair(ANNE, AtShop::ReadWrite);
        let found = async || check_behind(&stage, Permalinks::Pretty, &pair).await;
        for (guard, expected) in [(RestGuard::Code, 401), (RestGuard::Html, 403)] {
            stage.switch(|mode| mode.rest_guard = Some(guard));
            match found().await {
                Ok(PairCheck::RestClosed { status }) => assert_eq!(status, expected),
                other => panic!("{guard:?}: {other:?}"),
            }
        }
        stage.switch(|mode| {
            mode.rest_guard = None;
            mode.woocommerce_off = true;
        });
        assert_eq!(found().await.unwrap(), PairCheck::NotWooCommerce);
        stage.switch(|mode| {
            mode.woocommerce_off = false;
            mode.blocked_methods = vec!["POST".to_owned()];
        });
        // Reading is proved, writing cannot be told: nothing is invented.
        let told = found().await;
        assert!(!matches!(told, Ok(PairCheck::Accepted(_))), "{told:?}");
        stage.switch(|mode| mode.blocked_methods.clear());
        for fault in [
            FaultKind::ServerError,
            FaultKind::Status { status: 503 },
            FaultKind::CutBeforeWork,
        ] {
            stage
                .shop
                .add_fault(Fault::on(&stage.path("/wp-json/wc/"), fault.clone()));
            let told = found().await;
            assert!(told.is_err(), "{fault:?}: {told:?}");
            stage.shop.clear_faults();
        }
    }
}

#[tokio::test]
async fn a_key_in_the_address_tells_a_stripped_header_from_hidden_https() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        stage.agree_to_address();
        let pair = stage.pair(ANNE, AtShop::ReadWrite);
        let ask = async |pair: &Pair| {
            let (key, secret) = (pair.identifier(), pair.secret());
            woocommerce::ask_in_address(&stage.url, &key, &secret, &stage.network)
                .await
                .unwrap()
        };
        assert!(ask(&pair).await);
        stage.switch(|mode| mode.strips_authorization = true);
        assert!(ask(&pair).await);
        stage.switch(|mode| {
            mode.strips_authorization = false;
            mode.tls_ends_in_front = true;
        });
        assert!(!ask(&pair).await);
        stage.switch(|mode| mode.tls_ends_in_front = false);
        stage.act(&ShopAct::RevokeNewest);
        assert!(!ask(&pair).await);
        assert!(ask(&stage.pair(CARLA, AtShop::Write)).await, "recognised");
    }
}

#[tokio::test]
async fn the_walk_notes_what_a_doctor_needs() {
    for kind in behind_both() {
        let stage = ShopStage::start_with(kind).await;
        let pair = stage.pair(ANNE, AtShop::Read);
        let permalinks = stage.recognised().await.facts.permalinks;
        let noted = walk(&stage, permalinks, &pair).await;
        let RootAnswer::Recognised {
            has_woocommerce,
            permalinks: found,
            ..
        } = noted.root
        else {
            panic!("{noted:?}");
        };
        assert!(has_woocommerce);
        assert_eq!(found, permalinks);
        let (read, write) = match permalinks {
            Permalinks::Pretty => (noted.read, noted.write),
            Permalinks::Plain => (noted.read_behind_plain, noted.write_behind_plain),
        };
        let status = |answer: Option<RouteAnswer>| match answer {
            Some(RouteAnswer::Json { status, code }) => (status, code.unwrap_or_default()),
            other => panic!("{other:?}"),
        };
        assert_eq!(status(read), (200, String::new()));
        let refused = "woocommerce_rest_authentication_error".to_owned();
        assert_eq!(status(write), (401, refused));
    }
}

#[tokio::test]
async fn https_that_a_proxy_hides_is_proved_by_a_signature() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        let pair = stage.pair(ANNE, AtShop::ReadWrite);
        stage.switch(|mode| mode.tls_ends_in_front = true);
        let noted = walk(&stage, Permalinks::Pretty, &pair).await;
        let Some(RouteAnswer::Json { status: 200, .. }) = noted.signed_for_http else {
            panic!("{noted:?}");
        };
        // Where only the header is lost, the signature proves nothing.
        stage.switch(|mode| {
            mode.tls_ends_in_front = false;
            mode.strips_authorization = true;
        });
        let noted = walk(&stage, Permalinks::Pretty, &pair).await;
        let is_accepted = matches!(
            noted.signed_for_http,
            Some(RouteAnswer::Json { status: 200, .. })
        );
        assert!(!is_accepted, "{noted:?}");
    }
}
