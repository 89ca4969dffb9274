//! Whether a consumer key works, and what it may do (contract 7.5). Each check of a working key
//! moves its last access: do not poll.

use crate::{Error, Network};
use keys::{Identifier, Permalinks, Permission, Secret, ServerUrl};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairCheck {
    /// It works, and may do that.
    Accepted(Permission),
    /// The key is right, but its owner may not manage WooCommerce.
    OwnerLacksRight,
    /// The site knows the key; the secret is wrong.
    SecretRefused,
    /// The site takes us for nobody: the key is unknown or revoked, its owner is gone, or the
    /// header did not reach the site.
    NotRecognised,
    /// Where keys are used there are no routes, as the site's permalinks are plain.
    PlainPermalinks {
        /// What the key would be good for with other permalinks.
        otherwise: Box<PairCheck>,
    },
    /// There is no WooCommerce.
    NotWooCommerce,
    /// Something keeps the REST routes closed.
    RestClosed {
        /// The HTTP status.
        status: u16,
    },
    /// The address is plain http, where a site ignores keys; nothing was sent.
    PlainHttp,
}

/// Checks a pair as a plugin would use it: one read, one write that no route takes. Over https
/// alone, and never anywhere but to WooCommerce's own routes.
pub async fn check_pair(
    url: &ServerUrl,
    permalinks: Permalinks,
    key: &Identifier,
    secret: &Secret,
    network: &Network,
) -> Result<PairCheck, Error> {
    let _ = (url, permalinks, key, secret, network);
    Err(Error::NotFound)
}

/// Whether the site recognises the pair in the address, which lands in its logs. Over https alone,
/// and only to find out that a server takes the header away.
pub async fn ask_in_address(
    url: &ServerUrl,
    key: &Identifier,
    secret: &Secret,
    network: &Network,
) -> Result<bool, Error> {
    let _ = (url, key, secret, network);
    Err(Error::NotFound)
}
