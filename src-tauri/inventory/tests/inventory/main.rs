//! The inventory by its public face.

#![expect(
    clippy::unwrap_used,
    reason = "in a test, and in what prepares one, a failure is best seen where it happens"
)]

mod backups;
mod claim;
mod completing;
mod connections;
mod drafts;
mod drift;
mod history;
mod intents;
mod key_list;
mod keys_seen;
mod migration;
mod offers;
mod opening;
mod rebuilding;
mod records;
mod restoring;
mod sample;
mod standing;
mod store_list;
mod stores_seen;
mod two_handles;
