//! A keychain in memory, with the troubles of a real one at the turn of a switch.

use crate::patience::Patience;
use crate::{Entry, Error, State};
use keys::Secret;
use std::collections::HashMap;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// What is wrong with a keychain in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Locked, and the person dismisses every prompt.
    Locked,
    /// There is none.
    Absent,
    /// Access is denied.
    Refusing,
    /// A prompt is open that nobody answers.
    Hanging,
}

/// Secrets in the memory of this process. Clones share them.
#[derive(Clone, Debug)]
pub struct Memory(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    patience: Patience,
    content: Mutex<Content>,
}

#[derive(Debug, Default)]
struct Content {
    secrets: HashMap<Entry, Secret>,
    trouble: Option<Trouble>,
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Memory {
    /// An empty one without trouble; a hanging call ends after 20 seconds.
    pub fn new() -> Self {
        Self(Arc::new(Inner {
            patience: Patience::new(Duration::from_secs(20)),
            content: Mutex::default(),
        }))
    }

    /// Sets the trouble of every later call, or ends it.
    pub fn set_trouble(&self, trouble: Option<Trouble>) {
        self.content().trouble = trouble;
    }

    /// The names under which secrets rest, in no order.
    pub fn entries(&self) -> Vec<Entry> {
        self.content().secrets.keys().cloned().collect()
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.0
            .content
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    async fn ask<T>(&self, act: impl FnOnce(&mut Content) -> T) -> Result<T, Error> {
        let answer = async {
            let trouble = self.content().trouble;
            match trouble {
                None => Ok(act(&mut self.content())),
                Some(Trouble::Locked) => Err(Error::Locked),
                Some(Trouble::Absent) => Err(Error::Absent),
                Some(Trouble::Refusing) => Err(Error::refused("switched on")),
                Some(Trouble::Hanging) => pending().await,
            }
        };
        self.0.patience.wait(answer).await
    }

    pub(crate) async fn store(&self, entry: &Entry, secret: &Secret) -> Result<(), Error> {
        self.ask(|content| {
            content.secrets.insert(entry.clone(), secret.clone());
        })
        .await
    }

    pub(crate) async fn read(&self, entry: &Entry) -> Result<Option<Secret>, Error> {
        self.ask(|content| content.secrets.get(entry).cloned())
            .await
    }

    pub(crate) async fn delete(&self, entry: &Entry) -> Result<bool, Error> {
        self.ask(|content| content.secrets.remove(entry).is_some())
            .await
    }

    pub(crate) async fn unlock(&self) -> Result<(), Error> {
        self.ask(|_| ()).await
    }

    pub(crate) async fn probe(&self) -> State {
        // Whatever came of it was seen while waiting for it.
        drop(self.ask(|_| ()).await);
        *self.subscribe().borrow()
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<State> {
        self.0.patience.subscribe()
    }

    pub(crate) fn cancel(&self) {
        self.0.patience.cancel();
    }
}

#[cfg(test)]
#[path = "memory/tests.rs"]
mod tests;
