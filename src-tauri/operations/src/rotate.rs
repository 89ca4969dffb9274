//! Rotate: a second key for the same Store, handed over and seen working, before the first one is
//! made worthless. Each step is one record, so that it survives closing.

mod access;

use crate::check::check_key;
use crate::create_consumer_key::{NewConsumerKey, create_consumer_key};
use crate::create_key::{Created, NewKey, create_key};
use crate::renew::renew_secret;
use crate::revoke_keys::revoke_keys;
use crate::session::{ask, connection};
use crate::{Context, Error, archive_key, refresh};
use keys::{
    Act, Connection, Key, KeyId, KeyStatus, KeyType, Moment, Permission, Presence, Rotation,
    RotationId, RotationStep, Scope, Seen,
};

pub(crate) use access::{forget_access, forget_accesses};
pub use access::{is_old_still_used, look_for_access};

/// Begins: nothing is asked of the server yet.
pub fn begin_rotation(context: &Context, key: KeyId) -> Result<RotationId, Error> {
    let key = context.key(key)?;
    if key.presence != Presence::OnServer || !key.server_id.is_known() {
        return Err(Error::RecordGone);
    }
    let is_coming = context.inventory.rotation_of(key.id)?.is_some();
    let scopes = key.scopes.as_deref().unwrap_or_default();
    if scopes.contains(&Scope::Orders) {
        return Err(Error::RestaurantKey);
    }
    if is_coming {
        return Err(Error::AlreadyRotating);
    }
    let begun = context.inventory.begin_rotation(key.id, context.now())?;
    let begun = begun.ok_or(Error::AlreadyRotating)?;
    context.remember(&key, Act::RotationBegun)?;
    Ok(begun)
}

/// What to call the second key: the first one's name with the next number.
pub fn proposed_name(key: &Key) -> String {
    let name = key.app_name.trim();
    let (stem, number) = match name.rsplit_once(' ') {
        Some((stem, tail)) => match tail.parse::<u32>() {
            Ok(number) if number > 0 => (stem, number),
            _ => (name, 1),
        },
        None => (name, 1),
    };
    format!("{stem} {}", number.saturating_add(1))
}

/// What to let the second key do: what the first one may, but never everything, and deliveries for
/// a key of a Store. Empty when the first one, without a Store, may do everything: a person chooses.
pub fn proposed_scopes(key: &Key) -> Vec<Scope> {
    let mut scopes: Vec<Scope> = key.scopes.clone().unwrap_or_default();
    scopes.retain(|scope| scope.fits(key.store.is_some()));
    if key.store.is_some() && !scopes.contains(&Scope::Deliveries) {
        scopes.insert(0, Scope::Deliveries);
    }
    scopes
}

/// What to let a second consumer key do: what the first one may; `None` for other keys. One whose
/// permission the list did not tell gets the least.
pub fn proposed_permission(key: &Key) -> Option<Permission> {
    let consumer = key.consumer.as_ref()?;
    Some(consumer.permission.unwrap_or(Permission::Read))
}

/// Makes the second key, for the same Store and of the same type.
pub async fn make_rotation_key(
    context: &Context,
    id: RotationId,
    name: &str,
    scopes: &[Scope],
) -> Result<Created, Error> {
    let mut rotation = at_step(context, id, RotationStep::MakeKey)?;
    let old = context.key(rotation.old_key)?;
    let store = match old.store {
        Some(store) => context.inventory.store(store)?,
        None => None,
    };
    let store = store.map(|store| store.server_id);
    // What is asked for stands in the record first: should the program end now, the key that was
    // made is found again by this name.
    rotation.new_name = name.trim().to_owned();
    context.inventory.update_rotation(&rotation)?;
    let created = if let Some(consumer) = &old.consumer {
        let new = NewConsumerKey {
            connection: old.connection,
            description: rotation.new_name.clone(),
            owner: consumer.owner.as_ref().and_then(|owner| owner.id),
            permission: proposed_permission(&old).ok_or(Error::WrongKind)?,
        };
        create_consumer_key(context, &new).await?
    } else {
        let new = NewKey {
            connection: old.connection,
            name: rotation.new_name.clone(),
            key_type: old.key_type,
            scopes: scopes.to_vec(),
            store,
        };
        create_key(context, &new).await?
    };
    rotation.new_key = Some(created.key);
    context.inventory.update_rotation(&rotation)?;
    Ok(created)
}

/// Finishes what the program did not come to write down: a second key that was made after all, a
/// first key that was renewed.
pub fn settle_rotations(context: &Context) -> Result<(), Error> {
    for mut rotation in context.inventory.open_rotations()? {
        let old = context.key(rotation.old_key)?;
        match rotation.step() {
            RotationStep::MakeKey if !rotation.new_name.is_empty() => {
                let Some(made) = made_as_second(context, &rotation, &old)? else {
                    continue;
                };
                rotation.new_key = Some(made);
            }
            RotationStep::Retire => {
                let Some((_, since)) = rotation.seen_working else {
                    continue;
                };
                let act = match old.key_type {
                    KeyType::Consumer => Act::Revoked,
                    _ => Act::Renewed,
                };
                let Some(retired_at) = happened(context, old.id, act, since)? else {
                    continue;
                };
                rotation.retired_at = Some(retired_at);
            }
            _ => continue,
        }
        context.inventory.update_rotation(&rotation)?;
    }
    Ok(())
}

/// The key that was made here as the second one. Of that name alone it may be another admin's, and
/// one whose secret was lost with the reply serves nobody: it is made again.
fn made_as_second(
    context: &Context,
    rotation: &Rotation,
    old: &Key,
) -> Result<Option<KeyId>, Error> {
    for key in context.inventory.keys(old.connection)? {
        let consumer = key.consumer.as_ref();
        let is_alike = key.id != old.id
            && consumer.is_none_or(|consumer| !consumer.secret_lost)
            && key.app_name == rotation.new_name
            && key.key_type == old.key_type
            && key.store == old.store
            && key.first_seen >= rotation.begun_at;
        if is_alike && happened(context, key.id, Act::Created, rotation.begun_at)?.is_some() {
            return Ok(Some(key.id));
        }
    }
    Ok(None)
}

/// When that was last done to a key or seen of it, not before `since`.
fn happened(
    context: &Context,
    key: KeyId,
    act: Act,
    since: Moment,
) -> Result<Option<Moment>, Error> {
    let history = context.inventory.history_of_key(key, usize::MAX)?;
    let lines = history.iter().take_while(|line| line.at >= since);
    Ok(lines
        .map(|line| (line.act, line.at))
        .find(|(each, _)| *each == act)
        .map(|(_, at)| at))
}

/// The second key was given away: from now on a delivery may be the first that it brings.
pub(crate) async fn handed_over(context: &Context, key: KeyId) -> Result<(), Error> {
    let Some(mut rotation) = rotation_to(context, key)? else {
        return Ok(());
    };
    if rotation.handed_over_at.is_some() {
        return Ok(());
    }
    rotation.handed_over_at = Some(context.now());
    // Offline it stays unknown, and the first look sets it.
    if context.key(key)?.key_type == KeyType::Consumer {
        rotation.access_before = access::access_now(context, &rotation).await.ok().flatten();
    } else {
        rotation.delivery_before = newest_delivery(context, key).await.ok();
    }
    Ok(context.inventory.update_rotation(&rotation)?)
}

/// The receiver of the second key said that it works.
pub(crate) fn confirmed(context: &Context, key: KeyId) -> Result<(), Error> {
    let Some(mut rotation) = rotation_to(context, key)? else {
        return Ok(());
    };
    if rotation.step() == RotationStep::AwaitUse {
        rotation.seen_working = Some((Seen::Confirmed, context.now()));
        context.inventory.update_rotation(&rotation)?;
    }
    Ok(())
}

/// The open rotation that a key is the second one of.
fn rotation_to(context: &Context, key: KeyId) -> Result<Option<Rotation>, Error> {
    let rotation = context.inventory.rotation_of(key)?;
    Ok(rotation.filter(|rotation| rotation.new_key == Some(key)))
}

/// The Store's newest delivery by the server's number; 0 for none.
async fn newest_delivery(context: &Context, key: KeyId) -> Result<i64, Error> {
    let key = context.key(key)?;
    let store = match key.store {
        Some(store) => context.inventory.store(store)?,
        None => None,
    };
    let store = store.ok_or(Error::StoreMissing)?.server_id;
    let connection = connection(context, key.connection)?;
    let newest = ask(context, &connection, async move |instance| {
        instance.newest_delivery(store).await
    })
    .await?;
    Ok(newest.unwrap_or(0))
}

/// Whether the Store got a delivery since the second key was handed over.
pub async fn look_for_delivery(context: &Context, id: RotationId) -> Result<bool, Error> {
    let mut rotation = at_step(context, id, RotationStep::AwaitUse)?;
    let newest = newest_delivery(context, rotation.old_key).await?;
    let before = *rotation.delivery_before.get_or_insert(newest);
    let is_seen = newest > before;
    if is_seen {
        rotation.seen_working = Some((Seen::Delivery, context.now()));
    }
    context.inventory.update_rotation(&rotation)?;
    Ok(is_seen)
}

/// The receiver said that the second key works.
pub fn confirm_rotation(context: &Context, id: RotationId) -> Result<(), Error> {
    let mut rotation = at_step(context, id, RotationStep::AwaitUse)?;
    rotation.seen_working = Some((Seen::Confirmed, context.now()));
    context.inventory.update_rotation(&rotation)?;
    if let Some(key) = rotation.new_key {
        let handovers = context.inventory.handovers_of(key)?;
        if let Some(newest) = handovers.first().filter(|each| each.confirmed_at.is_none()) {
            let now = Some(context.now());
            context.inventory.confirm_handover(newest.id, now)?;
            context.remember(&context.key(key)?, Act::HandoverConfirmed)?;
        }
    }
    Ok(())
}

/// Makes the first key worthless: by renewing its Secret, once its name was typed. The value of an
/// `ak_` key is replaced by saving its page on the server, which a person does there; this looks
/// whether it was.
pub async fn retire_old_key(context: &Context, id: RotationId, typed: &str) -> Result<(), Error> {
    let mut rotation = at_step(context, id, RotationStep::Retire)?;
    let old = context.key(rotation.old_key)?;
    match old.key_type {
        KeyType::OAuth => {
            renew_secret(context, old.id, typed).await?;
        }
        KeyType::Consumer => {
            let told = revoke_keys(context, &[old.id], typed).await?;
            if !told.not_allowed.is_empty() {
                return Err(Error::NotYourKey);
            }
        }
        KeyType::ApiKey => {
            refresh(context, old.connection, &|_, _, _| {}).await?;
            if !is_replaced(context, &rotation, &old).await? {
                return Err(Error::NotReplacedYet);
            }
        }
    }
    rotation.retired_at = Some(context.now());
    Ok(context.inventory.update_rotation(&rotation)?)
}

/// Whether the value that the shop has opens nothing any more.
async fn is_replaced(context: &Context, rotation: &Rotation, before: &Key) -> Result<bool, Error> {
    let now = context.key(before.id)?;
    // Seen by an earlier refresh, which may have taken the new value since.
    let seen = happened(context, now.id, Act::ReplacedElsewhere, rotation.begun_at)?;
    if seen.is_some()
        || now.presence == Presence::Gone
        || now.secret != before.secret
        || now.offered.is_some()
    {
        return Ok(true);
    }
    let status = check_key(context, before.id).await?;
    Ok(matches!(status, KeyStatus::Refused | KeyStatus::Replaced))
}

/// Puts the first key out of sight, and ends.
pub fn finish_rotation(context: &Context, id: RotationId) -> Result<(), Error> {
    let rotation = at_step(context, id, RotationStep::Archive)?;
    archive_key(context, rotation.old_key)?;
    end(context, rotation)
}

/// Ends it where it is: both keys stay.
pub fn give_up_rotation(context: &Context, id: RotationId) -> Result<(), Error> {
    let rotation = context.inventory.rotation(id)?.ok_or(Error::RecordGone)?;
    if rotation.ended_at.is_some() {
        return Ok(());
    }
    end(context, rotation)
}

fn end(context: &Context, mut rotation: Rotation) -> Result<(), Error> {
    rotation.ended_at = Some(context.now());
    context.inventory.update_rotation(&rotation)?;
    let old = context.key(rotation.old_key)?;
    context.remember(&old, Act::RotationEnded)
}

/// The page of an app on its server, for the person's own browser. This program only ever reads it. A
/// consumer key has none.
pub fn app_page(connection: &Connection, key: &Key) -> Option<String> {
    let id = key.server_id;
    let has_page = id.is_known() && !connection.kind.is_site();
    has_page.then(|| format!("{}/admin/api/apps/{}", connection.url.as_str(), id.0))
}

fn at_step(context: &Context, id: RotationId, step: RotationStep) -> Result<Rotation, Error> {
    settle_rotations(context)?;
    let rotation = context.inventory.rotation(id)?.ok_or(Error::RecordGone)?;
    if rotation.step() == step {
        Ok(rotation)
    } else {
        Err(Error::RotationElsewhere)
    }
}
