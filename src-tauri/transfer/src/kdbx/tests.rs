//! Databases made here, field by field.

use super::read_kdbx;
use crate::Error;
use keepass::config::{DatabaseConfig, KdfConfig};
use keepass::db::fields;
use keepass::{Database, DatabaseKey};
use keys::{KeyType, Secret};

fn database() -> Database {
    let mut config = DatabaseConfig::default();
    config.kdf_config = KdfConfig::Aes { rounds: 10 };
    Database::with_config(config)
}

fn saved(database: &Database) -> Vec<u8> {
    let mut bytes = Vec::new();
    let key = DatabaseKey::new().with_password("practice only");
    database.save(&mut bytes, key).unwrap();
    bytes
}

fn password() -> Secret {
    Secret::new("practice only".to_owned())
}

#[test]
fn own_fields_win_and_the_bin_is_left_out() {
    let mut database = database();
    let mut root = database.root_mut();
    let mut group = root.add_group();
    group.name = "Botiga Exemple".to_owned();
    let mut entry = group.add_entry();
    entry.set_unprotected(fields::TITLE, "Key");
    entry.set_unprotected(fields::USERNAME, "web@shop.example");
    entry.set_protected(fields::PASSWORD, "the shop's own");
    entry.set_unprotected("Identificador", "A".repeat(32));
    entry.set_protected("Clé secrète", "b".repeat(128));
    let mut bin = root.add_group();
    bin.name = "Bin".to_owned();
    let id = bin.id().uuid();
    let mut inside = bin.add_group();
    let mut thrown = inside.add_entry();
    thrown.set_unprotected(fields::USERNAME, "c".repeat(32));
    database.meta.recyclebin_uuid = Some(id);

    let found = read_kdbx(&saved(&database), &password()).unwrap();
    assert_eq!(found.skipped, 0);
    let [key] = found.keys.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(key.store_name, "Botiga Exemple");
    assert_eq!(key.identifier.as_deref(), Some("A".repeat(32).as_str()));
    assert_eq!(key.secret, Some(Secret::new("b".repeat(128))));
}

#[test]
fn passwords_of_other_things_are_counted_only() {
    let mut database = database();
    for (user, secret) in [
        ("someone", "x"),
        ("", "y"),
        ("{REF:U@I:00}", "{REF:P@I:00}"),
    ] {
        let mut root = database.root_mut();
        let mut entry = root.add_entry();
        entry.set_unprotected(fields::USERNAME, user);
        entry.set_protected(fields::PASSWORD, secret);
    }
    let found = read_kdbx(&saved(&database), &password()).unwrap();
    assert_eq!((found.keys.len(), found.skipped), (0, 3));
}

#[test]
fn a_file_that_asks_for_years_of_work_is_refused() {
    let mut bytes = saved(&database());
    // The rounds follow their name and their length in the parameters.
    let name = b"R\x08\x00\x00\x00";
    let at = bytes.windows(name.len()).position(|window| window == name);
    let at = at.unwrap() + name.len();
    bytes[at..at + 8].copy_from_slice(&u64::MAX.to_le_bytes());
    assert_eq!(
        read_kdbx(&bytes, &password()).unwrap_err(),
        Error::TooMuchWork
    );
}

#[test]
fn files_of_other_kinds_are_not_ours() {
    assert_eq!(read_kdbx(b"", &password()).unwrap_err(), Error::Empty);
    for other in [
        &b"PK\x03\x04"[..],
        b"\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5 old",
        b"name,secret\n",
    ] {
        assert_eq!(read_kdbx(other, &password()).unwrap_err(), Error::NotOurs);
    }
    let newer = b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\x00\x00\x05\x00";
    assert_eq!(read_kdbx(newer, &password()).unwrap_err(), Error::Newer(5));
}

#[test]
fn a_consumer_key_is_found_in_standard_fields_and_in_its_own() {
    let (public, private) = (
        format!("ck_{}", "0f".repeat(20)),
        format!("cs_{}", "0e".repeat(20)),
    );
    let mut database = database();
    let mut root = database.root_mut();
    let mut entry = root.add_entry();
    entry.set_unprotected(fields::TITLE, "Standard");
    entry.set_unprotected(fields::USERNAME, public.as_str());
    entry.set_protected(fields::PASSWORD, private.as_str());
    entry.set_unprotected(fields::URL, "https://shop.example/boutique");
    let mut entry = root.add_entry();
    entry.set_unprotected(fields::TITLE, "Own");
    entry.set_unprotected(fields::USERNAME, "ann");
    entry.set_protected(fields::PASSWORD, "of the site");
    entry.set_unprotected("Clé client", public.as_str());
    entry.set_protected("Secret client", private.as_str());
    let mut entry = root.add_entry();
    entry.set_unprotected(fields::TITLE, "A secret of nobody");
    entry.set_protected(fields::PASSWORD, private.as_str());

    let found = read_kdbx(&saved(&database), &password()).unwrap();
    assert_eq!((found.keys.len(), found.skipped), (2, 1));
    for key in found.keys {
        assert_eq!(key.key_type(), Some(KeyType::Consumer), "{key:?}");
        assert_eq!(key.identifier.as_deref(), Some(public.as_str()));
        assert_eq!(key.secret, Some(Secret::new(private.clone())));
    }
}
