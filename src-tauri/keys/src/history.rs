//! What happened to a key or a Store, who did it and when.

use crate::{ConnectionId, KeyId, Moment, StoreId};

/// What was done or seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Made here.
    Created,
    /// First seen on the server, made elsewhere.
    SeenOnServer,
    /// The Secret, or the `ak_` value, was copied.
    CopiedSecret,
    /// The Identifier was copied.
    CopiedIdentifier,
    /// The base URL was copied.
    CopiedBaseUrl,
    /// The Secret was shown on the screen.
    Revealed,
    /// The Secret was renewed here.
    Renewed,
    /// The Secret changed on the server; somebody else renewed it.
    RenewedElsewhere,
    /// The pair was replaced by saving its page on the server.
    ReplacedElsewhere,
    /// Renamed on the server.
    RenamedElsewhere,
    /// A refresh did not find it any more.
    GoneFromServer,
    /// A refresh found it again.
    BackOnServer,
    /// Checked; the outcome is the key's state.
    Checked,
    /// The note was changed.
    NoteChanged,
    /// The local name was changed.
    LocalNameChanged,
    /// The pair the server shows took the place of ours.
    TookNewPair,
    /// Put out of sight here; the server does not know.
    Archived,
    /// Taken back from the archive.
    Unarchived,
    /// The secret was not in the keychain any more, or was not ours.
    SecretLost,
    /// The secret came back into the keychain.
    SecretRescued,
    /// Given to a person.
    HandedOver,
    /// The person said to have it, and it works.
    HandoverConfirmed,
    /// A second key shall take its place.
    RotationBegun,
    /// Another key took its place, or the rotation was given up.
    RotationEnded,
    /// Brought in from a file, or pasted.
    Imported,
    /// Description or permission of a consumer key was changed here.
    Edited,
    /// The permission of a consumer key was changed on the site.
    PermissionChangedElsewhere,
    /// A consumer key was revoked here.
    Revoked,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// When.
    pub at: Moment,
    /// Local account name of who did it; empty for what was only seen.
    pub who: String,
    /// What.
    pub act: Act,
    /// On which connection.
    pub connection: ConnectionId,
    /// The key it is about.
    pub key: Option<KeyId>,
    /// The Store it is about.
    pub store: Option<StoreId>,
    /// What it was called then, so that the line stays readable.
    pub subject: String,
}
