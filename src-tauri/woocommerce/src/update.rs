//! Changing description, owner and permission of a key (contract 6.2).

use crate::{Error, NewConsumerKey, Site, as_listed, markup::plain};
use keys::ServerAppId;

impl Site {
    /// Changes a key that the account may change, and makes sure that it was stored: the site says
    /// yes to more than it does. A key without a link in the list is never sent, as the site would
    /// change it without asking whose it is.
    pub async fn update(&self, id: ServerAppId, change: &NewConsumerKey) -> Result<(), Error> {
        let row = self.find_row(id).await?.ok_or(Error::NotFound)?;
        if !row.has_edit_link {
            return Err(Error::NotYours);
        }
        self.store_key(Some(id), change).await?;
        let page = self.edit_key_page(id).await;
        let page = page.map_err(Error::after_a_change)?;
        let is_stored = plain(&page.description) == as_listed(&change.description)
            && page.permission == Some(change.permission)
            && page.owner.is_some_and(|owner| owner.id == change.owner);
        if is_stored {
            Ok(())
        } else {
            Err(Error::NotStored)
        }
    }
}
