//! Finding the site and recognising WooCommerce (contract 1), in every flavour.

use practice::{Flavour, Permalinks, Permission, ShopMode, ShopOptions};
use reqwest::Method;

use super::running::Running;

const FLAVOURS: [Flavour; 3] = [Flavour::A, Flavour::B, Flavour::C];

async fn rest_root(running: &Running) -> String {
    let mut browser = running.browser();
    let request = browser.request(Method::HEAD, "/");
    let reply = browser.send(request).await.unwrap();
    assert_eq!((reply.status, reply.text.as_str()), (200, ""));
    let link = reply.link.unwrap();
    let (url, rel) = link.split_once("; ").unwrap();
    assert_eq!(rel, r#"rel="https://api.w.org/""#);
    url.trim_matches(['<', '>']).to_owned()
}

#[tokio::test]
async fn front_page_and_its_header_lead_to_the_rest_root() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let root = rest_root(&running).await;
        let page = running.browser().get("/").await;
        let link = page.attribute(r#"link[rel="https://api.w.org/"]"#, "href");
        assert_eq!(link, root);
        let end = match flavour {
            Flavour::B => "/boutique/index.php?rest_route=/",
            Flavour::A | Flavour::C => "/wp-json/",
        };
        assert!(root.ends_with(end), "{root}");
        let versions = page.attributes(r#"meta[name="generator"]"#, "content");
        let wordpress = format!("WordPress {}", flavour.wordpress());
        let woocommerce = format!("WooCommerce {}", flavour.woocommerce());
        assert_eq!(versions, [wordpress, woocommerce]);
    }
}

#[tokio::test]
async fn index_with_fields_is_short_and_names_the_shop() {
    for flavour in FLAVOURS {
        let running = Running::start_with(ShopOptions::of(flavour)).await;
        let root = rest_root(&running).await;
        let joint = if root.contains('?') { '&' } else { '?' };
        let target = format!("{root}{joint}_fields=name,url,home,namespaces,authentication");
        let mut browser = running.browser();
        let reply = browser.get(&target).await;
        assert_eq!(reply.status, 200);
        assert!(reply.text.len() < 1500, "{}", reply.text.len());
        let index = reply.json();
        let names = index["namespaces"].as_array().unwrap();
        assert!(names.contains(&"wc/v3".into()));
        assert_eq!(names.contains(&"wc/private".into()), flavour != Flavour::C);
        assert_eq!(index["home"], running.https.as_str());
        assert_eq!(index.get("_links").is_some(), flavour == Flavour::C);
        let endpoints = &index["authentication"]["application-passwords"]["endpoints"];
        let address = endpoints["authorization"].as_str().unwrap();
        assert!(address.starts_with(&running.https), "{address}");
        assert!(browser.get(&root).await.text.len() > 100_000);
    }
}

#[tokio::test]
async fn authentication_over_plain_http_is_an_empty_list() {
    let running = Running::start().await;
    let reply = running.plain_browser().get("/wp-json/").await;
    assert_eq!(reply.json()["authentication"], serde_json::json!([]));
}

#[tokio::test]
async fn namespace_index_is_public_and_takes_a_trailing_slash() {
    let running = Running::start().await;
    let mut browser = running.browser();
    for path in [
        "/wp-json/wc/v3",
        "/wp-json/wc/v3/",
        "/index.php/wp-json/wc/v3",
        "/?rest_route=/wc/v3",
    ] {
        let joint = if path.contains('?') { '&' } else { '?' };
        let reply = browser
            .get(&format!("{path}{joint}_fields=namespace"))
            .await;
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.json(), serde_json::json!({"namespace": "wc/v3"}));
    }
    let reply = browser.get("/WP-JSON/wc/v3").await;
    assert_eq!(reply.status, 404);
    assert!(reply.kind.starts_with("text/html"));
}

#[tokio::test]
async fn plain_permalinks_answer_pretty_addresses_with_the_home_page() {
    let running = Running::start_with(ShopOptions::of(Flavour::B)).await;
    let mut browser = running.browser();
    let reply = browser.get("/wp-json/wc/v3").await;
    assert_eq!(reply.status, 301);
    assert_eq!(
        reply.location(),
        format!("{}/wp-json/wc/v3/", running.https)
    );
    let reply = browser.get(reply.location()).await;
    assert_eq!((reply.status, reply.count("body.home")), (200, 1));
    assert!(reply.kind.starts_with("text/html"));
    let reply = browser.post("/wp-json/wc/v3", &[]).await;
    assert_eq!(reply.status, 200);
    assert!(reply.kind.starts_with("text/html"));
    for path in ["/?rest_route=/wc/v3", "/index.php?rest_route=/wc/v3"] {
        assert_eq!(browser.get(path).await.json()["namespace"], "wc/v3");
    }
}

#[tokio::test]
async fn without_woocommerce_nothing_of_it_is_there() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let nonce = admin.form("&create-key=1").await.ajax_nonce();
    let mode = ShopMode {
        woocommerce_off: true,
        ..running.shop.mode().unwrap()
    };
    running.shop.set_mode(&mode).unwrap();
    let index = admin.get("/wp-json/?_fields=namespaces").await.json();
    assert!(
        !index["namespaces"]
            .as_array()
            .unwrap()
            .contains(&"wc/v3".into())
    );
    let reply = admin.get("/wp-json/wc/v3").await;
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (404, "rest_no_route")
    );
    assert_eq!(admin.get(super::browser::KEYS).await.status, 403);
    let fields = [
        ("action", "woocommerce_update_api_key"),
        ("security", &nonce),
    ];
    let reply = admin.post(super::browser::AJAX, &fields).await;
    assert_eq!((reply.status, reply.text.as_str()), (400, "0"));
}

#[tokio::test]
async fn versions_are_told_to_a_key_that_reads() {
    for flavour in FLAVOURS {
        let options = ShopOptions {
            permalinks: Some(Permalinks::Pretty),
            ..ShopOptions::of(flavour)
        };
        let running = Running::start_with(options).await;
        let pair = running.pair(1, Permission::Read);
        let target =
            "/wp-json/wc/v3/system_status?_fields=environment.version,environment.wp_version";
        let reply = running.browser().call(Method::GET, target, &pair).await;
        let expected = serde_json::json!({"environment":
            {"version": flavour.woocommerce(), "wp_version": flavour.wordpress()}});
        assert_eq!(reply.json(), expected);
    }
}

#[tokio::test]
async fn nothing_is_beside_the_sub_folder() {
    let running = Running::start_with(ShopOptions::of(Flavour::B)).await;
    let host = running.https.strip_suffix("/boutique").unwrap();
    let mut browser = running.browser();
    for path in ["/", "/wp-login.php", "/boutiques/wp-login.php"] {
        assert_eq!(
            browser.get(&format!("{host}{path}")).await.status,
            404,
            "{path}"
        );
    }
    let reply = browser.get(&format!("{host}/boutique")).await;
    assert_eq!(
        (reply.status, reply.location()),
        (301, format!("{}/", running.https).as_str())
    );
}

#[tokio::test]
async fn retired_api_says_that_it_is_off() {
    let running = Running::start().await;
    let reply = running.browser().get("/wc-api/v3/orders").await;
    assert_eq!(reply.status, 404);
    assert_eq!(reply.json()["errors"]["code"], "woocommerce_api_disabled");
}
