//! Drift: what somebody else changed on the server.

use serde::Serialize;
use ts_rs::TS;

/// What is different from before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DriftKind {
    /// Made by somebody else.
    New,
    /// Its Secret was renewed by somebody else.
    Renewed,
    /// Its pair was replaced by saving its page on the server.
    Replaced,
    /// It was called otherwise.
    Renamed,
    /// Its permission was changed on the site.
    PermissionChanged,
    /// The server has it no more.
    Gone,
    /// The server has it again.
    Back,
}

/// A difference nobody has said to have seen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DriftView {
    /// Its number.
    pub id: i64,
    /// What is different.
    pub kind: DriftKind,
    /// Whether it is about the key's Store rather than the key.
    pub of_store: bool,
    /// The name before, of what was renamed; the permission before, as the site's value.
    pub from: Option<String>,
    /// When a refresh noticed it.
    pub at: i64,
}

/// Another pair that the server shows for a key, while ours is kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OfferView {
    /// Its Identifier; `null` for an `ak_` value.
    pub identifier: Option<String>,
    /// When a refresh first saw it.
    pub at: i64,
    /// Whether it rests in the keychain, beside ours.
    pub stored: bool,
}
