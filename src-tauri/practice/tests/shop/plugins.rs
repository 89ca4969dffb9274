//! What plugins, hosts and operators change (contract 12).

use std::time::Duration;

use practice::{Flavour, Permission, RestGuard, SecondFactor, ShopMode, ShopOptions};
use reqwest::Method;

use super::browser::{Browser, KEYS, LOGIN, Reply};
use super::running::Running;

async fn start(change: impl FnOnce(&mut ShopMode)) -> Running {
    let running = Running::start().await;
    switch(&running, change);
    running
}

fn switch(running: &Running, change: impl FnOnce(&mut ShopMode)) {
    let mut mode = running.shop.mode().unwrap();
    change(&mut mode);
    running.shop.set_mode(&mode).unwrap();
}

/// Posts the second factor's form with a code in the field that it has.
async fn give_code(browser: &mut Browser, page: &Reply, code: &str) -> Reply {
    let form = r#"form[name="validate_2fa_form"]"#;
    let mut fields = page.each(&format!("{form} input[type=hidden]"), |input| {
        let part = |name| input.attr(name).unwrap_or_default().to_owned();
        (part("name"), part("value"))
    });
    let field = page.attribute(&format!("{form} input[type=text]"), "name");
    fields.push((field, code.to_owned()));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post(&page.attribute(form, "action"), &fields).await
}

fn code(running: &Running) -> String {
    running.shop.mails().unwrap()[0].code.clone()
}

#[tokio::test]
async fn second_factor_comes_between_password_and_cookies() {
    for (factor, provider, field) in [
        (
            SecondFactor::Email,
            "Two_Factor_Email",
            "two-factor-email-code",
        ),
        (SecondFactor::App, "Two_Factor_Totp", "authcode"),
        (
            SecondFactor::BackupCode,
            "Two_Factor_Backup_Codes",
            "two-factor-backup-code",
        ),
    ] {
        let running = start(|mode| mode.second_factor = Some(factor)).await;
        let mut browser = running.browser();
        let page = browser.sign_in("anne").await;
        assert!(page.status == 200 && !page.signs_in() && page.count("#login_error") == 0);
        assert_eq!(page.attribute("input[name=provider]", "value"), provider);
        assert_eq!(page.count(&format!(r#"input[name="{field}"]"#)), 1);
        assert_eq!(running.shop.sessions().unwrap(), 0);
        let refused = give_code(&mut browser, &page, "000000").await;
        assert!(refused.status == 200 && !refused.signs_in());
        assert_eq!(
            (
                refused.count("#login_error"),
                refused.count("form[name=validate_2fa_form]")
            ),
            (1, 1)
        );
        let reply = give_code(&mut browser, &refused, &format!(" {} ", code(&running))).await;
        assert!(reply.status == 302 && reply.signs_in(), "{}", reply.text);
        assert_eq!(browser.get(KEYS).await.status, 200);
    }
}

#[tokio::test]
async fn code_is_good_once_and_in_time() {
    let running = start(|mode| mode.second_factor = Some(SecondFactor::Email)).await;
    let mut browser = running.browser();
    let page = browser.sign_in("anne").await;
    let used = code(&running);
    assert!(give_code(&mut browser, &page, &used).await.signs_in());
    let mut other = running.browser();
    let reply = give_code(&mut other, &page, &used).await;
    assert!(
        reply.status == 302 && !reply.signs_in(),
        "nobody waits any more"
    );
    let page = other.sign_in("anne").await;
    assert!(!give_code(&mut other, &page, &used).await.signs_in());
    let page = other.sign_in("anne").await;
    running.shop.advance_clock(Duration::from_mins(11));
    assert!(
        !give_code(&mut other, &page, &code(&running))
            .await
            .signs_in()
    );
}

#[tokio::test]
async fn another_way_is_offered_and_remembering_is_kept() {
    let running = start(|mode| mode.second_factor = Some(SecondFactor::Email)).await;
    let mut browser = running.browser();
    let fields = [
        ("log", "anne"),
        ("pwd", "practice"),
        ("rememberme", "forever"),
    ];
    let page = browser.post(LOGIN, &fields).await;
    assert_eq!(page.attribute("input[name=rememberme]", "value"), "1");
    let reply = give_code(&mut browser, &page, &code(&running)).await;
    assert!(
        reply
            .cookies
            .iter()
            .any(|line| line.contains("Max-Age=1252800"))
    );
    let page = browser.sign_in("anne").await;
    let link = page.attribute(".backup-methods-wrap a", "href");
    let page = browser.get(&link).await;
    assert_eq!(
        page.attribute("input[name=provider]", "value"),
        "Two_Factor_Backup_Codes"
    );
    assert!(
        give_code(&mut browser, &page, &code(&running))
            .await
            .signs_in()
    );
}

#[tokio::test]
async fn second_factor_is_for_those_who_manage() {
    let running = start(|mode| mode.second_factor = Some(SecondFactor::App)).await;
    for (login, asked) in [
        ("anne", true),
        ("malik", true),
        ("edith", false),
        ("carla", false),
    ] {
        let reply = running.browser().sign_in(login).await;
        assert_eq!(
            reply.count("form[name=validate_2fa_form]") == 1,
            asked,
            "{login}"
        );
    }
}

#[tokio::test]
async fn attempt_limit_shuts_even_the_right_password_out() {
    let running = start(|mode| mode.attempt_limit = Some(3)).await;
    let mut browser = running.browser();
    for _ in 0..3 {
        browser
            .post(LOGIN, &[("log", "anne"), ("pwd", "wrong")])
            .await;
    }
    let reply = browser.sign_in("anne").await;
    assert!(!reply.signs_in());
    assert!(reply.text_of("#login_error").contains("20 minutes"));
    running.shop.advance_clock(Duration::from_mins(21));
    assert!(browser.sign_in("anne").await.signs_in());
}

#[tokio::test]
async fn captcha_asks_for_a_sum() {
    let running = start(|mode| mode.captcha = true).await;
    let mut browser = running.browser();
    let reply = browser.sign_in("anne").await;
    assert!(!reply.signs_in() && reply.count("#login_error") == 1);
    let question = reply.text_of("label[for=practice-sum]");
    assert_eq!(
        reply.count("#loginform input[name=practice-sum][required]"),
        1
    );
    let numbers: Vec<u32> = question
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    let sum = numbers.iter().sum::<u32>().to_string();
    let fields = [("log", "anne"), ("pwd", "practice"), ("practice-sum", &sum)];
    assert!(browser.post(LOGIN, &fields).await.signs_in());
}

#[tokio::test]
async fn block_page_is_no_page_of_wordpress() {
    for status in [403, 503] {
        let running = start(|mode| mode.block_page = Some(status)).await;
        let mut browser = running.browser();
        for target in [LOGIN, KEYS] {
            let reply = browser.get(target).await;
            assert_eq!(reply.status, status);
            assert_eq!(reply.count("#loginform, .wp-die-message"), 0);
        }
        assert_eq!(browser.get("/").await.status, 200);
    }
}

#[tokio::test]
async fn moved_sign_in_page_is_found_only_where_it_is() {
    let running = start(|mode| mode.moved_login = Some("/entrance/".to_owned())).await;
    let mut browser = running.browser();
    let reply = browser.get(LOGIN).await;
    assert!(reply.status == 404 && reply.kind.starts_with("text/html"));
    let reply = browser.get(KEYS).await;
    assert_eq!(
        (reply.status, reply.location()),
        (302, format!("{}/404/", running.https).as_str())
    );
    assert_eq!(browser.get(reply.location()).await.status, 404);
    let page = browser.get("/entrance/").await;
    let action = page.attribute("#loginform", "action");
    assert_eq!(action, format!("{}/entrance/", running.https));
    let fields = [("log", "anne"), ("pwd", "practice")];
    assert!(browser.post(&action, &fields).await.signs_in());
    let page = browser.get(KEYS).await;
    let link = page.attribute(r#"a[href*="action=logout"]"#, "href");
    assert!(link.contains("/entrance/?action=logout"), "{link}");
    assert_eq!(browser.get(&link).await.status, 302);
    assert_eq!(running.shop.sessions().unwrap(), 0);
}

#[tokio::test]
async fn single_sign_on_has_no_form() {
    let running = start(|mode| mode.single_sign_on = true).await;
    let mut browser = running.browser();
    let page = browser.get(LOGIN).await;
    assert_eq!((page.status, page.count("#loginform, form")), (200, 0));
    assert!(
        page.attribute("a.sso-button", "href")
            .starts_with("https://id.example/")
    );
    let reply = browser
        .post(LOGIN, &[("log", "anne"), ("pwd", "practice")])
        .await;
    assert!(!reply.signs_in() && reply.count("#login_error") == 0);
}

#[tokio::test]
async fn guarded_rest_api_lets_no_key_pass() {
    let running = start(|mode| mode.rest_guard = Some(RestGuard::Code)).await;
    let pair = running.pair(1, Permission::ReadWrite);
    let mut browser = running.browser();
    for target in ["/wp-json/", "/wp-json/wc/v3", "/wp-json/wc/v3/data"] {
        let reply = browser.call(Method::GET, target, &pair).await;
        assert_eq!(
            (reply.status, reply.code().as_str()),
            (401, "rest_cannot_access")
        );
    }
    switch(&running, |mode| mode.rest_guard = Some(RestGuard::Html));
    let reply = browser.get("/wp-json/").await;
    assert!(reply.status == 403 && reply.kind.starts_with("text/html"));
}

#[tokio::test]
async fn host_blocks_methods() {
    let blocked = ["HEAD", "POST", "OPTIONS"].map(str::to_owned).to_vec();
    let running = start(|mode| mode.blocked_methods = blocked).await;
    let mut browser = running.browser();
    for method in [Method::HEAD, Method::POST, Method::OPTIONS] {
        let request = browser.request(method, "/");
        assert_eq!(browser.send(request).await.unwrap().status, 405);
    }
    assert_eq!(browser.get("/").await.status, 200);
}

#[tokio::test]
async fn home_may_be_elsewhere_than_where_it_is_asked() {
    let running = Running::start_with(ShopOptions {
        home: Some("https://shop.example".to_owned()),
        ..ShopOptions::of(Flavour::B)
    })
    .await;
    let page = running.browser().get(LOGIN).await;
    assert_eq!(
        page.attribute("#loginform", "action"),
        "https://shop.example/boutique/wp-login.php"
    );
}
