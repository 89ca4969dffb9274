//! Replacing a key by a second one.

use serde::Serialize;
use ts_rs::TS;

use crate::KeyRow;

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
    /// Whether renewing makes the first key worthless. An `ak_` value is replaced only by saving
    /// the app's page on the server, which the person does there.
    pub renewable: bool,
    /// What a person types to renew the first key's Secret.
    pub typed_name: String,
}
