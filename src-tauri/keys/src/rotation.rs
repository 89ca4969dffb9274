//! Replacing a key by a second one, so that the shop never stands still.

use crate::{KeyId, LastAccess, Moment};

/// The inventory's number of a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RotationId(pub i64);

/// The next step of a rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RotationStep {
    /// Make the second key.
    MakeKey,
    /// Hand it over.
    HandOver,
    /// Wait until it is seen working.
    AwaitUse,
    /// Make the first one worthless.
    Retire,
    /// Put the first one out of sight.
    Archive,
    /// Nothing is left to do.
    Done,
}

/// A key that is being replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The inventory's number.
    pub id: RotationId,
    /// The key that goes.
    pub old_key: KeyId,
    /// The key that comes, once it was made.
    pub new_key: Option<KeyId>,
    /// The App name the new key was asked for with; empty before that.
    pub new_name: String,
    /// When it began.
    pub begun_at: Moment,
    /// When the new key was handed over.
    pub handed_over_at: Option<Moment>,
    /// The Store's newest delivery when the new key was handed over, by the server's number: later
    /// ones prove that the shop still delivers. `None` while unknown, or without any.
    pub delivery_before: Option<i64>,
    /// When both consumer keys were last used, in the site's words, when the new one was handed over:
    /// first the one that comes, then the one that goes. `None` for other keys.
    pub access_before: Option<(LastAccess, LastAccess)>,
    /// When the new key was seen working, and how.
    pub seen_working: Option<(Seen, Moment)>,
    /// When the first key was made worthless.
    pub retired_at: Option<Moment>,
    /// When it was given up or came to its end.
    pub ended_at: Option<Moment>,
}

/// How one knows that the receiver uses the new key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seen {
    /// The receiver said so.
    Confirmed,
    /// The Store got a delivery after the hand-over.
    Delivery,
    /// The site tells that the new consumer key was used after the hand-over, and not by us.
    Access,
}

impl Rotation {
    /// What comes next.
    pub fn step(&self) -> RotationStep {
        if self.ended_at.is_some() {
            RotationStep::Done
        } else if self.new_key.is_none() {
            RotationStep::MakeKey
        } else if self.handed_over_at.is_none() {
            RotationStep::HandOver
        } else if self.seen_working.is_none() {
            RotationStep::AwaitUse
        } else if self.retired_at.is_none() {
            RotationStep::Retire
        } else {
            RotationStep::Archive
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RotationStep::{Archive, AwaitUse, Done, HandOver, MakeKey, Retire};
    use super::{Rotation, RotationId, Seen};
    use crate::{KeyId, Moment};

    #[test]
    fn the_steps_follow_each_other() {
        let at = Moment(1);
        let mut rotation = Rotation {
            id: RotationId(1),
            old_key: KeyId(1),
            new_key: None,
            new_name: String::new(),
            begun_at: at,
            handed_over_at: None,
            delivery_before: None,
            access_before: None,
            seen_working: None,
            retired_at: None,
            ended_at: None,
        };
        let mut steps = vec![rotation.step()];
        rotation.new_key = Some(KeyId(2));
        steps.push(rotation.step());
        rotation.handed_over_at = Some(at);
        steps.push(rotation.step());
        rotation.seen_working = Some((Seen::Delivery, at));
        steps.push(rotation.step());
        rotation.retired_at = Some(at);
        steps.push(rotation.step());
        rotation.ended_at = Some(at);
        steps.push(rotation.step());
        assert_eq!(steps, [MakeKey, HandOver, AwaitUse, Retire, Archive, Done]);
    }
}
