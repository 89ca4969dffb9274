//! What another administrator does at the same time.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::state::apps::{Draft, Kind};
use crate::state::{apps, clients, settings, stores};

/// What another administrator does. Without an id, the newest that fits is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Makes an OAuth app with the scope `deliveries`.
    CreateApp {
        /// Its name.
        #[serde(default)]
        name: Option<String>,
        /// Its Store.
        #[serde(default)]
        store: Option<i64>,
    },
    /// Renews the secret of an OAuth app.
    Renew {
        /// Which.
        #[serde(default)]
        app: Option<i64>,
    },
    /// Saves the edit page of an app, which replaces its credentials.
    SaveEditPage {
        /// Which.
        #[serde(default)]
        app: Option<i64>,
    },
    /// Renames an app on its edit page, which replaces its credentials too.
    RenameApp {
        /// Which.
        #[serde(default)]
        app: Option<i64>,
        /// Its new name.
        name: String,
    },
    /// Renames a Store.
    RenameStore {
        /// Which.
        #[serde(default)]
        store: Option<i64>,
        /// Its new name.
        name: String,
    },
    /// Deletes a Store.
    DeleteStore {
        /// Which.
        #[serde(default)]
        store: Option<i64>,
    },
    /// Ends every session, and if asked every remembered sign-in too.
    ExpireSessions {
        /// Remembered sign-ins too.
        #[serde(default)]
        remembered: bool,
    },
}

impl Act {
    /// Does it.
    pub(crate) fn perform(&self, db: &Connection) -> Result<(), Error> {
        match self {
            Self::CreateApp { name, store } => {
                let draft = Draft {
                    name: name
                        .clone()
                        .unwrap_or_else(|| "Made by another admin".to_owned()),
                    kind: Kind::Oauth,
                    scopes: vec!["deliveries".to_owned()],
                    store: Some(find_store(db, *store)?.id),
                    shop: None,
                };
                apps::create(db, &draft)?;
            }
            Self::Renew { app } => {
                let app = find_app(db, *app)?;
                clients::renew_secret(db, &app.client)?;
            }
            Self::SaveEditPage { app } => {
                let app = find_app(db, *app)?;
                apps::replace_credentials(db, &app, &app.name)?;
            }
            Self::RenameApp { app, name } => {
                let app = find_app(db, *app)?;
                apps::replace_credentials(db, &app, name)?;
            }
            Self::RenameStore { store, name } => {
                let mut store = find_store(db, *store)?;
                store.name.clone_from(name);
                stores::save(db, &store)?;
            }
            Self::DeleteStore { store } => stores::delete(db, find_store(db, *store)?.id)?,
            Self::ExpireSessions { remembered } => settings::expire_sessions(db, *remembered)?,
        }
        Ok(())
    }
}

fn find_app(db: &Connection, id: Option<i64>) -> Result<apps::App, Error> {
    let id = match id {
        Some(id) => id,
        None => apps::newest_oauth(db)?.ok_or(Error::Unknown("app"))?,
    };
    apps::find(db, id)?.ok_or(Error::Unknown("app"))
}

fn find_store(db: &Connection, id: Option<i64>) -> Result<stores::Store, Error> {
    let id = match id {
        Some(id) => id,
        None => stores::newest(db)?.ok_or(Error::Unknown("Store"))?,
    };
    stores::find(db, id)?
        .filter(|store| !store.deleted)
        .ok_or(Error::Unknown("Store"))
}
