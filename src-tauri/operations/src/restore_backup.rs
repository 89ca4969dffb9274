//! Restore a backup of the inventory, and stop trusting what it cannot know.

use crate::context::lock;
use crate::{Context, Error};
use std::path::Path;

/// The backup's content takes the place of the present one, of which a backup is made first.
/// Secrets stay in the keychain. What was sent since the backup was made is looked for on the
/// servers before any draft of it can be sent.
pub async fn restore_backup(context: &Context, backup: &Path) -> Result<(), Error> {
    let mut turns = Vec::new();
    for connection in context.inventory.connections()? {
        turns.push(context.turn(connection.id).await);
    }
    context.inventory.restore(backup, context.now())?;
    // Numbers of records may mean others now.
    lock(&context.held).clear();
    context.forget_servers();
    Ok(())
}
