//! The user's token for JSON, taken from the session (contract 3.7).

use crate::{
    Error, Instance, Step, json,
    pages::{judge_status, leads_to_login, leads_to_second_factor},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use keys::Secret;
use serde::Deserialize;
use std::time::{Duration, SystemTime};
use tokio::time::Instant;
use web_session::{Reply, Request};

/// Renewed this long before it ends, so that it does not end under way.
const MARGIN: Duration = Duration::from_mins(1);

/// A user's token, with what it says of itself.
#[derive(Clone)]
pub(crate) struct Token {
    pub(crate) jwt: Secret,
    pub(crate) roles: Vec<String>,
    ends: Option<Instant>,
}

/// What a token says of itself. Its signature is the server's business.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Claims {
    exp: Option<f64>,
    #[serde(deserialize_with = "json::items")]
    roles: Vec<String>,
    #[serde(deserialize_with = "json::items")]
    pub(crate) scopes: Vec<String>,
}

impl Claims {
    /// Reads the middle part.
    pub(crate) fn read(jwt: &str) -> Option<Self> {
        let payload = jwt.split('.').nth(1)?.trim_end_matches('=');
        let payload = URL_SAFE_NO_PAD.decode(payload).ok()?;
        serde_json::from_slice(&payload).ok()
    }
}

impl Token {
    pub(crate) fn is_admin(&self) -> bool {
        self.has_role("ROLE_ADMIN")
    }

    pub(crate) fn is_dispatcher(&self) -> bool {
        self.is_admin() || self.has_role("ROLE_DISPATCHER")
    }

    fn has_role(&self, name: &str) -> bool {
        self.roles.iter().any(|role| role == name)
    }

    /// The end is reckoned by the server's clock, so that a wrong clock here does no harm.
    fn read(jwt: Secret, server_time: Option<SystemTime>) -> Option<Self> {
        let claims = Claims::read(jwt.expose())?;
        let ends = claims.exp.zip(server_time).and_then(|(exp, now)| {
            let exp = Duration::try_from_secs_f64(exp).ok()?;
            let now = now.duration_since(SystemTime::UNIX_EPOCH).ok()?;
            Instant::now().checked_add(exp.saturating_sub(now).saturating_sub(MARGIN))
        });
        Some(Self {
            jwt,
            roles: claims.roles,
            ends,
        })
    }

    fn is_over(&self) -> bool {
        self.ends.is_some_and(|ends| Instant::now() >= ends)
    }
}

#[derive(Deserialize)]
struct Answer {
    jwt: String,
}

impl Instance {
    /// The token in hand, or a new one.
    pub(crate) async fn token(&self) -> Result<Token, Error> {
        let kept = self.state().token.clone();
        match kept.filter(|token| !token.is_over()) {
            Some(token) => Ok(token),
            None => self.fetch_token().await,
        }
    }

    /// A token from the session, whatever is in hand.
    pub(crate) async fn fetch_token(&self) -> Result<Token, Error> {
        let reply = self.ask_for_token().await?;
        if leads_to_login(&reply) || leads_to_second_factor(&reply) {
            self.state().token = None;
            return Err(Error::SessionOver);
        }
        self.keep_token(&reply)
    }

    /// Asks for a page that every signed-in account may see. Its answer also tells whether a
    /// second factor is pending.
    pub(crate) async fn ask_for_token(&self) -> Result<Reply, Error> {
        let request = Request::get("/profile/jwt").accept("application/json");
        self.send(request, Step::Reading).await
    }

    /// Reads the token out of that page.
    pub(crate) fn keep_token(&self, reply: &Reply) -> Result<Token, Error> {
        judge_status(reply.status, Step::Reading)?;
        let token = serde_json::from_slice::<Answer>(reply.bytes())
            .ok()
            .and_then(|answer| Token::read(Secret::new(answer.jwt), reply.server_time))
            .ok_or_else(|| Error::unreadable("/profile/jwt"))?;
        self.state().token = Some(token.clone());
        Ok(token)
    }

    /// Forgets the token in hand.
    pub(crate) fn drop_token(&self) {
        self.state().token = None;
    }
}

#[cfg(test)]
mod tests;
