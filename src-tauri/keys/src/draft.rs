//! Drafts: Stores and keys prepared here, waiting to be sent.

use crate::{ConnectionId, KeyId, KeyType, Moment, Scope, ServerStoreId, StoreId};

/// The inventory's number of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub i64);

/// For which Store a drafted key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStore {
    /// For none.
    Without,
    /// For one the server has.
    OnServer(ServerStoreId),
    /// For one that is a draft itself: the key waits until it was sent.
    Draft(DraftId),
}

/// What shall be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftContent {
    /// A Store.
    Store {
        /// Values by the server's names of its fields.
        values: Vec<(String, String)>,
    },
    /// A key.
    Key {
        /// App name.
        name: String,
        /// OAuth or `ak_`.
        key_type: KeyType,
        /// What it may do.
        scopes: Vec<Scope>,
        /// For which Store.
        store: DraftStore,
    },
}

/// What a draft became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// A Store.
    Store(StoreId),
    /// A key.
    Key(KeyId),
}

/// A draft, or what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The inventory's number.
    pub id: DraftId,
    /// For which connection.
    pub connection: ConnectionId,
    /// What shall be made.
    pub content: DraftContent,
    /// What it became, and when; `None` while it waits.
    pub sent: Option<(Made, Moment)>,
    /// When it was prepared.
    pub created_at: Moment,
    /// When it was last changed.
    pub changed_at: Moment,
    /// When it was deleted; it can be brought back for a while.
    pub deleted_at: Option<Moment>,
}

impl Draft {
    /// The server's name of the field that holds a Store's name (contract 4.4).
    pub const STORE_NAME_FIELD: &str = "store[name]";

    /// What it is called.
    pub fn name(&self) -> &str {
        match &self.content {
            DraftContent::Key { name, .. } => name,
            DraftContent::Store { values } => values
                .iter()
                .find(|(field, _)| field == Self::STORE_NAME_FIELD)
                .map_or("", |(_, value)| value),
        }
    }
}
