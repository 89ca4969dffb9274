//! One page of the list of keys: read by class, never by tag or by text (contract 4).

use crate::{Error, key_page::without_dots, markup::number_in};
use keys::{ConsumerKey, KeyOwner, LastAccess, ServerAppId, SiteUserId};
use std::sync::LazyLock;
use web_session::page::{ElementRef, Html, Selector, first, pattern, text_of};

static TABLE: LazyLock<Selector> =
    LazyLock::new(|| pattern("#the-list, table.wp-list-table.keys tbody"));
static BLANK: LazyLock<Selector> = LazyLock::new(|| pattern(".woocommerce-BlankState--api"));
static ROWS: LazyLock<Selector> = LazyLock::new(|| pattern("tr:not(.no-items)"));
static ID: LazyLock<Selector> = LazyLock::new(|| pattern(r#"input[name="key[]"]"#));
static TITLE: LazyLock<Selector> = LazyLock::new(|| pattern(".column-title strong"));
static EDIT: LazyLock<Selector> = LazyLock::new(|| pattern(".column-title a[href]"));
static REVOKE: LazyLock<Selector> = LazyLock::new(|| pattern("a.submitdelete[href]"));
static ENDING: LazyLock<Selector> = LazyLock::new(|| pattern(".column-truncated_key code"));
static OWNER: LazyLock<Selector> = LazyLock::new(|| pattern(".column-user"));
static OWNER_LINK: LazyLock<Selector> = LazyLock::new(|| pattern("a[href]"));
static PERMISSION: LazyLock<Selector> = LazyLock::new(|| pattern(".column-permissions"));
static LAST_ACCESS: LazyLock<Selector> = LazyLock::new(|| pattern(".column-last_access"));
static PAGES: LazyLock<Selector> = LazyLock::new(|| pattern(".total-pages"));
static COUNT: LazyLock<Selector> = LazyLock::new(|| pattern(".displaying-num"));
static BULK: LazyLock<Selector> =
    LazyLock::new(|| pattern(r#"select[name="action"] option[value="revoke"]"#));
static PROOFS: LazyLock<Selector> = LazyLock::new(|| pattern(r#"input[name="_wpnonce"]"#));
static FORM: LazyLock<Selector> = LazyLock::new(|| pattern("form#mainform"));

/// A row as it stands.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) id: ServerAppId,
    pub(crate) description: String,
    pub(crate) ending: String,
    pub(crate) owner: KeyOwner,
    /// The site's word for it.
    pub(crate) permission: String,
    pub(crate) last_access: LastAccess,
    /// Whether it leads to the key's own page.
    pub(crate) has_edit_link: bool,
    /// The link that revokes it. It holds a nonce.
    pub(crate) revoke: Option<String>,
}

impl Row {
    /// Whether the signed-in account may change the key.
    pub(crate) fn may_change(&self) -> bool {
        self.has_edit_link && self.revoke.is_some()
    }
}

/// A page of rows.
pub(crate) struct ListPage {
    pub(crate) rows: Vec<Row>,
    /// How many pages there are.
    pub(crate) pages: usize,
    /// How many rows there are, in the site's words.
    pub(crate) count: String,
    /// The proof for revoking several, where the account may do that.
    pub(crate) bulk: Option<String>,
}

impl ListPage {
    /// Reads a page.
    pub(crate) fn read(text: &str) -> Result<Self, Error> {
        let page = Html::parse_document(text);
        let root = page.root_element();
        let Some(table) = first(root, &TABLE) else {
            return match first(root, &BLANK) {
                Some(_) => Ok(Self::empty()),
                None => Err(Error::page_changed("the-list")),
            };
        };
        let rows: Result<Vec<_>, _> = table.select(&ROWS).map(read_row).collect();
        let words = |pattern: &Selector| first(root, pattern).map(text_of).unwrap_or_default();
        Ok(Self {
            rows: rows?,
            pages: digits(&words(&PAGES)).unwrap_or(1).max(1),
            count: words(&COUNT),
            bulk: first(root, &BULK).and_then(|_| bulk_proof(root)),
        })
    }

    fn empty() -> Self {
        Self {
            rows: Vec::new(),
            pages: 1,
            count: String::new(),
            bulk: None,
        }
    }

    /// How many rows there are, as far as the site's words hold a number.
    pub(crate) fn total(&self) -> Option<usize> {
        digits(&self.count).filter(|total| *total >= self.rows.len())
    }

    /// Whether the rows stand newest first, as this site usually shows them.
    pub(crate) fn is_newest_first(&self) -> bool {
        self.rows.is_sorted_by(|above, below| above.id > below.id)
    }
}

/// Two fields have that name: the first belongs to the table and is refused, the last is right.
fn bulk_proof(root: ElementRef<'_>) -> Option<String> {
    let form = first(root, &FORM)?;
    let field = form.select(&PROOFS).last()?;
    field.attr("value").map(str::to_owned)
}

/// A number as people write it, with marks between its digits.
fn digits(words: &str) -> Option<usize> {
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn read_row(row: ElementRef<'_>) -> Result<Row, Error> {
    let id = first(row, &ID).and_then(|field| field.attr("value"));
    let id = id.and_then(|id| id.trim().parse().ok());
    let id = ServerAppId(id.ok_or_else(|| Error::page_changed("key[]"))?);
    let text = |pattern: &Selector, what: &str| {
        let cell = first(row, pattern).map(text_of);
        cell.ok_or_else(|| Error::page_changed(what))
    };
    let links_here = |pattern: &Selector, parameter: &str| {
        let mut links = row.select(pattern).filter_map(|link| link.attr("href"));
        links
            .find(|link| number_in(link, parameter) == Some(id.0))
            .map(str::to_owned)
    };
    Ok(Row {
        description: text(&TITLE, "column-title")?,
        ending: last_characters(&text(&ENDING, "column-truncated_key")?),
        owner: read_owner(first(row, &OWNER).ok_or_else(|| Error::page_changed("column-user"))?),
        permission: text(&PERMISSION, "column-permissions")?,
        last_access: LastAccess::new(&text(&LAST_ACCESS, "column-last_access")?),
        has_edit_link: links_here(&EDIT, "edit-key").is_some(),
        revoke: links_here(&REVOKE, "revoke-key"),
        id,
    })
}

fn last_characters(code: &str) -> String {
    let code = without_dots(code);
    let skipped = code.chars().count().saturating_sub(ConsumerKey::ENDING);
    code.chars().skip(skipped).collect()
}

fn read_owner(cell: ElementRef<'_>) -> KeyOwner {
    let link = first(cell, &OWNER_LINK).and_then(|link| link.attr("href"));
    KeyOwner {
        id: link
            .and_then(|link| number_in(link, "user_id"))
            .map(SiteUserId),
        name: text_of(cell),
    }
}

#[cfg(test)]
mod tests;
