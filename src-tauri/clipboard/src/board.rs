//! What one kind of clipboard can do, as plain blocking calls made by the owner thread.

use crate::Error;
use keys::Secret;

/// One way to a clipboard.
pub(crate) trait Board {
    /// Puts a text there; whether with the hint that keeps it out of histories.
    fn set(&mut self, text: &Secret) -> Result<bool, Error>;

    /// The text there; `None` when there is none.
    fn read(&mut self) -> Result<Option<Secret>, Error>;

    /// Empties it.
    fn clear(&mut self) -> Result<(), Error>;
}
