//! Round trips of parcels, and files that are broken.

use super::{Parcel, ParcelConnection, ParcelConsumer, ParcelHandover, ParcelKey, read, write};
use crate::Error;
use keys::{
    Channel, ConnectionKind, KeyOwner, KeyType, Moment, Permalinks, Permission, Platform, Scope,
    Secret, SheetLanguage, SiteFacts, SiteUserId,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn handover() -> impl Strategy<Value = ParcelHandover> {
    let channels = prop::sample::select(vec![Channel::Mail, Channel::SealedPack, Channel::Qr]);
    let platforms = prop::sample::select(Platform::ALL.to_vec());
    let languages = prop::sample::select(SheetLanguage::ALL.to_vec());
    let times = (any::<i64>(), option::of(any::<i64>()));
    let prints = vec(any::<u8>(), 0..11);
    let told = ("[a-zé]\\PC{0,8}", channels, platforms, languages);
    (told, times, prints).prop_map(
        |((person, channel, platform, language), (at, confirmed), fingerprint)| ParcelHandover {
            person,
            channel,
            platform,
            language,
            at: Moment(at),
            confirmed_at: confirmed.map(Moment),
            fingerprint,
        },
    )
}

fn consumer() -> impl Strategy<Value = ParcelConsumer> {
    let permission = option::of(prop::sample::select(Permission::ALL.to_vec()));
    let owner = option::of((option::of(any::<i64>()), any::<String>()));
    (permission, owner, any::<String>(), any::<bool>()).prop_map(
        |(permission, owner, ending, secret_lost)| ParcelConsumer {
            permission,
            owner: owner.map(|(id, name)| KeyOwner {
                id: id.map(SiteUserId),
                name,
            }),
            ending,
            secret_lost,
        },
    )
}

fn site() -> impl Strategy<Value = SiteFacts> {
    let texts = (
        option::of("/[a-z][!-\\[\\]-~]{0,12}"),
        option::of(any::<String>()),
        option::of(any::<String>()),
    );
    (any::<bool>(), texts).prop_map(|(is_plain, texts)| SiteFacts {
        permalinks: if is_plain {
            Permalinks::Plain
        } else {
            Permalinks::Pretty
        },
        login_path: texts.0,
        wordpress: texts.1,
        woocommerce: texts.2,
    })
}

fn key(is_of_site: bool) -> impl Strategy<Value = ParcelKey> {
    let names = (
        any::<String>(),
        option::of(any::<String>()),
        any::<String>(),
    );
    let values = (
        option::of(any::<String>()),
        option::of(any::<String>()),
        any::<String>(),
    );
    let scopes = option::of(vec("[a-z:]{1,10}", 0..4));
    let rest = (option::of(any::<i64>()), any::<bool>(), any::<bool>());
    let more = (vec(handover(), 0..3), consumer());
    (names, values, scopes, rest, more).prop_map(
        move |(names, values, scopes, (server_id, is_oauth, archived), (handovers, consumer))| {
            ParcelKey {
                server_id,
                app_name: names.0,
                local_name: names.1,
                key_type: match (is_of_site, is_oauth) {
                    (true, _) => KeyType::Consumer,
                    (false, true) => KeyType::OAuth,
                    (false, false) => KeyType::ApiKey,
                },
                store_name: names.2,
                scopes: scopes
                    .map(|list| list.iter().map(|each| Scope::from_value(each)).collect()),
                identifier: values.0,
                secret: values.1.map(Secret::new),
                note: values.2,
                archived,
                handovers,
                consumer: is_of_site.then_some(consumer),
            }
        },
    )
}

fn connection(kind: ConnectionKind) -> impl Strategy<Value = ParcelConnection> {
    let (texts, keys) = (any::<[String; 3]>(), vec(key(kind.is_site()), 0..4));
    (texts, any::<u8>(), keys, option::of(site())).prop_map(
        move |([url, name, username], colour, keys, site)| ParcelConnection {
            url,
            name,
            kind,
            colour,
            username,
            keys,
            site: site.filter(|_| kind.is_site()),
        },
    )
}

fn parcel_of(kinds: &[ConnectionKind]) -> impl Strategy<Value = Parcel> + use<> {
    let kinds = prop::sample::select(kinds.to_vec());
    let connections = vec(kinds.prop_flat_map(connection), 0..3);
    (any::<i64>(), any::<String>(), connections).prop_map(|(made_at, made_by, connections)| {
        Parcel {
            made_at: Moment(made_at),
            made_by,
            connections,
        }
    })
}

const SERVERS: [ConnectionKind; 2] = [ConnectionKind::CoopCycle, ConnectionKind::Practice];

const SITES: [ConnectionKind; 2] = [ConnectionKind::WooCommerce, ConnectionKind::PracticeShop];

fn parcel() -> impl Strategy<Value = Parcel> {
    parcel_of(&[SERVERS, SITES].concat())
}

fn text(parcel: &Parcel) -> String {
    String::from_utf8(write(parcel).to_vec()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(parcel in parcel()) {
        prop_assert_eq!(read(&write(&parcel)).unwrap(), parcel);
    }

    /// The program before knows version 1 and neither word.
    #[test]
    fn a_parcel_without_sites_is_as_the_program_before_wrote_it(parcel in parcel_of(&SERVERS)) {
        let text = text(&parcel);
        prop_assert!(text.starts_with(START));
        for connection in serde_json::from_str::<serde_json::Value>(&text).unwrap()["connections"].as_array().unwrap() {
            prop_assert!(connection.get("site").is_none());
            prop_assert!(connection["keys"].as_array().unwrap().iter().all(|key| key.get("consumer").is_none()));
        }
    }

    #[test]
    fn a_parcel_with_a_site_has_the_next_version(parcel in parcel_of(&SITES)) {
        let expected = if parcel.connections.is_empty() { 1 } else { 2 };
        let start = format!(r#"{{"format":"saddlebag-keys","version":{expected},"#);
        prop_assert!(text(&parcel).starts_with(&start));
    }

    #[test]
    fn a_cut_parcel_is_never_taken_for_a_whole_one(parcel in parcel(), share in 0.0..1.0_f64) {
        let bytes = write(&parcel);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a length below that of the text")]
        let length = (bytes.len() as f64 * share) as usize;
        prop_assert!(read(&bytes[..length]).is_err());
    }

    #[test]
    fn any_bytes_are_refused_calmly(bytes in vec(any::<u8>(), 0..400)) {
        prop_assert_eq!(read(&bytes).unwrap_err(), Error::NotOurs);
    }
}

const START: &str = r#"{"format":"saddlebag-keys","version":1"#;

fn with_key(key: &str) -> String {
    format!(
        r#"{START},"made_at":1,"made_by":"a","later":[1],"connections":[{{"url":"u","name":"n","kind":"coopcycle","colour":2,"username":"x","keys":[{key}]}}]}}"#
    )
}

#[test]
fn fields_of_a_later_program_are_passed_over() {
    let key = r#"{"app_name":"a","key_type":"oauth","store_name":"s","colour_of_the_bike":"red"}"#;
    let parcel = read(with_key(key).as_bytes()).unwrap();
    let read = &parcel.connections[0].keys[0];
    assert_eq!((read.app_name.as_str(), read.secret.as_ref()), ("a", None));
}

#[test]
fn a_newer_format_and_other_json_are_told_apart() {
    let newer = br#"{"format":"saddlebag-keys","version":3,"boxes":{}}"#;
    assert_eq!(read(newer).unwrap_err(), Error::Newer(3));
    for other in [
        "",
        "{}",
        "[]",
        "null",
        r#"{"format":"bitwarden","version":1}"#,
    ] {
        assert_eq!(
            read(other.as_bytes()).unwrap_err(),
            Error::NotOurs,
            "{other}"
        );
    }
}

#[test]
fn damage_names_its_place_and_never_the_value() {
    let place = |text: String| match read(text.as_bytes()).unwrap_err() {
        Error::Damaged(place) => place,
        other => panic!("{other}"),
    };
    let key = r#"{"app_name":"a","key_type":"marker-4711","store_name":"s"}"#;
    assert_eq!(place(with_key(key)), "connections[0].keys[0].key_type");
    let key = r#"{"app_name":"a","key_type":"oauth","store_name":"s","archived":"marker-4711"}"#;
    let line = place(with_key(key));
    assert!(
        line.starts_with("line 1, column") && !line.contains("marker"),
        "{line}"
    );
    assert_eq!(place(START.to_owned()), "its end");
}

#[test]
fn deep_json_does_not_exhaust_the_stack() {
    let deep = "[".repeat(1 << 20);
    assert_eq!(read(deep.as_bytes()).unwrap_err(), Error::NotOurs);
    let inside = format!("{START},\"later\":{deep}");
    assert!(matches!(
        read(inside.as_bytes()).unwrap_err(),
        Error::Damaged(_)
    ));
}

#[test]
fn more_than_any_inventory_is_refused() {
    let key = r#"{"app_name":"","key_type":"oauth","store_name":""},"#;
    let keys = key.repeat(200_001);
    let text = with_key(keys.trim_end_matches(','));
    assert_eq!(read(text.as_bytes()).unwrap_err(), Error::TooLarge);
    let spaces = vec![b' '; (64 << 20) + 1];
    assert_eq!(read(&spaces).unwrap_err(), Error::TooLarge);
}

mod consumer;
