//! Letters about every cause, in every language.

use keys::{Cause, EnteredField, Identifier, SheetLanguage};

use super::{Letter, letter};

const FIELDS: [EnteredField; 3] = [
    EnteredField::BaseUrl,
    EnteredField::Identifier,
    EnteredField::Secret,
];

fn causes() -> Vec<Cause> {
    let mut causes: Vec<Cause> = FIELDS.into_iter().map(Cause::WhiteSpace).collect();
    causes.extend(FIELDS.into_iter().map(Cause::Empty));
    causes.extend(FIELDS.into_iter().map(|field| Cause::WrongLength {
        field,
        found: 31,
        expected: 32,
    }));
    causes.extend([
        Cause::HalvesSwapped,
        Cause::BaseUrlSlash,
        Cause::BaseUrlPath,
        Cause::BaseUrlHttp,
        Cause::BaseUrlWww,
        Cause::BaseUrlNoAddress,
        Cause::Redirected {
            to: "https://new.example".to_owned(),
        },
        Cause::Certificate,
        Cause::OtherInstance {
            belongs_to: "https://other.example".to_owned(),
        },
        Cause::UnknownAddress,
        Cause::NotCoopCycle,
        Cause::LacksDeliveries,
        Cause::ApiKeyInstead,
        Cause::OpensAnotherStore {
            store: "Florist Y".to_owned(),
        },
        Cause::Renewed,
        Cause::Replaced,
        Cause::SecretDiffers,
        Cause::UnknownIdentifier,
        Cause::Refused,
        Cause::Maintenance,
        Cause::ServerDown { status: Some(502) },
        Cause::ServerDown { status: None },
        Cause::Unreachable,
        Cause::NoTimeSlot,
        Cause::Unrestricted,
        Cause::NothingWrong,
    ]);
    causes
}

fn about(causes: Vec<Cause>) -> Letter {
    Letter {
        causes,
        base_url: Some("https://bikes.example".to_owned()),
        store_name: "Bakery X".to_owned(),
        identifier: Identifier::new("0a1b2c"),
    }
}

#[test]
fn every_cause_has_a_paragraph_of_its_own_in_every_language() {
    for language in SheetLanguage::ALL {
        let all = letter(&about(causes()), language);
        let paragraphs: Vec<&str> = all.trim_end().split("\n\n").collect();
        // Greeting, opening, values, what is next, closing.
        assert_eq!(paragraphs.len(), causes().len() + 5, "{all}");
        let mut different = paragraphs.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), paragraphs.len(), "{all}");
        let told = [
            "https://new.example",
            "https://other.example",
            "Florist Y",
            "502",
            "31",
            "32",
        ];
        assert!(told.iter().all(|value| all.contains(value)), "{all}");
    }
}

#[test]
fn causes_keep_their_order() {
    let page = letter(
        &about(vec![Cause::Renewed, Cause::BaseUrlSlash]),
        SheetLanguage::En,
    );
    let renewed = page.find("former one").expect("told");
    assert!(renewed < page.find("slash").expect("told"), "{page}");
}

#[test]
fn values_are_told_only_where_they_are_to_be_entered() {
    for language in SheetLanguage::ALL {
        let entered = letter(
            &about(vec![Cause::WhiteSpace(EnteredField::Secret)]),
            language,
        );
        assert!(
            entered.contains("Base URL: https://bikes.example\n"),
            "{entered}"
        );
        assert!(entered.contains("API Key: 0a1b2c\n"), "{entered}");
        let waiting = letter(&about(vec![Cause::Maintenance]), language);
        assert!(!waiting.contains("https://bikes.example"), "{waiting}");
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let page = letter(
        &Letter {
            causes: vec![Cause::Refused],
            base_url: None,
            store_name: "  ".to_owned(),
            identifier: None,
        },
        SheetLanguage::En,
    );
    assert!(
        !page.contains("Base URL:") && !page.contains("API Key:"),
        "{page}"
    );
    assert!(page.contains("of your shop"), "{page}");
}
