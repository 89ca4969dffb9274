//! The practice shop: a believable WordPress with WooCommerce beside the practice co-op, with its own
//! records, switches, failures and history.
//!
//! Written from the server contract alone; it shares no code with the client.
//!
//! Where the contract leaves a choice or loopback forces one, it does this:
//!
//! - the address the site believes in is the one it is asked at, unless [`ShopOptions::home`] is set,
//!   so that each scheme and port has cookies of its own name;
//! - with [`ShopMode::tls_ends_in_front`] credentials and cookies are treated as over plain http, while
//!   links keep `https`: a real site there would send its people in circles;
//! - a key's last access moves once key, secret and permission are right, whatever the owner may do;
//! - the edit page of a deleted person's key shows the number with an empty name;
//! - bulk revocation without a single `key[]` shows the list;
//! - with a moved sign-in page, `wp-login.php` is 404 and signed-out people in the administration are
//!   sent to `/404/`;
//! - a sign-in page that is only a gate to an identity provider has no form at all;
//! - `reauth=1` on the sign-in page takes the cookies back;
//! - a security plugin that shuts the REST API lets requests with cookies and nonce pass, but no key;
//! - after too many wrong passwords even the right one is refused for 20 minutes of its clock;
//! - a captcha is a sum that a person can do; a wrong answer costs nothing but the attempt;
//! - codes of an app and printed codes are told like mails, because nobody here has the app;
//! - the app-authorisation flow (contract 9) and the page that approves application passwords are not
//!   there: their addresses are like any unknown one;
//! - the sub-folder is chosen when it is opened, and stays when the flavour is switched;
//! - dates are in a zone two hours east of Greenwich all year, which no page says;
//! - failures, history and the clock are not kept over a restart, nor is the certificate.
//!
//! `/practice-shop/…` at the root of its port steers it over HTTP, whatever the sub-folder. What is
//! posted there must say that it is JSON.

mod act;
mod admission;
mod asked;
mod certificate;
mod control;
mod cookies;
mod description;
mod front;
mod handle;
mod mode;
mod nonces;
mod options;
mod page;
mod pages;
mod records;
mod reply;
mod rest;
mod seed;
mod shown;
mod site;
mod words;

pub use act::ShopAct;
pub use handle::{KeyNow, Shop};
pub use mode::{RestGuard, SecondFactor, ShopMode};
pub use options::{Flavour, Permalinks, ShopLanguage, ShopOptions};
pub use records::consumer_keys::Permission;
pub use records::people::{ShopRole, ShopUser};
