//! The file formats that keys travel in: the parcel that Saddlebag writes and reads, tables, and
//! `KeePass` databases; and what would become of a key of a file beside the one that is here.
//!
//! Bytes come in, bytes go out. This room knows no file, no clock, no network and no inventory.

mod error;
mod found;
mod heading;
mod judgement;
mod kdbx;
mod parcel;
mod repeats;
mod table;

pub use error::Error;
pub use found::{FoundKey, ImportField};
pub use judgement::{Judgement, KeyField, Ours, Theirs, Verdict, judge};
pub use kdbx::{Kdbx, read_kdbx};
pub use parcel::{
    Parcel, ParcelConnection, ParcelConsumer, ParcelHandover, ParcelKey, read, write,
};
pub use repeats::Repeats;
pub use table::{Table, read_table};

#[cfg(test)]
mod tests;
