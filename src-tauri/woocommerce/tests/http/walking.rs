//! The way of a plugin, with every answer noted (contract 7).

use crate::{
    checking::{
        PLAIN_READ, PLAIN_WRITE, READ, WRITE, cannot_view, key, no_route, not_authenticated,
        secret, slugs,
    },
    stage::{Answer, Asked, Line, Stage, html, json, line, moved, rest_error, status},
};
use keys::{Permalinks, ServerUrl};
use woocommerce::{CertificateProblem, Network, RootAnswer, RouteAnswer, Trouble, Walk, walk};

const INDEX: &str = "GET /wp-json/?_fields=name,url,home,namespaces,authentication";
const PLAIN_INDEX: &str = "GET /?rest_route=/&_fields=name,url,home,namespaces,authentication";

fn index(namespace: &str) -> Answer {
    json(&format!(
        r#"{{"name":"Shop","url":"{{base}}","home":"{{base}}","namespaces":["{namespace}"]}}"#
    ))
    .with("Date: Sun, 06 Nov 1994 08:49:37 GMT")
}

fn said(status: u16, code: Option<&str>) -> RouteAnswer {
    RouteAnswer::Json {
        status,
        code: code.map(str::to_owned),
    }
}

async fn go(script: Vec<Line>) -> (Walk, Vec<Asked>, ServerUrl) {
    let stage = Stage::set_safe_in("/boutique", script).await;
    let walked = walk(
        &stage.url,
        Permalinks::Pretty,
        &key(),
        &secret(),
        &stage.network,
    )
    .await;
    (walked, stage.asked(), stage.url.clone())
}

fn recognised(permalinks: Permalinks, url: &ServerUrl) -> RootAnswer {
    RootAnswer::Recognised {
        permalinks,
        home: url.to_string(),
        has_woocommerce: true,
    }
}

#[tokio::test]
async fn a_pair_that_works_is_asked_twice() {
    let script = vec![
        line(INDEX, index("wc/v3")),
        line(READ, slugs()),
        line(WRITE, no_route()),
    ];
    let (walked, asked, url) = go(script).await;
    assert_eq!(walked.root, recognised(Permalinks::Pretty, &url));
    assert_eq!(walked.read, Some(said(200, None)));
    assert_eq!(walked.write, Some(said(404, Some("rest_no_route"))));
    assert_eq!(walked.signed_for_http, None);
    assert!(
        !asked[0].head.contains("authorization"),
        "the key went to the index"
    );
}

#[tokio::test]
async fn nobody_recognised_is_tried_with_a_signature_for_http() {
    for (answer, expected) in [
        (slugs(), said(200, None)),
        (
            not_authenticated(),
            said(401, Some("woocommerce_rest_authentication_error")),
        ),
    ] {
        let script = vec![
            line(INDEX, index("wc/v3")),
            line(READ, cannot_view("401 Unauthorized")),
            line(WRITE, no_route()),
            line(READ, answer),
        ];
        let (walked, asked, _) = go(script).await;
        assert_eq!(
            walked.read,
            Some(said(401, Some("woocommerce_rest_cannot_view")))
        );
        assert_eq!(walked.signed_for_http, Some(expected));
        let head = &asked[3].head;
        assert!(
            head.contains("authorization: OAuth oauth_consumer_key=\"ck_"),
            "{head}"
        );
        // By the site's own clock.
        assert!(head.contains("oauth_timestamp=\"784111777\""), "{head}");
        assert!(!head.contains("cs_") && !head.contains("Basic"), "{head}");
    }
}

#[tokio::test]
async fn a_key_that_is_known_is_not_signed_for() {
    let (walked, ..) = go(vec![
        line(INDEX, index("wc/v3")),
        line(READ, not_authenticated()),
        line(WRITE, not_authenticated()),
    ])
    .await;
    assert_eq!(walked.signed_for_http, None);
}

#[tokio::test]
async fn plain_permalinks_are_seen_and_asked_behind_their_mark() {
    let page = || html("<h1>Shop</h1>");
    let (walked, _, url) = go(vec![
        line(INDEX, page()),
        line(PLAIN_INDEX, index("wc/v3")),
        line(PLAIN_READ, slugs()),
        line(PLAIN_WRITE, not_authenticated()),
    ])
    .await;
    assert_eq!(walked.root, recognised(Permalinks::Plain, &url));
    assert_eq!((walked.read, walked.write), (None, None));
    assert_eq!(walked.read_behind_plain, Some(said(200, None)));
    let refused = said(401, Some("woocommerce_rest_authentication_error"));
    assert_eq!(walked.write_behind_plain, Some(refused));
}

#[tokio::test]
async fn where_there_is_no_shop_the_key_stays_here() {
    let (walked, ..) = go(vec![line(INDEX, index("wp/v2"))]).await;
    assert!(matches!(
        walked.root,
        RootAnswer::Recognised {
            has_woocommerce: false,
            ..
        }
    ));
    let missing = || status("404 Not Found\r\nContent-Type: text/html", "<p>?");
    let (walked, ..) = go(vec![line(INDEX, missing()), line(PLAIN_INDEX, html("<p>"))]).await;
    assert_eq!(walked.root, RootAnswer::SomethingElse(404));
    let elsewhere = moved("https://www.shop.example/wp-json/?x=1");
    let (walked, ..) = go(vec![line(INDEX, elsewhere)]).await;
    let to = "https://www.shop.example/wp-json/".to_owned();
    assert_eq!(walked.root, RootAnswer::Trouble(Trouble::Redirected(to)));
    let (walked, ..) = go(vec![line(INDEX, status("503 Oops", ""))]).await;
    assert_eq!(walked.root, RootAnswer::Trouble(Trouble::Unavailable));
    let (walked, ..) = go(vec![line(INDEX, status("500 Oops", ""))]).await;
    assert_eq!(walked.root, RootAnswer::Trouble(Trouble::Failed(500)));
    let (walked, ..) = go(vec![line(INDEX, Answer::silence())]).await;
    assert_eq!(walked.root, RootAnswer::Trouble(Trouble::Lost));
    assert_eq!(walked.read, None);
}

#[tokio::test]
async fn a_closed_index_does_not_stop_at_the_shops_own_routes() {
    let closed = rest_error("401 Unauthorized", "rest_cannot_access");
    let (walked, ..) = go(vec![
        line(INDEX, closed),
        line(READ, slugs()),
        line(
            WRITE,
            status("405 Not Allowed\r\nContent-Type: text/html", "<p>"),
        ),
    ])
    .await;
    assert_eq!(walked.root, RootAnswer::RestClosed(401));
    assert_eq!(walked.write, Some(RouteAnswer::NotJson(405)));
}

#[tokio::test]
async fn trouble_on_the_way_ends_it() {
    let (walked, ..) = go(vec![
        line(INDEX, index("wc/v3")),
        line(READ, Answer::silence()),
    ])
    .await;
    assert_eq!(walked.read, Some(RouteAnswer::Trouble(Trouble::Lost)));
    assert_eq!(walked.write, None);
}

#[tokio::test]
async fn over_http_only_the_site_is_asked() {
    let stage = Stage::set(vec![line(INDEX, index("wc/v3"))]).await;
    let walked = walk(
        &stage.url,
        Permalinks::Pretty,
        &key(),
        &secret(),
        &stage.network,
    )
    .await;
    assert_eq!(walked.root, recognised(Permalinks::Pretty, &stage.url));
    assert_eq!((walked.read, walked.write), (None, None));
    for asked in stage.asked() {
        assert!(!asked.head.contains("ck_") && !asked.head.contains("authorization"));
    }
}

#[tokio::test]
async fn a_certificate_that_nobody_signed_ends_it_at_once() {
    let stage = Stage::set_safe(Vec::new()).await;
    let network = Network::new().unwrap();
    let walked = walk(&stage.url, Permalinks::Pretty, &key(), &secret(), &network).await;
    let problem = CertificateProblem::UnknownIssuer;
    assert_eq!(
        walked.root,
        RootAnswer::Trouble(Trouble::Certificate(problem))
    );
    stage.asked();
}
