//! The practice servers on loopback, each with its own state, switchable failures and a readable
//! history of requests: the practice co-op, a believable CoopCycle server, and the practice shop
//! ([`Shop`]), a believable WordPress with WooCommerce.
//!
//! Written from the server contracts alone; they share no code with the clients, so that a mistake
//! of a client cannot hide in both. They share what serves, spoils and remembers requests with each
//! other.
//!
//! Where the contract leaves a choice or loopback forces one, the co-op does this (the choices of
//! the shop stand at the head of `shop.rs`):
//!
//! - cookies carry no `Secure`, because it speaks plain `http`; `REMEMBERME` comes in one line, and a
//!   former value revives until it expires;
//! - alerts and flash messages are shown once; signing out leads to an absolute URL, `/admin`,
//!   `/dashboard` and `/profile/edit` are paths;
//! - tokens are signed HS256 with a key of its own, since only the server checks them;
//! - the register of companies knows every number whose digits add up, but fourteen zeros;
//! - `/api/me` is 404 for a pair that belongs to no app any more, unless [`OrphanAnswer`] says
//!   otherwise; what is bound to a Store is 500 for it;
//! - a Store's deliveries come newest first in pages like those of Stores; couriers do not see them;
//! - the time slot that the operator sets is the only one of the Store, in the list as well;
//! - [`FaultKind::Maintenance`] lets no role pass and spares the paths that maintenance leaves open;
//! - [`FaultKind::Redirect`] keeps path and query behind an address without a path, and goes to an
//!   address with one exactly, even if its path is just `/`;
//! - the history names a form's fields but shows only the values of `grant_type` and `scope`, and of
//!   an `Authorization` only the word `Basic` or `Bearer`; whatever is too long or too strange for
//!   what it should be is shown as `…`;
//! - a connection is refused by closing it once the request is read, since its port stays open;
//! - failures, history and the clock are not kept over a restart, everything else is;
//! - an app that the operator deletes takes its pair with it, until it is put back.
//!
//! `/practice/…` steers it over HTTP. What is posted there must say that it is JSON, so that no form
//! of a web page can steer it; `POST /practice/reset` takes `{}`.

mod act;
mod answer;
mod clock;
mod co_op;
mod co_op_site;
mod error;
mod faults;
mod firewall;
mod history;
mod language;
mod made;
mod mode;
mod multipart;
mod page;
mod random;
mod router;
mod routes;
mod seed;
mod server;
mod shop;
mod shown;
mod signature;
mod site;
mod spoilt;
mod state;
mod stop;
mod town;
mod visit;

pub use act::Act;
pub use co_op::{CoOp, Options};
pub use error::Error;
pub use faults::{Fault, FaultKind};
pub use history::{Field, HistoryEntry};
pub use made::{AppNow, Made, StoreNow, What};
pub use mode::{Mode, OrphanAnswer};
pub use server::{run, run_shop};
pub use shop::{
    Flavour, KeyNow, Permalinks, Permission, RestGuard, SecondFactor, Shop, ShopAct, ShopLanguage,
    ShopMode, ShopOptions, ShopRole, ShopUser,
};
pub use site::Scheme;
pub use state::accounts::Account;
pub use state::mails::Mail;
