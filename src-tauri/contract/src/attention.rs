//! What needs a person.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::KeyStatus;

/// Why something needs a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttentionKind {
    /// A key that does not work.
    KeyTrouble,
    /// A key whose secret is not in the keychain.
    SecretNotStored,
    /// A key without any scope.
    Unrestricted,
    /// A key to which every order or task of the co-op is open.
    EveryOrder,
    /// Somebody who holds it left.
    HolderLeft,
    /// A rotation that is not at its end.
    RotationOpen,
    /// A key made here and never handed over.
    NeverHandedOver,
    /// A hand-over that nobody confirmed for a week.
    NotConfirmed,
    /// A key whose Secret is older than the rotation age.
    Old,
    /// A consumer key that nobody has used for long.
    Unused,
    /// A Store with a plugin's key, but no time slot.
    NoTimeSlot,
    /// A Store without a key.
    StoreWithoutKey,
    /// A draft that waits.
    DraftWaiting,
}

/// What it is about, by its number here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "about", content = "id", rename_all = "snake_case")]
pub enum AttentionSubject {
    /// A key.
    Key(i64),
    /// A Store.
    Store(i64),
    /// A draft.
    Draft(i64),
}

/// A window onto the list.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AttentionQuery {
    /// Only this connection.
    pub connection: Option<i64>,
    /// Only this kind.
    pub kind: Option<AttentionKind>,
    /// What was put off, instead of what is due.
    pub put_off: bool,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to return.
    pub limit: u32,
}

/// How many of a kind are due.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct AttentionCount {
    /// Which kind.
    pub kind: AttentionKind,
    /// How many.
    pub count: u32,
}

/// One thing that needs a person.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AttentionRow {
    /// Why.
    pub kind: AttentionKind,
    /// About what.
    pub subject: AttentionSubject,
    /// Its connection's number.
    pub connection: i64,
    /// What it is called.
    pub name: String,
    /// The Store's name; empty for none.
    pub store_name: String,
    /// The key's state, when it is about a key.
    pub status: Option<KeyStatus>,
    /// Since when, where that is known.
    pub since: Option<i64>,
    /// Until when it was put off.
    pub put_off_until: Option<i64>,
    /// Whether it was dismissed for good.
    pub dismissed: bool,
}

/// Rows, and how many there are.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AttentionPage {
    /// How many rows the query has.
    pub total: u32,
    /// Those asked for.
    pub rows: Vec<AttentionRow>,
    /// How many are due of each kind, whatever kind was asked for, in the order of the list.
    pub kinds: Vec<AttentionCount>,
    /// How many were put off.
    pub put_off: u32,
}
