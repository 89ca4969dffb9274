//! Sees that a secret changed without keeping the secret.

use keys::Secret;
use sha2::{Digest, Sha256};

/// Ten bytes of a hash. The server's secrets are 160 and 512 random bits, so nothing can be
/// guessed back from it.
pub(crate) fn fingerprint(secret: &Secret) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"saddlebag secret fingerprint 1\0");
    hash.update(secret.expose().as_bytes());
    hash.finalize()[..10].to_vec()
}
