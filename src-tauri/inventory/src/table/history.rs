//! The history: what happened, who did it and when. Lines are added, never changed.

pub(crate) mod ages;

use crate::fold::{fold, words};
use crate::table::{Subject, word};
use crate::{Inventory, Result};
use keys::{Act, ConnectionId, HistoryEntry, KeyId, Made, Moment, StoreId};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params, params_from_iter};

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

    /// The newest lines that match, newest first; only those before a moment when one is given.
    /// Lines of one moment are never parted, even if that makes them more than `limit`: a refresh
    /// writes many at once, and none may fall between two windows.
    pub fn activity(
        &self,
        limit: usize,
        before: Option<Moment>,
        filter: &ActivityFilter,
    ) -> Result<Vec<HistoryEntry>> {
        let words = words(&filter.text);
        let (query, values) = filter.query(before);
        self.read(|db| {
            let mut statement = db.prepare_cached(&query)?;
            let mut rows = statement.query(params_from_iter(&values))?;
            let mut lines: Vec<HistoryEntry> = Vec::new();
            while let Some(row) = rows.next()? {
                let line = from_row(row)?;
                if !filter.keeps(&line, &words) {
                    continue;
                }
                if lines.len() >= limit && lines.last().is_none_or(|last| last.at != line.at) {
                    break;
                }
                lines.push(line);
            }
            Ok(lines)
        })
    }

    /// Everybody who did something here, in order.
    pub fn people(&self) -> Result<Vec<String>> {
        self.read(|db| {
            db.prepare_cached("SELECT DISTINCT who FROM history WHERE who <> '' ORDER BY who")?
                .query_map([], |row| row.get(0))?
                .collect()
        })
    }
}

/// What the history is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityFilter {
    /// Only lines about that connection.
    pub connection: Option<ConnectionId>,
    /// Only lines about that key.
    pub key: Option<KeyId>,
    /// Only what that account did.
    pub who: Option<String>,
    /// Only these; all when empty.
    pub acts: Vec<Act>,
    /// Words that must all occur in the subject.
    pub text: String,
}

impl ActivityFilter {
    /// Only what narrows is in the text, so that the index of a key's lines is used.
    fn query(&self, before: Option<Moment>) -> (String, Vec<Value>) {
        let mut query = "SELECT * FROM history WHERE at < ?".to_owned();
        let mut values = vec![Value::Integer(before.map_or(i64::MAX, |at| at.0))];
        let narrowing = [
            (" AND connection = ?", self.connection.map(|id| id.0.into())),
            (" AND key = ?", self.key.map(|id| id.0.into())),
            (" AND who = ?", self.who.clone().map(Value::Text)),
        ];
        for (condition, value) in narrowing {
            if let Some(value) = value {
                query.push_str(condition);
                values.push(value);
            }
        }
        query.push_str(" ORDER BY at DESC, id DESC");
        (query, values)
    }

    fn keeps(&self, line: &HistoryEntry, words: &[String]) -> bool {
        (self.acts.is_empty() || self.acts.contains(&line.act))
            && (words.is_empty() || {
                let subject = fold(&line.subject);
                words.iter().all(|word| subject.contains(word.as_str()))
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

/// What tells where a key or a Store came from.
const ORIGINS: [Act; 3] = [Act::Created, Act::SeenOnServer, Act::Imported];

/// Whether a line tells already where a key or a Store came from.
pub(crate) fn tells_origin(db: &Connection, subject: Subject) -> rusqlite::Result<bool> {
    for act in ORIGINS {
        if tells(db, subject, act)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Keys without a line of their origin, with number and name on the server.
pub(crate) fn untold_keys(
    db: &Connection,
    connection: ConnectionId,
) -> rusqlite::Result<Vec<(Made, i64, String)>> {
    untold(
        db,
        connection,
        "SELECT id, server_id, app_name FROM keys
         WHERE connection = ?1 AND server_id >= 0 AND NOT EXISTS
             (SELECT 1 FROM history WHERE history.key = keys.id AND act IN (?2, ?3, ?4))
         ORDER BY id",
        |id| Made::Key(KeyId(id)),
    )
}

/// The same for Stores. A line about a key names its Store too.
pub(crate) fn untold_stores(
    db: &Connection,
    connection: ConnectionId,
) -> rusqlite::Result<Vec<(Made, i64, String)>> {
    untold(
        db,
        connection,
        "SELECT id, server_id, name FROM stores WHERE connection = ?1 AND NOT EXISTS
             (SELECT 1 FROM history
              WHERE history.store = stores.id AND history.key IS NULL AND act IN (?2, ?3, ?4))
         ORDER BY id",
        |id| Made::Store(StoreId(id)),
    )
}

fn untold(
    db: &Connection,
    connection: ConnectionId,
    query: &str,
    made: impl Fn(i64) -> Made,
) -> rusqlite::Result<Vec<(Made, i64, String)>> {
    let [created, seen, imported] = ORIGINS.map(as_word);
    db.prepare_cached(query)?
        .query_map(params![connection.0, created, seen, imported], |row| {
            Ok((made(row.get(0)?), row.get(1)?, row.get(2)?))
        })?
        .collect()
}

/// Whether a line tells that this was done to it.
pub(crate) fn tells(db: &Connection, subject: Subject, act: Act) -> rusqlite::Result<bool> {
    // A line about a key names its Store too.
    let (query, id) = match subject {
        Subject::Key(id) => (
            "SELECT EXISTS (SELECT 1 FROM history WHERE key = ?1 AND act = ?2)",
            id.0,
        ),
        Subject::Store(id) => (
            "SELECT EXISTS (SELECT 1 FROM history
                 WHERE store = ?1 AND key IS NULL AND act = ?2)",
            id.0,
        ),
    };
    db.prepare_cached(query)?
        .query_row(params![id, as_word(act)], |row| row.get(0))
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
        Act::TookNewPair => "took_new_pair",
        Act::Archived => "archived",
        Act::Unarchived => "unarchived",
        Act::SecretLost => "secret_lost",
        Act::SecretRescued => "secret_rescued",
        Act::HandedOver => "handed_over",
        Act::HandoverConfirmed => "handover_confirmed",
        Act::RotationBegun => "rotation_begun",
        Act::RotationEnded => "rotation_ended",
        Act::Imported => "imported",
        Act::Edited => "edited",
        Act::PermissionChangedElsewhere => "permission_changed_elsewhere",
        Act::Revoked => "revoked",
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
        "took_new_pair" => Act::TookNewPair,
        "archived" => Act::Archived,
        "unarchived" => Act::Unarchived,
        "secret_lost" => Act::SecretLost,
        "secret_rescued" => Act::SecretRescued,
        "handed_over" => Act::HandedOver,
        "handover_confirmed" => Act::HandoverConfirmed,
        "rotation_begun" => Act::RotationBegun,
        "rotation_ended" => Act::RotationEnded,
        "imported" => Act::Imported,
        "edited" => Act::Edited,
        "permission_changed_elsewhere" => Act::PermissionChangedElsewhere,
        "revoked" => Act::Revoked,
        _ => return None,
    })
}
