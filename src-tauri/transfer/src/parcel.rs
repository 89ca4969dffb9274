//! The parcel: keys on the way from one Saddlebag to another, as plain bytes that somebody seals.

mod reading;
mod wire;
mod writing;

use keys::{Channel, ConnectionKind, KeyType, Moment, Platform, Scope, Secret, SheetLanguage};
pub use reading::read;
pub use writing::write;

/// Connections and their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// When it was made.
    pub made_at: Moment,
    /// Local account name of who made it.
    pub made_by: String,
    /// What is in it.
    pub connections: Vec<ParcelConnection>,
}

/// A server and its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelConnection {
    /// Where it answers.
    pub url: String,
    /// Its name.
    pub name: String,
    /// What answers there.
    pub kind: ConnectionKind,
    /// The number of its colour.
    pub colour: u8,
    /// The account last signed in.
    pub username: String,
    /// Its keys.
    pub keys: Vec<ParcelKey>,
}

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelKey {
    /// The server's number of the app, when it is known.
    pub server_id: Option<i64>,
    /// The App name on the server.
    pub app_name: String,
    /// The name given to it here.
    pub local_name: Option<String>,
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// The Store's name; empty for none.
    pub store_name: String,
    /// Granted scopes; `None` while unknown.
    pub scopes: Option<Vec<Scope>>,
    /// The public half; `None` for `ak_` keys.
    pub identifier: Option<String>,
    /// The secret, when it travels along.
    pub secret: Option<Secret>,
    /// Free text.
    pub note: String,
    /// Whether it was put out of sight.
    pub archived: bool,
    /// To whom it was given.
    pub handovers: Vec<ParcelHandover>,
}

/// Giving a key to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelHandover {
    /// To whom.
    pub person: String,
    /// How.
    pub channel: Channel,
    /// For what.
    pub platform: Platform,
    /// In which language.
    pub language: SheetLanguage,
    /// When.
    pub at: Moment,
    /// When the receiver said that it works.
    pub confirmed_at: Option<Moment>,
    /// The print of the secret that was given; empty when it is not known.
    pub fingerprint: Vec<u8>,
}

#[cfg(test)]
mod tests;
