//! Replacing keys, step by step.

use super::Reply;
use crate::shell::Shell;
use crate::{desktop, events, problem, view};
use contract::{KeyCreated, Problem, RotationView};
use keys::{KeyId, RotationId, Scope};
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn rotations(shell: State<'_, Shell>) -> Reply<Vec<RotationView>> {
    let rooms = shell.rooms()?;
    operations::settle_rotations(rooms).map_err(problem::of)?;
    let open = rooms.inventory.open_rotations();
    let open = open.map_err(problem::inventory)?;
    open.iter()
        .map(|each| view::rotation(rooms, each))
        .collect()
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn begin_rotation(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<i64> {
    let begun = operations::begin_rotation(shell.rooms()?, KeyId(key));
    let begun = begun.map_err(problem::of)?;
    events::changed(&app, None);
    Ok(begun.0)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn make_rotation_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    rotation: i64,
    name: String,
    scopes: Vec<String>,
) -> Reply<KeyCreated> {
    let rotation = RotationId(rotation);
    let scopes: Vec<Scope> = scopes
        .iter()
        .map(|scope| Scope::from_value(scope))
        .collect();
    let created = operations::make_rotation_key(shell.rooms()?, rotation, &name, &scopes).await;
    events::changed(&app, None);
    shell.tending.notify_one();
    let created = created.map_err(problem::of)?;
    Ok(KeyCreated {
        key: created.key.0,
        secret_stored: created.secret_stored,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn look_for_delivery(
    app: AppHandle,
    shell: State<'_, Shell>,
    rotation: i64,
) -> Reply<bool> {
    let seen = operations::look_for_delivery(shell.rooms()?, RotationId(rotation)).await;
    let seen = seen.map_err(problem::of)?;
    events::changed(&app, None);
    Ok(seen)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn look_for_access(
    app: AppHandle,
    shell: State<'_, Shell>,
    rotation: i64,
) -> Reply<bool> {
    let seen = operations::look_for_access(shell.rooms()?, RotationId(rotation)).await;
    events::changed(&app, None);
    seen.map_err(problem::of)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn confirm_rotation(
    app: AppHandle,
    shell: State<'_, Shell>,
    rotation: i64,
) -> Reply<()> {
    operations::confirm_rotation(shell.rooms()?, RotationId(rotation)).map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn retire_old_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    rotation: i64,
    typed_name: String,
) -> Reply<()> {
    let rotation = RotationId(rotation);
    let retired = operations::retire_old_key(shell.rooms()?, rotation, &typed_name).await;
    events::changed(&app, None);
    shell.tending.notify_one();
    retired.map_err(problem::of)
}

/// Opens the app's page in the person's own browser. This program never saves that page.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn open_app_page(shell: State<'_, Shell>, key: i64) -> Reply<()> {
    let inventory = &shell.rooms()?.inventory;
    let key = inventory.key(KeyId(key)).map_err(problem::inventory)?;
    let key = key.ok_or(Problem::RecordGone)?;
    let connection = inventory.connection(key.connection);
    let connection = connection.map_err(problem::inventory)?;
    let connection = connection.ok_or(Problem::RecordGone)?;
    let page = operations::app_page(&connection, &key).ok_or(Problem::NotOnServer)?;
    desktop::open(&page).map_err(|error| Problem::NotOpened {
        what: error.to_string(),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn finish_rotation(
    app: AppHandle,
    shell: State<'_, Shell>,
    rotation: i64,
) -> Reply<()> {
    operations::finish_rotation(shell.rooms()?, RotationId(rotation)).map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn give_up_rotation(
    app: AppHandle,
    shell: State<'_, Shell>,
    rotation: i64,
) -> Reply<()> {
    operations::give_up_rotation(shell.rooms()?, RotationId(rotation)).map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}
