//! The arithmetic of a text's time on the clipboard.

use crate::{Holding, Keep};
use std::time::Duration;
use tokio::time::Instant;

/// When a text's time is over, and how long it is in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Countdown(Option<Running>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Running {
    ends: Instant,
    total: Duration,
}

impl Countdown {
    pub(crate) fn start(keep: Keep, now: Instant) -> Self {
        Self(match keep {
            // A time beyond what the clock can count is for ever.
            Keep::For(total) => now.checked_add(total).map(|ends| Running { ends, total }),
            Keep::Forever => None,
        })
    }

    /// When it ends; `None` for never.
    pub(crate) fn ends(self) -> Option<Instant> {
        self.0.map(|running| running.ends)
    }

    /// What is left; `None` when it never ends or has ended.
    pub(crate) fn left(self, now: Instant) -> Option<Duration> {
        self.ends()?
            .checked_duration_since(now)
            .filter(|left| !left.is_zero())
    }

    pub(crate) fn is_over(self, now: Instant) -> bool {
        self.ends().is_some_and(|ends| ends <= now)
    }

    /// Lets it run longer; `None`, and no change, when it never ends or has ended.
    pub(crate) fn extend(self, by: Duration, now: Instant) -> Option<Self> {
        self.left(now)?;
        let running = self.0?;
        Some(Self(Some(Running {
            ends: running.ends.checked_add(by)?,
            total: running.total.checked_add(by)?,
        })))
    }

    pub(crate) fn as_holding(self) -> Holding {
        Holding::Ours {
            ends: self.ends().map(Instant::into_std),
            total: self.0.map(|running| running.total),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Countdown;
    use crate::Keep;
    use std::time::Duration;
    use tokio::time::Instant;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn counts_down_to_its_end_and_is_over_at_it() {
        let start = Instant::now();
        let countdown = Countdown::start(Keep::For(30 * SECOND), start);
        assert_eq!(countdown.left(start + 6 * SECOND), Some(24 * SECOND));
        assert!(!countdown.is_over(start + 29 * SECOND));
        assert!(countdown.is_over(start + 30 * SECOND));
        assert_eq!(countdown.left(start + 30 * SECOND), None);
    }

    #[test]
    fn extension_adds_to_the_end_and_comes_too_late_after_it() {
        let start = Instant::now();
        let countdown = Countdown::start(Keep::For(30 * SECOND), start);
        let extended = countdown.extend(30 * SECOND, start + SECOND).unwrap();
        assert_eq!(extended.left(start + SECOND), Some(59 * SECOND));
        assert_eq!(countdown.extend(SECOND, start + 30 * SECOND), None);
    }

    #[test]
    fn kept_for_ever_is_never_over() {
        let start = Instant::now();
        for keep in [Keep::Forever, Keep::For(Duration::MAX)] {
            let countdown = Countdown::start(keep, start);
            assert_eq!(countdown.left(start), None);
            assert!(!countdown.is_over(start + 1_000_000 * SECOND));
            assert_eq!(countdown.extend(SECOND, start), None);
        }
    }
}
