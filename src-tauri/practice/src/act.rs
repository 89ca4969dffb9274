//! What another administrator or the server's operator does at the same time.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::error::Error;
use crate::made::{self, What};
use crate::state::apps::{Draft, Kind};
use crate::state::stores::Details;
use crate::state::{Db, apps, clients, deliveries, settings, stores};
use crate::town;

/// What another administrator or the operator does. Without an id, the newest that fits is meant.
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
    /// Makes an app of any sort.
    CreateAppWith {
        /// Its name.
        name: String,
        /// Its Store; none when absent.
        #[serde(default)]
        store: Option<i64>,
        /// Its scopes.
        #[serde(default)]
        scopes: Vec<String>,
        /// Whether it gets an `ak_` value instead of a pair.
        #[serde(default)]
        api_key: bool,
    },
    /// Makes a Store.
    CreateStore {
        /// Its name.
        name: String,
    },
    /// Takes the deletion of a Store back, in the database.
    RestoreStore {
        /// Which.
        #[serde(default)]
        store: Option<i64>,
    },
    /// Takes an app out of the database, as only the server's operator can.
    DeleteApp {
        /// Which.
        #[serde(default)]
        app: Option<i64>,
    },
    /// Puts an app back into the database.
    RestoreApp {
        /// Which.
        #[serde(default)]
        app: Option<i64>,
    },
    /// Gives an app other scopes, in the database, as only the server's operator can. Its
    /// credentials stay; tokens already issued keep the scopes they have.
    SetScopes {
        /// Which.
        #[serde(default)]
        app: Option<i64>,
        /// Its scopes from now on; none means that it may ask for any.
        scopes: Vec<String>,
    },
    /// Binds an app to another Store, in the database, as only the server's operator can. Its
    /// credentials stay, and tokens already issued open the new Store.
    MoveApp {
        /// Which.
        #[serde(default)]
        app: Option<i64>,
        /// Its Store from now on; none when absent.
        #[serde(default)]
        store: Option<i64>,
    },
    /// Sets what a Store's date picker offers, in the database, as only the server's operator can.
    SetTimeSlot {
        /// Which.
        #[serde(default)]
        store: Option<i64>,
        /// Its only time slot from now on; none when absent, which leaves the date picker empty.
        #[serde(default)]
        slot: Option<i64>,
    },
    /// An order arrives from the shop of a Store.
    CreateDelivery {
        /// Which.
        #[serde(default)]
        store: Option<i64>,
    },
}

impl Act {
    /// Does it.
    pub(crate) fn perform(&self, db: &Db) -> Result<(), Error> {
        match self {
            Self::CreateApp { name, store } => {
                let name = name.as_deref().unwrap_or("Made by another admin");
                let store = find_store(db, *store)?.id;
                let scopes = vec!["deliveries".to_owned()];
                create_app(db, name, Some(store), scopes, Kind::Oauth)?;
            }
            Self::CreateAppWith {
                name,
                store,
                scopes,
                api_key,
            } => {
                let store = store.map(|id| find_store(db, Some(id))).transpose()?;
                let kind = if *api_key { Kind::ApiKey } else { Kind::Oauth };
                create_app(db, name, store.map(|store| store.id), scopes.clone(), kind)?;
            }
            Self::Renew { app } => {
                let app = find_app(db, *app)?;
                clients::renew_secret(db, &app.client)?;
            }
            Self::SaveEditPage { app } => {
                let app = find_app(db, *app)?;
                replace(db, &app, &app.name)?;
            }
            Self::RenameApp { app, name } => replace(db, &find_app(db, *app)?, name)?,
            Self::DeleteApp { app } => delete_app(db, *app)?,
            Self::RestoreApp { app } => restore_app(db, *app)?,
            Self::SetScopes { app, scopes } => {
                clients::set_scopes(db, &find_app(db, *app)?.client, scopes)?;
            }
            Self::MoveApp { app, store } => {
                let app = find_app(db, *app)?;
                let store = store.map(|id| find_store(db, Some(id))).transpose()?;
                apps::set_store(db, app.id, store.map(|store| store.id))?;
            }
            Self::CreateStore { name } => {
                let id = stores::create(db, name, &Details::default())?;
                made::note(db, What::Store, id, name, None);
            }
            Self::RenameStore { store, name } => {
                let mut store = find_store(db, *store)?;
                store.name.clone_from(name);
                stores::save(db, &store)?;
            }
            Self::DeleteStore { store } => stores::delete(db, find_store(db, *store)?.id)?,
            Self::RestoreStore { store } => restore_store(db, *store)?,
            Self::SetTimeSlot { store, slot } => set_time_slot(db, *store, *slot)?,
            Self::CreateDelivery { store } => create_delivery(db, *store)?,
            Self::ExpireSessions { remembered } => settings::expire_sessions(db, *remembered)?,
        }
        Ok(())
    }
}

fn create_app(
    db: &Db,
    name: &str,
    store: Option<i64>,
    scopes: Vec<String>,
    kind: Kind,
) -> Result<(), Error> {
    let draft = Draft {
        name: name.to_owned(),
        kind,
        scopes,
        store,
        shop: None,
    };
    let id = apps::create(db, &draft)?;
    made::note(db, What::App, id, name, None);
    Ok(())
}

fn replace(db: &Db, app: &apps::App, name: &str) -> Result<(), Error> {
    apps::replace_credentials(db, app, name)?;
    made::note_replaced(db, app.id, name, None);
    Ok(())
}

fn delete_app(db: &Db, id: Option<i64>) -> Result<(), Error> {
    let id = match id {
        Some(id) => Some(id),
        None => apps::newest(db)?,
    };
    let app = apps::find(db, id.unwrap_or_default())?.ok_or(Error::Unknown("app"))?;
    apps::delete(db, &app)
}

fn restore_app(db: &Db, id: Option<i64>) -> Result<(), Error> {
    let id = match id {
        Some(id) => Some(id),
        None => apps::newest_deleted(db)?,
    };
    if apps::restore(db, id.unwrap_or_default())? {
        Ok(())
    } else {
        Err(Error::Unknown("deleted app"))
    }
}

fn restore_store(db: &Db, id: Option<i64>) -> Result<(), Error> {
    let id = match id {
        Some(id) => Some(id),
        None => stores::newest_deleted(db)?,
    };
    stores::find(db, id.unwrap_or_default())?
        .filter(|store| store.deleted)
        .ok_or(Error::Unknown("deleted Store"))?;
    stores::restore(db, id.unwrap_or_default())
}

fn set_time_slot(db: &Db, store: Option<i64>, slot: Option<i64>) -> Result<(), Error> {
    let mut store = find_store(db, store)?;
    if slot.is_some_and(|slot| town::TIME_SLOTS.iter().all(|(known, _)| *known != slot)) {
        return Err(Error::Unknown("time slot"));
    }
    store.details.time_slot = slot;
    store.details.time_slots = slot.into_iter().collect();
    stores::save(db, &store)
}

fn create_delivery(db: &Db, store: Option<i64>) -> Result<(), Error> {
    let store = find_store(db, store)?;
    let house = usize::try_from(deliveries::count(db, store.id)?).unwrap_or_default();
    let number = u32::try_from(house % 60 + 1).unwrap_or(1);
    let dropoff = json!({"address": {"streetAddress": town::address(house, number)}});
    deliveries::create(db, &store, None, &dropoff)?;
    Ok(())
}

fn find_app(db: &Db, id: Option<i64>) -> Result<apps::App, Error> {
    let id = match id {
        Some(id) => id,
        None => apps::newest_oauth(db)?.ok_or(Error::Unknown("app"))?,
    };
    apps::find(db, id)?.ok_or(Error::Unknown("app"))
}

fn find_store(db: &Db, id: Option<i64>) -> Result<stores::Store, Error> {
    let id = match id {
        Some(id) => id,
        None => stores::newest(db)?.ok_or(Error::Unknown("Store"))?,
    };
    stores::find(db, id)?
        .filter(|store| !store.deleted)
        .ok_or(Error::Unknown("Store"))
}
