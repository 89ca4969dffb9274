//! One request of the way, and its answer by name.

use super::{EntryAnswer, StoreAnswer, TokenAnswer, Trouble, WhoAnswer};
use crate::{
    Error, OpenedApp,
    app_owner::{AppBody, Link},
    instance::number_after,
    json::LD_JSON,
    recognise::ENTRYPOINT,
    token::Claims,
    visitor::{TokenBody, Visitor},
};
use keys::{Identifier, Secret, ServerStoreId};
use serde::Deserialize;
use serde_json::Value;
use web_session::{Reply, Request, Target};

/// A token, or the answer instead of one.
pub(super) enum Token {
    Granted { token: Secret, scopes: Vec<String> },
    Not(TokenAnswer),
}

impl Token {
    pub(super) fn answer(&self) -> TokenAnswer {
        match self {
            Self::Granted { scopes, .. } => TokenAnswer::Granted(scopes.clone()),
            Self::Not(answer) => answer.clone(),
        }
    }
}

#[derive(Deserialize)]
struct StoreSlot {
    #[serde(default, rename = "timeSlot")]
    time_slot: Option<Link>,
}

impl Visitor {
    pub(super) async fn entry(&self) -> Result<EntryAnswer, Error> {
        // The plugin names this type although it sends nothing of it (contract 6.6).
        let request = Request::get("/api")
            .accept(LD_JSON)
            .content_type("application/json");
        let reply = match judge(self.send(request).await)? {
            Ok(reply) => reply,
            Err(trouble) => return Ok(EntryAnswer::Trouble(trouble)),
        };
        Ok(
            if reply.status == 200 && context(&reply).as_deref() == Some(ENTRYPOINT) {
                EntryAnswer::Entrypoint
            } else {
                EntryAnswer::SomethingElse(reply.status)
            },
        )
    }

    pub(super) async fn token_for(
        &self,
        identifier: &Identifier,
        secret: &Secret,
        scope: Option<&str>,
    ) -> Result<Token, Error> {
        let reply = match judge(self.ask_token(identifier, secret, scope).await)? {
            Ok(reply) => reply,
            Err(trouble) => return Ok(Token::Not(TokenAnswer::Trouble(trouble))),
        };
        let something_else = Token::Not(TokenAnswer::SomethingElse(reply.status));
        Ok(match reply.status {
            200 => granted(&reply).unwrap_or(something_else),
            401 => Token::Not(TokenAnswer::InvalidClient),
            400 if error_word(&reply).as_deref() == Some("invalid_scope") => {
                Token::Not(TokenAnswer::InvalidScope)
            }
            _ => something_else,
        })
    }

    pub(super) async fn ask_who(&self, token: &Secret) -> Result<WhoAnswer, Error> {
        let sent = self.get("/api/me", token).await;
        let reply = match judge(sent)? {
            Ok(reply) => reply,
            // How the server says that no app belongs to a pair is not certain (contract 10.3).
            Err(Trouble::Failed(500)) => return Ok(WhoAnswer::NoApp(500)),
            Err(trouble) => return Ok(WhoAnswer::Trouble(trouble)),
        };
        Ok(match reply.status {
            401 => WhoAnswer::Refused,
            403 => WhoAnswer::MayNotAsk,
            status => app(&reply).map_or(WhoAnswer::NoApp(status), WhoAnswer::App),
        })
    }

    pub(super) async fn ask_store(
        &self,
        store: ServerStoreId,
        token: &Secret,
    ) -> Result<StoreAnswer, Error> {
        let sent = self.get(&format!("/api/stores/{}", store.0), token).await;
        let reply = match judge(sent)? {
            Ok(reply) => reply,
            Err(trouble) => return Ok(StoreAnswer::Trouble(trouble)),
        };
        let slot: Option<StoreSlot> = read(&reply);
        Ok(match slot {
            Some(store) => StoreAnswer::Opens {
                time_slot: store.time_slot.map(Link::into_path),
            },
            None => StoreAnswer::Closed(reply.status),
        })
    }

    /// Whether it opens; nothing when the path is none of a time slot, or no answer could be
    /// judged.
    pub(super) async fn ask_time_slot(
        &self,
        path: &str,
        token: &Secret,
    ) -> Result<Option<bool>, Error> {
        if number_after(path, "/api/time_slots/").is_none() {
            return Ok(None);
        }
        let reply = judge(self.get(path, token).await)?.ok();
        Ok(reply.map(|reply| reply.status == 200))
    }
}

/// An answer of the server itself, or why there is none. What is left is trouble of our own.
fn judge(sent: Result<Reply, Error>) -> Result<Result<Reply, Trouble>, Error> {
    let trouble = match sent {
        Ok(Reply {
            target: Some(Target::Elsewhere(to)),
            ..
        }) => Trouble::Redirected(to),
        Ok(Reply { status: 503, .. }) => Trouble::Unavailable,
        Ok(Reply {
            status: status @ (429 | 500..=599),
            ..
        }) => Trouble::Failed(status),
        Ok(reply) => return Ok(Ok(reply)),
        Err(Error::Certificate { reason, .. }) => Trouble::Certificate(reason),
        Err(Error::Dns(_)) => Trouble::Dns,
        Err(Error::Refused(_)) => Trouble::NotListening,
        Err(Error::TimedOut { .. }) => Trouble::TimedOut,
        Err(Error::ConnectionLost { .. } | Error::TooLarge { .. }) => Trouble::Lost,
        Err(Error::Unreadable { .. }) => Trouble::NotHttp,
        Err(error) => return Err(error),
    };
    Ok(Err(trouble))
}

fn read<T: serde::de::DeserializeOwned>(reply: &Reply) -> Option<T> {
    let is_read = reply.status == 200;
    is_read
        .then(|| serde_json::from_slice(reply.bytes()).ok())
        .flatten()
}

fn granted(reply: &Reply) -> Option<Token> {
    let body: TokenBody = read(reply)?;
    let scopes = Claims::read(&body.access_token)?.scopes;
    Some(Token::Granted {
        token: Secret::new(body.access_token),
        scopes,
    })
}

fn app(reply: &Reply) -> Option<OpenedApp> {
    if context(reply).as_deref() != Some("/api/contexts/ApiApp") {
        return None;
    }
    let app: AppBody = read(reply)?;
    Some(OpenedApp {
        store: app.store().ok()?,
        name: app.name,
    })
}

fn context(reply: &Reply) -> Option<String> {
    word(reply, "@context")
}

fn error_word(reply: &Reply) -> Option<String> {
    word(reply, "error")
}

fn word(reply: &Reply, name: &str) -> Option<String> {
    let body: Value = serde_json::from_slice(reply.bytes()).ok()?;
    body.get(name)?.as_str().map(str::to_owned)
}
