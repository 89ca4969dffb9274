//! Whether a WooCommerce site answers at an address, and what it says of itself (contract 1).

use crate::{Error, Network};
use keys::{ServerUrl, SiteFacts};

/// A site, as it introduces itself to anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecognisedSite {
    /// Its address, with its folder.
    pub url: ServerUrl,
    /// Its own name, or its host.
    pub name: String,
    /// Permalinks, versions, and where its login page is when that was told.
    pub facts: SiteFacts,
    /// Its language, such as `fr_FR`, when its front page tells it.
    pub locale: Option<String>,
}

/// Finds the site meant by what was typed. `login` is the address of a login page that was moved,
/// on the same host.
pub async fn recognise(
    address: &str,
    login: Option<&str>,
    network: &Network,
) -> Result<RecognisedSite, Error> {
    let _ = (crate::address::read_candidates(address)?, login, network);
    Err(Error::NotFound)
}
