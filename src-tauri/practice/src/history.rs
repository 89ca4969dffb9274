//! The requests answered lately, without anything secret.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

/// How many requests are remembered.
const KEPT: usize = 1000;

/// Query parameters whose values are harmless and worth reading.
const SHOWN: [&str; 8] = [
    "_locale",
    "address",
    "format",
    "itemsPerPage",
    "lat",
    "lng",
    "page",
    "q",
];

/// One request that was answered, or cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// GET, POST …
    pub method: String,
    /// Path and query, values of unknown parameters left out.
    pub path: String,
    /// Status of the answer, 0 when the connection was cut.
    pub status: u16,
    /// The account that asked, when known.
    pub account: Option<String>,
    /// Failures applied, or why the server crashed.
    pub note: Option<String>,
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

/// Path and query with the values of unknown parameters left out.
pub(crate) fn describe_target(path: &str, query: Option<&str>) -> String {
    let Some(query) = query.filter(|query| !query.is_empty()) else {
        return path.to_owned();
    };
    let mut parts = Vec::new();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let value = if SHOWN.contains(&name.as_ref()) {
            value.as_ref()
        } else {
            "…"
        };
        parts.push(format!("{name}={value}"));
    }
    format!("{path}?{}", parts.join("&"))
}
