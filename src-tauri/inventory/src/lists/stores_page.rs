//! The list of Stores, a window of it at a time.

use super::Narrowing;
use crate::fold::words;
use crate::marks::{Field, Mark, mark};
use crate::table::store;
use crate::{Inventory, Result};
use keys::{ConnectionId, Store};
use rusqlite::Row;

/// What is asked of the list of Stores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoreQuery {
    /// Words that must all occur in name, address or connection.
    pub text: String,
    /// Only Stores of that connection.
    pub connection: Option<ConnectionId>,
    /// How many matching Stores to leave out at the start.
    pub offset: usize,
    /// How many rows to give at most.
    pub limit: usize,
}

/// A window of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorePage {
    /// How many Stores match in all.
    pub total: usize,
    /// Those in the window, by name.
    pub rows: Vec<StoreRow>,
}

/// A Store as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreRow {
    /// The record.
    pub store: Store,
    /// How many keys it has on the server, without those archived or forgotten here.
    pub keys: usize,
    /// Where the words of the query occur in the names; the address is searched but not marked.
    pub marks: Vec<Mark>,
}

impl Inventory {
    /// A window of the Stores that match.
    pub fn list_stores(&self, query: &StoreQuery) -> Result<StorePage> {
        self.with_state(|state| {
            let words = words(&query.text);
            let list = state.lists.stores(&state.db)?;
            let places = list.places(Narrowing {
                words: words.clone(),
                connection: query.connection.map(|id| id.0),
                store: None,
                archived: false,
            });
            let total = places.len();
            let window: Vec<usize> = places
                .iter()
                .skip(query.offset)
                .take(query.limit)
                .copied()
                .collect();
            let mut statement = state.db.prepare_cached(
                "SELECT stores.*, connections.name AS connection_name,
                        (SELECT count(*) FROM keys
                         WHERE keys.store = stores.id AND keys.presence = 'on_server'
                             AND keys.archived_at IS NULL AND keys.forgotten_at IS NULL
                        ) AS key_count
                 FROM stores JOIN connections ON connections.id = stores.connection
                 WHERE stores.id = ?1",
            )?;
            let rows = window
                .into_iter()
                .map(|place| {
                    let id = list.index.lines()[place].id;
                    statement.query_row([id], |row| store_row(row, &words))
                })
                .collect::<rusqlite::Result<_>>()?;
            Ok(StorePage { total, rows })
        })
    }
}

fn store_row(row: &Row<'_>, words: &[String]) -> rusqlite::Result<StoreRow> {
    let store = store::from_row(row)?;
    let shown = [
        (Field::Store, store.name.as_str()),
        (Field::Connection, row.get_ref("connection_name")?.as_str()?),
    ];
    let mut marks = Vec::new();
    for (field, text) in shown {
        mark(field, text, words, &mut marks);
    }
    Ok(StoreRow {
        keys: usize::try_from(row.get::<_, u32>("key_count")?).unwrap_or(usize::MAX),
        store,
        marks,
    })
}
