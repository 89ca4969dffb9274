//! Keys as rows, and what is shown of hand-overs and rotations.

use super::{
    channel, consumer_row, key_type, permission, platform, rotation_step, seen, sheet_language,
    status,
};
use crate::problem;
use contract::{HandoverView, KeyRow, Mark, Problem, RetireWay, RotationView};
use keys::{Key, KeyId, KeyType, Presence};
use operations::Context;

/// A row; `store` is the name shown, to which the marks refer.
pub(crate) fn key_row(
    rooms: &Context,
    key: &keys::Key,
    store: Option<String>,
    marks: Vec<Mark>,
) -> KeyRow {
    let consumer = consumer_row(rooms, key);
    KeyRow {
        id: key.id.0,
        connection: key.connection.0,
        store,
        name: key
            .local_name
            .clone()
            .unwrap_or_else(|| key.app_name.clone()),
        key_type: key_type(key.key_type),
        identifier: key
            .identifier
            .as_ref()
            .map(|identifier| identifier.as_str().to_owned()),
        ending: consumer.ending,
        permission: consumer.permission,
        owner: consumer.owner,
        last_access: consumer.last_access,
        unused: consumer.unused,
        has_secret: key.is_secret_stored(),
        secret_held: rooms.is_held(key.id),
        status: status(key.status()),
        marks,
    }
}

/// A key's row as it stands alone, without marks.
pub(crate) fn row_of(rooms: &Context, key: &Key) -> Result<KeyRow, Problem> {
    let store = match key.store {
        Some(store) => rooms.inventory.store(store).map_err(problem::inventory)?,
        None => None,
    };
    let shown = store.map(|store| store.name);
    let shown = shown.or_else(|| Some(key.store_name.clone()).filter(|name| !name.is_empty()));
    Ok(key_row(rooms, key, shown, Vec::new()))
}

/// A hand-over of a key.
pub(crate) fn handover(handover: &keys::Handover, key: &Key) -> HandoverView {
    let told = &handover.told;
    let print = key.secret.as_ref().map(|secret| &secret.fingerprint);
    let name = key.local_name.as_ref().unwrap_or(&key.app_name);
    HandoverView {
        id: handover.id.0,
        key: key.id.0,
        subject: if key.store_name.is_empty() {
            name.clone()
        } else {
            format!("{} — {name}", key.store_name)
        },
        connection: key.connection.0,
        status: status(key.status()),
        person: told.person.clone(),
        channel: channel(told.channel),
        platform: platform(told.platform),
        language: sheet_language(told.language),
        at: handover.at.0,
        who: handover.who.clone(),
        confirmed_at: handover.confirmed_at.map(|at| at.0),
        outdated: print != Some(&told.fingerprint),
    }
}

/// A rotation with both its keys.
pub(crate) fn rotation(
    rooms: &Context,
    rotation: &keys::Rotation,
) -> Result<RotationView, Problem> {
    let key = |id: KeyId| {
        let key = rooms.inventory.key(id).map_err(problem::inventory)?;
        key.ok_or(Problem::RecordGone)
    };
    let old = key(rotation.old_key)?;
    let new = rotation.new_key.map(key).transpose()?;
    let is_live = |key: &Key| {
        use keys::KeyStatus as S;
        key.presence == Presence::OnServer
            && matches!(
                key.status(),
                S::Works
                    | S::NotChecked
                    | S::Unreachable
                    | S::Unrestricted
                    | S::LacksDeliveries
                    | S::OpensAnotherStore
                    | S::SecretMissing
            )
    };
    Ok(RotationView {
        id: rotation.id.0,
        step: rotation_step(rotation.step()),
        old_live: rotation.retired_at.is_none() && is_live(&old),
        new_live: new
            .as_ref()
            .is_some_and(|new| new.status() == keys::KeyStatus::Works),
        proposed_name: operations::proposed_name(&old),
        proposed_scopes: operations::proposed_scopes(&old)
            .iter()
            .map(|scope| scope.as_value().to_owned())
            .collect(),
        proposed_permission: operations::proposed_permission(&old).map(permission),
        old_still_used: operations::is_old_still_used(rooms, rotation).map_err(problem::of)?,
        retire: match old.key_type {
            KeyType::OAuth => RetireWay::Renew,
            KeyType::ApiKey => RetireWay::SavePage,
            KeyType::Consumer => RetireWay::Revoke,
        },
        typed_name: operations::typed_name_of(&old).to_owned(),
        old_key: row_of(rooms, &old)?,
        new_key: new.map(|new| row_of(rooms, &new)).transpose()?,
        begun_at: rotation.begun_at.0,
        handed_over_at: rotation.handed_over_at.map(|at| at.0),
        seen: rotation.seen_working.map(|(how, _)| seen(how)),
        seen_at: rotation.seen_working.map(|(_, at)| at.0),
        retired_at: rotation.retired_at.map(|at| at.0),
    })
}
