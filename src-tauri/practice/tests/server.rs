//! The practice co-op over real HTTP, judged by the server contract; "11.n" cites its points.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests have nobody to report to but the test"
)]

#[path = "server/browser.rs"]
mod browser;

#[path = "server/api_errors.rs"]
mod api_errors;
#[path = "server/app_pages.rs"]
mod app_pages;
#[path = "server/credentials.rs"]
mod credentials;
#[path = "server/deliveries.rs"]
mod deliveries;
#[path = "server/faults.rs"]
mod faults;
#[path = "server/held.rs"]
mod held;
#[path = "server/history.rs"]
mod history;
#[path = "server/languages.rs"]
mod languages;
#[path = "server/maintenance.rs"]
mod maintenance;
#[path = "server/modes.rs"]
mod modes;
#[path = "server/operator.rs"]
mod operator;
#[path = "server/orphans.rs"]
mod orphans;
#[path = "server/plugin.rs"]
mod plugin;
#[path = "server/recognition.rs"]
mod recognition;
#[path = "server/rejected_forms.rs"]
mod rejected_forms;
#[path = "server/remembering.rs"]
mod remembering;
#[path = "server/replaced_answers.rs"]
mod replaced_answers;
#[path = "server/replay.rs"]
mod replay;
#[path = "server/restart.rs"]
mod restart;
#[path = "server/second_factor.rs"]
mod second_factor;
#[path = "server/sign_in.rs"]
mod sign_in;
#[path = "server/store_form.rs"]
mod store_form;
#[path = "server/store_json.rs"]
mod store_json;
#[path = "server/store_pages.rs"]
mod store_pages;
