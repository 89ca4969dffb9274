//! Check all: every key of a connection or of all, one after the other, and the gentle check that
//! the program does by itself.

use crate::check::{By, check, check_key};
use crate::{Context, Error};
use inventory::Inventory;
use keys::{ConnectionId, KeyStatus, Moment};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

/// What checking all found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// Keys that were checked.
    pub checked: usize,
    /// Of these, those that work.
    pub works: usize,
    /// Of these, those that do not.
    pub trouble: usize,
    /// Keys that were left out, because their secret is not in the keychain.
    pub without_secret: usize,
    /// Names of the connections whose server was not reached.
    pub unreached: Vec<String>,
    /// Whether it was stopped.
    pub stopped: bool,
}

/// Checks every key, `progress` hears how many of how many. A server that is not reached is not
/// asked for its other keys: they keep what is known of them. What the keychain does not give now
/// is left out; a keychain that is closed ends it.
pub async fn check_all(
    context: &Context,
    connection: Option<ConnectionId>,
    progress: &(dyn Fn(usize, usize) + Send + Sync),
    stop: &AtomicBool,
) -> Result<Checks, Error> {
    let inventory: &Inventory = &context.inventory;
    let keys = inventory.keys_with_secret(connection)?;
    let mut checks = Checks {
        without_secret: inventory.keys_without_secret(connection)?,
        ..Checks::default()
    };
    let mut unreached = BTreeSet::new();
    for (done, key) in keys.iter().enumerate() {
        progress(done, keys.len());
        if stop.load(Ordering::Relaxed) {
            checks.stopped = true;
            break;
        }
        if unreached.contains(&key.connection) {
            continue;
        }
        match check_key(context, key.id).await {
            Ok(KeyStatus::Works) => {
                checks.checked += 1;
                checks.works += 1;
            }
            Ok(_) => {
                checks.checked += 1;
                checks.trouble += 1;
            }
            Err(Error::Server { .. } | Error::Site { .. }) => {
                unreached.insert(key.connection);
            }
            Err(Error::SecretNotStored | Error::SecretChanged) => checks.without_secret += 1,
            // Forgotten meanwhile.
            Err(Error::RecordGone) => {}
            Err(error) => return Err(error),
        }
    }
    progress(keys.len(), keys.len());
    for id in unreached {
        if let Some(connection) = inventory.connection(id)? {
            checks.unreached.push(connection.name);
        }
    }
    Ok(checks)
}

/// Checks the one key that has waited longest, if any was last looked at before `since`. Tells
/// which connection it belongs to. Each check leaves a token on the server (contract 6.5), so the
/// caller sets the pace.
pub async fn check_next(context: &Context, since: Moment) -> Result<Option<ConnectionId>, Error> {
    let Some(key) = context.inventory.keys_to_check(since)?.into_iter().next() else {
        return Ok(None);
    };
    match check(context, key.id, By::Program).await {
        // Written down, and looked at again when its time comes.
        Ok(_)
        | Err(
            Error::Server { .. }
            | Error::Site { .. }
            | Error::SecretNotStored
            | Error::SecretChanged,
        ) => Ok(Some(key.connection)),
        Err(error) => Err(error),
    }
}
