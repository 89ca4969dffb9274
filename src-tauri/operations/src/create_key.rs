//! Create a key: intent, form, reply or a look at what the server did, secret, record.

use crate::reconcile::created_since;
use crate::seen::{key_of_detail, secret_in, store_secret};
use crate::session::{ask, connection};
use crate::{Context, Error};
use coopcycle::{AppForm, NewApp};
use inventory::{IntentAct, NewIntent};
use keys::{
    Act, AppName, Connection, ConnectionId, KeyId, KeyType, Scope, ServerAppId, ServerStoreId,
};

/// What a new key shall be.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// On which connection.
    pub connection: ConnectionId,
    /// App name.
    pub name: String,
    /// OAuth or `ak_`.
    pub key_type: KeyType,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Its Store.
    pub store: Option<ServerStoreId>,
}

/// A key that now exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Created {
    /// Its number in the inventory.
    pub key: KeyId,
    /// Whether its secret is in the keychain. If not, the server still shows it: a refresh once
    /// the keychain is open brings it in.
    pub secret_stored: bool,
}

/// Makes a key on the server (contract 5.3) and brings its pair home.
pub async fn create_key(context: &Context, new: &NewKey) -> Result<Created, Error> {
    let name = AppName::parse(&new.name)?;
    let connection = connection(context, new.connection)?;
    let form = ask(context, &connection, async |instance| {
        instance.app_form().await
    })
    .await?;
    let app = judge(&form, new, name)?;
    let before: Vec<i64> = ids(context, &connection)
        .await?
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: connection.id,
        act: IntentAct::CreateKey {
            name: app.name.as_str().to_owned(),
        },
        known: before.clone(),
        at: context.now(),
    })?;
    let sent = app.clone();
    let answer = ask(context, &connection, async move |instance| {
        instance.create_app(&sent).await
    })
    .await;
    let id = match answer {
        Ok(id) => id,
        Err(Error::Server { source, .. }) if source.outcome_unknown() => {
            look_for(context, &connection, &before, &app.name).await?
        }
        Err(error) => {
            context.inventory.finish_intent(intent)?;
            return Err(error);
        }
    };
    let created = bring_home(context, &connection, id).await?;
    context.inventory.finish_intent(intent)?;
    Ok(created)
}

/// What the server would accept badly is refused here, with a reason (contract 5.3).
fn judge(form: &AppForm, new: &NewKey, name: AppName) -> Result<NewApp, Error> {
    if form.store_required && new.store.is_none() {
        return Err(Error::StoreNeeded);
    }
    if let Some(offered) = &form.scopes {
        if new.scopes.is_empty() {
            return Err(Error::NoScope);
        }
        let unfit = |scope: &&Scope| !scope.fits(new.store.is_some()) || !offered.contains(scope);
        if let Some(scope) = new.scopes.iter().find(unfit) {
            return Err(Error::ScopeDoesNotFit(scope.as_value().to_owned()));
        }
    }
    Ok(NewApp {
        name,
        key_type: new.key_type,
        scopes: new.scopes.clone(),
        store: new.store,
    })
}

async fn ids(context: &Context, connection: &Connection) -> Result<Vec<(i64, String)>, Error> {
    let apps = ask(context, connection, async |instance| instance.apps().await).await?;
    Ok(apps
        .into_iter()
        .map(|app| (app.server_id.0, app.name))
        .collect())
}

/// The reply was lost: looks what the server has now. What cannot be found stays an open intent,
/// since a slow server may still be at work; the next refresh finishes it.
async fn look_for(
    context: &Context,
    connection: &Connection,
    before: &[i64],
    name: &AppName,
) -> Result<ServerAppId, Error> {
    let lost = || Error::ReplyLost {
        host: connection.url.host().to_owned(),
    };
    let now = ids(context, connection).await.map_err(|_| lost())?;
    created_since(before, now.into_iter(), name.as_str())
        .map(ServerAppId)
        .ok_or_else(lost)
}

async fn bring_home(
    context: &Context,
    connection: &Connection,
    id: ServerAppId,
) -> Result<Created, Error> {
    let detail = ask(context, connection, async move |instance| {
        instance.app(id).await
    })
    .await;
    let detail = detail.map_err(|error| match error {
        // It exists by now; only its pair has not been read.
        Error::Server { .. } => Error::ReplyLost {
            host: connection.url.host().to_owned(),
        },
        error => error,
    })?;
    let mut seen = key_of_detail(context, connection, &detail)?;
    seen.scopes
        .get_or_insert_with(|| vec![Scope::Deliveries, Scope::Tasks]);
    context
        .inventory
        .record_created_key(connection.id, &seen, context.now())?;
    let key = context
        .inventory
        .key_by_server_id(connection.id, id)?
        .ok_or(Error::RecordGone)?;
    context.remember(&key, Act::Created)?;
    let secret_stored = match secret_in(&detail.credentials) {
        Some(secret) => match store_secret(context, connection, &key, secret).await {
            Ok(()) => true,
            Err(Error::Keychain(_)) => false,
            Err(error) => return Err(error),
        },
        None => false,
    };
    Ok(Created {
        key: key.id,
        secret_stored,
    })
}
