//! Why a key needs a person. No SQL here.

use keys::{AttentionKind, KeyStatus, KeyType, Moment, Scope};

/// How long the receiver has to say that a key works.
const TIME_TO_CONFIRM: i64 = 7 * 24 * 60 * 60 * 1_000;

/// What is known of a key that is neither archived nor forgotten.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    pub(super) status: KeyStatus,
    /// Since when it has that state, where that is known.
    pub(super) status_since: Option<Moment>,
    pub(super) key_type: KeyType,
    pub(super) scopes: Option<&'a [Scope]>,
    /// Whether it was revoked here, and that is why it is gone.
    pub(super) revoked: bool,
    /// The print of its secret.
    pub(super) fingerprint: Option<&'a [u8]>,
    /// Whether its secret waits in memory for the keychain.
    pub(super) held: bool,
    /// When it was made here.
    pub(super) made_at: Option<Moment>,
    /// When its present secret was first known.
    pub(super) secret_from: Moment,
    /// Since when nobody has used it, if that is long and its secret is held here.
    pub(super) unused_since: Option<Moment>,
    /// When an open rotation of it began.
    pub(super) rotation_from: Option<Moment>,
    /// Its hand-overs, newest first.
    pub(super) given: &'a [Given],
}

/// A hand-over, as far as it matters here.
pub(super) struct Given {
    pub(super) at: Moment,
    pub(super) fingerprint: Vec<u8>,
    pub(super) confirmed: bool,
    /// When the person left who got it.
    pub(super) left_at: Option<Moment>,
}

/// From when on things are late.
pub(super) struct Limits {
    pub(super) now: Moment,
    pub(super) rotation_age: Option<i64>,
}

impl Limits {
    fn is_longer_ago(&self, moment: Moment, time: i64) -> bool {
        self.now.0.saturating_sub(moment.0) > time
    }
}

/// Each reason once, with the moment it holds since, where that is known.
pub(super) fn of_key(facts: &Facts<'_>, limits: &Limits) -> Vec<(AttentionKind, Option<Moment>)> {
    use AttentionKind as Kind;
    // Who revoked it wants to hear no more of it.
    if facts.status == KeyStatus::Gone && facts.revoked {
        return Vec::new();
    }
    // Nothing else can be done about a key that is gone, or opens nothing any more.
    if matches!(facts.status, KeyStatus::Gone | KeyStatus::StoreGone) {
        return vec![(Kind::KeyTrouble, facts.status_since)];
    }
    let mut reasons = Vec::new();
    let is_unrestricted = facts.status == KeyStatus::Unrestricted
        || facts.key_type == KeyType::OAuth && facts.scopes.is_some_and(<[Scope]>::is_empty);
    match facts.status {
        KeyStatus::SecretMissing if facts.held => {}
        KeyStatus::SecretMissing => reasons.push((Kind::SecretNotStored, None)),
        KeyStatus::Unrestricted => {}
        status if status.needs_attention() => {
            reasons.push((Kind::KeyTrouble, facts.status_since));
        }
        _ => {}
    }
    if is_unrestricted {
        reasons.push((Kind::Unrestricted, None));
    }
    if opens_every_order(facts.scopes) {
        reasons.push((Kind::EveryOrder, None));
    }
    let is_current = |given: &Given| facts.fingerprint == Some(given.fingerprint.as_slice());
    let current = facts.given.iter().filter(|given| is_current(given));
    if let Some(left_at) = current.filter_map(|given| given.left_at).min() {
        reasons.push((Kind::HolderLeft, Some(left_at)));
    }
    if let Some(begun_at) = facts.rotation_from {
        reasons.push((Kind::RotationOpen, Some(begun_at)));
    }
    match facts.given.first() {
        None => reasons.extend(facts.made_at.map(|at| (Kind::NeverHandedOver, Some(at)))),
        Some(newest) => {
            let is_late = limits.is_longer_ago(newest.at, TIME_TO_CONFIRM);
            if is_late && !newest.confirmed && is_current(newest) {
                reasons.push((Kind::NotConfirmed, Some(newest.at)));
            }
        }
    }
    // How old a secret is that nobody here ever held is not ours to judge.
    let is_held = facts.status != KeyStatus::NotHeld;
    let is_old = |age| is_held && limits.is_longer_ago(facts.secret_from, age);
    if limits.rotation_age.is_some_and(is_old) {
        reasons.push((Kind::Old, Some(facts.secret_from)));
    }
    reasons.extend(facts.unused_since.map(|since| (Kind::Unused, Some(since))));
    reasons
}

fn opens_every_order(scopes: Option<&[Scope]>) -> bool {
    scopes.is_some_and(|scopes| {
        scopes
            .iter()
            .any(|scope| matches!(scope, Scope::OrdersAll | Scope::TasksAll))
    })
}

#[cfg(test)]
mod tests;
