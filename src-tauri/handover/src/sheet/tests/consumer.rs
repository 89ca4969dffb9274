//! Sheets of consumer keys: what they may do, and where they do not work.

use keys::{KeyType, Permalinks, Permission, Platform, SheetLanguage};

use super::{PERMISSIONS, about};
use crate::sheet::sheet;

#[test]
fn the_fields_have_the_receiver_s_names_and_ours_beside_them() {
    for language in SheetLanguage::ALL {
        for platform in Platform::for_type(KeyType::Consumer) {
            let values = sheet(&about(KeyType::Consumer), *platform, language).values;
            let labels: Vec<&str> = values.iter().map(|value| value.label.as_str()).collect();
            assert_eq!(labels, ["Site URL", "Consumer key", "Consumer secret"]);
            let is_english = language == SheetLanguage::En;
            for value in values {
                assert_eq!(value.also.is_none(), is_english, "{value:?}");
            }
        }
    }
}

#[test]
fn each_permission_is_told_in_a_sentence_of_its_own() {
    for language in SheetLanguage::ALL {
        let mut leads = PERMISSIONS.map(|permission| {
            let mut about = about(KeyType::Consumer);
            about.permission = permission;
            sheet(&about, Platform::Php, language).lead
        });
        leads.sort_unstable();
        assert!(leads.windows(2).all(|pair| pair[0] != pair[1]), "{leads:?}");
    }
}

#[test]
fn a_key_that_may_only_write_is_tried_where_nothing_can_be_written() {
    for platform in Platform::for_type(KeyType::Consumer) {
        let mut about = about(KeyType::Consumer);
        let mut code = |permission| {
            about.permission = permission;
            let sheet = sheet(&about, *platform, SheetLanguage::En);
            (sheet.code.expect("an example"), sheet.steps.join(" "))
        };
        for permission in [None, Some(Permission::Read), Some(Permission::ReadWrite)] {
            let (code, steps) = code(permission);
            assert!(code.contains("/wp-json/wc/v3/data?_fields=slug"), "{code}");
            assert!(!code.contains("POST"), "{code}");
            assert!(steps.contains("countries"), "{steps}");
        }
        let (code, steps) = code(Some(Permission::Write));
        assert!(code.contains("POST"), "{code}");
        let whole = |line: &str| {
            line.split(['\'', ' ', ','])
                .any(|word| word.ends_with("/wc/v3"))
        };
        assert!(code.lines().any(whole), "{code}");
        assert!(steps.contains("rest_no_route"), "{steps}");
    }
}

#[test]
fn plain_permalinks_are_told_and_others_are_not() {
    for language in SheetLanguage::ALL {
        for platform in Platform::for_type(KeyType::Consumer) {
            let mut about = about(KeyType::Consumer);
            let mut notes = |permalinks| {
                about.permalinks = permalinks;
                sheet(&about, *platform, language).notes
            };
            let pretty = notes(Some(Permalinks::Pretty));
            assert_eq!(notes(None), pretty);
            let plain = notes(Some(Permalinks::Plain));
            let (last, before) = plain.split_last().expect("notes");
            assert_eq!(before, &pretty[..before.len()]);
            assert!(last.contains(" > ") && !pretty.contains(last), "{last}");
        }
    }
}

#[test]
fn keys_of_other_kinds_know_no_permission_and_no_permalinks() {
    for key_type in [KeyType::OAuth, KeyType::ApiKey] {
        let mut about = about(key_type);
        let before = sheet(&about, Platform::Api, SheetLanguage::En);
        about.permission = Some(Permission::Write);
        about.permalinks = Some(Permalinks::Plain);
        assert_eq!(sheet(&about, Platform::Api, SheetLanguage::En), before);
    }
}
