//! The list of keys (contract 5.2). Every row shows its secret in clear.

use crate::{Error, Instance, Step, pages::Needs};
use keys::{Identifier, Secret, ServerAppId};
use std::sync::LazyLock;
use web_session::page::{ElementRef, Html, Selector, first, pattern, text_of};

static ROWS: LazyLock<Selector> = LazyLock::new(|| pattern("tbody tr"));
static LINKS: LazyLock<Selector> = LazyLock::new(|| pattern("a[href]"));
static CELLS: LazyLock<Selector> = LazyLock::new(|| pattern("td"));
static COPYABLE: LazyLock<Selector> = LazyLock::new(|| pattern("[data-clipboard-text]"));
static WIDE_CELL: LazyLock<Selector> = LazyLock::new(|| pattern(r#"td[colspan="2"]"#));
static OF_THIS_PAGE: LazyLock<Selector> =
    LazyLock::new(|| pattern(r#"table, .deliveries-nav, a[href="/admin/api/apps/new"]"#));

/// Where the list is.
pub(crate) const LIST: &str = "/admin/api/apps";
/// What the list shows instead of a Store. A Store may be called so too: only the owner, asked
/// for by number, proves anything.
const NO_STORE: &str = "＊";
/// What the value of a key without Identifier begins with.
pub(crate) const API_KEY_MARK: &str = "ak_";

/// The halves of a key, as the server shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credentials {
    /// Identifier and Secret.
    OAuth {
        /// The public half.
        identifier: Identifier,
        /// The secret half.
        secret: Secret,
    },
    /// One `ak_` value.
    ApiKey {
        /// The value, a secret.
        key: Secret,
    },
    /// The page does not show them.
    Unread,
}

/// A key as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenApp {
    /// The server's number.
    pub server_id: ServerAppId,
    /// Its App name.
    pub name: String,
    /// The name of its Store; empty for none and for keys of restaurants.
    pub store_name: String,
    /// What it opens doors with.
    pub credentials: Credentials,
}

impl Instance {
    /// All keys, in the order of their numbers. Where the list shows no secrets, as before 2020,
    /// each key's own page is read.
    pub async fn apps(&self) -> Result<Vec<SeenApp>, Error> {
        let page = self.page(LIST, Needs::Admin).await?;
        let mut apps = read(&page.text())?;
        drop(page);
        for app in &mut apps {
            if app.credentials == Credentials::Unread {
                app.credentials = self.app(app.server_id).await?.credentials;
            }
        }
        Ok(apps)
    }
}

/// The number in the address of an app's page.
pub(crate) fn app_id(path: &str) -> Option<ServerAppId> {
    crate::instance::number_after(path, "/admin/api/apps/").map(ServerAppId)
}

/// Whether the page was cut short: then rows are missing, and their keys would seem gone.
pub(crate) fn is_cut(text: &str) -> bool {
    text.contains("<table") && !text.contains("</table>")
}

/// Whether it is the list at all.
pub(crate) fn is_list(page: &Html) -> bool {
    page.select(&OF_THIS_PAGE).next().is_some()
}

fn read(text: &str) -> Result<Vec<SeenApp>, Error> {
    if is_cut(text) {
        return Err(Error::ConnectionLost {
            step: Step::Reading,
            source: None,
        });
    }
    let page = Html::parse_document(text);
    if !is_list(&page) {
        return Err(Error::form_changed(LIST));
    }
    let mut apps: Vec<_> = page.select(&ROWS).filter_map(read_row).collect();
    apps.sort_by_key(|app| app.server_id);
    apps.dedup_by_key(|app| app.server_id);
    Ok(apps)
}

fn read_row(row: ElementRef<'_>) -> Option<SeenApp> {
    let server_id = row
        .select(&LINKS)
        .find_map(|link| app_id(link.attr("href")?))?;
    let mut cells = row.select(&CELLS).skip(1).map(text_of);
    let name = cells.next()?;
    let store_name = cells.next().filter(|name| name != NO_STORE);
    Some(SeenApp {
        server_id,
        name,
        store_name: store_name.unwrap_or_default(),
        credentials: read_credentials(row),
    })
}

fn read_credentials(row: ElementRef<'_>) -> Credentials {
    let copyable: Vec<_> = row
        .select(&COPYABLE)
        .filter_map(|button| button.attr("data-clipboard-text"))
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .collect();
    let is_wide = first(row, &WIDE_CELL).is_some();
    match copyable[..] {
        [key] if is_wide || key.starts_with(API_KEY_MARK) => Credentials::ApiKey {
            key: Secret::new(key.to_owned()),
        },
        [identifier, secret] if !is_wide => match Identifier::new(identifier) {
            Some(identifier) => Credentials::OAuth {
                identifier,
                secret: Secret::new(secret.to_owned()),
            },
            None => Credentials::Unread,
        },
        _ => Credentials::Unread,
    }
}

#[cfg(test)]
mod tests;
