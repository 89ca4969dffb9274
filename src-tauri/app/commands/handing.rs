//! Handing keys over: sheets and their channels, and who holds what.

use super::Reply;
use super::clipboard::told;
use crate::commands::keys::tell;
use crate::shell::Shell;
use crate::{desktop, events, printing, problem, view};
use contract::{
    Channel, CopyField, CopyReceipt, HolderView, Problem, QrCode, SealedPack, Sheet, SheetRequest,
    SheetValue,
};
use keys::{HandoverId, KeyId, Secret};
use operations::{Field, SheetFor};
use tauri::{AppHandle, State, WebviewWindow};

fn read(request: SheetRequest) -> SheetFor {
    SheetFor {
        key: KeyId(request.key),
        platform: view::read_platform(request.platform),
        language: view::read_sheet_language(request.language),
    }
}

async fn made(shell: &Shell, request: SheetRequest) -> Reply<handover::Sheet> {
    let sheet = operations::sheet(shell.rooms()?, read(request)).await;
    sheet.map_err(problem::of)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn sheet(shell: State<'_, Shell>, sheet: SheetRequest) -> Reply<Sheet> {
    let sheet = made(&shell, sheet).await?;
    Ok(Sheet {
        language: sheet.language.as_code().to_owned(),
        title: sheet.title,
        lead: sheet.lead,
        values_heading: sheet.values_heading,
        values: sheet
            .values
            .into_iter()
            .map(|value| SheetValue {
                label: value.label,
                also: value.also,
                value: value.value,
                instead: value.instead,
            })
            .collect(),
        steps_heading: sheet.steps_heading,
        steps: sheet.steps,
        code: sheet.code,
        check_heading: sheet.check_heading,
        check_text: sheet.check_text,
        check_code: sheet.check_code,
        notes_heading: sheet.notes_heading,
        notes: sheet.notes,
        footer: sheet.footer,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn check_code(shell: State<'_, Shell>, key: i64) -> Reply<String> {
    let code = operations::check_code(shell.rooms()?, KeyId(key)).await;
    code.map_err(problem::of)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn copy_sheet(
    app: AppHandle,
    shell: State<'_, Shell>,
    sheet: SheetRequest,
) -> Reply<CopyReceipt> {
    let text = Secret::new(made(&shell, sheet).await?.to_text());
    let key = Some(KeyId(sheet.key));
    let copied = operations::copy_text(shell.rooms()?, &text, Field::Sheet, key).await;
    told(&app, copied)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn mail_sheet(
    shell: State<'_, Shell>,
    sheet: SheetRequest,
    to: String,
) -> Reply<()> {
    let sheet = made(&shell, sheet).await?;
    mail(&to, &sheet.subject(), &sheet.to_text())
}

fn mail(to: &str, subject: &str, body: &str) -> Reply<()> {
    let failed = |what: String| Problem::MailNotOpened { what };
    let address = handover::mailto(to, subject, body);
    let address = address.map_err(|error| failed(error.to_string()))?;
    desktop::open(&address).map_err(|error| failed(error.to_string()))
}

/// A message to go with a sealed pack: how to open it, without the words that do. The person adds
/// the file, since no address can carry one.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn mail_pack(
    shell: State<'_, Shell>,
    sheet: SheetRequest,
    path: String,
    to: String,
) -> Reply<()> {
    let language = view::read_sheet_language(sheet.language);
    let subject = made(&shell, sheet).await?.subject();
    let name = std::path::Path::new(&path).file_name().unwrap_or_default();
    let note = handover::pack_note(language, &name.to_string_lossy());
    mail(&to, &subject, &note)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn print_sheet(window: WebviewWindow) -> Reply<()> {
    window.print().map_err(|error| Problem::NotOpened {
        what: error.to_string(),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn save_sheet_pdf(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    sheet: SheetRequest,
) -> Reply<String> {
    let key = shell.rooms()?.inventory.key(KeyId(sheet.key));
    let key = key
        .map_err(problem::inventory)?
        .ok_or(Problem::RecordGone)?;
    let name = operations::file_name(&key);
    printing::save_pdf(&window, &shell.exports, &name).await
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn seal_pack(
    app: AppHandle,
    shell: State<'_, Shell>,
    sheet: SheetRequest,
    person: String,
) -> Reply<SealedPack> {
    let rooms = shell.rooms()?;
    let pack = operations::seal_pack(rooms, read(sheet), &person, &shell.exports).await;
    let pack = pack.map_err(problem::of)?;
    tell(&app, rooms, sheet.key);
    Ok(SealedPack {
        path: pack.path.display().to_string(),
        passphrase: pack.passphrase.expose().to_owned(),
        handover: pack.handover.0,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn reveal_qr(
    shell: State<'_, Shell>,
    key: i64,
    field: CopyField,
) -> Reply<QrCode> {
    let wanted = view::read_field(field);
    let code = operations::qr(shell.rooms()?, KeyId(key), wanted).await;
    let code = code.map_err(problem::of)?;
    Ok(QrCode {
        field,
        size: code.size,
        rows: code.rows,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn record_handover(
    app: AppHandle,
    shell: State<'_, Shell>,
    sheet: SheetRequest,
    person: String,
    channel: Channel,
) -> Reply<i64> {
    let rooms = shell.rooms()?;
    let channel = view::read_channel(channel);
    let given = operations::record_handover(rooms, read(sheet), &person, channel).await;
    tell(&app, rooms, sheet.key);
    Ok(given.map_err(problem::of)?.0)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn confirm_handover(
    app: AppHandle,
    shell: State<'_, Shell>,
    handover: i64,
    confirmed: bool,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    operations::confirm_handover(rooms, HandoverId(handover), confirmed).map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn remove_handover(
    app: AppHandle,
    shell: State<'_, Shell>,
    handover: i64,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    let removed = rooms
        .inventory
        .remove_handover(HandoverId(handover), rooms.now());
    removed.map_err(problem::inventory)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn restore_handover(
    app: AppHandle,
    shell: State<'_, Shell>,
    handover: i64,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    let restored = rooms.inventory.restore_handover(HandoverId(handover));
    restored.map_err(problem::inventory)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn holders(shell: State<'_, Shell>) -> Reply<Vec<HolderView>> {
    let inventory = &shell.rooms()?.inventory;
    let holders = inventory.holders().map_err(problem::inventory)?;
    let mut shown = Vec::new();
    for holder in holders {
        let mut handovers = Vec::new();
        for given in &holder.handovers {
            let key = inventory.key(given.told.key).map_err(problem::inventory)?;
            if let Some(key) = key.filter(|key| key.forgotten_at.is_none()) {
                handovers.push(view::handover(given, &key));
            }
        }
        let mut open: Vec<i64> = handovers
            .iter()
            .filter(|given| !given.outdated)
            .map(|given| given.key)
            .collect();
        open.sort_unstable();
        open.dedup();
        shown.push(HolderView {
            person: holder.person,
            left_at: holder.left_at.map(|at| at.0),
            handovers,
            still_open: view::number(open.len()),
        });
    }
    Ok(shown)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_holder_left(
    app: AppHandle,
    shell: State<'_, Shell>,
    person: String,
    left: bool,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    let at = left.then(|| rooms.now());
    let set = rooms.inventory.set_holder_left(&person, at);
    set.map_err(problem::inventory)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn show_folder(shell: State<'_, Shell>, path: String) -> Reply<()> {
    // Only what this program wrote there.
    let folder = &shell.exports;
    if std::path::Path::new(&path).parent() != Some(folder.as_path()) {
        return Err(Problem::RecordGone);
    }
    desktop::open_folder(folder).map_err(|error| Problem::NotOpened {
        what: error.to_string(),
    })
}
