//! From the site's words for permissions to their values: the list tells only words, in the
//! account's language (contract 4, 5).

use crate::{Error, Site, key_page::KeyPage, list_page::Row};
use keys::Permission;
use std::collections::HashMap;

/// How many keys' own pages are read where words do not help.
const MOST_LOOKS: usize = 50;

/// What each word means.
pub(crate) struct Words {
    known: HashMap<String, Option<Permission>>,
    looks_left: usize,
}

impl Words {
    /// As the page for a new key names them. A word for two permissions means neither.
    pub(crate) fn of(page: &KeyPage) -> Self {
        let mut known = HashMap::new();
        for (permission, word) in &page.permissions {
            known
                .entry(word.clone())
                .and_modify(|meant: &mut Option<Permission>| *meant = None)
                .or_insert(Some(*permission));
        }
        Self {
            known,
            looks_left: MOST_LOOKS,
        }
    }
}

impl Site {
    /// What a row's key may do: by its word, or else by its own page.
    pub(crate) async fn permission_of(
        &self,
        row: &Row,
        words: &mut Words,
    ) -> Result<Option<Permission>, Error> {
        let known = words.known.get(&row.permission).copied();
        if let Some(Some(permission)) = known {
            return Ok(Some(permission));
        }
        if !row.has_edit_link || words.looks_left == 0 {
            return Ok(None);
        }
        words.looks_left -= 1;
        let permission = match self.edit_key_page(row.id).await {
            Ok(page) => page.permission,
            // The list stays of use without.
            Err(Error::NotYours | Error::NotFound | Error::PageChanged { .. }) => None,
            Err(error) => return Err(error),
        };
        if known.is_none() && permission.is_some() {
            words.known.insert(row.permission.clone(), permission);
        }
        Ok(permission)
    }
}
