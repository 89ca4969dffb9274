//! What checks told of keys, and which keys are to be checked.

use super::row::{COLUMNS, from_row};
use super::words::check_as_words;
use crate::inventory::found;
use crate::{Inventory, Result};
use keys::{CheckResult, ConnectionId, Key, KeyId, Moment};
use rusqlite::params;

/// A key whose check tells a person something.
const IS_CHECKED: &str = "presence = 'on_server' AND archived_at IS NULL AND forgotten_at IS NULL";

impl Inventory {
    /// Keeps the outcome of a check. It proves that the server was reached.
    pub fn set_check(&self, id: KeyId, result: &CheckResult, at: Moment) -> Result<()> {
        let (result, detail) = check_as_words(result);
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE keys SET check_result = ?2, check_detail = ?3, checked_at = ?4,
                     unreached_at = NULL
                 WHERE id = ?1",
                params![id.0, result, detail, at.0],
            )?)
        })
    }

    /// Keeps that a check did not reach the server. What was known before stays.
    pub fn set_unreached(&self, id: KeyId, at: Moment) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE keys SET unreached_at = ?2 WHERE id = ?1",
                [id.0, at.0],
            )?)
        })
    }

    /// Forgets the outcome of the last check.
    pub fn clear_check(&self, id: KeyId) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE keys SET checked_at = NULL, unreached_at = NULL WHERE id = ?1",
                [id.0],
            )?)
        })
    }

    /// The keys with a stored secret that nobody checked, or tried to, since that moment: those
    /// never checked first, then the ones longest ago. No consumer keys: a check moves when they
    /// were last used, so it is never made unasked.
    pub fn keys_to_check(&self, before: Moment) -> Result<Vec<Key>> {
        let query = format!(
            "SELECT {COLUMNS},
                    max(coalesce(checked_at, unreached_at), coalesce(unreached_at, checked_at))
                        AS tried_at
             FROM keys
             WHERE {IS_CHECKED} AND stored_at IS NOT NULL AND key_type <> 'consumer'
                 AND (tried_at IS NULL OR tried_at < ?1)
             ORDER BY tried_at, id"
        );
        self.read(|db| {
            db.prepare_cached(&query)?
                .query_map([before.0], from_row)?
                .collect()
        })
    }

    /// The keys with a stored secret, of one connection or of all; none that is gone, archived or
    /// forgotten.
    pub fn keys_with_secret(&self, connection: Option<ConnectionId>) -> Result<Vec<Key>> {
        let query = format!(
            "SELECT {COLUMNS} FROM keys
             WHERE {IS_CHECKED} AND stored_at IS NOT NULL AND (?1 IS NULL OR connection = ?1)
             ORDER BY id"
        );
        self.read(|db| {
            db.prepare_cached(&query)?
                .query_map([connection.map(|id| id.0)], from_row)?
                .collect()
        })
    }

    /// How many such keys there are whose secret is not stored. A consumer key that was only seen in
    /// its site's list is not missed.
    pub fn keys_without_secret(&self, connection: Option<ConnectionId>) -> Result<usize> {
        let query = format!(
            "SELECT count(*) FROM keys
             WHERE {IS_CHECKED} AND stored_at IS NULL AND (?1 IS NULL OR connection = ?1)
                 AND (ending IS NULL OR fingerprint IS NOT NULL OR pair_lost)"
        );
        self.read(|db| {
            db.prepare_cached(&query)?
                .query_row([connection.map(|id| id.0)], |row| row.get(0))
        })
    }
}
