//! The e-mailed code (contract 3.5).

use crate::{
    Error, Instance, Step,
    destination::Destination,
    pages::{judge_status, leads_to_login, leads_to_second_factor},
    sign_in::find_form,
};
use keys::Account;
use web_session::{Form, Request};

/// A sign-in that waits for its code.
#[derive(Clone)]
pub(crate) struct Pending {
    username: String,
    form: Form,
}

impl Instance {
    /// Looks at the code page. The first look makes the server send the e-mail; a code handed in
    /// before any look is refused even if it is right.
    pub(crate) async fn ask_for_code(&self, username: &str) -> Result<(), Error> {
        let reply = self.send(Request::get("/2fa"), Step::Reading).await?;
        if leads_to_login(&reply) {
            return Err(Error::CodeLate);
        }
        judge_status(reply.status, Step::Reading)?;
        let form = find_form(&reply.text(), Destination::SecondFactor)
            .filter(|form| form.control("_auth_code").is_some())
            .ok_or_else(|| Error::form_changed("/2fa_check"))?;
        self.state().pending = Some(Pending {
            username: username.trim().to_owned(),
            form,
        });
        Ok(())
    }

    /// Hands the code in; spaces do not matter. After [`Error::CodeRefused`] another may be tried,
    /// after [`Error::CodeLate`] only a new sign-in helps: the server does not send a code again.
    pub async fn submit_code(&self, code: &str) -> Result<Account, Error> {
        let code: String = code.chars().filter(|mark| !mark.is_whitespace()).collect();
        let pending = self.state().pending.clone().ok_or(Error::CodeLate)?;
        if code.is_empty() {
            return Err(Error::CodeRefused);
        }
        let mut form = pending.form;
        form.set("_auth_code", &code)
            .map_err(|error| Error::form_changed(&error.to_string()))?;
        let request = Destination::SecondFactor.request(form.fields());
        let reply = self.send(request, Step::Reading).await?;
        if leads_to_second_factor(&reply) {
            return Err(Error::CodeRefused);
        }
        if leads_to_login(&reply) {
            self.state().pending = None;
            return Err(Error::CodeLate);
        }
        // Fully signed in already, so an earlier answer was lost: the account tells (contract 3.5).
        if reply.status != 403 {
            judge_status(reply.status, Step::Reading)?;
            if reply.redirect_path().is_none() {
                return Err(Error::form_changed("/2fa_check"));
            }
        }
        self.state().pending = None;
        self.fetch_token().await?;
        self.account_as(&pending.username).await
    }
}
