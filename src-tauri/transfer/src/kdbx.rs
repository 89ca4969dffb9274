//! Keys that rest in a `KeePass` database (KDBX 3.1 and 4).

mod header;

use crate::found::{is_api_key, is_identifier, is_secret};
use crate::heading::named;
use crate::{Error, FoundKey, ImportField};
use header::Version;
use keepass::db::{EntryRef, GroupId, fields};
use keepass::error::{CryptographyError, DatabaseOpenError};
use keepass::{Database, DatabaseKey};
use keys::Secret;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// More than a database of keys takes, attachments included.
const SIZE_LIMIT: usize = 64 << 20;

/// Which field of an entry is which of ours, unless a field of its own says it better.
const STANDARD: [(&str, ImportField); 5] = [
    (fields::TITLE, ImportField::Name),
    (fields::USERNAME, ImportField::Identifier),
    (fields::PASSWORD, ImportField::Secret),
    (fields::URL, ImportField::BaseUrl),
    (fields::NOTES, ImportField::Note),
];

/// What a database holds for us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kdbx {
    /// The keys, group by group.
    pub keys: Vec<FoundKey>,
    /// How many other entries there are: passwords of other things.
    pub skipped: usize,
}

/// Opens a database and takes the entries that are keys. The recycle bin is left out.
pub fn read_kdbx(bytes: &[u8], password: &Secret) -> Result<Kdbx, Error> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Error::TooLarge);
    }
    let version = header::judge(bytes)?;
    let key = DatabaseKey::new().with_password(password.expose());
    // The library reads some lengths of a file unchecked.
    let opened = catch_unwind(AssertUnwindSafe(|| Database::parse(bytes, key)));
    let database = opened
        .map_err(|_| Error::Damaged("its content".to_owned()))?
        .map_err(|error| cause(&error, version))?;
    Ok(collect(&database))
}

/// Nothing of the library's own words is passed on: they quote the content.
fn cause(error: &DatabaseOpenError, version: Version) -> Error {
    match error {
        DatabaseOpenError::Key(_) => Error::WrongPassphrase,
        // Only version 4 proves the passphrase before anything is decrypted.
        DatabaseOpenError::Cryptography(CryptographyError::InvalidPadding(_))
            if version == Version::Three =>
        {
            Error::WrongPassphrase
        }
        DatabaseOpenError::VersionParse(_) | DatabaseOpenError::UnsupportedVersion => {
            Error::NotOurs
        }
        _ => Error::Damaged("its content".to_owned()),
    }
}

fn collect(database: &Database) -> Kdbx {
    let bin = database.recycle_bin().map(|group| group.id());
    let root = database.root().id();
    let mut found = Kdbx {
        keys: Vec::new(),
        skipped: 0,
    };
    let mut waiting = vec![root];
    while let Some(group) = waiting.pop().and_then(|id| database.group(id)) {
        // The root is named after the database, not after a Store.
        let name = if group.id() == root { "" } else { &group.name };
        for entry in group.entries() {
            match key(&entry, name) {
                Some(key) => found.keys.push(key),
                None => found.skipped += 1,
            }
        }
        let inner: Vec<GroupId> = group.group_ids().filter(|id| Some(*id) != bin).collect();
        waiting.extend(inner.into_iter().rev());
    }
    found
}

/// The entry as a key, if it is one: databases hold passwords of other things.
fn key(entry: &EntryRef<'_>, group: &str) -> Option<FoundKey> {
    let mut key = FoundKey::default();
    key.put(ImportField::Store, group);
    for (name, field) in STANDARD {
        key.put(field, value(entry, name));
    }
    let mut own: Vec<&String> = entry.fields.keys().collect();
    // In one order, since of two fields that mean the same the last one counts.
    own.sort_unstable_by(|one, other| other.cmp(one));
    for name in own {
        let is_standard = STANDARD.iter().any(|(standard, _)| standard == name);
        if let Some(field) = named(name).filter(|_| !is_standard) {
            key.put(field, value(entry, name));
        }
    }
    let key = key.settle();
    let has_key_secret = |secret: &Secret| is_secret(secret.expose());
    let is_ours = match (&key.identifier, &key.secret) {
        (Some(identifier), secret) => {
            is_identifier(identifier) || secret.as_ref().is_some_and(has_key_secret)
        }
        (None, secret) => secret
            .as_ref()
            .is_some_and(|secret| is_api_key(secret.expose())),
    };
    is_ours.then_some(key)
}

/// A field's text; nothing for a reference to another entry, which is no value.
fn value<'a>(entry: &'a EntryRef<'_>, name: &str) -> &'a str {
    let value = entry.get(name).unwrap_or_default();
    if value.starts_with("{REF:") {
        ""
    } else {
        value
    }
}

#[cfg(test)]
mod tests;
