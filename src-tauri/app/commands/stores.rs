//! Stores: the list, the server's form, creation, time slots.

use super::Reply;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{
    FormField, FormFieldKind, FormOption, Position, StoreCreated, StoreForm, StorePage, StoreQuery,
    StoreRow, TimeSlot,
};
use coopcycle::FieldKind;
use keys::{ConnectionId, Presence, StoreId};
use tauri::{AppHandle, State};

/// The most rows one request gets.
const PAGE_LIMIT: u32 = 500;

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn list_stores(shell: State<'_, Shell>, query: StoreQuery) -> Reply<StorePage> {
    let page = shell
        .rooms()?
        .inventory
        .list_stores(&inventory::StoreQuery {
            text: query.text,
            connection: query.connection.map(ConnectionId),
            offset: query.offset as usize,
            limit: query.limit.min(PAGE_LIMIT) as usize,
        });
    let page = page.map_err(problem::inventory)?;
    Ok(StorePage {
        total: view::number(page.total),
        rows: page
            .rows
            .iter()
            .map(|row| StoreRow {
                id: row.store.id.0,
                connection: row.store.connection.0,
                server_id: row.store.server_id.0,
                name: row.store.name.clone(),
                address: row.store.address.clone(),
                keys: view::number(row.keys),
                has_time_slot: row.store.has_time_slot,
                gone: row.store.presence == Presence::Gone,
                marks: row.marks.iter().map(view::mark).collect(),
            })
            .collect(),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn store_form(shell: State<'_, Shell>, connection: i64) -> Reply<StoreForm> {
    let rooms = shell.rooms()?;
    let connection = ConnectionId(connection);
    let form = operations::store_form(rooms, connection)
        .await
        .map_err(problem::of)?;
    let record = rooms.inventory.connection(connection);
    let record = record.map_err(problem::inventory)?;
    Ok(StoreForm {
        fields: form.fields.into_iter().filter_map(field).collect(),
        country: record.and_then(|connection| connection.country),
    })
}

/// A field to draw; what is hidden keeps the server's value and is not drawn.
fn field(field: coopcycle::FormField) -> Option<FormField> {
    let (kind, options) = match field.kind {
        FieldKind::Hidden => return None,
        FieldKind::Text | FieldKind::Email => (FormFieldKind::Text, Vec::new()),
        FieldKind::Tel => (FormFieldKind::Telephone, Vec::new()),
        FieldKind::Url => (FormFieldKind::Website, Vec::new()),
        FieldKind::Number => (FormFieldKind::Number, Vec::new()),
        FieldKind::Checkbox => (FormFieldKind::Checkbox, Vec::new()),
        FieldKind::Search => (FormFieldKind::Address, Vec::new()),
        FieldKind::Select { options } => (FormFieldKind::Select, options),
    };
    Some(FormField {
        name: field.name,
        kind,
        label: field.label,
        help: field.help.unwrap_or_default(),
        value: if kind == FormFieldKind::Checkbox && !field.checked {
            String::new()
        } else {
            field.value
        },
        required: field.required,
        options: options
            .into_iter()
            .map(|option| FormOption {
                value: option.value,
                label: option.label,
            })
            .collect(),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn geocode(
    shell: State<'_, Shell>,
    connection: i64,
    address: String,
) -> Reply<Position> {
    let found = operations::geocode(shell.rooms()?, ConnectionId(connection), &address).await;
    let found = found.map_err(problem::of)?;
    Ok(Position {
        latitude: found.latitude,
        longitude: found.longitude,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn create_store(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: i64,
    values: Vec<(String, String)>,
) -> Reply<StoreCreated> {
    let connection = ConnectionId(connection);
    let created = operations::create_store(shell.rooms()?, connection, &values).await;
    events::changed(&app, Some(connection));
    shell.tending.notify_one();
    let store = created.map_err(problem::of)?;
    Ok(StoreCreated {
        store: store.id.0,
        server_id: store.server_id.0,
        name: store.name,
        has_time_slot: store.has_time_slot,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn time_slots(shell: State<'_, Shell>, connection: i64) -> Reply<Vec<TimeSlot>> {
    let slots = operations::time_slots(shell.rooms()?, ConnectionId(connection)).await;
    let slots = slots.map_err(problem::of)?;
    Ok(slots
        .into_iter()
        .map(|slot| TimeSlot {
            id: slot.id,
            name: slot.name,
        })
        .collect())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_time_slot(
    app: AppHandle,
    shell: State<'_, Shell>,
    store: i64,
    slot: String,
) -> Reply<()> {
    let set = operations::set_time_slot(shell.rooms()?, StoreId(store), &slot).await;
    set.map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}
