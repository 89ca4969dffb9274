//! From a file to keys that may be brought in, whatever kind of file it is.

use super::{ImportKind, ImportSource, RowTrouble};
use crate::Error;
use crate::hand_over::off_thread;
use keys::{ConnectionKind, Identifier, KeyType, Scope, Secret, ServerUrl, SiteFacts};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use transfer::{FoundKey, ImportField, Parcel, ParcelConsumer, ParcelHandover, Theirs};
use zeroize::Zeroizing;

/// The largest file that is read, in megabytes.
pub const FILE_LIMIT_MB: u32 = 64;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What it holds, as told or guessed.
    pub field: Option<ImportField>,
    /// Its first value, dots when it looks like a secret.
    pub sample: String,
}

/// What a parcel tells of a key's connection.
#[derive(Clone, Debug)]
pub(crate) struct ToldConnection {
    pub(crate) name: String,
    pub(crate) kind: ConnectionKind,
    pub(crate) username: String,
    pub(crate) site: Option<SiteFacts>,
}

/// A key of a file.
pub(crate) struct Incoming {
    pub(crate) url: Result<ServerUrl, RowTrouble>,
    pub(crate) connection: Option<ToldConnection>,
    pub(crate) server_id: Option<i64>,
    pub(crate) name: String,
    pub(crate) local_name: Option<String>,
    pub(crate) key_type: KeyType,
    pub(crate) store_name: String,
    pub(crate) scopes: Option<Vec<Scope>>,
    pub(crate) identifier: Option<String>,
    pub(crate) secret: Option<Secret>,
    pub(crate) note: String,
    pub(crate) archived: bool,
    pub(crate) consumer: Option<ParcelConsumer>,
    is_parcel: bool,
    pub(crate) handovers: Vec<ParcelHandover>,
}

impl Incoming {
    /// Store and name in one line.
    pub(crate) fn subject(&self) -> String {
        match (self.store_name.is_empty(), self.name.is_empty()) {
            (true, _) => self.name.clone(),
            (false, true) => self.store_name.clone(),
            (false, false) => format!("{} — {}", self.store_name, self.name),
        }
    }

    pub(crate) fn parsed_identifier(&self) -> Option<Identifier> {
        self.identifier.as_deref().and_then(Identifier::new)
    }

    pub(crate) fn theirs(&self) -> Theirs<'_> {
        Theirs {
            identifier: self.identifier.as_deref(),
            secret: self.secret.as_ref(),
            server_id: self.server_id,
            local_name: self.local_name.as_deref(),
            note: &self.note,
            archived: self.is_parcel.then_some(self.archived),
        }
    }

    fn of_found(found: FoundKey, fallback: Option<&ServerUrl>) -> Self {
        let key_type = found.key_type().unwrap_or(KeyType::OAuth);
        let url = match (&found.base_url, fallback) {
            (Some(typed), _) if key_type == KeyType::Consumer => site_address(typed),
            (Some(typed), _) => address(typed),
            (None, Some(fallback)) => Ok(fallback.clone()),
            (None, None) => Err(RowTrouble::NoAddress),
        };
        let name = if found.name.is_empty() {
            found.store_name.clone()
        } else {
            found.name
        };
        Self {
            url,
            connection: None,
            server_id: None,
            name,
            local_name: None,
            key_type,
            store_name: found.store_name,
            scopes: None,
            identifier: found.identifier,
            secret: found.secret,
            note: found.note,
            archived: false,
            consumer: None,
            is_parcel: false,
            handovers: Vec::new(),
        }
    }
}

/// An address as people write it in a table: with a path, without a scheme.
fn address(typed: &str) -> Result<ServerUrl, RowTrouble> {
    let found = coopcycle::read_address(typed).map_err(|_| RowTrouble::BadAddress)?;
    found.into_iter().next().ok_or(RowTrouble::BadAddress)
}

/// The same of a site, which may live in a folder.
fn site_address(typed: &str) -> Result<ServerUrl, RowTrouble> {
    woocommerce::read_address(typed).map_err(|_| RowTrouble::BadAddress)
}

/// What a file holds.
#[derive(Default)]
pub(crate) struct FileContent {
    /// Columns, if it is a table.
    pub(crate) columns: Vec<Column>,
    pub(crate) keys: Vec<Incoming>,
    /// Entries that are no key of a shop.
    pub(crate) skipped: usize,
}

/// Reads the file.
pub(crate) async fn read_file(
    source: ImportSource,
    fallback: Option<ServerUrl>,
) -> Result<FileContent, Error> {
    off_thread(move || {
        let bytes = read_bytes(&source.path)?;
        let none = Secret::new(String::new());
        let passphrase = source.passphrase.as_ref().unwrap_or(&none);
        match source.kind {
            ImportKind::Transfer => {
                let plain = sealed::open(&bytes, passphrase)?;
                Ok(FileContent {
                    keys: of_parcel(transfer::read(&plain)?),
                    ..FileContent::default()
                })
            }
            ImportKind::Csv => of_table(&bytes, source.columns, fallback.as_ref()),
            ImportKind::Kdbx => {
                let found = transfer::read_kdbx(&bytes, passphrase)?;
                let incoming = found.keys.into_iter();
                let incoming = incoming.map(|key| Incoming::of_found(key, fallback.as_ref()));
                Ok(FileContent {
                    keys: incoming.collect(),
                    skipped: found.skipped,
                    ..FileContent::default()
                })
            }
        }
    })
    .await?
}

fn read_bytes(path: &Path) -> Result<Zeroizing<Vec<u8>>, Error> {
    let limit = u64::from(FILE_LIMIT_MB) * 1024 * 1024;
    let mut file = File::open(path).map_err(Error::FileUnreadable)?;
    let mut bytes = Zeroizing::new(Vec::new());
    let read = (&mut file).take(limit + 1).read_to_end(&mut bytes);
    read.map_err(Error::FileUnreadable)?;
    if bytes.len() as u64 > limit {
        return Err(Error::FileTooLarge);
    }
    Ok(bytes)
}

fn of_table(
    bytes: &[u8],
    columns: Option<Vec<Option<ImportField>>>,
    fallback: Option<&ServerUrl>,
) -> Result<FileContent, Error> {
    let table = transfer::read_table(bytes)?;
    let chosen = columns.is_some();
    let fields = columns.unwrap_or_else(|| table.guesses.clone());
    let tells_keys = fields
        .iter()
        .flatten()
        .any(|field| matches!(field, ImportField::Identifier | ImportField::Secret));
    // Nothing guessed is a question to the person; nothing chosen is an error.
    if chosen && !tells_keys {
        return Err(Error::NoKeyColumn);
    }
    let shown = table.headings.iter().enumerate().map(|(index, heading)| {
        let field = fields.get(index).copied().flatten();
        Column {
            heading: heading.clone(),
            field,
            sample: table.sample(index, field),
        }
    });
    let rows = table.rows(&fields).into_iter();
    let rows = rows.map(|found| Incoming::of_found(found, fallback));
    Ok(FileContent {
        columns: shown.collect(),
        keys: rows.collect(),
        skipped: 0,
    })
}

fn of_parcel(parcel: Parcel) -> Vec<Incoming> {
    let mut incoming = Vec::new();
    for connection in parcel.connections {
        let told = ToldConnection {
            name: connection.name,
            kind: connection.kind,
            username: connection.username,
            site: connection.site,
        };
        for key in connection.keys {
            incoming.push(Incoming {
                url: ServerUrl::parse_site(&connection.url).map_err(|_| RowTrouble::BadAddress),
                connection: Some(told.clone()),
                server_id: key.server_id,
                name: key.app_name,
                local_name: key.local_name,
                key_type: key.key_type,
                store_name: key.store_name,
                scopes: key.scopes,
                identifier: key.identifier,
                secret: key.secret,
                note: key.note,
                archived: key.archived,
                consumer: key.consumer,
                is_parcel: true,
                handovers: key.handovers,
            });
        }
    }
    incoming
}
