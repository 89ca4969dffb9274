//! A server address and the account signed in to it.

use crate::{Moment, ServerUrl, SiteFacts};

/// The inventory's number of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionId(pub i64);

/// What answers at the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConnectionKind {
    /// A co-op's CoopCycle instance.
    CoopCycle,
    /// The built-in practice co-op. Its secrets rest in a namespace of their own.
    Practice,
    /// A shop's own WooCommerce site.
    WooCommerce,
    /// The built-in practice shop, a WooCommerce site. Its secrets rest with those of practice.
    PracticeShop,
}

impl ConnectionKind {
    /// Whether it is built in, for learning.
    pub fn is_practice(self) -> bool {
        matches!(self, Self::Practice | Self::PracticeShop)
    }

    /// Whether a WooCommerce site answers there; otherwise it is a CoopCycle instance.
    pub fn is_site(self) -> bool {
        matches!(self, Self::WooCommerce | Self::PracticeShop)
    }
}

/// One of eight colours that tell connections apart, drawn by the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConnectionColour(u8);

impl ConnectionColour {
    /// How many colours there are.
    pub const COUNT: u8 = 8;

    /// The colour kept for practice, so that its keys are never taken for real ones.
    pub const PRACTICE: Self = Self(1);

    /// The colour of that number, counted around.
    pub fn new(number: u8) -> Self {
        Self(number % Self::COUNT)
    }

    /// Its number, below [`Self::COUNT`].
    pub fn number(self) -> u8 {
        self.0
    }
}

/// What we last knew of the session on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionState {
    /// A session rests in the keychain and answered when last used.
    SignedIn,
    /// There is none, or the server ended it and it could not be revived.
    SignedOut,
    /// Signed in, but the account lacks `ROLE_ADMIN`, or on a site the right to manage WooCommerce,
    /// and so sees no keys.
    NotAdmin,
}

/// Who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The user name or e-mail as typed at sign-in.
    pub username: String,
    /// Roles as stored on the server, not expanded.
    pub roles: Vec<String>,
}

impl Account {
    /// Whether the account may see and make keys.
    pub fn is_admin(&self) -> bool {
        self.roles.iter().any(|role| role == "ROLE_ADMIN")
    }

    /// Whether the account may see Stores.
    pub fn is_dispatcher(&self) -> bool {
        self.is_admin() || self.roles.iter().any(|role| role == "ROLE_DISPATCHER")
    }
}

/// One server and the account used there. There is at most one connection to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The inventory's number.
    pub id: ConnectionId,
    /// What answers there.
    pub kind: ConnectionKind,
    /// Where it answers.
    pub url: ServerUrl,
    /// The instance's own name (`brand_name`), or its host.
    pub name: String,
    /// Its colour in lists.
    pub colour: ConnectionColour,
    /// The account last signed in.
    pub username: String,
    /// What is known of its session.
    pub session: SessionState,
    /// Lower-case ISO 3166-1 alpha-2, when the server told it.
    pub country: Option<String>,
    /// The instance's language, e.g. `fr` or `pt_BR`, when the server told it.
    pub locale: Option<String>,
    /// When Stores and keys were last read completely.
    pub refreshed_at: Option<Moment>,
    /// More of it, when it is a WooCommerce site.
    pub site: Option<SiteFacts>,
}
