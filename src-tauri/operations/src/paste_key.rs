//! Paste: a pair that a person made in the browser is checked, named and kept.

use crate::bring_secrets::Trust;
use crate::check_consumer::ask_about;
use crate::create_key::Created;
use crate::fingerprint::fingerprint;
use crate::refresh::look;
use crate::seen::keep_secret;
use crate::session::connection;
use crate::{Context, Error};
use inventory::NewPastedKey;
use keys::{
    Act, CheckResult, ConnectionId, Identifier, KeyStatus, Permission, Secret, SessionState,
    has_consumer_shape,
};
use woocommerce::PairCheck;

/// A pasted pair. Either half may be the secret by mistake, so neither can be printed.
pub struct PastedKey {
    /// On which connection.
    pub connection: ConnectionId,
    /// What to call it.
    pub name: String,
    /// `ck_…`
    pub consumer_key: Secret,
    /// `cs_…`
    pub consumer_secret: Secret,
    /// Whether to keep it although the site does not accept it.
    pub anyway: bool,
}

/// Asks the site whether it accepts the pair, and keeps it. Needs no session; with one, the site's
/// list then tells its number.
pub async fn paste_key(
    context: &Context,
    pasted: PastedKey,
) -> Result<(Created, KeyStatus), Error> {
    let connection = connection(context, pasted.connection)?;
    if !connection.kind.is_site() {
        return Err(Error::WrongKind);
    }
    let identifier = consumer_key_in(&pasted.consumer_key)?;
    let secret = pasted.consumer_secret.expose().trim();
    if !has_consumer_shape(secret, "cs_") {
        return Err(Error::NoConsumerSecret);
    }
    let secret = Secret::new(secret.to_owned());
    let _turn = context.turn(connection.id).await;
    let known = context
        .inventory
        .key_by_identifier(connection.id, &identifier)?;
    if let Some(known) = known.filter(keys::Key::is_secret_stored) {
        return Err(Error::PairKnown(known.id));
    }
    let found = ask_about(context, &connection, &identifier, &secret).await;
    let (result, permission) = match found {
        Ok((result, permission)) => (Some(result), permission),
        Err(_) if pasted.anyway => (None, None),
        Err(error) => return Err(error),
    };
    if let Some(result) = &result
        && !pasted.anyway
        && !is_kept(result)
    {
        return Err(Error::PairNotAccepted(KeyStatus::of_check(result)));
    }
    let name = name_of(&pasted.name, &identifier);
    let key = context.inventory.add_pasted_consumer_key(
        &NewPastedKey {
            connection: connection.id,
            name,
            identifier,
            fingerprint: fingerprint(&secret),
            permission,
            note: String::new(),
        },
        context.now(),
    )?;
    let record = context.key(key)?;
    match keep_secret(context, &connection, &record, &secret).await {
        Ok(()) | Err(Error::Keychain(_)) => {}
        Err(error) => return Err(error),
    }
    context.remember(&record, Act::Imported)?;
    if let Some(result) = &result {
        context.inventory.set_check(key, result, context.now())?;
    }
    if connection.session == SessionState::SignedIn {
        // Its number can wait for the next refresh.
        let _ = look(context, connection.id, &|_, _, _| {}, Trust::Records).await;
    }
    let record = context.key(key)?;
    let status = record.status();
    let secret_stored = record.is_secret_stored();
    Ok((Created { key, secret_stored }, status))
}

fn consumer_key_in(pasted: &Secret) -> Result<Identifier, Error> {
    let text = pasted.expose().trim();
    if !has_consumer_shape(text, "ck_") {
        return Err(Error::NoConsumerKey);
    }
    Identifier::new(text).ok_or(Error::NoConsumerKey)
}

/// Whether the pair is surely one of that site. What only its owner or the site's settings lack does
/// not speak against it.
fn is_kept(result: &CheckResult) -> bool {
    !matches!(
        result,
        CheckResult::NotRecognised | CheckResult::Refused | CheckResult::WrongInstance
    )
}

fn name_of(typed: &str, identifier: &Identifier) -> String {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if typed.is_empty() {
        format!("…{}", keys::ending_of(identifier.as_str()))
    } else {
        typed
    }
}

/// What a key that was pasted may do, as the site answered.
pub(crate) fn permission_of(check: &PairCheck) -> Option<Permission> {
    match check {
        PairCheck::Accepted(permission) => Some(*permission),
        PairCheck::PlainPermalinks { otherwise } => permission_of(otherwise),
        _ => None,
    }
}
