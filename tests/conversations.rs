//! Conversations between the client and the practice co-op over real HTTP, by the contract.

#![expect(
    clippy::unwrap_used,
    reason = "what surrounds a test has nobody to report to but the test"
)]

mod conversations {
    mod activity;
    mod at_site_changing;
    mod at_site_checking;
    mod at_site_connecting;
    mod at_site_creating;
    mod at_site_doctor;
    mod at_site_handing;
    mod at_site_lost;
    mod at_site_moving;
    mod at_site_pasting;
    mod at_site_refreshing;
    mod at_site_rotating;
    mod at_site_rule;
    mod attention;
    mod checking_all;
    mod checks;
    mod curl;
    mod curl_view;
    mod desk;
    mod diagnoses;
    mod diagnoses_of_trouble;
    mod drafts;
    mod drafts_lost;
    mod drift;
    mod endings;
    mod faults_changing;
    mod faults_reading;
    mod file;
    mod handing_over;
    mod held_secrets;
    mod in_turn;
    mod key_pages;
    mod keychain_trouble;
    mod languages;
    mod lives;
    mod lost_replies;
    mod main_job;
    mod meanwhile;
    mod offline;
    mod older_releases;
    mod parcels;
    mod parcels_differ;
    mod recognise;
    mod rotating;
    mod rotating_api_keys;
    mod rotating_cut;
    mod sealed_packs;
    mod sessions;
    mod sheet_examples;
    mod shop_curl;
    mod shop_plugin;
    mod shop_stage;
    mod sign_in;
    mod site_ajax;
    mod site_checks;
    mod site_desk;
    mod site_doors;
    mod site_errors;
    mod site_list;
    mod site_making;
    mod site_pages;
    mod site_procedure;
    mod site_recognise;
    mod site_revoking;
    mod site_roles;
    mod site_sign_in;
    mod site_signatures;
    mod stage;
    mod store_pages;
    mod tables;
    mod undecided;
}
