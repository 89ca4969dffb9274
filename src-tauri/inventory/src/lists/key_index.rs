//! The index of keys: by the name of their Store, then by their own.

use crate::fold::fold_into;
use crate::index::{Draft, Index, Line};
use rusqlite::{Connection, Row};

pub(super) fn build(db: &Connection) -> rusqlite::Result<Index> {
    let mut statement = db.prepare_cached(
        "SELECT keys.id, keys.connection, keys.store, keys.app_name, keys.local_name,
                keys.identifier, keys.note, coalesce(stores.name, keys.store_name),
                connections.name, keys.archived_at IS NOT NULL,
                CASE WHEN keys.identifier IS NULL THEN keys.ending END, keys.owner_name
         FROM keys
         JOIN connections ON connections.id = keys.connection
         LEFT JOIN stores ON stores.id = keys.store
         WHERE keys.forgotten_at IS NULL",
    )?;
    let drafts: rusqlite::Result<Vec<Draft>> = statement.query_map([], draft)?.collect();
    Ok(Index::of(drafts?))
}

/// A row as the query above orders it.
fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let app_name = row.get_ref(3)?.as_str()?;
    let shown_name = row.get_ref(4)?.as_str_or_null()?.unwrap_or(app_name);
    let store = row.get_ref(7)?.as_str()?;
    let mut text = String::new();
    fold_into(if store.is_empty() { shown_name } else { store }, &mut text);
    text.push('\n');
    fold_into(shown_name, &mut text);
    let sorted_by = text.len();
    let rest = [
        if shown_name == app_name { "" } else { app_name },
        row.get_ref(5)?.as_str_or_null()?.unwrap_or_default(),
        row.get_ref(6)?.as_str()?,
        row.get_ref(8)?.as_str()?,
        row.get_ref(10)?.as_str_or_null()?.unwrap_or_default(),
        row.get_ref(11)?.as_str_or_null()?.unwrap_or_default(),
    ];
    for field in rest.into_iter().filter(|field| !field.is_empty()) {
        text.push('\n');
        fold_into(field, &mut text);
    }
    Ok(Draft {
        line: Line {
            id: row.get(0)?,
            connection: row.get(1)?,
            store: row.get(2)?,
            archived: row.get(9)?,
        },
        text,
        sorted_by,
    })
}
