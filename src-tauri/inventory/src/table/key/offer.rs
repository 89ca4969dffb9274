//! The other pair that a server shows for a key, while ours is kept.

use crate::inventory::found;
use crate::{Inventory, Result};
use keys::{KeyId, Moment};
use rusqlite::params;

impl Inventory {
    /// Keeps when the secret of the offered pair was put into the keychain, beside ours.
    pub fn set_offer_stored(&self, id: KeyId, stored_at: Option<Moment>) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE keys SET offered_stored_at = ?2
                 WHERE id = ?1 AND offered_at IS NOT NULL",
                params![id.0, stored_at.map(|at| at.0)],
            )?)
        })
    }

    /// Puts the offered pair in the place of the key's own, which was proved dead or given up.
    /// What was checked was the old one. Drift rows stay: they tell what happened.
    pub fn take_offer(&self, id: KeyId, stored_at: Option<Moment>) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE keys SET key_type = offered_type, identifier = offered_identifier,
                     fingerprint = offered_fingerprint, stored_at = ?2, checked_at = NULL, unreached_at = NULL,
                     offered_type = NULL, offered_identifier = NULL, offered_fingerprint = NULL,
                     offered_stored_at = NULL, offered_at = NULL
                 WHERE id = ?1 AND offered_at IS NOT NULL",
                params![id.0, stored_at.map(|at| at.0)],
            )?)
        })
    }

    /// Forgets the offered pair, if there is one. While the server shows it, a refresh offers it
    /// again.
    pub fn drop_offer(&self, id: KeyId) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE keys SET offered_type = NULL, offered_identifier = NULL,
                     offered_fingerprint = NULL, offered_stored_at = NULL, offered_at = NULL
                 WHERE id = ?1",
                [id.0],
            )?)
        })
    }
}
