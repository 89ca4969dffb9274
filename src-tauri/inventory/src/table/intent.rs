//! Intents: what was about to be asked of a server, written before asking, so that a crash or a
//! lost reply leaves a trace to follow.

pub(crate) mod row;

use crate::inventory::{found, in_transaction};
use crate::table::{draft, history, numbers};
use crate::{Inventory, Result};
use keys::{
    ConnectionId, DraftId, HistoryEntry, Identifier, KeyId, KeyType, Made, Moment, Permission,
    Scope, ServerAppId, ServerStoreId, SiteUserId,
};
use rusqlite::{Connection, params};
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
        /// OAuth or `ak_`.
        key_type: KeyType,
        /// What it may do.
        scopes: Vec<Scope>,
        /// For which Store on the server.
        store: Option<ServerStoreId>,
    },
    /// A new consumer key.
    CreateConsumerKey {
        /// Its description.
        description: String,
        /// Whose it is to be.
        owner: SiteUserId,
        /// What it may do.
        permission: Permission,
    },
    /// The end of a consumer key on its site.
    RevokeKey {
        /// Which key.
        key: KeyId,
    },
    /// A new Secret for a key.
    RenewSecret {
        /// Which key.
        key: KeyId,
        /// The print of its secret before: while the key has it, nothing was renewed.
        fingerprint: Vec<u8>,
    },
    /// The end of the session.
    SignOut,
    /// The end of the session, and of all records and secrets of the connection.
    Disconnect,
    /// The removal of a key's secret and record here.
    Forget {
        /// Which key.
        key: KeyId,
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
    /// The draft that is sent by it.
    pub draft: Option<DraftId>,
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
    /// The draft that was sent by it, if it is still there.
    pub draft: Option<DraftId>,
    /// The server's numbers between which a person must decide; empty while there is nothing to
    /// decide.
    pub candidates: Vec<i64>,
    /// Whether the server did answer, so that what a look does not find was never made. Without
    /// an answer it may still be under way on a slow server.
    pub answered: bool,
    /// The Consumer key that the answer told, and the print of its secret: only an answer ever tells
    /// them.
    pub pair: Option<(Identifier, Vec<u8>)>,
}

impl Inventory {
    /// Writes an intent. When this returns, it is on the disk.
    pub fn begin_intent(&self, new: &NewIntent) -> Result<IntentId> {
        self.with_state(|state| {
            // Everything else may lose its last moments in a power cut; a server was not asked then.
            state.db.pragma_update(None, "synchronous", "FULL")?;
            let outcome = in_transaction(&mut state.db, |db| row::add(db, new));
            state.db.pragma_update(None, "synchronous", "NORMAL")?;
            outcome
        })
    }

    /// Forgets an intent: its outcome is known and recorded. It may have gone already, with the
    /// key or the connection it was about.
    pub fn finish_intent(&self, id: IntentId) -> Result<()> {
        self.write_aside(|db| {
            db.execute("DELETE FROM intents WHERE id = ?1", [id.0])
                .map(|_| ())
        })
    }

    /// What was asked for is there: writes its line of history, marks the draft it came from as
    /// sent, and forgets the intent, all or nothing. A kill thus never leaves half of it told.
    pub fn complete_intent(&self, id: IntentId, made: Made, line: &HistoryEntry) -> Result<()> {
        self.write_aside(|db| {
            let Some(intent) = row::by_id(db, id)? else {
                return Ok(());
            };
            history::add(db, line)?;
            if let Some(draft) = intent.draft {
                draft::mark_sent(db, draft, made, line.at)?;
            }
            db.execute("DELETE FROM intents WHERE id = ?1", [id.0])
                .map(|_| ())
        })
    }

    /// The intent with that number, if its outcome is still unknown.
    pub fn intent(&self, id: IntentId) -> Result<Option<Intent>> {
        self.read(|db| row::by_id(db, id))
    }

    /// Keeps between what a person must decide.
    pub fn set_intent_candidates(&self, id: IntentId, candidates: &[i64]) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE intents SET candidates = ?2 WHERE id = ?1",
                params![id.0, numbers::as_text(candidates)],
            )?)
        })
    }

    /// Keeps that the server did answer.
    pub fn set_intent_answered(&self, id: IntentId) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute("UPDATE intents SET answered = TRUE WHERE id = ?1", [id.0])?)
        })
    }

    /// Keeps the answer to the making of a consumer key: that there was one, which Consumer key it
    /// told, the print of its secret, and its number, if it told that too.
    pub fn set_intent_pair(
        &self,
        id: IntentId,
        server_id: Option<ServerAppId>,
        identifier: &Identifier,
        fingerprint: &[u8],
    ) -> Result<()> {
        let told = server_id.map(|id| numbers::as_text(&[id.0]));
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE intents SET answered = TRUE, identifier = ?2,
                     candidates = coalesce(?3, candidates), fingerprint = ?4
                 WHERE id = ?1",
                params![id.0, identifier.as_str(), told, fingerprint],
            )?)
        })
    }

    /// Counts the intent from another moment on, as asking again does; what was answered before
    /// was another question.
    pub fn restart_intent(&self, id: IntentId, at: Moment) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE intents SET at = ?2, answered = FALSE, identifier = NULL WHERE id = ?1",
                [id.0, at.0],
            )?)
        })
    }

    /// All intents whose outcome is unknown, oldest first.
    pub fn open_intents(&self) -> Result<Vec<Intent>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM intents ORDER BY id")?
                .query_map([], row::from_row)?
                .collect()
        })
    }
}

/// Which of the things a server showed, by number and name, open intents could explain: all with a
/// name asked for that were not there before. Names are not unique (contract 5.1), so which one is
/// ours is for somebody else to find out.
pub(crate) fn explained(wanted: &[(String, Vec<i64>)], shown: &[(i64, &str)]) -> HashSet<i64> {
    wanted
        .iter()
        .flat_map(|(name, known)| {
            shown
                .iter()
                .filter(|(id, shown)| !known.contains(id) && shown.trim() == name.trim())
                .map(|(id, _)| *id)
        })
        .collect()
}

/// The open intents of one connection, oldest first.
pub(crate) fn open_on(db: &Connection, connection: ConnectionId) -> rusqlite::Result<Vec<Intent>> {
    db.prepare_cached("SELECT * FROM intents WHERE connection = ?1 ORDER BY id")?
        .query_map([connection.0], row::from_row)?
        .collect()
}
