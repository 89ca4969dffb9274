//! Recording what a server showed of its keys: what is new, renewed, replaced, renamed, gone, back.

mod adoption;
pub(crate) mod consumer;
mod consumer_judgement;
mod judgement;
mod sight;

use crate::table::intent::{self, Intent, IntentAct};
use crate::table::{Subject, connection, drift, history, key};
use crate::{Inventory, Result};
use adoption::Sign;
use keys::{
    Act, ConnectionId, Drift, HistoryEntry, Identifier, Key, KeyId, KeyType, Moment, Permission,
    Presence, Scope, ServerAppId, StoreId,
};
use rusqlite::Connection;
use sight::{Judgement, Sight};
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
    /// Have another secret since they were last looked at.
    pub renewed: Vec<KeyId>,
    /// Have another pair, or `ak_` value, since they were last looked at.
    pub replaced: Vec<KeyId>,
    /// Have another App name now.
    pub renamed: Vec<KeyId>,
    /// May do something else now than they might before.
    pub permission_changed: Vec<KeyId>,
    /// The server has them no more.
    pub gone: Vec<KeyId>,
    /// Were gone, and the server has them again.
    pub back: Vec<KeyId>,
    /// Were brought in from a file and found on the server now, with the number below zero they had
    /// until then: their keychain entries go by it.
    pub adopted: Vec<(KeyId, ServerAppId)>,
    /// Seen, and in no other list but `adopted`.
    pub unchanged: usize,
}

impl Inventory {
    /// Records what was seen, with its history and drift. With `complete`, a key not seen is marked
    /// gone; none is ever removed. What an open intent could explain gets neither: who finishes the
    /// intent knows who did it, and tells it with [`Self::tell_key_seen`] if somebody else did.
    ///
    /// Another pair than ours does not take the place of one whose secret is stored, unless an
    /// open intent renews it: it is kept beside as [`Key::offered`].
    pub fn record_keys(
        &self,
        connection: ConnectionId,
        complete: bool,
        seen: &[SeenKey],
        now: Moment,
    ) -> Result<KeyChanges> {
        self.write(|db| record(db, connection, complete, seen, now))
    }

    /// Records a key just made here, without history, and tells its number.
    pub fn record_created_key(
        &self,
        connection: ConnectionId,
        made: &SeenKey,
        now: Moment,
    ) -> Result<KeyId> {
        self.write(|db| {
            let known = known(db, connection, false, std::slice::from_ref(made))?;
            Recording::begin(db, connection, known, now)?.see(made, true)
        })
    }
}

fn record(
    db: &Connection,
    connection: ConnectionId,
    complete: bool,
    seen: &[impl Sight],
    now: Moment,
) -> rusqlite::Result<KeyChanges> {
    let shown: Vec<(i64, &str)> = seen
        .iter()
        .map(|seen| (seen.server_id().0, seen.name()))
        .collect();
    let known = known(db, connection, complete, seen)?;
    let mut recording = Recording::begin(db, connection, known, now)?;
    recording.distrust_shared_signs(seen);
    let ours = intent::explained(&recording.wanted(), &shown);
    for one in seen {
        recording.see(one, ours.contains(&one.server_id().0))?;
    }
    if complete {
        recording.mark_gone(seen)?;
    }
    Ok(recording.changes)
}

/// What is known of the keys a recording can touch: all of the connection's only when it may mark
/// some gone, so that recording one key costs the same whatever there is besides.
fn known(
    db: &Connection,
    connection: ConnectionId,
    complete: bool,
    seen: &[impl Sight],
) -> rusqlite::Result<Vec<Key>> {
    if complete {
        return key::of_connection(db, connection);
    }
    let mut known = key::not_seen_yet(db, connection)?;
    for seen in seen {
        known.extend(key::by_server_id(db, connection, seen.server_id())?);
    }
    Ok(known)
}

struct Recording<'a> {
    db: &'a Connection,
    connection: ConnectionId,
    now: Moment,
    /// Whether what is new on the server is news: everything is, to the first refresh.
    refreshed_before: bool,
    intents: Vec<Intent>,
    /// Those of the known keys that no server told a number of yet.
    brought_in: HashMap<Sign, ServerAppId>,
    known: HashMap<ServerAppId, Key>,
    changes: KeyChanges,
}

impl<'a> Recording<'a> {
    fn begin(
        db: &'a Connection,
        connection: ConnectionId,
        known: Vec<Key>,
        now: Moment,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            db,
            connection,
            now,
            refreshed_before: connection::was_refreshed(db, connection)?,
            intents: intent::open_on(db, connection)?,
            brought_in: adoption::brought_in(&known),
            known: known.into_iter().map(|key| (key.server_id, key)).collect(),
            changes: KeyChanges::default(),
        })
    }

    /// The names open intents asked for, each with what the server had before.
    fn wanted(&self) -> Vec<(String, Vec<i64>)> {
        self.intents
            .iter()
            .filter_map(|intent| match &intent.act {
                IntentAct::CreateKey { name, .. }
                | IntentAct::CreateConsumerKey {
                    description: name, ..
                } => Some((name.clone(), intent.known.clone())),
                _ => None,
            })
            .collect()
    }

    fn see(&mut self, seen: &impl Sight, ours: bool) -> rusqlite::Result<KeyId> {
        self.adopt(seen)?;
        let server_id = seen.server_id();
        let Some(before) = self.known.get(&server_id) else {
            let judged = seen.first(self.connection, self.now);
            let id = key::add(self.db, &judged)?;
            let added = Key { id, ..judged };
            if !ours {
                self.tell(&added, Act::SeenOnServer)?;
                if self.refreshed_before {
                    self.differs(&added, &Drift::New)?;
                }
            }
            self.changes.new.push(id);
            self.known.insert(server_id, added);
            return Ok(id);
        };
        let id = before.id;
        let renewing = self.meant_to_renew(id);
        let Judgement { after, acts } = seen.compare(before, renewing, self.now);
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
                Act::PermissionChangedElsewhere => &mut self.changes.permission_changed,
                _ => &mut self.changes.renewed,
            };
            list.push(id);
            if act == Act::RenewedElsewhere && renewing {
                continue;
            }
            self.tell(&after, act)?;
            let names = (before.app_name.as_str(), after.app_name.as_str());
            match act {
                Act::BackOnServer => self.differs(&after, &Drift::Back)?,
                Act::RenamedElsewhere => self.is_renamed(&after, names)?,
                Act::ReplacedElsewhere => self.differs(&after, &Drift::Replaced)?,
                Act::PermissionChangedElsewhere => self.is_allowed_else(before, &after)?,
                _ => self.differs(&after, &Drift::Renewed)?,
            }
        }
        self.known.insert(server_id, after);
        Ok(id)
    }

    fn meant_to_renew(&self, id: KeyId) -> bool {
        self.intents
            .iter()
            .any(|intent| matches!(intent.act, IntentAct::RenewSecret { key, .. } if key == id))
    }

    fn meant_to_revoke(&self, id: KeyId) -> bool {
        self.intents
            .iter()
            .any(|intent| matches!(intent.act, IntentAct::RevokeKey { key } if key == id))
    }

    fn mark_gone(&mut self, seen: &[impl Sight]) -> rusqlite::Result<()> {
        let seen: HashSet<ServerAppId> = seen.iter().map(Sight::server_id).collect();
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
            self.changes.gone.push(key.id);
            if !self.meant_to_revoke(key.id) {
                self.tell(&key, Act::GoneFromServer)?;
                self.differs(&key, &Drift::Gone)?;
            }
        }
        Ok(())
    }

    /// What happens to a forgotten key is no news to anybody.
    fn differs(&self, key: &Key, drift: &Drift) -> rusqlite::Result<()> {
        if key.forgotten_at.is_some() {
            return Ok(());
        }
        let subject = Subject::Key(key.id);
        drift::add(self.db, self.connection, subject, drift, self.now)
    }

    fn is_renamed(&self, key: &Key, names: (&str, &str)) -> rusqlite::Result<()> {
        if key.forgotten_at.is_some() {
            return Ok(());
        }
        let subject = Subject::Key(key.id);
        drift::rename(self.db, self.connection, subject, names, self.now)
    }

    fn is_allowed_else(&self, before: &Key, after: &Key) -> rusqlite::Result<()> {
        let permissions = permission(before).zip(permission(after));
        let Some(permissions) = permissions.filter(|_| after.forgotten_at.is_none()) else {
            return Ok(());
        };
        let subject = Subject::Key(after.id);
        drift::change_permission(self.db, self.connection, subject, permissions, self.now)
    }

    fn tell(&self, key: &Key, act: Act) -> rusqlite::Result<()> {
        history::add(
            self.db,
            &HistoryEntry {
                at: self.now,
                who: String::new(),
                act,
                connection: self.connection,
                key: Some(key.id),
                store: key.store,
                subject: key.local_name.as_ref().unwrap_or(&key.app_name).clone(),
            },
        )
    }
}

fn permission(key: &Key) -> Option<Permission> {
    key.consumer.as_ref()?.permission
}
