//! The clipboard of the window's own toolkit, lent by the shell.

use crate::board::Board;
use crate::{Cause, Error};
use keys::Secret;
use std::fmt;
use std::sync::Arc;

/// Puts a text there; whether with the hint that keeps it out of histories.
pub type SetText = dyn Fn(&Secret) -> Result<bool, Cause> + Send + Sync;

/// The text there; `None` when there is none.
pub type ReadText = dyn Fn() -> Result<Option<Secret>, Cause> + Send + Sync;

/// Empties it.
pub type ClearText = dyn Fn() -> Result<(), Cause> + Send + Sync;

/// The three calls of a toolkit's clipboard. They come from the clipboard's thread and may block;
/// a toolkit bound to the main thread goes there by itself, and must not wait for it for ever.
pub struct Toolkit {
    /// Puts a text there; whether with the hint that keeps it out of histories.
    pub set: Box<SetText>,
    /// The text there; `None` when there is none.
    pub read: Box<ReadText>,
    /// Empties it.
    pub clear: Box<ClearText>,
}

impl fmt::Debug for Toolkit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Toolkit").finish_non_exhaustive()
    }
}

pub(crate) struct ToolkitBoard(pub(crate) Arc<Toolkit>);

impl Board for ToolkitBoard {
    fn set(&mut self, text: &Secret) -> Result<bool, Error> {
        (self.0.set)(text).map_err(|cause| Error::Unavailable { cause })
    }

    fn read(&mut self) -> Result<Option<Secret>, Error> {
        (self.0.read)().map_err(|cause| Error::Unavailable { cause })
    }

    fn clear(&mut self) -> Result<(), Error> {
        (self.0.clear)().map_err(|cause| Error::Unavailable { cause })
    }
}
