//! Checking a key with two requests (contract 7.5), and its last access.

use practice::{Flavour, Permalinks, Permission, ShopAct, ShopOptions};
use reqwest::Method;
use reqwest::header::AUTHORIZATION;

use super::browser::{Browser, Reply};
use super::running::{Pair, Running};

const READ: &str = "/wp-json/wc/v3/data?_fields=slug";
const WRITE: &str = "/wp-json/wc/v3";

const ERROR: &str = "woocommerce_rest_authentication_error";
const CANNOT_VIEW: &str = "woocommerce_rest_cannot_view";
const NO_ROUTE: &str = "rest_no_route";

/// What reading and writing say.
type Outcomes = [(u16, String); 2];

/// Status and code; the code is empty when the answer is good.
fn outcome(reply: &Reply) -> (u16, String) {
    assert!(reply.challenge.is_none());
    match reply.status {
        200 => {
            assert_eq!(reply.text.len(), 66, "{}", reply.text);
            (200, String::new())
        }
        status => (status, reply.code()),
    }
}

async fn check(browser: &mut Browser, pair: &Pair, targets: [&str; 2]) -> Outcomes {
    let read = browser.call(Method::GET, targets[0], pair).await;
    let write = browser.call(Method::POST, targets[1], pair).await;
    [outcome(&read), outcome(&write)]
}

fn expect(read: (u16, &str), write: (u16, &str)) -> Outcomes {
    [read, write].map(|(status, code)| (status, code.to_owned()))
}

/// Every kind of pair with what both requests say.
fn matrix(running: &Running) -> Vec<(&'static str, Pair, Outcomes)> {
    let both = running.pair(1, Permission::ReadWrite);
    let wrong = (both.0.clone(), "cs_wrong".to_owned());
    let unknown = ("ck_unknown".to_owned(), both.1.clone());
    let swapped = (both.1.clone(), both.0.clone());
    let empty = (both.0.clone(), String::new());
    let upper = (both.0.to_uppercase(), both.1.clone());
    let nobody = expect((401, CANNOT_VIEW), (404, NO_ROUTE));
    let ownerless = running.pair(4711, Permission::ReadWrite);
    let revoked = running.pair(1, Permission::ReadWrite);
    running.shop.act(&ShopAct::RevokeNewest).unwrap();
    vec![
        ("both", both, expect((200, ""), (404, NO_ROUTE))),
        (
            "read",
            running.pair(1, Permission::Read),
            expect((200, ""), (401, ERROR)),
        ),
        (
            "write",
            running.pair(1, Permission::Write),
            expect((401, ERROR), (404, NO_ROUTE)),
        ),
        ("wrong secret", wrong, expect((401, ERROR), (401, ERROR))),
        ("unknown", unknown, nobody.clone()),
        ("swapped", swapped, nobody.clone()),
        ("empty secret", empty, nobody.clone()),
        ("upper case", upper, nobody.clone()),
        ("revoked", revoked, nobody.clone()),
        ("owner does not exist", ownerless, nobody),
        (
            "customer",
            running.pair(4, Permission::ReadWrite),
            expect((403, CANNOT_VIEW), (404, NO_ROUTE)),
        ),
        (
            "shop manager",
            running.pair(2, Permission::ReadWrite),
            expect((200, ""), (404, NO_ROUTE)),
        ),
    ]
}

#[tokio::test]
async fn matrix_over_https_with_pretty_permalinks() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let running = Running::start_with(ShopOptions {
            permalinks: Some(Permalinks::Pretty),
            ..ShopOptions::of(flavour)
        })
        .await;
        for (name, pair, expected) in matrix(&running) {
            let found = check(&mut running.browser(), &pair, [READ, WRITE]).await;
            assert_eq!(found, expected, "{name} at {flavour:?}");
        }
    }
}

#[tokio::test]
async fn over_plain_http_every_key_is_as_if_it_were_absent() {
    let running = Running::start().await;
    for (name, pair, _) in matrix(&running) {
        let found = check(&mut running.plain_browser(), &pair, [READ, WRITE]).await;
        assert_eq!(found, expect((401, CANNOT_VIEW), (404, NO_ROUTE)), "{name}");
    }
}

#[tokio::test]
async fn plain_permalinks_do_not_recognise_keys_unless_the_text_is_in_the_address() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let running = Running::start_with(ShopOptions {
            permalinks: Some(Permalinks::Plain),
            ..ShopOptions::of(flavour)
        })
        .await;
        let mut browser = running.browser();
        for (name, pair, expected) in matrix(&running) {
            let bare = [
                "/?rest_route=/wc/v3/data&_fields=slug",
                "/?rest_route=/wc/v3",
            ];
            let nobody = expect((401, CANNOT_VIEW), (404, NO_ROUTE));
            assert_eq!(check(&mut browser, &pair, bare).await, nobody, "{name}");
            let encoded = bare.map(|target| format!("{target}&_=wp-json%2Fwc%2F"));
            let encoded = [encoded[0].as_str(), encoded[1].as_str()];
            assert_eq!(check(&mut browser, &pair, encoded).await, nobody, "{name}");
            let before = running.shop.keys().unwrap();
            let dummy = bare.map(|target| format!("{target}&_=wp-json/wc/"));
            let dummy = [dummy[0].as_str(), dummy[1].as_str()];
            assert_eq!(check(&mut browser, &pair, dummy).await, expected, "{name}");
            assert_eq!(running.shop.keys().unwrap(), before, "no last access");
            for method in [Method::GET, Method::POST] {
                let reply = browser.call(method, "/wp-json/wc/v3/data/", &pair).await;
                assert!(
                    reply.status == 200 && reply.kind.starts_with("text/html"),
                    "{name}"
                );
            }
        }
    }
}

#[tokio::test]
async fn credentials_in_the_query_count_over_https_only() {
    let running = Running::start().await;
    let (key, secret) = running.pair(1, Permission::Read);
    let target = format!("{READ}&consumer_key={key}&consumer_secret={secret}");
    assert_eq!(running.browser().get(&target).await.status, 200);
    let reply = running.plain_browser().get(&target).await;
    assert_eq!((reply.status, reply.code().as_str()), (401, CANNOT_VIEW));
    let half = format!("{READ}&consumer_key={key}");
    let reply = running
        .browser()
        .call(Method::GET, &half, &(key.clone(), secret))
        .await;
    assert_eq!(
        reply.status, 200,
        "Basic counts when the query has only half"
    );
    let target = format!("{READ}&consumer_key=%20{key}%20&consumer_secret=wrong");
    assert_eq!(running.browser().get(&target).await.code(), ERROR);
}

#[tokio::test]
async fn spaces_around_a_key_and_cookies_beside_it_do_no_harm() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::Read);
    let spaced = (format!("  {} ", pair.0), pair.1.clone());
    assert_eq!(
        running
            .browser()
            .call(Method::GET, READ, &spaced)
            .await
            .status,
        200
    );
    let mut signed_in = running.signed_in("carla").await;
    assert_eq!(signed_in.call(Method::GET, READ, &pair).await.status, 200);
    assert_eq!(
        signed_in.get(READ).await.code(),
        CANNOT_VIEW,
        "cookies without a nonce"
    );
}

#[tokio::test]
async fn other_cheap_reads_work_and_the_batch_changes_nothing() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut browser = running.browser();
    let reply = browser
        .call(
            Method::GET,
            "/wp-json/wc/v3/orders?per_page=1&_fields=id",
            &pair,
        )
        .await;
    assert_eq!(reply.json(), serde_json::json!([{"id": 3}]));
    assert_eq!(reply.total.as_deref(), Some("3"));
    for target in ["data/currencies/current", "products?per_page=1&_fields=id"] {
        let target = format!("/wp-json/wc/v3/{target}");
        assert_eq!(browser.call(Method::GET, &target, &pair).await.status, 200);
    }
    let reply = browser
        .call(Method::POST, "/wp-json/wc/v3/products/batch", &pair)
        .await;
    assert_eq!((reply.status, reply.text.as_str()), (200, "[]"));
    let head = browser.call(Method::HEAD, READ, &pair).await;
    assert_eq!((head.status, head.text.as_str()), (200, ""));
}

fn last_access(running: &Running) -> Option<i64> {
    running.shop.keys().unwrap().pop().unwrap().last_access
}

#[tokio::test]
async fn last_access_moves_with_accepted_requests_only() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let pair = running.pair(1, Permission::Write);
    browser.call(Method::GET, READ, &pair).await;
    let wrong = (pair.0.clone(), "cs_wrong".to_owned());
    browser.call(Method::POST, WRITE, &wrong).await;
    assert_eq!(last_access(&running), None, "refused requests");
    let reply = browser.call(Method::OPTIONS, READ, &pair).await;
    assert_eq!(reply.status, 200);
    let first = last_access(&running).unwrap();
    running
        .shop
        .advance_clock(std::time::Duration::from_mins(1));
    assert_eq!(browser.call(Method::POST, WRITE, &pair).await.status, 404);
    assert!(
        last_access(&running).unwrap() >= first + 60_000,
        "even one that ends in 404"
    );
}

#[tokio::test]
async fn stripped_header_looks_like_no_credentials() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut mode = running.shop.mode().unwrap();
    mode.strips_authorization = true;
    running.shop.set_mode(&mode).unwrap();
    let nobody = expect((401, CANNOT_VIEW), (404, NO_ROUTE));
    assert_eq!(
        check(&mut running.browser(), &pair, [READ, WRITE]).await,
        nobody
    );
    let query = format!("{READ}&consumer_key={}&consumer_secret={}", pair.0, pair.1);
    assert_eq!(running.browser().get(&query).await.status, 200);
}

#[tokio::test]
async fn tls_that_ends_in_front_is_plain_http_to_php() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut mode = running.shop.mode().unwrap();
    mode.tls_ends_in_front = true;
    running.shop.set_mode(&mode).unwrap();
    let mut browser = running.browser();
    let nobody = expect((401, CANNOT_VIEW), (404, NO_ROUTE));
    assert_eq!(check(&mut browser, &pair, [READ, WRITE]).await, nobody);
    let request = browser
        .request(Method::GET, READ)
        .basic_auth(&pair.0, Some(&pair.1))
        .header("x-forwarded-proto", "https");
    assert_eq!(
        browser.send(request).await.unwrap().status,
        401,
        "the header changes nothing"
    );
    let index = browser.get("/wp-json/?_fields=authentication").await.json();
    assert_eq!(index["authentication"], serde_json::json!([]));
    assert_eq!(
        browser.sign_in("anne").await.status,
        302,
        "signing in still works"
    );
    assert_eq!(browser.get(super::browser::KEYS).await.status, 200);
}

#[tokio::test]
async fn key_at_the_index_is_harmless_until_application_passwords_are_used() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut browser = running.browser();
    let targets = ["/wp-json/?_fields=name", "/wp-json/wp/v2/posts"];
    for target in targets {
        assert_eq!(browser.call(Method::GET, target, &pair).await.status, 200);
    }
    assert_eq!(last_access(&running), None, "no key is looked at there");
    let mut mode = running.shop.mode().unwrap();
    mode.application_passwords_used = true;
    running.shop.set_mode(&mode).unwrap();
    for target in targets {
        let reply = browser.call(Method::GET, target, &pair).await;
        assert_eq!(
            (reply.status, reply.code().as_str()),
            (401, "invalid_username"),
            "{target}"
        );
        let plain = running
            .plain_browser()
            .call(Method::GET, target, &pair)
            .await;
        assert_eq!(plain.status, 200, "nobody looks over plain http");
    }
    let found = check(&mut browser, &pair, [READ, WRITE]).await;
    assert_eq!(found, expect((200, ""), (404, NO_ROUTE)));
    let unknown = ("ck_unknown".to_owned(), "cs_unknown".to_owned());
    let found = check(&mut browser, &unknown, [READ, WRITE]).await;
    assert_eq!(found, expect((401, CANNOT_VIEW), (404, NO_ROUTE)));
}

#[tokio::test]
async fn other_namespaces_of_the_shop_look_at_keys_too() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::Write);
    let mut browser = running.browser();
    for namespace in ["wc/v1", "wc/v2", "wc/v3", "wc-admin", "wc-analytics"] {
        let target = format!("/wp-json/{namespace}?_fields=namespace");
        // Only names with a slash behind hold the text that the server looks for.
        let reply = browser.call(Method::GET, &target, &pair).await;
        assert_eq!(
            (reply.status, reply.code().as_str()),
            (401, ERROR),
            "{namespace}"
        );
        assert_eq!(
            browser.get(&target).await.status,
            200,
            "{namespace} is public"
        );
    }
    let request = browser
        .request(Method::GET, READ)
        .header(AUTHORIZATION, "Bearer abc");
    assert_eq!(browser.send(request).await.unwrap().code(), CANNOT_VIEW);
}
