//! Tables as people and programs save them.

use super::{Table, read_table};
use crate::ImportField::{self, BaseUrl, Identifier, Name, Note, Secret, Store};
use crate::{Error, FoundKey};
use proptest::collection::vec;
use proptest::prelude::*;

const TEXT: &str = "Magasin,Identifiant,Clé secrète,Adresse,Remarques\n\
    Épicerie Exemple,0123456789abcdef0123456789abcdef,marker-4711,https://coop.example,\"a, b\"\n";

fn rows(table: &Table) -> Vec<FoundKey> {
    table.rows(&table.guesses)
}

fn check(bytes: &[u8], said: &str) {
    let table = read_table(bytes).unwrap();
    let expected = [Store, Identifier, Secret, BaseUrl, Note].map(Some);
    assert_eq!(table.guesses, expected, "{said}");
    let keys = rows(&table);
    assert_eq!((keys.len(), table.rows.len()), (1, 1), "{said}");
    assert_eq!(keys[0].store_name, "Épicerie Exemple", "{said}");
    assert_eq!(
        keys[0].identifier.as_deref(),
        Some("0123456789abcdef0123456789abcdef")
    );
    assert_eq!(
        keys[0].secret.as_ref().map(keys::Secret::expose),
        Some("marker-4711")
    );
    assert_eq!(keys[0].base_url.as_deref(), Some("https://coop.example"));
    assert_eq!(keys[0].note, "a, b", "{said}");
}

#[test]
fn every_encoding_gives_the_same_table() {
    check(TEXT.as_bytes(), "utf-8");
    check(format!("\u{feff}{TEXT}").as_bytes(), "utf-8 with mark");
    let units = || {
        format!("\u{feff}{TEXT}")
            .encode_utf16()
            .collect::<Vec<u16>>()
    };
    let little: Vec<u8> = units().into_iter().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units().into_iter().flat_map(u16::to_be_bytes).collect();
    check(&little, "utf-16 little");
    check(&big, "utf-16 big");
    let western: Vec<u8> = TEXT
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    check(&western, "windows-1252");
}

#[test]
fn every_separator_gives_the_same_table() {
    for separator in [";", "\t"] {
        let text = TEXT
            .replace(", ", "&")
            .replace(',', separator)
            .replace('&', ", ");
        check(text.as_bytes(), separator);
        check(text.replace('\n', "\r\n").as_bytes(), separator);
    }
    check(format!("sep=,\r\n{TEXT}").as_bytes(), "named");
}

#[test]
fn columns_without_a_known_heading_are_told_by_their_values() {
    let text = format!(
        "x,y,z\n{},{},https://coop.example\n",
        "0f".repeat(16),
        "0e".repeat(64)
    );
    let table = read_table(text.as_bytes()).unwrap();
    assert_eq!(
        table.guesses,
        [Some(Identifier), Some(Secret), Some(BaseUrl)]
    );
}

#[test]
fn a_table_without_headings_keeps_its_first_row() {
    let text = format!("shop,{},{}\n", "0f".repeat(16), "0e".repeat(64));
    let table = read_table(text.as_bytes()).unwrap();
    assert_eq!(table.headings, ["A", "B", "C"]);
    assert_eq!(table.guesses, [None, Some(Identifier), Some(Secret)]);
    assert_eq!(table.rows.len(), 1);
}

#[test]
fn a_street_is_no_server_and_a_person_no_identifier() {
    let text = "Name,Adresse,Username\nBakery,1 Practice Street,someone@shop.example\n";
    let table = read_table(text.as_bytes()).unwrap();
    assert_eq!(table.guesses, [Some(Name), None, None]);
}

#[test]
fn no_field_is_given_twice() {
    let text = "API Key,Client ID,Identifier,Secret,API Secret\n";
    let table = read_table(text.as_bytes()).unwrap();
    let expected = [Some(Identifier), None, None, Some(Secret), None];
    assert_eq!(table.guesses, expected);
}

#[test]
fn samples_show_no_secret() {
    let hex = "0f".repeat(16);
    let text = format!("Name,Key,Secret,Other\nBakery,{hex},short,pass ak_12345678\n");
    let table = read_table(text.as_bytes()).unwrap();
    let samples: Vec<String> = (0..4)
        .map(|column| table.sample(column, table.guesses[column]))
        .collect();
    assert_eq!(samples, ["Bakery", super::DOTS, super::DOTS, super::DOTS]);
    assert_eq!(table.sample(0, Some(Secret)), super::DOTS);
    assert_eq!(table.sample(9, None), "");
}

#[test]
fn rows_may_be_ragged_and_cells_stay_text() {
    let text =
        "Name,API Key,Note\n=HYPERLINK(\"x\"),1\n\n,,\n@SUM(A1),\"2\",-1+1,extra\n\"open,3\n";
    let table = read_table(text.as_bytes()).unwrap();
    let keys = rows(&table);
    assert_eq!(table.rows.len(), 3);
    assert_eq!(keys[0].name, "=HYPERLINK(\"x\")");
    assert_eq!(
        (keys[1].name.as_str(), keys[1].note.as_str()),
        ("@SUM(A1)", "-1+1")
    );
    assert_eq!(keys[2].name, "open,3");
}

#[test]
fn values_lose_what_nobody_sees() {
    let text = "Name,API Key,API Secret\n a\0\u{200b} \u{a0} b ,\u{feff}12\u{200d}34 ,\"s \n\"\n";
    let key = rows(&read_table(text.as_bytes()).unwrap()).remove(0);
    assert_eq!(
        (key.name.as_str(), key.identifier.as_deref()),
        ("a b", Some("1234"))
    );
    assert_eq!(key.secret.unwrap().expose(), "s");
}

#[test]
fn halves_of_unmistakable_form_find_their_place() {
    let (public, private) = ("0f".repeat(16), "0e".repeat(64));
    let text =
        format!("API Key,API Secret,Name\n{private},{public},\nak_12ab,,\n{private},,{private}\n");
    let keys = rows(&read_table(text.as_bytes()).unwrap());
    let values = |key: &FoundKey| {
        let secret = key.secret.as_ref().map(|secret| secret.expose().to_owned());
        (key.identifier.clone(), secret)
    };
    assert_eq!(values(&keys[0]), (Some(public), Some(private.clone())));
    assert_eq!(values(&keys[1]), (None, Some("ak_12ab".to_owned())));
    assert_eq!(keys[1].key_type(), Some(keys::KeyType::ApiKey));
    assert_eq!(values(&keys[2]), (None, Some(private)));
    assert_eq!((keys[2].name.as_str(), keys[2].key_type()), ("", None));
}

#[test]
fn nothing_and_other_kinds_of_files_are_no_table() {
    for empty in ["", "\n\n", "\u{feff}", "\0\0"] {
        assert_eq!(
            read_table(empty.as_bytes()).unwrap_err(),
            Error::Empty,
            "{empty:?}"
        );
    }
    for other in [
        &b"PK\x03\x04..."[..],
        b"age-encryption.org/v1\n",
        b"%PDF-1.7",
    ] {
        assert_eq!(read_table(other).unwrap_err(), Error::NotOurs);
    }
    assert_eq!(
        read_table(&vec![b'a'; (16 << 20) + 1]).unwrap_err(),
        Error::TooLarge
    );
}

#[test]
fn a_hundred_thousand_columns_are_cut() {
    let text = "Name,".repeat(100_000) + "\n" + &"x,".repeat(100_000);
    let table = read_table(text.as_bytes()).unwrap();
    assert_eq!(table.headings.len(), super::COLUMN_LIMIT);
    let given = table
        .guesses
        .iter()
        .flatten()
        .collect::<Vec<&ImportField>>();
    assert_eq!(given, [&Name]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_table_or_an_error(bytes in vec(any::<u8>(), 0..600)) {
        if let Ok(table) = read_table(&bytes) {
            prop_assert_eq!(table.rows(&table.guesses).len(), table.rows.len());
            prop_assert_eq!(table.headings.len(), table.guesses.len());
        }
    }

    #[test]
    fn a_quoted_table_gives_its_cells(names in vec("[a-z\",;\t']{1,12}", 1..8)) {
        let cells = names.iter().map(|name| format!("\"x{}\",1\n", name.replace('"', "\"\"")));
        let text = "Name,API Key\n".to_owned() + &cells.collect::<String>();
        let read: Vec<String> =
            rows(&read_table(text.as_bytes()).unwrap()).into_iter().map(|key| key.name).collect();
        let expected: Vec<String> =
            names.iter().map(|name| crate::found::clean(&format!("x{name}")).to_string()).collect();
        prop_assert_eq!(read, expected);
    }
}

mod consumer;
