//! What receivers of keys read: sheets, packs, letters, and check codes to compare.
//!
//! All of their words are in `text/*.ftl`. This room knows no clock, no network and no inventory;
//! it is told everything, and sheets, letters and mails are never told a Secret.

mod check_code;
mod error;
mod example;
mod letter;
mod mail;
mod outline;
mod pack;
mod qr;
mod server_lines;
mod sheet;
mod text;

pub use check_code::check_code;
pub use error::Error;
pub use letter::{Letter, letter};
pub use mail::mailto;
pub use pack::{pack, pack_note};
pub use qr::{Qr, qr};
pub use server_lines::{ServerKind, ServerLines, server_lines};
pub use sheet::{About, Sheet, SheetValue, sheet};
