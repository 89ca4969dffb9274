//! Connect: recognise a server, sign in, second factor.

use crate::context::lock;
use crate::rotate::forget_accesses;
use crate::session::{UNSEEN, entry, keep_changed};
use crate::visited::Server;
use crate::{Context, Error};
use coopcycle::{Instance, Recognised};
use inventory::{IntentAct, NewConnection};
use keys::{ConnectionId, ConnectionKind, Secret, ServerUrl, SessionState, SiteFacts};
use std::sync::Arc;
use woocommerce::{CodeSource, RecognisedSite, Site};

/// A sign-in that waits for its code.
pub(crate) struct Pending {
    server: Server,
    kind: ConnectionKind,
    username: String,
}

/// Where a sign-in stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// The server waits for a code.
    CodeNeeded(CodeSource),
    /// Done.
    Connected {
        /// The connection, new or known before.
        connection: ConnectionId,
        /// Whether the account may see and make keys.
        admin: bool,
    },
}

/// What a server says to a name and a password.
enum Answer {
    CodeNeeded(CodeSource),
    Done { admin: bool },
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

/// Finds the WooCommerce site at a typed address (contract 1). `login` is the address of a sign-in
/// page that was moved.
pub async fn recognise_site(
    context: &Context,
    address: &str,
    login: Option<&str>,
) -> Result<RecognisedSite, Error> {
    let known = known_login(context, address)?;
    let login = login.map(str::to_owned).or(known);
    let recognised = woocommerce::recognise(address, login.as_deref(), context.network()).await;
    let recognised = recognised.map_err(|source| Error::Site {
        host: address.trim().to_owned(),
        source,
    })?;
    lock(&context.recognised_sites).insert(recognised.url.clone(), recognised.clone());
    Ok(recognised)
}

/// The address of a moved sign-in page, as it was told when the site was connected.
fn known_login(context: &Context, address: &str) -> Result<Option<String>, Error> {
    let Ok(url) = woocommerce::read_address(address) else {
        return Ok(None);
    };
    let known = context.inventory.connections()?;
    let known = known.into_iter().find(|known| known.url == url);
    Ok(known.and_then(|known| known.site?.login_path))
}

/// From now on, takes that certificate (DER) and no other from that server of this machine: that of
/// the practice shop, which nobody else vouches for.
pub fn trust(context: &Context, url: &ServerUrl, certificate: &[u8]) -> Result<(), Error> {
    let trusted = context.network().trust(url, certificate);
    trusted.map_err(|error| Error::Server {
        host: url.host().to_owned(),
        source: error.into(),
    })
}

/// Whether a WooCommerce site answers at an address, as far as it was recognised or is connected.
pub fn is_site(context: &Context, url: &ServerUrl) -> Result<bool, Error> {
    let known = context.inventory.connections()?;
    let known = known.iter().find(|known| known.url == *url);
    Ok(match known {
        Some(known) => known.kind.is_site(),
        None => lock(&context.recognised_sites).contains_key(url),
    })
}

/// Makes a connection to a site without signing in: pairs are pasted there. A site that could not be
/// recognised, since something in front of it lets only browsers pass, is called by its address.
pub fn add_site(
    context: &Context,
    kind: ConnectionKind,
    url: &ServerUrl,
) -> Result<ConnectionId, Error> {
    let known = context.inventory.connections()?;
    if let Some(known) = known.iter().find(|known| known.url == *url) {
        return if known.kind.is_site() {
            Ok(known.id)
        } else {
            Err(Error::WrongKind)
        };
    }
    let found = lock(&context.recognised_sites).get(url).cloned();
    let (name, locale, facts) = found.map_or_else(
        || (url.place().to_owned(), None, UNSEEN),
        |found| (found.name, found.locale, found.facts),
    );
    Ok(context.inventory.add_connection(&NewConnection {
        kind,
        url: url.clone(),
        name,
        username: String::new(),
        session: SessionState::SignedOut,
        country: None,
        locale,
        site: Some(facts),
    })?)
}

/// Signs in as a browser does. The password is used once and kept nowhere (contract 3.2, and 2 of a
/// site's).
pub async fn sign_in(
    context: &Context,
    kind: ConnectionKind,
    url: &ServerUrl,
    username: &str,
    password: &Secret,
) -> Result<SignIn, Error> {
    lock(&context.pending).remove(url);
    let username = username.trim().to_owned();
    let (server, answer) = if kind.is_site() {
        site_signs_in(context, url, &username, password).await?
    } else {
        instance_signs_in(context, url, &username, password).await?
    };
    let pending = Pending {
        server,
        kind,
        username,
    };
    match answer {
        Answer::Done { admin } => finish(context, url, pending, admin).await,
        Answer::CodeNeeded(source) => {
            lock(&context.pending).insert(url.clone(), pending);
            Ok(SignIn::CodeNeeded(source))
        }
    }
}

async fn instance_signs_in(
    context: &Context,
    url: &ServerUrl,
    username: &str,
    password: &Secret,
) -> Result<(Server, Answer), Error> {
    let failed = |source| Error::Server {
        host: url.host().to_owned(),
        source,
    };
    let instance = Instance::new(url.clone(), context.network()).map_err(failed)?;
    let answer = match instance.sign_in(username, password).await.map_err(failed)? {
        coopcycle::SignIn::Done(account) => Answer::Done {
            admin: account.is_admin(),
        },
        coopcycle::SignIn::CodeNeeded => Answer::CodeNeeded(CodeSource::Mail),
    };
    Ok((Server::Instance(Arc::new(instance)), answer))
}

async fn site_signs_in(
    context: &Context,
    url: &ServerUrl,
    username: &str,
    password: &Secret,
) -> Result<(Server, Answer), Error> {
    let failed = |source| Error::Site {
        host: url.host().to_owned(),
        source,
    };
    let facts = facts_of(context, url).await?.1;
    let site = Site::new(url.clone(), &facts, context.network()).map_err(failed)?;
    let answer = match site.sign_in(username, password).await.map_err(failed)? {
        woocommerce::SignIn::Done(account) => Answer::Done {
            admin: account.may_manage,
        },
        woocommerce::SignIn::CodeNeeded(source) => Answer::CodeNeeded(source),
    };
    Ok((Server::Site(Arc::new(site)), answer))
}

/// The name and the facts of a site: as it was recognised just now, or as it is known, else by
/// looking at it.
async fn facts_of(
    context: &Context,
    url: &ServerUrl,
) -> Result<(Option<String>, SiteFacts), Error> {
    if let Some(found) = lock(&context.recognised_sites).get(url) {
        return Ok((Some(found.name.clone()), found.facts.clone()));
    }
    let known = context.inventory.connections()?;
    let known = known.into_iter().find(|known| known.url == *url);
    if let Some(facts) = known.and_then(|known| known.site) {
        return Ok((None, facts));
    }
    let found = recognise_site(context, url.as_str(), None).await?;
    Ok((Some(found.name), found.facts))
}

/// Sends the code. A wrong one may be tried again.
pub async fn submit_code(context: &Context, url: &ServerUrl, code: &str) -> Result<SignIn, Error> {
    let pending = lock(&context.pending)
        .remove(url)
        .ok_or(Error::NoPendingSignIn)?;
    let host = || url.host().to_owned();
    let (error, is_over) = match &pending.server {
        Server::Instance(instance) => match instance.submit_code(code).await {
            Ok(account) => {
                let admin = account.is_admin();
                return finish(context, url, pending, admin).await;
            }
            Err(source) => {
                use coopcycle::Error as E;
                let is_over = matches!(source, E::CodeLate | E::SessionOver);
                let host = host();
                (Error::Server { host, source }, is_over)
            }
        },
        Server::Site(site) => match site.submit_code(code).await {
            Ok(account) => {
                let admin = account.may_manage;
                return finish(context, url, pending, admin).await;
            }
            Err(source) => {
                use woocommerce::Error as E;
                let is_over = matches!(source, E::CodeLate | E::SessionOver);
                let host = host();
                (Error::Site { host, source }, is_over)
            }
        },
    };
    if !is_over {
        lock(&context.pending).insert(url.clone(), pending);
    }
    Err(error)
}

/// Forgets a sign-in that waits for its code.
pub fn cancel_sign_in(context: &Context, url: &ServerUrl) {
    lock(&context.pending).remove(url);
}

async fn finish(
    context: &Context,
    url: &ServerUrl,
    pending: Pending,
    admin: bool,
) -> Result<SignIn, Error> {
    let described = describe(context, url, &pending).await?;
    let mut known = context.inventory.connections()?.into_iter();
    let is_another = known.any(|known| known.url == *url && known.username != pending.username);
    let id = context.inventory.add_connection(&NewConnection {
        kind: pending.kind,
        url: url.clone(),
        name: described.name.unwrap_or_else(|| url.place().to_owned()),
        username: pending.username,
        session: if admin {
            SessionState::SignedIn
        } else {
            SessionState::NotAdmin
        },
        country: described.country,
        locale: described.locale,
        site: described.site,
    })?;
    if is_another {
        forget_accesses(context, id)?;
    }
    let connection = crate::session::connection(context, id)?;
    // Whoever signs in again wants neither the end of the session nor of the connection any more.
    for intent in context.inventory.open_intents()? {
        let ends = matches!(intent.act, IntentAct::SignOut | IntentAct::Disconnect);
        if intent.connection == id && ends {
            context.inventory.finish_intent(intent.id)?;
        }
    }
    if let Server::Instance(instance) = &pending.server {
        // Error messages of its forms come in the session's language; without it they come in the
        // instance's own, which is no reason to fail.
        let _ = instance.set_language(&context.language()).await;
    }
    keep_changed(context, &connection, &pending.server).await;
    let _ = context
        .keychain
        .store(&entry(&connection), &pending.server.session())
        .await;
    context.keep_server(id, pending.server);
    context.set_unreachable(id, false);
    Ok(SignIn::Connected {
        connection: id,
        admin,
    })
}

/// What a server told of itself.
#[derive(Default)]
struct Described {
    name: Option<String>,
    country: Option<String>,
    locale: Option<String>,
    site: Option<SiteFacts>,
}

async fn describe(
    context: &Context,
    url: &ServerUrl,
    pending: &Pending,
) -> Result<Described, Error> {
    if let Server::Site(_) = &pending.server {
        let (name, site) = facts_of(context, url).await?;
        let locale = lock(&context.recognised_sites)
            .get(url)
            .and_then(|found| found.locale.clone());
        return Ok(Described {
            name,
            locale,
            site: Some(site),
            ..Described::default()
        });
    }
    let known = lock(&context.recognised).get(url).cloned();
    // The instance's name is worth one more request, but no failure: the host names it too.
    let recognised = match known {
        Some(recognised) => Some(recognised),
        None => coopcycle::recognise(url.as_str(), context.network())
            .await
            .ok(),
    };
    Ok(
        recognised.map_or_else(Described::default, |recognised| Described {
            name: recognised.name,
            country: recognised.country,
            locale: recognised.locale,
            site: None,
        }),
    )
}
