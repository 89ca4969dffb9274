//! Drafts: the list, changes, sending.

use super::Reply;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{DraftContent, DraftState, DraftView, SendOutcome, SendProgress, SendResult};
use inventory::{Intent, Inventory};
use keys::{ConnectionId, Draft, DraftId, DraftStore, Made, Scope, ServerStoreId};
use operations::Sent;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn list_drafts(shell: State<'_, Shell>) -> Reply<Vec<DraftView>> {
    let inventory = &shell.rooms()?.inventory;
    let drafts = inventory.drafts().map_err(problem::inventory)?;
    let open = inventory.open_intents().map_err(problem::inventory)?;
    drafts
        .iter()
        .map(|draft| {
            Ok(DraftView {
                id: draft.id.0,
                connection: draft.connection.0,
                name: draft.name().to_owned(),
                content: content(&draft.content),
                store_name: store_name(inventory, draft).map_err(problem::inventory)?,
                state: state(draft, &open),
                changed_at: draft.changed_at.0,
            })
        })
        .collect()
}

fn state(draft: &Draft, open: &[Intent]) -> DraftState {
    match draft.sent {
        Some((Made::Store(store), at)) => DraftState::SentStore {
            store: store.0,
            at: at.0,
        },
        Some((Made::Key(key), at)) => DraftState::SentKey {
            key: key.0,
            at: at.0,
        },
        None => match open.iter().find(|intent| intent.draft == Some(draft.id)) {
            None => DraftState::Waiting,
            Some(intent) if view::candidates(intent).is_empty() => DraftState::Looking,
            Some(_) => DraftState::Undecided,
        },
    }
}

fn store_name(inventory: &Inventory, draft: &Draft) -> inventory::Result<Option<String>> {
    let keys::DraftContent::Key { store, .. } = &draft.content else {
        return Ok(None);
    };
    Ok(match store {
        DraftStore::Without => None,
        DraftStore::OnServer(id) => inventory
            .store_by_server_id(draft.connection, *id)?
            .map(|store| store.name),
        DraftStore::Draft(id) => inventory.draft(*id)?.map(|store| store.name().to_owned()),
    })
}

fn content(content: &keys::DraftContent) -> DraftContent {
    match content {
        keys::DraftContent::Store { values } => DraftContent::Store {
            values: values.clone(),
        },
        keys::DraftContent::Key {
            name,
            key_type,
            scopes,
            store,
        } => DraftContent::Key {
            name: name.clone(),
            key_type: view::key_type(*key_type),
            scopes: scopes
                .iter()
                .map(|scope| scope.as_value().to_owned())
                .collect(),
            store: match store {
                DraftStore::OnServer(id) => Some(id.0),
                _ => None,
            },
            store_draft: match store {
                DraftStore::Draft(id) => Some(id.0),
                _ => None,
            },
        },
    }
}

fn read(content: DraftContent) -> keys::DraftContent {
    match content {
        DraftContent::Store { values } => keys::DraftContent::Store { values },
        DraftContent::Key {
            name,
            key_type,
            scopes,
            store,
            store_draft,
        } => keys::DraftContent::Key {
            name,
            key_type: view::read_key_type(key_type),
            scopes: scopes
                .iter()
                .map(|scope| Scope::from_value(scope))
                .collect(),
            store: match (store_draft, store) {
                (Some(draft), _) => DraftStore::Draft(DraftId(draft)),
                (None, Some(store)) => DraftStore::OnServer(ServerStoreId(store)),
                (None, None) => DraftStore::Without,
            },
        },
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn save_draft(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: i64,
    draft: Option<i64>,
    content: DraftContent,
) -> Reply<i64> {
    let connection = ConnectionId(connection);
    let saved = operations::save_draft(
        shell.rooms()?,
        connection,
        draft.map(DraftId),
        read(content),
    );
    let saved = saved.map_err(problem::of)?;
    events::changed(&app, Some(connection));
    Ok(saved.0)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn delete_draft(app: AppHandle, shell: State<'_, Shell>, draft: i64) -> Reply<()> {
    operations::delete_draft(shell.rooms()?, DraftId(draft)).map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn restore_draft(
    app: AppHandle,
    shell: State<'_, Shell>,
    draft: i64,
) -> Reply<()> {
    operations::restore_draft(shell.rooms()?, DraftId(draft)).map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn clear_sent_drafts(app: AppHandle, shell: State<'_, Shell>) -> Reply<()> {
    let cleared = shell.rooms()?.inventory.clear_sent_drafts();
    cleared.map_err(problem::inventory)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn send_drafts(
    app: AppHandle,
    shell: State<'_, Shell>,
    drafts: Vec<i64>,
) -> Reply<Vec<SendResult>> {
    let stop = Arc::new(AtomicBool::new(false));
    shell.sending.begin(Arc::clone(&stop));
    let drafts: Vec<DraftId> = drafts.into_iter().map(DraftId).collect();
    let progress = |draft: DraftId, done, total| {
        events::sending(
            &app,
            SendProgress {
                draft: draft.0,
                done: view::number(done),
                total: view::number(total),
            },
        );
    };
    let sent = operations::send_drafts(shell.rooms()?, &drafts, &progress, &stop).await;
    events::changed(&app, None);
    shell.tending.notify_one();
    let sent = sent.map_err(problem::of)?;
    Ok(sent
        .into_iter()
        .map(|(draft, sent)| SendResult {
            draft: draft.0,
            outcome: outcome(sent),
        })
        .collect())
}

fn outcome(sent: Sent) -> SendOutcome {
    match sent {
        Sent::Store(store) => SendOutcome::SentStore { store: store.0 },
        Sent::Key(created) => SendOutcome::SentKey {
            key: created.key.0,
            secret_stored: created.secret_stored,
        },
        Sent::Failed(error) => SendOutcome::Failed {
            problem: problem::of(error),
        },
        Sent::WaitsForStore => SendOutcome::WaitsForStore,
        Sent::Stopped => SendOutcome::Stopped,
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn stop_sending(shell: State<'_, Shell>) -> Reply<()> {
    shell.sending.stop();
    Ok(())
}
