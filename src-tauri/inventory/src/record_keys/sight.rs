//! What recording asks of a key that a server showed, whatever kind of key it is.

use super::adoption::Sign;
use keys::{Act, ConnectionId, Key, Moment, ServerAppId};

/// A key as a server showed it.
pub(super) trait Sight {
    /// The server's number of it.
    fn server_id(&self) -> ServerAppId;

    /// What it is called there.
    fn name(&self) -> &str;

    /// What it is recognised by where its number is not known.
    fn sign(&self) -> Option<Sign>;

    /// Corrects, without a word, what was told of it before it was seen on its server.
    fn correct(&self, brought_in: &mut Key);

    /// The record of a key not known before.
    fn first(&self, connection: ConnectionId, now: Moment) -> Key;

    /// The record as it is now, and what must have happened in between. A secret that is stored
    /// stays the key's until it is proved dead, unless we were `renewing` it.
    fn compare(&self, before: &Key, renewing: bool, now: Moment) -> Judgement;
}

pub(super) struct Judgement {
    pub(super) after: Key,
    pub(super) acts: Vec<Act>,
}
