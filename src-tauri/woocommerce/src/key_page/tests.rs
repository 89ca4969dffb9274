//! The form of a key, as three releases write it.

use super::{KeyPage, read};
use crate::{Error, routes::Routes};
use keys::{Permission, ServerAppId, ServerUrl, SiteUserId};
use proptest::prelude::*;

const PATH: &str = "/boutique/wp-admin/admin.php?page=wc-settings";

const PAGE: &str = r#"<a href="woocommerce_admin_api_keys">x</a>
    <script>var wc_enhanced_select_params = {"search_customers_nonce":"cccccccccc"};</script>
    <script>/* <![CDATA[ */
    var woocommerce_admin_api_keys = {"ajax_url":"https:\/\/shop.example\/boutique\/wp-admin\/admin-ajax.php","update_api_nonce":"aaaaaaaaaa","x":"};"};
    /* ]]> */</script>
    <form id=mainform><input type="hidden" id="key_id" value="9"><input id="key_description" value="A &amp; B">
    <select id="key_user"><option value="2" selected='selected'>ann (#2 &ndash; a@b.example)</option></select>
    <select id="key_permissions"><option value="read">Lecture</option><option value="write" selected>Écriture</option>
    <option value="read_write">Les deux</option><option value="all">?</option></select>
    <code>curl</code><code>&hellip;3609e8d</code></form>"#;

fn read_page(text: &str) -> Result<KeyPage, Error> {
    let url = ServerUrl::parse_site("https://shop.example/boutique").unwrap();
    read(text, PATH, &Routes::new(&url, None))
}

#[test]
fn everything_needed_stands_on_the_page() {
    let page = read_page(PAGE).expect("a page");
    assert_eq!(page.ajax, "/boutique/wp-admin/admin-ajax.php");
    assert_eq!(page.nonce, "aaaaaaaaaa");
    assert_eq!(page.search_nonce.as_deref(), Some("cccccccccc"));
    let owner = page.owner.clone().unwrap();
    assert_eq!(
        (owner.id, owner.label.as_str()),
        (SiteUserId(2), "ann (#2 – a@b.example)")
    );
    assert_eq!(page.description, "A & B");
    assert_eq!(page.permission, Some(Permission::Write));
    let words: Vec<_> = page
        .permissions
        .iter()
        .map(|(_, word)| word.as_str())
        .collect();
    assert_eq!(words, ["Lecture", "Écriture", "Les deux"]);
    assert_eq!(page.ending.as_deref(), Some("3609e8d"));
    assert!(page.is_of(ServerAppId(9)) && !page.is_of(ServerAppId(8)));
}

#[test]
fn a_key_that_is_not_there_shows_by_its_missing_characters() {
    let page = read_page(&PAGE.replace("3609e8d", "")).expect("a page");
    assert_eq!(page.ending.as_deref(), Some(""));
    assert!(!page.is_of(ServerAppId(9)));
}

#[test]
fn what_is_missing_is_named() {
    for (part, what) in [
        (
            "woocommerce_admin_api_keys = ",
            "woocommerce_admin_api_keys",
        ),
        ("update_api_nonce", "update_api_nonce"),
        ("ajax_url", "ajax_url"),
        ("id=\"key_id\"", "key_id"),
        ("key_permissions", "key_permissions"),
        ("shop.example", "ajax_url"),
    ] {
        let Err(Error::PageChanged { what: missing }) =
            read_page(&PAGE.replace(part, "other.example"))
        else {
            panic!("{part} is not missed");
        };
        assert_eq!(missing, what);
    }
    // Those who may not look for others see no such proof.
    let page = read_page(&PAGE.replace("search_customers_nonce", "x")).expect("a page");
    assert_eq!(page.search_nonce, None);
}

proptest! {
    #[test]
    fn no_page_makes_it_stumble(cut in 0..PAGE.len(), text in "\\PC{0,20}") {
        if let (Some(start), Some(end)) = (PAGE.get(..cut), PAGE.get(cut..)) {
            let _ = read_page(start);
            let _ = read_page(&format!("{start}{text}{end}"));
        }
    }
}
