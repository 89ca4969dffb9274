//! Copying. The value never passes the page.

use super::Reply;
use crate::commands::settings::settings;
use crate::shell::Shell;
use crate::{events, problem, view, window};
use contract::{CopyField, CopyReceipt};
use keys::{KeyId, Secret};
use operations::{Field, Receipt};
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn copy_field(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
    field: CopyField,
) -> Reply<CopyReceipt> {
    let field = view::read_field(field);
    let receipt = operations::copy_field(shell.rooms()?, KeyId(key), field).await;
    told(&app, receipt)
}

/// The strip shows what was copied, and the page hears it.
pub(crate) fn told(
    app: &AppHandle,
    receipt: Result<Receipt, operations::Error>,
) -> Reply<CopyReceipt> {
    let receipt = receipt.map_err(problem::of)?;
    events::clipboard(app);
    Ok(view::receipt(&receipt))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn copy_in_turn(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<CopyReceipt> {
    let rooms = shell.rooms()?;
    let receipt = operations::copy_in_turn(rooms, KeyId(key)).await;
    let receipt = told(&app, receipt)?;
    if settings(Some(rooms)).small_window {
        window::open_small(&app);
    }
    Ok(receipt)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn copy_next(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Reply<Option<CopyReceipt>> {
    let receipt = operations::copy_next(shell.rooms()?).await;
    let receipt = receipt.map_err(problem::of)?;
    events::clipboard(&app);
    Ok(receipt.as_ref().map(view::receipt))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn stop_copying_in_turn(app: AppHandle, shell: State<'_, Shell>) -> Reply<()> {
    operations::stop_copying_in_turn(shell.rooms()?);
    events::clipboard(&app);
    Ok(())
}

/// The words that open a file, from the box that shows them once.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn copy_passphrase(
    app: AppHandle,
    shell: State<'_, Shell>,
    passphrase: String,
) -> Reply<CopyReceipt> {
    let words = Secret::new(passphrase);
    let copied = operations::copy_text(shell.rooms()?, &words, Field::Passphrase, None).await;
    told(&app, copied)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn clear_clipboard(shell: State<'_, Shell>) -> Reply<()> {
    operations::clear_clipboard(shell.rooms()?)
        .await
        .map_err(problem::of)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn extend_clipboard(app: AppHandle, shell: State<'_, Shell>) -> Reply<()> {
    operations::extend_clipboard(shell.rooms()?);
    events::clipboard(&app);
    Ok(())
}
