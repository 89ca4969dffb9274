//! What the inventory knows of the key that was entered.

use super::values::Values;
use crate::fingerprint::fingerprint;
use crate::seen::{is_offered, is_secret_of};
use crate::session::connection;
use crate::{Context, Error};
use keys::{Act, ConnectionId, Identifier, Key, KeyType, Secret, ServerUrl, Store};

/// Far more than a key ever has.
const HISTORY: usize = 10_000;

/// How the Secret that was entered compares to what is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Print {
    /// It is the one we hold.
    Ours,
    /// It is that of the other pair which the server shows.
    Offered,
    /// It is another one, or nothing is recorded.
    Other,
}

/// A key of the inventory, with what matters here.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) key: Key,
    /// Its connection's address.
    pub(crate) url: ServerUrl,
    pub(crate) print: Print,
    pub(crate) store: Option<Store>,
    /// Whether its history tells of a renewal.
    pub(crate) was_renewed: bool,
}

impl Known {
    pub(crate) fn read(
        context: &Context,
        key: Key,
        url: ServerUrl,
        print: Print,
    ) -> Result<Self, Error> {
        let store = match key.store {
            Some(store) => context.inventory.store(store)?,
            None => None,
        };
        let lines = context.inventory.history_of_key(key.id, HISTORY)?;
        let was_renewed = lines
            .iter()
            .any(|line| matches!(line.act, Act::Renewed | Act::RenewedElsewhere));
        Ok(Self {
            key,
            url,
            print,
            store,
            was_renewed,
        })
    }
}

/// Finds the key meant by the values, on the connection that was entered before any other. Notes
/// that the halves are swapped where only the inventory can tell.
pub(crate) fn of_values(
    context: &Context,
    values: &mut Values,
    entered: Option<ConnectionId>,
) -> Result<Option<Known>, Error> {
    let mut order: Vec<ConnectionId> = Vec::from_iter(entered);
    let connections = context.inventory.connections()?;
    order.extend(
        connections
            .iter()
            .map(|connection| connection.id)
            .filter(|id| Some(*id) != entered),
    );
    if let Some(value) = values.api_key() {
        // Who has both needs the pair: the Identifier tells which.
        let found = match find(context, &order, values.identifier.as_identifier().as_ref())? {
            Some(found) => Some(found),
            None => find_api_key(context, &order, value)?,
        };
        return known(context, found, value);
    }
    if let Some(found) = find(context, &order, values.identifier().as_ref())? {
        return known(context, Some(found), values.secret());
    }
    if !values.swapped
        && let Some(found) = find(context, &order, values.secret.as_identifier().as_ref())?
    {
        values.swapped = true;
        return known(context, Some(found), values.secret());
    }
    let found = find_by_secret(context, &order, values.secret())?;
    known(context, found, values.secret())
}

fn known(context: &Context, key: Option<Key>, secret: &Secret) -> Result<Option<Known>, Error> {
    let Some(key) = key else { return Ok(None) };
    let url = connection(context, key.connection)?.url;
    let print = if is_secret_of(&key, secret) {
        Print::Ours
    } else if is_offered(&key, secret) {
        Print::Offered
    } else {
        Print::Other
    };
    Known::read(context, key, url, print).map(Some)
}

fn find(
    context: &Context,
    order: &[ConnectionId],
    identifier: Option<&Identifier>,
) -> Result<Option<Key>, Error> {
    let Some(identifier) = identifier else {
        return Ok(None);
    };
    for id in order {
        if let Some(key) = context.inventory.key_by_identifier(*id, identifier)? {
            return Ok(Some(key));
        }
    }
    Ok(None)
}

fn find_api_key(
    context: &Context,
    order: &[ConnectionId],
    value: &Secret,
) -> Result<Option<Key>, Error> {
    let print = fingerprint(value);
    for id in order {
        if let Some(key) = context.inventory.key_by_fingerprint(*id, &print)? {
            return Ok(Some(key));
        }
    }
    Ok(None)
}

/// The key whose Secret it is, though its Identifier was not entered: that was mistaken, or is the
/// one of the other pair that the server shows.
fn find_by_secret(
    context: &Context,
    order: &[ConnectionId],
    secret: &Secret,
) -> Result<Option<Key>, Error> {
    if secret.is_empty() {
        return Ok(None);
    }
    for id in order {
        let keys = context.inventory.keys(*id)?;
        let found = keys
            .into_iter()
            .filter(|key| key.key_type == KeyType::OAuth)
            .find(|key| is_secret_of(key, secret) || is_offered(key, secret));
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}
