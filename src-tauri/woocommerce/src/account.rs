//! Who signed in, and who else there is.

use keys::SiteUserId;

/// The account that signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The site's number of it; 0 where it may not see its own, for want of the right.
    pub user: SiteUserId,
    /// Whether it may manage WooCommerce, and so see and make keys.
    pub may_manage: bool,
}

/// A user of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteUser {
    /// The site's number of it.
    pub id: SiteUserId,
    /// How the site calls it: name, number and address.
    pub label: String,
}
