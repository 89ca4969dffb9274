//! Consumer keys of sites in tables.

use super::rows;
use crate::FoundKey;
use crate::ImportField::{BaseUrl, Identifier, Secret};
use crate::table::{DOTS, read_table};
use keys::KeyType;

fn consumer_key() -> String {
    format!("ck_{}", "0f".repeat(20))
}

fn consumer_secret() -> String {
    format!("cs_{}", "0e".repeat(20))
}

fn values(key: &FoundKey) -> (Option<&str>, Option<&str>, Option<KeyType>) {
    let secret = key.secret.as_ref().map(keys::Secret::expose);
    (key.identifier.as_deref(), secret, key.key_type())
}

fn whole<'a>(key: &'a str, secret: &'a str) -> (Option<&'a str>, Option<&'a str>, Option<KeyType>) {
    (Some(key), Some(secret), Some(KeyType::Consumer))
}

#[test]
fn columns_are_told_by_heading_and_by_values() {
    let (key, secret) = (consumer_key(), consumer_secret());
    for headings in [
        "Consumer key,Consumer secret,Site URL",
        "Clé client,Secret client,Adresse du site",
        "Kundenschlüssel,Kundengeheimnis,Website-URL",
        "one,two,three",
    ] {
        let text = format!("{headings}\n{key},{secret},https://shop.example/boutique\n");
        let table = read_table(text.as_bytes()).unwrap();
        let expected = [Identifier, Secret, BaseUrl].map(Some);
        assert_eq!(table.guesses, expected, "{headings}");
        let keys = rows(&table);
        assert_eq!(values(&keys[0]), whole(&key, &secret), "{headings}");
    }
}

#[test]
fn a_table_without_headings_keeps_its_first_row() {
    let (key, secret) = (consumer_key(), consumer_secret());
    let table = read_table(format!("shop,{key},{secret}\n").as_bytes()).unwrap();
    assert_eq!(table.guesses, [None, Some(Identifier), Some(Secret)]);
    assert_eq!(values(&rows(&table)[0]), whole(&key, &secret));
}

#[test]
fn swapped_halves_find_their_place() {
    let (key, secret) = (consumer_key(), consumer_secret());
    let text = format!("Consumer key,Consumer secret\n{secret},{key}\n{secret},\n{key},\n");
    let keys = rows(&read_table(text.as_bytes()).unwrap());
    assert_eq!(values(&keys[0]), whole(&key, &secret));
    // Nothing tells whose secret it is.
    assert_eq!(values(&keys[1]), (None, Some(secret.as_str()), None));
    let without_secret = (Some(key.as_str()), None, Some(KeyType::Consumer));
    assert_eq!(values(&keys[2]), without_secret);
}

#[test]
fn a_site_does_not_know_upper_case_and_so_it_is_no_consumer_key() {
    let text = format!("API Key,API Secret\n{},x\n", consumer_key().to_uppercase());
    let keys = rows(&read_table(text.as_bytes()).unwrap());
    assert_eq!(keys[0].key_type(), Some(KeyType::OAuth));
}

#[test]
fn samples_show_neither_half_and_no_secret_is_taken_for_a_name() {
    let (key, secret) = (consumer_key(), consumer_secret());
    let text = format!("Name,Consumer key,Consumer secret,x\n{secret},{key},{secret},{secret}\n");
    let table = read_table(text.as_bytes()).unwrap();
    for column in 0..4 {
        assert_eq!(table.sample(column, table.guesses[column]), DOTS);
    }
    assert_eq!(rows(&table)[0].name, "");
}
