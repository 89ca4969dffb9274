//! Changing description, owner and permission of a key (contract 6.2).

use crate::{Error, NewConsumerKey, Site, Step, markup::plain};
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
        let page = match self.edit_key_page(id).await {
            Ok(page) => page,
            Err(error) => return Err(after_acting(error)),
        };
        let is_stored = plain(&page.description) == plain(change.description.as_str())
            && page.permission == Some(change.permission)
            && page.owner.is_some_and(|owner| owner.id == change.owner);
        if is_stored {
            Ok(())
        } else {
            Err(Error::NotStored)
        }
    }
}

/// A look that failed after a change leaves open what became of it.
fn after_acting(error: Error) -> Error {
    match error {
        Error::Network { cause, source, .. } => Error::Network {
            cause,
            step: Step::Acting,
            source,
        },
        Error::ServerError { status, .. } => Error::ServerError {
            status,
            step: Step::Acting,
        },
        other => other,
    }
}
