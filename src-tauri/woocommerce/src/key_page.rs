//! The page of one key, and the page for a new one: the same form, which a script sends
//! (contract 5).

use crate::{
    Error, Site, SiteUser,
    admin::{Answer, refusal},
    markup::value_after,
    routes::Routes,
};
use keys::{ConsumerKey, Permission, ServerAppId, SiteUserId};
use std::sync::LazyLock;
use web_session::page::{ElementRef, Html, Selector, first, pattern, text_of};

static KEY_ID: LazyLock<Selector> = LazyLock::new(|| pattern("#key_id"));
static DESCRIPTION: LazyLock<Selector> = LazyLock::new(|| pattern("#key_description"));
static OWNERS: LazyLock<Selector> = LazyLock::new(|| pattern("#key_user option"));
static PERMISSIONS: LazyLock<Selector> = LazyLock::new(|| pattern("#key_permissions option"));
static CODES: LazyLock<Selector> = LazyLock::new(|| pattern("code"));

/// The object in the page's script that tells where to send the form, and a proof for it.
const INLINE: &str = "woocommerce_admin_api_keys";
const SEARCH_NONCE: &str = "search_customers_nonce";

/// What the page tells. It holds nonces, so it is never shown.
pub(crate) struct KeyPage {
    /// Where the form goes, on this host.
    pub(crate) ajax: String,
    /// The proof that goes with it.
    pub(crate) nonce: String,
    /// The proof for looking for users.
    pub(crate) search_nonce: Option<String>,
    /// The owner chosen: oneself on the page for a new key.
    pub(crate) owner: Option<SiteUser>,
    /// Values and the site's words.
    pub(crate) permissions: Vec<(Permission, String)>,
    /// The permission chosen.
    pub(crate) permission: Option<Permission>,
    pub(crate) description: String,
    /// Which key it is about; 0 for a new one.
    pub(crate) id: i64,
    /// The last characters of the consumer key; empty for a key that is not there.
    pub(crate) ending: Option<String>,
}

impl KeyPage {
    /// Whether it is the page of a key that exists. For one that does not the site shows the same
    /// page, with the reader as owner and no last characters.
    pub(crate) fn is_of(&self, id: ServerAppId) -> bool {
        self.id == id.0
            && self
                .ending
                .as_deref()
                .is_some_and(|ending| !ending.is_empty())
    }
}

impl Site {
    /// The page for a new key.
    pub(crate) async fn new_key_page(&self) -> Result<KeyPage, Error> {
        let page = self.try_new_key_page().await?;
        page.ok_or_else(|| Error::page_changed("location"))
    }

    /// The same; nothing where the site insists on showing another page first.
    pub(crate) async fn try_new_key_page(&self) -> Result<Option<KeyPage>, Error> {
        let path = self.routes().new_key();
        let mut answer = self.admin_page(&path).await?;
        if matches!(answer, Answer::Moved { .. }) {
            // Plugins just installed show their own page once.
            answer = self.admin_page(&path).await?;
        }
        match answer {
            Answer::Page(reply) => read(&reply.text(), &path, self.routes()).map(Some),
            Answer::Moved { .. } => Ok(None),
            Answer::Died { status } => Err(refusal(status)),
        }
    }

    /// The page of a key, with everything of it.
    pub(crate) async fn edit_key_page(&self, id: ServerAppId) -> Result<KeyPage, Error> {
        let path = self.routes().edit_key(id);
        let page = match self.admin_page(&path).await? {
            Answer::Page(reply) => read(&reply.text(), &path, self.routes())?,
            Answer::Moved { .. } => return Err(Error::page_changed("location")),
            // Of all refusals only that of somebody else's key comes as if all were well.
            Answer::Died { status: 200 } => return Err(Error::NotYours),
            Answer::Died { status } => return Err(refusal(status)),
        };
        if page.is_of(id) {
            Ok(page)
        } else {
            Err(Error::NotFound)
        }
    }
}

fn read(text: &str, path: &str, routes: &Routes) -> Result<KeyPage, Error> {
    let inline = value_after(text, INLINE).ok_or_else(|| Error::page_changed(INLINE))?;
    let told = |name: &str| {
        let value = inline.get(name).and_then(|value| value.as_str());
        value.ok_or_else(|| Error::page_changed(name))
    };
    let ajax = routes
        .here(path, told("ajax_url")?)
        .ok_or_else(|| Error::page_changed("ajax_url"))?;
    let page = Html::parse_document(text);
    let root = page.root_element();
    let field = |pattern: &Selector, what: &str| {
        let value = first(root, pattern).and_then(|field| field.attr("value"));
        value.ok_or_else(|| Error::page_changed(what))
    };
    let id = field(&KEY_ID, "key_id")?;
    let id = id
        .trim()
        .parse()
        .map_err(|_| Error::page_changed("key_id"))?;
    let permissions: Vec<_> = root
        .select(&PERMISSIONS)
        .filter_map(read_permission)
        .collect();
    if permissions.is_empty() {
        return Err(Error::page_changed("key_permissions"));
    }
    let chosen = root
        .select(&PERMISSIONS)
        .find(|option| is_selected(*option));
    Ok(KeyPage {
        ajax,
        nonce: told("update_api_nonce")?.to_owned(),
        search_nonce: value_after(text, SEARCH_NONCE)
            .and_then(|nonce| Some(nonce.as_str()?.to_owned())),
        owner: read_owner(root),
        permission: chosen.and_then(read_permission).map(|(value, _)| value),
        permissions,
        // An empty field may be written without a value.
        description: field(&DESCRIPTION, "key_description")
            .unwrap_or_default()
            .to_owned(),
        id,
        ending: root.select(&CODES).find_map(read_ending),
    })
}

fn is_selected(option: ElementRef<'_>) -> bool {
    option.attr("selected").is_some()
}

fn read_permission(option: ElementRef<'_>) -> Option<(Permission, String)> {
    let value = Permission::from_value(option.attr("value")?)?;
    Some((value, text_of(option)))
}

fn read_owner(root: ElementRef<'_>) -> Option<SiteUser> {
    let marked = root.select(&OWNERS).find(|option| is_selected(*option));
    let option = marked.or_else(|| first(root, &OWNERS))?;
    let id = option.attr("value")?.trim().parse().ok()?;
    Some(SiteUser {
        id: SiteUserId(id),
        label: text_of(option),
    })
}

/// The characters behind the dots, or nothing where they are missing.
fn read_ending(code: ElementRef<'_>) -> Option<String> {
    let text = text_of(code);
    let ending = without_dots(&text);
    (ending.len() < text.len() && ending.chars().count() <= ConsumerKey::ENDING)
        .then(|| ending.to_owned())
}

/// What follows the mark for left-out characters.
pub(crate) fn without_dots(text: &str) -> &str {
    text.trim_start_matches(['…', '*', '.']).trim()
}

#[cfg(test)]
mod tests;
