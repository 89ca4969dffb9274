//! Notes and local names: what the server never learns.

use crate::{Context, Error};
use keys::{Act, KeyId, NameError};

/// Longest note, in characters.
const NOTE_LIMIT: usize = 10_000;

/// Replaces a key's note.
pub fn set_note(context: &Context, key: KeyId, note: &str) -> Result<(), Error> {
    if note.chars().count() > NOTE_LIMIT {
        return Err(NameError::TooLong(NOTE_LIMIT).into());
    }
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    if record.note == note {
        return Ok(());
    }
    context.inventory.set_note(key, note)?;
    context.remember(&record, Act::NoteChanged)
}

/// Gives a key a name of its own here; `None` shows the App name again.
pub fn set_local_name(context: &Context, key: KeyId, name: Option<&str>) -> Result<(), Error> {
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    if name.is_some_and(|name| name.chars().count() > keys::StoreName::LIMIT) {
        return Err(NameError::TooLong(keys::StoreName::LIMIT).into());
    }
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    if record.local_name.as_deref() == name {
        return Ok(());
    }
    context.inventory.set_local_name(key, name)?;
    context.remember(&record, Act::LocalNameChanged)
}
