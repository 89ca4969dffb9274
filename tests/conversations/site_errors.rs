//! What the site answers to keys and to what looks like them, row by row (contract 1, 7.1, 7.3,
//! 7.4), whoever asks.

use super::shop_curl::{Answer, ShopCurl};
use super::shop_stage::{ANNE, CARLA, Pair, ShopStage, behind_plain, behind_pretty, every_kind};
use practice::Permission;
use reqwest::Method;
use serde_json::json;

const READ: &str = "/wp-json/wc/v3/data?_fields=slug";
const WRITE: &str = "/wp-json/wc/v3";
const VIEW: &str = "woocommerce_rest_cannot_view";
const AUTHENTICATION: &str = "woocommerce_rest_authentication_error";

fn assert_error(answer: &Answer, status: u16, code: &str, row: &str) {
    assert!(answer.kind.starts_with("application/json"), "{row}");
    assert_eq!(answer.error(), (status, code.to_owned()), "{row}");
    let body = answer.json();
    assert_eq!(body["data"]["status"], json!(status), "{row}");
    assert!(!body["message"].as_str().unwrap().is_empty(), "{row}");
}

fn wrong(pair: &Pair) -> Pair {
    Pair {
        secret: format!("cs_{}", "0".repeat(40)),
        ..pair.clone()
    }
}

/// The shop keeps its rule about keys for clients; here somebody else breaks it on purpose.
async fn stage_for_curl(kind: practice::ShopOptions) -> ShopStage {
    let stage = ShopStage::start_with(kind).await;
    stage.watch_nobody();
    stage
}

#[tokio::test]
async fn each_row_of_errors_is_answered_as_observed() {
    for kind in every_kind() {
        let mut options = behind_pretty(kind.flavour);
        options.language = kind.language;
        let stage = stage_for_curl(options).await;
        let mut curl = ShopCurl::new(&stage);
        let mut plain = ShopCurl::plain(&stage);
        let both = stage.pair(ANNE, Permission::ReadWrite);
        let reads = stage.pair(ANNE, Permission::Read);
        let writes = stage.pair(ANNE, Permission::Write);
        let customers = stage.pair(CARLA, Permission::ReadWrite);
        let gone = stage.pair(5, Permission::ReadWrite);
        let swapped = Pair {
            key: both.secret.clone(),
            secret: both.key.clone(),
        };
        let empty = Pair {
            secret: String::new(),
            ..both.clone()
        };
        let capital = Pair {
            key: both.key.to_uppercase(),
            ..both.clone()
        };
        let person = Pair {
            key: "anne".to_owned(),
            secret: "practice".to_owned(),
        };
        let answer = curl.get(READ).await;
        assert_error(&answer, 401, VIEW, "no credentials");
        for (pair, row) in [
            (&swapped, "swapped"),
            (&empty, "empty secret"),
            (&capital, "upper case"),
            (&gone, "owner gone"),
            (&person, "a person's password"),
        ] {
            assert_error(&curl.basic("GET", READ, pair).await, 401, VIEW, row);
            let answer = curl.basic("POST", WRITE, pair).await;
            assert_error(&answer, 404, "rest_no_route", row);
        }
        let answer = plain.basic("GET", READ, &both).await;
        assert_error(&answer, 401, VIEW, "over http");
        let answer = curl.basic("POST", "/wp-json/wc/v3/orders", &swapped).await;
        assert_error(&answer, 401, "woocommerce_rest_cannot_create", "POST");
        for path in [READ, WRITE] {
            let answer = curl.basic("GET", path, &wrong(&both)).await;
            assert_error(&answer, 401, AUTHENTICATION, "wrong secret");
            let answer = curl.basic("GET", path, &writes).await;
            assert_error(&answer, 401, AUTHENTICATION, "may not read");
        }
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let answer = curl.basic(method, WRITE, &reads).await;
            assert_error(&answer, 401, AUTHENTICATION, method);
        }
        let answer = curl.basic("GET", READ, &customers).await;
        assert_error(&answer, 403, VIEW, "a customer's");
        let answer = curl.basic("GET", "/wp-json/wc/v3/nothing", &both).await;
        assert_error(&answer, 404, "rest_no_route", "no route");
        let answer = curl
            .basic("GET", "/wp-json/wc/v3/orders/99999", &both)
            .await;
        assert_error(
            &answer,
            404,
            "woocommerce_rest_shop_order_invalid_id",
            "no order",
        );
        let answer = curl
            .basic("GET", "/wp-json/wc/v3/orders?per_page=no", &both)
            .await;
        assert_error(&answer, 400, "rest_invalid_param", "parameter");
        // The index takes nobody for a key, until somebody made an application password.
        let index = "/wp-json/?_fields=name";
        assert_eq!(curl.basic("GET", index, &both).await.status, 200);
        stage.switch(|mode| mode.application_passwords_used = true);
        let answer = curl.basic("GET", index, &both).await;
        assert_error(&answer, 401, "invalid_username", "the index");
        assert_eq!(curl.basic("GET", READ, &both).await.status, 200);
    }
}

#[tokio::test]
async fn query_credentials_count_over_https_alone() {
    for kind in every_kind() {
        let stage = stage_for_curl(behind_pretty(kind.flavour)).await;
        let pair = stage.pair(ANNE, Permission::ReadWrite);
        let path = format!(
            "{READ}&consumer_key={}&consumer_secret={}",
            pair.key, pair.secret
        );
        assert_eq!(ShopCurl::new(&stage).get(&path).await.status, 200);
        let answer = ShopCurl::plain(&stage).get(&path).await;
        assert_error(&answer, 401, VIEW, "over http");
        stage.switch(|mode| mode.strips_authorization = true);
        assert_eq!(ShopCurl::new(&stage).get(&path).await.status, 200);
        let shown = stage.shop.history();
        assert!(shown.iter().all(|asked| !asked.path.contains(&pair.key)));
        assert!(shown.iter().all(|asked| !asked.path.contains(&pair.secret)));
    }
}

#[tokio::test]
async fn plain_permalinks_answer_pages_and_see_no_key() {
    for kind in every_kind() {
        let stage = stage_for_curl(behind_plain(kind.flavour)).await;
        let mut curl = ShopCurl::new(&stage);
        let pair = stage.pair(ANNE, Permission::ReadWrite);
        let answer = curl.basic("GET", "/wp-json/wc/v3/data", &pair).await;
        assert_eq!(answer.status, 301);
        assert!(answer.location.contains("/wp-json/wc/v3/data/"));
        for (method, path) in [("GET", "/wp-json/wc/v3/data/"), ("POST", WRITE)] {
            let answer = curl.basic(method, path, &pair).await;
            assert_eq!(answer.status, 200, "{method}");
            assert!(answer.kind.starts_with("text/html"), "{method}");
        }
        for root in ["/?rest_route=", "/index.php?rest_route="] {
            let answer = curl
                .basic("GET", &format!("{root}/wc/v3/data"), &pair)
                .await;
            assert_error(&answer, 401, VIEW, root);
            let dummy = format!("{root}/wc/v3/data&_=wp-json/wc/");
            assert_eq!(curl.basic("GET", &dummy, &pair).await.status, 200);
            let encoded = format!("{root}/wc/v3/data&_=wp-json%2Fwc%2F");
            let answer = curl.basic("GET", &encoded, &pair).await;
            assert_error(&answer, 401, VIEW, &encoded);
        }
        assert_eq!(stage.live()[0].last_access, None);
    }
}

#[tokio::test]
async fn the_index_and_its_namespace_are_open_to_everybody() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let mut curl = ShopCurl::new(&stage);
        let request = curl.request(Method::HEAD, "/");
        let head = request.send().await.unwrap();
        let link = head.headers()["link"].to_str().unwrap().to_owned();
        assert!(link.contains("rel=\"https://api.w.org/\""), "{link}");
        let base = stage.url.as_str();
        let root = link.split(['<', '>']).nth(1).unwrap();
        let below = root.strip_prefix(base).unwrap();
        let glue = if below.contains('?') { '&' } else { '?' };
        let index = format!("{below}{glue}_fields=name,namespaces,authentication");
        let answer = curl.get(&index).await.json();
        let namespaces = answer["namespaces"].as_array().unwrap();
        assert!(namespaces.contains(&json!("wc/v3")));
        assert!(answer["authentication"].is_object());
        let answer = ShopCurl::plain(&stage).get(&index).await.json();
        assert_eq!(answer["authentication"], json!([]));
        let whole = curl.get(below).await;
        assert!(whole.text.len() > 100_000, "{}", whole.text.len());
        let namespace = curl.get("/?rest_route=/wc/v3&_fields=namespace").await;
        assert_eq!(namespace.json(), json!({"namespace": "wc/v3"}));
    }
}
