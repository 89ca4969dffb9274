//! One site and the session held on it.

use crate::{Error, Network, Step, routes::Routes, second_factor::Pending, users::Search};
use keys::{Secret, ServerUrl, SiteFacts};
use std::sync::{Mutex, MutexGuard, PoisonError};
use web_session::{Browser, Reply, Request};

/// A WooCommerce site, visited by one account.
///
/// Requests go one at a time. A site without a session can do what needs none.
pub struct Site {
    browser: Browser,
    routes: Routes,
    state: Mutex<State>,
}

/// What is known beside the cookies.
#[derive(Default)]
pub(crate) struct State {
    /// A sign-in that waits for its code.
    pub(crate) pending: Option<Pending>,
    /// How to look for users, once that was read.
    pub(crate) search: Option<Search>,
}

impl Site {
    /// The site at that address, without a session.
    pub fn new(url: ServerUrl, facts: &SiteFacts, network: &Network) -> Result<Self, Error> {
        let routes = Routes::new(&url, facts.login_path.as_deref());
        let browser =
            Browser::new(url, network).map_err(|error| Error::from_web(error, Step::Connecting))?;
        Ok(Self {
            browser,
            routes,
            state: Mutex::default(),
        })
    }

    /// Its address, with the folder.
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

    /// All cookies as one text, for the keychain.
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

    pub(crate) fn routes(&self) -> &Routes {
        &self.routes
    }

    /// Sends one request and says what a failure on the way means.
    pub(crate) async fn send(&self, request: Request, step: Step) -> Result<Reply, Error> {
        self.browser
            .send(request)
            .await
            .map_err(|error| Error::from_web(error, step))
    }
}
