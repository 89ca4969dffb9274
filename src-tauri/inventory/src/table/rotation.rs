//! Rotations: one line for each key that was, or is being, replaced by another.

use crate::inventory::found;
use crate::table::unknown_word;
use crate::{Inventory, Result};
use keys::{KeyId, LastAccess, Moment, Rotation, RotationId, Seen};
use rusqlite::{OptionalExtension, Row, params};

impl Inventory {
    /// Begins to replace a key; `None` when that was begun already and is not at its end.
    pub fn begin_rotation(&self, old: KeyId, at: Moment) -> Result<Option<RotationId>> {
        self.write_aside(|db| {
            db.prepare_cached(
                "INSERT INTO rotations (old_key, new_name, begun_at) VALUES (?1, '', ?2)
                 ON CONFLICT (old_key) WHERE ended_at IS NULL DO NOTHING
                 RETURNING id",
            )?
            .query_row([old.0, at.0], |row| row.get(0).map(RotationId))
            .optional()
        })
    }

    /// The rotation with that number.
    pub fn rotation(&self, id: RotationId) -> Result<Option<Rotation>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM rotations WHERE id = ?1")?
                .query_row([id.0], from_row)
                .optional()
        })
    }

    /// The rotations that are not at their end, oldest first.
    pub fn open_rotations(&self) -> Result<Vec<Rotation>> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT * FROM rotations WHERE ended_at IS NULL ORDER BY begun_at, id",
            )?
            .query_map([], from_row)?
            .collect()
        })
    }

    /// The open rotation in which a key goes; if there is none, the one in which it comes.
    pub fn rotation_of(&self, key: KeyId) -> Result<Option<Rotation>> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT * FROM rotations
                 WHERE (old_key = ?1 OR new_key = ?1) AND ended_at IS NULL
                 ORDER BY old_key = ?1 DESC, id DESC LIMIT 1",
            )?
            .query_row([key.0], from_row)
            .optional()
        })
    }

    /// Writes how far it is. Its number, the key that goes and the beginning stay.
    pub fn update_rotation(&self, rotation: &Rotation) -> Result<()> {
        let (seen, seen_at) = rotation.seen_working.unzip();
        let access = rotation.access_before.as_ref();
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE rotations SET new_key = ?2, new_name = ?3, handed_over_at = ?4,
                     delivery_before = ?5, seen = ?6, seen_at = ?7, retired_at = ?8, ended_at = ?9,
                     new_access_before = ?10, old_access_before = ?11
                 WHERE id = ?1",
                params![
                    rotation.id.0,
                    rotation.new_key.map(|key| key.0),
                    rotation.new_name,
                    rotation.handed_over_at.map(|at| at.0),
                    rotation.delivery_before,
                    seen.map(seen_as_word),
                    seen_at.map(|at| at.0),
                    rotation.retired_at.map(|at| at.0),
                    rotation.ended_at.map(|at| at.0),
                    access.map(|(new, _)| new.as_str()),
                    access.map(|(_, old)| old.as_str()),
                ],
            )?)
        })
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Rotation> {
    let moment = |column| -> rusqlite::Result<Option<Moment>> {
        Ok(row.get::<_, Option<i64>>(column)?.map(Moment))
    };
    let seen = match row.get_ref("seen")?.as_str_or_null()? {
        None => None,
        Some("confirmed") => Some(Seen::Confirmed),
        Some("delivery") => Some(Seen::Delivery),
        Some("access") => Some(Seen::Access),
        Some(other) => return Err(unknown_word(other)),
    };
    let access = |column| -> rusqlite::Result<Option<LastAccess>> {
        let text = row.get_ref(column)?.as_str_or_null()?;
        Ok(text.map(LastAccess::new))
    };
    Ok(Rotation {
        id: RotationId(row.get("id")?),
        old_key: KeyId(row.get("old_key")?),
        new_key: row.get::<_, Option<i64>>("new_key")?.map(KeyId),
        new_name: row.get("new_name")?,
        begun_at: Moment(row.get("begun_at")?),
        handed_over_at: moment("handed_over_at")?,
        delivery_before: row.get("delivery_before")?,
        access_before: access("new_access_before")?.zip(access("old_access_before")?),
        seen_working: seen.zip(moment("seen_at")?),
        retired_at: moment("retired_at")?,
        ended_at: moment("ended_at")?,
    })
}

fn seen_as_word(seen: Seen) -> &'static str {
    match seen {
        Seen::Confirmed => "confirmed",
        Seen::Delivery => "delivery",
        Seen::Access => "access",
    }
}
