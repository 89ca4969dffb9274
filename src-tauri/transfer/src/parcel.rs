//! The parcel: keys on the way from one Saddlebag to another, as plain bytes that somebody seals.

mod reading;
mod wire;
mod writing;

use keys::{
    Channel, ConnectionKind, KeyOwner, KeyType, Moment, Permission, Platform, Scope, Secret,
    SheetLanguage, SiteFacts,
};
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
    /// More of it, when it is a WooCommerce site.
    pub site: Option<SiteFacts>,
    /// Its keys.
    pub keys: Vec<ParcelKey>,
}

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelKey {
    /// The server's number of the app or consumer key, when it is known.
    pub server_id: Option<i64>,
    /// The App name on the server; the description of a consumer key.
    pub app_name: String,
    /// The name given to it here.
    pub local_name: Option<String>,
    /// How it proves itself.
    pub key_type: KeyType,
    /// The Store's name; empty for none.
    pub store_name: String,
    /// Granted scopes; `None` while unknown.
    pub scopes: Option<Vec<Scope>>,
    /// The public half; `None` for `ak_` keys, and for consumer keys of which only the ending is
    /// known.
    pub identifier: Option<String>,
    /// The secret, when it travels along.
    pub secret: Option<Secret>,
    /// Free text.
    pub note: String,
    /// Whether it was put out of sight.
    pub archived: bool,
    /// To whom it was given.
    pub handovers: Vec<ParcelHandover>,
    /// More of it, when it is a consumer key.
    pub consumer: Option<ParcelConsumer>,
}

/// What is told of a consumer key beside what every key has. When it was last used is for its site
/// to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParcelConsumer {
    /// What it may do; `None` while unknown.
    pub permission: Option<Permission>,
    /// Whose it is; `None` while unknown.
    pub owner: Option<KeyOwner>,
    /// The last seven characters of the consumer key.
    pub ending: String,
    /// Whether nobody has its secret, because that was lost when the key was made.
    pub secret_lost: bool,
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
