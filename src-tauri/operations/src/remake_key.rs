//! Remake: a consumer key whose secret was lost with the reply is revoked, and made again.

use crate::create_consumer_key::{NewConsumerKey, create};
use crate::create_key::Created;
use crate::revoke_keys::revoke;
use crate::session::connection;
use crate::{Context, Error};
use keys::KeyId;

/// Revokes a key that nobody can use, and makes another like it. Whoever asks has agreed to it.
pub async fn remake_key(context: &Context, id: KeyId) -> Result<Created, Error> {
    let key = context.key(id)?;
    let connection = connection(context, key.connection)?;
    let _turn = context.turn(connection.id).await;
    let key = context.key(id)?;
    let consumer = key.consumer.as_ref().ok_or(Error::WrongKind)?;
    if !consumer.secret_lost {
        return Err(Error::WrongKind);
    }
    let new = NewConsumerKey {
        connection: connection.id,
        description: key.app_name.clone(),
        owner: consumer.owner.as_ref().and_then(|owner| owner.id),
        permission: consumer.permission.ok_or(Error::WrongKind)?,
    };
    // The keychain must be open before anything goes.
    context
        .keychain
        .read(&crate::session::entry(&connection))
        .await?;
    let told = revoke(context, &connection, &[id]).await?;
    if !told.not_allowed.is_empty() {
        return Err(Error::NotYourKey);
    }
    create(context, &new).await
}
