//! Marks point at what was found, in the units of the page.

use super::{Field, Mark, mark};
use crate::fold::{fold, words};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

fn marked(text: &str, query: &str) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    marks(text, query)
        .iter()
        .map(|mark| String::from_utf16(&units[mark.start..mark.end]).unwrap())
        .collect()
}

fn marks(text: &str, query: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    mark(Field::Store, text, &words(query), &mut marks);
    marks
}

#[test]
fn a_mark_covers_the_accents_of_its_letters() {
    assert_eq!(marked("Cre\u{302}perie", "cre"), ["Cre\u{302}"]);
    assert_eq!(marked("Crêperie", "PER"), ["per"]);
}

#[test]
fn a_mark_covers_a_letter_found_in_part() {
    assert_eq!(marked("Straße", "s"), ["S", "ß"]);
    assert_eq!(marked("Cœur", "coe"), ["Cœ"]);
}

#[test]
fn marks_count_utf16_units() {
    let found = marks("🚲🚲 velo", "velo");
    assert_eq!(
        found,
        [Mark {
            field: Field::Store,
            start: 5,
            end: 9
        }]
    );
}

#[test]
fn marks_that_touch_are_one() {
    assert_eq!(marked("webshop", "web shop"), ["webshop"]);
    assert_eq!(marked("web shop", "web shop"), ["web", "shop"]);
}

#[test]
fn no_word_marks_nothing() {
    assert!(marks("webshop", "").is_empty());
    assert!(marks("", "web").is_empty());
}

fn letters() -> impl Strategy<Value = String> {
    prop_oneof!["[aàAÀsßœŒoeé🚲 \u{301}\u{200b}]{0,12}", any::<String>(),]
}

proptest! {
    #[test]
    fn marked_text_folds_to_a_word_of_the_query(text in letters(), query in letters()) {
        let words = words(&query);
        for found in marked(&text, &query) {
            let found = fold(&found);
            prop_assert!(words.iter().any(|word| found.contains(word)), "{} {:?}", found, words);
        }
    }

    #[test]
    fn there_is_a_mark_just_when_a_word_occurs(text in letters(), query in letters()) {
        let folded = fold(&text);
        let occurs = words(&query).iter().any(|word| folded.contains(word));
        prop_assert_eq!(!marks(&text, &query).is_empty(), occurs);
    }

    #[test]
    fn marks_are_in_order_and_apart(text in letters(), query in letters()) {
        let marks = marks(&text, &query);
        prop_assert!(marks.iter().all(|mark| mark.start < mark.end));
        prop_assert!(marks.windows(2).all(|pair| pair[0].end < pair[1].start));
    }
}
