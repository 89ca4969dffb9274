//! The inventory's file and its backups.

use serde::Serialize;
use ts_rs::TS;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// Once a day.
    Daily,
    /// Before a newer program changed the file.
    BeforeMigration,
    /// Before another backup was restored.
    BeforeRestore,
    /// The person asked for it.
    ByHand,
}

/// A backup of the inventory.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupView {
    /// Its file's name in the folder of backups.
    pub name: String,
    /// When it was made.
    pub at: i64,
    /// Why.
    pub reason: BackupReason,
    /// Its size.
    pub bytes: u32,
    /// How many keys it holds; `null` when it cannot be read.
    pub keys: Option<u32>,
    /// How many connections it holds; `null` when it cannot be read.
    pub connections: Option<u32>,
}

/// The event `rescuing`: how far bringing every secret into the keychain is.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct RescueProgress {
    /// How many keys were looked at.
    pub done: u32,
    /// Of how many; grows while further servers are read.
    pub total: u32,
}

/// What rescuing all secrets did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RescueReport {
    /// Secrets the servers show.
    pub shown: u32,
    /// Secrets that were in the keychain already.
    pub already: u32,
    /// Secrets brought into the keychain now.
    pub stored: u32,
    /// Secrets the keychain did not take; they are held in memory.
    pub held: u32,
    /// Names of the connections that could not be read.
    pub unread: Vec<String>,
}
