//! What callers say and learn: how long to keep, what was copied, cleared, and is held.

use std::time::{Duration, Instant};

/// How long a text stays on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Cleared after this time.
    For(Duration),
    /// Until something else is copied or the program ends.
    Forever,
}

/// A text that is on the clipboard, read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Whether clipboard managers were asked to leave it out of their history.
    pub hidden_from_history: bool,
    /// When it will be cleared; `None` for never.
    pub clears_after: Option<Duration>,
}

/// What came of clearing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cleared {
    /// Our text was there and is gone.
    Done,
    /// Something else is there, and was left alone.
    NotOurs,
    /// We hold nothing.
    Nothing,
}

/// What the clipboard holds of ours, as far as we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Nothing.
    Nothing,
    /// What was copied last.
    Ours {
        /// When it will be cleared; `None` for never.
        ends: Option<Instant>,
        /// How long it stays in all, extensions included; `None` for ever.
        total: Option<Duration>,
    },
    /// Its time is over, but the clipboard could not be emptied.
    NotCleared,
}
