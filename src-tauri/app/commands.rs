//! One function for each command of the contract: unpack, one operation, convert the result.
//!
//! Every one is asynchronous: a synchronous command would run on the window's own thread, and a
//! waiting keychain would freeze it.

pub(crate) mod activity;
pub(crate) mod attention;
pub(crate) mod backups;
pub(crate) mod checks;
pub(crate) mod clipboard;
pub(crate) mod connections;
pub(crate) mod consumer_keys;
pub(crate) mod differences;
pub(crate) mod drafts;
pub(crate) mod handing;
pub(crate) mod keychain;
pub(crate) mod keys;
pub(crate) mod practice;
pub(crate) mod practice_shop;
pub(crate) mod questions;
pub(crate) mod rotations;
pub(crate) mod settings;
pub(crate) mod sites;
pub(crate) mod stores;
pub(crate) mod transfer;
pub(crate) mod window;

use contract::Problem;

/// What every command answers.
pub(crate) type Reply<T> = Result<T, Problem>;
