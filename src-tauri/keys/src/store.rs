//! A shop on a CoopCycle instance.

use crate::{ConnectionId, Moment, Presence};

/// The inventory's number of a Store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoreId(pub i64);

/// The server's number of a Store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerStoreId(pub i64);

/// A point on the earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}

/// The record of a Store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// The inventory's number.
    pub id: StoreId,
    /// The connection it was seen on.
    pub connection: ConnectionId,
    /// The server's number.
    pub server_id: ServerStoreId,
    /// Its name. Names are not unique.
    pub name: String,
    /// Street address as one line; empty when unknown.
    pub address: String,
    /// Whether it has a time slot, which the WordPress plugin's date picker needs.
    pub has_time_slot: bool,
    /// Whether the server still has it.
    pub presence: Presence,
    /// When this program first saw it.
    pub first_seen: Moment,
}
