//! Copying. The value never passes the page.

use super::Reply;
use crate::events;
use crate::problem;
use crate::shell::Shell;
use contract::{CopyField, CopyReceipt};
use keys::KeyId;
use operations::Field;
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn copy_field(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
    field: CopyField,
) -> Reply<CopyReceipt> {
    let wanted = match field {
        CopyField::BaseUrl => Field::BaseUrl,
        CopyField::Identifier => Field::Identifier,
        CopyField::Secret => Field::Secret,
    };
    let receipt = operations::copy_field(shell.rooms()?, KeyId(key), wanted).await;
    let receipt = receipt.map_err(problem::of)?;
    events::clipboard(&app);
    Ok(CopyReceipt {
        field,
        hidden_from_history: receipt.hidden_from_history,
        clears_after: receipt
            .clears_after
            .map(|time| u32::try_from(time.as_secs()).unwrap_or(u32::MAX)),
    })
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
