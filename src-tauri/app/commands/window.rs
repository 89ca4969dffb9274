//! What the window draws itself from.

use super::Reply;
use crate::commands::attention::due;
use crate::commands::settings::{layout, settings};
use crate::shell::Shell;
use crate::view;
use contract::{Counts, KeychainView, Overview};
use inventory::IntentAct;
use operations::Context;
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
        .map_err(crate::problem::inventory)?;
    let connections = rooms
        .inventory
        .connections()
        .map_err(crate::problem::inventory)?;
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
        attention: due(rooms)?,
        handed_over: view::number(
            rooms
                .inventory
                .handed_over()
                .map_err(crate::problem::inventory)?,
        ),
        stores: view::number(counts.stores),
        archived: view::number(counts.archived),
        drafts: view::number(counts.drafts),
        questions: view::number(questions(rooms)?),
        held_secrets: view::number(rooms.held_secrets()),
        drift: view::number(
            rooms
                .inventory
                .unseen_drift()
                .map_err(crate::problem::inventory)?,
        ),
    };
    overview.keychain = view::keychain(rooms.keychain.state());
    overview.clipboard = view::clipboard(rooms);
    overview.settings = settings(Some(rooms));
    overview.layout = layout(rooms);
    Ok(overview)
}

/// How much was asked of servers with an outcome not known yet.
fn questions(rooms: &Context) -> Reply<usize> {
    let open = rooms
        .inventory
        .open_intents()
        .map_err(crate::problem::inventory)?;
    let is_question = |act: &IntentAct| !matches!(act, IntentAct::Forget { .. });
    Ok(open
        .iter()
        .filter(|intent| is_question(&intent.act))
        .count())
}
