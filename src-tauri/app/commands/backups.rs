//! Backups of the inventory: the list, a new one, and restoring one.

use super::Reply;
use crate::commands::settings;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{BackupReason, BackupView, Problem};
use inventory::Backup;
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn list_backups(shell: State<'_, Shell>) -> Reply<Vec<BackupView>> {
    shell.rooms()?;
    let found = inventory::backups(&shell.inventory_file);
    let found = found.map_err(problem::inventory)?;
    Ok(found.iter().map(shown).collect())
}

fn shown(backup: &Backup) -> BackupView {
    let content = inventory::look_into(&backup.path).ok();
    BackupView {
        name: name_of(backup),
        at: backup.at.0,
        reason: match backup.reason {
            inventory::BackupReason::Daily => BackupReason::Daily,
            inventory::BackupReason::BeforeMigration => BackupReason::BeforeMigration,
            inventory::BackupReason::BeforeRestore => BackupReason::BeforeRestore,
            inventory::BackupReason::ByHand => BackupReason::ByHand,
        },
        bytes: u32::try_from(backup.bytes).unwrap_or(u32::MAX),
        keys: content.as_ref().map(|content| view::number(content.keys)),
        connections: content.map(|content| view::number(content.connections)),
    }
}

fn name_of(backup: &Backup) -> String {
    let name = backup.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn back_up(shell: State<'_, Shell>) -> Reply<BackupView> {
    let rooms = shell.rooms()?;
    let made = rooms
        .inventory
        .back_up(inventory::BackupReason::ByHand, rooms.now());
    Ok(shown(&made.map_err(problem::inventory)?))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn restore_backup(
    app: AppHandle,
    shell: State<'_, Shell>,
    name: String,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    let found = inventory::backups(&shell.inventory_file);
    let found = found.map_err(problem::inventory)?;
    // Only what the list shows: the page names no paths.
    let backup = found.iter().find(|backup| name_of(backup) == name);
    let backup = backup.ok_or(Problem::BackupUnusable)?;
    let restored = operations::restore_backup(rooms, &backup.path).await;
    restored.map_err(|error| match error {
        operations::Error::Inventory(
            inventory::Error::Damaged { .. } | inventory::Error::Foreign(_),
        ) => Problem::BackupUnusable,
        error => problem::of(error),
    })?;
    settings::apply(rooms, &settings::settings(Some(rooms)));
    events::changed(&app, None);
    shell.tending.notify_one();
    Ok(())
}
