//! Addresses as people enter them, and whose they are.

use super::{EnteredAddress, Place, place};
use keys::{
    Cause, Connection, ConnectionColour, ConnectionId, ConnectionKind, EnteredField, ServerUrl,
    SessionState,
};

fn connection(number: i64, kind: ConnectionKind, url: &str) -> Connection {
    Connection {
        id: ConnectionId(number),
        kind,
        url: ServerUrl::parse_site(url).unwrap(),
        name: String::new(),
        colour: ConnectionColour::new(0),
        username: String::new(),
        session: SessionState::SignedIn,
        country: None,
        locale: None,
        refreshed_at: None,
        site: None,
    }
}

fn connections() -> Vec<Connection> {
    use ConnectionKind::{CoopCycle, PracticeShop, WooCommerce};
    vec![
        connection(1, WooCommerce, "https://shop.example/boutique"),
        connection(2, WooCommerce, "https://www.solo.example"),
        connection(3, WooCommerce, "https://twins.example/one"),
        connection(4, WooCommerce, "https://twins.example/two"),
        connection(5, CoopCycle, "https://velo.example"),
        connection(6, PracticeShop, "https://127.0.0.1:8443"),
    ]
}

fn at(text: &str, belongs_to: Option<i64>) -> Place {
    let address = EnteredAddress::look_at(text.to_owned());
    place(&address, &connections(), belongs_to.map(ConnectionId))
}

fn site(number: i64, differs: &[Cause]) -> Place {
    let all = connections();
    let found = all.iter().find(|known| known.id == ConnectionId(number));
    Place::Site {
        id: ConnectionId(number),
        url: found.unwrap().url.clone(),
        differs: differs.to_vec(),
    }
}

#[test]
fn an_address_is_matched_to_the_site_that_is_meant() {
    use Cause::{BaseUrlHttp, BaseUrlPath, BaseUrlWww};
    for (text, expected) in [
        ("https://shop.example/boutique", site(1, &[])),
        ("https://SHOP.example/boutique/wp-json/wc/v3", site(1, &[])),
        ("shop.example/boutique/", site(1, &[])),
        ("https://shop.example", site(1, &[BaseUrlPath])),
        ("https://shop.example/elsewhere", site(1, &[BaseUrlPath])),
        ("https://www.shop.example/boutique", site(1, &[BaseUrlWww])),
        (
            "https://www.shop.example/",
            site(1, &[BaseUrlWww, BaseUrlPath]),
        ),
        ("https://solo.example", site(2, &[BaseUrlWww])),
        ("https://twins.example/two", site(4, &[])),
        (
            "https://twins.example/two/product/bell",
            site(4, &[BaseUrlPath]),
        ),
        ("https://127.0.0.1:8443", site(6, &[])),
        ("http://127.0.0.1:8443", site(6, &[BaseUrlHttp])),
    ] {
        assert_eq!(at(text, None), expected, "{text}");
    }
}

#[test]
fn one_of_two_sites_of_a_host_is_told_by_the_key() {
    assert_eq!(at("https://twins.example", None), Place::Unknown);
    let one = site(3, &[Cause::BaseUrlPath]);
    assert_eq!(at("https://twins.example", Some(3)), one);
    // What is entered exactly is what is meant, whatever the key belongs to.
    assert_eq!(at("https://twins.example/two", Some(3)), site(4, &[]));
    // A folder that only begins alike is another.
    assert_eq!(at("https://twins.example/twofold", None), Place::Unknown);
}

#[test]
fn a_stranger_is_never_asked() {
    let ours = ServerUrl::parse_site("https://shop.example/boutique").unwrap();
    for text in [
        "https://stranger.example",
        "https://shop.example.evil.example/boutique",
        "https://shop.example:8443/boutique",
        "https://evilshop.example/boutique",
    ] {
        let place = at(text, Some(1));
        assert_eq!(place, Place::Unknown, "{text}");
        assert_eq!(place.target(Some(&ours)), None, "{text}");
    }
}

#[test]
fn a_secret_goes_to_an_added_site_or_to_this_machine() {
    let ours = ServerUrl::parse_site("https://shop.example/boutique").unwrap();
    let local = ServerUrl::parse_site("https://localhost:9443/wp").unwrap();
    assert_eq!(
        at("https://localhost:9443/wp", None),
        Place::Loopback(local)
    );
    // The entered folder is not where it goes.
    let elsewhere = at("https://shop.example/elsewhere", None);
    assert_eq!(elsewhere.target(None), Some(ours.clone()));
    assert_eq!(at("https://velo.example/x", None), Place::Instance);
    assert_eq!(Place::Instance.target(None), None);
    assert_eq!(Place::Instance.target(Some(&ours)), Some(ours.clone()));
    assert_eq!(Place::Nowhere.target(Some(&ours)), Some(ours));
}

#[test]
fn each_fault_of_an_address_is_named() {
    let white_space = Cause::WhiteSpace(EnteredField::BaseUrl);
    for (text, faults, untidy) in [
        ("https://shop.example/boutique", vec![], vec![]),
        (
            "https://shop.example/boutique/",
            vec![],
            vec![Cause::BaseUrlSlash],
        ),
        (
            " https://shop.example/boutique\n",
            vec![],
            vec![white_space.clone()],
        ),
        ("https://shop.example/bou tique", vec![white_space], vec![]),
        (
            "https://shop.example/boutique/wp-admin/admin.php?page=wc-settings",
            vec![Cause::BaseUrlPath],
            vec![],
        ),
        (
            "http://shop.example/wp-json",
            vec![Cause::BaseUrlHttp, Cause::BaseUrlPath],
            vec![],
        ),
        ("http://localhost:9000", vec![], vec![]),
        ("shop.example", vec![Cause::BaseUrlNoAddress], vec![]),
        (
            "\"https://shop.example\"",
            vec![Cause::BaseUrlNoAddress],
            vec![],
        ),
        ("our shop", vec![Cause::BaseUrlNoAddress], vec![]),
        ("ck_1234", vec![Cause::BaseUrlNoAddress], vec![]),
        (" ", vec![Cause::Empty(EnteredField::BaseUrl)], vec![]),
    ] {
        let address = EnteredAddress::look_at(text.to_owned());
        assert_eq!(address.faults, faults, "{text}");
        assert_eq!(address.untidy, untidy, "{text}");
    }
}
