//! Looking for a user to own a key (contract 5).

use crate::{Error, Site, SiteUser};

impl Site {
    /// The users whose name, address or number fits.
    pub async fn users(&self, term: &str) -> Result<Vec<SiteUser>, Error> {
        let _ = term;
        Err(Error::NotFound)
    }
}
