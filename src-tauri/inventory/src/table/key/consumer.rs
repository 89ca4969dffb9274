//! Consumer keys: their pair, permission and ending, as they are learnt here.

use super::row::{self, COLUMNS, from_row};
use crate::inventory::found;
use crate::table::connection;
use crate::{Inventory, Result};
use keys::{
    ConnectionId, ConsumerKey, Identifier, Key, KeyId, KeyType, Moment, Permission, SecretRecord,
    ending_of,
};
use rusqlite::{Connection, params};

/// A consumer key whose pair a person pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPastedKey {
    /// On which connection.
    pub connection: ConnectionId,
    /// What the person calls it.
    pub name: String,
    /// The Consumer key.
    pub identifier: Identifier,
    /// A one-way print of the Consumer secret, which is not stored yet.
    pub fingerprint: Vec<u8>,
    /// What it may do, when that was found out.
    pub permission: Option<Permission>,
    /// Free text.
    pub note: String,
}

impl Inventory {
    /// Keeps the pair of a consumer key, made or found again. Its secret is not stored yet, and
    /// what was checked was the pair known before.
    pub fn set_pair(&self, id: KeyId, identifier: &Identifier, fingerprint: &[u8]) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE keys SET identifier = ?2, fingerprint = ?3, stored_at = NULL,
                     checked_at = NULL, unreached_at = NULL, pair_lost = FALSE
                 WHERE id = ?1 AND ending IS NOT NULL",
                params![id.0, identifier.as_str(), fingerprint],
            )?)
        })
    }

    /// Keeps whether the secret of a key made here was lost with the reply.
    pub fn set_secret_lost(&self, id: KeyId, lost: bool) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE keys SET pair_lost = ?2 WHERE id = ?1 AND ending IS NOT NULL",
                params![id.0, lost],
            )?)
        })
    }

    /// Keeps what a check found a consumer key may do.
    pub fn set_permission(&self, id: KeyId, permission: Permission) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE keys SET permission = ?2 WHERE id = ?1 AND ending IS NOT NULL",
                params![id.0, permission.as_value()],
            )?)
        })
    }

    /// Keeps what a consumer key was changed to on its site from here: no news to a later refresh.
    pub fn edit_consumer_key(
        &self,
        id: KeyId,
        description: &str,
        permission: Permission,
    ) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE keys SET app_name = ?2, permission = ?3
                 WHERE id = ?1 AND ending IS NOT NULL",
                params![id.0, description, permission.as_value()],
            )?)
        })
    }

    /// Adds a consumer key whose pair was pasted, without history: in the row of the site's list
    /// with that ending, if there is one and it has no pair, else with a number of its own below
    /// zero until a refresh finds it. What such a row is called and noted stays: the name given
    /// here becomes its local name if it has none, the note goes below its own.
    pub fn add_pasted_consumer_key(&self, new: &NewPastedKey, at: Moment) -> Result<KeyId> {
        let ending = ending_of(new.identifier.as_str());
        self.write(
            |db| match listed_without_pair(db, new.connection, &ending)? {
                Some(listed) => complete(db, listed, new),
                None => add(db, new, ending, at),
            },
        )
    }

    /// The consumer key on the site with that ending, if there is exactly one: seven characters
    /// are no identity.
    pub fn key_by_ending(&self, connection: ConnectionId, ending: &str) -> Result<Option<Key>> {
        self.read(|db| Ok(only(by_ending(db, connection, ending)?)))
    }
}

/// A consumer key of which no more is known than its ending.
pub(crate) fn of_ending(ending: String) -> ConsumerKey {
    ConsumerKey {
        permission: None,
        owner: None,
        ending,
        last_access: None,
        last_access_since: None,
        may_change: false,
        secret_lost: false,
    }
}

fn add(db: &Connection, new: &NewPastedKey, ending: String, at: Moment) -> rusqlite::Result<KeyId> {
    let connection = new.connection;
    let key = Key {
        store_name: connection::name_of(db, connection)?,
        identifier: Some(new.identifier.clone()),
        secret: Some(secret_of(new)),
        consumer: Some(ConsumerKey {
            permission: new.permission,
            ..of_ending(ending)
        }),
        ..row::fresh(
            connection,
            row::NOT_TOLD,
            new.name.trim(),
            KeyType::Consumer,
            at,
        )
    };
    let id = row::add(db, &key)?;
    row::number_below_zero(db, id)?;
    annotate(db, &Key { id, ..key }, new)?;
    Ok(id)
}

fn complete(db: &Connection, mut listed: Key, new: &NewPastedKey) -> rusqlite::Result<KeyId> {
    listed.identifier = Some(new.identifier.clone());
    listed.secret = Some(secret_of(new));
    if let Some(consumer) = &mut listed.consumer {
        consumer.permission = consumer.permission.or(new.permission);
        consumer.secret_lost = false;
    }
    row::update(db, &listed)?;
    annotate(db, &listed, new)?;
    Ok(listed.id)
}

fn secret_of(new: &NewPastedKey) -> SecretRecord {
    SecretRecord {
        fingerprint: new.fingerprint.clone(),
        stored_at: None,
    }
}

fn by_ending(
    db: &Connection,
    connection: ConnectionId,
    ending: &str,
) -> rusqlite::Result<Vec<Key>> {
    let query = format!(
        "SELECT {COLUMNS} FROM keys
         WHERE connection = ?1 AND ending = ?2 AND presence = 'on_server' ORDER BY id"
    );
    db.prepare_cached(&query)?
        .query_map(params![connection.0, ending], from_row)?
        .collect()
}

/// Adds to what the person wrote of it, and overwrites nothing.
fn annotate(db: &Connection, key: &Key, new: &NewPastedKey) -> rusqlite::Result<()> {
    let name = new.name.trim();
    let local_name = (!name.is_empty() && name != key.app_name).then_some(name);
    let notes: Vec<&str> = [key.note.as_str(), new.note.as_str()]
        .into_iter()
        .filter(|note| !note.is_empty())
        .collect();
    db.execute(
        "UPDATE keys SET local_name = coalesce(local_name, ?2), note = ?3 WHERE id = ?1",
        params![key.id.0, local_name, notes.join("\n")],
    )
    .map(|_| ())
}

fn only(mut found: Vec<Key>) -> Option<Key> {
    let one = found.pop()?;
    found.is_empty().then_some(one)
}

/// What is forgotten is about to go, and completes nothing.
fn listed_without_pair(
    db: &Connection,
    connection: ConnectionId,
    ending: &str,
) -> rusqlite::Result<Option<Key>> {
    let has_no_pair =
        |key: &Key| key.identifier.is_none() && key.secret.is_none() && key.forgotten_at.is_none();
    Ok(only(by_ending(db, connection, ending)?).filter(has_no_pair))
}
