//! The key that is here already, and how one of a file stands beside it.

use super::incoming::Incoming;
use crate::fingerprint::fingerprint;
use crate::seen::{is_offered, is_secret_of};
use crate::{Context, Error};
use keys::{Connection, Identifier, Key, KeyId, KeyType, ServerAppId, ServerUrl, ending_of};
use transfer::{Judgement, KeyField, Ours, ParcelHandover, judge};

/// The connection of that address.
pub(super) fn connection_at(
    context: &Context,
    url: &ServerUrl,
) -> Result<Option<Connection>, Error> {
    let connections = context.inventory.connections()?;
    Ok(connections.into_iter().find(|known| known.url == *url))
}

/// The key that is here already: by its number on the server, its Identifier, or its value. It may
/// be one that was forgotten a moment ago.
pub(super) fn known(
    context: &Context,
    url: &ServerUrl,
    each: &Incoming,
) -> Result<Option<Key>, Error> {
    let Some(connection) = connection_at(context, url)? else {
        return Ok(None);
    };
    let inventory = &context.inventory;
    let mut found = None;
    if let Some(id) = each.server_id {
        found = inventory.key_by_server_id(connection.id, ServerAppId(id))?;
    }
    if let (None, Some(identifier)) = (&found, each.parsed_identifier()) {
        found = inventory.key_by_identifier(connection.id, &identifier)?;
    }
    if let (None, KeyType::Consumer, Some(identifier)) =
        (&found, each.key_type, each.parsed_identifier())
    {
        let ending = ending_of(identifier.as_str());
        let listed = inventory.key_by_ending(connection.id, &ending)?;
        found = listed.filter(|key| key.identifier.is_none());
    }
    if let (None, KeyType::ApiKey, Some(secret)) = (&found, each.key_type, &each.secret) {
        found = inventory.key_by_fingerprint(connection.id, &fingerprint(secret))?;
    }
    Ok(found)
}

/// What of it is missing here, and what is here otherwise.
pub(super) fn judge_beside(key: &Key, each: &Incoming) -> Judgement {
    let known = key.secret.is_some();
    let same_secret = each
        .secret
        .as_ref()
        .filter(|_| known)
        .map(|secret| is_secret_of(key, secret) || is_offered(key, secret));
    let ours = Ours {
        key,
        same_secret,
        // Ours may be held in memory, or lost: one that is known to be another does not complete
        // it.
        has_secret: key.is_secret_stored() || same_secret == Some(false),
    };
    judge(Some(&ours), each.theirs())
}

/// What may be taken without putting halves of two pairs together. Which Identifier is the right
/// one is the server's word: the next refresh tells, and brings its secret.
pub(super) fn of_one_pair(mut fields: Vec<KeyField>) -> Vec<KeyField> {
    if fields.contains(&KeyField::Identifier) {
        fields.retain(|field| !matches!(field, KeyField::Identifier | KeyField::Secret));
    }
    fields
}

/// What is here and what is in the file; of a secret, neither.
pub(super) fn difference(
    field: KeyField,
    key: &Key,
    each: &Incoming,
) -> (KeyField, String, String) {
    let (ours, theirs) = match field {
        KeyField::LocalName => (
            key.local_name.clone().unwrap_or_default(),
            each.local_name.clone().unwrap_or_default(),
        ),
        KeyField::Note => (key.note.clone(), each.note.clone()),
        KeyField::Identifier => (
            key.identifier
                .as_ref()
                .map(Identifier::to_string)
                .unwrap_or_default(),
            each.identifier.clone().unwrap_or_default(),
        ),
        KeyField::Secret | KeyField::Archived => (String::new(), String::new()),
    };
    (field, ours, theirs)
}

/// Hand-overs that are not here yet.
pub(super) fn new_handovers<'a>(
    context: &Context,
    key: KeyId,
    each: &'a Incoming,
) -> Result<Vec<&'a ParcelHandover>, Error> {
    let known = context.inventory.handovers_of(key)?;
    let is_known = |given: &ParcelHandover| {
        let mut known = known.iter();
        known.any(|known| known.told.person == given.person && known.at == given.at)
    };
    let given = each.handovers.iter();
    Ok(given.filter(|given| !is_known(given)).collect())
}
