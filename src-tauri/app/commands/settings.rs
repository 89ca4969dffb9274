//! What a person set, kept in the inventory as one text.

use super::Reply;
use crate::problem;
use crate::shell::Shell;
use contract::{Language, Layout, Problem, Settings, Theme};
use operations::Context;
use serde::Serialize;
use std::time::Duration;
use tauri::State;

const SETTINGS: &str = "settings";
const LAYOUT: &str = "layout";
/// The longest name on a sheet, in characters.
const SENDER_LIMIT: usize = 100;

/// The settings, or their defaults.
pub(crate) fn settings(rooms: Option<&Context>) -> Settings {
    let stored = rooms.and_then(|rooms| rooms.inventory.setting(SETTINGS).ok().flatten());
    let stored = stored.and_then(|text| serde_json::from_str(&text).ok());
    stored.unwrap_or(Settings {
        clipboard_seconds: u32::try_from(Context::DEFAULT_CLIPBOARD_TIME.as_secs()).ok(),
        theme: Theme::System,
        language: Language::System,
        reduce_motion: false,
        small_window: false,
        sender: String::new(),
        check_hours: Settings::default_check_hours(),
        rotation_days: Settings::default_rotation_days(),
    })
}

/// The widths of the panes, when they were changed.
pub(crate) fn layout(rooms: &Context) -> Option<Layout> {
    let stored = rooms.inventory.setting(LAYOUT).ok().flatten()?;
    serde_json::from_str(&stored).ok()
}

/// Lets the rooms know what concerns them.
pub(crate) fn apply(rooms: &Context, settings: &Settings) {
    let time = settings
        .clipboard_seconds
        .map(|seconds| Duration::from_secs(seconds.into()));
    operations::set_clipboard_time(rooms, time);
    rooms.set_sender(&settings.sender);
    rooms.set_language(match settings.language {
        Language::En => "en",
        Language::Fr => "fr",
        Language::System => system_language(),
    });
}

fn system_language() -> &'static str {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    if named.is_some_and(|value| value.starts_with("fr")) {
        "fr"
    } else {
        "en"
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn save_settings(shell: State<'_, Shell>, settings: Settings) -> Reply<Settings> {
    let limits = [
        ("clipboard_seconds", settings.clipboard_seconds, 10..=300),
        ("check_hours", settings.check_hours, 1..=168),
        ("rotation_days", settings.rotation_days, 30..=3650),
    ];
    for (name, value, range) in limits {
        if value.is_some_and(|value| !range.contains(&value)) {
            return Err(Problem::BadSetting {
                name: name.to_owned(),
            });
        }
    }
    if settings.sender.chars().count() > SENDER_LIMIT {
        return Err(Problem::BadSetting {
            name: "sender".to_owned(),
        });
    }
    let rooms = shell.rooms()?;
    save(rooms, SETTINGS, &settings)?;
    apply(rooms, &settings);
    Ok(settings)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn save_layout(shell: State<'_, Shell>, layout: Layout) -> Reply<()> {
    save(shell.rooms()?, LAYOUT, &layout)
}

fn save(rooms: &Context, name: &str, value: &impl Serialize) -> Reply<()> {
    let text = serde_json::to_string(value).map_err(|_| Problem::BadSetting {
        name: name.to_owned(),
    })?;
    rooms
        .inventory
        .set_setting(name, &text)
        .map_err(problem::inventory)
}
