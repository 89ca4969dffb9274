//! Intents: what was about to be asked of a server, written before asking, so that a crash or a
//! lost reply leaves a trace to follow.

use crate::inventory::found;
use crate::table::unknown_word;
use crate::{Inventory, Result};
use keys::{ConnectionId, KeyId, Moment};
use rusqlite::{Connection, Row, params};
use std::collections::HashSet;

/// The inventory's number of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IntentId(pub i64);

/// What was about to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntentAct {
    /// A new Store.
    CreateStore {
        /// Its name.
        name: String,
    },
    /// A new key.
    CreateKey {
        /// Its App name.
        name: String,
    },
    /// A new Secret for a key.
    RenewSecret {
        /// Which key.
        key: KeyId,
        /// The print of its secret before: while the key has it, nothing was renewed.
        fingerprint: Vec<u8>,
    },
}

/// An intent to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIntent {
    /// Which server is asked.
    pub connection: ConnectionId,
    /// For what.
    pub act: IntentAct,
    /// The server's numbers of what was there before: anything else may be ours.
    pub known: Vec<i64>,
    /// When.
    pub at: Moment,
}

/// An intent that was written and not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// The inventory's number.
    pub id: IntentId,
    /// Which server was asked.
    pub connection: ConnectionId,
    /// For what.
    pub act: IntentAct,
    /// The server's numbers of what was there before.
    pub known: Vec<i64>,
    /// When.
    pub at: Moment,
}

impl Inventory {
    /// Writes an intent. When this returns, it is on the disk.
    pub fn begin_intent(&self, new: &NewIntent) -> Result<IntentId> {
        self.with_state(|state| {
            // Everything else may lose its last moments in a power cut; a server was not asked then.
            state.db.pragma_update(None, "synchronous", "FULL")?;
            let outcome = crate::inventory::in_transaction(&mut state.db, |db| add(db, new));
            state.db.pragma_update(None, "synchronous", "NORMAL")?;
            outcome
        })
    }

    /// Forgets an intent: its outcome is known and recorded.
    pub fn finish_intent(&self, id: IntentId) -> Result<()> {
        self.write_aside(|db| found(db.execute("DELETE FROM intents WHERE id = ?1", [id.0])?))
    }

    /// All intents whose outcome is unknown, oldest first.
    pub fn open_intents(&self) -> Result<Vec<Intent>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM intents ORDER BY id")?
                .query_map([], from_row)?
                .collect()
        })
    }
}

/// Which of the things a server showed, by number and name, open intents explain: the newest with
/// the name asked for that was not there before. Numbers grow, names are not unique (contract 5.1).
pub(crate) fn explained(wanted: &[(String, Vec<i64>)], shown: &[(i64, &str)]) -> HashSet<i64> {
    wanted
        .iter()
        .filter_map(|(name, known)| {
            shown
                .iter()
                .filter(|(id, shown)| !known.contains(id) && shown.trim() == name)
                .map(|(id, _)| *id)
                .max()
        })
        .collect()
}

/// The open intents of one connection, oldest first.
pub(crate) fn open_on(db: &Connection, connection: ConnectionId) -> rusqlite::Result<Vec<Intent>> {
    db.prepare_cached("SELECT * FROM intents WHERE connection = ?1 ORDER BY id")?
        .query_map([connection.0], from_row)?
        .collect()
}

fn add(db: &Connection, new: &NewIntent) -> rusqlite::Result<IntentId> {
    let (act, name, renewed) = match &new.act {
        IntentAct::CreateStore { name } => ("create_store", Some(name), None),
        IntentAct::CreateKey { name } => ("create_key", Some(name), None),
        IntentAct::RenewSecret { key, fingerprint } => {
            ("renew_secret", None, Some((key.0, fingerprint)))
        }
    };
    let known: Vec<String> = new.known.iter().map(i64::to_string).collect();
    db.execute(
        "INSERT INTO intents (connection, act, name, key, fingerprint, known, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            new.connection.0,
            act,
            name,
            renewed.map(|(key, _)| key),
            renewed.map(|(_, fingerprint)| fingerprint),
            known.join(" "),
            new.at.0
        ],
    )?;
    Ok(IntentId(db.last_insert_rowid()))
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Intent> {
    let act: String = row.get("act")?;
    let known: String = row.get("known")?;
    Ok(Intent {
        id: IntentId(row.get("id")?),
        connection: ConnectionId(row.get("connection")?),
        act: match act.as_str() {
            "create_store" => IntentAct::CreateStore {
                name: row.get("name")?,
            },
            "create_key" => IntentAct::CreateKey {
                name: row.get("name")?,
            },
            "renew_secret" => IntentAct::RenewSecret {
                key: KeyId(row.get("key")?),
                fingerprint: row.get("fingerprint")?,
            },
            other => return Err(unknown_word(other)),
        },
        known: known
            .split_whitespace()
            .map(|number| number.parse().map_err(|_| unknown_word(number)))
            .collect::<rusqlite::Result<_>>()?,
        at: Moment(row.get("at")?),
    })
}
