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
    /// Path and query; parameters that may be secret are left out.
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

/// Longer parts of a path are nothing this server has; somebody may have put a secret there.
const LONGEST_PART: usize = 30;

/// Path and query without anything that may be secret.
pub(crate) fn describe_target(path: &str, query: Option<&str>) -> String {
    let hide = |part: &str| {
        if part.len() > LONGEST_PART {
            "…"
        } else {
            part
        }
        .to_owned()
    };
    let path = path.split('/').map(hide).collect::<Vec<_>>().join("/");
    let Some(query) = query.filter(|query| !query.is_empty()) else {
        return path;
    };
    let mut parts = Vec::new();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        if SHOWN.contains(&name.as_ref()) {
            parts.push(format!("{name}={value}"));
        } else {
            parts.push("…".to_owned());
        }
    }
    format!("{path}?{}", parts.join("&"))
}
