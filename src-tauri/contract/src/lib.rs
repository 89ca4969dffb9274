//! Everything that crosses between the page and the program: requests, replies, events, problems.
//!
//! Pure shapes, no behaviour and no other room, so that the page's types are generated and tested
//! without building the web view. Times are milliseconds since 1970 UTC.

mod attention;
mod check;
mod clipboard;
mod command;
mod connection;
mod draft;
mod drift;
mod event;
mod handover;
mod inventory_file;
mod key;
mod practice;
mod problem;
mod rotation;
mod settings;
mod site;
mod store;
mod transfer;
mod typescript;
mod window;

pub use attention::{
    AttentionCount, AttentionKind, AttentionPage, AttentionQuery, AttentionRow, AttentionSubject,
};
pub use check::{
    Cause, CheckProgress, CheckReport, DiagnosedStep, DiagnosisStep, DiagnosisView, EnteredField,
    EnteredValues, Fix, FoundCause, LetterRequest, PluginMessage, StepOutcome,
};
pub use clipboard::{ClipboardView, CopyField, CopyReceipt, TurnView};
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
pub use handover::{
    Channel, HandoverView, HolderView, Platform, QrCode, SealedPack, Sheet, SheetLanguage,
    SheetRequest, SheetValue,
};
pub use inventory_file::{BackupReason, BackupView, RescueProgress, RescueReport};
pub use key::{
    Act, ActivityEntry, ActivityFilter, ActivityWords, KeyCreated, KeyDetail, KeyFilter, KeyForm,
    KeyPage, KeyQuery, KeyRow, KeyStatus, KeyType, Mark, MarkField, NewKey, RevealedSecret,
    SecretRenewed, StoreChoice,
};
pub use practice::{
    PracticeAccount, PracticeAct, PracticeFault, PracticeFaultKind, PracticeFlavour, PracticeMail,
    PracticeMode, PracticePanel, PracticeRequest, PracticeServer, PracticeShopAct,
    PracticeShopMode, PracticeShopPanel, PracticeView,
};
pub use problem::{CertificateReason, FieldProblem, Problem};
pub use rotation::{RetireWay, RotationStep, RotationView, Seen};
pub use settings::{Language, Layout, Settings, Theme};
pub use site::{
    CodeSource, ConsumerKeyChange, ConsumerKeyForm, ConsumerKeyView, KeyPasted, NewConsumerKey,
    PastedKey, Permalinks, Permission, RecognisedSite, RevokeReport, ServerKind, ServerLines,
    SitePage, SiteUser, SiteView,
};
pub use store::{
    FormField, FormFieldKind, FormOption, Position, StoreCreated, StoreForm, StorePage, StoreQuery,
    StoreRow, TimeSlot,
};
pub use transfer::{
    DifferingField, ExportMade, ImportChoice, ImportColumn, ImportDifference, ImportField,
    ImportKind, ImportPreview, ImportReport, ImportRow, ImportSource, ImportTrouble, ImportVerdict,
    TransferProgress,
};
pub use typescript::typescript;
pub use window::{Counts, InventoryView, KeychainView, Overview};
