//! Why something is not on the clipboard, or not off it.

use std::fmt;

/// What the desktop said, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause(String);

impl Cause {
    /// Takes the text over. It must not contain what was copied.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Cause {}

/// Why a call failed. No value holds a copied text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The desktop's clipboard cannot be reached or does not take a text.
    Unavailable {
        /// What the desktop said.
        cause: Cause,
    },
    /// It was set, but something else is on it now.
    ReadBackDiffers,
    /// The desktop did not answer in time.
    TimedOut,
}

impl Error {
    pub(crate) fn unavailable(cause: impl Into<String>) -> Self {
        Self::Unavailable {
            cause: Cause::new(cause),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Unavailable { .. } => "clipboard is unavailable",
            Self::ReadBackDiffers => "clipboard holds something else than was set",
            Self::TimedOut => "clipboard did not answer in time",
        })
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unavailable { cause } => Some(cause),
            Self::ReadBackDiffers | Self::TimedOut => None,
        }
    }
}
