//! Builds the rooms and opens the window.

use crate::arguments::{WindowOptions, complain};
use crate::commands::settings;
use crate::practice_host::PracticeHost;
use crate::shell::Shell;
use crate::signals::asked_to_end;
use crate::{commands, events, problem, toolkit, window};
use clipboard::{Clipboard, Holding};
use contract::{InventoryView, Problem};
use coopcycle::Network;
use inventory::Inventory;
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
    let folder = options.data_folder.or_else(system_folder);
    let Some(folder) = folder else {
        return complain(&"this system names no folder for application data; use --data-folder");
    };
    let built = tauri::Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::bring_forward(app);
        }))
        .plugin(window::remember_size())
        .invoke_handler(handler())
        .setup(move |app| {
            set_up(app.handle(), folder)?;
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
                } => clear_late(app),
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => complain(&error),
    }
}

fn set_up(app: &AppHandle, folder: PathBuf) -> Result<(), Box<dyn std::error::Error>> {
    let (rooms, inventory) = match open_inventory(&folder) {
        Ok((opened, view)) => (Ok(Arc::new(rooms(app, opened)?)), view),
        Err(problem) => (Err(problem.clone()), InventoryView::Closed { problem }),
    };
    if let Ok(rooms) = &rooms {
        settings::apply(rooms, &settings::settings(Some(rooms)));
    }
    let practice = PracticeHost::new(folder.join("practice"));
    app.manage(Shell::new(rooms, inventory, practice, folder));
    commands::practice::start_again(app);
    events::watch(app);
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

/// Opens the inventory. A damaged file is set aside, never deleted, and a new one begun.
fn open_inventory(folder: &Path) -> Result<(Inventory, InventoryView), Problem> {
    let path = folder.join(INVENTORY_FILE);
    std::fs::create_dir_all(folder).map_err(|error| Problem::InventoryFailed {
        what: error.to_string(),
    })?;
    let failed = |error| problem::inventory(&error);
    match Inventory::open(&path) {
        Ok(inventory) => Ok((inventory, InventoryView::Ready)),
        Err(inventory::Error::Damaged { .. }) => {
            let aside = inventory::set_aside(&path, now()).map_err(failed)?;
            let fresh = Inventory::open(&path).map_err(failed)?;
            Ok((
                fresh,
                InventoryView::SetAside {
                    file: aside.display().to_string(),
                },
            ))
        }
        Err(error) => Err(failed(error)),
    }
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

fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    use commands::{clipboard, connections, keys, practice, settings, stores, window};
    tauri::generate_handler![
        window::overview,
        window::retry_keychain,
        window::stop_waiting_for_keychain,
        keys::list_keys,
        keys::locate_key,
        keys::key_detail,
        keys::list_activity,
        keys::key_form,
        keys::create_key,
        keys::check_key,
        keys::reveal_secret,
        keys::renew_secret,
        keys::set_note,
        keys::set_local_name,
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
