//! Export: chosen connections with their keys, in one file that a passphrase opens.

use crate::hand_over::{off_thread, write_beside};
use crate::reveal::secret_of;
use crate::{Context, Error};
use keys::{Connection, ConnectionId, Key, KeyType, Secret, ServerAppId};
use std::path::{Path, PathBuf};
use transfer::{Parcel, ParcelConnection, ParcelConsumer, ParcelHandover, ParcelKey};

/// An export that was written.
#[derive(Debug)]
pub struct Export {
    /// Its file.
    pub path: PathBuf,
    /// What opens it. It is kept nowhere.
    pub passphrase: Secret,
    /// How many keys are in it.
    pub keys: usize,
    /// How many secrets are in it.
    pub secrets: usize,
    /// How many secrets were wanted but are not in the keychain.
    pub missing: usize,
}

/// Writes an export into a folder. With secrets a closed keychain ends it before anything is
/// written; a single secret that is not there is counted. `progress` hears how many keys of how
/// many.
pub async fn export_connections(
    context: &Context,
    connections: &[ConnectionId],
    with_secrets: bool,
    folder: &Path,
    progress: &(dyn Fn(usize, usize) + Send + Sync),
) -> Result<Export, Error> {
    let mut parcel = Parcel {
        made_at: context.now(),
        made_by: context.who().to_owned(),
        connections: Vec::new(),
    };
    let (mut secrets, mut missing) = (0, 0);
    let mut chosen = Vec::new();
    for id in connections {
        let mut keys = context.inventory.keys(*id)?;
        // Of a consumer key that was only seen in a list, the site tells more than a file could.
        keys.retain(|key| {
            let is_only_seen = key.key_type == KeyType::Consumer && key.identifier.is_none();
            key.forgotten_at.is_none() && !is_only_seen
        });
        chosen.push((crate::session::connection(context, *id)?, keys));
    }
    let total = chosen.iter().map(|(_, keys)| keys.len()).sum();
    let mut done = 0;
    for (connection, records) in chosen {
        let mut keys = Vec::new();
        for key in records {
            progress(done, total);
            done += 1;
            let secret = if with_secrets {
                match secret_of(context, &key).await {
                    Ok(secret) => Some(secret),
                    Err(Error::SecretNotStored | Error::SecretChanged) => {
                        missing += 1;
                        None
                    }
                    Err(error) => return Err(error),
                }
            } else {
                None
            };
            secrets += usize::from(secret.is_some());
            keys.push(parcel_key(context, &key, secret)?);
        }
        parcel.connections.push(parcel_connection(connection, keys));
    }
    progress(total, total);
    if parcel.connections.is_empty() {
        return Err(Error::NothingToExport);
    }
    let passphrase = sealed::generate_passphrase();
    let words = passphrase.clone();
    let bytes = off_thread(move || sealed::seal(&transfer::write(&parcel), &words)).await??;
    let path = write_beside(folder, "saddlebag-export.age", bytes).await?;
    Ok(Export {
        path,
        passphrase,
        keys: total,
        secrets,
        missing,
    })
}

fn parcel_connection(connection: Connection, keys: Vec<ParcelKey>) -> ParcelConnection {
    ParcelConnection {
        url: connection.url.as_str().to_owned(),
        name: connection.name,
        kind: connection.kind,
        colour: connection.colour.number(),
        username: connection.username,
        site: connection.site,
        keys,
    }
}

fn parcel_key(context: &Context, key: &Key, secret: Option<Secret>) -> Result<ParcelKey, Error> {
    let handovers = context.inventory.handovers_of(key.id)?;
    Ok(ParcelKey {
        server_id: Some(key.server_id)
            .filter(|id| id.is_known())
            .map(|ServerAppId(id)| id),
        app_name: key.app_name.clone(),
        local_name: key.local_name.clone(),
        key_type: key.key_type,
        store_name: key.store_name.clone(),
        scopes: key.scopes.clone(),
        identifier: key
            .identifier
            .as_ref()
            .map(|identifier| identifier.as_str().to_owned()),
        secret,
        note: key.note.clone(),
        archived: key.archived_at.is_some(),
        consumer: key.consumer.as_ref().map(|known| ParcelConsumer {
            permission: known.permission,
            owner: known.owner.clone(),
            ending: known.ending.clone(),
            secret_lost: known.secret_lost,
        }),
        handovers: handovers
            .into_iter()
            .map(|given| ParcelHandover {
                person: given.told.person,
                channel: given.told.channel,
                platform: given.told.platform,
                language: given.told.language,
                at: given.at,
                confirmed_at: given.confirmed_at,
                fingerprint: given.told.fingerprint,
            })
            .collect(),
    })
}
