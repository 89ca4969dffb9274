//! What answers at an address (contract 1).

use crate::stage::{Answer, Line, Stage, html, json, line, moved, rest_error, status};
use keys::Permalinks;
use woocommerce::{Error, Found, RecognisedSite, recognise};

const FIELDS: &str = "_fields=name,url,home,namespaces,authentication";
const LINK: &str = "Link: <{base}/wp-json/>; rel=\"https://api.w.org/\", <{base}/wp-json/wp/v2/pages/2>; rel=\"alternate\"";
const FRONT: &str = "<html lang=\"fr-FR\"><meta name=\"generator\" content=\"WordPress 6.1.9\" />\
    <meta name=\"generator\" content=\"WooCommerce 7.9.0\" />";

fn index(namespace: &str) -> Answer {
    json(&format!(
        r#"{{"name":"Vélo &amp; Co","url":"{{base}}","home":"{{base}}","namespaces":["oembed/1.0","{namespace}","wp/v2"],"authentication":[]}}"#
    ))
}

fn pretty_index() -> String {
    format!("GET /wp-json/?{FIELDS}")
}

fn named() -> Line {
    line(
        "HEAD /",
        status("200 OK\r\nContent-Type: text/html", "").with(LINK),
    )
}

async fn look(stage: &Stage) -> Result<RecognisedSite, Error> {
    let found = recognise(stage.url.as_str(), None, &stage.network).await;
    stage.asked();
    found
}

#[tokio::test]
async fn a_site_introduces_itself() {
    for folder in ["", "/boutique"] {
        let script = vec![
            named(),
            line(&pretty_index(), index("wc/v3")),
            line("GET /", html(FRONT)),
        ];
        let stage = Stage::set_in(folder, script).await;
        let typed = format!("{}/wp-admin/admin.php?page=x", stage.url);
        let found = recognise(&typed, None, &stage.network).await.unwrap();
        assert_eq!(found.url, stage.url);
        assert_eq!(found.name, "Vélo & Co");
        assert_eq!(found.locale.as_deref(), Some("fr_FR"));
        assert_eq!(found.facts.permalinks, Permalinks::Pretty);
        assert_eq!(found.facts.login_path, None);
        assert_eq!(found.facts.wordpress.as_deref(), Some("6.1.9"));
        assert_eq!(found.facts.woocommerce.as_deref(), Some("7.9.0"));
        for asked in stage.asked() {
            let head = asked.head.to_lowercase();
            assert!(
                !head.contains("authorization") && !head.contains("cookie"),
                "{head}"
            );
        }
    }
}

#[tokio::test]
async fn plain_permalinks_in_a_folder_are_seen_at_the_root() {
    let link = "Link: <{base}/index.php?rest_route=/>; rel=\"https://api.w.org/\"";
    let script = vec![
        line("HEAD /", status("200 OK", "").with(link)),
        line(
            &format!("GET /index.php?rest_route=/&{FIELDS}"),
            index("wc/v3"),
        ),
        line("GET /", status("500 Internal Server Error", "")),
    ];
    let stage = Stage::set_safe_in("/boutique", script).await;
    let found = look(&stage).await.unwrap();
    assert_eq!(found.url, stage.url);
    assert_eq!(found.facts.permalinks, Permalinks::Plain);
    assert_eq!((found.facts.wordpress, found.locale), (None, None));
}

#[tokio::test]
async fn a_root_named_in_the_page_alone_is_found_too() {
    let page = "<link rel=\"https://api.w.org/\" href=\"{base}/wp-json/\" />";
    let stage = Stage::set(vec![
        line("HEAD /", status("405 Method Not Allowed", "")),
        line("GET /", html(page)),
        line(&pretty_index(), index("wc/v3")),
        line("GET /", html(page)),
    ])
    .await;
    assert!(look(&stage).await.is_ok());
}

#[tokio::test]
async fn a_root_that_nothing_names_is_looked_for_where_it_usually_is() {
    let page = || html("<h1>Hello</h1>");
    let stage = Stage::set(vec![
        line("HEAD /", page()),
        line("GET /", page()),
        line(&pretty_index(), page()),
        line(&format!("GET /?rest_route=/&{FIELDS}"), index("wc/v3")),
        line("GET /", page()),
    ])
    .await;
    assert_eq!(
        look(&stage).await.unwrap().facts.permalinks,
        Permalinks::Plain
    );
}

#[tokio::test]
async fn a_page_somewhere_on_the_site_leads_to_it() {
    let link = "Link: <{base}/wp-json/>; rel=\"https://api.w.org/\"";
    let stage = Stage::set(vec![
        line("HEAD /product/bell/", status("200 OK", "").with(link)),
        line(&pretty_index(), index("wc/v3")),
        line("GET /", html(FRONT)),
    ])
    .await;
    let typed = format!("{}/product/bell/?color=red", stage.url);
    let found = recognise(&typed, None, &stage.network).await.unwrap();
    assert_eq!(found.url, stage.url);
    stage.asked();
}

#[tokio::test]
async fn redirects_are_followed_on_the_site_and_named_elsewhere() {
    let stage = Stage::set(vec![
        line("HEAD /", moved("/fr/")),
        line("HEAD /fr/", status("200 OK", "").with(LINK)),
        line(&pretty_index(), index("wc/v3")),
        line("GET /", html(FRONT)),
    ])
    .await;
    assert_eq!(look(&stage).await.unwrap().url, stage.url);
    let stage = Stage::set(vec![line(
        "HEAD /",
        moved("https://other.example/shop/?x=1"),
    )])
    .await;
    let Err(Error::Redirected { to }) = look(&stage).await else {
        panic!("not redirected");
    };
    assert_eq!(to, "https://other.example/shop/");
    let around = (0..5).map(|number| {
        let from = if number == 0 {
            "HEAD /".to_owned()
        } else {
            format!("HEAD /{number}")
        };
        line(&from, moved(&format!("/{}", number + 1)))
    });
    let stage = Stage::set(around.collect()).await;
    assert!(matches!(
        look(&stage).await,
        Err(Error::NotWordPress(Found::Website))
    ));
}

#[tokio::test]
async fn a_site_without_woocommerce_or_with_closed_routes_is_called_that() {
    let stage = Stage::set(vec![named(), line(&pretty_index(), index("wp/v2"))]).await;
    assert!(matches!(look(&stage).await, Err(Error::NotWooCommerce)));
    let plain = format!("GET /?rest_route=/&{FIELDS}");
    for (head, number) in [("401 Unauthorized", 401), ("403 Forbidden", 403)] {
        let closed = || rest_error(head, "rest_cannot_access");
        let script = vec![
            named(),
            line(&pretty_index(), closed()),
            line(&plain, closed()),
        ];
        let stage = Stage::set(script).await;
        let Err(Error::RestClosed { status }) = look(&stage).await else {
            panic!("not closed");
        };
        assert_eq!(status, number);
    }
}

#[tokio::test]
async fn everything_else_is_called_what_it_is() {
    for (answer, expected) in [
        (html("<h1>Hello</h1>"), Found::Website),
        (status("404 Not Found", ""), Found::Nothing),
        (json("{}"), Found::OtherServer),
    ] {
        let stage = Stage::set(vec![
            line("HEAD /", answer.clone()),
            line("GET /", answer.clone()),
            line(&pretty_index(), answer.clone()),
            line(&format!("GET /?rest_route=/&{FIELDS}"), answer.clone()),
            line("GET /", answer),
        ])
        .await;
        let Err(Error::NotWordPress(found)) = look(&stage).await else {
            panic!("{expected:?} was not found");
        };
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn a_moved_login_page_is_kept_if_it_is_on_the_same_host() {
    let script = || vec![named(), line(&pretty_index(), index("wc/v3"))];
    let stage = Stage::set([script(), vec![line("GET /", html(""))]].concat()).await;
    let login = format!("{}/entrance?x=1", stage.url);
    let found = recognise(stage.url.as_str(), Some(&login), &stage.network).await;
    assert_eq!(
        found.unwrap().facts.login_path.as_deref(),
        Some("/entrance?x=1")
    );
    stage.asked();
    let stage = Stage::set(script()).await;
    let elsewhere = Some("https://other.example/entrance");
    let found = recognise(stage.url.as_str(), elsewhere, &stage.network).await;
    assert!(matches!(found, Err(Error::LoginElsewhere)));
    stage.asked();
}

#[tokio::test]
async fn what_is_no_address_asks_nobody() {
    let stage = Stage::set(Vec::new()).await;
    let result = recognise("ann@shop.example", None, &stage.network).await;
    assert!(matches!(result, Err(Error::BadAddress)));
}
