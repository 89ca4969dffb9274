//! What needs a person: kinds, and how one such thing is named from one day to the next.

use crate::{ConnectionId, DraftId, KeyId, KeyStatus, Moment, StoreId};

/// Why something needs a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttentionKind {
    /// A key that does not work.
    KeyTrouble,
    /// A key whose secret is not in the keychain.
    SecretNotStored,
    /// A key without any scope: it may do everything.
    Unrestricted,
    /// A key to which every order or task of the co-op is open.
    EveryOrder,
    /// Somebody who holds it left, and it was not renewed since.
    HolderLeft,
    /// A rotation that is not at its end.
    RotationOpen,
    /// A key that was made here and never handed over.
    NeverHandedOver,
    /// A hand-over that nobody confirmed for a week.
    NotConfirmed,
    /// A key whose Secret is older than the rotation age.
    Old,
    /// A consumer key that nobody has used for long.
    Unused,
    /// A Store with a shop plugin's key, but no time slot: the plugin's date picker stays empty.
    NoTimeSlot,
    /// A Store that has no key.
    StoreWithoutKey,
    /// A draft that waits to be sent.
    DraftWaiting,
}

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttentionSubject {
    /// A key.
    Key(KeyId),
    /// A Store.
    Store(StoreId),
    /// A draft.
    Draft(DraftId),
}

/// One thing that needs a person. Kind and subject name it: it is the same thing as long as both
/// are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// Why.
    pub kind: AttentionKind,
    /// About what.
    pub subject: AttentionSubject,
    /// On which connection.
    pub connection: ConnectionId,
    /// What it is called: App name or local name, Store, or draft.
    pub name: String,
    /// The Store's name; empty for none.
    pub store_name: String,
    /// The key's state, when it is about a key.
    pub status: Option<KeyStatus>,
    /// Since when, where that is known.
    pub since: Option<Moment>,
    /// Until when it was put off; `None` while it is due.
    pub put_off: Option<PutOff>,
}

/// How long a person does not want to hear of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOff {
    /// Until then.
    Until(Moment),
    /// For good.
    Forever,
}
