//! What a person may set.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The language of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// As the system has it.
    System,
    /// English.
    En,
    /// French.
    Fr,
}

/// All settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Seconds until a copy is cleared, 10 to 300; `null` for never.
    pub clipboard_seconds: Option<u32>,
    /// Light or dark.
    pub theme: Theme,
    /// Words.
    pub language: Language,
    /// No motion, whatever the system says.
    pub reduce_motion: bool,
    /// Whether a small window stays above all others while values are copied in turn.
    #[serde(default)]
    pub small_window: bool,
    /// Who signs hand-over sheets; empty for the local account's name.
    #[serde(default)]
    pub sender: String,
    /// After how many hours a key is checked again by itself, 1 to 168; `null` for never.
    #[serde(default = "Settings::default_check_hours")]
    pub check_hours: Option<u32>,
    /// After how many days a Secret is old, 30 to 3650; `null` for never.
    #[serde(default = "Settings::default_rotation_days")]
    pub rotation_days: Option<u32>,
}

impl Settings {
    /// Once a day.
    pub const fn default_check_hours() -> Option<u32> {
        Some(24)
    }

    /// Once a year.
    pub const fn default_rotation_days() -> Option<u32> {
        Some(365)
    }
}

/// Widths of the panes, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Layout {
    /// The rail.
    pub rail: u32,
    /// The detail.
    pub detail: u32,
}
