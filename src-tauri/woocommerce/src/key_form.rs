//! What can be chosen for a new key.

use crate::{Error, Site, SiteUser};
use keys::Permission;

/// What can be chosen for a new key on this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyForm {
    /// The signed-in account itself.
    pub own: SiteUser,
    /// The permissions on offer, each with the site's word for it in the account's language.
    pub permissions: Vec<(Permission, String)>,
    /// Whether other users can be looked for, to make a key for one of them.
    pub may_choose_owner: bool,
}

impl Site {
    /// Reads what can be chosen.
    pub async fn key_form(&self) -> Result<KeyForm, Error> {
        let page = self.new_key_page().await?;
        Ok(KeyForm {
            own: page.owner.ok_or_else(|| Error::page_changed("key_user"))?,
            permissions: page.permissions,
            may_choose_owner: page.search_nonce.is_some(),
        })
    }
}
