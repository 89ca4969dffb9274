//! Copy: one value of one key, or a text about it, to the clipboard, read back before anything is
//! said.

use crate::in_turn::Turn;
use crate::reveal::secret_of;
use crate::session::connection;
use crate::{Context, Copied, Error};
use clipboard::Keep;
use keys::{Act, Key, KeyId, Secret};
use std::time::Duration;

/// A value that can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The server's address.
    BaseUrl,
    /// The public half.
    Identifier,
    /// The secret half, or the `ak_` value.
    Secret,
    /// A hand-over sheet, without the Secret.
    Sheet,
    /// A text to a developer.
    Letter,
    /// The words that open a sealed pack or an export.
    Passphrase,
}

/// What is true after a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What was copied.
    pub field: Field,
    /// Whether clipboard history was asked not to keep it.
    pub hidden_from_history: bool,
    /// When it is cleared; `None` when it stays.
    pub clears_after: Option<Duration>,
}

/// Puts a value of a key on the clipboard. It never passes the page. Copying in turn is over.
pub async fn copy_field(context: &Context, key: KeyId, field: Field) -> Result<Receipt, Error> {
    copy_value(context, key, field, None).await
}

/// The same, as one of several that follow each other.
pub(crate) async fn copy_value(
    context: &Context,
    key: KeyId,
    field: Field,
    turn: Option<Turn>,
) -> Result<Receipt, Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    let (text, act) = match field {
        Field::BaseUrl => {
            let url = connection(context, record.connection)?.url;
            (Secret::new(url.as_str().to_owned()), Act::CopiedBaseUrl)
        }
        Field::Identifier => {
            let identifier = record.identifier.as_ref().ok_or(Error::RecordGone)?;
            (
                Secret::new(identifier.as_str().to_owned()),
                Act::CopiedIdentifier,
            )
        }
        Field::Secret => (secret_of(context, &record).await?, Act::CopiedSecret),
        // These are no values of a key.
        Field::Sheet | Field::Letter | Field::Passphrase => return Err(Error::RecordGone),
    };
    let receipt = put(context, &text, field, Some(&record), turn).await?;
    context.remember(&record, act)?;
    Ok(receipt)
}

/// Puts a text on the clipboard that is no value of a key: a sheet, a letter, a passphrase.
pub async fn copy_text(
    context: &Context,
    text: &Secret,
    field: Field,
    key: Option<KeyId>,
) -> Result<Receipt, Error> {
    let record = match key {
        Some(key) => context.inventory.key(key)?,
        None => None,
    };
    put(context, text, field, record.as_ref(), None).await
}

async fn put(
    context: &Context,
    text: &Secret,
    field: Field,
    about: Option<&Key>,
    turn: Option<Turn>,
) -> Result<Receipt, Error> {
    let keep = match (context.keep_copies(), field, turn) {
        (None, ..) => Keep::Forever,
        // What is no secret waits until the next one is asked for.
        (Some(time), Field::BaseUrl | Field::Identifier, Some(_)) => {
            Keep::For(time.max(Turn::PATIENCE))
        }
        (Some(time), ..) => Keep::For(time),
    };
    let copied = context.clipboard.copy(text, keep).await?;
    context.set_copied(Some(Copied {
        field,
        key: about.map(|key| key.id),
        subject: about.map(subject).unwrap_or_default(),
        hidden_from_history: copied.hidden_from_history,
        turn,
    }));
    Ok(Receipt {
        field,
        hidden_from_history: copied.hidden_from_history,
        clears_after: copied.clears_after,
    })
}

/// Clears the clipboard, if it still holds our text.
pub async fn clear_clipboard(context: &Context) -> Result<(), Error> {
    context.clipboard.clear().await?;
    Ok(())
}

/// Adds half a minute to the countdown.
pub fn extend_clipboard(context: &Context) {
    context.clipboard.extend(Duration::from_secs(30));
}

/// How long copies stay from now on; `None` for ever.
pub fn set_clipboard_time(context: &Context, time: Option<Duration>) {
    context.set_keep_copies(time);
}

/// What a key is called where one line must do.
pub(crate) fn subject(key: &Key) -> String {
    let name = key.local_name.as_ref().unwrap_or(&key.app_name);
    if key.store_name.is_empty() {
        name.clone()
    } else {
        format!("{} — {name}", key.store_name)
    }
}
