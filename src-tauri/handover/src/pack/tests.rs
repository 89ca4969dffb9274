//! Packs hold everything, in every language; the notes around them nothing.

use keys::{Identifier, KeyType, Platform, Secret, SheetLanguage};

use super::{pack, pack_note};
use crate::sheet::{About, sheet};

fn about(identifier: Option<Identifier>) -> About {
    About {
        store_name: "Bakery X".to_owned(),
        app_name: "Webshop".to_owned(),
        connection_name: "Example Riders".to_owned(),
        base_url: "https://bikes.example".to_owned(),
        key_type: if identifier.is_some() {
            KeyType::OAuth
        } else {
            KeyType::ApiKey
        },
        identifier,
        check_code: None,
        date: "2026-11-22".to_owned(),
        sender: "camille".to_owned(),
        has_time_slot: None,
        permission: None,
        permalinks: None,
    }
}

#[test]
fn a_pack_has_every_value_on_a_line_of_its_own() {
    let secret = Secret::new("5ec7".repeat(32));
    let pair = Identifier::new(&"3f9a".repeat(8));
    let consumer_key = Identifier::new(&format!("ck_{}", "3f9a".repeat(10)));
    for (identifier, key_type) in [
        (pair, KeyType::OAuth),
        (None, KeyType::ApiKey),
        (consumer_key, KeyType::Consumer),
    ] {
        for platform in Platform::for_type(key_type).iter().copied() {
            for language in SheetLanguage::ALL {
                let mut about = about(identifier.clone());
                about.key_type = key_type;
                let sheet = sheet(&about, platform, language);
                let page = pack(&sheet, &about.base_url, identifier.as_ref(), &secret);
                let has = |value: &str| page.lines().any(|line| line == value);
                assert!(has(&about.base_url) && has(secret.expose()));
                assert!(identifier.as_ref().is_none_or(|value| has(value.as_str())));
                assert!(page.contains(&sheet.title) && page.contains(&sheet.steps[0]));
                let instead = sheet.values.last().and_then(|value| value.instead.clone());
                let said = page.matches(&instead.expect("the Secret's place")).count();
                // The lead of an unfit key and other steps may speak of another way; the value not.
                assert!(said <= 1, "{}", *page);
                assert!(page.capacity() >= page.len());
            }
        }
    }
}

#[test]
fn a_pack_does_not_say_that_the_secret_is_elsewhere() {
    let identifier = Identifier::new("3f9a");
    let about = about(identifier.clone());
    let sheet = sheet(&about, Platform::Curl, SheetLanguage::En);
    let page = pack(
        &sheet,
        &about.base_url,
        identifier.as_ref(),
        &Secret::new("s".to_owned()),
    );
    assert!(!page.contains("not on this sheet"), "{}", *page);
    assert!(page.contains("This file holds the secret value."));
}

#[test]
fn a_note_names_the_file_and_how_it_opens() {
    for language in SheetLanguage::ALL {
        let note = pack_note(language, "L'Épi d'or.age");
        assert!(
            note.contains(r"age -d -o key.txt 'L'\''Épi d'\''or.age' "),
            "{note}"
        );
        assert!(!note.contains('\n') && note.len() < 300);
    }
}
