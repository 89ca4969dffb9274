//! The index of Stores, by their name.

use crate::fold::{fold, fold_into};
use crate::index::{Draft, Index, Line};
use rusqlite::Connection;

pub(super) fn build(db: &Connection) -> rusqlite::Result<Index> {
    let mut statement = db.prepare_cached(
        "SELECT stores.id, stores.connection, stores.name, stores.address, connections.name
         FROM stores JOIN connections ON connections.id = stores.connection",
    )?;
    let drafts: rusqlite::Result<Vec<Draft>> = statement
        .query_map([], |row| {
            let mut text = fold(row.get_ref(2)?.as_str()?);
            let sorted_by = text.len();
            for column in [3, 4] {
                text.push('\n');
                fold_into(row.get_ref(column)?.as_str()?, &mut text);
            }
            let id = row.get(0)?;
            Ok(Draft {
                line: Line {
                    id,
                    connection: row.get(1)?,
                    store: Some(id),
                    archived: false,
                },
                text,
                sorted_by,
            })
        })?
        .collect();
    Ok(Index::of(drafts?))
}
