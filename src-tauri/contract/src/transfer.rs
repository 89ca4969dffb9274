//! Taking keys to another machine, and bringing keys in from files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An export that was written.
#[derive(Clone, Serialize, TS)]
pub struct ExportMade {
    /// The whole path of the file.
    pub path: String,
    /// The words that open it, shown once.
    pub passphrase: String,
    /// How many keys are in it.
    pub keys: u32,
    /// How many secrets are in it.
    pub secrets: u32,
    /// How many secrets were wanted but are not in the keychain.
    pub missing: u32,
}

/// The event `transferring`: how far an export or an import is.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct TransferProgress {
    /// How many keys are done.
    pub done: u32,
    /// Of how many.
    pub total: u32,
}

/// What kind of file is brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// A Saddlebag export.
    Transfer,
    /// A table.
    Csv,
    /// A `KeePass` database.
    Kdbx,
}

/// What a column of a table, or a field of a `KeePass` entry, holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// The server's address.
    BaseUrl,
    /// The Store's name.
    Store,
    /// The App name.
    Name,
    /// The public half.
    Identifier,
    /// The secret half, or the `ak_` value.
    Secret,
    /// Free text.
    Note,
}

/// Which file to read, and how.
#[derive(Clone, Deserialize, TS)]
pub struct ImportSource {
    /// What kind of file.
    pub kind: ImportKind,
    /// Its path.
    pub path: String,
    /// What opens it; not for tables.
    pub passphrase: Option<String>,
    /// For tables: what each column holds, in their order; `null` to guess.
    pub columns: Option<Vec<Option<ImportField>>>,
    /// The connection for rows that name no address.
    pub connection: Option<i64>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportColumn {
    /// Its heading.
    pub heading: String,
    /// What it holds, as told or guessed.
    pub field: Option<ImportField>,
    /// Its first value, dots when it looks like a secret.
    pub sample: String,
}

/// A field in which what is brought in differs from what is here.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportDifference {
    /// Which.
    pub field: DifferingField,
    /// What is here; empty for a secret.
    pub ours: String,
    /// What is in the file; empty for a secret.
    pub theirs: String,
}

/// What can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DifferingField {
    /// The local name.
    LocalName,
    /// The note.
    Note,
    /// The Identifier.
    Identifier,
    /// The secret.
    Secret,
    /// Whether it is archived.
    Archived,
}

/// What would become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportVerdict {
    /// It is not here yet.
    New,
    /// It is here, and what is missing here is in the file.
    Completes,
    /// It is here just so.
    Same,
    /// It is here otherwise: the person chooses.
    Differs,
    /// It cannot be used.
    Unusable,
}

/// Why a row cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportTrouble {
    /// It names no address, and no connection was chosen.
    NoAddress,
    /// Its address is none.
    BadAddress,
    /// It has neither Identifier nor `ak_` value.
    NoIdentifier,
    /// The same key stands in the file before.
    Repeated,
}

/// A key in the file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportRow {
    /// Its place in the file, from 0.
    pub index: u32,
    /// Store and name, as the file has them.
    pub subject: String,
    /// The address.
    pub base_url: String,
    /// The public half.
    pub identifier: Option<String>,
    /// Whether the file has its secret.
    pub has_secret: bool,
    /// What would become of it.
    pub verdict: ImportVerdict,
    /// In what it differs.
    pub differences: Vec<ImportDifference>,
    /// Why it cannot be used.
    pub trouble: Option<ImportTrouble>,
}

/// What a file would change, before anything is changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportPreview {
    /// Names this preview when it is applied.
    pub import: u32,
    /// What kind of file it is.
    pub kind: ImportKind,
    /// Columns of a table.
    pub columns: Vec<ImportColumn>,
    /// Addresses that are no connection here yet.
    pub new_connections: Vec<String>,
    /// Its keys.
    pub rows: Vec<ImportRow>,
    /// Entries of a `KeePass` database that hold no key of a shop, and stay out.
    pub skipped: u32,
}

/// What a person chose for a row.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct ImportChoice {
    /// Which row.
    pub index: u32,
    /// Whether what is in the file takes the place of what is here.
    pub take_theirs: bool,
}

/// What was brought in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportReport {
    /// Keys that were not here before.
    pub added: u32,
    /// Keys that were completed or changed.
    pub changed: u32,
    /// Keys left as they were.
    pub kept: u32,
    /// Secrets put into the keychain.
    pub secrets: u32,
    /// Secrets that the keychain did not take; they are held in memory.
    pub held: u32,
}
