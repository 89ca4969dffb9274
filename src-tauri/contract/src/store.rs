//! Stores: list, the server's own form, creation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Mark;

/// A window onto the list of Stores.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StoreQuery {
    /// Words that must all occur; accents and case do not matter.
    pub text: String,
    /// Only this connection.
    pub connection: Option<i64>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to return.
    pub limit: u32,
}

/// A row of the list of Stores.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StoreRow {
    /// Its number.
    pub id: i64,
    /// Its connection's number.
    pub connection: i64,
    /// The server's number.
    pub server_id: i64,
    /// Its name.
    pub name: String,
    /// Its address as one line.
    pub address: String,
    /// How many keys it has.
    pub keys: u32,
    /// Whether it has a time slot.
    pub has_time_slot: bool,
    /// Whether the server has it no more.
    pub gone: bool,
    /// Matches of the search, in name and connection.
    pub marks: Vec<Mark>,
}

/// Rows and how many there are in all.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StorePage {
    /// How many rows the query has.
    pub total: u32,
    /// Those asked for.
    pub rows: Vec<StoreRow>,
}

/// How a field is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormFieldKind {
    /// One line of text.
    Text,
    /// A telephone number.
    Telephone,
    /// A web address.
    Website,
    /// A number.
    Number,
    /// On or off.
    Checkbox,
    /// One of `options`.
    Select,
    /// The street address, to be found on the map; its position is in two hidden fields.
    Address,
}

/// One choice of a select.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FormOption {
    /// Sent.
    pub value: String,
    /// Shown, in the server's words.
    pub label: String,
}

/// A field of the server's own form that a person may fill.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FormField {
    /// The server's name of it, e.g. `store[telephone]`.
    pub name: String,
    /// How it is drawn.
    pub kind: FormFieldKind,
    /// The server's label, in the session's language; empty when it has none.
    pub label: String,
    /// The server's help text.
    pub help: String,
    /// Its present value; for a checkbox `1` or empty.
    pub value: String,
    /// Whether it must be filled.
    pub required: bool,
    /// Choices of a select.
    pub options: Vec<FormOption>,
}

/// The server's form for a new Store, as it is today.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StoreForm {
    /// Fields in the server's order.
    pub fields: Vec<FormField>,
    /// Lower-case ISO 3166-1 alpha-2 of the instance, when known.
    pub country: Option<String>,
}

/// A point on the map, in degrees.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Position {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}

/// A Store that now exists.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StoreCreated {
    /// Its number here.
    pub store: i64,
    /// The server's number.
    pub server_id: i64,
    /// Its name.
    pub name: String,
    /// Whether it has a time slot, which the WordPress plugin's date picker needs.
    pub has_time_slot: bool,
}

/// A time slot to choose for a Store.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TimeSlot {
    /// The server's path of it.
    pub id: String,
    /// Its name.
    pub name: String,
}
