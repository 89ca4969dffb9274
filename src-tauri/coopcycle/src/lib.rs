//! Client of a CoopCycle instance: its pages by session, its JSON by token, its keys by themselves.
//!
//! What the pages and the JSON of that server mean is known here and nowhere else; neither leaves.

mod account;
mod address;
mod app_create;
mod app_detail;
mod app_form;
mod app_list;
mod app_owner;
mod check;
mod deliveries;
mod destination;
mod entered;
mod error;
mod form_errors;
mod geocode;
mod instance;
mod json;
mod language;
mod network;
mod pages;
mod recognise;
mod renew;
mod second_factor;
mod sign_in;
mod store_create;
mod store_form;
mod store_list;
mod time_slot;
mod token;
mod version;
mod visitor;
mod walk;

pub use address::read_address;
pub use app_create::NewApp;
pub use app_detail::AppDetail;
pub use app_form::AppForm;
pub use app_list::{Credentials, SeenApp};
pub use app_owner::AppOwner;
pub use check::{OpenedApp, PairCheck, check_api_key, check_pair};
pub use entered::{EnteredValue, Shape, is_quote, without_unseen};
pub use error::{Error, FieldError, Found, Source, Step};
pub use instance::Instance;
pub use network::Network;
pub use recognise::{Recognised, recognise};
pub use sign_in::SignIn;
pub use store_form::{FieldChoice, FieldKind, FormField, StoreForm};
pub use store_list::SeenStore;
pub use time_slot::TimeSlot;
pub use walk::{EntryAnswer, Proof, StoreAnswer, TokenAnswer, Trouble, Walk, WhoAnswer, walk};
pub use web_session::{CertificateProblem, Limits};
