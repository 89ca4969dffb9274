//! Checking all keys, telling why one does not work, and the letter to the developer.

use super::Reply;
use super::clipboard::told;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{
    CheckProgress, CheckReport, CopyReceipt, DiagnosisView, EnteredValues, LetterRequest, Problem,
};
use keys::{ConnectionId, KeyId, KeyType, Secret};
use operations::{Context, Diagnosed, Field};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn check_all(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: Option<i64>,
) -> Reply<CheckReport> {
    let stop = Arc::new(AtomicBool::new(false));
    shell.checking.begin(Arc::clone(&stop));
    let connection = connection.map(ConnectionId);
    let progress = |done, total| {
        let (done, total) = (view::number(done), view::number(total));
        events::checking(&app, CheckProgress { done, total });
    };
    let checks = operations::check_all(shell.rooms()?, connection, &progress, &stop).await;
    events::changed(&app, connection);
    let checks = checks.map_err(problem::of)?;
    Ok(CheckReport {
        checked: view::number(checks.checked),
        works: view::number(checks.works),
        trouble: view::number(checks.trouble),
        without_secret: view::number(checks.without_secret),
        unreached: checks.unreached,
        stopped: checks.stopped,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn stop_checking(shell: State<'_, Shell>) -> Reply<()> {
    shell.checking.stop();
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn diagnose_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<DiagnosisView> {
    let diagnosed = operations::diagnose_key(shell.rooms()?, KeyId(key)).await;
    shown(&app, &shell, diagnosed)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn diagnose_values(
    app: AppHandle,
    shell: State<'_, Shell>,
    values: EnteredValues,
) -> Reply<DiagnosisView> {
    let entered = operations::EnteredValues {
        base_url: values.base_url,
        identifier: values.identifier,
        secret: Secret::new(values.secret),
    };
    let diagnosed = operations::diagnose_values(shell.rooms()?, entered).await;
    shown(&app, &shell, diagnosed)
}

/// Once the person agreed: the web server may write the address down, with what is in it.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn ask_in_address(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<DiagnosisView> {
    let diagnosed = operations::ask_in_address(shell.rooms()?, KeyId(key)).await;
    shown(&app, &shell, diagnosed)
}

fn shown(
    app: &AppHandle,
    shell: &Shell,
    diagnosed: Result<Diagnosed, operations::Error>,
) -> Reply<DiagnosisView> {
    let rooms = shell.rooms()?;
    let diagnosed = diagnosed.map_err(problem::of)?;
    let key = match diagnosed.key {
        Some(key) => rooms.inventory.key(key).map_err(problem::inventory)?,
        None => None,
    };
    let connection = match &key {
        Some(key) => rooms.inventory.connection(key.connection),
        None => Ok(None),
    };
    let connection = connection.map_err(problem::inventory)?;
    events::changed(app, connection.as_ref().map(|connection| connection.id));
    let diagnosis = &diagnosed.diagnosis;
    Ok(DiagnosisView {
        causes: view::causes(diagnosis),
        steps: view::steps(diagnosis),
        plugin: diagnosis.plugin.as_ref().map(view::plugin),
        lines: view::lines(diagnosis),
        right_base_url: diagnosis.right_base_url.clone(),
        key: key.as_ref().map(|key| key.id.0),
        row: key.map(|key| view::row_of(rooms, &key)).transpose()?,
        connection_name: connection.map(|connection| connection.name),
    })
}

/// What kind of key is meant at an address: a consumer key at a site's.
fn meant_at(rooms: &Context, base_url: Option<&str>) -> Reply<KeyType> {
    let known = rooms.inventory.connections().map_err(problem::inventory)?;
    let is_site = known
        .iter()
        .any(|known| known.kind.is_site() && Some(known.url.as_str()) == base_url);
    Ok(if is_site {
        KeyType::Consumer
    } else {
        KeyType::OAuth
    })
}

fn written(shell: &Shell, request: LetterRequest) -> Reply<String> {
    let rooms = shell.rooms()?;
    let key = match request.key {
        Some(key) => rooms
            .inventory
            .key(KeyId(key))
            .map_err(problem::inventory)?,
        None => None,
    };
    let causes = request.causes.into_iter().map(view::read_cause).collect();
    let language = view::read_sheet_language(request.language);
    let key_type = meant_at(rooms, request.base_url.as_deref())?;
    let letter = operations::letter(causes, request.base_url, key.as_ref(), key_type, language);
    Ok(letter)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn letter(shell: State<'_, Shell>, letter: LetterRequest) -> Reply<String> {
    written(&shell, letter)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn copy_letter(
    app: AppHandle,
    shell: State<'_, Shell>,
    letter: LetterRequest,
) -> Result<CopyReceipt, Problem> {
    let key = letter.key.map(KeyId);
    let text = Secret::new(written(&shell, letter)?);
    let copied = operations::copy_text(shell.rooms()?, &text, Field::Letter, key).await;
    told(&app, copied)
}
