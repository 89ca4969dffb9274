//! The numbers beside the lists' names.

use crate::{Inventory, Result};
use keys::ConnectionId;
use std::collections::BTreeMap;

/// How much there is, as the unnarrowed lists would show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All keys that are neither archived nor forgotten.
    pub keys: usize,
    /// Archived keys.
    pub archived: usize,
    /// Drafts that wait to be sent.
    pub drafts: usize,
    /// All Stores.
    pub stores: usize,
    /// Those keys, of each connection that has any.
    pub keys_by_connection: BTreeMap<ConnectionId, usize>,
}

impl Inventory {
    /// Counts everything listed.
    pub fn counts(&self) -> Result<Counts> {
        self.with_state(|state| {
            let stores = state.lists.stores(&state.db)?.index.lines().len();
            let drafts = state
                .db
                .prepare_cached(
                    "SELECT count(*) FROM drafts WHERE sent_at IS NULL AND deleted_at IS NULL",
                )?
                .query_row([], |row| row.get(0))?;
            let mut counts = Counts {
                drafts,
                stores,
                ..Counts::default()
            };
            for line in state.lists.keys(&state.db)?.index.lines() {
                if line.archived {
                    counts.archived += 1;
                    continue;
                }
                counts.keys += 1;
                *counts
                    .keys_by_connection
                    .entry(ConnectionId(line.connection))
                    .or_default() += 1;
            }
            Ok(counts)
        })
    }
}
