//! The deliveries of a Store: only which is the newest (contract 2.4).

use crate::{Error, Instance, instance::number_after, pages::Needs};
use keys::ServerStoreId;
use serde::Deserialize;

/// Far beyond what is worth reading for one number.
const MOST_PAGES: usize = 200;

#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "hydra:member", alias = "member")]
    members: Vec<Body>,
    #[serde(default, rename = "hydra:view", alias = "view")]
    view: Option<View>,
}

#[derive(Deserialize)]
struct View {
    #[serde(default, rename = "hydra:next", alias = "next")]
    next: Option<String>,
    #[serde(default, rename = "hydra:last", alias = "last")]
    last: Option<String>,
}

/// Which of the two tells the number depends on the release.
#[derive(Deserialize)]
struct Body {
    #[serde(default, rename = "@id")]
    path: Option<String>,
    #[serde(default)]
    id: Option<i64>,
}

impl Body {
    fn number(&self) -> Option<i64> {
        let path = self.path.as_deref();
        path.and_then(|path| number_after(path, "/api/deliveries/"))
            .or(self.id)
    }
}

impl Instance {
    /// The largest number among a Store's deliveries; none when it has none, or when this account
    /// or this server does not tell.
    pub async fn newest_delivery(&self, store: ServerStoreId) -> Result<Option<i64>, Error> {
        let beginning = format!("/api/stores/{}/deliveries", store.0);
        let (mut newest, mut next) = (None, Some(beginning.clone()));
        for _ in 0..MOST_PAGES {
            let Some(path) = next else { break };
            let page: Collection = match self.get_json(&path, Needs::Dispatcher).await {
                Ok(page) => page,
                Err(Error::NotFound | Error::NotAllowed) => return Ok(newest),
                Err(error) => return Err(error),
            };
            let numbers: Vec<i64> = page.members.iter().filter_map(Body::number).collect();
            newest = newest.max(numbers.iter().copied().max());
            next = following(&numbers, page.view).filter(|following| *following != path);
            if let Some(path) = &next
                && path.split('?').next() != Some(beginning.as_str())
            {
                return Err(Error::unreadable("hydra:next"));
            }
        }
        Ok(newest)
    }
}

/// Where the newest may be, beside this page. No order is promised, but where a page has one the
/// rest is not worth reading.
fn following(numbers: &[i64], view: Option<View>) -> Option<String> {
    let view = view?;
    let is_sorted = |falls: bool| {
        let in_order = |pair: &[i64]| pair[0] != pair[1] && (pair[0] > pair[1]) == falls;
        numbers.len() > 1 && numbers.windows(2).all(in_order)
    };
    if is_sorted(true) {
        None
    } else if is_sorted(false) {
        // Without a next page this is the last one.
        view.next.and(view.last)
    } else {
        view.next
    }
}
