//! Who may see the administration (contract 2.4).

use url::form_urlencoded;

use super::asked::Asked;
use super::cookies::{self, Half};
use super::records::Records;
use crate::error::Error;

/// Finds who is signed in to the administration; from then on pages are in their language. Both cookies
/// matter: one opens, nonces are tied to the other.
pub(crate) fn recognise_admin(records: &Records, asked: &mut Asked) -> Result<bool, Error> {
    recognise(records, asked, Half::Admin)
}

/// Finds who is signed in at the front of the site.
pub(crate) fn recognise_visitor(records: &Records, asked: &mut Asked) -> Result<bool, Error> {
    recognise(records, asked, Half::LoggedIn)
}

fn recognise(records: &Records, asked: &mut Asked, half: Half) -> Result<bool, Error> {
    asked.user = cookies::holder(records, asked, half)?;
    asked.token = cookies::token(asked);
    if half == Half::Admin
        && let Some(language) = asked.user.as_ref().and_then(|user| user.language)
    {
        asked.language = language;
    }
    Ok(asked.user.is_some())
}

/// Where signed-out people are sent from a page of the administration.
pub(crate) fn way_in(asked: &Asked) -> String {
    if asked.mode.moved_login.is_some() {
        return asked.url("/404/");
    }
    let wanted: String = form_urlencoded::byte_serialize(asked.address().as_bytes()).collect();
    format!("{}?redirect_to={wanted}&reauth=1", asked.sign_in_url())
}
