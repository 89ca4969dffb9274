//! The history: what happened, who did it and when. Lines are added, never changed.

use crate::table::word;
use crate::{Inventory, Result};
use keys::{Act, ConnectionId, HistoryEntry, KeyId, Moment, StoreId};
use rusqlite::{Connection, Row, params};

impl Inventory {
    /// Adds a line.
    pub fn record(&self, entry: &HistoryEntry) -> Result<()> {
        self.write_aside(|db| add(db, entry))
    }

    /// The newest lines about one key, newest first.
    pub fn history_of_key(&self, key: KeyId, limit: usize) -> Result<Vec<HistoryEntry>> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT * FROM history WHERE key = ?1 ORDER BY at DESC, id DESC LIMIT ?2",
            )?
            .query_map(params![key.0, sql_limit(limit)], from_row)?
            .collect()
        })
    }

    /// The newest lines about anything, newest first; only those before a moment when one is given.
    /// Lines of one moment are never parted, even if that makes them more than `limit`: a refresh
    /// writes many at once, and none may fall between two windows.
    pub fn activity(&self, limit: usize, before: Option<Moment>) -> Result<Vec<HistoryEntry>> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT * FROM history
                 WHERE at < ?1 AND at >= (SELECT min(at) FROM
                     (SELECT at FROM history WHERE at < ?1 ORDER BY at DESC LIMIT ?2))
                 ORDER BY at DESC, id DESC",
            )?
            .query_map(
                params![before.map_or(i64::MAX, |at| at.0), sql_limit(limit)],
                from_row,
            )?
            .collect()
        })
    }
}

fn sql_limit(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

pub(crate) fn add(db: &Connection, entry: &HistoryEntry) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO history (at, who, act, connection, key, store, subject)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        entry.at.0,
        entry.who,
        as_word(entry.act),
        entry.connection.0,
        entry.key.map(|key| key.0),
        entry.store.map(|store| store.0),
        entry.subject,
    ])
    .map(|_| ())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<HistoryEntry> {
    Ok(HistoryEntry {
        at: Moment(row.get("at")?),
        who: row.get("who")?,
        act: word(row, "act", from_word)?,
        connection: ConnectionId(row.get("connection")?),
        key: row.get::<_, Option<i64>>("key")?.map(KeyId),
        store: row.get::<_, Option<i64>>("store")?.map(StoreId),
        subject: row.get("subject")?,
    })
}

fn as_word(act: Act) -> &'static str {
    match act {
        Act::Created => "created",
        Act::SeenOnServer => "seen_on_server",
        Act::CopiedSecret => "copied_secret",
        Act::CopiedIdentifier => "copied_identifier",
        Act::CopiedBaseUrl => "copied_base_url",
        Act::Revealed => "revealed",
        Act::Renewed => "renewed",
        Act::RenewedElsewhere => "renewed_elsewhere",
        Act::ReplacedElsewhere => "replaced_elsewhere",
        Act::RenamedElsewhere => "renamed_elsewhere",
        Act::GoneFromServer => "gone_from_server",
        Act::BackOnServer => "back_on_server",
        Act::Checked => "checked",
        Act::NoteChanged => "note_changed",
        Act::LocalNameChanged => "local_name_changed",
    }
}

fn from_word(word: &str) -> Option<Act> {
    Some(match word {
        "created" => Act::Created,
        "seen_on_server" => Act::SeenOnServer,
        "copied_secret" => Act::CopiedSecret,
        "copied_identifier" => Act::CopiedIdentifier,
        "copied_base_url" => Act::CopiedBaseUrl,
        "revealed" => Act::Revealed,
        "renewed" => Act::Renewed,
        "renewed_elsewhere" => Act::RenewedElsewhere,
        "replaced_elsewhere" => Act::ReplacedElsewhere,
        "renamed_elsewhere" => Act::RenamedElsewhere,
        "gone_from_server" => Act::GoneFromServer,
        "back_on_server" => Act::BackOnServer,
        "checked" => Act::Checked,
        "note_changed" => Act::NoteChanged,
        "local_name_changed" => Act::LocalNameChanged,
        _ => return None,
    })
}
