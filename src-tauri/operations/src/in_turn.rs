//! Copy in turn: base URL, then Identifier, then Secret, one after the other.

use crate::copy::{Field, copy_value};
use crate::{Context, Error, Receipt};
use clipboard::Holding;
use keys::{KeyId, KeyType};
use std::time::Duration;

/// Where copying in turn is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Of which key.
    pub key: KeyId,
    /// Which of the values is on the clipboard, from 1.
    pub place: usize,
    /// How many there are.
    pub of: usize,
    /// What comes next; `None` when this is the last.
    pub next: Option<Field>,
}

impl Turn {
    /// How long a value that is no secret waits at least: the person looks for the field to paste
    /// it into.
    pub(crate) const PATIENCE: Duration = Duration::from_mins(5);
}

/// An `ak_` key has one value beside the address.
fn fields(key_type: KeyType) -> &'static [Field] {
    match key_type {
        KeyType::OAuth | KeyType::Consumer => &[Field::BaseUrl, Field::Identifier, Field::Secret],
        KeyType::ApiKey => &[Field::BaseUrl, Field::Secret],
    }
}

/// Copies the first value; the others follow by [`copy_next`].
pub async fn copy_in_turn(context: &Context, key: KeyId) -> Result<Receipt, Error> {
    copy_at(context, key, 0).await
}

/// Copies the next value. After the last there is nothing more: `None`, and the last one stays until
/// its time is over.
pub async fn copy_next(context: &Context) -> Result<Option<Receipt>, Error> {
    // A clipboard that was cleared is somebody's end of it, also before the strip was told.
    let is_cleared = *context.clipboard.subscribe().borrow() == Holding::Nothing;
    let turn = context.copied().and_then(|copied| copied.turn);
    let turn = turn.filter(|_| !is_cleared).ok_or(Error::NoTurn)?;
    if turn.next.is_none() {
        stop_copying_in_turn(context);
        return Ok(None);
    }
    copy_at(context, turn.key, turn.place).await.map(Some)
}

/// Ends it; what is on the clipboard stays until its time is over.
pub fn stop_copying_in_turn(context: &Context) {
    if let Some(mut copied) = context.copied() {
        copied.turn = None;
        context.set_copied(Some(copied));
    }
}

async fn copy_at(context: &Context, key: KeyId, index: usize) -> Result<Receipt, Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    let fields = fields(record.key_type);
    let field = *fields.get(index).ok_or(Error::NoTurn)?;
    let turn = Turn {
        key,
        place: index + 1,
        of: fields.len(),
        next: fields.get(index + 1).copied(),
    };
    copy_value(context, key, field, Some(turn)).await
}
