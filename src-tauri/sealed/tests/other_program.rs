//! A file that Debian's `age` 1.1.1 sealed with its own work factor.

use keys::Secret;
use sealed::{Error, open};

const FIXTURE: &[u8] = include_bytes!("fixture.age");

#[test]
fn a_file_of_the_age_program_opens() {
    let words = Secret::new("Abacus yo-yo zoom example".to_owned());
    assert_eq!(
        &**open(FIXTURE, &words).expect("opened"),
        b"practice only\n"
    );
}

#[test]
fn a_file_of_the_age_program_keeps_to_its_words() {
    let words = Secret::new("abacus-yo-yo-zoom".to_owned());
    assert!(matches!(open(FIXTURE, &words), Err(Error::WrongPassphrase)));
}
