//! Whether a key works (contract 6.5). Each check leaves one token on the server: do not poll.

use crate::{
    Error, Network, Step,
    app_owner::{AppBody, Link},
    destination::Destination,
    json,
    pages::judge_status,
    recognise::answers,
    token::Claims,
    visitor::{TokenBody, Visitor},
};
use keys::{Identifier, Secret, ServerStoreId, ServerUrl};
use serde::Deserialize;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairCheck {
    /// The server does not accept it.
    Refused,
    /// No CoopCycle instance answers at the address.
    NotRecognised,
    /// The server accepts it.
    Accepted {
        /// What its tokens may do; empty for an unrestricted pair, and for `ak_` keys.
        scopes: Vec<String>,
        /// The app that answered to it, where its scopes let it ask.
        app: Option<OpenedApp>,
        /// Whether it opens its Store; `None` when it has none or may not ask.
        store_readable: Option<bool>,
        /// The time slot of its Store, by server path.
        time_slot: Option<String>,
        /// Whether no app belongs to it any more: its page was saved on the server.
        orphaned: bool,
    },
}

/// The app behind a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedApp {
    /// Its App name.
    pub name: String,
    /// Its Store.
    pub store: Option<ServerStoreId>,
}

#[derive(Deserialize)]
struct StoreSlot {
    #[serde(default, rename = "timeSlot")]
    time_slot: Option<Link>,
}

/// Checks Identifier and Secret as a shop plugin would use them.
pub async fn check_pair(
    url: &ServerUrl,
    identifier: &Identifier,
    secret: &Secret,
    network: &Network,
) -> Result<PairCheck, Error> {
    if !answers(url, network).await? {
        return Ok(PairCheck::NotRecognised);
    }
    let visitor = Visitor::new(url, network)?;
    let Some(token) = visitor.token(identifier, secret).await? else {
        return Ok(PairCheck::Refused);
    };
    let scopes = Claims::read(token.expose())
        .ok_or_else(|| Error::unreadable("access_token"))?
        .scopes;
    let has = |wanted: &[&str]| scopes.iter().any(|scope| wanted.contains(&scope.as_str()));
    // With other scopes the server does not say who one is; that is no fault of the pair.
    let opened = if has(&["deliveries", "tasks", "orders"]) {
        visitor.who_am_i(&token).await?
    } else {
        Opened::MayNotAsk
    };
    let may_read_store = has(&["deliveries"]);
    visitor
        .accepted(&token, scopes, opened, may_read_store)
        .await
}

/// Checks an `ak_` value as a partner would use it.
pub async fn check_api_key(
    url: &ServerUrl,
    key: &Secret,
    network: &Network,
) -> Result<PairCheck, Error> {
    if !answers(url, network).await? {
        return Ok(PairCheck::NotRecognised);
    }
    let visitor = Visitor::new(url, network)?;
    match visitor.who_am_i(key).await? {
        Opened::Refused => Ok(PairCheck::Refused),
        opened => visitor.accepted(key, Vec::new(), opened, true).await,
    }
}

/// What the server says to "who am I".
enum Opened {
    App(AppBody),
    MayNotAsk,
    NoApp,
    Refused,
}

impl Visitor {
    /// A token with all the pair's scopes, or none when the pair is wrong.
    async fn token(
        &self,
        identifier: &Identifier,
        secret: &Secret,
    ) -> Result<Option<Secret>, Error> {
        let reply = self.ask_token(identifier, secret, None).await?;
        if reply.status == 401 {
            return Ok(None);
        }
        judge_status(reply.status, Step::Reading)?;
        let body: TokenBody = json::read(&reply, Destination::Token.path(), Step::Reading)?;
        Ok(Some(Secret::new(body.access_token)))
    }

    async fn who_am_i(&self, token: &Secret) -> Result<Opened, Error> {
        let mut reply = self.get("/api/me", token).await?;
        if reply.status == 500 {
            // A server that failed for a moment must not look like a pair without an app.
            reply = self.get("/api/me", token).await?;
        }
        match reply.status {
            401 => return Ok(Opened::Refused),
            403 => return Ok(Opened::MayNotAsk),
            // How the server says that no app belongs to a pair is not certain (contract 10.3).
            404 | 500 => return Ok(Opened::NoApp),
            status => judge_status(status, Step::Reading)?,
        }
        let body: serde_json::Value = json::read(&reply, "/api/me", Step::Reading)?;
        let context = body.get("@context").and_then(|context| context.as_str());
        if context != Some("/api/contexts/ApiApp") {
            return Ok(Opened::NoApp);
        }
        serde_json::from_value(body)
            .map(Opened::App)
            .map_err(|_| Error::unreadable("/api/me"))
    }

    async fn accepted(
        &self,
        token: &Secret,
        scopes: Vec<String>,
        opened: Opened,
        may_read_store: bool,
    ) -> Result<PairCheck, Error> {
        let orphaned = matches!(opened, Opened::NoApp | Opened::Refused);
        let app = match opened {
            Opened::App(app) => Some(OpenedApp {
                store: app.store()?,
                name: app.name,
            }),
            Opened::MayNotAsk | Opened::NoApp | Opened::Refused => None,
        };
        let store = app.as_ref().and_then(|app| app.store);
        let (store_readable, time_slot) = match store.filter(|_| may_read_store) {
            Some(store) => self.read_store(store, token).await?,
            None => (None, None),
        };
        Ok(PairCheck::Accepted {
            scopes,
            app,
            store_readable,
            time_slot,
            orphaned,
        })
    }

    async fn read_store(
        &self,
        store: ServerStoreId,
        token: &Secret,
    ) -> Result<(Option<bool>, Option<String>), Error> {
        let path = format!("/api/stores/{}", store.0);
        let reply = self.get(&path, token).await?;
        if matches!(reply.status, 401 | 403 | 404) {
            return Ok((Some(false), None));
        }
        judge_status(reply.status, Step::Reading)?;
        let store: StoreSlot = json::read(&reply, &path, Step::Reading)?;
        Ok((Some(true), store.time_slot.map(Link::into_path)))
    }
}
