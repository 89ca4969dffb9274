//! The same key twice in one file.

use crate::Theirs;
use crate::found::is_api_key;
use keys::Secret;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

/// Remembers the keys of one file that were seen.
#[derive(Default)]
pub struct Repeats {
    named: HashSet<(String, String)>,
    numbered: HashSet<(String, i64)>,
    /// `ak_` values by a hash that lasts as long as this process, so that finding one does not take
    /// comparing with all.
    values: HashMap<(String, u64), Vec<Secret>>,
    hasher: RandomState,
}

impl Repeats {
    /// Nothing seen yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether that key of that server was given before; it is remembered either way. A key that
    /// nothing identifies never repeats.
    pub fn is_repeated<'a>(&mut self, address: &str, theirs: impl Into<Theirs<'a>>) -> bool {
        let theirs = theirs.into();
        let address = address.trim_end_matches('/').to_lowercase();
        if let Some(identifier) = theirs.identifier {
            let identifier = identifier.trim().to_owned();
            return !self.named.insert((address, identifier));
        }
        if let Some(secret) = theirs.secret.filter(|secret| is_api_key(secret.expose())) {
            let hash = self.hasher.hash_one(secret.expose());
            let alike = self.values.entry((address, hash)).or_default();
            let repeated = alike.contains(secret);
            if !repeated {
                alike.push(secret.clone());
            }
            return repeated;
        }
        let number = theirs.server_id.filter(|number| *number >= 0);
        number.is_some_and(|number| !self.numbered.insert((address, number)))
    }
}

#[cfg(test)]
mod tests;
