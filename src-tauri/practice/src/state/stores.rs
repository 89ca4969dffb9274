//! Stores, deleted ones included.

use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::Db;
use crate::error::Error;
use crate::made::StoreNow;

/// A Store's address.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Address {
    pub(crate) street: String,
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
    pub(crate) postal_code: Option<String>,
    pub(crate) locality: Option<String>,
}

/// The switches of a Store, named as the form and the JSON name them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the Store form has that many checkboxes"
)]
pub(crate) struct Switches {
    pub(crate) prefill_pickup_address: bool,
    pub(crate) weight_required: bool,
    pub(crate) packages_required: bool,
    pub(crate) multi_drop_enabled: bool,
    pub(crate) multi_pickup_enabled: bool,
    pub(crate) cash_on_delivery_enabled: bool,
}

/// Everything about a Store besides its id, name and deletion.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Details {
    pub(crate) enabled: bool,
    pub(crate) address: Option<Address>,
    pub(crate) legal_name: String,
    pub(crate) website: String,
    pub(crate) telephone: String,
    pub(crate) siret: String,
    pub(crate) vat_number: String,
    pub(crate) rcs_number: String,
    pub(crate) cuit: String,
    pub(crate) pricing_rule_set: Option<i64>,
    pub(crate) package_set: Option<i64>,
    pub(crate) failure_reason_set: Option<i64>,
    pub(crate) default_courier: String,
    pub(crate) tags: String,
    pub(crate) check_expression: String,
    pub(crate) document: String,
    pub(crate) switches: Switches,
    pub(crate) time_slots: Vec<i64>,
    pub(crate) time_slot: Option<i64>,
}

/// A Store as stored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) deleted: bool,
    pub(crate) details: Details,
}

const COLUMNS: &str = "SELECT id, name, deleted, details FROM store";

fn from_row(row: &Row) -> rusqlite::Result<(Store, String)> {
    let store = Store {
        id: row.get(0)?,
        name: row.get(1)?,
        deleted: row.get(2)?,
        details: Details::default(),
    };
    Ok((store, row.get(3)?))
}

fn with_details((store, details): (Store, String)) -> Result<Store, Error> {
    Ok(Store {
        details: serde_json::from_str(&details)?,
        ..store
    })
}

/// Makes a Store and returns its id.
pub(crate) fn create(db: &Db, name: &str, details: &Details) -> Result<i64, Error> {
    db.prepare_cached("INSERT INTO store (name, details) VALUES (?1, ?2)")?
        .execute(params![name, serde_json::to_string(details)?])?;
    Ok(db.last_insert_rowid())
}

pub(crate) fn save(db: &Db, store: &Store) -> Result<(), Error> {
    db.execute(
        "UPDATE store SET name = ?2, details = ?3 WHERE id = ?1",
        params![store.id, store.name, serde_json::to_string(&store.details)?],
    )?;
    Ok(())
}

/// Hides a Store; its apps stay as they are.
pub(crate) fn delete(db: &Db, id: i64) -> Result<(), Error> {
    db.execute("UPDATE store SET deleted = 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// Takes a deletion back.
pub(crate) fn restore(db: &Db, id: i64) -> Result<(), Error> {
    db.execute("UPDATE store SET deleted = 0 WHERE id = ?1", [id])?;
    Ok(())
}

/// Finds a Store, also a deleted one.
pub(crate) fn find(db: &Db, id: i64) -> Result<Option<Store>, Error> {
    db.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?
        .query_row([id], from_row)
        .optional()?
        .map(with_details)
        .transpose()
}

/// Finds a Store that is not deleted.
pub(crate) fn find_living(db: &Db, id: i64) -> Result<Option<Store>, Error> {
    Ok(find(db, id)?.filter(|store| !store.deleted))
}

pub(crate) fn newest(db: &Db) -> Result<Option<i64>, Error> {
    Ok(
        db.query_row("SELECT max(id) FROM store WHERE NOT deleted", [], |row| {
            row.get(0)
        })?,
    )
}

pub(crate) fn newest_deleted(db: &Db) -> Result<Option<i64>, Error> {
    Ok(
        db.query_row("SELECT max(id) FROM store WHERE deleted", [], |row| {
            row.get(0)
        })?,
    )
}

pub(crate) fn count_living(db: &Db) -> Result<i64, Error> {
    Ok(
        db.query_row("SELECT count(*) FROM store WHERE NOT deleted", [], |row| {
            row.get(0)
        })?,
    )
}

/// One page of the Stores that are not deleted, by id.
pub(crate) fn page(db: &Db, offset: i64, limit: i64) -> Result<Vec<Store>, Error> {
    let mut statement = db.prepare_cached(&format!(
        "{COLUMNS} WHERE NOT deleted ORDER BY id LIMIT ?1 OFFSET ?2"
    ))?;
    let rows = statement
        .query_map([limit, offset], from_row)?
        .collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(with_details).collect()
}

/// The Stores whose name holds this text, by name; deleted ones left out.
pub(crate) fn search(db: &Db, text: &str) -> Result<Vec<Store>, Error> {
    let wanted = text.to_lowercase();
    let mut statement =
        db.prepare_cached(&format!("{COLUMNS} WHERE NOT deleted ORDER BY name, id"))?;
    let rows = statement
        .query_map([], from_row)?
        .collect::<Result<Vec<_>, _>>()?;
    rows.into_iter()
        .filter(|(store, _)| store.name.to_lowercase().contains(&wanted))
        .map(with_details)
        .collect()
}

/// Ids and names of all Stores by name, deleted ones too, as the app form lists them.
pub(crate) fn all_names(db: &Db) -> Result<Vec<(i64, String)>, Error> {
    let mut statement = db.prepare_cached("SELECT id, name FROM store ORDER BY name, id")?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Every Store by id, deleted ones too, without its details.
pub(crate) fn all(db: &Db) -> Result<Vec<StoreNow>, Error> {
    let mut statement = db.prepare_cached("SELECT id, name, deleted FROM store ORDER BY id")?;
    let rows = statement
        .query_map([], |row| {
            Ok(StoreNow {
                id: row.get(0)?,
                name: row.get(1)?,
                deleted: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(rows)
}
