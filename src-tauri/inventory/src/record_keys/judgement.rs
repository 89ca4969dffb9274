//! What it means when a key looks different from before. No SQL here.

use super::SeenKey;
use keys::{Act, ConnectionId, Identifier, Key, KeyId, KeyType, Moment, Presence, SecretRecord};

pub(super) struct Judgement {
    pub(super) after: Key,
    pub(super) acts: Vec<Act>,
}

/// The record of a key not known before.
pub(super) fn first_sight(connection: ConnectionId, seen: &SeenKey, now: Moment) -> Key {
    Key {
        id: KeyId(0),
        connection,
        server_id: seen.server_id,
        app_name: seen.app_name.clone(),
        local_name: None,
        key_type: seen.key_type,
        store: seen.store.flatten(),
        store_name: seen.store_name.clone(),
        scopes: seen.scopes.clone(),
        identifier: shown_identifier(seen).cloned(),
        secret: seen.fingerprint.as_deref().map(not_stored),
        presence: Presence::OnServer,
        check: None,
        note: String::new(),
        first_seen: now,
    }
}

/// The record as it is now, and what must have happened in between.
pub(super) fn compare(before: &Key, seen: &SeenKey) -> Judgement {
    let mut after = Key {
        app_name: seen.app_name.clone(),
        key_type: seen.key_type,
        store: seen.store.unwrap_or(before.store),
        store_name: seen.store_name.clone(),
        presence: Presence::OnServer,
        ..before.clone()
    };
    if seen.scopes.is_some() {
        after.scopes.clone_from(&seen.scopes);
    }
    if seen.key_type == KeyType::ApiKey {
        after.identifier = None;
    } else if seen.identifier.is_some() {
        after.identifier.clone_from(&seen.identifier);
    }

    let mut acts = Vec::new();
    if before.presence == Presence::Gone {
        acts.push(Act::BackOnServer);
    }
    if after.app_name != before.app_name {
        acts.push(Act::RenamedElsewhere);
    }
    let other_pair = after.key_type != before.key_type
        || before.identifier.is_some() && after.identifier != before.identifier;
    let other_secret = match (&before.secret, &seen.fingerprint) {
        (Some(known), Some(shown)) => known.fingerprint != *shown,
        _ => false,
    };
    if other_pair || other_secret {
        // The server renews OAuth secrets only; an `ak_` value changes when its page is saved.
        let replaced = other_pair || after.key_type == KeyType::ApiKey;
        acts.push(if replaced {
            Act::ReplacedElsewhere
        } else {
            Act::RenewedElsewhere
        });
        after.secret = None;
        after.check = None;
    }
    if after.secret.is_none() {
        after.secret = seen.fingerprint.as_deref().map(not_stored);
    }
    Judgement { after, acts }
}

fn shown_identifier(seen: &SeenKey) -> Option<&Identifier> {
    match seen.key_type {
        KeyType::OAuth => seen.identifier.as_ref(),
        KeyType::ApiKey => None,
    }
}

fn not_stored(fingerprint: &[u8]) -> SecretRecord {
    SecretRecord {
        fingerprint: fingerprint.to_vec(),
        stored_at: None,
    }
}
