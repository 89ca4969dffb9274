//! What somebody else changed on a server, and what a person puts out of sight here.

use super::Reply;
use crate::commands::keys::tell;
use crate::shell::Shell;
use crate::{events, problem};
use keys::{ConnectionId, DriftId, KeyId};
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn accept_new_pair(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    let accepted = operations::accept_new_pair(rooms, KeyId(key)).await;
    tell(&app, rooms, key);
    accepted.map_err(problem::of)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn mark_drift_seen(
    app: AppHandle,
    shell: State<'_, Shell>,
    drift: i64,
) -> Reply<()> {
    let marked = shell.rooms()?.inventory.mark_drift_seen(DriftId(drift));
    marked.map_err(problem::inventory)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn mark_all_drift_seen(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: Option<i64>,
) -> Reply<()> {
    let connection = connection.map(ConnectionId);
    let marked = shell.rooms()?.inventory.mark_all_drift_seen(connection);
    marked.map_err(problem::inventory)?;
    events::changed(&app, connection);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn archive_key(app: AppHandle, shell: State<'_, Shell>, key: i64) -> Reply<()> {
    let rooms = shell.rooms()?;
    operations::archive_key(rooms, KeyId(key)).map_err(problem::of)?;
    tell(&app, rooms, key);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn unarchive_key(app: AppHandle, shell: State<'_, Shell>, key: i64) -> Reply<()> {
    let rooms = shell.rooms()?;
    operations::unarchive_key(rooms, KeyId(key)).map_err(problem::of)?;
    tell(&app, rooms, key);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn forget_key(app: AppHandle, shell: State<'_, Shell>, key: i64) -> Reply<()> {
    let rooms = shell.rooms()?;
    operations::forget_key(rooms, KeyId(key)).map_err(problem::of)?;
    tell(&app, rooms, key);
    shell.tending.notify_one();
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn undo_forget_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    operations::undo_forget_key(rooms, KeyId(key)).map_err(problem::of)?;
    tell(&app, rooms, key);
    Ok(())
}
