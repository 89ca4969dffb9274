//! Sheets of every platform, language and kind of key: whole, short enough, and without the Secret.

use keys::{Identifier, KeyType, Permalinks, Permission, Platform, Secret, SheetLanguage};

use super::{About, Sheet, sheet};
use crate::check_code;

const MARKER: &str = "marker4711marker4711";

fn about(key_type: KeyType) -> About {
    let identifier = match key_type {
        KeyType::OAuth => Identifier::new(&"3f9a".repeat(8)),
        KeyType::ApiKey => None,
        KeyType::Consumer => Identifier::new(&format!("ck_{}", "3f9a".repeat(10))),
    };
    About {
        store_name: "Épicerie de la Croix-Rousse".to_owned(),
        app_name: "Épicerie de la Croix-Rousse".to_owned(),
        connection_name: "Les Coursiers d’Exemple".to_owned(),
        base_url: "https://coursiers.example.org".to_owned(),
        key_type,
        check_code: Some(check_code(
            identifier.as_ref(),
            &Secret::new(MARKER.to_owned()),
        )),
        identifier,
        date: "2026-11-22".to_owned(),
        sender: "camille".to_owned(),
        has_time_slot: Some(false),
        permission: None,
        permalinks: None,
    }
}

const PERMISSIONS: [Option<Permission>; 4] = [
    None,
    Some(Permission::Read),
    Some(Permission::Write),
    Some(Permission::ReadWrite),
];

fn each(mut look: impl FnMut(&About, Platform, &Sheet)) {
    for key_type in [KeyType::OAuth, KeyType::ApiKey] {
        for has_time_slot in [None, Some(true), Some(false)] {
            let mut about = about(key_type);
            about.has_time_slot = has_time_slot;
            on_each_platform(&about, &mut look);
        }
    }
    for permission in PERMISSIONS {
        for permalinks in [None, Some(Permalinks::Pretty), Some(Permalinks::Plain)] {
            let mut about = about(KeyType::Consumer);
            about.permission = permission;
            about.permalinks = permalinks;
            on_each_platform(&about, &mut look);
        }
    }
}

fn on_each_platform(about: &About, look: &mut impl FnMut(&About, Platform, &Sheet)) {
    for platform in Platform::for_type(about.key_type) {
        for language in SheetLanguage::ALL {
            look(about, *platform, &sheet(about, *platform, language));
        }
    }
}

/// How many lines a text takes where a line has 95 letters.
fn lines(text: &str) -> usize {
    let wrapped = |line: &str| {
        let mut count = 1;
        let mut used = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > 95 {
                count += 1;
                used = length;
            } else {
                used += length + usize::from(used > 0);
            }
        }
        count
    };
    text.lines().map(wrapped).sum()
}

#[test]
fn every_sheet_has_its_parts() {
    each(|about, platform, sheet| {
        assert!(sheet.title.contains(&about.store_name));
        assert!((4..=8).contains(&sheet.steps.len()), "{platform:?}");
        assert!(!sheet.notes.is_empty());
        let expected = if about.key_type == KeyType::ApiKey {
            2
        } else {
            3
        };
        assert_eq!(sheet.values.len(), expected);
        assert_eq!(sheet.values[0].value.as_ref(), Some(&about.base_url));
        let last = sheet.values.last().expect("a value");
        assert!(last.value.is_none() && last.instead.is_some());
        let page = sheet.to_text();
        for part in [
            &sheet.lead,
            &sheet.check_text,
            &sheet.footer,
            &sheet.values_heading,
        ] {
            assert!(page.contains(part.as_str()), "{part}");
        }
        assert!(page.contains(about.check_code.as_deref().expect("made above")));
        assert!(sheet.footer.contains("2026") && sheet.footer.contains("camille"));
    });
}

#[test]
fn every_sheet_fits_a_page() {
    let mut longest = (0, String::new());
    each(|_, platform, sheet| {
        let page = sheet.to_text();
        let count = lines(&page);
        if count > longest.0 {
            longest = (count, format!("{platform:?} {:?}\n{page}", sheet.language));
        }
    });
    assert!(longest.0 <= 50, "{} lines: {}", longest.0, longest.1);
}

#[test]
fn no_line_of_code_is_wider_than_the_page() {
    each(|_, _, sheet| {
        for line in sheet.code.as_deref().unwrap_or_default().lines() {
            assert!(line.chars().count() <= 95, "{line}");
        }
    });
}

#[test]
fn no_sheet_has_the_secret_or_an_unfilled_place() {
    each(|_, _, sheet| {
        let all = format!("{sheet:?}{}{}", sheet.to_text(), sheet.subject());
        assert!(!all.contains(MARKER), "{all}");
        let spoken = format!(
            "{}{:?}{:?}{}",
            sheet.lead, sheet.steps, sheet.notes, sheet.check_text
        );
        assert!(
            !spoken.contains("{$") && !spoken.contains("{ $"),
            "{spoken}"
        );
        assert!(!spoken.contains('\u{2068}'), "{spoken}");
    });
}

#[test]
fn the_subject_is_one_line_with_the_store() {
    each(|about, _, sheet| {
        let subject = sheet.subject();
        assert!(subject.contains(&about.store_name) && !subject.contains('\n'));
    });
}

#[test]
fn plugins_fields_have_their_own_names_in_every_language() {
    for language in SheetLanguage::ALL {
        let about = about(KeyType::OAuth);
        let labels = |platform| -> Vec<String> {
            let sheet = sheet(&about, platform, language);
            sheet.values.into_iter().map(|value| value.label).collect()
        };
        assert_eq!(
            labels(Platform::WooCommerce),
            ["Base URL", "API Key", "API Secret"]
        );
        assert_eq!(
            labels(Platform::PrestaShop),
            ["URL of CoopCycle server", "API key", "API secret"]
        );
    }
}

#[test]
fn a_shop_plugin_is_not_given_an_ak_key() {
    for language in SheetLanguage::ALL {
        for platform in [Platform::WooCommerce, Platform::PrestaShop] {
            let sheet = sheet(&about(KeyType::ApiKey), platform, language);
            assert!(sheet.lead.contains("ak_") && sheet.code.is_none());
            assert!(
                sheet.steps[1].contains("OAuth - for WordPress"),
                "{:?}",
                sheet.steps
            );
        }
    }
}

#[test]
fn a_store_without_a_time_slot_is_told() {
    for language in SheetLanguage::ALL {
        let mut about = about(KeyType::OAuth);
        let missing = sheet(&about, Platform::WooCommerce, language);
        about.has_time_slot = Some(true);
        let there = sheet(&about, Platform::WooCommerce, language);
        assert_ne!(missing.notes, there.notes);
    }
}

#[test]
fn a_key_without_a_store_is_called_by_its_app_name() {
    let mut about = about(KeyType::OAuth);
    about.store_name = String::new();
    about.app_name = "Every order".to_owned();
    let sheet = sheet(&about, Platform::Api, SheetLanguage::En);
    assert_eq!(sheet.title, "Delivery key for Every order");
}

#[test]
fn a_sheet_without_a_check_code_says_how_to_get_one() {
    let mut about = about(KeyType::OAuth);
    about.check_code = None;
    let page = sheet(&about, Platform::Curl, SheetLanguage::En).to_text();
    assert!(page.contains("Check code\n"), "{page}");
    assert!(page.contains("sha256sum"));
}

mod consumer;
