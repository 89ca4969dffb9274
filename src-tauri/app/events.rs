//! Tells the page what changed behind its back.

use crate::shell::Shell;
use crate::{view, window};
use contract::{
    Changed, CheckProgress, ClipboardView, Progress, RescueProgress, SendProgress, TransferProgress,
};
use keys::ConnectionId;
use serde::Serialize;
use tauri::{AppHandle, Emitter as _, Manager as _};

fn send<T: Serialize + Clone>(app: &AppHandle, name: &str, carried: T) {
    // A window that is closing hears nothing any more, and needs nothing.
    let _ = app.emit(name, carried);
}

/// Records changed.
pub(crate) fn changed(app: &AppHandle, connection: Option<ConnectionId>) {
    send(
        app,
        "changed",
        Changed {
            connection: connection.map(|id| id.0),
        },
    );
}

/// How far a refresh is.
pub(crate) fn progress(app: &AppHandle, progress: Progress) {
    send(app, "progress", progress);
}

/// How far sending drafts is.
pub(crate) fn sending(app: &AppHandle, progress: SendProgress) {
    send(app, "sending", progress);
}

/// How far bringing every secret into the keychain is.
pub(crate) fn rescuing(app: &AppHandle, progress: RescueProgress) {
    send(app, "rescuing", progress);
}

/// How far checking all keys is.
pub(crate) fn checking(app: &AppHandle, progress: CheckProgress) {
    send(app, "checking", progress);
}

/// How far an export or an import is.
pub(crate) fn transferring(app: &AppHandle, done: usize, total: usize) {
    let (done, total) = (view::number(done), view::number(total));
    send(app, "transferring", TransferProgress { done, total });
}

/// The clipboard strip.
pub(crate) fn clipboard(app: &AppHandle) {
    let shell = app.state::<Shell>();
    let Ok(rooms) = shell.rooms() else { return };
    let mut told = view::clipboard(rooms);
    // Where something of ours was before, "nothing" is news.
    if told == ClipboardView::Nothing && rooms.forget_copied() {
        told = ClipboardView::Cleared;
    }
    let is_in_turn = matches!(told, ClipboardView::Ours { turn: Some(_), .. });
    if !is_in_turn {
        window::close_small(app);
    }
    send(app, "clipboard", told);
}

/// The practice co-op started or stopped.
pub(crate) fn practice(app: &AppHandle) {
    send(app, "practice", app.state::<Shell>().practice.view());
}

/// Passes on what the rooms say of themselves, as long as the program runs.
pub(crate) fn watch(app: &AppHandle) {
    let shell = app.state::<Shell>();
    let Ok(rooms) = shell.rooms() else { return };
    let mut keychain = rooms.keychain.subscribe();
    let handle = app.clone();
    tauri::async_runtime::spawn(async move {
        while keychain.changed().await.is_ok() {
            let state = *keychain.borrow_and_update();
            send(&handle, "keychain", view::keychain(state));
        }
    });
    let mut holding = rooms.clipboard.subscribe();
    let handle = app.clone();
    tauri::async_runtime::spawn(async move {
        while holding.changed().await.is_ok() {
            holding.borrow_and_update();
            clipboard(&handle);
        }
    });
}
