//! Keys: lists, details, creation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ConnectionKind, ConsumerKeyView, DriftView, HandoverView, OfferView, Permission, RotationView,
};

/// How a key proves itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyType {
    /// Identifier and Secret.
    #[serde(rename = "oauth")]
    OAuth,
    /// One `ak_` value.
    ApiKey,
    /// Consumer key and Consumer secret of a `WooCommerce` site.
    Consumer,
}

/// The one state of a key that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    /// Checked, and it works.
    Works,
    /// It works, but opens another Store.
    OpensAnotherStore,
    /// The deliveries scope is missing.
    LacksDeliveries,
    /// It may do everything.
    Unrestricted,
    /// The secret is not accepted any more.
    Refused,
    /// An edit on the server replaced the pair.
    Replaced,
    /// Somebody else renewed the Secret; ours is kept until it is proved dead.
    RenewedElsewhere,
    /// Another kind of server answers at the address.
    WrongInstance,
    /// The server has no such key any more.
    Gone,
    /// The server has its Store no more.
    StoreGone,
    /// The site does not recognise the consumer key.
    NotRecognised,
    /// The owner of the consumer key may not manage the shop.
    OwnerLacksRight,
    /// The owner of the consumer key was deleted.
    OwnerGone,
    /// The site answers over plain http.
    PlainHttp,
    /// The site has plain permalinks, behind which consumer keys are not recognised.
    PlainPermalinks,
    /// Its secret is not in the keychain.
    SecretMissing,
    /// A consumer key whose secret nobody here ever held.
    NotHeld,
    /// The last check did not reach the server.
    Unreachable,
    /// Not checked yet.
    NotChecked,
}

/// Which keys a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum KeyFilter {
    /// All of them.
    All,
    /// Those of one Store.
    Store {
        /// The Store's number.
        store: i64,
    },
    /// Those put out of sight here.
    Archived,
}

/// A window onto the list of keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeyQuery {
    /// Words that must all occur; accents and case do not matter.
    pub text: String,
    /// Only this connection.
    pub connection: Option<i64>,
    /// Which keys.
    pub filter: KeyFilter,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to return.
    pub limit: u32,
}

/// In which field of a row a match stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MarkField {
    /// The Store's name.
    Store,
    /// The App name or local name.
    Name,
    /// The Identifier.
    Identifier,
    /// The note, which the row does not show.
    Note,
    /// The connection's name.
    Connection,
}

/// A match, in UTF-16 code units of the shown text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Mark {
    /// Where.
    pub field: MarkField,
    /// First unit.
    pub start: u32,
    /// Behind the last unit.
    pub end: u32,
}

/// A row of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyRow {
    /// Its number.
    pub id: i64,
    /// Its connection's number.
    pub connection: i64,
    /// The Store's name, or the site's; `null` for a key without one.
    pub store: Option<String>,
    /// The local name, or the App name; for a consumer key its description, which may be empty.
    pub name: String,
    /// OAuth, `ak_` or consumer key.
    pub key_type: KeyType,
    /// The whole Identifier or Consumer key; `null` for `ak_` keys, and where only its ending is known.
    pub identifier: Option<String>,
    /// The last seven characters of a consumer key.
    pub ending: Option<String>,
    /// What a consumer key may do, when known.
    pub permission: Option<Permission>,
    /// The owner of a consumer key: empty when deleted, `null` while the site's list was not read.
    pub owner: Option<String>,
    /// When a consumer key was last used, in the site's own words and time zone.
    pub last_access: Option<String>,
    /// Whether nobody has used a consumer key for long.
    pub unused: bool,
    /// Whether its secret is in the keychain, as far as the inventory knows.
    pub has_secret: bool,
    /// Whether its secret is only in this program's memory, because the keychain did not take it.
    pub secret_held: bool,
    /// Its state.
    pub status: KeyStatus,
    /// Matches of the search.
    pub marks: Vec<Mark>,
}

/// Rows and how many there are in all.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyPage {
    /// How many rows the query has.
    pub total: u32,
    /// Those asked for.
    pub rows: Vec<KeyRow>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Made here.
    Created,
    /// First seen on the server.
    SeenOnServer,
    /// Secret copied.
    CopiedSecret,
    /// Identifier copied.
    CopiedIdentifier,
    /// Base URL copied.
    CopiedBaseUrl,
    /// Secret shown.
    Revealed,
    /// Secret renewed here.
    Renewed,
    /// Secret renewed by somebody else.
    RenewedElsewhere,
    /// Pair replaced by an edit on the server.
    ReplacedElsewhere,
    /// Renamed on the server.
    RenamedElsewhere,
    /// Not on the server any more.
    GoneFromServer,
    /// On the server again.
    BackOnServer,
    /// Checked.
    Checked,
    /// Note changed.
    NoteChanged,
    /// Local name changed.
    LocalNameChanged,
    /// The pair the server shows took the place of ours.
    TookNewPair,
    /// Put out of sight here.
    Archived,
    /// Taken back from the archive.
    Unarchived,
    /// The secret was not in the keychain any more, or was not ours.
    SecretLost,
    /// The secret came back into the keychain.
    SecretRescued,
    /// Given to a person.
    HandedOver,
    /// The person said that it works.
    HandoverConfirmed,
    /// A second key shall take its place.
    RotationBegun,
    /// Another key took its place, or the rotation was given up.
    RotationEnded,
    /// Brought in from a file, or pasted.
    Imported,
    /// Description or permission of a consumer key changed here.
    Edited,
    /// Permission of a consumer key changed on the site.
    PermissionChangedElsewhere,
    /// Consumer key revoked here.
    Revoked,
}

/// Which lines of history are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActivityFilter {
    /// Only this connection.
    pub connection: Option<i64>,
    /// Only what this local account did; the empty text means what was only seen on servers.
    pub who: Option<String>,
    /// Only these; empty for all.
    pub acts: Vec<Act>,
    /// Words that must all occur in what it is about.
    pub text: String,
}

/// The words of an exported history, in the person's language.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ActivityWords {
    /// Headings: time, who, act, connection, subject.
    pub headings: Vec<String>,
    /// What each act is called.
    pub acts: Vec<(Act, String)>,
}

/// A line of history.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActivityEntry {
    /// When.
    pub at: i64,
    /// Local account name; empty for what was only seen.
    pub who: String,
    /// What.
    pub act: Act,
    /// What it was called then.
    pub subject: String,
    /// The connection's name.
    pub connection: String,
    /// The key, when it is still known.
    pub key: Option<i64>,
}

/// Everything about one key but its secret.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyDetail {
    /// Its row, without marks.
    pub row: KeyRow,
    /// What answers at its server.
    pub kind: ConnectionKind,
    /// The connection's name.
    pub connection_name: String,
    /// 0 to 7.
    pub colour: u8,
    /// The address, as plugins want it.
    pub base_url: String,
    /// The server's number of the app.
    pub server_id: i64,
    /// The App name on the server.
    pub app_name: String,
    /// The name given here.
    pub local_name: Option<String>,
    /// Granted scopes as server values; `null` while unknown.
    pub scopes: Option<Vec<String>>,
    /// When it was last checked.
    pub checked_at: Option<i64>,
    /// When a check last failed to reach the server, if none has reached it since.
    pub unreached_at: Option<i64>,
    /// The state as the last check that reached the server found it.
    pub known_status: KeyStatus,
    /// What it opens, when a check found another Store.
    pub opens: Option<String>,
    /// Whether its Store has a time slot, which the WordPress plugin needs; `null` without a Store.
    pub has_time_slot: Option<bool>,
    /// The Store's number here.
    pub store_id: Option<i64>,
    /// What somebody else changed, and nobody has said to have seen.
    pub drift: Vec<DriftView>,
    /// Another pair that the server shows.
    pub offered: Option<OfferView>,
    /// When it was put out of sight here.
    pub archived_at: Option<i64>,
    /// Free text.
    pub note: String,
    /// What a person types to renew its Secret, or to revoke it.
    pub typed_name: String,
    /// Whether it may do everything, or every order or task is open to it.
    pub too_open: bool,
    /// To whom it was given, newest first.
    pub handovers: Vec<HandoverView>,
    /// Its rotation, as the key that goes or the one that comes, while that is not at its end.
    pub rotation: Option<RotationView>,
    /// Whether the server's number of it is known; not so for one brought in from a file, until the
    /// next refresh.
    pub seen_on_server: bool,
    /// More of it, when it is a consumer key.
    pub consumer: Option<ConsumerKeyView>,
    /// Newest first.
    pub history: Vec<ActivityEntry>,
}

/// The one reply that holds a secret.
#[derive(Clone, Serialize, TS)]
pub struct RevealedSecret {
    /// The Secret, or the `ak_` value.
    pub value: String,
}

/// A Store to choose.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StoreChoice {
    /// The server's number of the Store.
    pub server_id: i64,
    /// Its name.
    pub name: String,
    /// Its address, when known, to tell two of the same name apart.
    pub address: String,
}

/// What the server's own form for a new key offers today.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyForm {
    /// Types to choose from.
    pub types: Vec<KeyType>,
    /// Scopes as server values; `null` on older servers, where every key gets tasks and deliveries.
    pub scopes: Option<Vec<String>>,
    /// Stores, without deleted ones.
    pub stores: Vec<StoreChoice>,
    /// Whether a key must have a Store.
    pub store_required: bool,
}

/// What a new key shall be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NewKey {
    /// On which connection.
    pub connection: i64,
    /// App name.
    pub name: String,
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// Scopes as server values.
    pub scopes: Vec<String>,
    /// The server's number of the Store.
    pub store: Option<i64>,
}

/// A key that now exists.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeyCreated {
    /// Its number here.
    pub key: i64,
    /// Whether its secret is in the keychain.
    pub secret_stored: bool,
}

/// A Secret that is new now.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct SecretRenewed {
    /// Whether it is in the keychain; if not, it is in this program's memory only.
    pub secret_stored: bool,
}
