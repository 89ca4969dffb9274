//! Archive and forget: what is put out of sight here. The server learns of neither.

use crate::reveal::entries_of;
use crate::session::connection;
use crate::{Context, Error};
use inventory::{IntentAct, NewIntent};
use keys::{Act, Key, KeyId, Presence};

/// How long a forgotten key can be brought back, in milliseconds.
pub const FORGET_AFTER: i64 = 20_000;

/// Puts a key out of sight. It stays known, and its secret stays.
pub fn archive_key(context: &Context, id: KeyId) -> Result<(), Error> {
    let key = context.key(id)?;
    if key.archived_at.is_some() {
        return Ok(());
    }
    context.inventory.set_archived(id, Some(context.now()))?;
    context.remember(&key, Act::Archived)
}

/// Takes a key back from the archive.
pub fn unarchive_key(context: &Context, id: KeyId) -> Result<(), Error> {
    let key = context.key(id)?;
    if key.archived_at.is_none() {
        return Ok(());
    }
    context.inventory.set_archived(id, None)?;
    context.remember(&key, Act::Unarchived)
}

/// Hides a key that the server has no more. Record and secret go a little later, by
/// [`crate::tend`], so that it can be undone.
pub fn forget_key(context: &Context, id: KeyId) -> Result<(), Error> {
    let key = context.key(id)?;
    if key.presence != Presence::Gone {
        return Err(Error::StillOnServer);
    }
    if key.forgotten_at.is_some() {
        return Ok(());
    }
    context.inventory.begin_intent(&NewIntent {
        connection: key.connection,
        act: IntentAct::Forget { key: id },
        known: Vec::new(),
        at: context.now(),
        draft: None,
    })?;
    Ok(context.inventory.set_forgotten(id, Some(context.now()))?)
}

/// Brings a forgotten key back, as long as it is there.
pub fn undo_forget_key(context: &Context, id: KeyId) -> Result<(), Error> {
    context.key(id)?;
    context.inventory.set_forgotten(id, None)?;
    for intent in context.inventory.open_intents()? {
        if intent.act == (IntentAct::Forget { key: id }) {
            context.inventory.finish_intent(intent.id)?;
        }
    }
    Ok(())
}

/// Removes a forgotten key: its secret first, so that none stays behind without a record.
pub(crate) async fn remove_forgotten(context: &Context, key: &Key) -> Result<(), Error> {
    let connection = connection(context, key.connection)?;
    context.let_go(key.id);
    for entry in entries_of(&connection, key) {
        context.keychain.delete(&entry).await?;
    }
    Ok(context.inventory.remove_key(key.id)?)
}
