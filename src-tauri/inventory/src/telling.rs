//! Telling afterwards of what a refresh found but could not judge: it could have been ours.

use crate::table::{Subject, drift, history, key, store};
use crate::{Inventory, Result};
use keys::{Act, ConnectionId, Drift, HistoryEntry, KeyId, Made, Moment, StoreId};
use rusqlite::Connection;

impl Inventory {
    /// Whether the history tells that it was made here: then it explains no other request.
    pub fn is_made_here(&self, made: Made) -> Result<bool> {
        let subject = match made {
            Made::Store(id) => Subject::Store(id),
            Made::Key(id) => Subject::Key(id),
        };
        self.read(|db| history::tells(db, subject, Act::Created))
    }

    /// Keys and Stores of which no line tells where they come from: an intent could explain them
    /// when they were recorded. Each with its number and name on the server.
    pub fn untold(&self, connection: ConnectionId) -> Result<Vec<(Made, i64, String)>> {
        self.read(|db| {
            let mut found = history::untold_stores(db, connection)?;
            found.extend(history::untold_keys(db, connection)?);
            Ok(found)
        })
    }

    /// A new key turned out to be somebody else's: tells it as a refresh would have, once.
    pub fn tell_key_seen(&self, id: KeyId, now: Moment) -> Result<()> {
        self.write(|db| {
            let key = key::by_id(db, id)?;
            let name = key.local_name.unwrap_or(key.app_name);
            tell(db, Subject::Key(id), key.connection, key.store, name, now)
        })
    }

    /// The same for a Store.
    pub fn tell_store_seen(&self, id: StoreId, now: Moment) -> Result<()> {
        self.write(|db| {
            let store = store::by_id(db, id)?;
            let subject = Subject::Store(id);
            tell(db, subject, store.connection, Some(id), store.name, now)
        })
    }
}

fn tell(
    db: &Connection,
    subject: Subject,
    connection: ConnectionId,
    store: Option<StoreId>,
    name: String,
    now: Moment,
) -> rusqlite::Result<()> {
    if history::tells_origin(db, subject)? {
        return Ok(());
    }
    drift::add(db, connection, subject, &Drift::New, now)?;
    let key = match subject {
        Subject::Key(id) => Some(id),
        Subject::Store(_) => None,
    };
    history::add(
        db,
        &HistoryEntry {
            at: now,
            who: String::new(),
            act: Act::SeenOnServer,
            connection,
            key,
            store,
            subject: name,
        },
    )
}
