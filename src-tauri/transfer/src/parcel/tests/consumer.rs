//! Sites and consumer keys in a parcel as it stands in a file.

use crate::{Error, Parcel, read};
use keys::{ConnectionKind, KeyOwner, KeyType, Permalinks, Permission, SiteUserId};

fn of_site(site: &str, key: &str) -> Result<Parcel, Error> {
    let text = format!(
        r#"{{"format":"saddlebag-keys","version":2,"made_at":1,"made_by":"a","connections":[{{"url":"https://shop.example/boutique","name":"n","kind":"woocommerce","colour":2,"username":"x","keys":[{{"app_name":"My app","key_type":"consumer","store_name":"s"{key}}}]{site}}}]}}"#
    );
    read(text.as_bytes())
}

#[test]
fn a_file_tells_the_site_and_the_key() {
    let site = r#","site":{"permalinks":"plain","login_path":"/in","woocommerce":"11.0.1"}"#;
    let key = r#","consumer":{"permission":"read_write","owner":{"id":2,"name":"Ann"},"ending":"3609e8d","secret_lost":true}"#;
    let parcel = of_site(site, key).unwrap();
    let connection = &parcel.connections[0];
    assert_eq!(connection.kind, ConnectionKind::WooCommerce);
    let site = connection.site.as_ref().unwrap();
    assert_eq!(site.permalinks, Permalinks::Plain);
    assert_eq!(site.login_path.as_deref(), Some("/in"));
    assert_eq!(site.wordpress, None);
    assert_eq!(site.woocommerce.as_deref(), Some("11.0.1"));
    assert_eq!(connection.keys[0].key_type, KeyType::Consumer);
    let consumer = connection.keys[0].consumer.as_ref().unwrap();
    assert_eq!(consumer.permission, Some(Permission::ReadWrite));
    let owner = KeyOwner {
        id: Some(SiteUserId(2)),
        name: "Ann".to_owned(),
    };
    assert_eq!(consumer.owner, Some(owner));
    assert_eq!(
        (consumer.ending.as_str(), consumer.secret_lost),
        ("3609e8d", true)
    );
}

#[test]
fn a_consumer_key_without_facts_tells_its_ending() {
    let key = r#","identifier":"ck_0123456789abcdef0123456789abcdef01234567""#;
    let parcel = of_site("", key).unwrap();
    assert_eq!(parcel.connections[0].site, None);
    let consumer = parcel.connections[0].keys[0].consumer.as_ref().unwrap();
    assert_eq!(consumer.ending, "1234567");
    assert_eq!((consumer.permission, &consumer.owner), (None, &None));
}

#[test]
fn words_that_nobody_knows_are_damage_told_by_its_place() {
    let place = |site: &str, key: &str| match of_site(site, key).unwrap_err() {
        Error::Damaged(place) => place,
        other => panic!("{other}"),
    };
    assert_eq!(
        place(r#","site":{"permalinks":"marker-4711"}"#, ""),
        "connections[0].site.permalinks"
    );
    assert_eq!(
        place(
            "",
            r#","consumer":{"permission":"Lecture","ending":"3609e8d"}"#
        ),
        "connections[0].keys[0].consumer.permission"
    );
}

#[test]
fn a_login_page_is_on_its_own_site() {
    for elsewhere in [
        "",
        "in",
        "//evil.example/in",
        "/\\\\evil.example",
        ".evil.example",
        "@evil.example",
        "/in\\n",
        "/é",
    ] {
        let site = format!(r#","site":{{"permalinks":"pretty","login_path":"{elsewhere}"}}"#);
        assert_eq!(
            of_site(&site, "").unwrap_err(),
            Error::Damaged("connections[0].site.login_path".to_owned()),
            "{elsewhere}"
        );
    }
}
