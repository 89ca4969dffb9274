//! WooCommerce sites and their consumer keys.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::KeyStatus;

/// What a consumer key may do on its site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Read, and change nothing.
    Read,
    /// Change, and read nothing.
    Write,
    /// Both.
    ReadWrite,
}

/// Where a site's REST routes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Permalinks {
    /// Under `/wp-json/`.
    Pretty,
    /// Behind `?rest_route=`, where consumer keys are not recognised.
    Plain,
}

/// What a connection's site is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SiteView {
    /// Where its REST routes are.
    pub permalinks: Permalinks,
    /// `WordPress`'s version, when the site tells it.
    pub wordpress: Option<String>,
    /// `WooCommerce`'s version, when the site tells it.
    pub woocommerce: Option<String>,
    /// Whether what travels there is encrypted. Over plain http consumer keys do not count.
    pub https: bool,
}

/// What was found at a typed address.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecognisedSite {
    /// The address to sign in to, with the folder the site lives in.
    pub base_url: String,
    /// Host, port and folder.
    pub place: String,
    /// The site's own name.
    pub name: String,
    /// More of it.
    pub site: SiteView,
    /// Whether it is the practice shop of this program.
    pub practice: bool,
    /// The connection that already exists for it.
    pub connection: Option<i64>,
}

/// Where a second factor's code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CodeSource {
    /// The server e-mailed it.
    Mail,
    /// An authenticator program shows it.
    App,
    /// It is one of the backup codes.
    Backup,
    /// The page does not tell.
    Other,
}

/// A page of the site, for the person's own browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SitePage {
    /// The list of consumer keys.
    Keys,
    /// The form for a new one.
    NewKey,
    /// Permalinks.
    Permalinks,
}

/// A user of the site.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SiteUser {
    /// The site's number.
    pub id: i64,
    /// Name, number and address in the site's words.
    pub label: String,
}

/// What the site's form for a new key offers to the signed-in account.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConsumerKeyForm {
    /// The signed-in account: who owns the key unless another is chosen.
    pub own: SiteUser,
    /// Whether keys may be made for other users; a shop manager may for customers only.
    pub may_choose_owner: bool,
}

/// What a new consumer key shall be.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NewConsumerKey {
    /// On which connection.
    pub connection: i64,
    /// What it is for.
    pub description: String,
    /// The site's number of its owner; `null` for the signed-in account.
    pub owner: Option<i64>,
    /// What it may do.
    pub permission: Permission,
}

/// What an existing consumer key shall be from now on.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ConsumerKeyChange {
    /// What it is for.
    pub description: String,
    /// What it may do.
    pub permission: Permission,
}

/// A pair that a person made in the browser.
#[derive(Deserialize, TS)]
pub struct PastedKey {
    /// On which connection.
    pub connection: i64,
    /// What to call it, until the site's list tells its description.
    pub name: String,
    /// `ck_…`
    pub consumer_key: String,
    /// `cs_…`
    pub consumer_secret: String,
    /// Whether to keep it although the site does not accept it.
    pub anyway: bool,
}

/// A pasted pair that is kept now.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct KeyPasted {
    /// Its number here.
    pub key: i64,
    /// Whether its secret is in the keychain.
    pub secret_stored: bool,
    /// What the check found.
    pub status: KeyStatus,
}

/// What became of keys that were to be revoked, by their numbers here.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RevokeReport {
    /// Revoked now.
    pub revoked: Vec<i64>,
    /// Gone before: somebody else revoked them.
    pub already_gone: Vec<i64>,
    /// Still there: the signed-in account may not.
    pub not_allowed: Vec<i64>,
}

/// What is known of a consumer key beside its row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConsumerKeyView {
    /// Whether it was never used.
    pub never_used: bool,
    /// Since when last access has read as it does, as far as our own looks tell.
    pub last_access_since: Option<i64>,
    /// Whether the signed-in account may edit and revoke it.
    pub may_change: bool,
    /// Whether it was made here, but its secret was lost with the reply: nobody has it.
    pub secret_lost: bool,
}

/// A program on the way to the site, whose settings have to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ServerKind {
    /// The file `.htaccess`.
    Apache,
    /// The site's block of nginx.
    Nginx,
    /// The file `wp-config.php`.
    WpConfig,
}

/// Exact lines for a program on the way to the site.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ServerLines {
    /// Where they go.
    pub server: ServerKind,
    /// The lines.
    pub text: String,
}
