//! Why the keychain did not do what it was asked.

use std::fmt;

/// What the system said, as text alone: the error values of keychain libraries may carry the
/// secret itself, so they are never kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause(String);

impl Cause {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Cause {}

/// Why a call failed. No value holds a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is no keychain: no session bus, or no Secret Service on it.
    Absent,
    /// The keychain is locked or was never set up, and the person did not open it.
    Locked,
    /// The deadline passed, most often because a prompt waits for a person.
    TimedOut,
    /// Given up with [`crate::Keychain::cancel`].
    Cancelled,
    /// The system denies this program the entry or the keychain.
    Refused {
        /// What the system said.
        cause: Cause,
    },
    /// Several entries have this name, so none of them is surely ours.
    Ambiguous,
    /// The system does not take a secret of this size.
    TooLong {
        /// The most it takes, in bytes.
        limit: u32,
    },
    /// There is no room to keep it: the disk, or the system's own limit.
    Full {
        /// What the system said.
        cause: Cause,
    },
    /// Anything else.
    Broken {
        /// What the system said.
        cause: Cause,
    },
}

impl Error {
    pub(crate) fn broken(cause: impl Into<String>) -> Self {
        Self::Broken {
            cause: Cause::new(cause),
        }
    }

    pub(crate) fn full(cause: impl Into<String>) -> Self {
        Self::Full {
            cause: Cause::new(cause),
        }
    }

    pub(crate) fn refused(cause: impl Into<String>) -> Self {
        Self::Refused {
            cause: Cause::new(cause),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => formatter.write_str("there is no keychain"),
            Self::Locked => formatter.write_str("keychain is locked"),
            Self::TimedOut => formatter.write_str("keychain did not answer in time"),
            Self::Cancelled => formatter.write_str("keychain call was given up"),
            Self::Refused { .. } => formatter.write_str("keychain refused access"),
            Self::Ambiguous => formatter.write_str("several keychain entries have this name"),
            Self::TooLong { limit } => {
                write!(formatter, "keychain takes no secret above {limit} bytes")
            }
            Self::Full { .. } => formatter.write_str("keychain has no room"),
            Self::Broken { .. } => formatter.write_str("keychain failed"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused { cause } | Self::Full { cause } | Self::Broken { cause } => Some(cause),
            _ => None,
        }
    }
}
