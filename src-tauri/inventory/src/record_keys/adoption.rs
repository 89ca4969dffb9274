//! Adoption: a key that was brought in from a file, or pasted, is recognised on its server.

use super::recording::Recording;
use super::sight::Sight;
use crate::table::key;
use keys::{Identifier, Key, KeyType, ServerAppId};
use std::collections::{HashMap, HashSet};

/// What a key is recognised by. Identifiers are of one app for ever; an `ak_` key has none, but its
/// value is. Of a consumer key a site shows its ending alone, which two keys may share.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    Identifier(Identifier),
    Print(Vec<u8>),
    Ending(String),
}

impl Sign {
    fn of(key: &Key) -> Option<Self> {
        match key.key_type {
            KeyType::OAuth => key.identifier.clone().map(Self::Identifier),
            KeyType::ApiKey => {
                let secret = key.secret.as_ref()?;
                Some(Self::Print(secret.fingerprint.clone()))
            }
            KeyType::Consumer => {
                let consumer = key.consumer.as_ref()?;
                Some(Self::Ending(consumer.ending.clone()))
            }
        }
    }

    fn may_be_shared(&self) -> bool {
        matches!(self, Self::Ending(_))
    }
}

/// The keys among these whose number on the server is not known, by what tells them.
pub(super) fn brought_in(known: &[Key]) -> HashMap<Sign, ServerAppId> {
    let mut found = HashMap::new();
    let mut doubtful = HashSet::new();
    for key in known.iter().filter(|key| !key.server_id.is_known()) {
        let Some(sign) = Sign::of(key) else {
            continue;
        };
        if found.insert(sign.clone(), key.server_id).is_some() && sign.may_be_shared() {
            doubtful.insert(sign);
        }
    }
    found.retain(|sign, _| !doubtful.contains(sign));
    found
}

impl Recording<'_> {
    /// An ending that the site shows more than once tells no key.
    pub(super) fn distrust_shared_signs(&mut self, seen: &[impl Sight]) {
        if self.brought_in.is_empty() {
            return;
        }
        let mut shown = HashSet::new();
        for sign in seen.iter().filter_map(Sight::sign) {
            if sign.may_be_shared() && !shown.insert(sign.clone()) {
                self.brought_in.remove(&sign);
            }
        }
    }

    /// Gives the server's number to the key that this is, if it was brought in before.
    pub(super) fn adopt(&mut self, seen: &impl Sight) -> rusqlite::Result<()> {
        let server_id = seen.server_id();
        if self.brought_in.is_empty() || self.known.contains_key(&server_id) {
            return Ok(());
        }
        let sign = seen.sign();
        let below_zero = sign.and_then(|sign| self.brought_in.remove(&sign));
        let Some(mut key) = below_zero.and_then(|id| self.known.remove(&id)) else {
            return Ok(());
        };
        self.changes.adopted.push((key.id, key.server_id));
        key.server_id = server_id;
        seen.correct(&mut key);
        key::update(self.db, &key)?;
        self.known.insert(server_id, key);
        Ok(())
    }
}
