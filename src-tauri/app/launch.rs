//! Builds the rooms and opens the window.

use crate::arguments::{WindowOptions, complain};
use crate::commands::settings;
use crate::practice_host::PracticeHost;
use crate::shell::{Places, Shell};
use crate::signals::asked_to_end;
use crate::{checking, commands, events, problem, tending, toolkit, window};
use clipboard::{Clipboard, Holding};
use contract::{InventoryView, Problem};
use coopcycle::Network;
use inventory::{Claim, Inventory};
use keychain::Keychain;
use keys::Moment;
use operations::Context;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use tauri::{AppHandle, Manager as _, RunEvent, WindowEvent};

/// The inventory's file in the data folder.
const INVENTORY_FILE: &str = "inventory.sqlite3";

/// Opens the window and stays until it is closed.
pub(crate) fn window(options: WindowOptions) -> ExitCode {
    let exports = match &options.data_folder {
        Some(folder) => folder.join("exports"),
        None => dirs::download_dir()
            .or_else(dirs::document_dir)
            .unwrap_or_default(),
    };
    let folder = options.data_folder.or_else(system_folder);
    let Some(data_folder) = folder else {
        return complain(&"this system names no folder for application data; use --data-folder");
    };
    let places = Places {
        inventory_file: data_folder.join(INVENTORY_FILE),
        exports: if exports.as_os_str().is_empty() {
            data_folder.join("exports")
        } else {
            exports
        },
        data_folder,
    };
    let built = tauri::Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::bring_forward(app);
        }))
        .plugin(window::remember_size())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(handler())
        .setup(move |app| {
            set_up(app.handle(), places)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| match event {
                RunEvent::Exit => leave(app),
                RunEvent::WindowEvent {
                    event: WindowEvent::Focused(true),
                    ..
                } => {
                    clear_late(app);
                    tend_to_it(app);
                }
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => complain(&error),
    }
}

fn set_up(app: &AppHandle, places: Places) -> Result<(), Box<dyn std::error::Error>> {
    let (rooms, inventory, claim) = match claim_and_open(&places) {
        Ok((opened, view, claim)) => (Ok(Arc::new(rooms(app, opened)?)), view, Some(claim)),
        Err(problem) => (
            Err(problem.clone()),
            InventoryView::Closed { problem },
            None,
        ),
    };
    if let Ok(rooms) = &rooms {
        settings::apply(rooms, &settings::settings(Some(rooms)));
    }
    let practice = PracticeHost::new(places.data_folder.join("practice"));
    app.manage(Shell::new(rooms, inventory, practice, places, claim));
    commands::practice::start_again(app);
    events::watch(app);
    tending::begin(app);
    checking::begin(app);
    end_when_asked(app);
    window::open(app)?;
    Ok(())
}

fn rooms(app: &AppHandle, inventory: Inventory) -> Result<Context, coopcycle::Error> {
    Ok(Context::new(
        inventory,
        Keychain::system(),
        Clipboard::system(toolkit::clipboard(app)),
        Network::new()?,
        Box::new(now),
        whoami::username(),
    ))
}

/// Opens the inventory, once no other program has its folder. A damaged file is set aside, never
/// deleted, and rebuilt from the newest backup, or begun anew.
fn claim_and_open(places: &Places) -> Result<(Inventory, InventoryView, Claim), Problem> {
    let path = &places.inventory_file;
    std::fs::create_dir_all(&places.data_folder).map_err(|error| Problem::InventoryFailed {
        what: error.to_string(),
    })?;
    let failed = problem::inventory;
    let claim = Claim::take(&places.data_folder).map_err(failed)?;
    let has_backups = !inventory::backups(path).map_err(failed)?.is_empty();
    if !path.exists() && has_backups {
        // A damaged file was set aside, and the program ended before it was rebuilt.
        return rebuild(places, path, claim);
    }
    match Inventory::open(path, now()) {
        Ok(inventory) => Ok((inventory, InventoryView::Ready, claim)),
        Err(inventory::Error::Damaged { .. }) => {
            let aside = inventory::set_aside(path, now()).map_err(failed)?;
            rebuild(places, &aside, claim)
        }
        Err(error) => Err(failed(error)),
    }
}

fn rebuild(
    places: &Places,
    aside: &Path,
    claim: Claim,
) -> Result<(Inventory, InventoryView, Claim), Problem> {
    let rebuilt = inventory::rebuild(&places.inventory_file, now());
    let (inventory, backup) = rebuilt.map_err(problem::inventory)?;
    let view = InventoryView::SetAside {
        file: aside.display().to_string(),
        restored: backup.map(|backup| backup.at.0),
    };
    Ok((inventory, view, claim))
}

/// Ends as if the window were closed, so that a sign-out of the desktop clears the clipboard too.
fn end_when_asked(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        asked_to_end().await;
        app.exit(0);
    });
}

/// Clears what could not be cleared in time: some desktops let only a focused window do it.
fn clear_late(app: &AppHandle) {
    // The window may be focused before the rooms are there.
    let Some(shell) = app.try_state::<Shell>() else {
        return;
    };
    let Ok(rooms) = shell.rooms().cloned() else {
        return;
    };
    if *rooms.clipboard.subscribe().borrow() != Holding::NotCleared {
        return;
    }
    tauri::async_runtime::spawn(async move {
        // The strip goes on saying that it is not cleared.
        let _ = operations::clear_clipboard(&rooms).await;
    });
}

/// Whoever comes back to the window may have come back to the network.
fn tend_to_it(app: &AppHandle) {
    if let Some(shell) = app.try_state::<Shell>() {
        shell.tending.notify_one();
    }
}

/// Clears the clipboard if it still holds our text, and leaves the inventory as one file.
fn leave(app: &AppHandle) {
    let shell = app.state::<Shell>();
    if let Ok(rooms) = shell.rooms() {
        rooms.clipboard.clear_on_quit();
        // What is left in the log is read at the next start: no reason to complain now.
        let _ = rooms.inventory.settle();
    }
    shell.practice.stop();
}

fn system_folder() -> Option<PathBuf> {
    // Local, not roaming: the inventory belongs to this machine's keychain.
    dirs::data_local_dir().map(|folder| folder.join("saddlebag"))
}

fn now() -> Moment {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

#[expect(clippy::too_many_lines, reason = "the list of commands, one a line")]
fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    use commands::{
        activity, attention, backups, checks, clipboard, connections, consumer_keys, differences,
        drafts, handing, keychain, keys, practice, practice_shop, questions, rotations, settings,
        sites, stores, transfer, window,
    };
    tauri::generate_handler![
        window::overview,
        keychain::retry_keychain,
        keychain::stop_waiting_for_keychain,
        keychain::rescue_secrets,
        keys::list_keys,
        keys::locate_key,
        keys::key_detail,
        keys::key_form,
        keys::create_key,
        consumer_keys::consumer_key_form,
        consumer_keys::find_site_users,
        consumer_keys::create_consumer_key,
        consumer_keys::edit_consumer_key,
        consumer_keys::revoke_keys,
        consumer_keys::remake_key,
        consumer_keys::paste_key,
        sites::recognise_site,
        sites::add_site,
        sites::open_site_page,
        checks::ask_in_address,
        rotations::look_for_access,
        practice_shop::set_practice_shop_mode,
        practice_shop::practice_shop_act,
        keys::check_key,
        keys::reveal_secret,
        keys::renew_secret,
        keys::set_note,
        keys::set_local_name,
        activity::list_activity,
        activity::people,
        activity::export_activity,
        differences::archive_key,
        differences::unarchive_key,
        differences::forget_key,
        differences::undo_forget_key,
        differences::accept_new_pair,
        differences::mark_drift_seen,
        differences::mark_all_drift_seen,
        drafts::list_drafts,
        drafts::save_draft,
        drafts::delete_draft,
        drafts::restore_draft,
        drafts::clear_sent_drafts,
        drafts::send_drafts,
        drafts::stop_sending,
        questions::open_questions,
        questions::decide,
        backups::list_backups,
        backups::back_up,
        backups::restore_backup,
        stores::list_stores,
        stores::store_form,
        stores::geocode,
        stores::create_store,
        stores::time_slots,
        stores::set_time_slot,
        connections::recognise_server,
        connections::sign_in,
        connections::submit_code,
        connections::cancel_sign_in,
        connections::sign_out,
        connections::disconnect,
        connections::set_connection_colour,
        connections::refresh,
        connections::cancel_refresh,
        clipboard::copy_field,
        clipboard::clear_clipboard,
        clipboard::extend_clipboard,
        clipboard::copy_in_turn,
        clipboard::copy_next,
        clipboard::stop_copying_in_turn,
        clipboard::copy_passphrase,
        checks::check_all,
        checks::stop_checking,
        checks::diagnose_key,
        checks::diagnose_values,
        checks::letter,
        checks::copy_letter,
        attention::list_attention,
        attention::put_off,
        attention::take_up,
        handing::sheet,
        handing::check_code,
        handing::copy_sheet,
        handing::mail_sheet,
        handing::mail_pack,
        handing::print_sheet,
        handing::save_sheet_pdf,
        handing::seal_pack,
        handing::reveal_qr,
        handing::record_handover,
        handing::confirm_handover,
        handing::remove_handover,
        handing::restore_handover,
        handing::holders,
        handing::set_holder_left,
        handing::show_folder,
        rotations::rotations,
        rotations::begin_rotation,
        rotations::make_rotation_key,
        rotations::look_for_delivery,
        rotations::confirm_rotation,
        rotations::retire_old_key,
        rotations::open_app_page,
        rotations::finish_rotation,
        rotations::give_up_rotation,
        transfer::export_connections,
        transfer::choose_file,
        transfer::read_import,
        transfer::apply_import,
        transfer::discard_import,
        settings::save_settings,
        settings::save_layout,
        practice::start_practice,
        practice::stop_practice,
        practice::practice_panel,
        practice::add_practice_fault,
        practice::clear_practice_faults,
        practice::practice_act,
        practice::set_practice_mode,
        practice::set_practice_maintenance,
        practice::reset_practice,
    ]
}
