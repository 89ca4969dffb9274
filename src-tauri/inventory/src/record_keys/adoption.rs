//! Adoption: a key that was brought in from a file is recognised on its server.

use super::{Recording, SeenKey};
use crate::table::key;
use keys::{Identifier, Key, KeyType, ServerAppId};
use std::collections::HashMap;

/// What a key is recognised by. Identifiers are of one app for ever; an `ak_` key has none, but its
/// value is.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Sign {
    Identifier(Identifier),
    Print(Vec<u8>),
}

impl Sign {
    fn of(
        key_type: KeyType,
        identifier: Option<&Identifier>,
        print: Option<&Vec<u8>>,
    ) -> Option<Self> {
        match key_type {
            KeyType::OAuth => identifier.cloned().map(Self::Identifier),
            KeyType::ApiKey => print.cloned().map(Self::Print),
        }
    }
}

/// The keys among these whose number on the server is not known, by what tells them.
pub(super) fn brought_in(known: &[Key]) -> HashMap<Sign, ServerAppId> {
    let unknown = known.iter().filter(|key| !key.server_id.is_known());
    unknown
        .filter_map(|key| {
            let print = key.secret.as_ref().map(|secret| &secret.fingerprint);
            let sign = Sign::of(key.key_type, key.identifier.as_ref(), print)?;
            Some((sign, key.server_id))
        })
        .collect()
}

impl Recording<'_> {
    /// Gives the server's number to the key that this app is, if it was brought in before. What
    /// the file called it is no other name: it is called as on the server without a word.
    pub(super) fn adopt(&mut self, seen: &SeenKey) -> rusqlite::Result<()> {
        if self.brought_in.is_empty() || self.known.contains_key(&seen.server_id) {
            return Ok(());
        }
        let sign = Sign::of(
            seen.key_type,
            seen.identifier.as_ref(),
            seen.fingerprint.as_ref(),
        );
        let below_zero = sign.and_then(|sign| self.brought_in.remove(&sign));
        let Some(mut key) = below_zero.and_then(|id| self.known.remove(&id)) else {
            return Ok(());
        };
        self.changes.adopted.push((key.id, key.server_id));
        key.server_id = seen.server_id;
        key.app_name.clone_from(&seen.app_name);
        key::update(self.db, &key)?;
        self.known.insert(seen.server_id, key);
        Ok(())
    }
}
