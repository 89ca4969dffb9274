//! A clipboard in memory, with the troubles of a real one at the turn of a switch.

use crate::desk::{Backend, Desk};
use crate::mark::Mark;
use crate::{Cleared, Error};
use keys::Secret;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is wrong with a clipboard in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing can be set, read or cleared.
    Unavailable,
    /// Something else is found than was set.
    ReadBackDiffers,
    /// It does not answer.
    Hanging,
    /// It takes texts, but ignores the hint that keeps them out of histories.
    NotHidden,
}

/// A clipboard of this process alone. Clones share it.
#[derive(Clone, Debug)]
pub struct Memory {
    desk: Arc<Desk>,
    pad: Arc<Pad>,
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Memory {
    /// An empty one without trouble.
    pub fn new() -> Self {
        let pad = Arc::new(Pad::default());
        Self {
            desk: Arc::new(Desk::new(Backend::Memory(Arc::clone(&pad)))),
            pad,
        }
    }

    /// The text on it, as another program would paste it.
    pub fn text(&self) -> Option<Secret> {
        self.pad.content().text.clone()
    }

    /// Puts a text on it, as another program would.
    pub fn take_over(&self, text: Secret) {
        self.pad.content().text = Some(text);
    }

    /// Sets the trouble of every later call, or ends it.
    pub fn set_trouble(&self, trouble: Option<Trouble>) {
        self.pad.content().trouble = trouble;
    }

    pub(crate) fn desk(&self) -> &Arc<Desk> {
        &self.desk
    }
}

/// What a clipboard in memory holds.
#[derive(Debug, Default)]
pub(crate) struct Pad(Mutex<Content>);

#[derive(Debug, Default)]
struct Content {
    text: Option<Secret>,
    trouble: Option<Trouble>,
}

impl Pad {
    fn content(&self) -> MutexGuard<'_, Content> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn copy(&self, text: &Secret) -> Result<bool, Error> {
        let mut content = self.content();
        match content.trouble {
            Some(Trouble::Unavailable) => Err(Error::unavailable("switched on")),
            Some(Trouble::Hanging) => Err(Error::TimedOut),
            Some(Trouble::ReadBackDiffers) => {
                content.text = Some(Secret::new("something else".to_owned()));
                Err(Error::ReadBackDiffers)
            }
            Some(Trouble::NotHidden) | None => {
                content.text = Some(text.clone());
                Ok(content.trouble.is_none())
            }
        }
    }

    pub(crate) fn clear_if(&self, mark: &Mark) -> Result<Cleared, Error> {
        let mut content = self.content();
        match content.trouble {
            Some(Trouble::Unavailable) => return Err(Error::unavailable("switched on")),
            Some(Trouble::Hanging) => return Err(Error::TimedOut),
            Some(Trouble::ReadBackDiffers | Trouble::NotHidden) | None => {}
        }
        let is_ours = content
            .text
            .as_ref()
            .is_some_and(|text| mark.is_of(text.expose()));
        if !is_ours {
            return Ok(Cleared::NotOurs);
        }
        content.text = None;
        Ok(Cleared::Done)
    }
}
