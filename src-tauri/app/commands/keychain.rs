//! The keychain's troubles: asking again, giving up waiting, and bringing every secret home.

use super::Reply;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{KeychainView, RescueProgress, RescueReport};
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn retry_keychain(app: AppHandle, shell: State<'_, Shell>) -> Reply<KeychainView> {
    let rooms = shell.rooms()?;
    // What both say about a failure is the state that is returned.
    let _ = rooms.keychain.unlock().await;
    if operations::store_held(rooms)
        .await
        .is_ok_and(|taken| taken > 0)
    {
        events::changed(&app, None);
    }
    Ok(view::keychain(rooms.keychain.state()))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn stop_waiting_for_keychain(shell: State<'_, Shell>) -> Reply<()> {
    shell.rooms()?.keychain.cancel();
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn rescue_secrets(app: AppHandle, shell: State<'_, Shell>) -> Reply<RescueReport> {
    let progress = |done, total| {
        events::rescuing(
            &app,
            RescueProgress {
                done: view::number(done),
                total: view::number(total),
            },
        );
    };
    let rescued = operations::rescue_secrets(shell.rooms()?, &progress).await;
    events::changed(&app, None);
    let rescued = rescued.map_err(problem::of)?;
    Ok(RescueReport {
        shown: view::number(rescued.shown),
        already: view::number(rescued.already),
        stored: view::number(rescued.stored),
        held: view::number(rescued.held),
        unread: rescued.unread,
    })
}
