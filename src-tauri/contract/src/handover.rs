//! Handing keys over: sheets, sealed packs, who holds what.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{CopyField, KeyStatus};

/// Where the receiver will enter the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// The WordPress plugin.
    #[serde(rename = "woocommerce")]
    WooCommerce,
    /// The PrestaShop module.
    #[serde(rename = "prestashop")]
    PrestaShop,
    /// A Shopify shop.
    Shopify,
    /// Own code in PHP.
    Php,
    /// A terminal.
    Curl,
    /// Anything else that speaks HTTP.
    Api,
}

/// The receiver's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SheetLanguage {
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// German.
    De,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
    /// Catalan.
    Ca,
}

/// How a key is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The sheet was copied, the Secret apart.
    Copied,
    /// The sheet went by e-mail, without the Secret.
    Mail,
    /// The sheet was printed.
    Printed,
    /// A file of the sheet, without the Secret.
    Pdf,
    /// Sheet and values in one encrypted file.
    SealedPack,
    /// A QR code on the screen.
    Qr,
    /// Some other way.
    Other,
}

/// Which sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetRequest {
    /// For which key.
    pub key: i64,
    /// For what.
    pub platform: Platform,
    /// In which language.
    pub language: SheetLanguage,
}

/// A value on a sheet, under the receiver's own name for its field.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetValue {
    /// The receiver's name of the field.
    pub label: String,
    /// Our name of it, where it is another.
    pub also: Option<String>,
    /// The value; `null` for the Secret, which comes another way.
    pub value: Option<String>,
    /// What stands in place of the Secret.
    pub instead: Option<String>,
}

/// A hand-over sheet. It never holds the Secret.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Sheet {
    /// ISO 639-1 code of its language.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What this is, in two sentences.
    pub lead: String,
    /// Heading of the values.
    pub values_heading: String,
    /// The values.
    pub values: Vec<SheetValue>,
    /// Heading of the steps.
    pub steps_heading: String,
    /// What to do, one after the other.
    pub steps: Vec<String>,
    /// An example to run or to build on, with a place for the Secret.
    pub code: Option<String>,
    /// Heading of the check code.
    pub check_heading: String,
    /// What the check code is for and how the receiver computes it.
    pub check_text: String,
    /// The check code; `null` when the secret is not at hand.
    pub check_code: Option<String>,
    /// Heading of the notes.
    pub notes_heading: String,
    /// What helps when it does not work.
    pub notes: Vec<String>,
    /// Date and sender.
    pub footer: String,
}

/// A sealed pack that was written.
#[derive(Clone, Serialize, TS)]
pub struct SealedPack {
    /// The whole path of the file.
    pub path: String,
    /// The words that open it, shown once.
    pub passphrase: String,
    /// The hand-over that was recorded.
    pub handover: i64,
}

/// A QR code of one value.
#[derive(Clone, Serialize, TS)]
pub struct QrCode {
    /// Which value.
    pub field: CopyField,
    /// How many modules it has on each side.
    pub size: u32,
    /// One text of `0` and `1` for each row.
    pub rows: Vec<String>,
}

/// A hand-over that was made.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HandoverView {
    /// Its number.
    pub id: i64,
    /// Which key.
    pub key: i64,
    /// Its name and Store, as a person knows it.
    pub subject: String,
    /// Its connection's number.
    pub connection: i64,
    /// The key's state.
    pub status: KeyStatus,
    /// To whom.
    pub person: String,
    /// How.
    pub channel: Channel,
    /// For what.
    pub platform: Platform,
    /// In which language.
    pub language: SheetLanguage,
    /// When.
    pub at: i64,
    /// Local account name of who did it.
    pub who: String,
    /// When the receiver said that it works.
    pub confirmed_at: Option<i64>,
    /// Whether the key has another secret since, so that what the person holds opens nothing.
    pub outdated: bool,
}

/// Somebody who holds keys.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HolderView {
    /// As the coordinator calls the person.
    pub person: String,
    /// When the person left.
    pub left_at: Option<i64>,
    /// What was handed over to the person, newest first.
    pub handovers: Vec<HandoverView>,
    /// Keys the person still holds: to rotate, should the person leave.
    pub still_open: u32,
}
