//! Refresh: what the server has now, into the inventory and the keychain. Deletes no record.

use crate::context::{Progress, Stage};
use crate::seen::{is_stored, key_of_detail, key_of_row, secret_in, store_of_row, store_secret};
use crate::session::{ask, connection};
use crate::{Context, Error, reconcile};
use coopcycle::SeenApp;
use inventory::SeenStore;
use keys::{Connection, ConnectionId, Key, SessionState};

/// What a refresh found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Keys seen for the first time.
    pub new_keys: usize,
    /// Keys whose secret somebody else renewed.
    pub renewed: usize,
    /// Keys whose pair was replaced by an edit on the server.
    pub replaced: usize,
    /// Keys renamed on the server.
    pub renamed: usize,
    /// Keys the server has no more.
    pub gone: usize,
    /// Keys that are back.
    pub back: usize,
    /// Stores seen for the first time.
    pub new_stores: usize,
    /// Stores the server has no more.
    pub gone_stores: usize,
    /// Secrets put into the keychain.
    pub secrets_stored: usize,
    /// Secrets the keychain did not take.
    pub secrets_waiting: usize,
}

/// Reads Stores and keys. An account without `ROLE_ADMIN` still gets its Stores; the connection
/// then says that the role is missing.
pub async fn refresh(
    context: &Context,
    id: ConnectionId,
    progress: Progress<'_>,
) -> Result<Report, Error> {
    let connection = connection(context, id)?;
    let mut report = Report::default();
    read_stores(context, &connection, progress, &mut report).await?;
    progress(Stage::Keys, 0, None);
    let apps = ask(context, &connection, async |instance| instance.apps().await).await;
    let apps = match apps {
        Err(Error::NotAdmin(_)) => {
            context.inventory.set_refreshed(id, context.now())?;
            return Ok(report);
        }
        apps => apps?,
    };
    if connection.session == SessionState::NotAdmin {
        context.inventory.set_session(id, SessionState::SignedIn)?;
    }
    record_keys(context, &connection, &apps, &mut report)?;
    store_secrets(context, &connection, &apps, progress, &mut report).await?;
    read_details(context, &connection, progress).await?;
    reconcile::finish_intents(context, &connection)?;
    context.inventory.set_refreshed(id, context.now())?;
    Ok(report)
}

async fn read_stores(
    context: &Context,
    connection: &Connection,
    progress: Progress<'_>,
    report: &mut Report,
) -> Result<(), Error> {
    progress(Stage::Stores, 0, None);
    let stores = ask(context, connection, async |instance| {
        instance
            .stores(&|done, total| progress(Stage::Stores, done, total))
            .await
    })
    .await?;
    let seen: Vec<SeenStore> = stores.into_iter().map(store_of_row).collect();
    let changes = context
        .inventory
        .record_stores(connection.id, true, &seen, context.now())?;
    report.new_stores = changes.new.len();
    report.gone_stores = changes.gone.len();
    Ok(())
}

fn record_keys(
    context: &Context,
    connection: &Connection,
    apps: &[SeenApp],
    report: &mut Report,
) -> Result<(), Error> {
    let known = context.inventory.keys(connection.id)?;
    let seen: Vec<_> = apps
        .iter()
        .map(|app| key_of_row(app, known.iter().find(|key| key.server_id == app.server_id)))
        .collect();
    let changes = context
        .inventory
        .record_keys(connection.id, true, &seen, context.now())?;
    report.new_keys = changes.new.len();
    report.renewed = changes.renewed.len();
    report.replaced = changes.replaced.len();
    report.renamed = changes.renamed.len();
    report.gone = changes.gone.len();
    report.back = changes.back.len();
    Ok(())
}

/// Writes only what is new or changed: gnome-keyring rewrites its whole file for each write.
async fn store_secrets(
    context: &Context,
    connection: &Connection,
    apps: &[SeenApp],
    progress: Progress<'_>,
    report: &mut Report,
) -> Result<(), Error> {
    let keys = context.inventory.keys(connection.id)?;
    let by_id: std::collections::HashMap<_, &Key> =
        keys.iter().map(|key| (key.server_id, key)).collect();
    let waiting: Vec<_> = apps
        .iter()
        .filter_map(|app| Some((*by_id.get(&app.server_id)?, secret_in(&app.credentials)?)))
        .filter(|(key, secret)| !is_stored(key, secret))
        .collect();
    for (done, (key, secret)) in waiting.iter().enumerate() {
        progress(Stage::Secrets, done, Some(waiting.len()));
        match store_secret(context, connection, key, secret).await {
            Ok(()) => report.secrets_stored += 1,
            // Without a keychain the records are still worth having. What was not stored is
            // tried again by the next refresh.
            Err(Error::Keychain(_)) => {
                report.secrets_waiting = waiting.len() - done;
                break;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Reads the pages of keys whose Store or scopes are not known: new ones and replaced ones.
async fn read_details(
    context: &Context,
    connection: &Connection,
    progress: Progress<'_>,
) -> Result<(), Error> {
    let mut unknown = context.inventory.keys(connection.id)?;
    unknown.retain(|key| key.scopes.is_none() && key.presence == keys::Presence::OnServer);
    for (done, key) in unknown.iter().enumerate() {
        progress(Stage::Details, done, Some(unknown.len()));
        let server_id = key.server_id;
        let detail = ask(context, connection, async move |instance| {
            instance.app(server_id).await
        })
        .await;
        let detail = match detail {
            // Gone since the list was read: the next refresh marks it.
            Err(Error::Server {
                source: coopcycle::Error::NotFound,
                ..
            }) => continue,
            detail => detail?,
        };
        let mut seen = key_of_detail(context, connection, &detail)?;
        if seen.store_name.is_empty() {
            seen.store_name.clone_from(&key.store_name);
        }
        // Older servers show no scopes; then the key has both (contract 9).
        seen.scopes
            .get_or_insert_with(|| vec![keys::Scope::Deliveries, keys::Scope::Tasks]);
        context
            .inventory
            .record_keys(connection.id, false, &[seen], context.now())?;
    }
    Ok(())
}
