//! Where a key stands here, whatever the server has: archived, forgotten, removed.

use crate::inventory::found;
use crate::{Inventory, Result};
use keys::{KeyId, Moment};
use rusqlite::params;

impl Inventory {
    /// Puts the key out of sight, or back with `None`.
    pub fn set_archived(&self, id: KeyId, at: Option<Moment>) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE keys SET archived_at = ?2 WHERE id = ?1",
                params![id.0, at.map(|at| at.0)],
            )?)
        })
    }

    /// Takes the key out of every list, or back with `None`. No refresh brings it back.
    pub fn set_forgotten(&self, id: KeyId, at: Option<Moment>) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE keys SET forgotten_at = ?2 WHERE id = ?1",
                params![id.0, at.map(|at| at.0)],
            )?)
        })
    }

    /// Removes the record, with its drift, its intents and the draft it came from. Its history
    /// stays readable, about no key. The secret is the caller's to remove.
    pub fn remove_key(&self, id: KeyId) -> Result<()> {
        self.write(|db| found(db.execute("DELETE FROM keys WHERE id = ?1", [id.0])?))
    }
}
