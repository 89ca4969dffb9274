//! Lets the program finish what is open by itself: at its start, when the keychain is back, when
//! somebody asks for it, and now and then while something stays open.

use crate::events;
use crate::shell::Shell;
use operations::Context;
use std::time::Duration;
use tauri::{AppHandle, Manager as _};

/// The pause before anything else: the window draws first.
const START: Duration = Duration::from_secs(2);
/// The first pause while something is open; doubled while nothing comes of it.
const FIRST: Duration = Duration::from_secs(10);
/// The longest pause while something is open: a server that is down is not pestered.
const LONGEST: Duration = Duration::from_mins(5);
/// The pause while nothing is open: the day's backup is due some time.
const IDLE: Duration = Duration::from_hours(1);

/// Begins, and goes on as long as the program runs.
pub(crate) fn begin(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = app.state::<Shell>();
        let Ok(rooms) = shell.rooms() else { return };
        let mut keychain = rooms.keychain.subscribe();
        let mut pause = FIRST;
        tokio::time::sleep(START).await;
        loop {
            let before = open_work(rooms);
            let tended = operations::tend(rooms).await;
            let after = open_work(rooms);
            if before != after || tended.is_ok_and(|looked_at| !looked_at.is_empty()) {
                events::changed(&app, None);
            }
            pause = match after {
                0 => IDLE,
                open if open < before => FIRST,
                _ => (pause * 2).clamp(FIRST, LONGEST),
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = shell.tending.notified() => pause = FIRST,
                changed = keychain.changed() => {
                    if changed.is_err() {
                        return;
                    }
                    // Only an open keychain is news worth acting on.
                    if *keychain.borrow_and_update() != keychain::State::Ready {
                        continue_later(&mut keychain, &shell.tending).await;
                    }
                }
            }
        }
    });
}

/// Waits until the keychain is open, or somebody asks.
async fn continue_later(
    keychain: &mut tokio::sync::watch::Receiver<keychain::State>,
    asked: &tokio::sync::Notify,
) {
    tokio::select! {
        _ = keychain.wait_for(|state| *state == keychain::State::Ready) => {}
        () = asked.notified() => {}
        () = tokio::time::sleep(LONGEST) => {}
    }
}

/// How much is open.
fn open_work(rooms: &Context) -> usize {
    let open = rooms.inventory.open_intents();
    open.map_or(0, |open| open.len()) + rooms.held_secrets()
}
