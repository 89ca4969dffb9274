//! Nonces: ten digits that prove a page of the same person, session and purpose was seen, for 12 to 24
//! hours (contract 5).

use super::asked::Asked;
use super::records::Records;
use super::records::settings;
use crate::error::Error;
use crate::signature;

/// Half the longest life of a nonce, in seconds.
const TICK: i64 = 12 * 60 * 60;

/// What a nonce is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Creating and updating a key by ajax.
    UpdateKey,
    /// Revoking one key.
    RevokeKey,
    /// The field of the list's table, which nothing reads.
    Table,
    /// The settings form, and with it revoking several keys.
    Settings,
    /// Looking for owners.
    SearchCustomers,
    /// Signing out.
    LogOut,
    /// The REST API with cookies.
    Rest,
}

impl Purpose {
    fn as_word(self) -> &'static str {
        match self {
            Self::UpdateKey => "update-api-key",
            Self::RevokeKey => "revoke",
            Self::Table => "bulk-keys",
            Self::Settings => "woocommerce-settings",
            Self::SearchCustomers => "search-customers",
            Self::LogOut => "log-out",
            Self::Rest => "wp_rest",
        }
    }
}

/// A nonce for who asks.
pub(crate) fn make(records: &Records, asked: &Asked, purpose: Purpose) -> Result<String, Error> {
    at(records, asked, purpose, asked.now / TICK)
}

/// Whether what was given is a nonce for who asks.
pub(crate) fn is_good(
    records: &Records,
    asked: &Asked,
    purpose: Purpose,
    given: Option<&str>,
) -> Result<bool, Error> {
    let Some(given) = given else {
        return Ok(false);
    };
    let tick = asked.now / TICK;
    Ok(given == at(records, asked, purpose, tick)?
        || given == at(records, asked, purpose, tick - 1)?)
}

fn at(records: &Records, asked: &Asked, purpose: Purpose, tick: i64) -> Result<String, Error> {
    let user = asked.user.as_ref().map_or(0, |user| user.id);
    let text = format!("{tick}|{}|{user}|{}", purpose.as_word(), asked.token);
    let mut proof = signature::sign_hex(&settings::signing_key(records)?, &text);
    proof.truncate(10);
    Ok(proof)
}
