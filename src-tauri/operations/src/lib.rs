//! What a person can do: one file per verb, and the order in which things are written.
//!
//! Intent is written first, then the server is asked, then the secret is stored, then the record
//! is completed. An operation may be dropped at any await; `reconcile` finishes what it began.

mod annotate;
mod archive;
mod bring_secrets;
mod check;
mod check_all;
mod check_consumer;
mod connect;
mod context;
mod copy;
mod create_consumer_key;
mod create_key;
mod create_store;
mod creation;
mod decide;
mod diagnose;
mod disconnect;
mod draft;
mod edit_consumer_key;
mod error;
mod export_activity;
mod export_connections;
mod fingerprint;
mod form;
mod hand_over;
mod held;
mod history;
mod import_keys;
mod in_turn;
mod letter;
mod look_at_site;
mod offer;
mod paste_key;
mod reconcile;
mod refresh;
mod remake_key;
mod renew;
mod rescue;
mod restore_backup;
mod reveal;
mod revoke_keys;
mod rotate;
mod seen;
mod send_drafts;
mod session;
mod sign_out;
mod tend;
mod time_slot;
mod visited;

pub use annotate::{set_local_name, set_note};
pub use archive::{FORGET_AFTER, archive_key, forget_key, unarchive_key, undo_forget_key};
pub use check::check_key;
pub use check_all::{Checks, check_all, check_next};
pub use connect::{
    SignIn, add_site, cancel_sign_in, is_site, recognise_server, recognise_site, sign_in,
    submit_code, trust,
};
pub use context::{Context, Copied, Progress, Stage};
pub use copy::{
    Field, Receipt, clear_clipboard, copy_field, copy_text, extend_clipboard, set_clipboard_time,
};
pub use create_consumer_key::{
    NewConsumerKey, consumer_key_form, create_consumer_key, find_site_users,
};
pub use create_key::{Created, NewKey, create_key};
pub use create_store::create_store;
pub use decide::decide;
pub use diagnose::{Diagnosed, EnteredValues, ask_in_address, diagnose_key, diagnose_values};
pub use disconnect::disconnect;
pub use draft::{delete_draft, restore_draft, save_draft};
pub use edit_consumer_key::edit_consumer_key;
pub use error::Error;
pub use export_activity::{ActivityWords, export_activity};
pub use export_connections::{Export, export_connections};
pub use form::{geocode, key_form, store_form};
pub use hand_over::{
    SealedPack, SheetFor, check_code, confirm_handover, file_name, qr, record_handover, seal_pack,
    sheet,
};
pub use held::store_held;
pub use import_keys::{
    Column, FILE_LIMIT_MB, ImportKind, ImportSource, Imported, Preview, PreviewRow, RowTrouble,
    apply_import, discard_import, read_import,
};
pub use in_turn::{Turn, copy_in_turn, copy_next, stop_copying_in_turn};
pub use letter::letter;
pub use offer::accept_new_pair;
pub use paste_key::{PastedKey, paste_key};
pub use reconcile::STILL_AT_WORK;
pub use refresh::{Report, refresh};
pub use remake_key::remake_key;
pub use renew::{Renewed, renew_secret, typed_name_of};
pub use rescue::{Rescue, rescue_secrets};
pub use restore_backup::restore_backup;
pub use reveal::reveal_secret;
pub use revoke_keys::{Revocations, revoke_keys};
pub use rotate::{
    app_page, begin_rotation, confirm_rotation, finish_rotation, give_up_rotation,
    is_old_still_used, look_for_access, look_for_delivery, make_rotation_key, proposed_name,
    proposed_permission, proposed_scopes, retire_old_key, settle_rotations,
};
pub use send_drafts::{Sent, send_drafts};
pub use sign_out::sign_out;
pub use tend::tend;
pub use time_slot::{set_time_slot, time_slots};
