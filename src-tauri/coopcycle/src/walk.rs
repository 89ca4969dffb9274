//! The way of the WordPress plugin 1.1.0 when its settings are saved (contract 6.6), gone once,
//! request for request, with every answer noted and none judged.

use crate::{CertificateProblem, Error, Network, OpenedApp, recognise, visitor::Visitor};
use asking::Token;
use keys::{Identifier, Secret, ServerUrl};

mod asking;

/// What is to prove itself.
#[derive(Clone, Copy)]
pub enum Proof<'a> {
    /// Identifier and Secret, as a plugin uses them.
    Pair(&'a Identifier, &'a Secret),
    /// An `ak_` value, sent as it is; no plugin does so.
    ApiKey(&'a Secret),
    /// Nothing worth sending: the address alone is looked at.
    Nothing,
}

/// Why an answer says nothing about a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It leads to another server; never followed. Without its query.
    Redirected(String),
    /// The certificate is not accepted.
    Certificate(CertificateProblem),
    /// The host name has no address.
    Dns,
    /// Nobody accepts connections there.
    NotListening,
    /// No answer in time.
    TimedOut,
    /// The connection broke, or the answer was too large to read.
    Lost,
    /// What answers does not speak HTTP.
    NotHttp,
    /// The server says 503.
    Unavailable,
    /// The server failed, or asks for fewer requests.
    Failed(u16),
}

/// What `GET /api` answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryAnswer {
    /// An entrypoint, as the plugin wants it.
    Entrypoint,
    /// Something else; with its status.
    SomethingElse(u16),
    /// Nothing that could be judged.
    Trouble(Trouble),
}

/// What `POST /oauth2/token` answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenAnswer {
    /// A token, with the scopes in it.
    Granted(Vec<String>),
    /// The pair is not accepted.
    InvalidClient,
    /// The pair is right, the scope is not among its own.
    InvalidScope,
    /// Something that such a server does not say; with its status.
    SomethingElse(u16),
    /// Nothing that could be judged.
    Trouble(Trouble),
}

/// What `GET /api/me` answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhoAnswer {
    /// The app behind the key.
    App(OpenedApp),
    /// No app belongs to the key any more; with the status that says so.
    NoApp(u16),
    /// Its scopes do not let it ask.
    MayNotAsk,
    /// The token, or the `ak_` value, is not accepted.
    Refused,
    /// Nothing that could be judged.
    Trouble(Trouble),
}

/// What the Store's path answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreAnswer {
    /// It opens; with its time slot's path.
    Opens {
        /// `None` when it has none.
        time_slot: Option<String>,
    },
    /// It does not open; with the status that says so.
    Closed(u16),
    /// Nothing that could be judged.
    Trouble(Trouble),
}

/// Everything noted on the way. What was not asked is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// `GET /api`.
    pub entry: EntryAnswer,
    /// `POST /oauth2/token` with the scope `deliveries`.
    pub token: Option<TokenAnswer>,
    /// `GET /api/me`, with a second token as the plugin gets it.
    pub who: Option<WhoAnswer>,
    /// A token without naming a scope: what the pair has. The plugin does not ask for it.
    pub own_scopes: Option<TokenAnswer>,
    /// Whether `GET /api/settings` is a `CoopCycle` instance's. The plugin does not ask for it.
    pub is_coopcycle: Option<bool>,
    /// The Store that the key opens, as at checkout.
    pub store: Option<StoreAnswer>,
    /// Whether the Store's time slot can be read, as at checkout.
    pub time_slot_opens: Option<bool>,
}

impl Walk {
    fn at(entry: EntryAnswer) -> Self {
        Self {
            entry,
            token: None,
            who: None,
            own_scopes: None,
            is_coopcycle: None,
            store: None,
            time_slot_opens: None,
        }
    }
}

/// Goes the plugin's way, then looks further where that tells causes apart. No redirect is
/// followed, and nothing is sent past a certificate that is not accepted. An error means that
/// this program could not set out at all.
pub async fn walk(url: &ServerUrl, proof: Proof<'_>, network: &Network) -> Result<Walk, Error> {
    let visitor = Visitor::new(url, network)?;
    let mut walk = Walk::at(visitor.entry().await?);
    match walk.entry {
        EntryAnswer::Entrypoint => {}
        // A 503 alone does not tell maintenance from a broken server.
        EntryAnswer::Trouble(Trouble::Unavailable) => {
            walk.is_coopcycle = is_coopcycle(url, network).await;
            return Ok(walk);
        }
        EntryAnswer::SomethingElse(_) | EntryAnswer::Trouble(_) => return Ok(walk),
    }
    match proof {
        Proof::Pair(identifier, secret) => {
            go_with_pair(&visitor, identifier, secret, &mut walk).await?;
        }
        Proof::ApiKey(key) => {
            let who = visitor.ask_who(key).await?;
            walk.who = Some(who);
            look_at_store(&visitor, key, &mut walk).await?;
        }
        Proof::Nothing => {}
    }
    if matches!(walk.token, Some(TokenAnswer::SomethingElse(_))) {
        // Other servers have the same entrypoint, but are no CoopCycle.
        walk.is_coopcycle = is_coopcycle(url, network).await;
    }
    Ok(walk)
}

async fn go_with_pair(
    visitor: &Visitor,
    identifier: &Identifier,
    secret: &Secret,
    walk: &mut Walk,
) -> Result<(), Error> {
    let deliveries = Some("deliveries");
    let first = visitor.token_for(identifier, secret, deliveries).await?;
    walk.token = Some(first.answer());
    if matches!(first, Token::Granted { .. }) {
        let second = visitor.token_for(identifier, secret, deliveries).await?;
        walk.who = Some(match &second {
            Token::Granted { token, .. } => visitor.ask_who(token).await?,
            Token::Not(TokenAnswer::Trouble(trouble)) => WhoAnswer::Trouble(trouble.clone()),
            Token::Not(_) => WhoAnswer::Refused,
        });
        // A pair without any scope is granted whatever it asks for (contract 5.3).
        let own = visitor.token_for(identifier, secret, None).await?;
        walk.own_scopes = Some(own.answer());
        if let Token::Granted { token, .. } = &second {
            look_at_store(visitor, token, walk).await?;
        }
    }
    Ok(())
}

async fn look_at_store(visitor: &Visitor, token: &Secret, walk: &mut Walk) -> Result<(), Error> {
    let Some(WhoAnswer::App(OpenedApp {
        store: Some(store), ..
    })) = walk.who
    else {
        return Ok(());
    };
    let answer = visitor.ask_store(store, token).await?;
    if let StoreAnswer::Opens {
        time_slot: Some(slot),
    } = &answer
    {
        walk.time_slot_opens = visitor.ask_time_slot(slot, token).await?;
    }
    walk.store = Some(answer);
    Ok(())
}

async fn is_coopcycle(url: &ServerUrl, network: &Network) -> Option<bool> {
    let settings = recognise::settings(url, network).await.ok()?;
    Some(settings.is_some())
}
