//! Settings: names and texts, whose meaning is the caller's.

use crate::{Inventory, Result};
use rusqlite::OptionalExtension;

impl Inventory {
    /// The text under that name, when it was ever set.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        self.read(|db| {
            db.prepare_cached("SELECT value FROM settings WHERE name = ?1")?
                .query_row([name], |row| row.get(0))
                .optional()
        })
    }

    /// Sets the text under that name.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<()> {
        self.write_aside(|db| {
            db.execute(
                "INSERT INTO settings (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value],
            )
            .map(|_| ())
        })
    }
}
