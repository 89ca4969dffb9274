//! A server's own clock: the real time, or ahead of it.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A clock that can be put forward.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    /// How far it is ahead, in milliseconds.
    ahead: AtomicI64,
}

impl Clock {
    /// Milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        let real = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let real = i64::try_from(real.as_millis()).unwrap_or_default();
        real + self.ahead.load(Ordering::Relaxed)
    }

    /// Puts it forward.
    pub(crate) fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX / 2);
        self.ahead.fetch_add(by, Ordering::Relaxed);
    }

    /// Sets it right again.
    pub(crate) fn set_right(&self) {
        self.ahead.store(0, Ordering::Relaxed);
    }
}
