//! A key: an API app of a CoopCycle instance, as we know it.

use crate::{CheckResult, ConnectionId, ConsumerKey, Moment, Offer, Presence, StoreId};
use std::fmt;

/// The inventory's number of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub i64);

/// The server's number of an API app, or a site's of a consumer key: the only identity that lasts
/// (contract 5.1). Below zero for a
/// key that was brought in from a file and not seen on its server yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerAppId(pub i64);

impl ServerAppId {
    /// Whether the server has told it.
    pub fn is_known(self) -> bool {
        self.0 >= 0
    }
}

/// How a key proves itself to the server (contract 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyType {
    /// Identifier and Secret, exchanged for tokens. For WordPress, PrestaShop and most others.
    OAuth,
    /// One `ak_` value sent as it is, for Urbantz. The value is a secret.
    ApiKey,
    /// Consumer key and Consumer secret of a WooCommerce site, sent as they are.
    Consumer,
}

/// What a key's tokens may do (contract 5.3, 6.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Deliveries of its Store: what shop plugins need.
    Deliveries,
    /// Tasks of its Store.
    Tasks,
    /// Orders of a restaurant; given by the server, never chosen.
    Orders,
    /// Every order of the instance.
    OrdersAll,
    /// Every task of the instance.
    TasksAll,
    /// One that this program does not know.
    Other(String),
}

impl Scope {
    /// The scope of that server value.
    pub fn from_value(value: &str) -> Self {
        match value {
            "deliveries" => Self::Deliveries,
            "tasks" => Self::Tasks,
            "orders" => Self::Orders,
            "orders:all" => Self::OrdersAll,
            "tasks:all" => Self::TasksAll,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The server's value.
    pub fn as_value(&self) -> &str {
        match self {
            Self::Deliveries => "deliveries",
            Self::Tasks => "tasks",
            Self::Orders => "orders",
            Self::OrdersAll => "orders:all",
            Self::TasksAll => "tasks:all",
            Self::Other(value) => value,
        }
    }

    /// Whether it makes sense on a key with, or without, a Store (contract 5.3: the server
    /// accepts every combination, its page does not offer them).
    pub fn fits(&self, has_store: bool) -> bool {
        match self {
            Self::Deliveries | Self::Tasks => has_store,
            Self::OrdersAll | Self::TasksAll => !has_store,
            Self::Orders => false,
            Self::Other(_) => true,
        }
    }
}

/// The public half of an OAuth key. Plugins call it *API Key*.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identifier(String);

impl Identifier {
    /// Takes the server's value, without surrounding white space; `None` when nothing is left.
    pub fn new(value: &str) -> Option<Self> {
        let value = value.trim();
        (!value.is_empty()).then(|| Self(value.to_owned()))
    }

    /// The value as the server knows it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What the inventory knows of a key's secret, which itself rests in the keychain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretRecord {
    /// A short one-way print of the secret, to see that it changed. Tells nothing about it.
    pub fingerprint: Vec<u8>,
    /// When it was put into the keychain; `None` while that has not worked yet.
    pub stored_at: Option<Moment>,
}

/// The record of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The inventory's number.
    pub id: KeyId,
    /// The connection it was seen on.
    pub connection: ConnectionId,
    /// The server's number of the app.
    pub server_id: ServerAppId,
    /// The App name on the server; the description of a consumer key.
    pub app_name: String,
    /// A name given here, shown instead of the App name. The server never learns it.
    pub local_name: Option<String>,
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// Its Store, when it has one that we know.
    pub store: Option<StoreId>,
    /// The Store's name as the server's list showed it, or the site's own name; empty for none.
    pub store_name: String,
    /// Granted scopes; `None` while unknown.
    pub scopes: Option<Vec<Scope>>,
    /// The public half: Identifier or Consumer key. `None` for `ak_` keys, and for consumer keys of
    /// which only the ending is known.
    pub identifier: Option<Identifier>,
    /// What is known of its secret; `None` when it was never read.
    pub secret: Option<SecretRecord>,
    /// Whether the server still has it.
    pub presence: Presence,
    /// The last check and when it ran; `None` when never checked.
    pub check: Option<(CheckResult, Moment)>,
    /// When a check last failed to reach the server, if no check has reached it since.
    pub unreached_at: Option<Moment>,
    /// Free text of the coordinator.
    pub note: String,
    /// When this program first saw it.
    pub first_seen: Moment,
    /// Another pair that the server shows, while ours is kept.
    pub offered: Option<Offer>,
    /// Whether its Store is gone from the server.
    pub store_gone: bool,
    /// When it was put out of sight here.
    pub archived_at: Option<Moment>,
    /// When it was forgotten; record and secret go soon after, unless undone.
    pub forgotten_at: Option<Moment>,
    /// More of it, when it is a consumer key.
    pub consumer: Option<ConsumerKey>,
}
