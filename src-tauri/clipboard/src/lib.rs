//! The one way to the clipboard: hidden from history, read back, forgotten after a time.
//!
//! What was copied is not kept, only a salted print of it: enough to know whether the clipboard
//! still holds it, and to leave alone what somebody else put there.

mod board;
mod countdown;
mod desk;
mod error;
mod mark;
mod memory;
mod native;
mod outcome;
mod owner;
mod toolkit;
mod ways;

pub use error::{Cause, Error};
pub use memory::{Memory, Trouble};
pub use outcome::{Cleared, Copied, Holding, Keep};
pub use toolkit::{ClearText, ReadText, SetText, Toolkit};

use desk::Desk;
use keys::Secret;
use owner::Owner;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use ways::{Hands, Ways};

/// The clipboard. Clones share one countdown. Its calls need a tokio runtime with time.
#[derive(Clone, Debug)]
pub enum Clipboard {
    /// The clipboard of the desktop.
    System(System),
    /// Memory of this process, with switchable trouble, for tests.
    Memory(Memory),
}

/// The clipboard of the desktop, on a thread of its own.
#[derive(Clone, Debug)]
pub struct System(Arc<Desk>);

impl Clipboard {
    /// The clipboard of this desktop. The toolkit's own is used where the desktop lets only
    /// focused windows in, and where the usual way fails.
    pub fn system(fallback: Option<Toolkit>) -> Self {
        let fallback = fallback.map(Arc::new);
        let hands = Hands::default();
        let owner = Owner::new(Arc::new(move || {
            Ways::of_desktop(fallback.clone(), Arc::clone(&hands))
        }));
        Self::System(System(Arc::new(Desk::new(desk::Backend::Thread(owner)))))
    }

    /// An empty clipboard of this process alone.
    pub fn memory() -> Self {
        Self::Memory(Memory::new())
    }

    /// Puts a text on the clipboard and reads it back; only then it counts as copied. Replaces
    /// what was copied before, and its countdown.
    pub async fn copy(&self, text: &Secret, keep: Keep) -> Result<Copied, Error> {
        self.desk().copy(text, keep).await
    }

    /// Empties the clipboard if it still holds what was copied last.
    pub async fn clear(&self) -> Result<Cleared, Error> {
        self.desk().clear().await
    }

    /// Lets the countdown run longer; what is left then. `None` when nothing is counted down.
    pub fn extend(&self, by: Duration) -> Option<Duration> {
        self.desk().extend(by)
    }

    /// What is left of the countdown. `None` when nothing is counted down.
    pub fn left(&self) -> Option<Duration> {
        self.desk().left()
    }

    /// What the clipboard holds of ours, and every change of it.
    pub fn subscribe(&self) -> watch::Receiver<Holding> {
        self.desk().subscribe()
    }

    /// Empties the clipboard before the program ends, if it still holds what was copied last.
    /// Blocks, for a second at most.
    pub fn clear_on_quit(&self) {
        self.desk().clear_on_quit();
    }

    fn desk(&self) -> &Arc<Desk> {
        match self {
            Self::System(system) => &system.0,
            Self::Memory(memory) => memory.desk(),
        }
    }
}
