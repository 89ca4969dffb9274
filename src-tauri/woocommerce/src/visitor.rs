//! Asking as a stranger, without the session: the site itself, and its routes with a key.

use crate::{Error, Network, Step};
use keys::ServerUrl;
use web_session::{Browser, Reply, Request};

/// Somebody without a session.
pub(crate) struct Visitor {
    browser: Browser,
}

impl Visitor {
    pub(crate) fn new(url: &ServerUrl, network: &Network) -> Result<Self, Error> {
        let browser = Browser::new(url.clone(), network)
            .map_err(|error| Error::from_web(error, Step::Connecting))?;
        Ok(Self { browser })
    }

    pub(crate) fn url(&self) -> &ServerUrl {
        self.browser.server()
    }

    pub(crate) async fn send(&self, request: Request) -> Result<Reply, Error> {
        let sent = self.browser.send(request.without_cookies()).await;
        sent.map_err(|error| Error::from_web(error, Step::Reading))
    }
}
