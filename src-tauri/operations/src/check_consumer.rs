//! Check a consumer key: reading, then writing where nothing can be written (contract 7.5).

use crate::paste_key::permission_of;
use crate::session::{facts, site_error};
use crate::{Context, Error};
use keys::{Act, CheckResult, Connection, Identifier, Key, Permission, Secret};
use woocommerce::PairCheck;

/// What the site says to a pair, and what it may do. Nothing is sent over plain http.
pub(crate) async fn ask_about(
    context: &Context,
    connection: &Connection,
    identifier: &Identifier,
    secret: &Secret,
) -> Result<(CheckResult, Option<Permission>), Error> {
    let permalinks = facts(connection).permalinks;
    let network = context.network();
    let found =
        woocommerce::check_pair(&connection.url, permalinks, identifier, secret, network).await;
    let found = found.map_err(|source| site_error(connection, source))?;
    let result = match &found {
        PairCheck::Accepted(_) => CheckResult::Works,
        PairCheck::OwnerLacksRight => CheckResult::OwnerLacksRight,
        PairCheck::SecretRefused => CheckResult::Refused,
        PairCheck::NotRecognised => CheckResult::NotRecognised,
        PairCheck::PlainPermalinks { .. } => CheckResult::PlainPermalinks,
        PairCheck::NotWooCommerce => CheckResult::WrongInstance,
        PairCheck::PlainHttp => CheckResult::PlainHttp,
        PairCheck::RestClosed { status } => {
            let source = woocommerce::Error::RestClosed { status: *status };
            return Err(site_error(connection, source));
        }
    };
    Ok((result, permission_of(&found)))
}

/// What a check found of a key's permission counts, whatever the record said: it applies at once.
pub(crate) fn take_permission(
    context: &Context,
    key: &Key,
    found: Option<Permission>,
) -> Result<(), Error> {
    let known = key.consumer.as_ref().and_then(|known| known.permission);
    let Some(found) = found.filter(|found| known != Some(*found)) else {
        return Ok(());
    };
    context.inventory.set_permission(key.id, found)?;
    if known.is_some() {
        context.notice(key, Act::PermissionChangedElsewhere)?;
    }
    Ok(())
}
