//! How long, how much and how fast.

use std::time::Duration;

/// Limits of every request. The defaults are polite to somebody's production system.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Time to get a connection.
    pub connect: Duration,
    /// Time for a whole step, from the first byte out to the last byte in.
    pub step: Duration,
    /// Bytes of one answer, unpacked.
    pub body: usize,
    /// Time from the start of one request to the start of the next. Not kept on loopback.
    pub gap: Duration,
    /// Wait after a first failure; doubled after each further one. Not kept on loopback.
    pub back_off: Duration,
    /// The longest wait, also when the server asks for more.
    pub longest_wait: Duration,
    /// How we introduce ourselves.
    pub user_agent: String,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            step: Duration::from_secs(30),
            body: 8 * 1024 * 1024,
            gap: Duration::from_millis(100),
            back_off: Duration::from_millis(500),
            longest_wait: Duration::from_secs(20),
            user_agent: concat!("Saddlebag/", env!("CARGO_PKG_VERSION"), " (key manager)")
                .to_owned(),
        }
    }
}
