//! Somebody without a session, who asks with a key as a shop does (contract 6).

use crate::{Error, Network, Step, destination::Destination, json::LD_JSON};
use keys::{Identifier, Secret, ServerUrl};
use serde::Deserialize;
use web_session::{Browser, Reply, Request};

/// Somebody without a session.
pub(crate) struct Visitor(Browser);

/// What a granted token comes in.
#[derive(Deserialize)]
pub(crate) struct TokenBody {
    pub(crate) access_token: String,
}

impl Visitor {
    pub(crate) fn new(url: &ServerUrl, network: &Network) -> Result<Self, Error> {
        Browser::new(url.clone(), network)
            .map(Self)
            .map_err(|error| Error::from_web(error, Step::Connecting))
    }

    pub(crate) async fn send(&self, request: Request) -> Result<Reply, Error> {
        let sent = self.0.send(request.without_cookies()).await;
        sent.map_err(|error| Error::from_web(error, Step::Reading))
    }

    /// Asks for JSON with a token, or with an `ak_` value.
    pub(crate) async fn get(&self, path: &str, token: &Secret) -> Result<Reply, Error> {
        self.send(Request::get(path).accept(LD_JSON).bearer(token))
            .await
    }

    /// Asks for a token: with that scope, or with whatever the pair has.
    pub(crate) async fn ask_token(
        &self,
        identifier: &Identifier,
        secret: &Secret,
        scope: Option<&str>,
    ) -> Result<Reply, Error> {
        let mut form = vec![("grant_type", "client_credentials")];
        form.extend(scope.map(|scope| ("scope", scope)));
        let request = Destination::Token
            .request(form)
            .accept("application/json")
            .basic(identifier.as_str(), secret);
        self.send(request).await
    }
}
