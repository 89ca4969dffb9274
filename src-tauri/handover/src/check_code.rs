//! Check codes: both sides see that they hold the same key, and neither tells it.

use std::fmt::Write as _;

use keys::{Identifier, Secret};
use sha2::{Digest as _, Sha256};

/// The first eight digits of the SHA-256 of `Identifier:Secret`, as `ab12-cd34`; for an `ak_` key
/// of the value alone. 32 bits tell a mistake, and nothing about 512 secret ones.
pub fn check_code(identifier: Option<&Identifier>, secret: &Secret) -> String {
    let mut hasher = Sha256::new();
    if let Some(identifier) = identifier {
        hasher.update(identifier.as_str());
        hasher.update(":");
    }
    hasher.update(secret.expose());
    let digest = hasher.finalize();
    let mut code = String::with_capacity(9);
    for (place, byte) in digest.iter().take(4).enumerate() {
        if place == 2 {
            code.push('-');
        }
        write!(code, "{byte:02x}").expect("text in memory takes everything");
    }
    code
}

#[cfg(test)]
mod tests {
    use super::check_code;
    use keys::{Identifier, Secret};

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    /// Vectors of the SHA-256 standard, so that nothing of ours is compared with itself.
    #[test]
    fn a_value_alone_gives_the_known_digits() {
        assert_eq!(check_code(None, &secret("abc")), "ba78-16bf");
        assert_eq!(check_code(None, &secret("")), "e3b0-c442");
    }

    /// Digits as `printf '%s' 'abc:def' | sha256sum` gives them.
    #[test]
    fn a_pair_is_joined_by_a_colon() {
        let identifier = Identifier::new("abc");
        assert_eq!(check_code(identifier.as_ref(), &secret("def")), "ec59-5285");
    }
}
