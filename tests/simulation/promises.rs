//! What must hold: after every step, and at the end.

use super::creating::{asked, number_of};
use super::desk::{ACCOUNT, entry, shop_entry};
use super::ledger::DraftMark;
use super::run::Run;
use inventory::ActivityFilter;
use keychain::Entry;
use keys::{Act, Presence, ServerAppId};
use practice::What;
use std::collections::{BTreeMap, BTreeSet};

/// More lines than any run writes.
const ALL_LINES: usize = 10_000;

impl Run {
    /// What the history says was made here.
    pub(crate) fn created_here(&self) -> BTreeSet<(What, i64)> {
        let inventory = &self.desk.context.inventory;
        let filter = ActivityFilter {
            acts: vec![Act::Created],
            ..ActivityFilter::default()
        };
        let lines = inventory
            .activity(ALL_LINES, None, &filter)
            .expect("a history");
        let number = |line: &keys::HistoryEntry| match (line.key, line.store) {
            (Some(key), _) => number_of(self, keys::Made::Key(key)),
            // What is left of a forgotten key names its Store and itself.
            (None, Some(_)) if line.subject.contains(" — ") => None,
            (None, Some(store)) => number_of(self, keys::Made::Store(store)),
            (None, None) => None,
        };
        lines.iter().filter_map(number).collect()
    }

    /// At any moment, what the server made for us is told as ours, or an open intent looks for it.
    pub(crate) fn check_orphans(&mut self) {
        self.was_gone.extend(self.gone_from_server());
        let created = self.created_here();
        let intents = self.desk.intents();
        let sought: BTreeSet<(What, &str)> = intents.iter().filter_map(asked).collect();
        for made in self.made_by_us() {
            let thing = (made.what, made.server_id);
            let is_known = created.contains(&thing)
                || sought.contains(&(made.what, made.name.as_str()))
                || self.before_restoring.contains(&thing)
                || self.was_gone.contains(&thing);
            if !is_known && !self.has_namesake(made.what, &made.name) {
                self.object(format!(
                    "{:?} {} \"{}\" was made for us, and nothing here tells of it",
                    made.what, made.server_id, made.name
                ));
            }
        }
    }

    /// A secret that still opens something is kept until a person wants another, and a record that
    /// tells of a stored secret is right.
    pub(crate) fn check_rest(&mut self) {
        let mut rests = BTreeMap::new();
        for key in self.desk.keys() {
            if key.forgotten_at.is_some() {
                continue;
            }
            let id = key.server_id.0;
            let there = self.world.keychain.read_now(&entry(&self.world, id));
            let before = self.rested.get(&id);
            let has_changed = there.is_none() || there.as_ref() != before;
            if let Some(before) = before.filter(|_| has_changed) {
                let opens = self.world.co_op.opens(before.expose()).expect("clients");
                if opens && !self.agreed.contains(&id) {
                    self.object(format!("the secret of key {id} opens, and was not kept"));
                }
            }
            let is_told = key.secret.is_some_and(|secret| secret.stored_at.is_some());
            if is_told && there.is_none() && !self.was_tampered && self.before_restoring.is_empty()
            {
                self.object(format!(
                    "the secret of key {id} is told as stored, and is not"
                ));
            }
            // What a killed program had no time to write down nobody could use yet.
            if let Some(there) = there.filter(|_| is_told) {
                rests.insert(id, there);
            }
        }
        self.rested = rests;
    }

    fn gone_from_server(&self) -> BTreeSet<(What, i64)> {
        let apps = self.world.co_op.apps().expect("apps");
        let apps = apps.iter().filter(|app| app.deleted);
        let stores = self.world.co_op.stores().expect("Stores");
        let stores = stores.iter().filter(|store| store.deleted);
        apps.map(|app| (What::App, app.id))
            .chain(stores.map(|store| (What::Store, store.id)))
            .collect()
    }

    /// Whether somebody else made or named something like it: then nobody can tell whose it is.
    fn has_namesake(&self, what: What, name: &str) -> bool {
        let made = self.world.co_op.made();
        made.iter()
            .any(|made| made.what == what && made.by.is_none() && made.name.trim() == name)
            || self
                .desk
                .context
                .inventory
                .keys(self.desk.connection)
                .is_ok_and(|keys| {
                    keys.iter()
                        .any(|key| what == What::App && key.app_name == name)
                        && made.iter().any(|made| made.by.is_none() && made.replaced)
                })
    }

    /// Everything at the end.
    pub(crate) fn check_promises(&mut self) {
        self.check_keys();
        self.check_stores();
        self.check_secrets("at the end");
        self.check_wishes();
        self.check_intents_and_drafts();
        self.check_keychain();
        self.check_files();
        self.check_history();
    }

    fn check_keys(&mut self) {
        let apps = self.world.co_op.apps().expect("apps");
        let mut records: BTreeMap<i64, Vec<keys::Key>> = BTreeMap::new();
        for key in self.desk.keys() {
            records.entry(key.server_id.0).or_default().push(key);
        }
        for app in &apps {
            let found = records.remove(&app.id).unwrap_or_default();
            match (&found[..], app.deleted) {
                ([], true) => {}
                ([key], true) if key.presence == Presence::Gone => {}
                ([key], false)
                    if key.presence == Presence::OnServer && key.app_name == app.name => {}
                _ => self.object(format!("{app:?} is recorded as {found:?}")),
            }
        }
        for (id, _) in records {
            self.object(format!("key {id} is recorded, and the server never had it"));
        }
    }

    fn check_stores(&mut self) {
        let mut records: BTreeMap<i64, Vec<keys::Store>> = BTreeMap::new();
        for store in self.desk.stores() {
            records.entry(store.server_id.0).or_default().push(store);
        }
        for store in self.world.co_op.stores().expect("Stores") {
            let found = records.remove(&store.id).unwrap_or_default();
            match (&found[..], store.deleted) {
                ([], true) => {}
                ([record], true) if record.presence == Presence::Gone => {}
                ([record], false)
                    if record.presence == Presence::OnServer && record.name == store.name => {}
                _ => self.object(format!("{store:?} is recorded as {found:?}")),
            }
        }
        for (id, _) in records {
            self.object(format!(
                "Store {id} is recorded, and the server never had it"
            ));
        }
    }

    /// Every secret that the server shows is the one in the keychain, and the record says so.
    pub(crate) fn check_secrets(&mut self, when: &str) {
        for app in self.world.co_op.apps().expect("apps") {
            let Some(key) = self.desk.key(app.id) else {
                continue;
            };
            if app.deleted || key.forgotten_at.is_some() {
                continue;
            }
            let there = self.world.keychain.read_now(&entry(&self.world, app.id));
            let is_there = there
                .as_ref()
                .is_some_and(|there| there.expose() == app.secret);
            let is_told = key
                .secret
                .as_ref()
                .is_some_and(|secret| secret.stored_at.is_some());
            if !is_there || !is_told || key.offered.is_some() {
                self.object(format!(
                    "{when}: secret of key {}: in the keychain {is_there} (any: {}), \
                     told as stored {is_told}, another offered {}",
                    app.id,
                    there.is_some(),
                    key.offered.is_some()
                ));
            }
        }
    }

    fn check_wishes(&mut self) {
        let mut counts: BTreeMap<(What, String), usize> = BTreeMap::new();
        // Who asks again for something that somebody deleted meanwhile gets another.
        let gone = self.gone_from_server();
        for made in self.made_by_us() {
            if !gone.contains(&(made.what, made.server_id)) {
                *counts.entry((made.what, made.name)).or_default() += 1;
            }
        }
        for ((what, name), count) in counts {
            let at_most = self.ledger.at_most(what, &name);
            if count > at_most {
                self.object(format!(
                    "{what:?} \"{name}\" made {count} times for {at_most} wishes"
                ));
            }
        }
        let made: BTreeSet<(What, i64)> = self
            .world
            .co_op
            .made()
            .iter()
            .filter(|made| !made.replaced)
            .map(|made| (made.what, made.server_id))
            .collect();
        for (what, id) in self.ledger.done() {
            if !made.contains(&(what, id)) {
                self.object(format!("{what:?} {id} was told as made, and never was"));
            }
        }
        let replaced = self.world.co_op.made();
        let is_ours = |made: &practice::Made| made.replaced && made.by.as_deref() == Some(ACCOUNT);
        if replaced.iter().any(is_ours) {
            self.object("the page of an app was saved");
        }
    }

    fn check_intents_and_drafts(&mut self) {
        for intent in self.desk.intents() {
            self.object(format!("still open: {intent:?}"));
        }
        let drafts = self.desk.drafts();
        let marks: Vec<DraftMark> = drafts.iter().map(DraftMark::of).collect();
        let lost = self.ledger.lost_drafts(&marks);
        if lost > 0 {
            self.object(format!("{lost} drafts were lost"));
        }
        let mut sent = BTreeSet::new();
        for draft in &drafts {
            let Some((made, _)) = draft.sent else {
                continue;
            };
            match number_of(self, made) {
                Some(thing) if sent.insert(thing) => {}
                Some(thing) => self.object(format!("two drafts became {thing:?}")),
                // Forgotten since.
                None => {}
            }
        }
    }

    /// No secret stays without a record that tells of it.
    fn check_keychain(&mut self) {
        if !self.before_restoring.is_empty() || self.shopping.was_restored {
            return;
        }
        let mut known = vec![Entry::session(true, &self.world.url)];
        known.push(Entry::session(true, &self.world.site.url));
        for key in self.desk.consumer_keys() {
            known.push(shop_entry(&self.world, key.server_id));
            known.push(Entry::consumer_key(
                true,
                &self.world.site.url,
                key.server_id,
            ));
        }
        for key in self.desk.keys() {
            known.push(entry(&self.world, key.server_id.0));
            let id = ServerAppId(key.server_id.0);
            known.push(Entry::offered_secret(true, &self.world.url, id));
        }
        for entry in self.world.keychain.entries() {
            if !known.contains(&entry) {
                let user = self.shown(&entry.user());
                self.object(format!("\"{user}\" rests in the keychain without a record"));
            }
        }
    }

    /// No file holds a secret.
    fn check_files(&mut self) {
        for (path, bytes) in self.world.files() {
            let holds = |secret: &String| memchr::memmem::find(&bytes, secret.as_bytes()).is_some();
            if self.secrets.iter().any(holds) {
                let name = path
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned());
                self.object(format!("a secret is in {}", name.unwrap_or_default()));
            }
        }
    }

    /// Nothing is told as made here twice.
    fn check_history(&mut self) {
        let inventory = &self.desk.context.inventory;
        let filter = ActivityFilter {
            acts: vec![Act::Created],
            ..ActivityFilter::default()
        };
        let lines = inventory
            .activity(ALL_LINES, None, &filter)
            .expect("a history");
        let mut told = BTreeSet::new();
        let mut twice = Vec::new();
        for line in lines {
            // The lines of a forgotten key keep its Store only, and look like lines of that.
            if line.key.is_some() && !told.insert(line.key) {
                twice.push(line.subject);
            }
        }
        for subject in twice {
            self.object(format!("\"{subject}\" is told as made here twice"));
        }
    }
}
