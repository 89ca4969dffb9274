//! What the program tells the page unasked.

use serde::Serialize;
use ts_rs::TS;

/// Names of all events and the types they carry: `clipboard` carries a `ClipboardView`, and so on.
pub const EVENTS: &[(&str, &str)] = &[
    ("changed", "Changed"),
    ("checking", "CheckProgress"),
    ("clipboard", "ClipboardView"),
    ("keychain", "KeychainView"),
    ("practice", "PracticeView"),
    ("progress", "Progress"),
    ("rescuing", "RescueProgress"),
    ("sending", "SendProgress"),
    ("transferring", "TransferProgress"),
];

/// Records changed behind the page's back: read what is shown again.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Changed {
    /// The only connection it is about, when there is one.
    pub connection: Option<i64>,
}
