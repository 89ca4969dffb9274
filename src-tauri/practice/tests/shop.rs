//! The practice shop over real HTTP and HTTPS, judged by the server contract, whose sections are cited.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests have nobody to report to but the test"
)]

#[path = "shop/browser.rs"]
mod browser;
#[path = "shop/running.rs"]
mod running;

#[path = "shop/ajax.rs"]
mod ajax;
#[path = "shop/ajax_everywhere.rs"]
mod ajax_everywhere;
#[path = "shop/check_matrix.rs"]
mod check_matrix;
#[path = "shop/forms.rs"]
mod forms;
#[path = "shop/history.rs"]
mod history;
#[path = "shop/list.rs"]
mod list;
#[path = "shop/oauth.rs"]
mod oauth;
#[path = "shop/plugins.rs"]
mod plugins;
#[path = "shop/recognition.rs"]
mod recognition;
#[path = "shop/rest_errors.rs"]
mod rest_errors;
#[path = "shop/restart.rs"]
mod restart;
#[path = "shop/revoking.rs"]
mod revoking;
#[path = "shop/rights.rs"]
mod rights;
#[path = "shop/sign_in.rs"]
mod sign_in;
#[path = "shop/steering.rs"]
mod steering;
