//! The words and rules of Saddlebag: connections, Stores, keys, and the secrets they come with.
//!
//! This room knows no I/O, no clock and no serialization. A value of a type here is already valid.

mod attention;
mod connection;
mod consumer;
mod diagnosis;
mod draft;
mod drift;
mod handover;
mod history;
mod key;
mod name;
mod rotation;
mod secret;
mod server_url;
mod status;
mod store;
mod time;

pub use attention::{Attention, AttentionKind, AttentionSubject, PutOff};
pub use connection::{
    Account, Connection, ConnectionColour, ConnectionId, ConnectionKind, SessionState,
};
pub use consumer::{
    ConsumerKey, Description, DescriptionError, KeyOwner, LastAccess, Permalinks, Permission,
    SiteFacts, SiteUserId, ending_of, has_consumer_shape,
};
pub use diagnosis::{
    Cause, Diagnosis, DiagnosisStep, EnteredField, Fix, PluginMessage, StepOutcome,
};
pub use draft::{Draft, DraftContent, DraftId, DraftStore, Made};
pub use drift::{Drift, DriftId, DriftRecord, Offer};
pub use handover::{Channel, Handover, HandoverId, Holder, NewHandover, Platform, SheetLanguage};
pub use history::{Act, HistoryEntry};
pub use key::{Identifier, Key, KeyId, KeyType, Scope, SecretRecord, ServerAppId};
pub use name::{AppName, NameError, StoreName};
pub use rotation::{Rotation, RotationId, RotationStep, Seen};
pub use secret::Secret;
pub use server_url::{ServerUrl, ServerUrlError};
pub use status::{CheckResult, KeyStatus, Presence};
pub use store::{Position, ServerStoreId, Store, StoreId};
pub use time::Moment;
