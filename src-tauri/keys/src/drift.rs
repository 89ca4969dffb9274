//! Drift: what somebody else changed on the server since a person last looked.

use crate::{ConnectionId, Identifier, Key, KeyId, KeyType, Moment, Permission, StoreId};

/// The inventory's number of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DriftId(pub i64);

/// What is different from before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Drift {
    /// Made by somebody else.
    New,
    /// Its Secret was renewed by somebody else.
    Renewed,
    /// Its pair, or `ak_` value, was replaced by saving its page on the server.
    Replaced,
    /// It was called otherwise.
    Renamed {
        /// Its name before.
        from: String,
    },
    /// Its permission was changed on the site.
    PermissionChanged {
        /// What it might do before.
        from: Permission,
    },
    /// The server has it no more.
    Gone,
    /// The server had it no more, and has it again.
    Back,
}

/// A difference that nobody has said to have seen yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DriftRecord {
    /// The inventory's number.
    pub id: DriftId,
    /// On which connection.
    pub connection: ConnectionId,
    /// The key it is about; `None` for one about a Store itself.
    pub key: Option<KeyId>,
    /// The Store it is about; `None` for one about a key.
    pub store: Option<StoreId>,
    /// What is different.
    pub drift: Drift,
    /// When a refresh noticed it.
    pub at: Moment,
}

/// Another pair than ours that the server shows for a key. Ours is kept until it is proved dead or
/// the person agrees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// The public half; `None` for `ak_` keys.
    pub identifier: Option<Identifier>,
    /// A one-way print of the secret.
    pub fingerprint: Vec<u8>,
    /// When it was put into the keychain, beside ours; `None` while that has not worked.
    pub stored_at: Option<Moment>,
    /// When a refresh first saw it.
    pub at: Moment,
}

impl Offer {
    /// Whether the server replaced the whole pair, as saving a key's page does. Renewing leaves
    /// the Identifier, and never changes an `ak_` value (contract 5.5, 5.6).
    pub fn is_replacement(&self, key: &Key) -> bool {
        self.key_type == KeyType::ApiKey
            || self.key_type != key.key_type
            || self.identifier != key.identifier
    }
}
