//! The requests answered lately, without anything secret.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

/// How many requests are remembered.
const KEPT: usize = 1000;

/// One request that was answered, or cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// `http` or `https`.
    #[serde(default)]
    pub scheme: String,
    /// GET, POST …
    pub method: String,
    /// Path and query; parameters that may be secret are left out.
    pub path: String,
    /// Status of the answer, 0 when the connection was cut.
    pub status: u16,
    /// The account that asked, when known.
    pub account: Option<String>,
    /// Failures applied, or why the server crashed.
    pub note: Option<String>,
    /// Its `Content-Type`; parameters that may be secret are left out.
    #[serde(default)]
    pub content_type: Option<String>,
    /// Its `Accept`, likewise.
    #[serde(default)]
    pub accept: Option<String>,
    /// The scheme of its `Authorization`: `Basic`, `Bearer`, at a shop `OAuth`, or `…` for any
    /// other.
    #[serde(default)]
    pub authorization: Option<String>,
    /// Whether it carried a shop's consumer key anywhere, right or wrong.
    #[serde(default)]
    pub consumer_key: bool,
    /// The fields of its form body, in order.
    #[serde(default)]
    pub fields: Vec<Field>,
}

/// A field of a form body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name, or `…` when that may be a secret.
    pub name: String,
    /// Its value, for `grant_type` and `scope` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// Keeps the last requests.
#[derive(Debug, Default)]
pub(crate) struct History {
    entries: VecDeque<HistoryEntry>,
}

impl History {
    pub(crate) fn add(&mut self, entry: HistoryEntry) {
        if self.entries.len() == KEPT {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    pub(crate) fn newest_first(&self) -> Vec<HistoryEntry> {
        self.entries.iter().rev().cloned().collect()
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}
