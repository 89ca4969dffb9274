//! Diagnose: why a key does not work where it was entered.
//!
//! The values are looked at first, then what the inventory knows, then the server; the judgement
//! on all of it does no I/O. Only servers that somebody added, and this machine, are asked: a pasted
//! Secret goes nowhere else.

mod base_url;
mod judgement;
mod knowledge;
mod plugin;
mod refusal;
mod site;
mod steps;
mod values;

use crate::reveal::secret_of;
use crate::session::connection;
use crate::{Context, Error};
use coopcycle::{OpenedApp, Proof, Walk, WhoAnswer};
use judgement::Case;
use keys::{ConnectionId, Diagnosis, KeyId, KeyType, Secret, ServerUrl};
use knowledge::{Known, Print};
use values::{Meant, Values};

pub use site::ask_in_address;

/// Three values as a web developer entered them. Any of them may be a secret, were it only by
/// mistake, so none can be printed.
pub struct EnteredValues {
    /// *Base URL*.
    pub base_url: String,
    /// *API Key*.
    pub identifier: String,
    /// *API Secret*.
    pub secret: Secret,
}

/// What a diagnosis found, and which key of the inventory it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosed {
    /// The causes, and how they were told.
    pub diagnosis: Diagnosis,
    /// The key, when it is known.
    pub key: Option<KeyId>,
}

/// Tells why three values do not work, or that they do.
pub async fn diagnose_values(
    context: &Context,
    entered: EnteredValues,
) -> Result<Diagnosed, Error> {
    if site::is_meant(&entered) {
        return site::of_values(context, entered).await;
    }
    let identifier = Secret::new(entered.identifier.clone());
    let mut values = Values::look_at(entered.base_url.clone(), &identifier, &entered.secret);
    let connections = context.inventory.connections()?;
    let place = base_url::place(&values.base, &connections);
    let known = knowledge::of_values(context, &mut values, place.connection())?;
    if known.is_none() && site::is_at_site(&entered.base_url, &connections) {
        // Whatever it is, a site is not asked in the way of an instance.
        return site::of_values(context, entered).await;
    }
    let key = known.as_ref().map(|known| known.key.id);
    let target = place.target(known.as_ref().map(|known| &known.url));
    let walk = match &target {
        Some(url) => Some(go(context, url, &values.meant()).await?),
        None => None,
    };
    let asked = known
        .as_ref()
        .map(|known| known.key.connection)
        .or(place.connection());
    let is_refreshed = connections
        .iter()
        .any(|connection| Some(connection.id) == asked && connection.refreshed_at.is_some());
    let case = Case {
        opened: opened(context, asked, walk.as_ref())?,
        values: Some((&values, &place)),
        known,
        walk,
        is_refreshed,
    };
    let diagnosis = judgement::judge(&case);
    Ok(Diagnosed { diagnosis, key })
}

/// Tells why a key of the inventory does not work, or that it does.
pub async fn diagnose_key(context: &Context, key: KeyId) -> Result<Diagnosed, Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    if record.key_type == KeyType::Consumer {
        return site::of_key(context, record).await;
    }
    let connection = connection(context, record.connection)?;
    let secret = secret_of(context, &record).await?;
    let meant = match (record.key_type, record.identifier.clone()) {
        (KeyType::OAuth, Some(identifier)) => Meant::Pair(identifier, secret),
        _ => Meant::ApiKey(secret),
    };
    let walk = go(context, &connection.url, &meant).await?;
    let case = Case {
        opened: opened(context, Some(connection.id), Some(&walk))?,
        values: None,
        known: Some(Known::read(context, record, connection.url, Print::Ours)?),
        walk: Some(walk),
        is_refreshed: connection.refreshed_at.is_some(),
    };
    let diagnosis = judgement::judge(&case);
    let key = Some(key);
    Ok(Diagnosed { diagnosis, key })
}

async fn go(context: &Context, url: &ServerUrl, meant: &Meant) -> Result<Walk, Error> {
    let proof = match meant {
        Meant::Pair(identifier, secret) => Proof::Pair(identifier, secret),
        Meant::ApiKey(key) => Proof::ApiKey(key),
        Meant::Nothing => Proof::Nothing,
    };
    let walked = coopcycle::walk(url, proof, context.network()).await;
    walked.map_err(|source| Error::Server {
        host: url.host().to_owned(),
        source,
    })
}

/// What the Store that was opened is called here; without a Store of ours, its app's name.
fn opened(
    context: &Context,
    connection: Option<ConnectionId>,
    walk: Option<&Walk>,
) -> Result<Option<String>, Error> {
    let Some(WhoAnswer::App(OpenedApp { name, store })) = walk.and_then(|walk| walk.who.as_ref())
    else {
        return Ok(None);
    };
    let store = match (connection, store) {
        (Some(connection), Some(id)) => context.inventory.store_by_server_id(connection, *id)?,
        _ => None,
    };
    Ok(Some(store.map_or_else(|| name.clone(), |store| store.name)))
}
