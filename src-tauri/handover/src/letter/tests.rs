//! Letters about every cause, in every language.

use keys::{Cause, EnteredField, Identifier, KeyType, SheetLanguage};

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
        Cause::SitePlainHttp,
        Cause::PlainPermalinks,
        Cause::HeaderStripped,
        Cause::HttpsHidden,
        Cause::HeaderOrHttps,
        Cause::Revoked,
        Cause::NotRecognised,
        Cause::OwnerLacksRight,
        Cause::OwnerGone,
        Cause::LacksRead,
        Cause::LacksWrite,
        Cause::NotWooCommerce,
        Cause::RestClosed,
        Cause::NothingWrong,
    ]);
    causes
}

fn about(causes: Vec<Cause>) -> Letter {
    Letter {
        causes,
        key_type: KeyType::OAuth,
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
            key_type: KeyType::OAuth,
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

fn about_a_site(causes: Vec<Cause>) -> Letter {
    Letter {
        causes,
        key_type: KeyType::Consumer,
        base_url: Some("https://shop.example/boutique".to_owned()),
        store_name: "Bakery X".to_owned(),
        identifier: Identifier::new(&format!("ck_{}", "3f9a".repeat(10))),
    }
}

#[test]
fn a_site_s_values_have_the_names_of_the_site() {
    for language in SheetLanguage::ALL {
        let page = letter(&about_a_site(vec![Cause::NotRecognised]), language);
        assert!(
            page.contains("  Site URL: https://shop.example/boutique\n"),
            "{page}"
        );
        assert!(page.contains("  Consumer key: ck_3f9a"), "{page}");
        assert!(page.contains("  Consumer secret: "), "{page}");
    }
}

/// The causes that a diagnosis of a consumer key may name.
#[test]
fn no_letter_about_a_site_speaks_of_a_plugin_s_fields() {
    let mut causes: Vec<Cause> = FIELDS.into_iter().map(Cause::WhiteSpace).collect();
    causes.extend([
        Cause::HalvesSwapped,
        Cause::WrongLength {
            field: EnteredField::Secret,
            found: 42,
            expected: 43,
        },
        Cause::BaseUrlSlash,
        Cause::BaseUrlPath,
        Cause::BaseUrlHttp,
        Cause::BaseUrlWww,
        Cause::BaseUrlNoAddress,
        Cause::Redirected {
            to: "https://new.example".to_owned(),
        },
        Cause::SecretDiffers,
        Cause::UnknownIdentifier,
        Cause::Refused,
        Cause::NotRecognised,
        Cause::NotWooCommerce,
        Cause::Certificate,
        Cause::ServerDown { status: Some(502) },
        Cause::ServerDown { status: None },
        Cause::Unreachable,
        Cause::NothingWrong,
    ]);
    for language in SheetLanguage::ALL {
        let page = letter(&about_a_site(causes.clone()), language);
        for foreign in ["API Key", "API Secret", "Base URL", "CoopCycle", "{ $"] {
            assert!(!page.contains(foreign), "{foreign}: {page}");
        }
    }
}

#[test]
fn the_lines_for_the_web_server_are_the_same_in_every_language() {
    let apache = "\n    SetEnvIf Authorization \"(.*)\" HTTP_AUTHORIZATION=$1\n";
    let nginx = "\n    fastcgi_param HTTP_AUTHORIZATION $http_authorization;\n";
    let wp_config = "\n    if ( ( $_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '' ) === 'https' ) {\n        \
         $_SERVER['HTTPS'] = 'on';\n    }\n";
    for language in SheetLanguage::ALL {
        let stripped = letter(&about_a_site(vec![Cause::HeaderStripped]), language);
        assert!(
            stripped.contains(apache) && stripped.contains(nginx),
            "{stripped}"
        );
        assert!(
            stripped.contains("CGIPassAuth On") && !stripped.contains(wp_config),
            "{stripped}"
        );
        let hidden = letter(&about_a_site(vec![Cause::HttpsHidden]), language);
        assert!(
            hidden.contains(wp_config) && !hidden.contains(nginx),
            "{hidden}"
        );
        let either = letter(&about_a_site(vec![Cause::HeaderOrHttps]), language);
        for lines in [apache, nginx, wp_config] {
            assert!(either.contains(lines), "{either}");
        }
    }
}

/// As WordPress and WooCommerce call them in that language.
#[test]
fn settings_have_the_names_that_the_site_shows() {
    for (language, permalinks, keys) in [
        (
            SheetLanguage::En,
            "Settings > Permalinks",
            "Settings > Advanced > REST API",
        ),
        (
            SheetLanguage::Fr,
            "Réglages > Permaliens",
            "Réglages > Avancé > API REST",
        ),
        (
            SheetLanguage::Es,
            "Ajustes > Enlaces permanentes",
            "Ajustes > Avanzado > API REST",
        ),
        (
            SheetLanguage::De,
            "Einstellungen > Permalinks",
            "Einstellungen > Erweitert > REST-API",
        ),
        (
            SheetLanguage::It,
            "Impostazioni > Permalink",
            "Impostazioni > Avanzate > REST API",
        ),
        (
            SheetLanguage::Pt,
            "Definições > Ligações permanentes",
            "> Avançado > API REST",
        ),
        (
            SheetLanguage::Ca,
            "Configuració > Enllaços permanents",
            "Configuració > Avançat > API REST",
        ),
    ] {
        let page = letter(&about_a_site(vec![Cause::PlainPermalinks]), language);
        assert!(page.contains(permalinks), "{page}");
        for cause in [Cause::LacksRead, Cause::LacksWrite, Cause::Revoked] {
            let page = letter(&about_a_site(vec![cause]), language);
            assert!(page.contains(keys), "{page}");
        }
    }
}

#[test]
fn what_ails_a_site_is_for_its_developer_to_mend() {
    for language in SheetLanguage::ALL {
        for cause in [
            Cause::Certificate,
            Cause::ServerDown { status: Some(502) },
            Cause::ServerDown { status: None },
            Cause::Unreachable,
            Cause::NothingWrong,
        ] {
            let ours = letter(&about(vec![cause.clone()]), language);
            let theirs = letter(&about_a_site(vec![cause.clone()]), language);
            assert_ne!(ours, theirs, "{cause:?}");
        }
    }
}
