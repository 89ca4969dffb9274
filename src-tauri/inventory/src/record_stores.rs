//! Recording what a server showed of its Stores: what is new, renamed, gone, or back.

use crate::table::intent::{self, IntentAct};
use crate::table::{Subject, connection, drift, history, store};
use crate::{Inventory, Result};
use keys::{
    Act, ConnectionId, Drift, HistoryEntry, Moment, Presence, ServerStoreId, Store, StoreId,
};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// A Store as the server showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenStore {
    /// The server's number.
    pub server_id: ServerStoreId,
    /// Its name.
    pub name: String,
    /// Street address as one line; empty when unknown.
    pub address: String,
    /// Whether it has a time slot.
    pub has_time_slot: bool,
}

/// What recording Stores changed. A Store can be both renamed and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoreChanges {
    /// Not known before.
    pub new: Vec<StoreId>,
    /// Have another name now.
    pub renamed: Vec<StoreId>,
    /// Have another address or time slot now; not worth a line of history.
    pub edited: Vec<StoreId>,
    /// The server has them no more.
    pub gone: Vec<StoreId>,
    /// Were gone, and the server has them again.
    pub back: Vec<StoreId>,
    /// Seen, with nothing new about them.
    pub unchanged: usize,
}

impl Inventory {
    /// Records what was seen, with its history and drift. With `complete`, a Store not seen is
    /// marked gone; none is ever removed. A new one that an open intent could explain gets neither:
    /// who finishes the intent knows who made it, and tells it with [`Self::tell_store_seen`] if
    /// somebody else did.
    pub fn record_stores(
        &self,
        connection: ConnectionId,
        complete: bool,
        seen: &[SeenStore],
        now: Moment,
    ) -> Result<StoreChanges> {
        self.write(|db| {
            let shown: Vec<(i64, &str)> = seen
                .iter()
                .map(|seen| (seen.server_id.0, seen.name.as_str()))
                .collect();
            let ours = intent::explained(&wanted(db, connection)?, &shown);
            let known = known(db, connection, complete, seen)?;
            let mut recording = Recording::begin(db, connection, known, now)?;
            for one in seen {
                recording.see(one, ours.contains(&one.server_id.0))?;
            }
            if complete {
                recording.mark_gone(seen)?;
            }
            Ok(recording.changes)
        })
    }

    /// Records a Store just made here, without history, and tells its number.
    pub fn record_created_store(
        &self,
        connection: ConnectionId,
        made: &SeenStore,
        now: Moment,
    ) -> Result<StoreId> {
        self.write(|db| {
            let known = known(db, connection, false, std::slice::from_ref(made))?;
            Recording::begin(db, connection, known, now)?.see(made, true)
        })
    }
}

/// What is known of the Stores a recording can touch: all only when it may mark some gone.
fn known(
    db: &Connection,
    connection: ConnectionId,
    complete: bool,
    seen: &[SeenStore],
) -> rusqlite::Result<Vec<Store>> {
    if complete {
        return store::of_connection(db, connection);
    }
    seen.iter()
        .filter_map(|seen| store::by_server_id(db, connection, seen.server_id).transpose())
        .collect()
}

/// The names open intents asked for, each with what the server had before.
fn wanted(db: &Connection, connection: ConnectionId) -> rusqlite::Result<Vec<(String, Vec<i64>)>> {
    Ok(intent::open_on(db, connection)?
        .into_iter()
        .filter_map(|intent| match intent.act {
            IntentAct::CreateStore { name } => Some((name, intent.known)),
            _ => None,
        })
        .collect())
}

struct Recording<'a> {
    db: &'a Connection,
    connection: ConnectionId,
    now: Moment,
    /// Whether what is new on the server is news: everything is, to the first refresh.
    refreshed_before: bool,
    known: HashMap<ServerStoreId, Store>,
    changes: StoreChanges,
}

impl<'a> Recording<'a> {
    fn begin(
        db: &'a Connection,
        connection: ConnectionId,
        known: Vec<Store>,
        now: Moment,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            db,
            connection,
            now,
            refreshed_before: connection::was_refreshed(db, connection)?,
            known: known
                .into_iter()
                .map(|store| (store.server_id, store))
                .collect(),
            changes: StoreChanges::default(),
        })
    }

    fn see(&mut self, seen: &SeenStore, ours: bool) -> rusqlite::Result<StoreId> {
        let Some(before) = self.known.get(&seen.server_id).cloned() else {
            return self.add(seen, ours);
        };
        let id = before.id;
        let after = Store {
            name: seen.name.clone(),
            address: seen.address.clone(),
            has_time_slot: seen.has_time_slot,
            presence: Presence::OnServer,
            ..before.clone()
        };
        if after == before {
            self.changes.unchanged += 1;
            return Ok(id);
        }
        store::update(self.db, &after)?;
        if before.presence == Presence::Gone {
            self.changes.back.push(id);
            self.tell(&after, Act::BackOnServer)?;
            self.differs(id, &Drift::Back)?;
        }
        if after.name != before.name {
            self.changes.renamed.push(id);
            self.tell(&after, Act::RenamedElsewhere)?;
            let names = (before.name.as_str(), after.name.as_str());
            drift::rename(
                self.db,
                self.connection,
                Subject::Store(id),
                names,
                self.now,
            )?;
        }
        if (after.address.as_str(), after.has_time_slot) != (&before.address, before.has_time_slot)
        {
            self.changes.edited.push(id);
        }
        self.known.insert(seen.server_id, after);
        Ok(id)
    }

    fn add(&mut self, seen: &SeenStore, ours: bool) -> rusqlite::Result<StoreId> {
        let id = store::add(self.db, self.connection, seen, self.now)?;
        let added = store::by_id(self.db, id)?;
        if !ours {
            self.tell(&added, Act::SeenOnServer)?;
            if self.refreshed_before {
                self.differs(id, &Drift::New)?;
            }
        }
        self.changes.new.push(id);
        self.known.insert(seen.server_id, added);
        Ok(id)
    }

    fn mark_gone(&mut self, seen: &[SeenStore]) -> rusqlite::Result<()> {
        let seen: HashSet<ServerStoreId> = seen.iter().map(|seen| seen.server_id).collect();
        let mut missing: Vec<Store> = self
            .known
            .values()
            .filter(|store| {
                store.presence == Presence::OnServer && !seen.contains(&store.server_id)
            })
            .cloned()
            .collect();
        missing.sort_unstable_by_key(|store| store.id);
        for mut store in missing {
            store.presence = Presence::Gone;
            store::update(self.db, &store)?;
            self.tell(&store, Act::GoneFromServer)?;
            self.differs(store.id, &Drift::Gone)?;
            self.changes.gone.push(store.id);
        }
        Ok(())
    }

    fn differs(&self, id: StoreId, drift: &Drift) -> rusqlite::Result<()> {
        drift::add(
            self.db,
            self.connection,
            Subject::Store(id),
            drift,
            self.now,
        )
    }

    fn tell(&self, store: &Store, act: Act) -> rusqlite::Result<()> {
        history::add(
            self.db,
            &HistoryEntry {
                at: self.now,
                who: String::new(),
                act,
                connection: self.connection,
                key: None,
                store: Some(store.id),
                subject: store.name.clone(),
            },
        )
    }
}
