//! What is known of the keychain as a whole, for the window.

use crate::Error;

/// The keychain as last seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nothing was asked of it yet, or the answer told nothing.
    Unknown,
    /// It is open and answers.
    Ready,
    /// It waits for a person: locked, never set up, or with a prompt open.
    Waiting,
    /// There is none. On Linux: no session bus or no Secret Service.
    Absent,
    /// The system denies this program access.
    Refused,
    /// It answers, but the last call found no room to keep a secret.
    Full,
}

impl State {
    /// What a failed call tells about the keychain; `None` when it tells nothing.
    pub(crate) fn after(error: &Error) -> Option<Self> {
        match error {
            Error::Ambiguous | Error::TooLong { .. } => Some(Self::Ready),
            Error::Absent => Some(Self::Absent),
            Error::Locked | Error::TimedOut => Some(Self::Waiting),
            Error::Refused { .. } => Some(Self::Refused),
            Error::Full { .. } => Some(Self::Full),
            Error::Broken { .. } => Some(Self::Unknown),
            // A call given up says nothing new; what was seen while it waited stays.
            Error::Cancelled => None,
        }
    }
}
