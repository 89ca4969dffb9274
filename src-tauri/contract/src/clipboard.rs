//! Copying, and what is on the clipboard.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A value that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyField {
    /// The server's address.
    BaseUrl,
    /// The public half of an OAuth key.
    Identifier,
    /// The secret half, or the `ak_` value.
    Secret,
    /// A hand-over sheet, without the Secret.
    Sheet,
    /// A text to a developer.
    Letter,
    /// The words that open a sealed pack or an export.
    Passphrase,
}

/// Copying base URL, Identifier and Secret one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TurnView {
    /// Which of them is on the clipboard, from 1.
    pub place: u32,
    /// How many there are.
    pub of: u32,
    /// What comes next; `null` when this is the last.
    pub next: Option<CopyField>,
}

/// Said only after the clipboard was read back.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CopyReceipt {
    /// What was copied.
    pub field: CopyField,
    /// Whether clipboard history was asked, in the system's way, not to keep it.
    pub hidden_from_history: bool,
    /// Seconds until it is cleared; `null` when it stays.
    pub clears_after: Option<u32>,
}

/// What the clipboard strip shows. Also sent as the event `clipboard` when it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClipboardView {
    /// Nothing of ours.
    Nothing,
    /// Our text.
    Ours {
        /// What it is.
        field: CopyField,
        /// The key it belongs to, when it belongs to one.
        key: Option<i64>,
        /// Store and App name, as a person knows it.
        subject: String,
        /// Whether clipboard history was asked not to keep it.
        hidden_from_history: bool,
        /// Milliseconds left; `null` when it stays.
        left_ms: Option<u32>,
        /// Milliseconds at the start of the countdown.
        total_ms: Option<u32>,
        /// Copying in turn, while that goes on.
        turn: Option<TurnView>,
    },
    /// Cleared a moment ago, because the time was over or a person asked.
    Cleared,
    /// Its time is over, but the clipboard could not be emptied.
    NotCleared,
}
