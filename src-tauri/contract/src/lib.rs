//! Everything that crosses between the page and the program: requests, replies, events, problems.
//!
//! Pure shapes, no behaviour and no other room, so that the page's types are generated and tested
//! without building the web view. Times are milliseconds since 1970 UTC.

mod clipboard;
mod command;
mod connection;
mod draft;
mod drift;
mod event;
mod inventory_file;
mod key;
mod practice;
mod problem;
mod settings;
mod store;
mod typescript;
mod window;

pub use clipboard::{ClipboardView, CopyField, CopyReceipt};
pub use command::COMMANDS;
pub use connection::{
    ConnectionKind, ConnectionView, Progress, ProgressStage, RecognisedServer, RefreshReport,
    SessionState, SignInStep,
};
pub use draft::{
    AskedAct, Candidate, DraftContent, DraftState, DraftView, OpenQuestion, SendOutcome,
    SendProgress, SendResult,
};
pub use drift::{DriftKind, DriftView, OfferView};
pub use event::{Changed, EVENTS};
pub use inventory_file::{BackupReason, BackupView, RescueProgress, RescueReport};
pub use key::{
    Act, ActivityEntry, ActivityFilter, ActivityWords, KeyCreated, KeyDetail, KeyFilter, KeyForm,
    KeyPage, KeyQuery, KeyRow, KeyStatus, KeyType, Mark, MarkField, NewKey, RevealedSecret,
    SecretRenewed, StoreChoice,
};
pub use practice::{
    PracticeAccount, PracticeAct, PracticeFault, PracticeFaultKind, PracticeMail, PracticeMode,
    PracticePanel, PracticeRequest, PracticeView,
};
pub use problem::{CertificateReason, FieldProblem, Problem};
pub use settings::{Language, Layout, Settings, Theme};
pub use store::{
    FormField, FormFieldKind, FormOption, Position, StoreCreated, StoreForm, StorePage, StoreQuery,
    StoreRow, TimeSlot,
};
pub use typescript::typescript;
pub use window::{Counts, InventoryView, KeychainView, Overview};
