//! Looking for a user to own a key (contract 5).

use crate::{Error, Site, SiteUser, Step, markup::plain};
use keys::SiteUserId;
use serde_json::{Map, Value};
use web_session::{Reply, Request};

const ACTION: &str = "woocommerce_json_search_customers";

/// Where to look for users, and the proof that goes with it.
#[derive(Clone)]
pub(crate) struct Search {
    ajax: String,
    nonce: String,
}

impl Site {
    /// The users whose name, address or number fits.
    pub async fn users(&self, term: &str) -> Result<Vec<SiteUser>, Error> {
        let term = term.trim();
        if term.is_empty() {
            return Ok(Vec::new());
        }
        let kept = self.state().search.clone();
        let is_kept = kept.is_some();
        let search = match kept {
            Some(search) => search,
            None => self.search().await?,
        };
        if let Some(users) = self.search_with(&search, term).await? {
            return Ok(users);
        }
        let again = if is_kept {
            let search = self.search().await?;
            self.search_with(&search, term).await?
        } else {
            None
        };
        again.ok_or(Error::SessionOver)
    }

    async fn search(&self) -> Result<Search, Error> {
        let page = self.new_key_page().await?;
        let search = Search {
            ajax: page.ajax,
            nonce: page
                .search_nonce
                .ok_or_else(|| Error::page_changed("search_customers_nonce"))?,
        };
        self.state().search = Some(search.clone());
        Ok(search)
    }

    /// Nothing when the proof is too old.
    async fn search_with(
        &self,
        search: &Search,
        term: &str,
    ) -> Result<Option<Vec<SiteUser>>, Error> {
        let request = Request::get(&search.ajax)
            .query("action", ACTION)
            .query("term", term)
            .query("security", &search.nonce)
            .accept("application/json");
        let reply = self.send(request, Step::Reading).await?;
        match self.judge_ajax(&reply, Step::Reading)? {
            Some(_) => Ok(None),
            None => read(&reply).map(Some),
        }
    }
}

/// Numbers and names; an empty list where nobody fits, as PHP writes an empty table.
fn read(reply: &Reply) -> Result<Vec<SiteUser>, Error> {
    let unreadable = || Error::unreadable(ACTION, Step::Reading);
    if let Ok(Value::Array(nobody)) = serde_json::from_slice(reply.bytes())
        && nobody.is_empty()
    {
        return Ok(Vec::new());
    }
    let found: Map<String, Value> =
        serde_json::from_slice(reply.bytes()).map_err(|_| unreadable())?;
    let mut users = found
        .iter()
        .map(|(id, label)| {
            Some(SiteUser {
                id: SiteUserId(id.parse().ok()?),
                label: plain(label.as_str()?),
            })
        })
        .collect::<Option<Vec<_>>>()
        .ok_or_else(unreadable)?;
    users.sort_by_key(|user| user.id);
    Ok(users)
}
