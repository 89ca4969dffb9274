//! Drift: one row for each difference that nobody has said to have seen yet.

use crate::table::{Subject, unknown_word, word};
use crate::{Inventory, Result};
use keys::{ConnectionId, Drift, DriftId, DriftRecord, KeyId, Moment, Permission, StoreId};
use rusqlite::{Connection, OptionalExtension, Row, params};

impl Inventory {
    /// What changed about a key, and what happened to its Store that matters for it; oldest first.
    pub fn drifts_of_key(&self, key: KeyId) -> Result<Vec<DriftRecord>> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT * FROM drifts WHERE key = ?1
                 UNION ALL
                 SELECT * FROM drifts WHERE store = (SELECT store FROM keys WHERE id = ?1)
                     AND kind IN ('gone', 'renamed', 'back')
                 ORDER BY at, id",
            )?
            .query_map([key.0], from_row)?
            .collect()
        })
    }

    /// What changed about a Store itself, oldest first.
    pub fn drifts_of_store(&self, store: StoreId) -> Result<Vec<DriftRecord>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM drifts WHERE store = ?1 ORDER BY at, id")?
                .query_map([store.0], from_row)?
                .collect()
        })
    }

    /// Forgets a difference that a person has seen. One that is not there any more was seen
    /// already, or a newer one took its place, which stays.
    pub fn mark_drift_seen(&self, id: DriftId) -> Result<()> {
        self.write_aside(|db| {
            db.execute("DELETE FROM drifts WHERE id = ?1", [id.0])
                .map(|_| ())
        })
    }

    /// Forgets all differences, or those of one connection.
    pub fn mark_all_drift_seen(&self, connection: Option<ConnectionId>) -> Result<()> {
        self.write_aside(|db| {
            db.execute(
                "DELETE FROM drifts WHERE ?1 IS NULL OR connection = ?1",
                [connection.map(|id| id.0)],
            )
            .map(|_| ())
        })
    }

    /// How many differences nobody has seen yet. What was forgotten here is of no interest.
    pub fn unseen_drift(&self) -> Result<usize> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT count(*) FROM drifts LEFT JOIN keys ON keys.id = drifts.key
                 WHERE keys.forgotten_at IS NULL",
            )?
            .query_row([], |row| row.get(0))
        })
    }
}

/// Notes a difference, in the place of an older one of the same kind.
pub(crate) fn add(
    db: &Connection,
    connection: ConnectionId,
    subject: Subject,
    drift: &Drift,
    at: Moment,
) -> rusqlite::Result<()> {
    let (kind, from) = as_words(drift);
    match drift {
        Drift::Gone => remove(db, subject, "back")?,
        Drift::Back => remove(db, subject, "gone")?,
        _ => {}
    }
    let (key, store) = columns(subject);
    // A new number each time: to have seen the older one is not to have seen this one.
    db.prepare_cached(
        "INSERT OR REPLACE INTO drifts (connection, key, store, kind, renamed_from, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![connection.0, key, store, kind, from, at.0])
    .map(|_| ())
}

/// Notes another name. What a person last saw is the oldest name; back to it, nothing is different.
pub(crate) fn rename(
    db: &Connection,
    connection: ConnectionId,
    subject: Subject,
    (from, to): (&str, &str),
    at: Moment,
) -> rusqlite::Result<()> {
    let oldest = oldest(db, subject, "renamed")?;
    let from = oldest.as_deref().unwrap_or(from);
    if from == to {
        return remove(db, subject, "renamed");
    }
    let drift = Drift::Renamed {
        from: from.to_owned(),
    };
    add(db, connection, subject, &drift, at)
}

/// Notes another permission, in the same manner.
pub(crate) fn change_permission(
    db: &Connection,
    connection: ConnectionId,
    subject: Subject,
    (from, to): (Permission, Permission),
    at: Moment,
) -> rusqlite::Result<()> {
    let oldest = oldest(db, subject, "permission_changed")?;
    let from = oldest
        .as_deref()
        .and_then(Permission::from_value)
        .unwrap_or(from);
    if from == to {
        return remove(db, subject, "permission_changed");
    }
    let drift = Drift::PermissionChanged { from };
    add(db, connection, subject, &drift, at)
}

/// What it was before the difference that nobody has seen yet.
fn oldest(db: &Connection, subject: Subject, kind: &str) -> rusqlite::Result<Option<String>> {
    let (key, store) = columns(subject);
    db.prepare_cached(
        "SELECT renamed_from FROM drifts WHERE kind = ?1 AND key IS ?2 AND store IS ?3",
    )?
    .query_row(params![kind, key, store], |row| row.get(0))
    .optional()
}

fn remove(db: &Connection, subject: Subject, kind: &str) -> rusqlite::Result<()> {
    let (key, store) = columns(subject);
    db.prepare_cached("DELETE FROM drifts WHERE kind = ?1 AND key IS ?2 AND store IS ?3")?
        .execute(params![kind, key, store])
        .map(|_| ())
}

fn columns(subject: Subject) -> (Option<i64>, Option<i64>) {
    match subject {
        Subject::Key(id) => (Some(id.0), None),
        Subject::Store(id) => (None, Some(id.0)),
    }
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<DriftRecord> {
    Ok(DriftRecord {
        id: DriftId(row.get("id")?),
        connection: ConnectionId(row.get("connection")?),
        key: row.get::<_, Option<i64>>("key")?.map(KeyId),
        store: row.get::<_, Option<i64>>("store")?.map(StoreId),
        drift: match row.get_ref("kind")?.as_str()? {
            "new" => Drift::New,
            "renewed" => Drift::Renewed,
            "replaced" => Drift::Replaced,
            "renamed" => Drift::Renamed {
                from: row.get("renamed_from")?,
            },
            "permission_changed" => Drift::PermissionChanged {
                from: word(row, "renamed_from", Permission::from_value)?,
            },
            "gone" => Drift::Gone,
            "back" => Drift::Back,
            other => return Err(unknown_word(other)),
        },
        at: Moment(row.get("at")?),
    })
}

fn as_words(drift: &Drift) -> (&'static str, Option<&str>) {
    match drift {
        Drift::New => ("new", None),
        Drift::Renewed => ("renewed", None),
        Drift::Replaced => ("replaced", None),
        Drift::Renamed { from } => ("renamed", Some(from)),
        Drift::PermissionChanged { from } => ("permission_changed", Some(from.as_value())),
        Drift::Gone => ("gone", None),
        Drift::Back => ("back", None),
    }
}
