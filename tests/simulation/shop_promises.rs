//! What must hold at the shop: after every step, and at the end.

use super::desk::shop_entry;
use super::run::Run;
use super::shop::words;
use super::shop_ledger::wish_name;
use inventory::{ActivityFilter, IntentAct};
use keys::{Act, Key, Presence};
use practice::{KeyNow, What};
use std::collections::{BTreeMap, BTreeSet};

/// More lines than any run writes.
const ALL_LINES: usize = 10_000;

impl Run {
    /// The shop's numbers of the keys of which the history tells that.
    pub(super) fn told_at_shop(&self, act: Act) -> BTreeSet<i64> {
        let Some(shop) = self.desk.shop() else {
            return BTreeSet::new();
        };
        let inventory = &self.desk.context.inventory;
        let filter = ActivityFilter {
            acts: vec![act],
            ..ActivityFilter::default()
        };
        let lines = inventory.activity(ALL_LINES, None, &filter);
        let keys = lines.expect("a history").into_iter();
        keys.filter_map(|line| self.record(line.key?))
            .filter(|key| key.connection == shop.id)
            .map(|key| key.server_id.0)
            .collect()
    }

    /// At any moment: what the shop made for us is told as ours or looked for, and what a record
    /// says of a secret is so.
    pub(crate) fn check_shop_at_rest(&mut self) {
        self.check_shop_orphans();
        let now = self.shop_by_number();
        let mut kept = BTreeSet::new();
        for key in self.desk.consumer_keys() {
            let number = key.server_id.0;
            let Some(now) = now.get(&number) else {
                self.object(format!("consumer key {number} is recorded, and never was"));
                continue;
            };
            self.check_claim(&key, now);
            if key.is_secret_stored() {
                kept.insert(number);
            } else if self.shopping.kept.contains(&number)
                && !now.revoked
                && !self.shopping.was_restored
            {
                self.object(format!("the secret of consumer key {number} was not kept"));
            }
        }
        self.shopping.kept = kept;
    }

    fn shop_by_number(&self) -> BTreeMap<i64, KeyNow> {
        let keys = self.world.site.keys().into_iter();
        keys.map(|key| (key.id, key)).collect()
    }

    fn check_shop_orphans(&mut self) {
        if self.shopping.was_restored {
            return;
        }
        let told = self.told_at_shop(Act::Created);
        let sought = self.sought_consumer_keys();
        for (number, words) in self.shopping.ours() {
            let is_sought = sought.iter().any(|act| match act {
                IntentAct::CreateConsumerKey {
                    description,
                    permission,
                    ..
                } => *description == words.0 && *permission == words.1,
                _ => false,
            });
            let is_excused = self.shopping.is_gone(number)
                || self.world.site.may_be_edited(number)
                || self.world.site.may_have_a_twin(&words);
            if !told.contains(&number) && !is_sought && !is_excused {
                self.object(format!(
                    "consumer key {number} {words:?} was made for us, and nothing here tells of it"
                ));
            }
        }
    }

    /// A stored secret is the one that opens the shop; a lost one is nowhere, and not claimed.
    fn check_claim(&mut self, key: &Key, now: &KeyNow) {
        let number = now.id;
        let there = self
            .world
            .keychain
            .read_now(&shop_entry(&self.world, key.server_id));
        let is_right = there.is_some_and(|there| there.expose() == now.secret);
        let is_lost = key.consumer.as_ref().is_some_and(|known| known.secret_lost);
        if key.is_secret_stored() {
            let shop = &self.world.site.shop;
            let identifier = key.identifier.as_ref().map_or("", |half| half.as_str());
            let opens = shop.opens(identifier, &now.secret).expect("consumer keys");
            if !is_right || is_lost || (!opens && !now.revoked) {
                self.object(format!(
                    "consumer key {number}: told as stored; in the keychain {is_right}, \
                     opens {opens}, told as lost {is_lost}"
                ));
            }
        }
        if is_lost && is_right && !self.shopping.was_restored {
            self.object(format!(
                "the secret of key {number} is told as lost, and rests here"
            ));
        }
        let is_ours = self.shopping.is_ours(number);
        let could_be_ours = is_ours
            || self.world.site.may_have_a_twin(&words(now))
            || self.world.site.may_be_edited(number);
        if is_lost && !could_be_ours {
            self.object(format!(
                "key {number} is told as lost, and is somebody else's"
            ));
        }
    }

    /// Everything at the end.
    pub(crate) fn check_shop_promises(&mut self) {
        self.check_shop_at_rest();
        self.check_shop_requests();
        if self.desk.shop().is_none() {
            return;
        }
        self.check_consumer_records();
        self.check_consumer_wishes();
        self.check_pairs_at_the_end();
    }

    /// What the shop has is recorded once, as it is there; what went is told once, by whoever did it.
    fn check_consumer_records(&mut self) {
        let mut records: BTreeMap<i64, Vec<Key>> = BTreeMap::new();
        for key in self.desk.consumer_keys() {
            records.entry(key.server_id.0).or_default().push(key);
        }
        for now in self.world.site.keys() {
            let found = records.remove(&now.id).unwrap_or_default();
            match (&found[..], now.revoked) {
                ([], true) => {}
                ([key], true) if key.presence == Presence::Gone => self.check_told_gone(key, true),
                ([key], false) if is_as_there(key, &now) => self.check_told_gone(key, false),
                _ => self.object(format!("{now:?} is recorded as {found:?}")),
            }
        }
        for number in records.into_keys() {
            self.object(format!("consumer key {number} is recorded, and never was"));
        }
    }

    fn check_told_gone(&mut self, key: &Key, is_gone: bool) {
        if self.shopping.was_restored {
            return;
        }
        let inventory = &self.desk.context.inventory;
        let history = inventory.history_of_key(key.id, ALL_LINES);
        let history = history.expect("a history");
        let count = |act: Act| history.iter().filter(|line| line.act == act).count();
        let told = (count(Act::Revoked), count(Act::GoneFromServer));
        let number = key.server_id.0;
        let was_asked = self.shopping.asked_to_revoke.contains(&number);
        let by_others = self.world.site.may_be_revoked_by_others(number);
        let is_well = match told {
            (0, 0) => !is_gone,
            (1, 0) => is_gone && was_asked,
            (0, 1) => is_gone && (by_others || !was_asked),
            _ => false,
        };
        if !is_well {
            self.object(format!(
                "consumer key {number}: gone {is_gone}, told as revoked here and as gone {told:?}; \
                 asked to revoke {was_asked}, others may have {by_others}"
            ));
        }
    }

    fn check_consumer_wishes(&mut self) {
        // Who asks again for something that somebody revoked meanwhile gets another.
        let there = self
            .shopping
            .ours_counted(|number| !self.shopping.is_gone(number));
        for (words, count) in there {
            let name = wish_name(&words);
            let at_most = self.shopping.wishes.at_most(What::App, &name);
            if count > at_most {
                self.object(format!("{name} made {count} times for {at_most} wishes"));
            }
        }
        for (_, number) in self.shopping.wishes.done() {
            if !self.shopping.was_made(number) {
                self.object(format!(
                    "consumer key {number} was told as made, and never was"
                ));
            }
        }
    }

    /// Once nothing is open, a key made here has its secret in the keychain, or is told as lost.
    fn check_pairs_at_the_end(&mut self) {
        if self.shopping.was_restored {
            return;
        }
        let told = self.told_at_shop(Act::Created);
        for key in self.desk.consumer_keys() {
            let number = key.server_id.0;
            let is_lost = key.consumer.as_ref().is_some_and(|known| known.secret_lost);
            let is_here = told.contains(&number) && key.presence == Presence::OnServer;
            if is_here && key.is_secret_stored() == is_lost {
                self.object(format!(
                    "consumer key {number} was made here: told as stored and as lost alike: {is_lost}"
                ));
            }
        }
    }

    /// A consumer key goes to the routes that take one, and over https.
    fn check_shop_requests(&mut self) {
        let folder = self.world.site.shop.folder();
        let pretty = format!("{folder}/wp-json/wc/v3");
        for asked in self.world.site.shop.history() {
            let is_for_keys =
                asked.path.starts_with(&pretty) || asked.path.contains("rest_route=/wc/v3");
            if asked.consumer_key && !(is_for_keys && asked.scheme == "https") {
                let path = &asked.path;
                self.object(format!(
                    "a consumer key went to {path} over {}",
                    asked.scheme
                ));
            }
        }
    }
}

fn is_as_there(key: &Key, now: &KeyNow) -> bool {
    let permission = key.consumer.as_ref().and_then(|known| known.permission);
    let found = (key.app_name.clone(), permission);
    let (description, permission) = words(now);
    key.presence == Presence::OnServer && found == (description, Some(permission))
}
