//! What was asked of servers, with an outcome that is not known yet.

use super::Reply;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{AskedAct, Candidate, OpenQuestion};
use inventory::{Intent, IntentAct, IntentId};
use keys::{Identifier, ServerAppId, ServerStoreId};
use operations::Context;
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn open_questions(shell: State<'_, Shell>) -> Reply<Vec<OpenQuestion>> {
    let rooms = shell.rooms()?;
    let open = rooms.inventory.open_intents().map_err(problem::inventory)?;
    open.iter()
        // Forgetting waits on purpose, to be undone; it is no question.
        .filter(|intent| !matches!(intent.act, IntentAct::Forget { .. }))
        .map(|intent| question(rooms, intent).map_err(problem::inventory))
        .collect()
}

fn question(rooms: &Context, intent: &Intent) -> inventory::Result<OpenQuestion> {
    let inventory = &rooms.inventory;
    let connection = inventory.connection(intent.connection)?;
    let (act, name) = match &intent.act {
        IntentAct::CreateStore { name } => (AskedAct::CreateStore, Some(name.clone())),
        IntentAct::CreateKey { name, .. } => (AskedAct::CreateKey, Some(name.clone())),
        IntentAct::RenewSecret { key, .. } => {
            let key = inventory.key(*key)?;
            (AskedAct::RenewSecret, key.map(|key| key.app_name))
        }
        IntentAct::CreateConsumerKey { description, .. } => {
            (AskedAct::CreateKey, Some(description.clone()))
        }
        IntentAct::RevokeKey { key } => {
            let key = inventory.key(*key)?;
            (AskedAct::RevokeKey, key.map(|key| key.app_name))
        }
        IntentAct::SignOut => (AskedAct::SignOut, None),
        IntentAct::Disconnect => (AskedAct::Disconnect, None),
        IntentAct::Forget { .. } => (AskedAct::Forget, None),
    };
    let name = name.or_else(|| connection.map(|connection| connection.name));
    let mut candidates = Vec::new();
    for id in view::candidates(intent) {
        candidates.extend(candidate(rooms, intent, *id)?);
    }
    Ok(OpenQuestion {
        intent: intent.id.0,
        connection: intent.connection.0,
        act,
        name: name.unwrap_or_default(),
        at: intent.at.0,
        candidates,
    })
}

fn candidate(rooms: &Context, intent: &Intent, id: i64) -> inventory::Result<Option<Candidate>> {
    let inventory = &rooms.inventory;
    if matches!(intent.act, IntentAct::CreateStore { .. }) {
        let store = inventory.store_by_server_id(intent.connection, ServerStoreId(id))?;
        return Ok(store.map(|store| Candidate {
            server_id: id,
            name: store.name,
            store: None,
            detail: store.address,
            first_seen: store.first_seen.0,
        }));
    }
    let key = inventory.key_by_server_id(intent.connection, ServerAppId(id))?;
    let owner = key.as_ref().and_then(|key| {
        let consumer = key.consumer.as_ref()?;
        Some((
            consumer.owner.clone()?.name,
            format!("…{}", consumer.ending),
        ))
    });
    if let (Some(key), Some((owner, detail))) = (&key, owner) {
        return Ok(Some(Candidate {
            server_id: id,
            name: key.app_name.clone(),
            store: Some(owner).filter(|owner| !owner.is_empty()),
            detail,
            first_seen: key.first_seen.0,
        }));
    }
    Ok(key.map(|key| Candidate {
        server_id: id,
        name: key.app_name,
        store: Some(key.store_name).filter(|name| !name.is_empty()),
        detail: key
            .identifier
            .as_ref()
            .map_or_else(String::new, Identifier::to_string),
        first_seen: key.first_seen.0,
    }))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn decide(
    app: AppHandle,
    shell: State<'_, Shell>,
    intent: i64,
    ours: Option<i64>,
) -> Reply<()> {
    let decided = operations::decide(shell.rooms()?, IntentId(intent), ours).await;
    events::changed(&app, None);
    decided.map_err(problem::of)
}
