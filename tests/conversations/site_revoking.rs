//! Revoking one key and several (contract 8).

use super::shop_curl::{KEYS, ShopCurl};
use super::shop_stage::{ANNE, ShopStage, every_flavour, every_kind};
use keys::{Permalinks, ServerAppId};
use practice::{Fault, FaultKind, Permission, ShopAct, ShopOptions};
use std::time::Duration;
use woocommerce::{Error, PairCheck, Revoked};

/// Where every page of the administration is.
const ADMIN: &str = "/wp-admin/admin.php";

/// How many pages of the administration are asked before the one that revokes.
async fn pages_before_revoking(kind: &ShopOptions) -> u32 {
    let stage = ShopStage::start_with(kind.clone()).await;
    let site = stage.signed_in("anne").await;
    let asked = stage.asked();
    site.revoke(ServerAppId(stage.live()[0].id)).await.unwrap();
    let asked = stage.since(asked);
    let before = asked
        .iter()
        .position(|asked| asked.path.contains("revoke-key"));
    u32::try_from(before.unwrap()).unwrap()
}

/// Spoils just the request that revokes.
async fn spoil(stage: &ShopStage, kind: &ShopOptions, fault: FaultKind<ShopAct>) {
    let skip = pages_before_revoking(kind).await;
    let fault = Fault::on(&stage.path(ADMIN), fault);
    stage.shop.add_fault(fault.after(skip).times(1));
}

#[tokio::test]
async fn a_revoked_key_is_dead_at_once() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let pair = stage.pair(ANNE, Permission::ReadWrite);
        let permalinks = stage.recognised().await.facts.permalinks;
        let check = async || {
            let (key, secret) = (pair.identifier(), pair.secret());
            let network = &stage.network;
            let found = woocommerce::check_pair(&stage.url, permalinks, &key, &secret, network);
            match found.await.unwrap() {
                PairCheck::PlainPermalinks { otherwise } => *otherwise,
                found => found,
            }
        };
        assert!(matches!(check().await, PairCheck::Accepted(_)));
        let site = stage.signed_in("anne").await;
        let id = ServerAppId(stage.live()[0].id);
        assert_eq!(site.revoke(id).await.unwrap(), Revoked::Done);
        assert_eq!(check().await, PairCheck::NotRecognised);
    }
}

#[tokio::test]
async fn a_key_that_somebody_else_revoked_is_already_gone() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind.clone()).await;
        let site = stage.signed_in("anne").await;
        let id = stage.live()[0].id;
        // Between the list and the link: the site answers as to one without the right.
        spoil(
            &stage,
            &kind,
            FaultKind::Act {
                act: ShopAct::RevokeKey { id },
            },
        )
        .await;
        assert_eq!(
            site.revoke(ServerAppId(id)).await.unwrap(),
            Revoked::AlreadyGone
        );
        let never = ServerAppId(99_999);
        assert_eq!(site.revoke(never).await.unwrap(), Revoked::AlreadyGone);
    }
}

#[tokio::test]
async fn an_old_nonce_is_renewed_once() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind.clone()).await;
        let site = stage.signed_in("anne").await;
        let id = ServerAppId(stage.live()[0].id);
        spoil(&stage, &kind, FaultKind::Delay { milliseconds: 200 }).await;
        let mut struck = stage.shop.subscribe_faults();
        let ageing = async {
            struck.changed().await.unwrap();
            stage.shop.advance_clock(Duration::from_hours(25));
        };
        let (revoked, ()) = tokio::join!(site.revoke(id), ageing);
        assert_eq!(revoked.unwrap(), Revoked::Done);
        assert!(stage.key(id.0).revoked);
    }
}

#[tokio::test]
async fn a_session_that_ends_meanwhile_revokes_nothing() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind.clone()).await;
        let site = stage.signed_in("anne").await;
        let id = ServerAppId(stage.live()[0].id);
        let ended = FaultKind::ExpireSession { remembered: true };
        spoil(&stage, &kind, ended).await;
        let refused = site.revoke(id).await;
        assert!(matches!(refused, Err(Error::SessionOver)), "{refused:?}");
        assert!(!stage.key(id.0).revoked);
    }
}

#[tokio::test]
async fn a_lost_reply_is_never_told_as_not_done() {
    for kind in every_flavour() {
        for (fault, done) in [
            (FaultKind::CutAfterWork, true),
            (FaultKind::CutBeforeWork, false),
            (FaultKind::ServerError, false),
            (FaultKind::Garbage, false),
        ] {
            let stage = ShopStage::start_with(kind.clone()).await;
            let site = stage.signed_in("anne").await;
            let id = ServerAppId(stage.live()[0].id);
            spoil(&stage, &kind, fault.clone()).await;
            let told = site.revoke(id).await;
            assert_eq!(stage.key(id.0).revoked, done, "{fault:?}");
            match told {
                Ok(_) => assert!(done, "{fault:?}"),
                Err(error) => assert!(error.outcome_unknown(), "{fault:?}: {error:?}"),
            }
        }
    }
}

#[tokio::test]
async fn several_go_in_one_request() {
    for kind in every_kind() {
        let kind = ShopOptions {
            keys: Some(33),
            ..kind
        };
        let stage = ShopStage::start_with(kind).await;
        let site = stage.signed_in("anne").await;
        let live = stage.live();
        // From both pages, and one that is not there.
        let there = [live[0].id, live[25].id, live[32].id].map(ServerAppId);
        let gone = ServerAppId(99_999);
        let mut became = site
            .revoke_many(&[there[0], gone, there[1], there[2]])
            .await
            .unwrap();
        became.sort_by_key(|(id, _)| *id);
        let mut expected: Vec<_> = there.iter().map(|id| (*id, Revoked::Done)).collect();
        expected.push((gone, Revoked::AlreadyGone));
        expected.sort_by_key(|(id, _)| *id);
        assert_eq!(became, expected);
        assert_eq!(stage.live().len(), 30);
        assert_eq!(stage.posts(ADMIN), 1);
    }
}

#[tokio::test]
async fn very_many_are_revoked_in_portions() {
    let stage = ShopStage::with_keys(130).await;
    let site = stage.signed_in("anne").await;
    let all: Vec<_> = stage.live().iter().map(|key| ServerAppId(key.id)).collect();
    let became = site.revoke_many(&all[..125]).await.unwrap();
    assert_eq!(became.len(), 125);
    assert!(became.iter().all(|(_, revoked)| *revoked == Revoked::Done));
    assert_eq!(stage.live().len(), 5);
}

#[tokio::test]
async fn a_key_of_nobody_can_be_revoked() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let nonce = curl.nonce().await;
        let fields = [
            ("description", "Odd"),
            ("user", "anne"),
            ("permissions", "read"),
        ];
        curl.ajax(&nonce, &fields).await;
        let key = stage.live().remove(0);
        assert_eq!(key.owner, 0);
        let site = stage.signed_in("anne").await;
        let rows = site.keys(&|_, _| {}).await.unwrap();
        assert!(rows[0].owner.is_gone(), "{:?}", rows[0]);
        let id = ServerAppId(key.id);
        assert_eq!(site.revoke(id).await.unwrap(), Revoked::Done);
        assert!(stage.key(key.id).revoked);
    }
}

/// The value of the last, or the first, field of that name.
fn nonces(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in page.split("name=\"_wpnonce\"").skip(1) {
        let value = part.split_once("value=\"").unwrap().1;
        found.push(value.split_once('"').unwrap().0.to_owned());
    }
    found
}

#[tokio::test]
async fn the_site_answers_each_way_to_revoke_as_observed() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let page = curl.get(KEYS).await;
        let live = stage.live();
        let id = live[0].id;
        let link = format!("revoke-key={id}&#038;_wpnonce=");
        let nonce = page.text.split_once(&link).unwrap().1[..10].to_owned();
        for wrong in ["", "&_wpnonce=0123456789"] {
            let path = format!("{KEYS}&revoke-key={id}{wrong}");
            let answer = curl.get(&path).await;
            assert_eq!(answer.status, 403, "{wrong}");
            assert!(answer.text.contains("wp-die-message"));
        }
        let stranger = format!("{KEYS}&revoke-key={id}&_wpnonce={nonce}");
        let answer = ShopCurl::new(&stage).get(&stranger).await;
        assert_eq!(answer.status, 302);
        assert!(answer.location.contains("wp-login.php"));
        let answer = curl.get(&stranger).await;
        assert_eq!(answer.status, 302);
        assert!(
            answer.location.ends_with("&revoked=1"),
            "{}",
            answer.location
        );
        let told = curl.get(&format!("{KEYS}&revoked=1")).await;
        assert!(told.text.contains("updated"));
        let answer = curl.get(&stranger).await;
        assert_eq!(answer.status, 500);
        assert!(answer.text.contains("wp-die-message"));
        // Several: of the two fields the last is the right one.
        let fields = nonces(&page.text);
        assert_eq!(fields.len(), 2);
        let [first, second] = [live[1].id, live[2].id].map(|id| id.to_string());
        let form = |nonce| {
            [
                ("action", "revoke"),
                ("key[]", &*first),
                ("key[]", &*second),
                ("_wpnonce", nonce),
            ]
        };
        let answer = curl.post(KEYS, &form(&fields[0])).await;
        assert_eq!(answer.status, 403);
        let answer = curl.post(KEYS, &form(&fields[1])).await;
        assert_eq!(answer.status, 302);
        assert!(
            answer.location.ends_with("&revoked=2"),
            "{}",
            answer.location
        );
        let answer = curl.post(KEYS, &form(&fields[1])).await;
        assert!(
            answer.location.ends_with("&revoked=0"),
            "{}",
            answer.location
        );
        assert_eq!(stage.live().len(), live.len() - 3);
    }
}

#[tokio::test]
async fn nothing_is_asked_for_where_no_key_is_there() {
    let stage = ShopStage::with_keys(0).await;
    let site = stage.signed_in("anne").await;
    let gone = ServerAppId(7);
    assert_eq!(site.revoke(gone).await.unwrap(), Revoked::AlreadyGone);
    let became = site.revoke_many(&[gone]).await.unwrap();
    assert_eq!(became, [(gone, Revoked::AlreadyGone)]);
    assert_eq!(stage.posts(ADMIN), 0);
    assert_eq!(
        stage.recognised().await.facts.permalinks,
        Permalinks::Pretty
    );
}
