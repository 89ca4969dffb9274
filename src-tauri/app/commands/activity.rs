//! The history of everything: a window of it, who is in it, and its export.

use super::Reply;
use crate::shell::Shell;
use crate::{problem, view};
use contract::{ActivityEntry, ActivityFilter, ActivityWords};
use keys::{ConnectionId, HistoryEntry, Moment};
use tauri::State;

/// The most lines one request gets.
const PAGE_LIMIT: u32 = 500;

fn read(filter: ActivityFilter) -> inventory::ActivityFilter {
    inventory::ActivityFilter {
        connection: filter.connection.map(ConnectionId),
        key: None,
        who: filter.who,
        acts: filter.acts.into_iter().map(view::read_act).collect(),
        text: filter.text,
    }
}

/// A line for the page.
pub(crate) fn entry(entry: &HistoryEntry, connection: &str) -> ActivityEntry {
    ActivityEntry {
        at: entry.at.0,
        who: entry.who.clone(),
        act: view::act(entry.act),
        subject: entry.subject.clone(),
        connection: connection.to_owned(),
        key: entry.key.map(|key| key.0),
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn list_activity(
    shell: State<'_, Shell>,
    limit: u32,
    before: Option<i64>,
    filter: ActivityFilter,
) -> Reply<Vec<ActivityEntry>> {
    let inventory = &shell.rooms()?.inventory;
    let limit = limit.min(PAGE_LIMIT) as usize;
    let entries = inventory
        .activity(limit, before.map(Moment), &read(filter))
        .map_err(problem::inventory)?;
    let connections = inventory.connections().map_err(problem::inventory)?;
    let name = |id: ConnectionId| {
        let known = connections.iter().find(|connection| connection.id == id);
        known.map_or("", |connection| connection.name.as_str())
    };
    Ok(entries
        .iter()
        .map(|line| entry(line, name(line.connection)))
        .collect())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn people(shell: State<'_, Shell>) -> Reply<Vec<String>> {
    shell
        .rooms()?
        .inventory
        .people()
        .map_err(problem::inventory)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn export_activity(
    shell: State<'_, Shell>,
    filter: ActivityFilter,
    words: ActivityWords,
) -> Reply<String> {
    let words = operations::ActivityWords {
        headings: words.headings,
        acts: words
            .acts
            .into_iter()
            .map(|(act, word)| (view::read_act(act), word))
            .collect(),
    };
    let rooms = shell.rooms()?;
    let path = operations::export_activity(rooms, &read(filter), &words, &shell.exports);
    Ok(path.map_err(problem::of)?.display().to_string())
}
