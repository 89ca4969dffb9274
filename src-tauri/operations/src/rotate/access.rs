//! Who uses a consumer key, told by its last access: of the second one that it came into use, of the
//! first one that it stands still.

use super::at_step;
use crate::{Context, Error, refresh};
use keys::{ConnectionId, Key, KeyId, LastAccess, Rotation, RotationId, RotationStep, Seen};

/// When both consumer keys were last used, in the words of the site's list as it is now.
pub(super) async fn access_now(
    context: &Context,
    rotation: &Rotation,
) -> Result<Option<(LastAccess, LastAccess)>, Error> {
    let old = context.key(rotation.old_key)?;
    refresh(context, old.connection, &|_, _, _| {}).await?;
    accesses(context, rotation)
}

/// The same as the last look at the list found it.
fn accesses(
    context: &Context,
    rotation: &Rotation,
) -> Result<Option<(LastAccess, LastAccess)>, Error> {
    let last_access = |id: KeyId| -> Result<Option<LastAccess>, Error> {
        Ok(context
            .key(id)?
            .consumer
            .and_then(|known| known.last_access))
    };
    let Some(new) = rotation.new_key else {
        return Ok(None);
    };
    Ok(last_access(new)?.zip(last_access(rotation.old_key)?))
}

/// Whether the second consumer key was used since it was handed over, and not by us: our own check
/// moves its last access too, and then the comparing begins anew.
pub async fn look_for_access(context: &Context, id: RotationId) -> Result<bool, Error> {
    let mut rotation = at_step(context, id, RotationStep::AwaitUse)?;
    let now = access_now(context, &rotation).await?;
    let is_seen = match (&rotation.access_before, &now) {
        (Some((before, _)), Some((now, _))) => was_used(before, now),
        _ => false,
    };
    if is_seen {
        rotation.seen_working = Some((Seen::Access, context.now()));
    } else if rotation.access_before.is_none() {
        rotation.access_before = now;
    }
    context.inventory.update_rotation(&rotation)?;
    Ok(is_seen)
}

/// Whether the first consumer key was used since the second was handed over; `None` while that is
/// not known, and for other keys.
pub fn is_old_still_used(context: &Context, rotation: &Rotation) -> Result<Option<bool>, Error> {
    let before = rotation.access_before.as_ref();
    let now = accesses(context, rotation)?;
    Ok(before
        .zip(now)
        .map(|((_, before), (_, now))| was_used(before, &now)))
}

/// Whether a key was used between two looks at the list. The word for never is translated, and may
/// be read in another language the second time.
fn was_used(before: &LastAccess, now: &LastAccess) -> bool {
    before != now && !now.is_never()
}

/// Our check moves the last access of the key, so that a rotation that waits for it to move must
/// begin to compare anew.
pub(crate) fn forget_access(context: &Context, key: &Key) -> Result<(), Error> {
    if let Some(mut rotation) = context.inventory.rotation_of(key.id)?
        && rotation.access_before.is_some()
        && rotation.seen_working.is_none()
    {
        rotation.access_before = None;
        context.inventory.update_rotation(&rotation)?;
    }
    Ok(())
}

/// The same of every rotation on a site: another account may read dates in another language.
pub(crate) fn forget_accesses(context: &Context, connection: ConnectionId) -> Result<(), Error> {
    for rotation in context.inventory.open_rotations()? {
        let old = context.key(rotation.old_key)?;
        if old.connection == connection {
            forget_access(context, &old)?;
        }
    }
    Ok(())
}
