//! What was sold, as much of it as a key can read.

use rusqlite::{OptionalExtension, params};

use super::Records;
use crate::error::Error;

/// An order.
pub(crate) struct Sale {
    pub(crate) id: i64,
    pub(crate) status: String,
}

pub(crate) fn create(records: &Records, status: &str) -> Result<Sale, Error> {
    records.execute("INSERT INTO sale (status) VALUES (?1)", [status])?;
    Ok(Sale {
        id: records.last_insert_rowid(),
        status: status.to_owned(),
    })
}

pub(crate) fn find(records: &Records, id: i64) -> Result<Option<Sale>, Error> {
    Ok(records
        .prepare_cached("SELECT id, status FROM sale WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(Sale {
                id: row.get(0)?,
                status: row.get(1)?,
            })
        })
        .optional()?)
}

pub(crate) fn count(records: &Records) -> Result<i64, Error> {
    Ok(records.query_row("SELECT count(*) FROM sale", [], |row| row.get(0))?)
}

/// Newest first.
pub(crate) fn list(records: &Records, offset: i64, length: i64) -> Result<Vec<Sale>, Error> {
    let mut statement = records
        .prepare_cached("SELECT id, status FROM sale ORDER BY id DESC LIMIT ?2 OFFSET ?1")?;
    let sales = statement
        .query_map(params![offset, length], |row| {
            Ok(Sale {
                id: row.get(0)?,
                status: row.get(1)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(sales)
}

pub(crate) fn delete(records: &Records, id: i64) -> Result<(), Error> {
    records.execute("DELETE FROM sale WHERE id = ?1", [id])?;
    Ok(())
}
