//! Revoking one key and several (contract 8).

use practice::{Flavour, Permission, ShopOptions};
use reqwest::Method;

use super::browser::{Browser, KEYS, Reply};
use super::running::Running;

const FLAVOURS: [Flavour; 3] = [Flavour::A, Flavour::B, Flavour::C];

async fn link(browser: &mut Browser, id: i64) -> String {
    let page = browser.get(KEYS).await;
    page.attribute(
        &format!(r#"a.submitdelete[href*="revoke-key={id}&"]"#),
        "href",
    )
}

fn gone(running: &Running) -> Vec<i64> {
    let keys = running.shop.keys().unwrap().into_iter();
    keys.filter(|key| key.revoked).map(|key| key.id).collect()
}

#[track_caller]
fn is_refused(reply: &Reply, status: u16) {
    assert_eq!(
        (reply.status, reply.count(".wp-die-message")),
        (status, 1),
        "{}",
        reply.text
    );
}

#[tokio::test]
async fn link_of_the_row_revokes_and_the_key_is_dead_at_once() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions {
            permalinks: Some(practice::Permalinks::Pretty),
            ..ShopOptions::of(flavour)
        })
        .await;
        let pair = running.pair(1, Permission::ReadWrite);
        let mut admin = running.signed_in("anne").await;
        let link = link(&mut admin, 7).await;
        let reply = admin.get(&link).await;
        assert_eq!(reply.status, 302);
        assert_eq!(
            reply.location(),
            format!("{}{KEYS}&revoked=1", running.https)
        );
        let page = admin.get(reply.location()).await;
        assert!(page.text_of("div#message.updated").starts_with("1 "));
        assert_eq!(gone(&running), [7]);
        let reply = running
            .browser()
            .call(Method::GET, "/wp-json/wc/v3/data", &pair)
            .await;
        assert_eq!(
            (reply.status, reply.code().as_str()),
            (401, "woocommerce_rest_cannot_view")
        );
        is_refused(&admin.get(&link).await, 500);
    }
}

#[tokio::test]
async fn nonce_of_revoking_is_the_same_for_every_key_and_needed() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let link = link(&mut admin, 1).await;
    let (_, nonce) = link.rsplit_once('=').unwrap();
    let foreign = super::revoking::link(&mut running.signed_in("anne").await, 1).await;
    for bad in [
        format!("{KEYS}&revoke-key=1"),
        format!("{KEYS}&revoke-key=1&_wpnonce=0123456789"),
        foreign.strip_prefix(&running.https).unwrap().to_owned(),
    ] {
        is_refused(&admin.get(&bad).await, 403);
    }
    assert_eq!(gone(&running), [0_i64; 0]);
    let ajax = admin.form("&create-key=1").await.ajax_nonce();
    assert_ne!(ajax, nonce);
    let reply = admin
        .get(&format!("{KEYS}&revoke-key=3&_wpnonce={nonce}"))
        .await;
    assert_eq!((reply.status, gone(&running)), (302, vec![3]));
    let created = admin.create("New", "1", "read").await.json();
    let link = created["data"]["revoke_url"]
        .as_str()
        .unwrap()
        .replace("&#038;", "&");
    assert!(link.contains(nonce), "{link}");
}

#[tokio::test]
async fn not_theirs_not_there_and_nobodys_look_the_same() {
    for flavour in FLAVOURS {
        look_the_same(Running::start_with(ShopOptions::of(flavour)).await).await;
    }
}

async fn look_the_same(running: Running) {
    let nobodys = running
        .shop
        .make_key(0, "Nobody", Permission::Read)
        .unwrap();
    assert!(nobodys.0.starts_with("ck_"));
    let mut manager = running.signed_in("malik").await;
    let link = link(&mut manager, 3).await;
    let of = |id: i64| link.replace("revoke-key=3", &format!("revoke-key={id}"));
    is_refused(&manager.get(&of(2)).await, 500);
    is_refused(&manager.get(&of(4711)).await, 500);
    is_refused(&manager.get(&of(7)).await, 500);
    assert_eq!(gone(&running), [0_i64; 0]);
    assert_eq!(
        manager.get(&of(1)).await.status,
        302,
        "a deleted person's key"
    );
    assert_eq!(manager.get(&of(4)).await.status, 302, "a customer's key");
    assert_eq!(manager.get(&link).await.status, 302, "his own");
    manager.cookies.clear();
    assert!(
        manager
            .get(&of(3))
            .await
            .location()
            .contains("/wp-login.php?")
    );
}

/// The list's form with these keys ticked, and with the nonce at that place.
async fn bulk(browser: &mut Browser, ids: &[&str], place: usize) -> Reply {
    let page = browser.get(KEYS).await;
    let nonce = page.attributes(r#"input[name="_wpnonce"]"#, "value")[place].clone();
    let mut fields = vec![("action", "revoke"), ("_wpnonce", nonce.as_str())];
    fields.extend(ids.iter().map(|id| ("key[]", *id)));
    browser.post(KEYS, &fields).await
}

#[tokio::test]
async fn several_are_revoked_by_the_last_nonce_only() {
    for flavour in FLAVOURS {
        several_are_revoked(Running::start_with(ShopOptions::of(flavour)).await).await;
    }
}

async fn several_are_revoked(running: Running) {
    running
        .shop
        .make_key(0, "Nobody", Permission::Read)
        .unwrap();
    let mut admin = running.signed_in("anne").await;
    is_refused(&bulk(&mut admin, &["1", "2"], 0).await, 403);
    assert_eq!(gone(&running), [0_i64; 0]);
    let reply = bulk(&mut admin, &["1", "2", "7", "4711"], 1).await;
    assert_eq!((reply.status, gone(&running)), (302, vec![1, 2, 7]));
    assert_eq!(
        reply.location(),
        format!("{}{KEYS}&revoked=3", running.https)
    );
    let reply = bulk(&mut admin, &["1", "4711"], 1).await;
    assert!(reply.location().ends_with("&revoked=0"));
    let page = admin.get(reply.location()).await;
    assert!(page.text_of("div#message.updated").starts_with("0 "));
}

#[tokio::test]
async fn whole_form_as_a_browser_sends_it_is_taken() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let page = admin.get(KEYS).await;
    let fields: Vec<(String, String)> = page
        .each("form#mainform input[type=hidden]", |input| {
            let part = |name| input.attr(name).unwrap_or_default().to_owned();
            (part("name"), part("value"))
        })
        .into_iter()
        .chain(
            [("action", "revoke"), ("key[]", "5")]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        )
        .collect();
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let reply = admin.post(KEYS, &fields).await;
    assert_eq!((reply.status, gone(&running)), (302, vec![5]));
}

#[tokio::test]
async fn shop_manager_revokes_one_at_a_time() {
    let running = Running::start().await;
    let mut manager = running.signed_in("malik").await;
    is_refused(&bulk(&mut manager, &["3"], 1).await, 500);
    assert_eq!(gone(&running), [0_i64; 0]);
}
