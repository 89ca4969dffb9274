//! What a person can do: one file per verb, and the order in which things are written.
//!
//! Intent is written first, then the server is asked, then the secret is stored, then the record
//! is completed. An operation may be dropped at any await; `reconcile` finishes what it began.

mod annotate;
mod check;
mod connect;
mod context;
mod copy;
mod create_key;
mod create_store;
mod disconnect;
mod error;
mod fingerprint;
mod form;
mod history;
mod reconcile;
mod refresh;
mod renew;
mod reveal;
mod seen;
mod session;
mod sign_out;
mod time_slot;

pub use annotate::{set_local_name, set_note};
pub use check::check_key;
pub use connect::{SignIn, cancel_sign_in, recognise_server, sign_in, submit_code};
pub use context::{Context, Copied, Progress, Stage};
pub use copy::{Field, Receipt, clear_clipboard, copy_field, extend_clipboard, set_clipboard_time};
pub use create_key::{Created, NewKey, create_key};
pub use create_store::create_store;
pub use disconnect::disconnect;
pub use error::Error;
pub use form::{geocode, key_form, store_form};
pub use refresh::{Report, refresh};
pub use renew::{renew_secret, typed_name_of};
pub use reveal::reveal_secret;
pub use sign_out::sign_out;
pub use time_slot::{set_time_slot, time_slots};
