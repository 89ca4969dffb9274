//! The practice co-op: a believable CoopCycle server on loopback, with its own state, switchable
//! failures and a readable history of requests.
//!
//! Written from the server contract alone; it shares no code with the client, so that a mistake of
//! the client cannot hide in both. Its cookies carry no `Secure`, because it speaks plain `http`.

mod act;
mod answer;
mod co_op;
mod error;
mod faults;
mod firewall;
mod history;
mod language;
mod mode;
mod multipart;
mod page;
mod random;
mod router;
mod routes;
mod seed;
mod server;
mod signature;
mod state;
mod stop;
mod town;
mod visit;

pub use act::Act;
pub use co_op::{CoOp, Options};
pub use error::Error;
pub use faults::{Fault, FaultKind};
pub use history::HistoryEntry;
pub use mode::Mode;
pub use server::run;
pub use state::accounts::Account;
pub use state::mails::Mail;
