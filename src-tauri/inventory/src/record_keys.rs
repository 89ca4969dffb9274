//! Recording what a server showed of its keys: what is new, renewed, replaced, renamed, gone, back.

mod adoption;
pub(crate) mod consumer;
mod consumer_judgement;
mod judgement;
mod recording;
mod sight;

use crate::{Inventory, Result};
use keys::{ConnectionId, Identifier, KeyId, KeyType, Moment, Scope, ServerAppId, StoreId};
use recording::{record, record_made};

/// A key as the server showed it. What is `None` was not shown, and what is known of it stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenKey {
    /// The server's number of the app.
    pub server_id: ServerAppId,
    /// The App name.
    pub app_name: String,
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// Its Store; `Some(None)` when it has none that we know.
    pub store: Option<Option<StoreId>>,
    /// The Store's name as the list showed it; empty for none.
    pub store_name: String,
    /// Granted scopes.
    pub scopes: Option<Vec<Scope>>,
    /// The public half.
    pub identifier: Option<Identifier>,
    /// A one-way print of the secret.
    pub fingerprint: Option<Vec<u8>>,
}

/// What recording keys changed. A key can be in several lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyChanges {
    /// Not known before.
    pub new: Vec<KeyId>,
    /// Have another secret since they were last looked at.
    pub renewed: Vec<KeyId>,
    /// Have another pair, or `ak_` value, since they were last looked at.
    pub replaced: Vec<KeyId>,
    /// Have another App name now.
    pub renamed: Vec<KeyId>,
    /// May do something else now than they might before.
    pub permission_changed: Vec<KeyId>,
    /// The server has them no more.
    pub gone: Vec<KeyId>,
    /// Were gone, and the server has them again.
    pub back: Vec<KeyId>,
    /// Were brought in from a file and found on the server now, with the number below zero they had
    /// until then: their keychain entries go by it.
    pub adopted: Vec<(KeyId, ServerAppId)>,
    /// Seen, and in no other list but `adopted`.
    pub unchanged: usize,
}

impl Inventory {
    /// Records what was seen, with its history and drift. With `complete`, a key not seen is marked
    /// gone; none is ever removed. What an open intent could explain gets neither: who finishes the
    /// intent knows who did it, and tells it with [`Self::tell_key_seen`] if somebody else did.
    ///
    /// Another pair than ours does not take the place of one whose secret is stored, unless an
    /// open intent renews it: it is kept beside as [`keys::Key::offered`].
    pub fn record_keys(
        &self,
        connection: ConnectionId,
        complete: bool,
        seen: &[SeenKey],
        now: Moment,
    ) -> Result<KeyChanges> {
        self.write(|db| record(db, connection, complete, seen, now))
    }

    /// Records a key just made here, without history, and tells its number.
    pub fn record_created_key(
        &self,
        connection: ConnectionId,
        made: &SeenKey,
        now: Moment,
    ) -> Result<KeyId> {
        self.write(|db| record_made(db, connection, made, now))
    }
}
