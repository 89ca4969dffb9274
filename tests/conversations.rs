//! Conversations between the client and the practice co-op over real HTTP, by the contract.

mod conversations {
    mod checks;
    mod curl;
    mod curl_view;
    mod desk;
    mod faults_changing;
    mod faults_reading;
    mod key_pages;
    mod keychain_trouble;
    mod languages;
    mod lost_replies;
    mod main_job;
    mod offline;
    mod older_releases;
    mod recognise;
    mod sessions;
    mod shop_plugin;
    mod sign_in;
    mod stage;
    mod store_pages;
}
