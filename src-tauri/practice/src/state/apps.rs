//! API apps: the names and Stores that OAuth clients and `ak_` keys belong to.

use rusqlite::{OptionalExtension, Row, params};

use super::Db;
use super::clients;
use crate::error::Error;

/// How an app authenticates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Oauth,
    ApiKey,
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Oauth => "oauth",
            Self::ApiKey => "api_key",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "oauth" => Some(Self::Oauth),
            "api_key" => Some(Self::ApiKey),
            _ => None,
        }
    }
}

/// An app as stored.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) store: Option<i64>,
    pub(crate) shop: Option<i64>,
    /// Identifier of its OAuth client.
    pub(crate) client: String,
    pub(crate) api_key: Option<String>,
}

/// An app about to be made.
pub(crate) struct Draft {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) scopes: Vec<String>,
    pub(crate) store: Option<i64>,
    pub(crate) shop: Option<i64>,
}

/// A row of the list, with the words and secrets it shows.
pub(crate) struct Listed {
    pub(crate) app: App,
    pub(crate) store_name: Option<String>,
    pub(crate) secret: String,
}

const COLUMNS: &str = "SELECT id, name, kind, store, shop, client, api_key FROM app";

fn from_row(row: &Row) -> rusqlite::Result<App> {
    let kind: String = row.get(2)?;
    Ok(App {
        id: row.get(0)?,
        name: row.get(1)?,
        kind: Kind::parse(&kind).unwrap_or(Kind::Oauth),
        store: row.get(3)?,
        shop: row.get(4)?,
        client: row.get(5)?,
        api_key: row.get(6)?,
    })
}

fn new_api_key(db: &Db, kind: Kind) -> Option<String> {
    (kind == Kind::ApiKey).then(|| format!("ak_{}", db.random.hex(20)))
}

/// Makes an app with fresh credentials and returns its id.
pub(crate) fn create(db: &Db, draft: &Draft) -> Result<i64, Error> {
    let client = clients::create(db, &draft.name, &draft.scopes)?;
    db.prepare_cached(
        "INSERT INTO app (name, kind, store, shop, client, api_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        draft.name,
        draft.kind.as_str(),
        draft.store,
        draft.shop,
        client,
        new_api_key(db, draft.kind)
    ])?;
    Ok(db.last_insert_rowid())
}

/// Saves the edit page: another name maybe, other credentials certainly. The former client stays.
pub(crate) fn replace_credentials(db: &Db, app: &App, name: &str) -> Result<(), Error> {
    let scopes = clients::find(db, &app.client)?
        .map(|client| client.scopes)
        .unwrap_or_default();
    let client = clients::create(db, name, &scopes)?;
    db.execute(
        "UPDATE app SET name = ?2, client = ?3, api_key = ?4 WHERE id = ?1",
        params![app.id, name, client, new_api_key(db, app.kind)],
    )?;
    Ok(())
}

/// Binds an app to another Store, or to none.
pub(crate) fn set_store(db: &Db, id: i64, store: Option<i64>) -> Result<(), Error> {
    db.execute(
        "UPDATE app SET store = ?2 WHERE id = ?1",
        params![id, store],
    )?;
    Ok(())
}

pub(crate) fn find(db: &Db, id: i64) -> Result<Option<App>, Error> {
    Ok(db
        .prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?
        .query_row([id], from_row)
        .optional()?)
}

pub(crate) fn find_by_client(db: &Db, client: &str) -> Result<Option<App>, Error> {
    Ok(db
        .prepare_cached(&format!("{COLUMNS} WHERE client = ?1"))?
        .query_row([client], from_row)
        .optional()?)
}

pub(crate) fn find_by_api_key(db: &Db, key: &str) -> Result<Option<App>, Error> {
    Ok(db
        .prepare_cached(&format!("{COLUMNS} WHERE api_key = ?1"))?
        .query_row([key], from_row)
        .optional()?)
}

pub(crate) fn newest_oauth(db: &Db) -> Result<Option<i64>, Error> {
    Ok(
        db.query_row("SELECT max(id) FROM app WHERE kind = 'oauth'", [], |row| {
            row.get(0)
        })?,
    )
}

pub(crate) fn newest(db: &Db) -> Result<Option<i64>, Error> {
    Ok(db.query_row("SELECT max(id) FROM app", [], |row| row.get(0))?)
}

pub(crate) fn newest_deleted(db: &Db) -> Result<Option<i64>, Error> {
    Ok(db.query_row("SELECT max(id) FROM deleted_app", [], |row| row.get(0))?)
}

/// Takes an app out of the records, as only the server's operator can; its pair dies with it.
pub(crate) fn delete(db: &Db, app: &App) -> Result<(), Error> {
    db.execute(
        "INSERT INTO deleted_app SELECT * FROM app WHERE id = ?1",
        [app.id],
    )?;
    db.execute("DELETE FROM app WHERE id = ?1", [app.id])?;
    clients::set_active(db, &app.client, false)
}

/// Puts an app back as it was; false when there is none.
pub(crate) fn restore(db: &Db, id: i64) -> Result<bool, Error> {
    db.execute(
        "INSERT INTO app SELECT * FROM deleted_app WHERE id = ?1",
        [id],
    )?;
    let was_there = db.execute("DELETE FROM deleted_app WHERE id = ?1", [id])? == 1;
    if let Some(app) = find(db, id)? {
        clients::set_active(db, &app.client, true)?;
    }
    Ok(was_there)
}

/// Every app by id with its secret, deleted ones too.
pub(crate) fn all(db: &Db) -> Result<Vec<(App, bool, String)>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT app.id, app.name, kind, store, shop, client, api_key, deleted, secret FROM (
             SELECT *, 0 AS deleted FROM app UNION ALL SELECT *, 1 FROM deleted_app
         ) AS app JOIN client ON client.identifier = app.client
         ORDER BY app.id",
    )?;
    let rows = statement
        .query_map([], |row| Ok((from_row(row)?, row.get(7)?, row.get(8)?)))?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Every app, in an order of the moment.
pub(crate) fn list(db: &Db) -> Result<Vec<Listed>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT app.id, app.name, app.kind, app.store, app.shop, app.client, app.api_key,
                store.name, client.secret
         FROM app JOIN client ON client.identifier = app.client
         LEFT JOIN store ON store.id = app.store
         ORDER BY app.id",
    )?;
    let mut rows: Vec<Listed> = statement
        .query_map([], |row| {
            Ok(Listed {
                app: from_row(row)?,
                store_name: row.get(7)?,
                secret: row.get(8)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    db.random.shuffle(&mut rows);
    Ok(rows)
}
