//! Files that only a passphrase opens: the words, the sealing, and the writing of what is sealed.
//!
//! The format is age with a passphrase, binary, so that any age program opens it. Plain text stays
//! in memory; only sealed bytes are given to the disk.

mod error;
mod file;
mod passphrase;
mod seal;

pub use error::Error;
pub use file::write_new;
pub use passphrase::generate_passphrase;
pub use seal::{open, seal};
