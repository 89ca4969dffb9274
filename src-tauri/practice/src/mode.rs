//! Which release the practice co-op behaves as, and how it answers where nobody knows.

use serde::{Deserialize, Serialize};

/// Which release the practice co-op behaves as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// As v6.0.0.
    #[default]
    Current,
    /// As v4.11.0: no second factor.
    BeforeSecondFactor,
    /// As v4.1.0: no scopes, every app has a Store, no second factor.
    BeforeScopes,
    /// As in 2019: credentials only on the detail page, OAuth apps only, no renewal.
    FirstApps,
}

impl Mode {
    /// Whether administrators get a code by e-mail.
    pub(crate) fn has_second_factor(self) -> bool {
        self == Self::Current
    }

    /// Whether scopes are chosen at creation.
    pub(crate) fn has_scopes(self) -> bool {
        matches!(self, Self::Current | Self::BeforeSecondFactor)
    }

    /// Whether clients may ask for a scope; one of them came with the choice of scopes.
    pub(crate) fn knows_scope(self, scope: &str) -> bool {
        match scope {
            "deliveries" | "tasks" | "orders" | "orders:all" => true,
            "tasks:all" => self.has_scopes(),
            _ => false,
        }
    }

    /// Whether apps have a type, copy buttons and a renewal form.
    pub(crate) fn has_types(self) -> bool {
        self != Self::FirstApps
    }

    /// The release shown to dispatchers; pages of 2019 had none.
    pub(crate) fn version(self) -> Option<&'static str> {
        match self {
            Self::Current => Some("v6.0.0"),
            Self::BeforeSecondFactor => Some("v4.11.0"),
            Self::BeforeScopes => Some("v4.1.0"),
            Self::FirstApps => None,
        }
    }
}

/// What `/api/me` says to the token of a pair that belongs to no app any more, which nobody has seen
/// a real server answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrphanAnswer {
    /// 404.
    #[default]
    NotFound,
    /// 500.
    ServerError,
    /// 200 with the body `null`.
    Null,
}
