//! What it means when an API app looks different from before. No SQL here.

use super::SeenKey;
use super::adoption::Sign;
use super::sight::{Judgement, Sight};
use crate::table::key;
use keys::{
    Act, ConnectionId, Identifier, Key, KeyType, Moment, Offer, Presence, SecretRecord, ServerAppId,
};

impl Sight for SeenKey {
    fn server_id(&self) -> ServerAppId {
        self.server_id
    }

    fn name(&self) -> &str {
        &self.app_name
    }

    fn sign(&self) -> Option<Sign> {
        match self.key_type {
            KeyType::OAuth => self.identifier.clone().map(Sign::Identifier),
            KeyType::ApiKey => self.fingerprint.clone().map(Sign::Print),
            KeyType::Consumer => None,
        }
    }

    /// What the file called it is no other name: it is called as on the server.
    fn correct(&self, brought_in: &mut Key) {
        brought_in.app_name.clone_from(&self.app_name);
    }

    fn first(&self, connection: ConnectionId, now: Moment) -> Key {
        Key {
            store: self.store.flatten(),
            store_name: self.store_name.clone(),
            scopes: self.scopes.clone(),
            identifier: shown_identifier(self).cloned(),
            secret: self.fingerprint.as_deref().map(not_stored),
            ..key::fresh(
                connection,
                self.server_id,
                &self.app_name,
                self.key_type,
                now,
            )
        }
    }

    fn compare(&self, before: &Key, renewing: bool, now: Moment) -> Judgement {
        compare(before, self, renewing, now)
    }
}

fn compare(before: &Key, seen: &SeenKey, renewing: bool, now: Moment) -> Judgement {
    let mut after = Key {
        app_name: seen.app_name.clone(),
        store: seen.store.unwrap_or(before.store),
        store_name: seen.store_name.clone(),
        presence: Presence::OnServer,
        ..before.clone()
    };
    if seen.scopes.is_some() {
        after.scopes.clone_from(&seen.scopes);
    }
    let mut acts = Vec::new();
    if before.presence == Presence::Gone {
        acts.push(Act::BackOnServer);
    }
    if after.app_name != before.app_name {
        acts.push(Act::RenamedElsewhere);
    }
    let pair = Pair::shown(before, seen);
    acts.extend(if before.is_secret_stored() && !renewing {
        pair.keep_beside(&mut after, now)
    } else {
        pair.replace(&mut after)
    });
    Judgement { after, acts }
}

/// The pair that the server shows. What it does not show is as it was known before.
struct Pair<'a> {
    key_type: KeyType,
    identifier: Option<Identifier>,
    fingerprint: Option<&'a Vec<u8>>,
}

impl<'a> Pair<'a> {
    fn shown(before: &Key, seen: &'a SeenKey) -> Self {
        let identifier = match seen.key_type {
            KeyType::ApiKey => None,
            KeyType::OAuth | KeyType::Consumer => {
                seen.identifier.clone().or(before.identifier.clone())
            }
        };
        Self {
            key_type: seen.key_type,
            identifier,
            fingerprint: seen.fingerprint.as_ref(),
        }
    }

    /// What must have happened if the key had another pair before; `None` if it is the same.
    fn differs_from(&self, key: &Key) -> Option<Act> {
        let other_pair = self.key_type != key.key_type
            || key.identifier.is_some() && self.identifier != key.identifier;
        let other_secret = match (&key.secret, self.fingerprint) {
            (Some(known), Some(shown)) => known.fingerprint != *shown,
            _ => false,
        };
        // The server renews OAuth secrets only; an `ak_` value changes when its page is saved.
        if other_pair || other_secret && self.key_type == KeyType::ApiKey {
            return Some(Act::ReplacedElsewhere);
        }
        other_secret.then_some(Act::RenewedElsewhere)
    }

    /// Our pair stays, and the other one beside it. A page that shows no secret tells nothing.
    fn keep_beside(self, key: &mut Key, now: Moment) -> Option<Act> {
        let differs = self.differs_from(key);
        if differs.is_none() {
            key.identifier = self.identifier;
            if self.fingerprint.is_some() {
                key.offered = None;
            }
            return None;
        }
        let fingerprint = self.fingerprint?;
        let offer = Offer {
            key_type: self.key_type,
            identifier: self.identifier,
            fingerprint: fingerprint.clone(),
            stored_at: None,
            at: now,
        };
        let is_known = key
            .offered
            .as_ref()
            .is_some_and(|known| is_same_pair(known, &offer));
        if is_known {
            return None;
        }
        key.offered = Some(offer);
        differs
    }

    /// The shown pair is the key's from now on.
    fn replace(self, key: &mut Key) -> Option<Act> {
        let differs = self.differs_from(key);
        if differs.is_some() {
            key.secret = None;
            key.check = None;
            key.unreached_at = None;
        }
        if key.secret.is_none() {
            key.secret = self.fingerprint.map(|print| not_stored(print));
        }
        if self.fingerprint.is_some() {
            key.offered = None;
        }
        key.key_type = self.key_type;
        key.identifier = self.identifier;
        differs
    }
}

fn is_same_pair(one: &Offer, other: &Offer) -> bool {
    (one.key_type, &one.identifier, &one.fingerprint)
        == (other.key_type, &other.identifier, &other.fingerprint)
}

fn shown_identifier(seen: &SeenKey) -> Option<&Identifier> {
    match seen.key_type {
        KeyType::OAuth | KeyType::Consumer => seen.identifier.as_ref(),
        KeyType::ApiKey => None,
    }
}

fn not_stored(fingerprint: &[u8]) -> SecretRecord {
    SecretRecord {
        fingerprint: fingerprint.to_vec(),
        stored_at: None,
    }
}
