//! One recording: the keys it can touch, and what it tells of each that is shown or missing.

use super::KeyChanges;
use super::adoption::{self, Sign};
use super::sight::{Judgement, Sight};
use crate::table::intent::{self, Intent, IntentAct};
use crate::table::{Subject, connection, drift, history, key};
use keys::{
    Act, ConnectionId, Drift, HistoryEntry, Key, KeyId, Moment, Permission, Presence, ServerAppId,
};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// What was seen, all of it if `complete`.
pub(super) fn record(
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

/// One key just made here, which no line tells of.
pub(super) fn record_made(
    db: &Connection,
    connection: ConnectionId,
    made: &impl Sight,
    now: Moment,
) -> rusqlite::Result<KeyId> {
    let known = known(db, connection, false, std::slice::from_ref(made))?;
    Recording::begin(db, connection, known, now)?.see(made, true)
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

pub(super) struct Recording<'a> {
    pub(super) db: &'a Connection,
    connection: ConnectionId,
    now: Moment,
    /// Whether what is new on the server is news: everything is, to the first refresh.
    refreshed_before: bool,
    intents: Vec<Intent>,
    /// Those of the known keys that no server told a number of yet.
    pub(super) brought_in: HashMap<Sign, ServerAppId>,
    pub(super) known: HashMap<ServerAppId, Key>,
    pub(super) changes: KeyChanges,
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
