//! Conversations between the client and the practice co-op over real HTTP, by the contract.

mod conversations {
    mod curl;
    mod desk;
    mod key_pages;
    mod languages;
    mod main_job;
    mod older_releases;
    mod recognise;
    mod sessions;
    mod sign_in;
    mod stage;
    mod store_pages;
}
