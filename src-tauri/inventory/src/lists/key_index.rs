//! The index of keys: by the name of their Store, then by their own.

use crate::fold::fold_into;
use crate::index::{Draft, Index, Line};
use crate::table::key::{ATTENTION, needs_attention};
use rusqlite::{Connection, Row};

pub(super) fn build(db: &Connection) -> rusqlite::Result<Index> {
    let query = format!(
        "SELECT {ATTENTION}, keys.id, keys.connection, keys.store, keys.app_name, keys.local_name,
                keys.identifier, keys.note, coalesce(stores.name, keys.store_name),
                connections.name
         FROM keys
         JOIN connections ON connections.id = keys.connection
         LEFT JOIN stores ON stores.id = keys.store
         WHERE keys.forgotten_at IS NULL"
    );
    let mut statement = db.prepare_cached(&query)?;
    let drafts: rusqlite::Result<Vec<Draft>> = statement.query_map([], draft)?.collect();
    Ok(Index::of(drafts?))
}

/// A row as the query above orders it.
fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let app_name = row.get_ref(11)?.as_str()?;
    let shown_name = row.get_ref(12)?.as_str_or_null()?.unwrap_or(app_name);
    let store = row.get_ref(15)?.as_str()?;
    let mut text = String::new();
    fold_into(if store.is_empty() { shown_name } else { store }, &mut text);
    text.push('\n');
    fold_into(shown_name, &mut text);
    let sorted_by = text.len();
    let rest = [
        if shown_name == app_name { "" } else { app_name },
        row.get_ref(13)?.as_str_or_null()?.unwrap_or_default(),
        row.get_ref(14)?.as_str()?,
        row.get_ref(16)?.as_str()?,
    ];
    for field in rest.into_iter().filter(|field| !field.is_empty()) {
        text.push('\n');
        fold_into(field, &mut text);
    }
    Ok(Draft {
        line: Line {
            id: row.get(8)?,
            connection: row.get(9)?,
            store: row.get(10)?,
            needs_attention: needs_attention(row)?,
            archived: row.get(0)?,
        },
        text,
        sorted_by,
    })
}
