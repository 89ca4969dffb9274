//! What a person can do: one file per verb, and the order in which things are written.
//!
//! Intent is written first, then the server is asked, then the secret is stored, then the record
//! is completed. An operation may be dropped at any await; `reconcile` finishes what it began.

mod annotate;
mod archive;
mod bring_secrets;
mod check;
mod connect;
mod context;
mod copy;
mod create_key;
mod create_store;
mod creation;
mod decide;
mod disconnect;
mod draft;
mod error;
mod export_activity;
mod fingerprint;
mod form;
mod held;
mod history;
mod offer;
mod reconcile;
mod refresh;
mod renew;
mod rescue;
mod restore_backup;
mod reveal;
mod seen;
mod send_drafts;
mod session;
mod sign_out;
mod tend;
mod time_slot;

pub use annotate::{set_local_name, set_note};
pub use archive::{FORGET_AFTER, archive_key, forget_key, unarchive_key, undo_forget_key};
pub use check::check_key;
pub use connect::{SignIn, cancel_sign_in, recognise_server, sign_in, submit_code};
pub use context::{Context, Copied, Progress, Stage};
pub use copy::{Field, Receipt, clear_clipboard, copy_field, extend_clipboard, set_clipboard_time};
pub use create_key::{Created, NewKey, create_key};
pub use create_store::create_store;
pub use decide::decide;
pub use disconnect::disconnect;
pub use draft::{delete_draft, restore_draft, save_draft};
pub use error::Error;
pub use export_activity::{ActivityWords, export_activity};
pub use form::{geocode, key_form, store_form};
pub use held::store_held;
pub use offer::accept_new_pair;
pub use reconcile::STILL_AT_WORK;
pub use refresh::{Report, refresh};
pub use renew::{Renewed, renew_secret, typed_name_of};
pub use rescue::{Rescue, rescue_secrets};
pub use restore_backup::restore_backup;
pub use reveal::reveal_secret;
pub use send_drafts::{Sent, send_drafts};
pub use sign_out::sign_out;
pub use tend::tend;
pub use time_slot::{set_time_slot, time_slots};
