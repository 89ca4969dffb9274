//! What is known of a consumer key beside what every key has, as columns.

use crate::table::Columns;
use keys::{ConsumerKey, KeyId, KeyOwner, LastAccess, Permission, SiteUserId};
use rusqlite::{Connection, params};

/// Reads them in the order queries name them. An ending makes a key a consumer key.
pub(super) fn read(column: &mut Columns<'_>) -> rusqlite::Result<Option<ConsumerKey>> {
    let Some(ending) = column.read()? else {
        return Ok(None);
    };
    Ok(Some(ConsumerKey {
        ending,
        permission: column.read_word(Permission::from_value)?,
        owner: read_owner(column)?,
        last_access: column
            .read::<Option<String>>()?
            .map(|words| LastAccess::new(&words)),
        last_access_since: column.read_moment()?,
        may_change: column.read()?,
        secret_lost: column.read()?,
    }))
}

fn read_owner(column: &mut Columns<'_>) -> rusqlite::Result<Option<KeyOwner>> {
    let id = column.read::<Option<i64>>()?.map(SiteUserId);
    let name: Option<String> = column.read()?;
    Ok(name.map(|name| KeyOwner { id, name }))
}

pub(super) fn write(db: &Connection, id: KeyId, consumer: &ConsumerKey) -> rusqlite::Result<()> {
    let owner = consumer.owner.as_ref();
    db.prepare_cached(
        "UPDATE keys SET ending = ?2, permission = ?3, owner_id = ?4, owner_name = ?5,
             last_access = ?6, last_access_since = ?7, may_change = ?8, pair_lost = ?9
         WHERE id = ?1",
    )?
    .execute(params![
        id.0,
        consumer.ending,
        consumer.permission.map(Permission::as_value),
        owner.and_then(|owner| owner.id).map(|id| id.0),
        owner.map(|owner| &owner.name),
        consumer.last_access.as_ref().map(LastAccess::as_str),
        consumer.last_access_since.map(|at| at.0),
        consumer.may_change,
        consumer.secret_lost,
    ])
    .map(|_| ())
}
