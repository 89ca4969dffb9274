//! A print of what was copied, to recognise it without keeping it.

use crate::Error;
use sha2::{Digest as _, Sha256};

/// A salted one-way print. The salt is new each time and never leaves memory, so a print tells
/// nothing even about a text that is easy to guess.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    salt: [u8; 32],
    print: [u8; 32],
}

impl std::fmt::Debug for Mark {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Mark")
    }
}

impl Mark {
    /// The print of a text.
    pub(crate) fn of(text: &str) -> Result<Self, Error> {
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).map_err(|error| Error::unavailable(error.to_string()))?;
        Ok(Self {
            salt,
            print: print(&salt, text),
        })
    }

    /// Whether it is the print of this text.
    pub(crate) fn is_of(&self, text: &str) -> bool {
        print(&self.salt, text) == self.print
    }
}

fn print(salt: &[u8; 32], text: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(salt)
        .chain_update(text)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn recognises_its_text_alone() {
        let mark = Mark::of("one").unwrap();
        assert!(mark.is_of("one"));
        assert!(!mark.is_of("one "));
        assert!(!mark.is_of(""));
    }

    #[test]
    fn same_text_has_another_print_each_time() {
        assert_ne!(Mark::of("one").unwrap(), Mark::of("one").unwrap());
    }
}
