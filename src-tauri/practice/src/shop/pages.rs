//! The pages of the shop, one file per page.

pub(crate) mod admin;
pub(crate) mod ajax;
pub(crate) mod attempt;
pub(crate) mod die;
pub(crate) mod home;
pub(crate) mod key;
pub(crate) mod keys;
pub(crate) mod login;
pub(crate) mod revoke;
pub(crate) mod rows;
pub(crate) mod second_factor;
