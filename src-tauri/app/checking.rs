//! Checks keys by itself, one now and then, so that a key that died is seen before the shop
//! complains.

use crate::commands::settings::settings;
use crate::events;
use crate::shell::Shell;
use keys::Moment;
use std::time::Duration;
use tauri::{AppHandle, Manager as _};

/// The pause before the first: the window, and what is open, come first.
const START: Duration = Duration::from_mins(1);
/// The pause between two keys: each check asks the server four times.
const BETWEEN: Duration = Duration::from_secs(20);
/// The pause when none is due, or the keychain or the network is not there.
const IDLE: Duration = Duration::from_mins(10);
/// An hour in milliseconds.
const HOUR: i64 = 60 * 60 * 1000;

/// Begins, and goes on as long as the program runs.
pub(crate) fn begin(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = app.state::<Shell>();
        let Ok(rooms) = shell.rooms() else { return };
        let mut pause = START;
        loop {
            tokio::time::sleep(pause).await;
            pause = IDLE;
            let Some(hours) = settings(Some(rooms)).check_hours else {
                continue;
            };
            // A keychain that is not open would ask the person for it out of the blue.
            if rooms.keychain.state() != keychain::State::Ready {
                continue;
            }
            let since = Moment(rooms.now().0 - i64::from(hours) * HOUR);
            if let Ok(Some(connection)) = operations::check_next(rooms, since).await {
                events::changed(&app, Some(connection));
                pause = BETWEEN;
            }
        }
    });
}
