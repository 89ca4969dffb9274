//! What one system's keychain can do, as plain blocking calls made by the owner thread.

use crate::{Entry, Error, State};
use keys::Secret;

/// An open way into a keychain. Lives and dies on one thread.
pub(crate) trait Vault {
    /// Puts a secret under an entry, replacing what was there.
    fn store(&mut self, entry: &Entry, secret: &Secret) -> Result<(), Error>;

    /// The secret under an entry; `None` only when an open keychain has none.
    fn read(&mut self, entry: &Entry) -> Result<Option<Secret>, Error>;

    /// Removes what is under an entry; whether there was something.
    fn delete(&mut self, entry: &Entry) -> Result<bool, Error>;

    /// Opens the keychain, asking the person when needed.
    fn unlock(&mut self) -> Result<(), Error>;

    /// Looks, without asking the person anything.
    fn probe(&mut self) -> Result<State, Error>;
}
