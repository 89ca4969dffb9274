//! The inventory by its public face.

#![expect(
    clippy::unwrap_used,
    reason = "in a test, and in what prepares one, a failure is best seen where it happens"
)]

mod connections;
mod history;
mod intents;
mod key_list;
mod keys_seen;
mod opening;
mod records;
mod sample;
mod store_list;
mod stores_seen;
mod two_handles;
