//! What all clients share: HTTP clients and limits.

use crate::{Error, Step};

pub use web_session::Network;

/// What fails without a request failed while setting out.
impl From<web_session::Error> for Error {
    fn from(error: web_session::Error) -> Self {
        Self::from_web(error, Step::Connecting)
    }
}
