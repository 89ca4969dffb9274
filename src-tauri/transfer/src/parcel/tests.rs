//! Round trips of parcels, and files that are broken.

use super::{Parcel, ParcelConnection, ParcelHandover, ParcelKey, read, write};
use crate::Error;
use keys::{Channel, ConnectionKind, KeyType, Moment, Platform, Scope, Secret, SheetLanguage};
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

fn key() -> impl Strategy<Value = ParcelKey> {
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
    (names, values, scopes, rest, vec(handover(), 0..3)).prop_map(
        |(names, values, scopes, (server_id, is_oauth, archived), handovers)| ParcelKey {
            server_id,
            app_name: names.0,
            local_name: names.1,
            key_type: if is_oauth {
                KeyType::OAuth
            } else {
                KeyType::ApiKey
            },
            store_name: names.2,
            scopes: scopes.map(|list| list.iter().map(|each| Scope::from_value(each)).collect()),
            identifier: values.0,
            secret: values.1.map(Secret::new),
            note: values.2,
            archived,
            handovers,
        },
    )
}

fn parcel() -> impl Strategy<Value = Parcel> {
    let connection = (
        any::<[String; 3]>(),
        any::<bool>(),
        any::<u8>(),
        vec(key(), 0..4),
    )
        .prop_map(
            |([url, name, username], is_real, colour, keys)| ParcelConnection {
                url,
                name,
                kind: if is_real {
                    ConnectionKind::CoopCycle
                } else {
                    ConnectionKind::Practice
                },
                colour,
                username,
                keys,
            },
        );
    (any::<i64>(), any::<String>(), vec(connection, 0..3)).prop_map(
        |(made_at, made_by, connections)| Parcel {
            made_at: Moment(made_at),
            made_by,
            connections,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(parcel in parcel()) {
        prop_assert_eq!(read(&write(&parcel)).unwrap(), parcel);
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
    let newer = br#"{"format":"saddlebag-keys","version":2,"boxes":{}}"#;
    assert_eq!(read(newer).unwrap_err(), Error::Newer(2));
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
