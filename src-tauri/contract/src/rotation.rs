//! Replacing a key by a second one.

use serde::Serialize;
use ts_rs::TS;

use crate::{KeyRow, Permission};

/// The next step of a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RotationStep {
    /// Make the second key.
    MakeKey,
    /// Hand it over.
    HandOver,
    /// Wait until it is seen working.
    AwaitUse,
    /// Make the first one worthless.
    Retire,
    /// Put the first one out of sight.
    Archive,
    /// Nothing is left to do.
    Done,
}

/// How one knows that the receiver uses the new key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// The receiver said so.
    Confirmed,
    /// The Store got a delivery after the hand-over.
    Delivery,
    /// The site tells that the new consumer key was used after the hand-over, and not by us.
    Access,
}

/// What makes the first key of a rotation worthless.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RetireWay {
    /// A new Secret for it.
    Renew,
    /// Saving its page on the server, which the person does there: so for an `ak_` value.
    SavePage,
    /// Revoking it: so for a consumer key.
    Revoke,
}

/// A key that is being replaced.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RotationView {
    /// Its number.
    pub id: i64,
    /// What comes next.
    pub step: RotationStep,
    /// The key that goes.
    pub old_key: KeyRow,
    /// The key that comes, once it was made.
    pub new_key: Option<KeyRow>,
    /// The name to propose for the new key.
    pub proposed_name: String,
    /// What the new key shall be allowed, as server values; empty when a person must choose, since
    /// the first key has no Store and may do everything.
    pub proposed_scopes: Vec<String>,
    /// What a new consumer key shall be allowed; `null` for other keys.
    pub proposed_permission: Option<Permission>,
    /// Whether the first consumer key was used since the second was handed over: somebody still
    /// needs it. `null` while unknown, and for other keys.
    pub old_still_used: Option<bool>,
    /// Whether shops that still use the first key go on working.
    pub old_live: bool,
    /// Whether the second key opens the Store.
    pub new_live: bool,
    /// When it began.
    pub begun_at: i64,
    /// When the new key was handed over.
    pub handed_over_at: Option<i64>,
    /// How the new key was seen working.
    pub seen: Option<Seen>,
    /// When it was seen working.
    pub seen_at: Option<i64>,
    /// When the first key was made worthless.
    pub retired_at: Option<i64>,
    /// What makes the first key worthless.
    pub retire: RetireWay,
    /// What a person types to renew the first key's Secret, or to revoke it.
    pub typed_name: String,
}
