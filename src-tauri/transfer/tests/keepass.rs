//! Databases that other programs wrote: `KeePassXC` 2.7.4 (KDBX 4) and `File::KeePass` 2.03
//! (KDBX 3.1). What is in them is invented.

use keys::{KeyType, Secret};
use transfer::{Error, FoundKey, read_kdbx};

const THREE: &[u8] = include_bytes!("fixture-3.1.kdbx");
const FOUR: &[u8] = include_bytes!("fixture.kdbx");

fn practice() -> Secret {
    Secret::new("practice only".to_owned())
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

#[test]
fn a_database_of_keepassxc_gives_its_keys() {
    let found = read_kdbx(FOUR, &practice()).unwrap();
    let urbantz = FoundKey {
        base_url: Some("https://coop.example".to_owned()),
        name: "Urbantz".to_owned(),
        secret: Some(secret("ak_0123456789abcdef0123456789abcdef01234567")),
        ..FoundKey::default()
    };
    let own_fields = FoundKey {
        base_url: Some("https://coop.example".to_owned()),
        store_name: "Boulangerie Exemple".to_owned(),
        name: "Own fields".to_owned(),
        identifier: Some("3".repeat(32)),
        secret: Some(secret(&"0b".repeat(64))),
        note: String::new(),
    };
    let woocommerce = FoundKey {
        base_url: Some("https://coop.example".to_owned()),
        store_name: "Boulangerie Exemple".to_owned(),
        name: "WooCommerce".to_owned(),
        identifier: Some("1".repeat(32)),
        secret: Some(secret(&"0a".repeat(64))),
        note: "two\nlines".to_owned(),
    };
    assert_eq!(urbantz.key_type(), Some(KeyType::ApiKey));
    assert_eq!(found.keys, [urbantz, own_fields, woocommerce]);
    assert_eq!(found.skipped, 1, "the bank, but not the recycle bin");
}

#[test]
fn a_database_of_the_older_format_gives_its_keys() {
    let found = read_kdbx(THREE, &practice()).unwrap();
    let woocommerce = FoundKey {
        base_url: Some("https://coop.example".to_owned()),
        store_name: "Tienda Ejemplo".to_owned(),
        name: "WooCommerce".to_owned(),
        identifier: Some("4".repeat(32)),
        secret: Some(secret(&"0d".repeat(64))),
        note: "practice".to_owned(),
    };
    assert_eq!(found.keys, [woocommerce]);
    assert_eq!(found.skipped, 1);
}

#[test]
fn a_wrong_passphrase_is_told_apart() {
    let wrong = Secret::new("practice  only".to_owned());
    for file in [THREE, FOUR] {
        assert_eq!(read_kdbx(file, &wrong).unwrap_err(), Error::WrongPassphrase);
    }
}

#[test]
fn a_file_cut_anywhere_fails_without_falling_over() {
    for file in [THREE, FOUR] {
        for length in (1..file.len()).step_by(97) {
            assert!(read_kdbx(&file[..length], &practice()).is_err(), "{length}");
        }
    }
    let cut = read_kdbx(&FOUR[..FOUR.len() - 40], &practice()).unwrap_err();
    assert!(matches!(cut, Error::Damaged(_)), "{cut}");
}
