//! Drafts: prepared here, sent later; and what is not known of something sent.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{KeyType, Problem};

/// What shall be made.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
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
        /// Scopes as server values.
        scopes: Vec<String>,
        /// The server's number of its Store.
        store: Option<i64>,
        /// The draft of its Store, which is sent first.
        store_draft: Option<i64>,
    },
}

/// Where a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum DraftState {
    /// It waits to be sent.
    Waiting,
    /// It was sent and the reply was lost: it is being looked for, and cannot be sent again.
    Looking,
    /// The server has several that it could have become: a person decides.
    Undecided,
    /// It became a Store.
    SentStore {
        /// Its number here.
        store: i64,
        /// When.
        at: i64,
    },
    /// It became a key.
    SentKey {
        /// Its number here.
        key: i64,
        /// When.
        at: i64,
    },
}

/// A draft in the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftView {
    /// Its number.
    pub id: i64,
    /// Its connection's number.
    pub connection: i64,
    /// App name, or name of the Store.
    pub name: String,
    /// What shall be made.
    pub content: DraftContent,
    /// The name of the Store a key is for; `null` for a key without one, and for Stores.
    pub store_name: Option<String>,
    /// Where it stands.
    pub state: DraftState,
    /// When it was last changed.
    pub changed_at: i64,
}

/// What came of sending one draft.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum SendOutcome {
    /// It is on the server now.
    SentStore {
        /// The Store's number here.
        store: i64,
    },
    /// It is on the server now.
    SentKey {
        /// The key's number here.
        key: i64,
        /// Whether its secret is in the keychain.
        secret_stored: bool,
    },
    /// It is still a draft, or being looked for.
    Failed {
        /// Why.
        problem: Problem,
    },
    /// A key whose Store was not made.
    WaitsForStore,
    /// The person stopped before it was its turn.
    Stopped,
}

/// What came of one draft.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SendResult {
    /// Which draft.
    pub draft: i64,
    /// What came of it.
    pub outcome: SendOutcome,
}

/// The event `sending`: how far sending drafts is.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct SendProgress {
    /// The draft being sent.
    pub draft: i64,
    /// How many are done.
    pub done: u32,
    /// Of how many.
    pub total: u32,
}

/// What was asked of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AskedAct {
    /// A new Store.
    CreateStore,
    /// A new key.
    CreateKey,
    /// A new Secret.
    RenewSecret,
    /// The end of a consumer key.
    RevokeKey,
    /// The session's end.
    SignOut,
    /// The connection's end.
    Disconnect,
    /// The end of a key's record here.
    Forget,
}

/// Something on the server that may be what we asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Candidate {
    /// The server's number.
    pub server_id: i64,
    /// Its name.
    pub name: String,
    /// The name of its Store, or of a consumer key's owner.
    pub store: Option<String>,
    /// The Identifier, for a key that has one; a consumer key's ending; the address, for a Store.
    pub detail: String,
    /// When a refresh first saw it.
    pub first_seen: i64,
}

/// Something asked of a server, of which it is not known whether it was done.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OpenQuestion {
    /// Its number.
    pub intent: i64,
    /// On which connection.
    pub connection: i64,
    /// What was asked.
    pub act: AskedAct,
    /// For what: a Store's or key's name, or the connection's.
    pub name: String,
    /// When.
    pub at: i64,
    /// What it may have become. Several: the person decides. None: Saddlebag is still looking.
    pub candidates: Vec<Candidate>,
}
