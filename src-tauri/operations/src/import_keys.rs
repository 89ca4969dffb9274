//! Import: keys of a file, shown beside what is here before anything changes, then brought in as
//! the person chose.
//!
//! Bringing in needs no intent: nothing is asked of a server, and reading the same file again goes
//! on where it ended.

mod beside;
mod incoming;

use crate::context::lock;
use crate::fingerprint::fingerprint;
use crate::seen::keep_secret;
use crate::{Context, Error, set_local_name, set_note, undo_forget_key};
use beside::{connection_at, difference, judge_beside, known, new_handovers, of_one_pair};
use incoming::{Incoming, ToldConnection, read_file};
use inventory::{NewConnection, NewImportedKey};
use keys::{
    Act, Connection, ConnectionId, ConnectionKind, Key, KeyId, KeyType, NewHandover, Secret,
    ServerAppId, ServerUrl, SessionState,
};
use std::path::PathBuf;
use transfer::{ImportField, KeyField, Repeats, Verdict};

pub use incoming::{Column, FILE_LIMIT_MB};

/// What kind of file is brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// A Saddlebag export.
    Transfer,
    /// A table.
    Csv,
    /// A `KeePass` database.
    Kdbx,
}

/// Which file to read, and how.
#[derive(Debug)]
pub struct ImportSource {
    /// What kind of file.
    pub kind: ImportKind,
    /// Where it is.
    pub path: PathBuf,
    /// What opens it; not for tables.
    pub passphrase: Option<Secret>,
    /// For tables: what each column holds; `None` to guess.
    pub columns: Option<Vec<Option<ImportField>>>,
    /// The connection of rows that name no address.
    pub connection: Option<ConnectionId>,
}

/// Why a row cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowTrouble {
    /// It names no address, and no connection was chosen.
    NoAddress,
    /// Its address is none.
    BadAddress,
    /// It has neither Identifier nor `ak_` value.
    NoIdentifier,
    /// The same key stands in the file before.
    Repeated,
}

/// What would become of a key of the file.
#[derive(Clone, Debug)]
pub struct PreviewRow {
    /// Store and name, as the file has them.
    pub subject: String,
    /// The address.
    pub base_url: String,
    /// The public half.
    pub identifier: Option<String>,
    /// Whether the file has its secret.
    pub has_secret: bool,
    /// What would become of it, or why it cannot be used.
    pub judged: Result<Verdict, RowTrouble>,
    /// What differs: the field, what is here, what is in the file; a secret is never told.
    pub differences: Vec<(KeyField, String, String)>,
}

/// What a file would change.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Names it when it is applied.
    pub import: u32,
    /// Columns of a table.
    pub columns: Vec<Column>,
    /// Addresses that are no connection here yet.
    pub new_connections: Vec<String>,
    /// Its keys, in the file's order.
    pub rows: Vec<PreviewRow>,
    /// Entries that hold no key of a shop, and stay out.
    pub skipped: usize,
}

/// What was brought in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Keys that were not here before.
    pub added: usize,
    /// Keys that were completed or changed.
    pub changed: usize,
    /// Keys left as they were.
    pub kept: usize,
    /// Secrets put into the keychain.
    pub secrets: usize,
    /// Secrets that the keychain did not take; held in memory.
    pub held: usize,
}

/// A file that was read and waits for the person's choice. Its secrets are only here.
pub(crate) struct Pending {
    number: u32,
    rows: Vec<(Incoming, bool)>,
}

/// Reads a file and tells what it would change. A former preview is over.
pub async fn read_import(context: &Context, source: ImportSource) -> Result<Preview, Error> {
    let fallback = match source.connection {
        Some(id) => Some(crate::session::connection(context, id)?.url),
        None => None,
    };
    let file = read_file(source, fallback).await?;
    let mut repeats = Repeats::new();
    let mut rows = Vec::new();
    let mut new_connections = Vec::new();
    let mut pending = Vec::new();
    for each in file.keys {
        let row = preview(context, &each, &mut repeats)?;
        if let (Ok(url), Ok(_)) = (&each.url, &row.judged)
            && connection_at(context, url)?.is_none()
            && !new_connections.iter().any(|known| known == url.as_str())
        {
            new_connections.push(url.as_str().to_owned());
        }
        pending.push((each, row.judged.is_ok()));
        rows.push(row);
    }
    let mut kept = lock(&context.import);
    let number = kept.as_ref().map_or(1, |former| former.number + 1);
    *kept = Some(Pending {
        number,
        rows: pending,
    });
    Ok(Preview {
        import: number,
        columns: file.columns,
        new_connections,
        rows,
        skipped: file.skipped,
    })
}

/// Forgets a preview and its secrets.
pub fn discard_import(context: &Context, import: u32) {
    let mut kept = lock(&context.import);
    if kept.as_ref().is_some_and(|kept| kept.number == import) {
        *kept = None;
    }
}

fn preview(context: &Context, each: &Incoming, repeats: &mut Repeats) -> Result<PreviewRow, Error> {
    let mut row = PreviewRow {
        subject: each.subject(),
        base_url: match &each.url {
            Ok(url) => url.as_str().to_owned(),
            Err(_) => String::new(),
        },
        identifier: each.identifier.clone(),
        has_secret: each.secret.is_some(),
        judged: Ok(Verdict::New),
        differences: Vec::new(),
    };
    let url = match &each.url {
        Ok(url) => url,
        Err(trouble) => {
            row.judged = Err(*trouble);
            return Ok(row);
        }
    };
    if each.identifier.is_none() && each.key_type == KeyType::OAuth {
        row.judged = Err(RowTrouble::NoIdentifier);
        return Ok(row);
    }
    if repeats.is_repeated(url.as_str(), each.theirs()) {
        row.judged = Err(RowTrouble::Repeated);
        return Ok(row);
    }
    if let Some(key) = known(context, url, each)?.filter(|key| key.forgotten_at.is_none()) {
        let judged = judge_beside(&key, each);
        row.differences = judged
            .differs
            .iter()
            .map(|field| difference(*field, &key, each))
            .collect();
        let completes = !new_handovers(context, key.id, each)?.is_empty();
        row.judged = Ok(match judged.verdict {
            Verdict::Same if completes => Verdict::Completes,
            verdict => verdict,
        });
    }
    Ok(row)
}

/// Brings the keys of a preview in. What is here is changed only in the rows of `take_theirs`;
/// what is missing here is completed everywhere. Rows left out of `rows` stay out.
pub async fn apply_import(
    context: &Context,
    import: u32,
    rows: &[(usize, bool)],
    progress: &(dyn Fn(usize, usize) + Send + Sync),
) -> Result<Imported, Error> {
    let pending = lock(&context.import).take();
    let pending = match pending {
        Some(pending) if pending.number == import => pending,
        other => {
            *lock(&context.import) = other;
            return Err(Error::ImportOver);
        }
    };
    let mut imported = Imported::default();
    for (done, (index, take_theirs)) in rows.iter().enumerate() {
        progress(done, rows.len());
        let Some((each, true)) = pending.rows.get(*index) else {
            continue;
        };
        bring_in(context, each, *take_theirs, &mut imported).await?;
    }
    Ok(imported)
}

async fn bring_in(
    context: &Context,
    each: &Incoming,
    take_theirs: bool,
    imported: &mut Imported,
) -> Result<(), Error> {
    let Ok(url) = &each.url else { return Ok(()) };
    let connection = match connection_at(context, url)? {
        Some(connection) => connection,
        None => add_connection(context, url, each)?,
    };
    let _turn = context.turn(connection.id).await;
    // Somebody may have changed it since the preview.
    let Some(key) = known(context, url, each)? else {
        let key = add_key(context, &connection, each)?;
        imported.added += 1;
        if let Some(secret) = &each.secret {
            store(context, &connection, key, secret, imported).await?;
        }
        return add_handovers(context, key, each);
    };
    let is_back = key.forgotten_at.is_some();
    if is_back {
        undo_forget_key(context, key.id)?;
    }
    let judged = judge_beside(&key, each);
    let mut wanted = judged.completes;
    if take_theirs || is_back {
        wanted.extend(of_one_pair(judged.differs));
    }
    for field in &wanted {
        take(context, &connection, &key, each, *field, imported).await?;
    }
    let adds = !new_handovers(context, key.id, each)?.is_empty();
    add_handovers(context, key.id, each)?;
    let count = match (is_back, wanted.is_empty() && !adds) {
        (true, _) => &mut imported.added,
        (false, true) => &mut imported.kept,
        (false, false) => &mut imported.changed,
    };
    *count += 1;
    if is_back || adds || !wanted.is_empty() {
        context.remember(&key, Act::Imported)?;
    }
    Ok(())
}

/// Whether it is a consumer key of which the site's list told the ending alone.
fn is_only_seen(key: &Key) -> bool {
    key.key_type == KeyType::Consumer && key.identifier.is_none()
}

async fn take(
    context: &Context,
    connection: &Connection,
    key: &Key,
    each: &Incoming,
    field: KeyField,
    imported: &mut Imported,
) -> Result<(), Error> {
    match field {
        KeyField::LocalName => set_local_name(context, key.id, each.local_name.as_deref()),
        KeyField::Note => set_note(context, key.id, &each.note),
        KeyField::Archived => {
            let at = each.archived.then(|| context.now());
            Ok(context.inventory.set_archived(key.id, at)?)
        }
        KeyField::Secret => match (&each.secret, each.parsed_identifier()) {
            (Some(secret), Some(identifier)) if is_only_seen(key) => {
                let print = fingerprint(secret);
                context.inventory.set_pair(key.id, &identifier, &print)?;
                store(context, connection, key.id, secret, imported).await
            }
            (Some(secret), _) => store(context, connection, key.id, secret, imported).await,
            (None, _) => Ok(()),
        },
        KeyField::Identifier => Ok(()),
    }
}

async fn store(
    context: &Context,
    connection: &Connection,
    key: KeyId,
    secret: &Secret,
    imported: &mut Imported,
) -> Result<(), Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    match keep_secret(context, connection, &record, secret).await {
        Ok(()) => imported.secrets += 1,
        Err(Error::Keychain(_)) => imported.held += 1,
        Err(error) => return Err(error),
    }
    Ok(())
}

fn add_connection(
    context: &Context,
    url: &ServerUrl,
    each: &Incoming,
) -> Result<Connection, Error> {
    let told = each.connection.clone().unwrap_or_else(|| ToldConnection {
        name: url.place().to_owned(),
        kind: if each.key_type == KeyType::Consumer {
            ConnectionKind::WooCommerce
        } else {
            ConnectionKind::CoopCycle
        },
        username: String::new(),
        site: None,
    });
    let id = context.inventory.add_connection(&NewConnection {
        kind: told.kind,
        url: url.clone(),
        name: told.name,
        username: told.username,
        session: SessionState::SignedOut,
        country: None,
        locale: None,
        site: told.site,
    })?;
    crate::session::connection(context, id)
}

fn add_key(context: &Context, connection: &Connection, each: &Incoming) -> Result<KeyId, Error> {
    let key = context.inventory.add_imported_key(
        &NewImportedKey {
            connection: connection.id,
            app_name: each.name.clone(),
            local_name: each.local_name.clone(),
            key_type: each.key_type,
            store_name: each.store_name.clone(),
            scopes: each.scopes.clone(),
            identifier: each.parsed_identifier(),
            note: each.note.clone(),
            archived_at: each.archived.then(|| context.now()),
            server_id: each.server_id.map(ServerAppId),
        },
        context.now(),
    )?;
    if let Some(told) = &each.consumer {
        if let Some(permission) = told.permission {
            context.inventory.set_permission(key, permission)?;
        }
        context.inventory.set_secret_lost(key, told.secret_lost)?;
    }
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    context.remember(&record, Act::Imported)?;
    Ok(key)
}

fn add_handovers(context: &Context, key: KeyId, each: &Incoming) -> Result<(), Error> {
    for given in new_handovers(context, key, each)? {
        let told = NewHandover {
            key,
            person: given.person.clone(),
            channel: given.channel,
            platform: given.platform,
            language: given.language,
            fingerprint: given.fingerprint.clone(),
        };
        let id = context
            .inventory
            .add_handover(&told, context.who(), given.at)?;
        context.inventory.confirm_handover(id, given.confirmed_at)?;
    }
    Ok(())
}
