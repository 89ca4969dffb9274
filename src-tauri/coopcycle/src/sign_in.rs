//! Signing in as a browser does (contract 3), and out.

use crate::{
    Error, Instance, Step,
    destination::Destination,
    pages::{judge_status, judge_target, leads_to_login, leads_to_second_factor},
};
use keys::{Account, Secret};
use std::sync::LazyLock;
use url::Url;
use web_session::{
    Form, Request,
    page::{Html, Selector, pattern},
};

static FORMS: LazyLock<Selector> = LazyLock::new(|| pattern("form"));

/// How far a sign-in came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Signed in.
    Done(Account),
    /// The server e-mailed a code and waits for it.
    CodeNeeded,
}

impl Instance {
    /// Signs in with a fresh session. Nothing of the password is kept. When it fails or is
    /// cancelled, the former session is as it was.
    pub async fn sign_in(&self, username: &str, password: &Secret) -> Result<SignIn, Error> {
        let mut former = FormerSession {
            instance: self,
            session: Some(self.session()),
        };
        let result = self.sign_in_afresh(username, password).await?;
        former.session = None;
        Ok(result)
    }

    async fn sign_in_afresh(&self, username: &str, password: &Secret) -> Result<SignIn, Error> {
        self.browser().forget_session();
        *self.state() = crate::instance::State::default();
        let form = self.sign_in_form(username).await?;
        // The password goes past the form, which would keep a copy in memory.
        let fields = form.fields().map(|(name, value)| match name {
            "_password" => (name, password.expose()),
            _ => (name, value),
        });
        let request = Destination::SignIn.request(fields);
        let reply = self.send(request, Step::Reading).await?;
        if leads_to_login(&reply) {
            return Err(Error::WrongPassword);
        }
        judge_status(reply.status, Step::Reading)?;
        if reply.redirect_path().is_none() {
            return Err(Error::form_changed("/login_check"));
        }
        // Where the redirect leads tells nothing (contract 3.4): a page that needs a session does.
        let reply = self.ask_for_token().await?;
        if leads_to_second_factor(&reply) {
            self.ask_for_code(username).await?;
            return Ok(SignIn::CodeNeeded);
        }
        if leads_to_login(&reply) {
            return Err(Error::SessionOver);
        }
        self.keep_token(&reply)?;
        self.account_as(username).await.map(SignIn::Done)
    }

    async fn sign_in_form(&self, username: &str) -> Result<Form, Error> {
        let reply = self.send(Request::get("/login"), Step::Reading).await?;
        judge_target(&reply, Step::Reading)?;
        judge_status(reply.status, Step::Reading)?;
        let mut form = find_form(&reply.text(), Destination::SignIn)
            .ok_or_else(|| Error::form_changed("/login_check"))?;
        let filled = form
            .set("_username", username.trim())
            .and_then(|()| form.set("_password", ""));
        filled.map_err(|error| Error::form_changed(&error.to_string()))?;
        if let Some(remember) = form.control("_remember_me").map(|box_| box_.value.clone()) {
            // Older pages leave the box unticked; a session that lasts is what the person wants.
            let _ = form.tick("_remember_me", &remember, true);
        }
        Ok(form)
    }

    /// The account, under the name it was called by.
    pub(crate) async fn account_as(&self, username: &str) -> Result<Account, Error> {
        let account = self.account().await?;
        Ok(Account {
            username: username.trim().to_owned(),
            ..account
        })
    }

    /// Ends the session, on the server and here. The cookies go even if the server cannot be told.
    pub async fn sign_out(&self) -> Result<(), Error> {
        let told = self.send(Request::get("/logout"), Step::Reading).await;
        self.browser().forget_session();
        *self.state() = crate::instance::State::default();
        judge_status(told?.status, Step::Reading)
    }
}

/// Puts a session back in its place when a sign-in fails, or is given up half-way.
struct FormerSession<'instance> {
    instance: &'instance Instance,
    session: Option<Secret>,
}

impl Drop for FormerSession<'_> {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // It was written by the same jar a moment ago, so it can be read.
            let _ = self.instance.restore_session(&session);
        }
    }
}

/// The form of a page that goes to that destination, written as a path or as a whole address.
pub(crate) fn find_form(page: &str, destination: Destination) -> Option<Form> {
    let page = Html::parse_document(page);
    let base = Url::parse("https://page.invalid").ok()?;
    let goes_there = |action: &str| {
        base.join(action)
            .is_ok_and(|action| action.path() == destination.path())
    };
    page.select(&FORMS)
        .find(|form| form.attr("action").is_some_and(goes_there))
        .map(Form::within)
}
