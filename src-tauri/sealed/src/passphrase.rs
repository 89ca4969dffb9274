//! Passphrases: six words by chance, and the ways a person may type them again.

use diceware_wordlists::EFF_LONG_WORDLIST;
use keys::Secret;
use zeroize::Zeroizing;

/// Six of 7,772 words are 77 bits: with the work of opening, out of reach of guessing.
const WORDS: usize = 6;

/// Six words joined by hyphens, each with the same chance.
pub fn generate_passphrase() -> Secret {
    // Room for the longest, so that no copy is left behind by growing.
    let mut phrase = Zeroizing::new(String::with_capacity(WORDS * 10));
    for count in 0..WORDS {
        if count > 0 {
            phrase.push('-');
        }
        phrase.push_str(word());
    }
    Secret::new(std::mem::take(&mut *phrase))
}

/// A word of the list. Four have a hyphen of their own and are drawn again: joined by hyphens they
/// would read as two words.
fn word() -> &'static str {
    loop {
        let word = EFF_LONG_WORDLIST[draw(EFF_LONG_WORDLIST.len())];
        if !word.contains('-') {
            return word;
        }
    }
}

/// A number below `bound`. What lies beyond the last whole multiple is drawn again, because a plain
/// remainder would favour the first words.
fn draw(bound: usize) -> usize {
    let bound = u64::try_from(bound).expect("a list in memory");
    let limit = u64::MAX - u64::MAX % bound;
    loop {
        let drawn = getrandom::u64().expect("desktop systems always have randomness");
        if drawn < limit {
            return usize::try_from(drawn % bound).expect("below the length of a list");
        }
    }
}

/// What the typed words may mean, most likely first: as we write them, then just as typed, for a
/// file that another program sealed.
pub(crate) fn readings(typed: &Secret) -> Vec<Secret> {
    let mut ours = Zeroizing::new(String::with_capacity(typed.expose().len() * 2));
    let is_gap = |letter: char| letter.is_whitespace() || "-‐‑‒–—_,.;".contains(letter);
    for word in typed.expose().split(is_gap).filter(|word| !word.is_empty()) {
        if !ours.is_empty() {
            ours.push('-');
        }
        for letter in word.chars().filter(|letter| !is_invisible(*letter)) {
            ours.extend(letter.to_lowercase());
        }
    }
    let ours = Secret::new(std::mem::take(&mut *ours));
    if ours.is_empty() || ours == *typed {
        return vec![typed.clone()];
    }
    vec![ours, typed.clone()]
}

/// Marks that come along when text is copied from a message.
fn is_invisible(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::{EFF_LONG_WORDLIST, draw, generate_passphrase, readings};
    use keys::Secret;
    use std::collections::BTreeSet;

    fn texts(typed: &str) -> Vec<String> {
        readings(&Secret::new(typed.to_owned()))
            .iter()
            .map(|reading| reading.expose().to_owned())
            .collect()
    }

    #[test]
    fn the_list_has_enough_different_words() {
        let different: BTreeSet<&str> = EFF_LONG_WORDLIST.into_iter().collect();
        assert_eq!(different.len(), 7_776);
        assert!(
            different
                .iter()
                .all(|word| word.len() >= 3 && word.len() <= 9)
        );
        let plain = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        assert!(different.iter().all(plain));
    }

    #[test]
    fn a_passphrase_is_six_words_of_the_list() {
        let first = generate_passphrase();
        assert_ne!(first, generate_passphrase());
        for _ in 0..2_000 {
            let phrase = generate_passphrase();
            let words: Vec<&str> = phrase.expose().split('-').collect();
            assert_eq!(words.len(), 6, "{words:?}");
            assert!(words.iter().all(|word| EFF_LONG_WORDLIST.contains(word)));
        }
    }

    #[test]
    fn every_number_below_the_bound_is_drawn() {
        let drawn: BTreeSet<usize> = (0..400).map(|_| draw(6)).collect();
        assert_eq!(drawn, (0..6).collect());
    }

    #[test]
    fn typed_words_are_read_as_we_write_them() {
        let ours = "abacus-yo-yo-zoom";
        assert_eq!(texts(ours), [ours]);
        for typed in [
            "abacus yo yo zoom",
            "  Abacus  YO-YO\tzoom \n",
            "abacus – yo‑yo – zoom",
            "\u{FEFF}abacus, yo-yo, zoom.",
        ] {
            assert_eq!(texts(typed), [ours, typed], "{typed:?}");
        }
        assert_eq!(texts(" "), [" "]);
    }
}
