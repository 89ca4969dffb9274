//! Getting pages of the administration, with every answer judged by status, target and marks.

use crate::{Error, Site, Step};
use std::sync::LazyLock;
use web_session::{
    Media, Reply, Request, Target,
    page::{Html, Selector, first, pattern},
};

static DIED: LazyLock<Selector> = LazyLock::new(|| pattern(".wp-die-message"));

/// What a page of the administration answered.
pub(crate) enum Answer {
    /// The page.
    Page(Reply),
    /// A redirect on the same host, and not to the login page.
    Moved { query: Option<String> },
    /// WordPress's own error page: with its status, which may be 200.
    Died { status: u16 },
}

impl Site {
    /// Gets a page of the administration. The path may hold a query.
    pub(crate) async fn admin_page(&self, path: &str) -> Result<Answer, Error> {
        let reply = self.send(Request::get(path), Step::Reading).await?;
        self.judge_admin(reply, Step::Reading)
    }

    /// Says what an answer of the administration means. A redirect to the login page means that
    /// nothing was done.
    pub(crate) fn judge_admin(&self, reply: Reply, step: Step) -> Result<Answer, Error> {
        match &reply.target {
            Some(Target::Here { path, query }) => {
                let asks_again = query
                    .as_deref()
                    .is_some_and(|query| query.split('&').any(|part| part == "reauth=1"));
                // Who moves the login page also hides it from those who are not signed in.
                let is_hidden = self.routes().is_login_moved() && !path.contains("/wp-admin/");
                if self.routes().is_login(path) || asks_again || is_hidden {
                    return Err(Error::SessionOver);
                }
                return Ok(Answer::Moved {
                    query: query.clone(),
                });
            }
            Some(Target::Elsewhere(to)) if step != Step::Acting => {
                return Err(Error::Redirected { to: to.clone() });
            }
            Some(Target::Elsewhere(_) | Target::Unreadable) => {
                return Err(Error::unreadable("location", step));
            }
            None => {}
        }
        if has_died(&reply) {
            return Ok(Answer::Died {
                status: reply.status,
            });
        }
        if reply.status == 404 && self.routes().is_login_moved() && step == Step::Reading {
            return Err(Error::SessionOver);
        }
        judge_status(reply.status, step)?;
        if reply.status != 200 || reply.media != Media::Html {
            return Err(Error::unreadable("page", step));
        }
        Ok(Answer::Page(reply))
    }
}

/// Whether it is WordPress's own error page.
pub(crate) fn has_died(reply: &Reply) -> bool {
    let text = reply.text();
    // Most pages lack the word, and need not be taken apart to see that.
    reply.media == Media::Html && text.contains("wp-die-message") && {
        let page = Html::parse_document(&text);
        first(page.root_element(), &DIED).is_some()
    }
}

/// Why a page of the keys died: for want of the right, unless the site itself is in trouble. Its
/// maintenance and its fatal errors look alike but for the status.
pub(crate) fn refusal(status: u16) -> Error {
    match status {
        500..=599 => Error::ServerError {
            status,
            step: Step::Reading,
        },
        _ => Error::NoRight,
    }
}

/// What a status says that has the same meaning everywhere: 2xx and 3xx pass.
pub(crate) fn judge_status(status: u16, step: Step) -> Result<(), Error> {
    match status {
        200..=399 => Ok(()),
        401 | 403 | 406 | 451 => Err(Error::Blocked { status }),
        404 | 410 => Err(Error::NotFound),
        429 => Err(Error::TooManyRequests),
        500..=599 => Err(Error::ServerError { status, step }),
        _ => Err(Error::unreadable(&format!("status {status}"), step)),
    }
}
