//! The inventory by its public face.

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
