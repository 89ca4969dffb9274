//! Consumer keys that nobody uses. No SQL here.

use keys::{Key, Moment, Presence};

const DAY: i64 = 24 * 60 * 60 * 1_000;

/// How long a key may be known, in milliseconds, before it is told that it was never used: a shop's
/// developer takes weeks, too.
pub const NEVER_USED_FOR: i64 = 30 * DAY;

/// How long a key may stand still, in milliseconds, before that is told: some shops sell in one
/// season only.
pub const UNUSED_FOR: i64 = 180 * DAY;

/// Since when nobody has used a consumer key that is on its site, if that is long.
pub fn unused_since(key: &Key, now: Moment) -> Option<Moment> {
    let consumer = key.consumer.as_ref()?;
    let (since, allowed) = if consumer.last_access.as_ref()?.is_never() {
        (key.first_seen, NEVER_USED_FOR)
    } else {
        (consumer.last_access_since?, UNUSED_FOR)
    };
    let is_long = now.0.saturating_sub(since.0) > allowed;
    (key.presence == Presence::OnServer && is_long).then_some(since)
}

#[cfg(test)]
mod tests;
