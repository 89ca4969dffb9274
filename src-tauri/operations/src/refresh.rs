//! Refresh: what the server has now, into the inventory and the keychain. Deletes no record.

use crate::bring_secrets::{Trust, secrets_shown, store_secrets, take_dead};
use crate::context::{Progress, Stage};
use crate::look_at_site::{look_at_facts, look_at_site};
use crate::offer;
use crate::reconcile::{Settled, settle};
use crate::reveal::{consumer_key_entry, secret_entry};
use crate::seen::{is_secret_of, keep_secret, key_of_detail, key_of_row, store_of_row};
use crate::session::{ask, connection};
use crate::{Context, Error};
use coopcycle::{AppOwner, SeenApp};
use inventory::{SeenKey, SeenStore};
use keys::{Connection, ConnectionId, Key, KeyId, KeyType, Scope, ServerAppId, SessionState};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Consumer keys whose permission somebody else changed.
    pub permission_changed: usize,
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
    /// Keys whose new pair took the place of ours, which was proved dead.
    pub taken: usize,
    /// Things we had asked for, found now after their reply was lost.
    pub found: usize,
    /// Things we had asked for that were never done.
    pub never_done: usize,
}

/// What a whole look at a server told.
pub(crate) struct Looked {
    pub(crate) report: Report,
    pub(crate) settled: Vec<Settled>,
    /// Secrets the server shows.
    pub(crate) shown: usize,
}

/// Reads Stores and keys. An account without `ROLE_ADMIN` still gets its Stores; the connection
/// then says that the role is missing.
pub async fn refresh(
    context: &Context,
    id: ConnectionId,
    progress: Progress<'_>,
) -> Result<Report, Error> {
    let _turn = context.turn(id).await;
    let known = connection(context, id)?;
    if known.kind.is_site() {
        look_at_facts(context, &known).await?;
    }
    let looked = look(context, id, progress, Trust::Records).await?;
    Ok(looked.report)
}

/// The same for who has the connection's turn already.
pub(crate) async fn look(
    context: &Context,
    id: ConnectionId,
    progress: Progress<'_>,
    trust: Trust,
) -> Result<Looked, Error> {
    let connection = connection(context, id)?;
    if connection.kind.is_site() {
        return look_at_site(context, &connection, progress).await;
    }
    let mut looked = Looked {
        report: Report::default(),
        settled: Vec::new(),
        shown: 0,
    };
    let report = &mut looked.report;
    read_stores(context, &connection, progress, report).await?;
    progress(Stage::Keys, 0, None);
    let apps = ask(context, &connection, async |instance| instance.apps().await).await;
    let apps = match apps {
        Err(Error::NotAdmin(_)) => {
            context.inventory.set_refreshed(id, context.now())?;
            return Ok(looked);
        }
        apps => apps?,
    };
    if connection.session == SessionState::NotAdmin {
        context.inventory.set_session(id, SessionState::SignedIn)?;
    }
    record_keys(context, &connection, &apps, report).await?;
    let shown = secrets_shown(context, &connection, &apps)?;
    looked.shown = shown.len();
    store_secrets(context, &connection, &shown, trust, progress, report).await?;
    take_dead(context, &connection, &shown, report).await?;
    read_details(context, &connection, progress).await?;
    looked.settled = settle(context, &connection)?;
    report.found = looked.settled.iter().filter(|one| one.is_done()).count();
    report.never_done = looked.settled.iter().filter(|one| one.is_never()).count();
    context.inventory.set_refreshed(id, context.now())?;
    Ok(looked)
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

async fn record_keys(
    context: &Context,
    connection: &Connection,
    apps: &[SeenApp],
    report: &mut Report,
) -> Result<(), Error> {
    let before = context.inventory.keys(connection.id)?;
    let known: BTreeMap<_, &Key> = before.iter().map(|key| (key.server_id, key)).collect();
    let seen: Vec<_> = apps
        .iter()
        .map(|app| key_of_row(app, known.get(&app.server_id).copied()))
        .collect();
    let changes = context
        .inventory
        .record_keys(connection.id, true, &seen, context.now())?;
    for (key, former) in &changes.adopted {
        move_home(context, connection, *key, *former).await?;
    }
    report.new_keys = changes.new.len();
    report.renewed = changes.renewed.len();
    report.replaced = changes.replaced.len();
    report.renamed = changes.renamed.len();
    report.gone = changes.gone.len();
    report.back = changes.back.len();
    for key in before.iter().filter(|key| key.offered.is_some()) {
        offer::sweep(context, connection, key).await?;
    }
    Ok(())
}

/// A key that was brought in from a file is called by the server's number from now on, in the
/// keychain too. While that cannot be written the record says that the secret is not stored, and
/// the next refresh stores what the server shows.
pub(crate) async fn move_home(
    context: &Context,
    connection: &Connection,
    key: KeyId,
    former: ServerAppId,
) -> Result<(), Error> {
    let key = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    let former = Key {
        server_id: former,
        ..key.clone()
    };
    let Some(known) = &key.secret else {
        return Ok(());
    };
    let unsaid = || {
        let inventory = &context.inventory;
        inventory.set_secret_stored(key.id, &known.fingerprint, None)
    };
    unsaid()?;
    let old_entry = secret_entry(connection, &former);
    match context.keychain.read(&old_entry).await {
        Ok(Some(secret)) if is_secret_of(&key, &secret) => {
            match keep_secret(context, connection, &key, &secret).await {
                Ok(()) | Err(Error::Keychain(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(_) | Err(_) => {}
    }
    // A closed keychain keeps an entry that no record names any more; the server still shows the
    // secret.
    let _ = context.keychain.delete(&old_entry).await;
    if former.key_type == KeyType::Consumer {
        let old_half = consumer_key_entry(connection, &former);
        let _ = context.keychain.delete(&old_half).await;
    }
    Ok(())
}

/// Reads the pages of keys whose Store or scopes are not known: new ones, replaced ones, and those
/// of which a file told the name of their Store alone.
async fn read_details(
    context: &Context,
    connection: &Connection,
    progress: Progress<'_>,
) -> Result<(), Error> {
    let mut unknown = context.inventory.keys(connection.id)?;
    unknown.retain(|key| key.presence == keys::Presence::OnServer);
    let stores = context.inventory.stores(Some(connection.id))?;
    let names: BTreeSet<&str> = stores.iter().map(|store| store.name.as_str()).collect();
    unknown.retain(|key| {
        key.scopes.is_none() || key.store.is_none() && names.contains(key.store_name.as_str())
    });
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
        if is_maybe_of_a_restaurant(&seen) {
            let owner = ask(context, connection, async move |instance| {
                instance.app_store(server_id).await
            })
            .await;
            match owner {
                Ok(AppOwner::Shop) => seen.scopes = Some(vec![Scope::Orders]),
                Ok(AppOwner::Nobody | AppOwner::Store(_))
                | Err(Error::Server {
                    source: coopcycle::Error::NotFound,
                    ..
                }) => {}
                Err(error) => return Err(error),
            }
        }
        // Older servers show no scopes; then the key has both (contract 9).
        seen.scopes
            .get_or_insert_with(|| vec![Scope::Deliveries, Scope::Tasks]);
        context
            .inventory
            .record_keys(connection.id, false, &[seen], context.now())?;
    }
    Ok(())
}

/// The page of a restaurant's key shows no Store and none of its scopes (contract 5.4): it looks
/// like one that may do everything.
fn is_maybe_of_a_restaurant(seen: &SeenKey) -> bool {
    let no_scope = seen.scopes.as_ref().is_some_and(Vec::is_empty);
    no_scope && seen.key_type == KeyType::OAuth && seen.store == Some(None)
}
