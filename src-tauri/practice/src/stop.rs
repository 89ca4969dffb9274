//! Why a handler does not give its usual answer.

use crate::error::Error;

/// Why a handler does not give its usual answer.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The caller may not do this: 403.
    Denied,
    /// There is no such thing: 404.
    Missing,
    /// The request cannot be read: 400.
    Unreadable(&'static str),
    /// The body is of a kind that is not taken: 415.
    WrongKind,
    /// The real server crashes here: 500.
    Crash(&'static str),
    /// The practice co-op itself failed: 500.
    Failed(Error),
    /// A page could not be drawn: 500.
    Undrawable(minijinja::Error),
}

impl Stop {
    pub(crate) fn status(&self) -> u16 {
        match self {
            Self::Denied => 403,
            Self::Missing => 404,
            Self::Unreadable(_) => 400,
            Self::WrongKind => 415,
            Self::Crash(_) | Self::Failed(_) | Self::Undrawable(_) => 500,
        }
    }

    /// What the history says about it.
    pub(crate) fn note(&self) -> Option<String> {
        match self {
            Self::Denied | Self::Missing | Self::WrongKind => None,
            Self::Unreadable(why) | Self::Crash(why) => Some((*why).to_owned()),
            Self::Failed(error) => Some(error.to_string()),
            Self::Undrawable(error) => Some(error.to_string()),
        }
    }

    /// What an API error says about it.
    pub(crate) fn description(&self) -> &'static str {
        match self {
            Self::Denied => "Access Denied.",
            Self::Missing => "Not Found",
            Self::Unreadable(why) => why,
            Self::WrongKind => "The content-type is not supported.",
            Self::Crash(_) | Self::Failed(_) | Self::Undrawable(_) => "Internal Server Error",
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<minijinja::Error> for Stop {
    fn from(error: minijinja::Error) -> Self {
        Self::Undrawable(error)
    }
}
