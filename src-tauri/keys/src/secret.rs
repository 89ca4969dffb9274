//! A value that must never be printed, serialized or kept longer than needed.

use std::fmt;
use zeroize::Zeroizing;

/// A secret text. It has no `Display`, no serialization, and leaves memory zeroed.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The only way to the text. Every caller is a place to review.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(hidden)")
    }
}

/// Compares without stopping at the first difference, so that timing tells nothing about the text.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.expose().as_bytes(), other.expose().as_bytes());
        ours.len() == theirs.len()
            && ours
                .iter()
                .zip(theirs)
                .fold(0, |difference, (a, b)| difference | (a ^ b))
                == 0
    }
}

impl Eq for Secret {}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn debug_output_hides_the_text() {
        let shown = format!("{:?}", Some(Secret::new("marker-4711".to_owned())));
        assert!(!shown.contains("marker"), "{shown}");
    }

    #[test]
    fn equality_is_of_the_whole_text() {
        let secret = Secret::new("abc".to_owned());
        assert_eq!(secret, Secret::new("abc".to_owned()));
        assert_ne!(secret, Secret::new("abd".to_owned()));
        assert_ne!(secret, Secret::new("ab".to_owned()));
    }
}
