//! Halves as people paste them.

use super::Halves;
use keys::{Cause, EnteredField, Secret};

fn key() -> String {
    format!("ck_{}", "1a".repeat(20))
}

fn secret() -> String {
    format!("cs_{}", "2b".repeat(20))
}

fn look(first: &str, second: &str) -> Halves {
    let (first, second) = (first.to_owned(), second.to_owned());
    Halves::look_at(&Secret::new(first), &Secret::new(second))
}

#[test]
fn a_pair_is_found_in_whatever_surrounds_it() {
    for (first, second) in [
        (key(), secret()),
        (secret(), key()),
        (format!("\u{feff}{} ", key()), format!("\n{}", secret())),
        (format!("« {} »", key()), format!("'{}'", secret())),
    ] {
        let halves = look(&first, &second);
        let (identifier, found) = halves.pair().unwrap();
        assert_eq!(identifier.as_str(), key());
        assert_eq!(found, Secret::new(secret()));
        assert!(halves.are_of_site());
    }
}

#[test]
fn nothing_but_a_whole_pair_is_sent() {
    for (first, second) in [
        (key(), String::new()),
        (key(), secret()[..42].to_owned()),
        (key().to_uppercase(), secret()),
        (key(), key()),
        (secret(), secret()),
        ("1a".repeat(16), "2b".repeat(64)),
    ] {
        assert!(look(&first, &second).pair().is_none(), "{first} {second}");
    }
}

#[test]
fn a_secret_is_never_taken_for_an_identifier() {
    assert_eq!(look(&secret(), "").identifier(), None);
    assert_eq!(look(&secret(), &secret()).identifier(), None);
}

#[test]
fn other_keys_are_not_of_a_site() {
    assert!(!look(&"1a".repeat(16), &"2b".repeat(64)).are_of_site());
    assert!(!look("", "").are_of_site());
    // Cut short or in the other field, they still begin as they should.
    assert!(look("ck_1a", "").are_of_site());
    assert!(look("", "CS_2b").are_of_site());
}

#[test]
fn each_fault_is_named_once_and_with_its_field() {
    use EnteredField::{Identifier, Secret};
    let wrong = |field, found| Cause::WrongLength {
        field,
        found,
        expected: 43,
    };
    let inner = format!("{} {}", &key()[..20], &key()[20..]);
    for (first, second, faults, untidy) in [
        (key(), secret(), vec![], vec![]),
        (secret(), key(), vec![Cause::HalvesSwapped], vec![]),
        (
            String::new(),
            " ".to_owned(),
            vec![Cause::Empty(Identifier), Cause::Empty(Secret)],
            vec![],
        ),
        (
            format!(" {}", key()),
            format!(" {}", secret()),
            vec![Cause::WhiteSpace(Secret)],
            vec![Cause::WhiteSpace(Identifier)],
        ),
        (inner, secret(), vec![Cause::WhiteSpace(Identifier)], vec![]),
        (
            key()[..40].to_owned(),
            format!("{}x", secret()),
            vec![wrong(Identifier, 40), wrong(Secret, 44)],
            vec![],
        ),
    ] {
        let halves = look(&first, &second);
        assert_eq!(halves.faults(), faults, "{first} {second}");
        assert_eq!(halves.untidy(), untidy, "{first} {second}");
    }
}
