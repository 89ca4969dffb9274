//! Tests of sealing and opening, with little work so that they are quick.

use keys::Secret;
use proptest::prelude::*;

use super::{MOST_WORK, WORK, open, open_within, seal, seal_with};
use crate::{Error, generate_passphrase};

const LITTLE: u8 = 2;

fn words(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn sealed(plain: &[u8], passphrase: &str) -> Vec<u8> {
    seal_with(plain, &words(passphrase), LITTLE).expect("sealed")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_sealed_opens_with_the_same_words(
        plain in proptest::collection::vec(any::<u8>(), 0..5_000),
        passphrase in "\\PC{1,40}",
    ) {
        let bytes = sealed(&plain, &passphrase);
        let opened = open(&bytes, &words(&passphrase)).expect("opened");
        prop_assert_eq!(&*opened, &plain);
    }

    #[test]
    fn no_change_of_a_byte_goes_unseen(place in 0_usize..400, flip in 1_u8..=255) {
        let mut bytes = sealed(b"Invented contents, long enough to have a place to change", "one-two");
        let place = place % bytes.len();
        bytes[place] ^= flip;
        prop_assert!(open(&bytes, &words("one-two")).is_err());
    }

    #[test]
    fn any_bytes_are_refused_calmly(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(matches!(open(&bytes, &words("one-two")), Err(Error::NotSealed)));
    }
}

#[test]
fn other_words_do_not_open() {
    let bytes = sealed(b"plain", "one-two-three");
    for other in ["one-two-four", "one-two", "", "One Two Three Four"] {
        let outcome = open(&bytes, &words(other));
        assert!(
            matches!(outcome, Err(Error::WrongPassphrase)),
            "{other:?}: {outcome:?}"
        );
    }
}

#[test]
fn words_open_however_they_are_typed() {
    let bytes = sealed(b"plain", "one-two-three");
    for typed in ["one two three", " One-Two  THREE ", "one\ntwo\nthree\n"] {
        assert_eq!(&**open(&bytes, &words(typed)).expect(typed), b"plain");
    }
}

#[test]
fn a_passphrase_of_another_program_opens_just_as_typed() {
    let bytes = sealed(b"plain", "Élan vital, 3 fois");
    assert_eq!(
        &**open(&bytes, &words("Élan vital, 3 fois")).expect("opened"),
        b"plain"
    );
}

#[test]
fn a_file_that_was_cut_is_damaged() {
    let bytes = sealed(&vec![7; 70_000], "one-two");
    for length in [30, 90, bytes.len() / 2, bytes.len() - 1] {
        let outcome = open(&bytes[..length], &words("one-two"));
        assert!(
            matches!(outcome, Err(Error::Damaged)),
            "{length}: {outcome:?}"
        );
    }
}

#[test]
fn other_files_are_not_sealed() {
    let to_a_key = b"age-encryption.org/v1\n-> X25519 invented";
    let newer = b"age-encryption.org/v9\n-> invented\n---\n";
    let armoured = b"-----BEGIN AGE ENCRYPTED FILE-----\n";
    for bytes in [&b""[..], b"PK\x03\x04", newer, armoured] {
        assert!(matches!(
            open(bytes, &words("one-two")),
            Err(Error::NotSealed)
        ));
    }
    assert!(matches!(
        open(to_a_key, &words("one-two")),
        Err(Error::Damaged)
    ));
}

#[test]
fn a_file_that_asks_for_too_much_is_not_tried() {
    let bytes = sealed(b"plain", "one-two");
    let outcome = open_within(&bytes, &words("one-two"), LITTLE - 1);
    assert!(matches!(outcome, Err(Error::TooMuchWork)), "{outcome:?}");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let line = text.lines().nth(1).expect("the line of the passphrase");
    let greedy = line.strip_suffix(" 2").expect("its work").to_owned() + " 40";
    let at = text.find(line).expect("found");
    let mut changed = bytes[..at].to_vec();
    changed.extend(greedy.as_bytes());
    changed.extend(&bytes[at + line.len()..]);
    let outcome = open(&changed, &words("one-two"));
    assert!(matches!(outcome, Err(Error::TooMuchWork)), "{outcome:?}");
}

#[test]
fn real_work_opens_and_stays_within_the_limit() {
    let passphrase = generate_passphrase();
    let bytes = seal(b"plain", &passphrase).expect("sealed");
    let first_lines = String::from_utf8_lossy(&bytes[..120]).into_owned();
    assert!(
        first_lines.starts_with("age-encryption.org/v1\n-> scrypt "),
        "{first_lines}"
    );
    assert!(first_lines.contains(&format!(" {WORK}\n")), "{first_lines}");
    const { assert!(WORK < MOST_WORK) };
    assert_eq!(&**open(&bytes, &passphrase).expect("opened"), b"plain");
}

#[test]
fn no_error_tells_the_words_or_the_contents() {
    let bytes = sealed(b"marker-4711", "marker-4712");
    let error = open(&bytes, &words("marker-4713")).expect_err("other words");
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("marker"), "{shown}");
}
