//! Signing in and out, by cookies and marks alone (contract 2).

use crate::{
    pages::{Flavour, keys, login, login_form, new_key, new_key_line, short_list, signed_in},
    stage::{Answer, Asked, Line, Stage, died, html, line, moved, status, to_login},
};
use keys::{Secret, SiteUserId};
use woocommerce::{Account, Error, SignIn};

pub(crate) const FORM: &str = "GET /wp-login.php";
pub(crate) const SEND: &str = "POST /wp-login.php";

pub(crate) fn password() -> Secret {
    Secret::new("pass word&é".to_owned())
}

fn let_in() -> Answer {
    signed_in(moved("{base}/wp-admin/"))
}

fn manager() -> SignIn {
    SignIn::Done(Account {
        user: SiteUserId(1),
        may_manage: true,
    })
}

async fn try_in(script: Vec<Line>) -> (Result<SignIn, Error>, Vec<Asked>) {
    let stage = Stage::set(script).await;
    let result = stage.site().sign_in("ann", &password()).await;
    (result, stage.asked())
}

#[tokio::test]
async fn a_person_signs_in_as_with_a_browser() {
    for flavour in Flavour::ALL {
        let stage = Stage::set_safe_in(
            "/boutique",
            vec![
                line(FORM, login("")),
                line(SEND, let_in()),
                line(&keys("&create-key=1"), new_key().answer(flavour)),
            ],
        )
        .await;
        let site = stage.site();
        assert_eq!(site.sign_in(" ann ", &password()).await.unwrap(), manager());
        let asked = stage.asked();
        assert_eq!(
            asked[1].body,
            "log=ann&pwd=pass+word%26%C3%A9&rememberme=forever&redirect_to=".to_owned()
                + &form_encoded(&format!("{}/wp-admin/", stage.url))
        );
        let cookies = cookies(&asked[2]);
        // Both are needed, and each is sent where its path says.
        assert!(cookies.contains("wordpress_5e1f=ann%7C1"), "{cookies}");
        assert!(
            cookies.contains("wordpress_logged_in_5e1f=ann%7C2"),
            "{cookies}"
        );
        assert_eq!(cookies.matches("wordpress_5e1f").count(), 1, "{cookies}");
        assert!(site.take_changed_session().is_some());
    }
}

fn form_encoded(text: &str) -> String {
    text.replace(':', "%3A").replace('/', "%2F")
}

fn cookies(asked: &Asked) -> String {
    let line = asked.head.lines().find(|line| line.starts_with("cookie: "));
    line.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn where_success_leads_does_not_matter() {
    for location in [
        "{base}/wp-admin/profile.php",
        "{base}/wp-login.php?redirect_to=x&action=confirm_admin_email&wp_lang=fr",
        "https://elsewhere.example/",
    ] {
        let (result, _) = try_in(vec![
            line(FORM, login("")),
            line(SEND, signed_in(moved(location))),
            new_key_line(),
        ])
        .await;
        assert_eq!(result.unwrap(), manager(), "{location}");
    }
    // A sign-in inside another page.
    let done = html("<body class=\"login interim-login interim-login-success\">");
    let (result, _) = try_in(vec![
        line(FORM, login("")),
        line(SEND, signed_in(done)),
        new_key_line(),
    ])
    .await;
    assert_eq!(result.unwrap(), manager());
}

#[tokio::test]
async fn an_account_without_the_right_is_told_as_that() {
    let (result, _) = try_in(vec![
        line(FORM, login("")),
        line(SEND, let_in()),
        line(&keys("&create-key=1"), died("403 Forbidden")),
    ])
    .await;
    let expected = Account {
        user: SiteUserId(0),
        may_manage: false,
    };
    assert_eq!(result.unwrap(), SignIn::Done(expected));
}

#[tokio::test]
async fn a_refusal_is_told_in_the_sites_words() {
    for (mark, words) in [
        (
            "<div id=\"login_error\" class=\"notice notice-error\"><p><strong>Error:</strong> No <b>ann</b>.</p></div>",
            "Error: No ann.",
        ),
        (
            "<div id=\"login_error\" class=\"notice notice-error\"><ul class=\"login-error-list\"><li>One.</li> <li>Two.</li></ul></div>",
            "One. Two.",
        ),
        (
            "<div id=\"login_error\">\t<strong>Erreur&nbsp;:</strong> mot de passe. <a href=\"x\">Perdu ?</a><br />\n</div>",
            "Erreur : mot de passe. Perdu ?",
        ),
        ("<div id=\"login_error\"></div>", ""),
    ] {
        let page = html(&format!("{mark}{}", login_form("")));
        let (result, _) = try_in(vec![line(FORM, login("")), line(SEND, page)]).await;
        let Err(Error::Refused { message }) = result else {
            panic!("{words}: {result:?}");
        };
        assert_eq!(message, words);
    }
}

#[tokio::test]
async fn cookies_beside_an_error_are_no_session_and_the_former_one_stays() {
    let page = html(&format!(
        "<div id=\"login_error\">Cookies!</div>{}",
        login_form("")
    ));
    let stage = Stage::set(vec![
        line(FORM, login("")),
        line(SEND, let_in()),
        new_key_line(),
        line(FORM, login("")),
        line(SEND, signed_in(page)),
    ])
    .await;
    let site = stage.site();
    site.sign_in("ann", &password()).await.unwrap();
    let former = site.take_changed_session().unwrap();
    let result = site.sign_in("ann", &password()).await;
    assert!(matches!(result, Err(Error::Refused { .. })), "{result:?}");
    assert!(site.session() == former && site.take_changed_session().is_none());
    stage.asked();
}

#[tokio::test]
async fn a_captcha_stops_before_the_password_is_sent() {
    for more in [
        "<div class=\"g-recaptcha\" data-sitekey=\"x\"></div>",
        "<div class=\"cf-turnstile\"></div>",
        "<input type=\"hidden\" name=\"h-captcha-response\" />",
        "<label>7 + 2 = <input type=\"text\" name=\"sum\" required /></label>",
    ] {
        let (result, _) = try_in(vec![line(FORM, login(more))]).await;
        assert!(matches!(result, Err(Error::Captcha)), "{more}: {result:?}");
    }
    // A trap for programs is left empty, and a token goes along.
    let more = "<input name=\"website\" class=\"hidden\"><input type=\"hidden\" name=\"token\" value=\"t0\">";
    let (result, asked) = try_in(vec![
        line(FORM, login(more)),
        line(SEND, let_in()),
        new_key_line(),
    ])
    .await;
    assert!(result.is_ok(), "{result:?}");
    assert!(
        asked[1].body.contains("&website=&token=t0&"),
        "{}",
        asked[1].body
    );
}

#[tokio::test]
async fn a_login_page_that_is_not_there_was_moved() {
    let missing = || status("404 Not Found\r\nContent-Type: text/html", "<p>404");
    for answer in [missing(), html("<h1>Welcome</h1>"), moved("{base}/")] {
        let (result, _) = try_in(vec![line(FORM, answer)]).await;
        assert!(matches!(result, Err(Error::NoLoginPage)), "{result:?}");
    }
    let stage = Stage::set_in(
        "/boutique",
        vec![
            line("GET /entrance?x=1", moved("{base}/entrance/?x=1")),
            line("GET /entrance/?x=1", login("")),
            line(SEND, let_in()),
            new_key_line(),
            line(&keys("&create-key=1"), missing()),
        ],
    )
    .await;
    let site = stage.site_with_login(Some("/boutique/entrance?x=1"));
    assert_eq!(site.sign_in("ann", &password()).await.unwrap(), manager());
    // Who hides the login page also hides the administration from strangers.
    let result = site.keys(&|_, _| ()).await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    stage.asked();
}

#[tokio::test]
async fn accounts_that_are_kept_elsewhere_are_told_as_that() {
    let no_password = login_form("").replace("name=\"pwd\"", "name=\"x\"");
    for answer in [
        moved("https://id.example/authorize?client=1"),
        html(&no_password),
        html("<body class=\"login\"><a href=\"https://id.example/\">Sign in there</a></body>"),
    ] {
        let (result, _) = try_in(vec![line(FORM, answer)]).await;
        assert!(matches!(result, Err(Error::SingleSignOn)), "{result:?}");
    }
    let elsewhere = html(&login_form("").replace("{base}/wp-login.php", "https://evil.example/x"));
    let (result, _) = try_in(vec![line(FORM, elsewhere)]).await;
    assert!(matches!(result, Err(Error::LoginElsewhere)), "{result:?}");
}

#[tokio::test]
async fn what_stands_in_front_is_told_by_its_status() {
    let blocked = |head: &str| status(&format!("{head}\r\nContent-Type: text/html"), "<p>No.");
    for (head, number) in [
        ("403 Forbidden", 403),
        ("401 Unauthorized", 401),
        ("503 Service Unavailable", 503),
    ] {
        for script in [
            vec![line(FORM, blocked(head))],
            vec![line(FORM, login("")), line(SEND, blocked(head))],
        ] {
            let (result, _) = try_in(script).await;
            let Err(Error::Blocked { status }) = result else {
                panic!("{head}: {result:?}");
            };
            assert_eq!(status, number);
        }
    }
    let (result, _) = try_in(vec![
        line(FORM, login("")),
        line(SEND, blocked("429 Too Many")),
    ])
    .await;
    assert!(matches!(result, Err(Error::TooManyRequests)), "{result:?}");
    let (result, _) = try_in(vec![line(FORM, login("")), line(SEND, blocked("500 Oops"))]).await;
    assert!(
        matches!(result, Err(Error::ServerError { status: 500, .. })),
        "{result:?}"
    );
}

#[tokio::test]
async fn signing_out_takes_the_link_of_a_page() {
    let stage = Stage::set(vec![
        line(&keys(""), short_list(Flavour::A, &[])),
        line(
            "GET /wp-login.php?action=logout&_wpnonce=abc",
            moved("wp-login.php?loggedout=true&wp_lang=fr"),
        ),
    ])
    .await;
    let site = stage.site();
    let cookie = r#"{"raw_cookie":"wordpress_logged_in_1=x","path":["/",true],"domain":{"HostOnly":"127.0.0.1"},"expires":"SessionEnd"}"#;
    site.restore_session(&Secret::new(cookie.to_owned()))
        .unwrap();
    site.sign_out().await.unwrap();
    assert!(site.session().is_empty());
    assert!(cookies(&stage.asked()[1]).contains("wordpress_logged_in_1"));
}

#[tokio::test]
async fn without_a_page_of_ours_the_refusal_of_a_sign_out_holds_the_link() {
    let refusal = "<a href=\"{base}/wp-login.php?action=logout&#038;_wpnonce=def\">log out</a>";
    let refusal = status("403 Forbidden\r\nContent-Type: text/html", refusal);
    let stage = Stage::set_in(
        "/boutique",
        vec![
            line(&keys(""), died("403 Forbidden")),
            line("GET /wp-login.php?action=logout", refusal),
            line("GET /wp-login.php?action=logout&_wpnonce=def", moved("/")),
        ],
    )
    .await;
    stage.site().sign_out().await.unwrap();
    stage.asked();
}

#[tokio::test]
async fn a_session_that_is_over_needs_no_sign_out() {
    let stage = Stage::set(vec![line(&keys(""), to_login())]).await;
    stage.site().sign_out().await.unwrap();
    stage.asked();
}
