//! Recording what a server showed of its keys: what is new, renewed, replaced, renamed, gone, back.

mod judgement;

use crate::table::intent::{self, Intent, IntentAct};
use crate::table::{history, key};
use crate::{Inventory, Result};
use judgement::Judgement;
use keys::{
    Act, ConnectionId, HistoryEntry, Identifier, Key, KeyId, KeyType, Moment, Presence, Scope,
    ServerAppId, StoreId,
};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// A key as the server showed it. What is `None` was not shown, and what is known of it stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenKey {
    /// The server's number of the app.
    pub server_id: ServerAppId,
    /// The App name.
    pub app_name: String,
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// Its Store; `Some(None)` when it has none that we know.
    pub store: Option<Option<StoreId>>,
    /// The Store's name as the list showed it; empty for none.
    pub store_name: String,
    /// Granted scopes.
    pub scopes: Option<Vec<Scope>>,
    /// The public half.
    pub identifier: Option<Identifier>,
    /// A one-way print of the secret.
    pub fingerprint: Option<Vec<u8>>,
}

/// What recording keys changed. A key can be in several lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyChanges {
    /// Not known before.
    pub new: Vec<KeyId>,
    /// Have another secret now.
    pub renewed: Vec<KeyId>,
    /// Have another pair, or `ak_` value, now.
    pub replaced: Vec<KeyId>,
    /// Have another App name now.
    pub renamed: Vec<KeyId>,
    /// The server has them no more.
    pub gone: Vec<KeyId>,
    /// Were gone, and the server has them again.
    pub back: Vec<KeyId>,
    /// Seen, and in no other list.
    pub unchanged: usize,
}

impl Inventory {
    /// Records what was seen, with its history. With `complete`, a key not seen is marked gone;
    /// none is ever removed. What an open intent asked for is recorded as done by `who`, anything
    /// else as done elsewhere: record before finishing the intent.
    pub fn record_keys(
        &self,
        connection: ConnectionId,
        complete: bool,
        seen: &[SeenKey],
        now: Moment,
        who: &str,
    ) -> Result<KeyChanges> {
        self.write(|db| {
            let mut recording = Recording::begin(db, connection, now, who)?;
            for one in seen {
                let ours = recording.take_intended(one);
                recording.see(one, ours)?;
            }
            if complete {
                recording.mark_gone(seen)?;
            }
            Ok(recording.changes)
        })
    }

    /// Records a key just made here by `who`, and tells its number.
    pub fn add_key(
        &self,
        connection: ConnectionId,
        made: &SeenKey,
        now: Moment,
        who: &str,
    ) -> Result<KeyId> {
        self.write(|db| Recording::begin(db, connection, now, who)?.see(made, true))
    }
}

struct Recording<'a> {
    db: &'a Connection,
    connection: ConnectionId,
    now: Moment,
    who: &'a str,
    intents: Vec<Intent>,
    known: HashMap<ServerAppId, Key>,
    changes: KeyChanges,
}

impl<'a> Recording<'a> {
    fn begin(
        db: &'a Connection,
        connection: ConnectionId,
        now: Moment,
        who: &'a str,
    ) -> rusqlite::Result<Self> {
        let known = key::of_connection(db, connection)?;
        Ok(Self {
            db,
            connection,
            now,
            who,
            intents: intent::open_on(db, connection)?,
            known: known.into_iter().map(|key| (key.server_id, key)).collect(),
            changes: KeyChanges::default(),
        })
    }

    /// Whether an open intent asked for this new key. One intent explains one key.
    fn take_intended(&mut self, seen: &SeenKey) -> bool {
        if self.known.contains_key(&seen.server_id) {
            return false;
        }
        let intended = self.intents.iter().position(|intent| {
            matches!(&intent.act, IntentAct::CreateKey { name } if *name == seen.app_name)
                && !intent.known.contains(&seen.server_id.0)
        });
        intended.map(|at| self.intents.remove(at)).is_some()
    }

    fn see(&mut self, seen: &SeenKey, ours: bool) -> rusqlite::Result<KeyId> {
        let Some(before) = self.known.get(&seen.server_id) else {
            let judged = judgement::first_sight(self.connection, seen, self.now);
            let id = key::add(self.db, &judged)?;
            let added = Key { id, ..judged };
            self.tell(
                &added,
                if ours {
                    Act::Created
                } else {
                    Act::SeenOnServer
                },
            )?;
            self.changes.new.push(id);
            self.known.insert(seen.server_id, added);
            return Ok(id);
        };
        let id = before.id;
        let Judgement { after, acts } = judgement::compare(before, seen);
        if after != *before {
            key::update(self.db, &after)?;
        }
        if acts.is_empty() {
            self.changes.unchanged += 1;
        }
        for act in acts {
            let list = match act {
                Act::BackOnServer => &mut self.changes.back,
                Act::RenamedElsewhere => &mut self.changes.renamed,
                Act::ReplacedElsewhere => &mut self.changes.replaced,
                _ => &mut self.changes.renewed,
            };
            list.push(id);
            let ours = act == Act::RenewedElsewhere && self.meant_to_renew(id);
            self.tell(&after, if ours { Act::Renewed } else { act })?;
        }
        self.known.insert(seen.server_id, after);
        Ok(id)
    }

    fn meant_to_renew(&self, id: KeyId) -> bool {
        self.intents
            .iter()
            .any(|intent| intent.act == IntentAct::RenewSecret { key: id })
    }

    fn mark_gone(&mut self, seen: &[SeenKey]) -> rusqlite::Result<()> {
        let seen: HashSet<ServerAppId> = seen.iter().map(|seen| seen.server_id).collect();
        let mut missing: Vec<Key> = self
            .known
            .values()
            .filter(|key| key.presence == Presence::OnServer && !seen.contains(&key.server_id))
            .cloned()
            .collect();
        missing.sort_unstable_by_key(|key| key.id);
        for mut key in missing {
            key.presence = Presence::Gone;
            key::update(self.db, &key)?;
            self.tell(&key, Act::GoneFromServer)?;
            self.changes.gone.push(key.id);
        }
        Ok(())
    }

    fn tell(&self, key: &Key, act: Act) -> rusqlite::Result<()> {
        let by_us = matches!(act, Act::Created | Act::Renewed);
        history::add(
            self.db,
            &HistoryEntry {
                at: self.now,
                who: if by_us {
                    self.who.to_owned()
                } else {
                    String::new()
                },
                act,
                connection: self.connection,
                key: Some(key.id),
                store: key.store,
                subject: key.app_name.clone(),
            },
        )
    }
}
