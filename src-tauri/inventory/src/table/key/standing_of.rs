//! Keys as far as it matters whether they need a person: this runs for every key there is, so
//! columns are read by their place and no text is made that does not matter.

use super::consumer;
use super::row::fresh;
use super::words::{check_from_words, scopes_from_text, type_from_word};
use crate::table::{presence, unknown_word};
use keys::{
    CheckResult, ConnectionId, ConsumerKey, Key, KeyId, KeyOwner, KeyStatus, KeyType, LastAccess,
    Moment, Offer, Presence, Scope, SecretRecord, ServerAppId, SiteUserId, StoreId,
};
use rusqlite::Row;

/// What [`Standing::of`] reads, in its order.
pub(crate) const COLUMNS: &str = "keys.id, keys.connection, keys.store, keys.key_type,
    keys.presence, keys.store_gone, keys.scopes, keys.fingerprint, keys.stored_at IS NOT NULL,
    keys.checked_at, keys.check_result, keys.unreached_at, keys.first_seen, keys.offered_at,
    keys.offered_type = 'api_key' OR keys.offered_type <> keys.key_type
        OR keys.offered_identifier IS NOT keys.identifier,
    coalesce(keys.local_name, keys.app_name), coalesce(stores.name, keys.store_name),
    keys.ending IS NOT NULL, keys.owner_id, keys.owner_name, keys.last_access,
    keys.last_access_since, keys.pair_lost";

/// A key of which only what its state depends on is filled in, and its names beside it.
pub(crate) struct Standing<'a> {
    pub(crate) key: Key,
    pub(crate) fingerprint: Option<&'a [u8]>,
    pub(crate) name: &'a str,
    pub(crate) store_name: &'a str,
}

impl<'a> Standing<'a> {
    pub(crate) fn of(row: &'a Row<'_>) -> rusqlite::Result<Self> {
        let fingerprint = row.get_ref(7)?.as_blob_or_null()?;
        let stored: bool = row.get(8)?;
        let first_seen = Moment(row.get(12)?);
        let scopes = row.get_ref(6)?.as_str_or_null()?;
        let key_type = word(row, 3, type_from_word)?;
        let connection = ConnectionId(row.get(1)?);
        let key = Key {
            id: KeyId(row.get(0)?),
            store: row.get::<_, Option<i64>>(2)?.map(StoreId),
            scopes: scopes.map(scopes_from_text),
            secret: fingerprint.map(|_| SecretRecord {
                fingerprint: Vec::new(),
                stored_at: stored.then_some(first_seen),
            }),
            presence: word(row, 4, presence::from_word)?,
            check: check_of(row)?,
            unreached_at: row.get::<_, Option<i64>>(11)?.map(Moment),
            offered: offer_of(row)?,
            store_gone: row.get(5)?,
            consumer: consumer_of(row)?,
            ..fresh(connection, ServerAppId(0), "", key_type, first_seen)
        };
        Ok(Self {
            key,
            fingerprint,
            name: row.get_ref(15)?.as_str()?,
            store_name: row.get_ref(16)?.as_str()?,
        })
    }

    pub(crate) fn is_on_server(&self) -> bool {
        self.key.presence == Presence::OnServer
    }

    /// Whether a shop plugin may use it, as far as we know.
    pub(crate) fn suits_a_plugin(&self) -> bool {
        let scopes = self.key.scopes.as_ref();
        self.key.key_type == KeyType::OAuth
            && scopes.is_none_or(|scopes| scopes.contains(&Scope::Deliveries))
    }

    /// Since when it has its state, given when it and its Store went, where that is known.
    pub(crate) fn status_since(
        &self,
        gone: Option<Moment>,
        store_gone: Option<Moment>,
    ) -> Option<Moment> {
        match self.key.known_status() {
            KeyStatus::Gone => gone,
            KeyStatus::StoreGone => store_gone,
            KeyStatus::OwnerGone => None,
            _ => match (&self.key.offered, &self.key.check) {
                (Some(offer), _) => Some(offer.at),
                (None, check) => check.as_ref().map(|(_, at)| *at),
            },
        }
    }
}

fn word<T>(
    row: &Row<'_>,
    place: usize,
    read: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let text = row.get_ref(place)?.as_str()?;
    read(text).ok_or_else(|| unknown_word(text))
}

fn check_of(row: &Row<'_>) -> rusqlite::Result<Option<(CheckResult, Moment)>> {
    let Some(at) = row.get(9)? else {
        return Ok(None);
    };
    let result = word(row, 10, |word| check_from_words(word, None))?;
    Ok(Some((result, Moment(at))))
}

/// Whose it is and when it was last used: the rest does not matter here.
fn consumer_of(row: &Row<'_>) -> rusqlite::Result<Option<ConsumerKey>> {
    if !row.get::<_, bool>(17)? {
        return Ok(None);
    }
    let id = row.get::<_, Option<i64>>(18)?.map(SiteUserId);
    let name: Option<String> = row.get(19)?;
    let words = row.get_ref(20)?.as_str_or_null()?;
    Ok(Some(ConsumerKey {
        owner: name.map(|name| KeyOwner { id, name }),
        last_access: words.map(LastAccess::new),
        last_access_since: row.get::<_, Option<i64>>(21)?.map(Moment),
        secret_lost: row.get(22)?,
        ..consumer::of_ending(String::new())
    }))
}

/// The other pair stands for its kind: it replaces ours, or only renews it.
fn offer_of(row: &Row<'_>) -> rusqlite::Result<Option<Offer>> {
    let Some(at) = row.get(13)? else {
        return Ok(None);
    };
    let replaces: bool = row.get(14)?;
    Ok(Some(Offer {
        key_type: if replaces {
            KeyType::ApiKey
        } else {
            word(row, 3, type_from_word)?
        },
        identifier: None,
        fingerprint: Vec::new(),
        stored_at: None,
        at: Moment(at),
    }))
}
