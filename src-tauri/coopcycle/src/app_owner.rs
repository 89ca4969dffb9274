//! Whom a key belongs to, by number and not by name (contract 5.7).

use crate::{Error, Instance, pages::Needs};
use keys::{ServerAppId, ServerStoreId};
use serde::Deserialize;

/// Whom a key belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppOwner {
    /// A Store.
    Store(ServerStoreId),
    /// A restaurant.
    Shop,
    /// Nobody: it is for the whole instance.
    Nobody,
}

/// The JSON of an app, also what an app sees of itself.
#[derive(Deserialize)]
pub(crate) struct AppBody {
    #[serde(default)]
    pub(crate) name: String,
    #[serde(default)]
    store: Option<Link>,
    #[serde(default)]
    shop: Option<Link>,
}

/// A link to another resource, bare or embedded.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Link {
    Bare(String),
    Embedded {
        #[serde(rename = "@id")]
        id: String,
    },
}

impl Link {
    pub(crate) fn path(&self) -> &str {
        match self {
            Self::Bare(path) | Self::Embedded { id: path } => path,
        }
    }

    pub(crate) fn into_path(self) -> String {
        match self {
            Self::Bare(path) | Self::Embedded { id: path } => path,
        }
    }
}

/// The number in the path of a Store's JSON.
pub(crate) fn store_id(path: &str) -> Option<ServerStoreId> {
    crate::instance::number_after(path, "/api/stores/").map(ServerStoreId)
}

impl AppBody {
    /// The Store it belongs to; an unreadable link is an error rather than no Store.
    pub(crate) fn store(&self) -> Result<Option<ServerStoreId>, Error> {
        match &self.store {
            None => Ok(None),
            Some(link) => match store_id(link.path()) {
                Some(id) => Ok(Some(id)),
                None => Err(Error::unreadable("store")),
            },
        }
    }
}

impl Instance {
    /// Asks whom a key belongs to.
    pub async fn app_store(&self, id: ServerAppId) -> Result<AppOwner, Error> {
        let path = format!("/api/api_apps/{}", id.0);
        let app: AppBody = self.get_json(&path, Needs::Admin).await?;
        Ok(match app.store()? {
            Some(store) => AppOwner::Store(store),
            None if app.shop.is_some() => AppOwner::Shop,
            None => AppOwner::Nobody,
        })
    }
}
