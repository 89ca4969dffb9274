//! Errors of the REST API (contract 7.4), and other ways to be known there (contract 10).

use practice::{Flavour, Permission, ShopOptions};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;

use super::browser::{AJAX, Browser, KEYS, LOGIN, Reply};
use super::running::{Pair, Running};

const ORDERS: &str = "/wp-json/wc/v3/orders";

#[track_caller]
fn is_error(reply: &Reply, status: u16, code: &str) {
    let body = reply.json();
    assert_eq!((reply.status, reply.code().as_str()), (status, code));
    assert_eq!(body["data"]["status"], status);
    assert!(!body["message"].as_str().unwrap().is_empty());
    assert!(reply.challenge.is_none());
}

#[tokio::test]
async fn nobody_is_told_what_they_cannot_do() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let person = ("anne".to_owned(), "practice".to_owned());
    let order = format!("{ORDERS}/1");
    for (method, target, code) in [
        (Method::GET, ORDERS, "woocommerce_rest_cannot_view"),
        (Method::POST, ORDERS, "woocommerce_rest_cannot_create"),
        (Method::DELETE, &order, "woocommerce_rest_cannot_delete"),
    ] {
        let request = browser.request(method.clone(), target);
        is_error(&browser.send(request).await.unwrap(), 401, code);
        is_error(&browser.call(method, target, &person).await, 401, code);
    }
}

#[tokio::test]
async fn owner_without_the_right_gets_403() {
    let running = Running::start().await;
    let mut browser = running.browser();
    for owner in [3, 4] {
        let pair = running.pair(owner, Permission::ReadWrite);
        let reply = browser.call(Method::GET, ORDERS, &pair).await;
        is_error(&reply, 403, "woocommerce_rest_cannot_view");
        let reply = browser.call(Method::POST, ORDERS, &pair).await;
        is_error(&reply, 403, "woocommerce_rest_cannot_create");
    }
}

#[tokio::test]
async fn wrong_secret_and_missing_permission_share_a_code_even_on_public_routes() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let code = "woocommerce_rest_authentication_error";
    let read = running.pair(1, Permission::Read);
    let write = running.pair(1, Permission::Write);
    let wrong = (read.0.clone(), "cs_wrong".to_owned());
    let public = "/wp-json/wc/v3";
    is_error(&browser.call(Method::GET, public, &wrong).await, 401, code);
    is_error(&browser.call(Method::GET, public, &write).await, 401, code);
    is_error(
        &browser
            .call(Method::HEAD, public, &read)
            .await
            .or_get(&mut browser, public, &write)
            .await,
        401,
        code,
    );
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        let target = format!("{ORDERS}/1");
        is_error(&browser.call(method, &target, &read).await, 401, code);
    }
}

impl Reply {
    /// A HEAD has no body to judge, so the same is asked with GET by another key.
    async fn or_get(self, browser: &mut Browser, target: &str, pair: &Pair) -> Reply {
        assert_eq!((self.status, self.text.as_str()), (200, ""));
        let head = browser.call(Method::HEAD, target, pair).await;
        assert_eq!((head.status, head.text.as_str()), (401, ""));
        browser.call(Method::GET, target, pair).await
    }
}

#[tokio::test]
async fn what_is_not_there_and_what_makes_no_sense() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut browser = running.browser();
    for target in [
        "/wp-json/wc/v3/nothing",
        "/wp-json/wc/v4/orders",
        "/wp-json/nothing",
    ] {
        is_error(
            &browser.call(Method::GET, target, &pair).await,
            404,
            "rest_no_route",
        );
    }
    let reply = browser.call(Method::PUT, ORDERS, &pair).await;
    is_error(&reply, 404, "rest_no_route");
    let reply = browser
        .call(Method::GET, &format!("{ORDERS}/4711"), &pair)
        .await;
    is_error(&reply, 404, "woocommerce_rest_shop_order_invalid_id");
    for bad in ["per_page=many", "per_page=0", "page=-1"] {
        let reply = browser
            .call(Method::GET, &format!("{ORDERS}?{bad}"), &pair)
            .await;
        is_error(&reply, 400, "rest_invalid_param");
        let name = bad.split('=').next().unwrap();
        assert!(reply.json()["data"]["params"].get(name).is_some());
    }
}

#[tokio::test]
async fn an_order_is_made_and_deleted_by_a_key_that_writes() {
    let running = Running::start().await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut browser = running.browser();
    let reply = browser.call(Method::POST, ORDERS, &pair).await;
    assert_eq!((reply.status, &reply.json()["id"]), (201, &4.into()));
    let target = format!("{ORDERS}/4");
    assert_eq!(
        browser.call(Method::DELETE, &target, &pair).await.status,
        200
    );
    assert_eq!(browser.call(Method::GET, &target, &pair).await.status, 404);
}

#[tokio::test]
async fn messages_are_in_the_language_of_the_site() {
    let running = Running::start_with(ShopOptions::of(Flavour::C)).await;
    let pair = running.pair(1, Permission::Read);
    let wrong = (pair.0, "cs_wrong".to_owned());
    let reply = running.browser().call(Method::GET, ORDERS, &wrong).await;
    assert_eq!(
        reply.json()["message"],
        "Le secret client n’est pas valide."
    );
    assert!(
        reply.text.contains("\\u2019"),
        "PHP escapes what is beyond ASCII"
    );
}

#[tokio::test]
async fn cookies_count_only_with_their_nonce() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let me = "/wp-json/wp/v2/users/me?context=edit";
    is_error(&admin.get(me).await, 401, "rest_not_logged_in");
    let nonce = admin.get(&format!("{AJAX}?action=rest-nonce")).await.text;
    let request = admin.request(Method::GET, me).header("x-wp-nonce", &nonce);
    let reply = admin.send(request).await.unwrap().json();
    assert_eq!(
        (&reply["username"], &reply["roles"][0]),
        (&"anne".into(), &"administrator".into())
    );
    let request = admin
        .request(Method::GET, ORDERS)
        .header("x-wp-nonce", &nonce);
    assert_eq!(admin.send(request).await.unwrap().status, 200);
    let request = admin
        .request(Method::GET, me)
        .header("x-wp-nonce", "0123456789");
    let reply = admin.send(request).await.unwrap();
    is_error(&reply, 403, "rest_cookie_invalid_nonce");
    let reply = running
        .browser()
        .get(&format!("{AJAX}?action=rest-nonce"))
        .await;
    assert_eq!((reply.status, reply.text.as_str()), (400, "0"));
}

#[tokio::test]
async fn application_password_opens_rest_and_nothing_of_the_keys() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let nonce = admin.get(&format!("{AJAX}?action=rest-nonce")).await.text;
    let request = admin
        .request(
            Method::POST,
            "/wp-json/wp/v2/users/me/application-passwords",
        )
        .header("x-wp-nonce", nonce)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body("name=Saddle");
    let reply = admin.send(request).await.unwrap();
    assert_eq!(reply.status, 201);
    let password = reply.json()["password"].as_str().unwrap().to_owned();
    assert_eq!(
        password.split(' ').map(str::len).collect::<Vec<_>>(),
        [4; 6]
    );
    assert!(running.shop.mode().unwrap().application_passwords_used);
    let pair = ("anne".to_owned(), password.clone());
    let mut browser = running.browser();
    for target in [
        ORDERS,
        "/wp-json/wp/v2/users/me",
        "/?rest_route=/wc/v3/orders",
    ] {
        assert_eq!(
            browser.call(Method::GET, target, &pair).await.status,
            200,
            "{target}"
        );
    }
    assert_eq!(browser.call(Method::POST, ORDERS, &pair).await.status, 201);
    let reply = running
        .plain_browser()
        .call(Method::GET, ORDERS, &pair)
        .await;
    is_error(&reply, 401, "woocommerce_rest_cannot_view");
    let wrong = ("anne".to_owned(), "not this one".to_owned());
    let reply = browser
        .call(Method::GET, "/wp-json/wp/v2/users/me", &wrong)
        .await;
    is_error(&reply, 401, "incorrect_password");
    let reply = browser.call(Method::GET, ORDERS, &wrong).await;
    is_error(&reply, 401, "woocommerce_rest_cannot_view");
    assert_eq!(browser.call(Method::GET, KEYS, &pair).await.status, 302);
    let reply = browser.call(Method::POST, AJAX, &pair).await;
    assert_eq!((reply.status, reply.text.as_str()), (400, "0"));
    let reply = browser
        .post(LOGIN, &[("log", "anne"), ("pwd", &password)])
        .await;
    assert!(!reply.signs_in() && reply.count("#login_error") == 1);
}
