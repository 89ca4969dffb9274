//! Each mishap of copying is seen for what it is.

use super::{EnteredValue, Shape};
use keys::Secret;

fn look_at(text: &str) -> EnteredValue {
    EnteredValue::look_at(&Secret::new(text.to_owned()))
}

#[test]
fn shapes_are_told_apart() {
    for (text, shape) in [
        (String::new(), Shape::Empty),
        (" \u{a0}\u{200b}".to_owned(), Shape::Empty),
        ("a1".repeat(16), Shape::Identifier),
        ("A1".repeat(64), Shape::Secret),
        (format!("ak_{}", "b2".repeat(20)), Shape::ApiKey),
        ("a1".repeat(17), Shape::Other),
        ("é".repeat(16), Shape::Other),
        ("akb2".to_owned(), Shape::Other),
    ] {
        assert_eq!(look_at(&text).shape, shape, "{text}");
    }
}

#[test]
fn what_cannot_be_seen_is_taken_out_and_told() {
    let value = "a1".repeat(16);
    for (before, inside, after, survives) in [
        ("", "", " ", true),
        ("\t", "", "\r\n", true),
        ("", "\n", "", false),
        ("", "", "\u{a0}", false),
        ("\u{feff}", "", "", false),
        ("", "\u{200b}", "", false),
        ("", "\u{2028}", "", false),
    ] {
        let text = format!("{before}{}{inside}{}{after}", &value[..9], &value[9..]);
        let looked = look_at(&text);
        assert!(looked.has_white_space, "{text:?}");
        assert_eq!(looked.cleaned.expose(), value, "{text:?}");
        assert_eq!(looked.survives_plugin, survives, "{text:?}");
        assert_eq!(looked.length, 32, "{text:?}");
    }
    let looked = look_at(&value);
    assert!(!looked.has_white_space && looked.survives_plugin);
}

#[test]
fn quotes_around_count_as_characters_too_many() {
    let value = "a1".repeat(64);
    for text in [
        format!("\"{value}\""),
        format!("“{value}”"),
        format!("« {value} »"),
    ] {
        let looked = look_at(&text);
        assert_eq!(
            (looked.shape, looked.length),
            (Shape::Secret, 130),
            "{text}"
        );
        assert!(!looked.survives_plugin);
    }
}

#[test]
fn only_what_may_be_an_identifier_is_one() {
    assert!(look_at(&"a1".repeat(16)).as_identifier().is_some());
    assert!(look_at("partner-7").as_identifier().is_some());
    for text in [
        String::new(),
        "a1".repeat(64),
        format!("ak_{}", "1".repeat(40)),
    ] {
        assert!(look_at(&text).as_identifier().is_none());
    }
}

#[test]
fn nothing_entered_is_ever_printed() {
    let shown = format!("{:?}", look_at(" marker-4711 "));
    assert!(!shown.contains("marker"), "{shown}");
}
