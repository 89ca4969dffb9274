//! A key has one door, and it opens to WooCommerce's routes over https alone.

use super::Ask;
use crate::{Error, Network, visitor::Visitor};
use keys::{Permalinks, Secret, ServerUrl};
use web_session::Request;

fn visitor(address: &str) -> Visitor {
    // Reserved by RFC 2606: what were sent would end as another error.
    let url = ServerUrl::parse_site(address).unwrap();
    Visitor::new(&url, &Network::new().unwrap()).unwrap()
}

#[tokio::test]
async fn a_key_goes_to_no_other_route() {
    let visitor = visitor("https://shop.invalid/boutique");
    let secret = Secret::new("cs_1".to_owned());
    for path in [
        "/boutique/wp-json/",
        "/boutique/wp-json/wp/v2/users/me",
        "/boutique/?rest_route=/wc/v3/data",
        "/boutique/wp-json/wc",
        "/",
    ] {
        let result = visitor
            .send_proven(Request::get(path).basic("ck_1", &secret))
            .await;
        assert!(matches!(result, Err(Error::NotWooCommerce)), "{path}");
    }
    for ask in [Ask::Read, Ask::Write] {
        for permalinks in [Permalinks::Pretty, Permalinks::Plain] {
            let request = ask.request("/boutique", permalinks);
            let result = visitor.send_proven(request.basic("ck_1", &secret)).await;
            assert!(matches!(result, Err(Error::Network { .. })), "{ask:?}");
        }
    }
}

#[tokio::test]
async fn a_key_never_goes_over_http() {
    let visitor = visitor("http://localhost:9");
    let request = Ask::Read.request("", Permalinks::Pretty);
    let result = visitor.send_proven(request).await;
    assert!(matches!(result, Err(Error::PlainHttp)));
}

#[test]
fn the_mark_stands_letter_by_letter() {
    let request = Ask::Read.request("/boutique", Permalinks::Plain);
    assert_eq!(request.path(), "/boutique/");
    let query = request.query_text().unwrap();
    assert_eq!(query, "rest_route=/wc/v3/data&_fields=slug&_=wp-json/wc/");
    // Without a key there is nothing to mark.
    let request = Ask::Presence.request("", Permalinks::Plain);
    assert_eq!(
        request.query_text(),
        Some("rest_route=/wc/v3&_fields=namespace")
    );
}
