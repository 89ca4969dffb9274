//! What all instances share: HTTP clients and limits.

use crate::Error;
use web_session::Limits;

/// The way to servers. Cloning is cheap; nothing is opened before the first request.
#[derive(Clone)]
pub struct Network(pub(crate) web_session::Network);

impl Network {
    /// With the usual, polite limits.
    pub fn new() -> Result<Self, Error> {
        Self::with_limits(Limits::default())
    }

    /// With other limits.
    pub fn with_limits(limits: Limits) -> Result<Self, Error> {
        if limits.user_agent.trim().is_empty() {
            return Err(Error::Network("a user agent needs a name".into()));
        }
        Ok(Self(web_session::Network::new(limits)))
    }
}
