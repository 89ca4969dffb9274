//! Getting pages and sending forms, with every answer judged by status and `Location` alone.

use crate::{Error, Found, Instance, Step, destination::Destination};
use web_session::{Media, Reply, Request, Target};

/// The role a page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// `ROLE_ADMIN`.
    Admin,
    /// `ROLE_DISPATCHER`, which admins have too.
    Dispatcher,
}

/// The answer to a form: carried out if, and only if, it is a redirect elsewhere than to the
/// sign-in pages (contract 0.2).
pub(crate) enum Posted {
    /// Done; with the path it leads to.
    Done(String),
    /// Shown again, so not done.
    ShownAgain(Reply),
}

impl Instance {
    /// Gets a page of the administration.
    pub(crate) async fn page(&self, path: &str, needs: Needs) -> Result<Reply, Error> {
        let reply = self.send(Request::get(path), Step::Reading).await?;
        let reply = if leads_to_login(&reply) {
            self.judge_login(needs).await?;
            // Signed in with the role after all: a lapsed session was revived meanwhile.
            let again = self.send(Request::get(path), Step::Reading).await?;
            if leads_to_login(&again) {
                return Err(Error::SessionOver);
            }
            again
        } else {
            reply
        };
        judge_page(&reply, needs, Step::Reading)?;
        if reply.status != 200 || reply.media != Media::Html {
            return Err(Error::unreadable(path.split('?').next().unwrap_or(path)));
        }
        self.note_version(&reply);
        Ok(reply)
    }

    /// Sends a form of the administration once. An answer that asks to sign in means that
    /// nothing was done.
    pub(crate) async fn post<'a>(
        &self,
        destination: Destination,
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Posted, Error> {
        let request = destination.request(fields);
        let reply = self.send(request, Step::Acting).await?;
        if leads_to_login(&reply) {
            self.judge_login(Needs::Admin).await?;
            return Err(Error::SessionOver);
        }
        judge_page(&reply, Needs::Admin, Step::Acting)?;
        match reply.redirect_path() {
            Some(path) => Ok(Posted::Done(path.to_owned())),
            None if reply.status == 200 => Ok(Posted::ShownAgain(reply)),
            None => Err(Error::Unreadable {
                what: format!("status {}", reply.status),
                step: Step::Acting,
            }),
        }
    }

    /// A redirect to the sign-in page means that the session is over, or that it was revived by
    /// the remember-me cookie and lacks the role (contract 3.6). The account's token tells.
    async fn judge_login(&self, needs: Needs) -> Result<(), Error> {
        let token = self.fetch_token().await?;
        match needs {
            Needs::Admin if !token.is_admin() => Err(Error::NotAdmin),
            Needs::Dispatcher if !token.is_dispatcher() => Err(Error::NotAllowed),
            Needs::Admin | Needs::Dispatcher => Ok(()),
        }
    }
}

/// Whether the answer sends to the sign-in page.
pub(crate) fn leads_to_login(reply: &Reply) -> bool {
    leads_to(reply, "/login")
}

/// Whether the answer says that a second factor is pending.
pub(crate) fn leads_to_second_factor(reply: &Reply) -> bool {
    leads_to(reply, "/2fa")
}

fn leads_to(reply: &Reply, page: &str) -> bool {
    reply
        .redirect_path()
        .is_some_and(|path| path.trim_end_matches('/') == page)
}

/// What a status says that has the same meaning everywhere. Success is judged by the caller.
pub(crate) fn judge_page(reply: &Reply, needs: Needs, step: Step) -> Result<(), Error> {
    if leads_to_second_factor(reply) {
        return Err(Error::SessionOver);
    }
    judge_target(reply, step)?;
    match reply.status {
        403 if needs == Needs::Admin => Err(Error::NotAdmin),
        status => judge_status(status, step),
    }
}

/// Whether a redirect, if it is one, stays on the server.
pub(crate) fn judge_target(reply: &Reply, step: Step) -> Result<(), Error> {
    match &reply.target {
        Some(Target::Elsewhere(address)) if step != Step::Acting => {
            Err(Error::NotCoopCycle(Found::Redirect(address.clone())))
        }
        Some(Target::Elsewhere(_) | Target::Unreadable) => Err(Error::Unreadable {
            what: "location".to_owned(),
            step,
        }),
        Some(Target::Here { .. }) | None => Ok(()),
    }
}

/// The same for any answer: 2xx and 3xx pass.
pub(crate) fn judge_status(status: u16, step: Step) -> Result<(), Error> {
    match status {
        200..=399 => Ok(()),
        401 => Err(Error::SessionOver),
        403 => Err(Error::NotAllowed),
        404 | 410 => Err(Error::NotFound),
        429 => Err(Error::TooManyRequests),
        // While a change is under way a 503 may as well come from a proxy that lost patience.
        503 if step != Step::Acting => Err(Error::Maintenance),
        500..=599 => Err(Error::ServerError { status, step }),
        _ => Err(Error::Unreadable {
            what: format!("status {status}"),
            step,
        }),
    }
}
