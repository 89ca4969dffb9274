//! A browser's manners for servers whose pages have no API: cookies, forms, redirects, pace,
//! limits of size and time, and causes of failure.
//!
//! What a page means is the business of the client rooms.

mod body;
mod browser;
mod dns;
mod error;
mod form;
mod gate;
mod jar;
mod limits;
mod network;
pub mod page;
mod redirect;
mod reply;
mod request;
mod step;

pub use browser::Browser;
pub use error::{Cause, CertificateProblem, Error};
pub use form::{Choice, Control, FillError, Form, Kind};
pub use limits::Limits;
pub use network::Network;
pub use redirect::Target;
pub use reply::{Media, Reply};
pub use request::Request;
pub use step::Step;
