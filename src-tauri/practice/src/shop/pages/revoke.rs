//! Revoking one key by its link, and several by the form of the list (contract 8).

use axum::response::Response;

use super::{die, rows};
use crate::shop::asked::Asked;
use crate::shop::nonces::{self, Purpose};
use crate::shop::records::{Records, consumer_keys};
use crate::shop::reply;
use crate::stop::Stop;

/// `&revoke-key=ID`. A key that is gone and one that is not theirs look the same.
pub(crate) fn one(records: &Records, asked: &Asked, id: i64) -> Result<Response, Stop> {
    let viewer = asked.user.clone().ok_or(Stop::Denied)?;
    let nonce = asked.either("_wpnonce");
    if !nonces::is_good(records, asked, Purpose::RevokeKey, nonce)? {
        return die::with(asked, 403, "link_expired");
    }
    let key = consumer_keys::find(records, id)?.filter(|key| key.owner != 0);
    let Some(key) = key else {
        return die::with(asked, 500, "not_revocable");
    };
    if !rows::may_touch(records, &viewer, &key)? {
        return die::with(asked, 500, "not_revocable");
    }
    consumer_keys::revoke(records, id)?;
    Ok(reply::redirect(&asked.keys_url("&revoked=1")))
}

/// The form with `action=revoke`. Of its two nonces the last counts.
pub(crate) fn several(records: &Records, asked: &Asked, ids: &[i64]) -> Result<Response, Stop> {
    let viewer = asked.user.clone().ok_or(Stop::Denied)?;
    let nonce = asked.field("_wpnonce");
    if !nonces::is_good(records, asked, Purpose::Settings, nonce)? {
        return die::with(asked, 403, "link_expired");
    }
    if !viewer.may_remove_people() {
        return die::with(asked, 500, "not_revocable");
    }
    let mut revoked = 0;
    for id in ids {
        if consumer_keys::revoke(records, *id)? {
            revoked += 1;
        }
    }
    Ok(reply::redirect(
        &asked.keys_url(&format!("&revoked={revoked}")),
    ))
}
