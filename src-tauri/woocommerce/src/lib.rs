//! Client of a WooCommerce site: its key pages by session, its consumer keys by themselves.
//!
//! What the pages and the JSON of such a site mean is known here and nowhere else; neither leaves.

mod account;
mod address;
mod admin;
mod ajax;
mod check;
mod create;
mod error;
mod front_page;
mod key_form;
mod key_list;
mod key_page;
mod list_page;
mod login_page;
mod markup;
mod oauth;
mod permission_words;
mod recognise;
mod rest_index;
mod rest_root;
mod revoke;
mod route;
mod routes;
mod second_factor;
mod sign_in;
mod sign_out;
mod site;
mod update;
mod users;
mod visitor;
mod walk;

pub use account::{Account, SiteUser};
pub use address::read_address;
pub use check::{PairCheck, ask_in_address, check_pair};
pub use create::{MadeConsumerKey, NewConsumerKey, as_listed};
pub use error::{Error, Found, Source, Step};
pub use key_form::KeyForm;
pub use key_list::SeenConsumerKey;
pub use recognise::{RecognisedSite, recognise};
pub use revoke::Revoked;
pub use second_factor::CodeSource;
pub use sign_in::SignIn;
pub use site::Site;
pub use walk::{RootAnswer, RouteAnswer, Trouble, Walk, walk};
pub use web_session::{Cause as NetworkCause, CertificateProblem, Limits, Network};
