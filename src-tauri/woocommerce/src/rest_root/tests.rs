//! The root of a site's routes, out of headers and addresses.

use super::{Root, in_links, read_path, sibling_of};
use keys::{Permalinks, ServerUrl};
use proptest::prelude::*;
use url::Url;

#[test]
fn the_root_is_one_of_many_links() {
    for links in [
        vec!["<https://s.example/wp-json/>; rel=\"https://api.w.org/\""],
        vec!["</style.css>; rel=preload, <https://s.example/wp-json/>; rel=\"https://api.w.org/\""],
        vec![
            "<https://s.example/>; rel=shortlink",
            "< https://s.example/wp-json/ >; rel=\"https://api.w.org/\", <x>; rel=\"y\"",
        ],
    ] {
        let links: Vec<_> = links.into_iter().map(str::to_owned).collect();
        let root = in_links(&links);
        assert_eq!(
            root.as_deref(),
            Some("https://s.example/wp-json/"),
            "{links:?}"
        );
    }
    assert_eq!(
        in_links(&["<a>; rel=next".to_owned(), "<".to_owned()]),
        None
    );
}

#[test]
fn folder_and_permalinks_are_read_from_the_root() {
    for (root, folder, permalinks) in [
        ("https://s.example/wp-json/", "", Permalinks::Pretty),
        ("https://s.example/a/b/wp-json", "/a/b", Permalinks::Pretty),
        (
            "https://s.example/a/index.php/wp-json/",
            "/a",
            Permalinks::Pretty,
        ),
        (
            "https://s.example/index.php?rest_route=/",
            "",
            Permalinks::Plain,
        ),
        ("https://s.example/a/?rest_route=/", "/a", Permalinks::Plain),
    ] {
        let read = read_path(&Url::parse(root).unwrap());
        assert_eq!(read, (folder.to_owned(), permalinks), "{root}");
    }
}

#[test]
fn the_usual_roots_are_below_the_folder() {
    let site = ServerUrl::parse_site("https://s.example/a").unwrap();
    assert_eq!(Root::of(&site, Permalinks::Pretty).path, "/a/wp-json/");
    assert_eq!(Root::of(&site, Permalinks::Plain).path, "/a/?rest_route=/");
}

#[test]
fn only_the_other_name_of_a_site_is_followed() {
    let site = ServerUrl::parse_site("https://shop.example/a").unwrap();
    for moved in [
        "https://www.shop.example/a/?x",
        "http://www.shop.example/a/",
    ] {
        let (sibling, path) = sibling_of(&site, moved).unwrap();
        assert_eq!(
            (sibling.as_str(), path.as_str()),
            ("https://www.shop.example", "/a/")
        );
        let (back, _) = sibling_of(&sibling, "https://shop.example/").unwrap();
        assert_eq!(back.as_str(), "https://shop.example");
    }
    for moved in [
        "https://shop.example:8443/",
        "https://evil.example/",
        "https://www.shop.example.evil.example/",
        "rubbish",
    ] {
        assert_eq!(sibling_of(&site, moved), None, "{moved}");
    }
}

proptest! {
    #[test]
    fn any_header_is_read(link in "\\PC{0,60}") {
        let _ = in_links(&[format!("<{link}"), link]);
    }
}
