//! Connections, signing in and refreshing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{CodeSource, SiteView};

/// What answers at the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ConnectionKind {
    /// A CoopCycle instance.
    CoopCycle,
    /// The built-in practice co-op.
    Practice,
    /// A shop's own `WooCommerce` site.
    WooCommerce,
    /// The built-in practice shop, a `WooCommerce` site.
    #[serde(rename = "practice_shop")]
    PracticeShop,
}

/// What is known of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// It answered when last used.
    SignedIn,
    /// A sign-in is needed for anything on the server.
    SignedOut,
    /// Signed in without `ROLE_ADMIN`, or on a site without the right to manage `WooCommerce`: no
    /// keys to see or make.
    NotAdmin,
}

/// A connection in the rail.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConnectionView {
    /// Its number.
    pub id: i64,
    /// What answers there.
    pub kind: ConnectionKind,
    /// The instance's own name, or its host.
    pub name: String,
    /// Host, and port when there is one.
    pub host: String,
    /// The address as plugins want it.
    pub base_url: String,
    /// 0 to 7: which of the connection colours.
    pub colour: u8,
    /// The account last signed in.
    pub username: String,
    /// What is known of the session.
    pub session: SessionState,
    /// Whether the last attempt did not reach the server.
    pub offline: bool,
    /// When Stores and keys were last read completely.
    pub refreshed_at: Option<i64>,
    /// How many keys are known.
    pub keys: u32,
    /// More of it, when it is a `WooCommerce` site.
    pub site: Option<SiteView>,
}

/// What was found at a typed address.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecognisedServer {
    /// The address to sign in to.
    pub base_url: String,
    /// Host, and port when there is one.
    pub host: String,
    /// The instance's own name.
    pub name: Option<String>,
    /// Lower-case ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The instance's language.
    pub locale: Option<String>,
    /// Whether it is the practice co-op of this program.
    pub practice: bool,
    /// The connection that already exists for it.
    pub connection: Option<i64>,
}

/// Where a sign-in stands.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum SignInStep {
    /// The server waits for a code.
    CodeNeeded {
        /// Where it comes from.
        by: CodeSource,
    },
    /// Done. Refresh next, unless the account is no admin.
    Connected {
        /// The connection's number.
        connection: i64,
        /// Whether the account may see and make keys.
        admin: bool,
    },
}

/// What long work is doing.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressStage {
    /// Reading Stores.
    Stores,
    /// Reading the list of keys.
    Keys,
    /// Reading each new or changed key.
    Details,
    /// Putting secrets into the keychain.
    Secrets,
}

/// The event `progress` of a refresh.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Progress {
    /// The connection being refreshed.
    pub connection: i64,
    /// What is being done.
    pub stage: ProgressStage,
    /// How many are done.
    pub done: u32,
    /// Of how many, when that is known.
    pub total: Option<u32>,
}

/// What a refresh found, as numbers of keys and Stores.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct RefreshReport {
    /// Keys seen for the first time.
    pub new_keys: u32,
    /// Keys whose secret somebody else renewed.
    pub renewed: u32,
    /// Keys whose pair was replaced by an edit on the server.
    pub replaced: u32,
    /// Keys renamed on the server.
    pub renamed: u32,
    /// Keys the server has no more.
    pub gone: u32,
    /// Keys that are back.
    pub back: u32,
    /// Consumer keys whose permission somebody else changed.
    pub permission_changed: u32,
    /// Stores seen for the first time.
    pub new_stores: u32,
    /// Stores the server has no more.
    pub gone_stores: u32,
    /// Secrets put into the keychain.
    pub secrets_stored: u32,
    /// Secrets that could not be put into the keychain; refresh again once it is open.
    pub secrets_waiting: u32,
    /// Keys whose new pair took the place of ours, which was proved dead.
    pub taken: u32,
    /// Things we had asked for, found now after their reply was lost.
    pub found: u32,
    /// Things we had asked for that were never done.
    pub never_done: u32,
}
