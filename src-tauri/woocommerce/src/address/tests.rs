//! Every way to name a site ends at its address.

use super::{read_address, read_candidates, read_login};
use crate::Error;
use keys::ServerUrl;
use proptest::prelude::*;

fn read(typed: &str) -> String {
    let found = read_address(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
    found.as_str().to_owned()
}

#[test]
fn all_ways_to_name_a_site_give_its_address() {
    for typed in [
        "shop.example",
        " Shop.Example/ ",
        "https://shop.example",
        "HTTPS://SHOP.example:443///",
        "//shop.example",
        "<https://shop.example>",
        "https://shop.example/?p=3#x",
        "shop.example/wp-admin/",
        "shop.example/WP-Admin/admin.php?page=wc-settings&tab=advanced&section=keys",
        "https://shop.example/wp-login.php?redirect_to=https%3A%2F%2Fshop.example%2Fwp-admin%2F",
        "shop.example/wp-login.php?redirect_to=https://shop.example/wp-admin/",
        "https://shop.example/wp-json/wc/v3",
        "https://shop.example/index.php?rest_route=/",
    ] {
        assert_eq!(read(typed), "https://shop.example", "{typed}");
    }
}

#[test]
fn folders_ports_and_names_are_kept() {
    for typed in [
        "shop.example/Boutique",
        "shop.example/Boutique/wp-admin/admin.php?page=x",
        "https://shop.example/Boutique/index.php/wp-json/",
    ] {
        assert_eq!(read(typed), "https://shop.example/Boutique", "{typed}");
    }
    assert_eq!(
        read("www.shop.example:8443"),
        "https://www.shop.example:8443"
    );
    assert_eq!(read("vélo.example"), "https://xn--vlo-bma.example");
    assert_eq!(read("192.0.2.7/a/b/"), "https://192.0.2.7/a/b");
}

#[test]
fn plain_http_is_for_this_machine_and_means_https_elsewhere() {
    assert_eq!(read("http://shop.example/a"), "https://shop.example/a");
    assert_eq!(read("http://127.0.0.1:8000/a"), "http://127.0.0.1:8000/a");
    assert_eq!(read("https://localhost:8443"), "https://localhost:8443");
    let both = read_candidates("localhost:8000/boutique").unwrap();
    let both: Vec<_> = both.iter().map(ServerUrl::as_str).collect();
    assert_eq!(
        both,
        [
            "http://localhost:8000/boutique",
            "https://localhost:8000/boutique"
        ]
    );
}

#[test]
fn what_is_no_address_is_refused() {
    for typed in [
        "",
        "  ",
        "two words",
        "ann@shop.example",
        "https://u:p@shop.example",
        "ftp://shop.example",
        "https://",
        "shop",
        "...",
        "42",
        "shop.example:99999",
    ] {
        let result = read_address(typed);
        assert!(
            matches!(result, Err(Error::BadAddress)),
            "{typed}: {result:?}"
        );
    }
}

#[test]
fn a_login_page_is_a_path_of_the_same_host() {
    let site = ServerUrl::parse_site("https://shop.example/boutique").unwrap();
    for (typed, expected) in [
        ("https://shop.example/entrance/?x=1#y", "/entrance/?x=1"),
        ("shop.example/boutique/entrance", "/boutique/entrance"),
        ("/entrance", "/entrance"),
        ("http://shop.example/entrance", "/entrance"),
    ] {
        assert_eq!(read_login(typed, &site).unwrap(), expected, "{typed}");
    }
    for typed in [
        "https://evil.example/entrance",
        "//evil.example/entrance",
        "https://shop.example:8443/entrance",
        "https://shop.example.evil.example/",
    ] {
        let result = read_login(typed, &site);
        assert!(
            matches!(result, Err(Error::LoginElsewhere)),
            "{typed}: {result:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(typed in "\\PC{0,80}") {
        if let Ok(url) = read_address(&typed) {
            prop_assert!(url.is_loopback() || url.is_https());
        }
    }

    #[test]
    fn reading_what_was_read_changes_nothing(typed in "[a-z]{1,9}(\\.[a-z]{2,9}){1,2}(/[A-Za-z0-9-]{1,5}){0,2}/?") {
        if let Ok(url) = read_address(&typed) {
            prop_assert_eq!(read_address(url.as_str()).unwrap(), url);
        }
    }
}
