//! The practice co-op and its panel.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether it runs, and where. Also sent as the event `practice`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PracticeView {
    /// Its address while it runs.
    pub base_url: Option<String>,
    /// The practice shop's address while it runs.
    pub shop_url: Option<String>,
}

/// An account of the practice co-op. Its password protects nothing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PracticeAccount {
    /// User name.
    pub name: String,
    /// Password.
    pub password: String,
    /// Roles as stored there.
    pub roles: Vec<String>,
}

/// An e-mail it would have sent.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PracticeMail {
    /// Receiver.
    pub to: String,
    /// The six digits.
    pub code: String,
    /// When.
    pub sent_at: i64,
}

/// What a failure switch does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PracticeFaultKind {
    /// Close the connection at once.
    RefuseConnection,
    /// Answer late.
    Delay {
        /// How late.
        milliseconds: u32,
    },
    /// Answer 500 without doing anything.
    ServerError,
    /// Do the work, then close without a reply.
    CutAfterWork,
    /// Close before doing the work.
    CutBeforeWork,
    /// End every session first.
    ExpireSession,
    /// Answer nonsense.
    Garbage,
    /// Answer with a very large page.
    LargePage,
}

/// Which of the two practice servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeServer {
    /// The practice co-op.
    CoOp,
    /// The practice shop.
    Shop,
}

/// A failure switch that is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PracticeFault {
    /// Of which server.
    pub server: PracticeServer,
    /// Paths it is for, by their beginning; empty for all.
    pub path: String,
    /// What it does.
    pub kind: PracticeFaultKind,
    /// How many more times; `null` until switched off.
    pub times: Option<u32>,
}

/// What another admin does there now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeAct {
    /// Makes a new key.
    CreateKey,
    /// Renews the newest OAuth key's secret.
    RenewSecret,
    /// Saves the newest OAuth key's page, which replaces its pair.
    SaveEditPage,
    /// Deletes the newest Store.
    DeleteStore,
    /// Ends every session, remembered ones too.
    ExpireSessions,
}

/// Which version it behaves as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeMode {
    /// As today.
    Current,
    /// Before v4.12.0: no second factor.
    BeforeSecondFactor,
    /// Before v4.2.0: no scopes either, and every key has a Store.
    BeforeScopes,
}

/// Which versions the practice shop behaves as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeFlavour {
    /// As today.
    Current,
    /// A year ago.
    Older,
    /// Some years ago.
    Oldest,
}

/// How the practice shop behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[expect(clippy::struct_excessive_bools, reason = "a row of switches")]
pub struct PracticeShopMode {
    /// As which versions.
    pub flavour: PracticeFlavour,
    /// Plain permalinks, behind which consumer keys are not recognised.
    pub plain_permalinks: bool,
    /// A second factor after the password.
    pub second_factor: bool,
    /// A captcha on the sign-in page.
    pub captcha: bool,
    /// The sign-in page at another address.
    pub login_moved: bool,
    /// The web server keeps the header to itself that carries a consumer key.
    pub header_stripped: bool,
    /// https ends in front of the site, which does not know.
    pub https_hidden: bool,
    /// A firewall closes the REST routes.
    pub rest_closed: bool,
}

/// What others do on the practice shop now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeShopAct {
    /// Another administrator makes a key.
    CreateKey,
    /// The shop's developer uses the newest key.
    UseNewestKey,
    /// Another administrator revokes the newest key.
    RevokeNewestKey,
    /// Another administrator makes the newest key read-only.
    LimitNewestKey,
    /// Every session ends.
    ExpireSessions,
}

/// What the panel shows of the practice shop.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PracticeShopPanel {
    /// Its address.
    pub base_url: String,
    /// The address of its sign-in page, when that was moved.
    pub login_address: Option<String>,
    /// Accounts to sign in with.
    pub accounts: Vec<PracticeAccount>,
    /// Codes it would have sent, newest first.
    pub mails: Vec<PracticeMail>,
    /// How it behaves.
    pub mode: PracticeShopMode,
    /// Newest first, at most 100.
    pub requests: Vec<PracticeRequest>,
}

/// A request it answered.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PracticeRequest {
    /// When.
    pub at: i64,
    /// GET, POST …
    pub method: String,
    /// Path and query, without secrets.
    pub path: String,
    /// Status, or 0 when the connection was cut.
    pub status: u16,
}

/// Everything its panel shows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PracticePanel {
    /// Its address while it runs.
    pub base_url: Option<String>,
    /// Accounts to sign in with.
    pub accounts: Vec<PracticeAccount>,
    /// Newest first.
    pub mails: Vec<PracticeMail>,
    /// Switches that are on.
    pub faults: Vec<PracticeFault>,
    /// Which version it behaves as.
    pub mode: PracticeMode,
    /// Whether it is under maintenance.
    pub maintenance: bool,
    /// The practice shop, while it runs.
    pub shop: Option<PracticeShopPanel>,
    /// Newest first, at most 100.
    pub requests: Vec<PracticeRequest>,
}
