//! The list of keys, row by row (contract 4).

use crate::{Error, Site};
use keys::{KeyOwner, LastAccess, Permission, ServerAppId};

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenConsumerKey {
    /// The site's number of it.
    pub id: ServerAppId,
    /// Its description; the site's words for a missing one.
    pub description: String,
    /// The last seven characters of the consumer key.
    pub ending: String,
    /// Whose it is.
    pub owner: KeyOwner,
    /// What it may do; `None` where the site's word for it could not be told.
    pub permission: Option<Permission>,
    /// When it was last used, in the site's words.
    pub last_access: LastAccess,
    /// Whether the signed-in account may edit and revoke it.
    pub may_change: bool,
}

impl Site {
    /// Reads all pages. `progress` is told the rows read, and how many there are when known.
    pub async fn keys(
        &self,
        progress: &(dyn Fn(usize, Option<usize>) + Send + Sync),
    ) -> Result<Vec<SeenConsumerKey>, Error> {
        progress(0, None);
        Err(Error::NotFound)
    }
}
