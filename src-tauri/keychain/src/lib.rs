//! Secret values at rest in the keychain of the operating system.
//!
//! The keychain may be missing, locked, slow or waiting for a person. Every call here has a
//! deadline and can be given up; the last known [`State`] can be watched.

mod entry;
mod error;
mod memory;
#[cfg(any(test, target_os = "macos", target_os = "windows"))]
mod native;
mod owner;
mod patience;
#[cfg(target_os = "linux")]
mod secret_service;
mod shortage;
mod state;
mod system;
mod vault;

pub use entry::Entry;
pub use error::{Cause, Error};
pub use memory::{Memory, Trouble};
pub use state::State;
pub use system::{System, SystemOptions};

use keys::Secret;
use tokio::sync::watch;

/// Where secrets rest. Clones share one keychain.
#[derive(Clone, Debug)]
pub enum Keychain {
    /// The keychain of the operating system.
    System(System),
    /// Memory of this process, with switchable trouble, for tests.
    Memory(Memory),
}

impl Keychain {
    /// The keychain of this operating system and user. Touches nothing until the first call.
    pub fn system() -> Self {
        Self::System(System::new(SystemOptions::default()))
    }

    /// An empty keychain that ends with the process.
    pub fn memory() -> Self {
        Self::Memory(Memory::new())
    }

    /// Puts a secret under an entry, replacing what was there.
    pub async fn store(&self, entry: &Entry, secret: &Secret) -> Result<(), Error> {
        match self {
            Self::System(system) => system.store(entry, secret).await,
            Self::Memory(memory) => memory.store(entry, secret).await,
        }
    }

    /// The secret under an entry. `None` only when an open keychain was searched and has none:
    /// a locked or unreachable one is an error.
    pub async fn read(&self, entry: &Entry) -> Result<Option<Secret>, Error> {
        match self {
            Self::System(system) => system.read(entry).await,
            Self::Memory(memory) => memory.read(entry).await,
        }
    }

    /// Removes the secret under an entry; whether there was one.
    pub async fn delete(&self, entry: &Entry) -> Result<bool, Error> {
        match self {
            Self::System(system) => system.delete(entry).await,
            Self::Memory(memory) => memory.delete(entry).await,
        }
    }

    /// Opens the keychain, asking the person when it is locked or was never set up.
    pub async fn unlock(&self) -> Result<(), Error> {
        match self {
            Self::System(system) => system.unlock().await,
            Self::Memory(memory) => memory.unlock().await,
        }
    }

    /// Looks at the keychain without asking the person anything.
    pub async fn probe(&self) -> State {
        match self {
            Self::System(system) => system.probe().await,
            Self::Memory(memory) => memory.probe().await,
        }
    }

    /// The state last seen.
    pub fn state(&self) -> State {
        *self.subscribe().borrow()
    }

    /// The state last seen, and every change of it.
    pub fn subscribe(&self) -> watch::Receiver<State> {
        match self {
            Self::System(system) => system.subscribe(),
            Self::Memory(memory) => memory.subscribe(),
        }
    }

    /// Gives up every call under way; each ends with [`Error::Cancelled`]. A prompt that such a
    /// call opened may stay on the screen; answering it still opens the keychain.
    pub fn cancel(&self) {
        match self {
            Self::System(system) => system.cancel(),
            Self::Memory(memory) => memory.cancel(),
        }
    }
}
