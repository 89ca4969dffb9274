//! Signing in and out (contract 2), in every flavour.

use std::time::Duration;

use practice::{Flavour, Permalinks, ShopMode, ShopOptions};

use super::browser::{AJAX, Browser, KEYS, LOGIN, Reply};
use super::running::Running;

const FLAVOURS: [Flavour; 3] = [Flavour::A, Flavour::B, Flavour::C];

fn line<'a>(reply: &'a Reply, name: &str, path: &str) -> &'a str {
    let path = format!("path={path}");
    let is_wanted =
        |line: &&String| line.starts_with(name) && line.split("; ").any(|part| part == path);
    reply.cookies.iter().find(is_wanted).unwrap()
}

#[tokio::test]
async fn test_cookie_is_set_by_the_page() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let folder = running.shop.folder();
        let reply = running.browser().get(LOGIN).await;
        assert_eq!(reply.status, 200);
        let place = format!("{folder}/");
        let line = line(&reply, "wordpress_test_cookie=WP%20Cookie%20check", &place);
        assert!(line.contains("; secure"));
        assert_eq!(line.contains("; HttpOnly"), flavour != Flavour::C);
        assert_eq!(
            reply.attribute("form#loginform[name=loginform]", "action"),
            format!("{}{LOGIN}", running.https)
        );
        let is_required = reply.count("input#user_login[required]") == 1;
        assert_eq!(is_required, flavour != Flavour::C);
        let plain = running.plain_browser().get(LOGIN).await;
        assert!(!plain.cookies[0].contains("; secure"));
    }
}

#[tokio::test]
async fn success_sets_a_pair_of_cookies_on_paths_of_their_own() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let folder = running.shop.folder();
        let mut browser = running.browser();
        let fields = [("log", "anne"), ("pwd", "practice")];
        let reply = browser.post(LOGIN, &fields).await;
        assert_eq!((reply.status, reply.text.as_str()), (302, ""));
        assert_eq!(reply.location(), format!("{}/wp-admin/", running.https));
        let admin = line(&reply, "wordpress_sec_", &format!("{folder}/wp-admin"));
        let plugins = line(
            &reply,
            "wordpress_sec_",
            &format!("{folder}/wp-content/plugins"),
        );
        let front = line(&reply, "wordpress_logged_in_", &format!("{folder}/"));
        assert_eq!(admin.split("; ").next(), plugins.split("; ").next());
        for line in [admin, plugins, front] {
            assert!(
                line.contains("; HttpOnly") && line.contains("; secure"),
                "{line}"
            );
            assert!(!line.contains("Max-Age"), "{line}");
            let value = line.split("; ").next().unwrap().split_once('=').unwrap().1;
            let parts: Vec<&str> = value.split("%7C").collect();
            assert_eq!(parts.len(), 4);
            assert_eq!((parts[0], parts[2].len(), parts[3].len()), ("anne", 43, 64));
        }
        assert_eq!(browser.get(KEYS).await.status, 200);
    }
}

#[tokio::test]
async fn names_of_the_cookies_follow_scheme_and_site() {
    let running = Running::start().await;
    let secure = running.browser().sign_in("anne").await;
    let plain = running.plain_browser().sign_in("anne").await;
    let name = |reply: &Reply| {
        let line = reply
            .cookies
            .iter()
            .find(|line| line.starts_with("wordpress_logged_in_"));
        line.unwrap().split('=').next().unwrap().to_owned()
    };
    assert_eq!(name(&secure).len(), "wordpress_logged_in_".len() + 32);
    assert_ne!(name(&secure), name(&plain), "the address is another");
    assert!(
        plain
            .cookies
            .iter()
            .all(|line| !line.starts_with("wordpress_sec_"))
    );
    assert!(plain.cookies.iter().all(|line| !line.contains("; secure")));
}

#[tokio::test]
async fn remembered_sign_in_lasts_14_days_and_a_plain_one_two() {
    let running = Running::start().await;
    let day = Duration::from_hours(24);
    let mut short = running.signed_in("anne").await;
    let mut long = running.browser();
    let fields = [
        ("log", "anne"),
        ("pwd", "practice"),
        ("rememberme", "forever"),
    ];
    let reply = long.post(LOGIN, &fields).await;
    assert!(line(&reply, "wordpress_logged_in_", "/").contains("Max-Age=1252800"));
    running.shop.advance_clock(day + day / 2);
    assert_eq!(short.get(KEYS).await.status, 200);
    running.shop.advance_clock(day);
    assert_eq!(short.get(KEYS).await.status, 302);
    running.shop.advance_clock(day * 11);
    assert_eq!(long.get(KEYS).await.status, 200);
    running.shop.advance_clock(day);
    assert_eq!(long.get(KEYS).await.status, 302);
    assert_eq!(running.shop.sessions().unwrap(), 0);
}

#[tokio::test]
async fn e_mail_address_signs_in_too() {
    let running = Running::start().await;
    let fields = [("log", "anne@tilleuls.example"), ("pwd", "practice")];
    assert!(running.browser().post(LOGIN, &fields).await.signs_in());
}

#[tokio::test]
async fn refusals_are_200_with_an_error_and_without_cookies() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let mut browser = running.browser();
        let attempts = [
            ("anne", "wrong", "anne"),
            ("nobody", "practice", ""),
            ("nobody@shop.example", "practice", ""),
            ("anne", "", "anne"),
            ("", "practice", ""),
            ("", "", ""),
        ];
        for (log, pwd, kept) in attempts {
            let reply = browser.post(LOGIN, &[("log", log), ("pwd", pwd)]).await;
            assert_eq!(
                (reply.status, reply.count("#login_error")),
                (200, 1),
                "{log} {pwd}"
            );
            assert!(!reply.signs_in());
            assert_eq!(reply.attribute("#user_login", "value"), kept, "{log} {pwd}");
            let several = usize::from(log.is_empty() && pwd.is_empty());
            let old = flavour == Flavour::C;
            assert_eq!(reply.count("#login_error.notice-error"), usize::from(!old));
            assert_eq!(
                reply.count("#login_error ul.login-error-list"),
                if old { 0 } else { several }
            );
            assert_eq!(
                reply.count("#login_error > br"),
                if old { 1 + several } else { 0 }
            );
            assert!(
                reply
                    .attribute("#nav a", "href")
                    .contains("/my-account/lost-password/")
            );
        }
    }
}

#[tokio::test]
async fn ten_wrong_passwords_are_no_more_than_one() {
    let running = Running::start().await;
    let mut browser = running.browser();
    for _ in 0..10 {
        let reply = browser
            .post(LOGIN, &[("log", "anne"), ("pwd", "wrong")])
            .await;
        assert_eq!((reply.status, reply.count("#login_error")), (200, 1));
    }
    assert!(browser.sign_in("anne").await.signs_in());
}

#[tokio::test]
async fn missing_test_cookie_complains_and_signs_in_all_the_same() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let fields = [("log", "anne"), ("pwd", "practice"), ("testcookie", "1")];
    let reply = browser.post(LOGIN, &fields).await;
    assert_eq!((reply.status, reply.count("#login_error")), (200, 1));
    assert!(reply.signs_in());
    assert_eq!(browser.get(KEYS).await.status, 200);
}

#[tokio::test]
async fn redirect_stays_on_the_site() {
    let running = Running::start().await;
    let keys = format!("{}{KEYS}", running.https);
    let admin = format!("{}/wp-admin/", running.https);
    let targets = [
        (keys.as_str(), keys.as_str()),
        ("https://elsewhere.example/wp-admin/", admin.as_str()),
        ("//elsewhere.example/", admin.as_str()),
        ("", admin.as_str()),
    ];
    for (asked, expected) in targets {
        let fields = [("log", "anne"), ("pwd", "practice"), ("redirect_to", asked)];
        let reply = running.browser().post(LOGIN, &fields).await;
        assert_eq!((reply.status, reply.location()), (302, expected), "{asked}");
    }
}

#[tokio::test]
async fn customer_lands_on_the_profile_and_others_do_not() {
    let running = Running::start().await;
    for (login, page) in [
        ("carla", "/wp-admin/profile.php"),
        ("edith", "/wp-admin/"),
        ("malik", "/wp-admin/"),
    ] {
        let reply = running.browser().sign_in(login).await;
        assert_eq!(
            reply.location(),
            format!("{}{page}", running.https),
            "{login}"
        );
    }
}

#[tokio::test]
async fn interim_sign_in_says_so_in_the_page() {
    let running = Running::start().await;
    let fields = [("log", "anne"), ("pwd", "practice"), ("interim-login", "1")];
    let reply = running.browser().post(LOGIN, &fields).await;
    assert_eq!(
        (reply.status, reply.count("body.interim-login-success")),
        (200, 1)
    );
    assert!(reply.signs_in());
}

#[tokio::test]
async fn e_mail_check_comes_between_but_the_session_is_good() {
    let running = Running::start().await;
    let mode = ShopMode {
        email_check_due: true,
        ..running.shop.mode().unwrap()
    };
    running.shop.set_mode(&mode).unwrap();
    let mut browser = running.browser();
    let reply = browser.sign_in("anne").await;
    assert_eq!(reply.status, 302);
    let location = reply.location().to_owned();
    assert!(
        location.contains("/wp-login.php?redirect_to="),
        "{location}"
    );
    assert!(
        location.contains("&action=confirm_admin_email"),
        "{location}"
    );
    assert!(reply.signs_in());
    assert_eq!(browser.get(KEYS).await.status, 200);
    let page = browser.get(&location).await;
    assert_eq!(page.count("form.admin-email-confirm-form"), 1);
    let manager = running.browser().sign_in("malik").await;
    assert!(!manager.location().contains("confirm_admin_email"));
    let reply = browser
        .post(&location, &[("correct-admin-email", "1")])
        .await;
    assert_eq!(reply.status, 302);
    assert!(!running.shop.mode().unwrap().email_check_due);
}

#[tokio::test]
async fn signed_out_visitors_are_sent_to_sign_in_with_the_whole_address() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let mut browser = running.browser();
        let target = format!("{KEYS}&revoke-key=3&_wpnonce=0123456789");
        let reply = browser.get(&target).await;
        assert_eq!(reply.status, 302);
        let url = url::Url::parse(reply.location()).unwrap();
        assert!(url.path().ends_with(LOGIN));
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let wanted = format!("{}{target}", running.https);
        let expected = [
            ("redirect_to".to_owned(), wanted),
            ("reauth".to_owned(), "1".to_owned()),
        ];
        assert_eq!(pairs, expected);
        assert_eq!(browser.get(url.as_str()).await.count("#loginform"), 1);
        let reply = browser
            .post(AJAX, &[("action", "woocommerce_update_api_key")])
            .await;
        assert_eq!((reply.status, reply.text.as_str()), (400, "0"));
        assert!(reply.kind.starts_with("text/html"));
    }
}

fn keep_only(browser: &mut Browser, start: &str) {
    browser
        .cookies
        .retain(|(name, _), _| name.starts_with(start));
}

#[tokio::test]
async fn both_cookies_are_needed() {
    let running = Running::start().await;
    let mut whole = running.signed_in("anne").await;
    let nonce = whole.form("&create-key=1").await.ajax_nonce();
    let mut front = running.signed_in("anne").await;
    keep_only(&mut front, "wordpress_logged_in_");
    assert_eq!(front.get(KEYS).await.status, 302);
    keep_only(&mut whole, "wordpress_sec_");
    let page = whole.form("&create-key=1").await;
    assert_ne!(page.ajax_nonce(), nonce);
}

#[tokio::test]
async fn a_forged_or_foreign_cookie_opens_nothing() {
    let running = Running::start().await;
    let mut browser = running.signed_in("edith").await;
    for value in browser.cookies.values_mut() {
        *value = value.replace("edith", "anne");
    }
    assert_eq!(browser.get(KEYS).await.status, 302);
}

#[tokio::test]
async fn signing_out_needs_the_nonce_and_ends_the_session() {
    let running = Running::start_with(ShopOptions::of(Flavour::B)).await;
    let mut browser = running.signed_in("anne").await;
    let kept = browser.cookies.clone();
    let reply = browser.get("/wp-login.php?action=logout").await;
    assert_eq!(reply.status, 403);
    let link = reply.attribute(r#"a[href*="action=logout"]"#, "href");
    let shown = browser
        .get(KEYS)
        .await
        .attribute(r#"a[href*="action=logout"]"#, "href");
    assert_eq!(link, shown);
    let reply = browser.get(&link).await;
    assert_eq!(reply.status, 302);
    let location = reply.location();
    assert!(
        location.contains("/boutique/wp-login.php?loggedout=true&wp_lang="),
        "{location}"
    );
    assert!(
        browser
            .cookies
            .keys()
            .all(|(name, _)| name == "wordpress_test_cookie")
    );
    assert_eq!(running.shop.sessions().unwrap(), 0);
    browser.cookies = kept;
    assert_eq!(
        browser.get(KEYS).await.status,
        302,
        "the server has forgotten the session"
    );
}

#[tokio::test]
async fn every_sign_in_leaves_a_session() {
    let running = Running::start_with(ShopOptions {
        permalinks: Some(Permalinks::Plain),
        ..ShopOptions::default()
    })
    .await;
    for count in 1..=3 {
        running.signed_in("anne").await;
        assert_eq!(running.shop.sessions().unwrap(), count);
    }
}
