//! The second proof that a plugin wants, where it is a code (contract 12).

use crate::{
    Account, Error, Site, Step,
    login_page::{self, CodeForm, LoginPage},
    sign_in::{is_signed_in, judge_door},
};
use keys::Secret;
use web_session::Request;

/// Where the code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeSource {
    /// The site e-mailed it.
    Mail,
    /// An app on a phone tells it.
    App,
    /// A list of codes kept for emergencies.
    Backup,
    /// The site does not tell.
    Other,
}

/// A sign-in that waits for its code.
#[derive(Clone)]
pub(crate) struct Pending {
    pub(crate) code: CodeForm,
    /// Where the form goes, on this host.
    pub(crate) action: String,
    /// The session before this sign-in, should it come to nothing.
    pub(crate) former: Secret,
}

impl Site {
    /// Hands the code in; spaces do not matter. After [`Error::CodeRefused`] another may be tried,
    /// after [`Error::CodeLate`] only a new sign-in helps.
    pub async fn submit_code(&self, code: &str) -> Result<Account, Error> {
        let code: String = code.chars().filter(|mark| !mark.is_whitespace()).collect();
        let pending = self.state().pending.clone().ok_or(Error::CodeLate)?;
        if code.is_empty() {
            return Err(Error::CodeRefused);
        }
        let mut form = pending.code.form.clone();
        form.set(&pending.code.field, &code)
            .map_err(|error| Error::page_changed(&error.to_string()))?;
        let request = Request::post_form(&pending.action, form.fields());
        let reply = self.send(request, Step::Reading).await?;
        if is_signed_in(&reply) {
            self.state().pending = None;
            return self.account().await;
        }
        judge_door(&reply)?;
        if let LoginPage::Code(code) = login_page::read(&reply.text()).page {
            // The next try needs the proof of this page.
            self.wait_for_code(code, pending.former)?;
            return Err(Error::CodeRefused);
        }
        self.state().pending = None;
        // It was written by the same jar, so it can be read.
        let _ = self.browser().restore_session(&pending.former);
        Err(Error::CodeLate)
    }

    /// Notes the form that waits for a code.
    pub(crate) fn wait_for_code(&self, code: CodeForm, former: Secret) -> Result<(), Error> {
        let login = self.routes().login();
        let action = code.form.action.as_deref().unwrap_or(login);
        let action = self.routes().here(login, action);
        let action = action.ok_or(Error::LoginElsewhere)?;
        self.state().pending = Some(Pending {
            code,
            action,
            former,
        });
        Ok(())
    }
}
