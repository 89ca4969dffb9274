//! Check: does a key work, and what does it open (contract 6.5).

use crate::check_consumer::{ask_about, take_permission};
use crate::reveal::secret_of;
use crate::rotate::forget_access;
use crate::session::{connection, server_error};
use crate::{Context, Error, offer};
use coopcycle::PairCheck;
use keys::{Act, CheckResult, Connection, Key, KeyId, KeyStatus, KeyType, Scope, Secret};

/// Asks the server what the key opens, and writes the outcome down. Needs no session. A server
/// that cannot be reached proves nothing: that is written down too, and the former outcome stays.
pub async fn check_key(context: &Context, key: KeyId) -> Result<KeyStatus, Error> {
    check(context, key, By::Person).await
}

/// Who wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// A person.
    Person,
    /// The program by itself: only what it finds changed is worth a line of history.
    Program,
}

pub(crate) async fn check(context: &Context, key: KeyId, by: By) -> Result<KeyStatus, Error> {
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    let connection = connection(context, record.connection)?;
    let secret = secret_of(context, &record).await?;
    if record.key_type == KeyType::Consumer {
        return check_consumer(context, &connection, &record, &secret, by).await;
    }
    let answer = match (record.key_type, &record.identifier) {
        (KeyType::OAuth, Some(identifier)) => {
            coopcycle::check_pair(&connection.url, identifier, &secret, context.network()).await
        }
        _ => coopcycle::check_api_key(&connection.url, &secret, context.network()).await,
    };
    let answer = match answer {
        Ok(answer) => answer,
        Err(source) => {
            context.inventory.set_unreached(key, context.now())?;
            return Err(server_error(&connection, source));
        }
    };
    let result = judge(context, &record, &answer)?;
    write_down(context, &record, &result, by)?;
    if result == CheckResult::Refused && record.offered.is_some() {
        offer::accept_proved(context, key).await?;
    }
    let record = context.inventory.key(key)?.ok_or(Error::RecordGone)?;
    Ok(record.status())
}

/// The same of a consumer key.
async fn check_consumer(
    context: &Context,
    connection: &Connection,
    key: &Key,
    secret: &Secret,
    by: By,
) -> Result<KeyStatus, Error> {
    let identifier = key.identifier.as_ref().ok_or(Error::SecretNotStored)?;
    let (result, permission) = match ask_about(context, connection, identifier, secret).await {
        Ok(found) => found,
        Err(error) => {
            context.inventory.set_unreached(key.id, context.now())?;
            return Err(error);
        }
    };
    write_down(context, key, &result, by)?;
    take_permission(context, key, permission)?;
    forget_access(context, key)?;
    Ok(context.key(key.id)?.status())
}

fn write_down(context: &Context, key: &Key, result: &CheckResult, by: By) -> Result<(), Error> {
    context.inventory.set_check(key.id, result, context.now())?;
    let is_news = key.check.as_ref().map(|(known, _)| known) != Some(result);
    match by {
        By::Person => context.remember(key, Act::Checked),
        By::Program if is_news => context.notice(key, Act::Checked),
        By::Program => Ok(()),
    }
}

fn judge(context: &Context, key: &Key, answer: &PairCheck) -> Result<CheckResult, Error> {
    let (scopes, app, orphaned) = match answer {
        PairCheck::Refused => return Ok(CheckResult::Refused),
        PairCheck::NotRecognised => return Ok(CheckResult::WrongInstance),
        PairCheck::Accepted {
            scopes,
            app,
            orphaned,
            ..
        } => (scopes, app, *orphaned),
    };
    if orphaned {
        return Ok(CheckResult::Replaced);
    }
    // An `ak_` key has no scopes to look at; it opens what its app belongs to (contract 6.3).
    let is_oauth = key.key_type == KeyType::OAuth;
    if is_oauth && scopes.is_empty() {
        return Ok(CheckResult::Unrestricted);
    }
    let expected = match key.store {
        Some(store) => context.inventory.store(store)?,
        None => None,
    };
    if let (Some(expected), Some(app)) = (&expected, app)
        && app.store != Some(expected.server_id)
    {
        let opened = match app.store {
            Some(id) => context.inventory.store_by_server_id(key.connection, id)?,
            None => None,
        };
        let name = opened.map_or_else(|| app.name.clone(), |store| store.name);
        return Ok(CheckResult::OpensAnotherStore(name));
    }
    let has_deliveries = scopes
        .iter()
        .any(|scope| Scope::from_value(scope) == Scope::Deliveries);
    if is_oauth && expected.is_some() && !has_deliveries {
        return Ok(CheckResult::LacksDeliveries);
    }
    Ok(CheckResult::Works)
}
