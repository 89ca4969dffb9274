//! What folding makes equal, and what it must keep apart.

use super::{fold, words};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

#[test]
fn accents_and_case_do_not_matter() {
    for (written, typed) in [
        ("Crêperie Noël", "creperie noel"),
        ("CRE\u{302}PERIE", "creperie"),
        ("Straße", "STRASSE"),
        ("Œuvre", "oeuvre"),
        ("Smørrebrød", "smorrebrod"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("İstanbul", "istanbul"),
        ("Ιδέες", "ΙΔΕΕΣ"),
        ("Зелёный", "зеленый"),
        ("ﬁlet", "FILET"),
        ("Ｂｉｋｅ", "bike"),
    ] {
        assert_eq!(fold(written), fold(typed), "{written} {typed}");
    }
}

#[test]
fn vowel_marks_of_arabic_and_hebrew_do_not_matter() {
    assert_eq!(fold("خُبْز"), fold("خبز"));
    assert_eq!(fold("خبــز"), fold("خبز"));
    assert_eq!(fold("לֶחֶם"), fold("לחם"));
}

#[test]
fn signs_that_make_another_letter_matter() {
    assert_ne!(fold("かき"), fold("かぎ"));
    assert_ne!(fold("कि"), fold("क"));
    assert_eq!(fold("ｶﾞ"), fold("ガ"));
}

#[test]
fn a_korean_syllable_is_found_while_it_is_typed() {
    assert!(fold("한식").contains(&fold("하")));
}

#[test]
fn invisible_characters_do_not_hide_a_word() {
    assert_eq!(fold("web\u{200b}shop\u{ad}"), "webshop");
}

#[test]
fn words_are_apart_at_any_white_space_and_each_counts_once() {
    assert_eq!(words(" Rosa\u{a0}fleur\tROSA\n"), ["fleur", "rosa"]);
    assert!(words(" \u{200b} ").is_empty());
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folded_text_holds_no_line_end(text in any::<String>()) {
        prop_assert!(!fold(&text).contains(['\n', '\r', '\0']));
    }
}
