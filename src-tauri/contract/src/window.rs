//! What the window needs to draw itself.

use serde::Serialize;
use ts_rs::TS;

use crate::{ClipboardView, ConnectionView, Layout, PracticeView, Settings};

/// Numbers in the rail.
#[derive(Clone, Copy, Debug, Default, Serialize, TS)]
pub struct Counts {
    /// Keys.
    pub keys: u32,
    /// What needs a person.
    pub attention: u32,
    /// Whether any key was ever handed over.
    pub handed_over: u32,
    /// Stores.
    pub stores: u32,
    /// Keys put out of sight here.
    pub archived: u32,
    /// Drafts that wait.
    pub drafts: u32,
    /// What was asked of servers, with an outcome not known yet.
    pub questions: u32,
    /// Secrets held in memory because the keychain did not take them.
    pub held_secrets: u32,
    /// Differences found on servers that nobody has said to have seen.
    pub drift: u32,
}

/// The keychain, as the window shows it. Also sent as the event `keychain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeychainView {
    /// Not asked yet: nothing needed it.
    Unknown,
    /// It answers.
    Ready,
    /// It waits for a person to unlock it.
    Waiting,
    /// There is none on this system.
    Absent,
    /// It answers, but refuses.
    Refused,
    /// It has no room left.
    Full,
}

/// The inventory file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum InventoryView {
    /// Open.
    Ready,
    /// It was damaged, has been set aside, and was rebuilt from the newest backup, or begun anew;
    /// refresh completes it.
    SetAside {
        /// Where the damaged file is now.
        file: String,
        /// When the backup it was rebuilt from was made; `null` when there was none.
        restored: Option<i64>,
    },
    /// It cannot be opened; every other command answers the same problem.
    Closed {
        /// Why.
        problem: crate::Problem,
    },
}

/// Everything but the lists. Costs no network and no keychain.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Overview {
    /// In the order they were made.
    pub connections: Vec<ConnectionView>,
    /// Numbers in the rail.
    pub counts: Counts,
    /// The keychain, as last known.
    pub keychain: KeychainView,
    /// The clipboard.
    pub clipboard: ClipboardView,
    /// The inventory file.
    pub inventory: InventoryView,
    /// The practice co-op.
    pub practice: PracticeView,
    /// Settings.
    pub settings: Settings,
    /// Widths of the panes, when they were changed.
    pub layout: Option<Layout>,
    /// Where the inventory file is.
    pub data_folder: String,
    /// This program's version.
    pub version: String,
}
