//! How far a request had come: what a server may have done by then.

use std::fmt;

/// How far a request had come when it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The server had not seen the request.
    Connecting,
    /// A request that changes nothing was under way or answered.
    Reading,
    /// A request that changes something had been sent; the server may have carried it out.
    Acting,
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Connecting => "while connecting",
            Self::Reading => "while reading",
            Self::Acting => "after sending a change",
        })
    }
}
