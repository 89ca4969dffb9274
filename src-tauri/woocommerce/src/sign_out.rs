//! Signing out (contract 2.5).

use crate::{Error, Site, Step, admin::judge_status};
use std::sync::LazyLock;
use web_session::{
    Request,
    page::{Html, Selector, pattern},
};

static LINKS: LazyLock<Selector> = LazyLock::new(|| pattern(r#"a[href*="action=logout"]"#));

impl Site {
    /// Ends the session, on the site and here. The cookies go even if the site cannot be told.
    pub async fn sign_out(&self) -> Result<(), Error> {
        let told = self.tell_goodbye().await;
        self.browser().forget_session();
        *self.state() = crate::site::State::default();
        told
    }

    /// The link with its proof stands on every page of the administration. An account that sees
    /// none of ours finds it on the page that refuses a sign-out without proof.
    async fn tell_goodbye(&self) -> Result<(), Error> {
        for page in [self.routes().keys(), self.routes().logout()] {
            let reply = self.send(Request::get(&page), Step::Reading).await?;
            let to_login = reply.redirect_path();
            if to_login.is_some_and(|path| self.routes().is_login(path)) {
                // Signed out already.
                return Ok(());
            }
            let Some(link) = find_link(&reply.text()) else {
                continue;
            };
            let Some(link) = self.routes().here(&page, &link) else {
                continue;
            };
            let reply = self.send(Request::get(&link), Step::Reading).await?;
            if reply.status != 403 {
                return judge_status(reply.status, Step::Reading);
            }
        }
        Err(Error::page_changed("action=logout"))
    }
}

fn find_link(text: &str) -> Option<String> {
    let page = Html::parse_document(text);
    let mut links = page.select(&LINKS).filter_map(|link| link.attr("href"));
    links
        .find(|link| link.contains("_wpnonce="))
        .map(str::to_owned)
}
