//! Copy: one value of one key to the clipboard, read back before anything is said.

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
}

/// What is true after a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Whether clipboard history was asked not to keep it.
    pub hidden_from_history: bool,
    /// When it is cleared; `None` when it stays.
    pub clears_after: Option<Duration>,
}

/// Puts a value on the clipboard. It never passes the page.
pub async fn copy_field(context: &Context, key: KeyId, field: Field) -> Result<Receipt, Error> {
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
    };
    let keep = context.keep_copies().map_or(Keep::Forever, Keep::For);
    let copied = context.clipboard.copy(&text, keep).await?;
    context.set_copied(Some(Copied {
        field,
        key,
        subject: subject(&record),
        hidden_from_history: copied.hidden_from_history,
    }));
    context.remember(&record, act)?;
    Ok(Receipt {
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
