//! The Stores of an instance (contract 4.1).

use crate::{
    Error, Instance,
    app_owner::Link,
    geocode::{Number, position},
    json,
    pages::Needs,
};
use keys::{Position, ServerStoreId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// As many as the server gives at once.
const FIRST_PAGE: &str = "/api/stores?page=1&itemsPerPage=100";
/// Far beyond any co-op; ends a server that always has a next page.
const MOST_PAGES: usize = 2000;

/// A Store as the server lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenStore {
    /// The server's number.
    pub server_id: ServerStoreId,
    /// Its name.
    pub name: String,
    /// Street address as one line; empty when unknown.
    pub address: String,
    /// Where it is.
    pub position: Option<Position>,
    /// The time slot that a shop plugin offers, by its server path.
    pub time_slot: Option<String>,
}

#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "hydra:member", alias = "member")]
    members: Vec<StoreBody>,
    #[serde(rename = "hydra:totalItems", alias = "totalItems")]
    total: Option<usize>,
    #[serde(rename = "hydra:view", alias = "view")]
    view: Option<View>,
}

#[derive(Deserialize)]
struct View {
    #[serde(rename = "hydra:next", alias = "next")]
    next: Option<String>,
}

/// The JSON of a Store.
#[derive(Deserialize)]
pub(crate) struct StoreBody {
    id: i64,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    address: Option<Address>,
    #[serde(default, rename = "timeSlot")]
    pub(crate) time_slot: Option<Link>,
    #[serde(default, rename = "timeSlots", deserialize_with = "json::items")]
    pub(crate) time_slots: Vec<Link>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Address {
    Embedded {
        #[serde(default, rename = "streetAddress")]
        street: Option<String>,
        #[serde(default)]
        geo: Option<Geo>,
    },
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
struct Geo {
    latitude: Number,
    longitude: Number,
}

impl StoreBody {
    fn into_seen(self) -> SeenStore {
        let (street, geo) = match self.address {
            Some(Address::Embedded { street, geo }) => (street, geo),
            Some(Address::Other(_)) | None => (None, None),
        };
        SeenStore {
            server_id: ServerStoreId(self.id),
            name: self.name.unwrap_or_default(),
            address: street.unwrap_or_default(),
            position: geo.and_then(|geo| position(&geo.latitude, &geo.longitude)),
            time_slot: self.time_slot.map(Link::into_path),
        }
    }
}

impl Instance {
    /// All Stores but deleted ones, in the order of their numbers. `progress` hears how many came
    /// of how many, when the server tells.
    pub async fn stores(
        &self,
        progress: &(dyn Fn(usize, Option<usize>) + Send + Sync),
    ) -> Result<Vec<SeenStore>, Error> {
        let mut stores = BTreeMap::new();
        let mut next = Some(FIRST_PAGE.to_owned());
        for _ in 0..MOST_PAGES {
            let Some(path) = next else { break };
            let page: Collection = self.get_json(&path, Needs::Dispatcher).await?;
            // A Store made meanwhile may move another onto the next page: count each once.
            for store in page.members {
                stores.insert(store.id, store.into_seen());
            }
            progress(stores.len(), page.total);
            next = page
                .view
                .and_then(|view| view.next)
                .filter(|following| *following != path);
            if next
                .as_deref()
                .is_some_and(|path| !path.starts_with("/api/stores?"))
            {
                return Err(Error::unreadable("hydra:next"));
            }
        }
        Ok(stores.into_values().collect())
    }
}
