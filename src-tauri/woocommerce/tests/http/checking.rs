//! Whether a pair works: the whole table, over https alone (contract 7.3, 7.4, 7.5).

use crate::stage::{Answer, Asked, Line, Stage, html, json, line, moved, rest_error, status};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use keys::{Identifier, Permalinks, Permission, Secret};
use woocommerce::{Error, Network, PairCheck, ask_in_address, check_pair};

pub(crate) const READ: &str = "GET /wp-json/wc/v3/data?_fields=slug";
pub(crate) const WRITE: &str = "POST /wp-json/wc/v3";
const PRESENCE: &str = "GET /wp-json/wc/v3?_fields=namespace";
pub(crate) const PLAIN_READ: &str = "GET /?rest_route=/wc/v3/data&_fields=slug&_=wp-json/wc/";
pub(crate) const PLAIN_WRITE: &str = "POST /?rest_route=/wc/v3&_=wp-json/wc/";
const PLAIN_PRESENCE: &str = "GET /?rest_route=/wc/v3&_fields=namespace";

pub(crate) fn key() -> Identifier {
    Identifier::new("ck_0123456789abcdef0123456789abcdef01234567").unwrap()
}

pub(crate) fn secret() -> Secret {
    Secret::new("cs_89abcdef0123456789abcdef0123456789abcdef".to_owned())
}

pub(crate) fn slugs() -> Answer {
    json(r#"[{"slug":"continents"}]"#)
}

pub(crate) fn no_route() -> Answer {
    rest_error("404 Not Found", "rest_no_route")
}

pub(crate) fn not_authenticated() -> Answer {
    rest_error("401 Unauthorized", "woocommerce_rest_authentication_error")
}

pub(crate) fn cannot_view(head: &str) -> Answer {
    rest_error(head, "woocommerce_rest_cannot_view")
}

fn presence() -> Answer {
    json(r#"{"namespace":"wc/v3"}"#)
}

async fn check(
    permalinks: Permalinks,
    script: Vec<Line>,
) -> (Result<PairCheck, Error>, Vec<Asked>) {
    let stage = Stage::set_safe_in("/boutique", script).await;
    let result = check_pair(&stage.url, permalinks, &key(), &secret(), &stage.network).await;
    (result, stage.asked())
}

/// The rows of the table: the answers to reading and writing, and what they mean together.
fn table() -> Vec<(Answer, Option<Answer>, PairCheck)> {
    vec![
        (
            slugs(),
            Some(no_route()),
            PairCheck::Accepted(Permission::ReadWrite),
        ),
        (
            slugs(),
            Some(not_authenticated()),
            PairCheck::Accepted(Permission::Read),
        ),
        (
            not_authenticated(),
            Some(no_route()),
            PairCheck::Accepted(Permission::Write),
        ),
        (
            not_authenticated(),
            Some(not_authenticated()),
            PairCheck::SecretRefused,
        ),
        (
            cannot_view("401 Unauthorized"),
            None,
            PairCheck::NotRecognised,
        ),
        (
            cannot_view("403 Forbidden"),
            None,
            PairCheck::OwnerLacksRight,
        ),
        (no_route(), None, PairCheck::NotWooCommerce),
        (
            rest_error("401 Unauthorized", "rest_login_required"),
            None,
            PairCheck::RestClosed { status: 401 },
        ),
        (
            status("403 Forbidden\r\nContent-Type: text/html", "<p>WAF"),
            None,
            PairCheck::RestClosed { status: 403 },
        ),
        (
            slugs(),
            Some(status(
                "405 Not Allowed\r\nContent-Type: text/html",
                "<p>POST?",
            )),
            PairCheck::RestClosed { status: 405 },
        ),
    ]
}

#[tokio::test]
async fn two_requests_tell_what_a_pair_may_do() {
    for (read, write, expected) in table() {
        let mut script = vec![line(READ, read)];
        script.extend(write.map(|write| line(WRITE, write)));
        let (result, asked) = check(Permalinks::Pretty, script).await;
        assert_eq!(result.unwrap(), expected);
        let pair = STANDARD.encode(format!("{}:{}", key(), secret().expose()));
        for asked in asked {
            let basic = format!("authorization: Basic {pair}");
            assert!(
                asked.head.lines().any(|line| line == basic),
                "{}",
                asked.head
            );
            assert!(!asked.head.contains("cookie") && asked.body.is_empty());
        }
    }
}

#[tokio::test]
async fn with_plain_permalinks_the_same_is_found_behind_a_mark() {
    for (read, write, expected) in table() {
        // Nothing is asked with the key where there are no routes.
        let mut script = vec![
            line(PRESENCE, html("<h1>Shop</h1>")),
            line(PLAIN_PRESENCE, presence()),
            line(PLAIN_READ, read),
        ];
        script.extend(write.map(|write| line(PLAIN_WRITE, write)));
        let (result, asked) = check(Permalinks::Plain, script).await;
        let otherwise = Box::new(expected);
        assert_eq!(result.unwrap(), PairCheck::PlainPermalinks { otherwise });
        for asked in &asked[..2] {
            assert!(!asked.head.contains("authorization"), "{}", asked.head);
        }
    }
}

#[tokio::test]
async fn permalinks_that_changed_are_noticed() {
    // From plain to pretty …
    let script = vec![
        line(PRESENCE, presence()),
        line(READ, slugs()),
        line(WRITE, no_route()),
    ];
    let (result, _) = check(Permalinks::Plain, script).await;
    assert_eq!(result.unwrap(), PairCheck::Accepted(Permission::ReadWrite));
    // … and from pretty to plain.
    for not_json in [
        html("<h1>Shop</h1>"),
        moved("{base}/wp-json/wc/v3/data/?_fields=slug"),
    ] {
        let script = vec![
            line(READ, not_json),
            line(PRESENCE, html("<h1>Shop</h1>")),
            line(PLAIN_PRESENCE, presence()),
            line(PLAIN_READ, slugs()),
            line(PLAIN_WRITE, not_authenticated()),
        ];
        let (result, _) = check(Permalinks::Pretty, script).await;
        let otherwise = Box::new(PairCheck::Accepted(Permission::Read));
        assert_eq!(result.unwrap(), PairCheck::PlainPermalinks { otherwise });
    }
}

#[tokio::test]
async fn pages_instead_of_routes_are_told_apart() {
    let page = || html("<h1>Hello</h1>");
    for (last, expected) in [
        (no_route(), PairCheck::NotWooCommerce),
        (page(), PairCheck::NotWooCommerce),
        (
            rest_error("401 Unauthorized", "rest_cannot_access"),
            PairCheck::RestClosed { status: 401 },
        ),
        (
            status("403 Forbidden\r\nContent-Type: text/html", "x"),
            PairCheck::RestClosed { status: 403 },
        ),
    ] {
        let script = vec![
            line(READ, page()),
            line(PRESENCE, page()),
            line(PLAIN_PRESENCE, last),
        ];
        let (result, _) = check(Permalinks::Pretty, script).await;
        assert_eq!(result.unwrap(), expected);
    }
    // The routes are there, but somebody with a key gets a page.
    let script = vec![line(READ, page()), line(PRESENCE, presence())];
    let (result, _) = check(Permalinks::Pretty, script).await;
    assert_eq!(result.unwrap(), PairCheck::RestClosed { status: 200 });
}

#[tokio::test]
async fn a_server_in_trouble_says_nothing_about_a_key() {
    let (result, _) = check(Permalinks::Pretty, vec![line(READ, status("503 Oops", ""))]).await;
    assert!(
        matches!(result, Err(Error::ServerError { status: 503, .. })),
        "{result:?}"
    );
    let (result, _) = check(Permalinks::Pretty, vec![line(READ, status("429 Oops", ""))]).await;
    assert!(matches!(result, Err(Error::TooManyRequests)), "{result:?}");
    let elsewhere = moved("https://www.shop.example/wp-json/wc/v3/data?x=1");
    let (result, _) = check(Permalinks::Pretty, vec![line(READ, elsewhere)]).await;
    let Err(Error::Redirected { to }) = result else {
        panic!("{result:?}");
    };
    assert_eq!(to, "https://www.shop.example/wp-json/wc/v3/data");
}

#[tokio::test]
async fn over_http_nothing_is_sent() {
    for permalinks in [Permalinks::Pretty, Permalinks::Plain] {
        let stage = Stage::set(Vec::new()).await;
        let check = check_pair(&stage.url, permalinks, &key(), &secret(), &stage.network).await;
        assert_eq!(check.unwrap(), PairCheck::PlainHttp);
        let asked = ask_in_address(&stage.url, &key(), &secret(), &stage.network).await;
        assert!(matches!(asked, Err(Error::PlainHttp)));
        stage.asked();
    }
}

#[tokio::test]
async fn a_certificate_that_nobody_signed_stops_a_check() {
    let stage = Stage::set_safe(Vec::new()).await;
    let network = Network::new().unwrap();
    let result = check_pair(&stage.url, Permalinks::Pretty, &key(), &secret(), &network).await;
    let Err(Error::Network { cause, .. }) = &result else {
        panic!("{result:?}");
    };
    assert!(
        matches!(cause, woocommerce::NetworkCause::Certificate(_)),
        "{cause:?}"
    );
    stage.network.distrust(&stage.url);
    let result = check_pair(
        &stage.url,
        Permalinks::Pretty,
        &key(),
        &secret(),
        &stage.network,
    )
    .await;
    assert!(matches!(result, Err(Error::Network { .. })), "{result:?}");
    stage.asked();
}

#[tokio::test]
async fn in_the_address_a_pair_is_recognised_where_the_header_is_taken_away() {
    let in_address = format!(
        "{READ}&consumer_key={}&consumer_secret={}",
        key(),
        secret().expose()
    );
    for (answer, expected) in [
        (slugs(), true),
        (not_authenticated(), true),
        (cannot_view("403 Forbidden"), true),
        (cannot_view("401 Unauthorized"), false),
    ] {
        let stage = Stage::set_safe_in("/boutique", vec![line(&in_address, answer)]).await;
        let asked = ask_in_address(&stage.url, &key(), &secret(), &stage.network).await;
        assert_eq!(asked.unwrap(), expected);
        assert!(!stage.asked()[0].head.contains("authorization"));
    }
    for answer in [
        html("x"),
        no_route(),
        status("500 Oops", ""),
        moved("https://evil.example/"),
    ] {
        let stage = Stage::set_safe(vec![line(&in_address, answer)]).await;
        let asked = ask_in_address(&stage.url, &key(), &secret(), &stage.network).await;
        let error = asked.unwrap_err();
        assert!(!format!("{error:?} {error}").contains("cs_"), "{error:?}");
    }
}
