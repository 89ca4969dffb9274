//! What tests may look at: what was made since the start and by whom, and what there is now.

use crate::error::Error;
use crate::state::apps::{self, Kind};
use crate::state::{Db, clients, stores};

/// A Store or an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A Store.
    Store,
    /// An app.
    App,
}

/// One creation, or one replacement of an app's pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The number of the Store or app.
    pub server_id: i64,
    /// Which of both.
    pub what: What,
    /// Its name then.
    pub name: String,
    /// The account that asked for it over HTTP; `None` for what [`crate::Act`] did.
    pub by: Option<String>,
    /// Nothing was made: the page of an app was saved, which replaced its pair.
    pub replaced: bool,
}

/// An app as it is now, secret included: practice secrets open nothing, and tests compare them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppNow {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Number of its Store.
    pub store: Option<i64>,
    /// Whether the operator took it out of the records.
    pub deleted: bool,
    /// Its Identifier; of an `ak_` app the one that nobody sees.
    pub identifier: String,
    /// Whether it has an `ak_` value instead of a pair.
    pub api_key: bool,
    /// What its page shows as secret: the Secret, or the `ak_` value.
    pub secret: String,
}

/// A Store as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreNow {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Whether it was deleted.
    pub deleted: bool,
}

/// Remembers a creation.
pub(crate) fn note(db: &Db, what: What, id: i64, name: &str, by: Option<String>) {
    db.made.borrow_mut().push(Made {
        server_id: id,
        what,
        name: name.to_owned(),
        by,
        replaced: false,
    });
}

/// Remembers a replacement of an app's pair.
pub(crate) fn note_replaced(db: &Db, id: i64, name: &str, by: Option<String>) {
    db.made.borrow_mut().push(Made {
        server_id: id,
        what: What::App,
        name: name.to_owned(),
        by,
        replaced: true,
    });
}

/// Every app by number, deleted ones too.
pub(crate) fn apps(db: &Db) -> Result<Vec<AppNow>, Error> {
    let all = apps::all(db)?.into_iter();
    Ok(all
        .map(|(app, deleted, secret)| AppNow {
            id: app.id,
            name: app.name,
            store: app.store,
            deleted,
            identifier: app.client,
            api_key: app.kind == Kind::ApiKey,
            secret: app.api_key.unwrap_or(secret),
        })
        .collect())
}

/// Whether a secret is good for anything.
pub(crate) fn opens(db: &Db, secret: &str) -> Result<bool, Error> {
    Ok(clients::has_secret(db, secret)? || apps::find_by_api_key(db, secret)?.is_some())
}

/// Every Store by number, deleted ones too.
pub(crate) fn stores(db: &Db) -> Result<Vec<StoreNow>, Error> {
    stores::all(db)
}
