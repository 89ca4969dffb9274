//! What the window draws itself from.

use super::Reply;
use crate::commands::settings::{layout, settings};
use crate::shell::Shell;
use crate::view;
use contract::{Counts, KeychainView, Overview};
use tauri::State;

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn overview(shell: State<'_, Shell>) -> Reply<Overview> {
    let mut overview = Overview {
        connections: Vec::new(),
        counts: Counts::default(),
        keychain: KeychainView::Unknown,
        clipboard: contract::ClipboardView::Nothing,
        inventory: shell.inventory.clone(),
        practice: shell.practice.view(),
        settings: settings(None),
        layout: None,
        data_folder: shell.data_folder.display().to_string(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    // Without an inventory there is still a window, which says why.
    let Ok(rooms) = shell.rooms() else {
        return Ok(overview);
    };
    let counts = rooms
        .inventory
        .counts()
        .map_err(|error| crate::problem::inventory(&error))?;
    let connections = rooms.inventory.connections();
    let connections = connections.map_err(|error| crate::problem::inventory(&error))?;
    overview.connections = connections
        .iter()
        .map(|connection| {
            let keys = counts
                .keys_by_connection
                .get(&connection.id)
                .copied()
                .unwrap_or(0);
            view::connection(rooms, connection, keys)
        })
        .collect();
    overview.counts = Counts {
        keys: view::number(counts.keys),
        needs_attention: view::number(counts.needs_attention),
        stores: view::number(counts.stores),
    };
    overview.keychain = view::keychain(rooms.keychain.state());
    overview.clipboard = view::clipboard(rooms);
    overview.settings = settings(Some(rooms));
    overview.layout = layout(rooms);
    Ok(overview)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn retry_keychain(shell: State<'_, Shell>) -> Reply<KeychainView> {
    let rooms = shell.rooms()?;
    // What it says about the failure is the state that is returned.
    let _ = rooms.keychain.unlock().await;
    Ok(view::keychain(rooms.keychain.state()))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn stop_waiting_for_keychain(shell: State<'_, Shell>) -> Reply<()> {
    shell.rooms()?.keychain.cancel();
    Ok(())
}
