//! Connect: recognise a server, sign in, second factor.

use crate::context::lock;
use crate::session::{entry, keep_changed};
use crate::{Context, Error};
use coopcycle::{Instance, Recognised};
use inventory::{IntentAct, NewConnection};
use keys::{Account, ConnectionId, ConnectionKind, Secret, ServerUrl, SessionState};
use std::sync::Arc;

/// A sign-in that waits for its e-mailed code.
pub(crate) struct Pending {
    instance: Arc<Instance>,
    kind: ConnectionKind,
    username: String,
}

/// Where a sign-in stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// The server has e-mailed a code.
    CodeNeeded,
    /// Done.
    Connected {
        /// The connection, new or known before.
        connection: ConnectionId,
        /// Who signed in.
        account: Account,
    },
}

/// Finds out what answers at a typed address (contract 1.1, 1.2).
pub async fn recognise_server(context: &Context, address: &str) -> Result<Recognised, Error> {
    let recognised = coopcycle::recognise(address, context.network()).await;
    let recognised = recognised.map_err(|source| Error::Server {
        host: address.trim().to_owned(),
        source,
    })?;
    lock(&context.recognised).insert(recognised.url.clone(), recognised.clone());
    Ok(recognised)
}

/// Signs in as a browser does. The password is used once and kept nowhere (contract 3.2).
pub async fn sign_in(
    context: &Context,
    kind: ConnectionKind,
    url: &ServerUrl,
    username: &str,
    password: &Secret,
) -> Result<SignIn, Error> {
    let failed = |source| Error::Server {
        host: url.host().to_owned(),
        source,
    };
    lock(&context.pending).remove(url);
    let instance = Arc::new(Instance::new(url.clone(), context.network()).map_err(failed)?);
    let pending = Pending {
        instance,
        kind,
        username: username.trim().to_owned(),
    };
    match pending
        .instance
        .sign_in(&pending.username, password)
        .await
        .map_err(failed)?
    {
        coopcycle::SignIn::Done(account) => finish(context, url, pending, account).await,
        coopcycle::SignIn::CodeNeeded => {
            lock(&context.pending).insert(url.clone(), pending);
            Ok(SignIn::CodeNeeded)
        }
    }
}

/// Sends the e-mailed code. A wrong one may be tried again.
pub async fn submit_code(context: &Context, url: &ServerUrl, code: &str) -> Result<SignIn, Error> {
    let pending = lock(&context.pending)
        .remove(url)
        .ok_or(Error::NoPendingSignIn)?;
    match pending.instance.submit_code(code).await {
        Ok(account) => finish(context, url, pending, account).await,
        Err(source) => {
            if !matches!(
                source,
                coopcycle::Error::CodeLate | coopcycle::Error::SessionOver
            ) {
                lock(&context.pending).insert(url.clone(), pending);
            }
            Err(Error::Server {
                host: url.host().to_owned(),
                source,
            })
        }
    }
}

/// Forgets a sign-in that waits for its code.
pub fn cancel_sign_in(context: &Context, url: &ServerUrl) {
    lock(&context.pending).remove(url);
}

async fn finish(
    context: &Context,
    url: &ServerUrl,
    pending: Pending,
    account: Account,
) -> Result<SignIn, Error> {
    let known = lock(&context.recognised).get(url).cloned();
    // The instance's name is worth one more request, but no failure: the host names it too.
    let recognised = match known {
        Some(recognised) => Some(recognised),
        None => coopcycle::recognise(url.as_str(), context.network())
            .await
            .ok(),
    };
    let name = recognised
        .as_ref()
        .and_then(|recognised| recognised.name.clone());
    let id = context.inventory.add_connection(&NewConnection {
        kind: pending.kind,
        url: url.clone(),
        name: name.unwrap_or_else(|| url.host().to_owned()),
        username: pending.username,
        session: if account.is_admin() {
            SessionState::SignedIn
        } else {
            SessionState::NotAdmin
        },
        country: recognised
            .as_ref()
            .and_then(|recognised| recognised.country.clone()),
        locale: recognised.and_then(|recognised| recognised.locale),
    })?;
    let connection = crate::session::connection(context, id)?;
    // Whoever signs in again wants neither the end of the session nor of the connection any more.
    for intent in context.inventory.open_intents()? {
        let ends = matches!(intent.act, IntentAct::SignOut | IntentAct::Disconnect);
        if intent.connection == id && ends {
            context.inventory.finish_intent(intent.id)?;
        }
    }
    // Error messages of its forms come in the session's language; without it they come in the
    // instance's own, which is no reason to fail.
    let _ = pending.instance.set_language(&context.language()).await;
    keep_changed(context, &connection, &pending.instance).await;
    let _ = context
        .keychain
        .store(&entry(&connection), &pending.instance.session())
        .await;
    context.keep_instance(id, pending.instance);
    context.set_unreachable(id, false);
    Ok(SignIn::Connected {
        connection: id,
        account,
    })
}
