//! One instance and the session held on it.

use crate::{Error, Network, Step, app_list::app_id, second_factor::Pending, token::Token};
use keys::{Secret, ServerUrl};
use std::sync::{Mutex, MutexGuard, PoisonError};
use web_session::{Browser, Reply, Request};

/// A CoopCycle instance, visited by one account.
///
/// Requests go one at a time. An instance without a session can do what needs none.
pub struct Instance {
    browser: Browser,
    state: Mutex<State>,
}

/// What is known beside the cookies.
#[derive(Default)]
pub(crate) struct State {
    /// The user's token for JSON.
    pub(crate) token: Option<Token>,
    /// A sign-in that waits for its code.
    pub(crate) pending: Option<Pending>,
    /// The release, as the last administration page told it.
    pub(crate) version: Option<String>,
}

impl Instance {
    /// The instance at that address, without a session.
    pub fn new(url: ServerUrl, network: &Network) -> Result<Self, Error> {
        let browser =
            Browser::new(url, network).map_err(|error| Error::from_web(error, Step::Connecting))?;
        Ok(Self {
            browser,
            state: Mutex::default(),
        })
    }

    /// Its address.
    pub fn url(&self) -> &ServerUrl {
        self.browser.server()
    }

    /// Takes up a session kept by [`Self::session`]. Asks nobody.
    pub fn restore_session(&self, session: &Secret) -> Result<(), Error> {
        self.browser
            .restore_session(session)
            .map_err(|error| Error::from_web(error, Step::Connecting))?;
        *self.state() = State::default();
        Ok(())
    }

    /// Session and remember-me cookies as one text, for the keychain.
    pub fn session(&self) -> Secret {
        self.browser.session()
    }

    /// The session, if it changed since it was last taken here or restored. Nothing while a
    /// sign-in waits for its code: that session is not worth keeping.
    pub fn take_changed_session(&self) -> Option<Secret> {
        if self.state().pending.is_some() {
            return None;
        }
        self.browser.take_changed_session()
    }

    pub(crate) fn browser(&self) -> &Browser {
        &self.browser
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // Every field is complete at any moment, so a panic elsewhere spoils nothing.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends one request and says what a failure on the way means.
    pub(crate) async fn send(&self, request: Request, step: Step) -> Result<Reply, Error> {
        // The second lock on the door of `destination`: this page is read, never sent.
        if !request.is_read_only() && app_id(request.path()).is_some() {
            return Err(Error::NotAllowed);
        }
        self.browser
            .send(request)
            .await
            .map_err(|error| Error::from_web(error, step))
    }
}

/// The number that ends a path after that beginning, and nothing else.
pub(crate) fn number_after(path: &str, beginning: &str) -> Option<i64> {
    let rest = path.strip_prefix(beginning)?;
    let digits = rest.strip_suffix('/').unwrap_or(rest);
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::Instance;
    use crate::{Error, Network, Step};
    use keys::ServerUrl;
    use web_session::Request;

    #[tokio::test]
    async fn rule_1_even_a_request_built_by_hand_does_not_reach_the_page_of_an_app() {
        let url = ServerUrl::parse("https://acme.invalid").unwrap();
        let instance = Instance::new(url, &Network::new().unwrap()).unwrap();
        for path in [
            "/admin/api/apps/3",
            "/admin/api/apps/3/",
            "/admin/api/apps/3?x=1",
        ] {
            let request = Request::patch(path, "text/plain", String::new());
            let result = instance.send(request, Step::Acting).await;
            assert!(matches!(result, Err(Error::NotAllowed)), "{path}");
        }
    }
}
