//! Recording what a site showed of its consumer keys, and what was made there.

use super::KeyChanges;
use super::consumer_judgement::Row;
use super::recording::record;
use crate::table::{connection, key};
use crate::{Inventory, Result};
use keys::{
    ConnectionId, ConsumerKey, Identifier, Key, KeyId, KeyOwner, KeyType, LastAccess, Moment,
    Permission, Presence, SecretRecord, ServerAppId, ending_of,
};

/// A consumer key as a row of the site's list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenConsumerKey {
    /// The site's number of it.
    pub server_id: ServerAppId,
    /// Its description.
    pub description: String,
    /// The last seven characters of its Consumer key.
    pub ending: String,
    /// Whose it is.
    pub owner: KeyOwner,
    /// What it may do; `None` where the row could not be read.
    pub permission: Option<Permission>,
    /// When it was last used.
    pub last_access: LastAccess,
    /// Whether the signed-in account may edit and revoke it.
    pub may_change: bool,
}

/// A consumer key just made here, with its pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeConsumerKey {
    /// The site's number of it.
    pub server_id: ServerAppId,
    /// Its description.
    pub description: String,
    /// The Consumer key.
    pub identifier: Identifier,
    /// A one-way print of the Consumer secret.
    pub fingerprint: Vec<u8>,
    /// Whose it is.
    pub owner: KeyOwner,
    /// What it may do.
    pub permission: Permission,
}

impl Inventory {
    /// Records rows of the site's list, in the manner of [`Self::record_keys`]. A key with another
    /// ending than before is another one in its place, and our pair is not its. That a key is gone
    /// which an open intent revokes is told by who finishes that intent.
    pub fn record_consumer_keys(
        &self,
        connection: ConnectionId,
        complete: bool,
        seen: &[SeenConsumerKey],
        now: Moment,
    ) -> Result<KeyChanges> {
        self.write(|db| {
            let site = &connection::name_of(db, connection)?;
            let rows: Vec<Row<'_>> = seen.iter().map(|seen| Row { seen, site }).collect();
            record(db, connection, complete, &rows, now)
        })
    }

    /// Records a consumer key just made here, without history, and tells its number. A look at the
    /// list may have recorded its row already, without the pair.
    pub fn record_created_consumer_key(
        &self,
        connection: ConnectionId,
        made: &MadeConsumerKey,
        now: Moment,
    ) -> Result<KeyId> {
        self.write(|db| {
            let listed = key::by_server_id(db, connection, made.server_id)?;
            let is_listed = listed.is_some();
            let listed = listed.unwrap_or_else(|| {
                let name = made.description.as_str();
                key::fresh(connection, made.server_id, name, KeyType::Consumer, now)
            });
            let mut made = with_pair(listed, made);
            made.store_name = connection::name_of(db, connection)?;
            if !is_listed {
                return key::add(db, &made);
            }
            key::update(db, &made)?;
            Ok(made.id)
        })
    }
}

/// The record with what was made. The same pair once more changes nothing of what is known of it.
fn with_pair(listed: Key, made: &MadeConsumerKey) -> Key {
    let ending = ending_of(made.identifier.as_str());
    let known = listed
        .consumer
        .as_ref()
        .filter(|known| known.ending == ending);
    let consumer = ConsumerKey {
        permission: Some(made.permission),
        owner: Some(made.owner.clone()),
        last_access: known.and_then(|known| known.last_access.clone()),
        last_access_since: known.and_then(|known| known.last_access_since),
        ending,
        may_change: true,
        secret_lost: false,
    };
    let mut key = Key {
        app_name: made.description.clone(),
        key_type: KeyType::Consumer,
        identifier: Some(made.identifier.clone()),
        presence: Presence::OnServer,
        consumer: Some(consumer),
        ..listed
    };
    let is_known = |secret: &SecretRecord| secret.fingerprint == made.fingerprint;
    if !key.secret.as_ref().is_some_and(is_known) {
        key.secret = Some(SecretRecord {
            fingerprint: made.fingerprint.clone(),
            stored_at: None,
        });
        key.check = None;
        key.unreached_at = None;
    }
    key
}
