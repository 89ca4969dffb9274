//! The inventory: records of connections, Stores and keys in one SQLite file, and search over them.
//!
//! This room knows no secret, no clock, no network and no window. Times are arguments.

mod attention;
mod backup;
mod claim;
mod error;
mod fold;
mod index;
mod inventory;
mod lists;
mod marks;
mod migration;
mod opening;
mod record_keys;
mod record_stores;
mod stamp;
mod table;
mod telling;

pub use attention::{AttentionPage, AttentionQuery, NEVER_USED_FOR, UNUSED_FOR, unused_since};
pub use backup::restoring::{BackupContent, look_into, rebuild};
pub use backup::{Backup, BackupReason, backups};
pub use claim::Claim;
pub use error::{Error, Result};
pub use inventory::Inventory;
pub use lists::counts::Counts;
pub use lists::keys_page::{KeyFilter, KeyPage, KeyQuery, KeyRow};
pub use lists::stores_page::{StorePage, StoreQuery, StoreRow};
pub use marks::{Field, Mark};
pub use opening::set_aside;
pub use record_keys::consumer::{MadeConsumerKey, SeenConsumerKey};
pub use record_keys::{KeyChanges, SeenKey};
pub use record_stores::{SeenStore, StoreChanges};
pub use table::connection::NewConnection;
pub use table::history::ActivityFilter;
pub use table::intent::{Intent, IntentAct, IntentId, NewIntent};
pub use table::key::{NewImportedKey, NewPastedKey};
