//! Edit a consumer key: its description and what it may do (contract 6.2). Both halves stay.

use crate::look_at_site::row;
use crate::session::{ask_site, connection};
use crate::{Context, Error};
use keys::{Act, Connection, Description, Key, KeyId, Permission, SiteUserId};

/// Changes description and permission on the site, at once. The site would let a shop manager change
/// a key of anybody, and so take it over (contract 3): this asks only for what its list offers.
pub async fn edit_consumer_key(
    context: &Context,
    id: KeyId,
    description: &str,
    permission: Permission,
) -> Result<(), Error> {
    let description = Description::parse(description)?;
    let key = context.key(id)?;
    let _turn = context.turn(key.connection).await;
    let key = context.key(id)?;
    let connection = connection(context, key.connection)?;
    let wanted = woocommerce::NewConsumerKey {
        description: description.clone(),
        owner: owner_of(&key)?,
        permission,
    };
    let number = key.server_id;
    let listed = woocommerce::as_listed(&description);
    let answer = ask_site(context, &connection, async move |site| {
        site.update(number, &wanted).await
    })
    .await;
    match answer {
        Ok(()) => {}
        Err(Error::Site { source, .. }) if source.outcome_unknown() => {
            confirm(context, &connection, &key, &listed, permission).await?;
        }
        Err(Error::Site {
            source: woocommerce::Error::NotYours,
            ..
        }) => return Err(Error::NotYourKey),
        Err(error) => return Err(error),
    }
    let inventory = &context.inventory;
    inventory.edit_consumer_key(id, &listed, permission)?;
    context.remember(&context.key(id)?, Act::Edited)
}

/// The owner stays. Where the list does not tell who that is, nothing may be sent.
fn owner_of(key: &Key) -> Result<SiteUserId, Error> {
    let consumer = key.consumer.as_ref().ok_or(Error::WrongKind)?;
    if !consumer.may_change || !key.server_id.is_known() {
        return Err(Error::NotYourKey);
    }
    let owner = consumer.owner.as_ref().and_then(|owner| owner.id);
    owner.ok_or(Error::NotYourKey)
}

/// The reply was lost: the list tells whether it was done.
async fn confirm(
    context: &Context,
    connection: &Connection,
    key: &Key,
    description: &str,
    permission: Permission,
) -> Result<(), Error> {
    let host = connection.url.host().to_owned();
    let rows = ask_site(context, connection, async |site| {
        site.keys(&|_, _| {}).await
    })
    .await;
    let Ok(rows) = rows else {
        return Err(Error::ReplyLost { host });
    };
    let mut rows = rows.into_iter().map(row);
    let found = rows.find(|row| row.server_id == key.server_id);
    let is_done = found.is_some_and(|found| {
        found.description == description && found.permission == Some(permission)
    });
    if is_done {
        Ok(())
    } else {
        Err(Error::NothingDone { host })
    }
}
