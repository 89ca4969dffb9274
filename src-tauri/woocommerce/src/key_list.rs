//! The whole list of keys, page by page (contract 4).

use crate::{
    Error, Site,
    admin::{Answer, refusal},
    list_page::{ListPage, Row},
    permission_words::Words,
};
use keys::{KeyOwner, LastAccess, Permission, ServerAppId};
use std::collections::HashSet;

/// More pages than any site has; a list without an end stops here.
const MOST_PAGES: usize = 2000;
/// How often a list is read again because it changed under our hands.
const MOST_READINGS: usize = 3;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenConsumerKey {
    /// The site's number of it.
    pub id: ServerAppId,
    /// Its description; the site's words for a missing one.
    pub description: String,
    /// The last seven characters of the consumer key.
    pub ending: String,
    /// Whose it is.
    pub owner: KeyOwner,
    /// What it may do; `None` where the site's word for it could not be told.
    pub permission: Option<Permission>,
    /// When it was last used, in the site's words.
    pub last_access: LastAccess,
    /// Whether the signed-in account may edit and revoke it.
    pub may_change: bool,
}

/// What a reader wants after a page.
enum Next {
    Page,
    Enough,
}

/// Whether the list stayed as it was while it was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Steady,
    /// Its length changed, so that rows may have moved past our eyes.
    Moved,
}

impl Site {
    /// Reads all pages. `progress` is told the rows read, and how many there are when known.
    pub async fn keys(
        &self,
        progress: &(dyn Fn(usize, Option<usize>) + Send + Sync),
    ) -> Result<Vec<SeenConsumerKey>, Error> {
        let mut words = Words::of(&self.new_key_page().await?);
        let rows = self.all_rows(progress).await?;
        let mut seen = Vec::with_capacity(rows.len());
        for row in rows {
            let permission = self.permission_of(&row, &mut words).await?;
            seen.push(SeenConsumerKey {
                may_change: row.may_change(),
                id: row.id,
                description: row.description,
                ending: row.ending,
                owner: row.owner,
                permission,
                last_access: row.last_access,
            });
        }
        Ok(seen)
    }

    /// Every row. A key revoked meanwhile moves the rows below up, past our eyes: a list whose
    /// length changed is read again.
    pub(crate) async fn all_rows(
        &self,
        progress: &(dyn Fn(usize, Option<usize>) + Send + Sync),
    ) -> Result<Vec<Row>, Error> {
        let mut rows = Vec::new();
        for _ in 0..MOST_READINGS {
            rows.clear();
            let reading = self
                .read_pages(|page, new| {
                    let total = page.total();
                    rows.extend(new);
                    progress(rows.len(), total.filter(|total| *total >= rows.len()));
                    Next::Page
                })
                .await?;
            if reading == Reading::Steady {
                break;
            }
        }
        Ok(rows)
    }

    /// The row of a key, if it is listed.
    pub(crate) async fn find_row(&self, id: ServerAppId) -> Result<Option<Row>, Error> {
        let mut found = None;
        for _ in 0..MOST_READINGS {
            let reading = self
                .read_pages(|page, new| {
                    found = new.into_iter().find(|row| row.id == id);
                    let is_passed = || page.rows.last().is_some_and(|last| last.id < id);
                    if found.is_some() || page.is_newest_first() && is_passed() {
                        Next::Enough
                    } else {
                        Next::Page
                    }
                })
                .await?;
            if found.is_some() || reading == Reading::Steady {
                break;
            }
        }
        Ok(found)
    }

    /// The first page, with what it says of the account's rights.
    pub(crate) async fn first_list_page(&self) -> Result<ListPage, Error> {
        let page = self.list_page(1).await?;
        page.ok_or_else(|| Error::page_changed("location"))
    }

    /// Reads page after page; the reader gets each with those of its rows that were not seen
    /// before. The link to a next page is no sign that there is one (contract 4).
    async fn read_pages(
        &self,
        mut reader: impl FnMut(&ListPage, Vec<Row>) -> Next,
    ) -> Result<Reading, Error> {
        let mut seen = HashSet::new();
        let mut page = self.first_list_page().await?;
        let count = page.count.clone();
        let mut reading = Reading::Steady;
        let mut number = 1;
        loop {
            if page.count != count {
                reading = Reading::Moved;
            }
            let mut new = page.rows.clone();
            new.retain(|row| seen.insert(row.id));
            let is_repeated = new.is_empty();
            let wants = reader(&page, new);
            if matches!(wants, Next::Enough) || is_repeated || number >= page.pages.min(MOST_PAGES)
            {
                return Ok(reading);
            }
            number += 1;
            match self.list_page(number).await? {
                Some(next) => page = next,
                None => return Ok(Reading::Moved),
            }
        }
    }

    /// A page; nothing beyond the last one, from where the site redirects.
    async fn list_page(&self, number: usize) -> Result<Option<ListPage>, Error> {
        let path = self.routes().keys_page(number);
        let mut answer = self.admin_page(&path).await?;
        if number == 1 && matches!(answer, Answer::Moved { .. }) {
            // Plugins just installed show their own page once.
            answer = self.admin_page(&path).await?;
        }
        match answer {
            Answer::Page(reply) => ListPage::read(&reply.text()).map(Some),
            Answer::Moved { .. } => Ok(None),
            Answer::Died { status } => Err(refusal(status)),
        }
    }
}
