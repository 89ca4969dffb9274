//! Signing in as a browser does (contract 2).

use crate::{
    Account, CodeSource, Error, Site, Step,
    admin::judge_status,
    login_page::{self, LoginPage},
};
use keys::{Secret, SiteUserId};
use web_session::{Form, Media, Reply, Request, Target};

/// How a cookie begins that means a session.
const SIGNED_IN: &str = "wordpress_logged_in_";
/// How often a login page may send us on, such as to itself with a slash.
const MOST_HOPS: usize = 3;

/// How far a sign-in came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Signed in.
    Done(Account),
    /// The site wants a code.
    CodeNeeded(CodeSource),
}

impl Site {
    /// Signs in with a fresh session. Nothing of the password is kept. When it fails or is
    /// cancelled, the former session is as it was.
    pub async fn sign_in(&self, username: &str, password: &Secret) -> Result<SignIn, Error> {
        let mut former = FormerSession {
            site: self,
            session: Some(self.session()),
        };
        let result = self.sign_in_afresh(username, password, &former).await?;
        former.session = None;
        Ok(result)
    }

    async fn sign_in_afresh(
        &self,
        username: &str,
        password: &Secret,
        former: &FormerSession<'_>,
    ) -> Result<SignIn, Error> {
        self.browser().forget_session();
        *self.state() = crate::site::State::default();
        let (page, form) = self.login_form().await?;
        let action = form.action.as_deref().unwrap_or(&page);
        let action = self
            .routes()
            .here(&page, action)
            .ok_or(Error::LoginElsewhere)?;
        // The password goes past the form, which would keep a copy in memory.
        let fields = form.fields().map(|(name, value)| match name {
            "log" => (name, username.trim()),
            "pwd" => (name, password.expose()),
            _ => (name, value),
        });
        let reply = self
            .send(Request::post_form(&action, fields), Step::Reading)
            .await?;
        if is_signed_in(&reply) {
            return self.account().await.map(SignIn::Done);
        }
        let reply = self.follow_to_second_page(reply).await?;
        judge_door(&reply)?;
        let read = login_page::read(&reply.text());
        match (read.page, read.error) {
            (LoginPage::Code(code), _) => {
                let source = code.source;
                self.wait_for_code(code, former.session.clone().unwrap_or_else(no_session))?;
                Ok(SignIn::CodeNeeded(source))
            }
            (_, Some(message)) => Err(Error::Refused { message }),
            (LoginPage::Captcha, None) => Err(Error::Captcha),
            // Some sites take their own words away.
            (LoginPage::Login(_) | LoginPage::NoPassword, None) => Err(Error::Refused {
                message: String::new(),
            }),
            (LoginPage::OtherForm, None) => Err(Error::UnknownSecondFactor),
            (LoginPage::Gate | LoginPage::Nothing, None) => Err(Error::page_changed(SIGNED_IN)),
        }
    }

    /// The login form with its path, and everything in it but name and password.
    async fn login_form(&self) -> Result<(String, Form), Error> {
        let mut path = self.routes().login().to_owned();
        for _ in 0..MOST_HOPS {
            let reply = self.send(Request::get(&path), Step::Reading).await?;
            if let Some(Target::Here { path: to, query }) = &reply.target {
                let to = match query {
                    Some(query) => format!("{to}?{query}"),
                    None => to.clone(),
                };
                if to == path {
                    // The site insists on plain http.
                    return Err(Error::PlainHttp);
                }
                if !self.routes().is_login(to.split('?').next().unwrap_or(&to)) {
                    return Err(Error::NoLoginPage);
                }
                path = to;
                continue;
            }
            if matches!(reply.status, 404 | 410) {
                return Err(Error::NoLoginPage);
            }
            judge_door(&reply)?;
            return match login_page::read(&reply.text()).page {
                LoginPage::Login(form) => Ok((path, ready(form))),
                LoginPage::Captcha => Err(Error::Captcha),
                LoginPage::NoPassword | LoginPage::Gate => Err(Error::SingleSignOn),
                LoginPage::Code(_) | LoginPage::OtherForm | LoginPage::Nothing => {
                    Err(Error::NoLoginPage)
                }
            };
        }
        Err(Error::NoLoginPage)
    }

    /// A plugin may show its page for a second proof behind a redirect.
    async fn follow_to_second_page(&self, reply: Reply) -> Result<Reply, Error> {
        let Some(Target::Here { path, query }) = &reply.target else {
            return Ok(reply);
        };
        let to = match query {
            Some(query) => format!("{path}?{query}"),
            None => path.clone(),
        };
        self.send(Request::get(&to), Step::Reading).await
    }

    /// Who is signed in, and whether the keys may be managed.
    pub(crate) async fn account(&self) -> Result<Account, Error> {
        match self.try_new_key_page().await {
            Ok(Some(page)) => Ok(Account {
                user: page.owner.map_or(SiteUserId(0), |owner| owner.id),
                may_manage: true,
            }),
            // A session, but another page in the way of everything: a proof that is still missing.
            Ok(None) => Err(Error::UnknownSecondFactor),
            Err(Error::NoRight) => Ok(Account {
                user: SiteUserId(0),
                may_manage: false,
            }),
            Err(error) => Err(error),
        }
    }
}

/// Puts a session back in its place when a sign-in fails, or is given up half-way.
struct FormerSession<'site> {
    site: &'site Site,
    session: Option<Secret>,
}

impl Drop for FormerSession<'_> {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // It was written by the same jar a moment ago, so it can be read.
            let _ = self.site.restore_session(&session);
        }
    }
}

fn no_session() -> Secret {
    Secret::new(String::new())
}

/// A session that lasts is what the person wants; where to go afterwards, and a proof that we keep
/// cookies, are not needed.
fn ready(mut form: Form) -> Form {
    for name in ["testcookie", "interim-login"] {
        form.remove(name);
    }
    let remember = form.control("rememberme").map(|field| field.value.clone());
    if let Some(value) = remember {
        let _ = form.tick("rememberme", &value, true);
    }
    form
}

/// Whether the answer means a session: by its cookie, and without an error, as a site may set the
/// cookie and refuse all the same. Status and target tell nothing.
pub(crate) fn is_signed_in(reply: &Reply) -> bool {
    let mut names = reply.cookies_set.iter();
    names.any(|name| name.starts_with(SIGNED_IN)) && login_page::read(&reply.text()).error.is_none()
}

/// Whether a page before the session can be read at all, or something stands in front of it.
pub(crate) fn judge_door(reply: &Reply) -> Result<(), Error> {
    match &reply.target {
        // To another server of the same people: it has the accounts.
        Some(Target::Elsewhere(_)) => return Err(Error::SingleSignOn),
        Some(Target::Unreadable) => return Err(Error::unreadable("location", Step::Reading)),
        Some(Target::Here { .. }) => return Ok(()),
        None => {}
    }
    if reply.status == 503 && reply.media == Media::Html {
        return Err(Error::Blocked { status: 503 });
    }
    judge_status(reply.status, Step::Reading)
}
