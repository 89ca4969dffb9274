//! Keys: the list, one key, creation, check, reveal, renewal, notes.

use super::{Reply, activity};
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{
    KeyCreated, KeyDetail, KeyFilter, KeyForm, KeyPage, KeyQuery, KeyStatus, NewKey, Problem,
    RevealedSecret, SecretRenewed, StoreChoice,
};
use keys::{CheckResult, ConnectionId, KeyId, Scope, ServerStoreId, StoreId};
use operations::Context;
use tauri::{AppHandle, State};

/// How much history the detail shows.
const HISTORY_LIMIT: usize = 100;
/// The most rows one request gets.
const PAGE_LIMIT: u32 = 500;

fn query(query: &KeyQuery) -> inventory::KeyQuery {
    inventory::KeyQuery {
        text: query.text.clone(),
        connection: query.connection.map(ConnectionId),
        filter: match query.filter {
            KeyFilter::All => inventory::KeyFilter::All,
            KeyFilter::Store { store } => inventory::KeyFilter::Store(StoreId(store)),
            KeyFilter::Archived => inventory::KeyFilter::Archived,
        },
        offset: query.offset as usize,
        limit: query.limit.min(PAGE_LIMIT) as usize,
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn list_keys(shell: State<'_, Shell>, query: KeyQuery) -> Reply<KeyPage> {
    let rooms = shell.rooms()?;
    let page = rooms
        .inventory
        .list_keys(&self::query(&query))
        .map_err(problem::inventory)?;
    Ok(KeyPage {
        total: view::number(page.total),
        rows: page
            .rows
            .iter()
            .map(|row| {
                let marks = row.marks.iter().map(view::mark).collect();
                view::key_row(rooms, &row.key, row.store.clone(), marks)
            })
            .collect(),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn locate_key(
    shell: State<'_, Shell>,
    query: KeyQuery,
    key: i64,
) -> Reply<Option<u32>> {
    let inventory = &shell.rooms()?.inventory;
    let position = inventory.position_of_key(&self::query(&query), KeyId(key));
    Ok(position.map_err(problem::inventory)?.map(view::number))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn key_detail(shell: State<'_, Shell>, key: i64) -> Reply<KeyDetail> {
    let rooms = shell.rooms()?;
    let inventory = &rooms.inventory;
    let key = inventory
        .key(KeyId(key))
        .map_err(problem::inventory)?
        .ok_or(Problem::RecordGone)?;
    let connection = inventory
        .connection(key.connection)
        .map_err(problem::inventory)?;
    let connection = connection.ok_or(Problem::RecordGone)?;
    let store = match key.store {
        Some(store) => inventory.store(store).map_err(problem::inventory)?,
        None => None,
    };
    let history = inventory
        .history_of_key(key.id, HISTORY_LIMIT)
        .map_err(problem::inventory)?;
    let drift = inventory
        .drifts_of_key(key.id)
        .map_err(problem::inventory)?;
    let handovers = inventory.handovers_of(key.id).map_err(problem::inventory)?;
    operations::settle_rotations(rooms).map_err(problem::of)?;
    let rotation = inventory.rotation_of(key.id).map_err(problem::inventory)?;
    Ok(KeyDetail {
        row: view::row_of(rooms, &key)?,
        kind: view::kind(connection.kind),
        connection_name: connection.name.clone(),
        colour: connection.colour.number(),
        base_url: connection.url.as_str().to_owned(),
        server_id: key.server_id.0,
        app_name: key.app_name.clone(),
        local_name: key.local_name.clone(),
        scopes: key.scopes.as_ref().map(|scopes| {
            scopes
                .iter()
                .map(|scope| scope.as_value().to_owned())
                .collect()
        }),
        checked_at: key.check.as_ref().map(|(_, at)| at.0),
        unreached_at: key.unreached_at.map(|at| at.0),
        known_status: view::status(key.known_status()),
        opens: match &key.check {
            Some((CheckResult::OpensAnotherStore(name), _)) => Some(name.clone()),
            _ => None,
        },
        has_time_slot: store.as_ref().map(|store| store.has_time_slot),
        store_id: key.store.map(|store| store.0),
        drift: drift.iter().map(view::drift).collect(),
        offered: key.offered.as_ref().map(view::offer),
        archived_at: key.archived_at.map(|at| at.0),
        note: key.note.clone(),
        typed_name: operations::typed_name_of(&key).to_owned(),
        too_open: key.is_too_open(),
        handovers: handovers
            .iter()
            .map(|given| view::handover(given, &key))
            .collect(),
        rotation: rotation
            .map(|rotation| view::rotation(rooms, &rotation))
            .transpose()?,
        seen_on_server: key.server_id.is_known(),
        consumer: view::consumer(&key),
        history: history
            .iter()
            .map(|entry| activity::entry(entry, &connection.name))
            .collect(),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn key_form(shell: State<'_, Shell>, connection: i64) -> Reply<KeyForm> {
    let rooms = shell.rooms()?;
    let connection = ConnectionId(connection);
    let form = operations::key_form(rooms, connection)
        .await
        .map_err(problem::of)?;
    let known = rooms
        .inventory
        .stores(Some(connection))
        .map_err(problem::inventory)?;
    let address = |id: ServerStoreId| {
        let store = known.iter().find(|store| store.server_id == id);
        store.map(|store| store.address.clone()).unwrap_or_default()
    };
    Ok(KeyForm {
        types: form
            .types
            .iter()
            .map(|key_type| view::key_type(*key_type))
            .collect(),
        scopes: form.scopes.map(|scopes| {
            scopes
                .iter()
                .map(|scope| scope.as_value().to_owned())
                .collect()
        }),
        stores: form
            .stores
            .into_iter()
            .map(|(id, name)| StoreChoice {
                server_id: id.0,
                address: address(id),
                name,
            })
            .collect(),
        store_required: form.store_required,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn create_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    new_key: NewKey,
) -> Reply<KeyCreated> {
    let connection = ConnectionId(new_key.connection);
    let new = operations::NewKey {
        connection,
        name: new_key.name,
        key_type: view::read_key_type(new_key.key_type),
        scopes: new_key
            .scopes
            .iter()
            .map(|scope| Scope::from_value(scope))
            .collect(),
        store: new_key.store.map(ServerStoreId),
    };
    let created = operations::create_key(shell.rooms()?, &new).await;
    events::changed(&app, Some(connection));
    shell.tending.notify_one();
    let created = created.map_err(problem::of)?;
    Ok(KeyCreated {
        key: created.key.0,
        secret_stored: created.secret_stored,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn check_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<KeyStatus> {
    let rooms = shell.rooms()?;
    let status = operations::check_key(rooms, KeyId(key)).await;
    tell(&app, rooms, key);
    Ok(view::status(status.map_err(problem::of)?))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn reveal_secret(shell: State<'_, Shell>, key: i64) -> Reply<RevealedSecret> {
    let secret = operations::reveal_secret(shell.rooms()?, KeyId(key)).await;
    let secret = secret.map_err(problem::of)?;
    Ok(RevealedSecret {
        value: secret.expose().to_owned(),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn renew_secret(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
    typed_name: String,
) -> Reply<SecretRenewed> {
    let rooms = shell.rooms()?;
    let renewed = operations::renew_secret(rooms, KeyId(key), &typed_name).await;
    tell(&app, rooms, key);
    shell.tending.notify_one();
    let renewed = renewed.map_err(problem::of)?;
    Ok(SecretRenewed {
        secret_stored: renewed.secret_stored,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_note(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
    note: String,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    operations::set_note(rooms, KeyId(key), &note).map_err(problem::of)?;
    tell(&app, rooms, key);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_local_name(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
    name: Option<String>,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    operations::set_local_name(rooms, KeyId(key), name.as_deref()).map_err(problem::of)?;
    tell(&app, rooms, key);
    Ok(())
}

/// Says that the connection of a key has news.
pub(crate) fn tell(app: &AppHandle, rooms: &Context, key: i64) {
    let key = rooms.inventory.key(KeyId(key)).ok().flatten();
    events::changed(app, key.map(|key| key.connection));
}
