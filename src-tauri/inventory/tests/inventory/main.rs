//! The inventory by its public face.

#![expect(
    clippy::unwrap_used,
    reason = "in a test, and in what prepares one, a failure is best seen where it happens"
)]

mod attention;
mod attention_list;
mod attention_stores;
mod backups;
mod checking;
mod claim;
mod completing;
mod connections;
mod consumer_attention;
mod consumer_keys;
mod consumer_keys_seen;
mod consumer_pasted;
mod drafts;
mod drift;
mod handovers;
mod history;
mod imported;
mod intents;
mod key_list;
mod keys_seen;
mod migration;
mod offers;
mod opening;
mod rebuilding;
mod records;
mod restoring;
mod rotations;
mod sample;
mod standing;
mod store_list;
mod stores_seen;
mod two_handles;
