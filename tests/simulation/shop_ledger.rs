//! What was asked of the shop, and what was seen there since: the truth that records are held to.

use super::ledger::Ledger;
use super::run::Run;
use super::shop::{SHOP_ACCOUNT, Words, words};
use practice::KeyNow;
use std::collections::{BTreeMap, BTreeSet};

/// What a person asked of the shop, and what came of it.
#[derive(Default)]
pub(crate) struct ShopLedger {
    /// Every consumer key that was wished for.
    pub(crate) wishes: Ledger,
    /// Keys that the person had revoked, or wanted to.
    pub(crate) asked_to_revoke: BTreeSet<i64>,
    /// Keys whose secret was found in the keychain as the record says.
    pub(crate) kept: BTreeSet<i64>,
    /// Whether a backup was restored: what it does not tell of the site shows nobody again.
    pub(crate) was_restored: bool,
    /// Every key as it was when it was first looked at.
    born: BTreeMap<i64, KeyNow>,
    gone: BTreeSet<i64>,
}

impl ShopLedger {
    /// Whether the shop made it because this program asked.
    pub(crate) fn is_ours(&self, id: i64) -> bool {
        let born = self.born.get(&id);
        born.is_some_and(|key| key.made_by.as_deref() == Some(SHOP_ACCOUNT))
    }

    /// What it was called and might do when it was made.
    pub(crate) fn words_of(&self, id: i64) -> Option<Words> {
        self.born.get(&id).map(words)
    }

    /// The keys that the shop made because this program asked, and what was asked for.
    pub(crate) fn ours(&self) -> Vec<(i64, Words)> {
        let ours = self.born.values().filter(|key| self.is_ours(key.id));
        ours.map(|key| (key.id, words(key))).collect()
    }

    /// The same, counted by what was asked for.
    pub(crate) fn ours_counted(&self, fits: impl Fn(i64) -> bool) -> BTreeMap<Words, usize> {
        let mut counts = BTreeMap::new();
        for (id, words) in self.ours() {
            if fits(id) {
                *counts.entry(words).or_default() += 1;
            }
        }
        counts
    }

    pub(crate) fn was_made(&self, id: i64) -> bool {
        self.born.contains_key(&id)
    }

    pub(crate) fn is_gone(&self, id: i64) -> bool {
        self.gone.contains(&id)
    }

    /// Keys that were revoked by the last look.
    pub(crate) fn gone(&self) -> &BTreeSet<i64> {
        &self.gone
    }
}

/// What a wish is called in the ledger.
pub(crate) fn wish_name((description, permission): &Words) -> String {
    format!("{description} ({})", permission.as_value())
}

impl Run {
    /// Looks at the shop as it is.
    pub(crate) fn note_shop(&mut self) {
        for key in self.world.site.keys() {
            self.secrets.insert(key.secret.clone());
            self.shopping.born.entry(key.id).or_insert(key);
        }
        let gone = self.world.site.gone();
        let newly = gone.difference(&self.shopping.gone).copied();
        self.world.site.note_gone(newly);
        self.shopping.gone = gone;
    }
}
