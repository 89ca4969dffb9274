//! The list of keys, a window of it at a time.

use super::Narrowing;
use crate::fold::words;
use crate::marks::{Field, Mark, mark};
use crate::table::key;
use crate::{Inventory, Result};
use keys::{ConnectionId, Key, KeyId, StoreId};
use rusqlite::Row;

/// Which keys are listed; never forgotten ones, and archived ones only where asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyFilter {
    /// All of them but the archived.
    #[default]
    All,
    /// Those of one Store.
    Store(StoreId),
    /// The archived ones.
    Archived,
}

/// What is asked of the list of keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyQuery {
    /// Words that must all occur in Store, App name, local name, Identifier, note or connection; for
    /// a consumer key also in its ending or its owner's name.
    pub text: String,
    /// Only keys of that connection.
    pub connection: Option<ConnectionId>,
    /// Only these.
    pub filter: KeyFilter,
    /// How many matching keys to leave out at the start.
    pub offset: usize,
    /// How many rows to give at most.
    pub limit: usize,
}

/// A window of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPage {
    /// How many keys match in all.
    pub total: usize,
    /// Those in the window, by Store name, then App name.
    pub rows: Vec<KeyRow>,
}

/// A key as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The record.
    pub key: Key,
    /// The Store's name: the newest we know, else as the server's list of keys showed it.
    pub store: Option<String>,
    /// The connection it is on.
    pub connection: ConnectionId,
    /// Where the words of the query occur in what is shown.
    pub marks: Vec<Mark>,
}

impl Inventory {
    /// A window of the keys that match.
    pub fn list_keys(&self, query: &KeyQuery) -> Result<KeyPage> {
        self.with_state(|state| {
            let narrowing = narrowing(query);
            let words = narrowing.words.clone();
            let list = state.lists.keys(&state.db)?;
            let places = list.places(narrowing);
            let total = places.len();
            let window: Vec<usize> = places
                .iter()
                .skip(query.offset)
                .take(query.limit)
                .copied()
                .collect();
            let query = format!(
                "SELECT {}, coalesce(stores.name, keys.store_name) AS shown_store,
                        connections.name AS connection_name
                 FROM keys
                 JOIN connections ON connections.id = keys.connection
                 LEFT JOIN stores ON stores.id = keys.store
                 WHERE keys.id = ?1",
                key::COLUMNS
            );
            let mut statement = state.db.prepare_cached(&query)?;
            let rows = window
                .into_iter()
                .map(|place| {
                    let id = list.index.lines()[place].id;
                    statement.query_row([id], |row| key_row(row, &words))
                })
                .collect::<rusqlite::Result<_>>()?;
            Ok(KeyPage { total, rows })
        })
    }

    /// Where a key stands among those that match, whatever the query's window; `None` when it
    /// does not match.
    pub fn position_of_key(&self, query: &KeyQuery, id: KeyId) -> Result<Option<usize>> {
        self.with_state(|state| {
            let list = state.lists.keys(&state.db)?;
            let Some(place) = list.index.place(id.0) else {
                return Ok(None);
            };
            Ok(list.places(narrowing(query)).binary_search(&place).ok())
        })
    }
}

fn narrowing(query: &KeyQuery) -> Narrowing {
    Narrowing {
        words: words(&query.text),
        connection: query.connection.map(|id| id.0),
        store: match query.filter {
            KeyFilter::Store(id) => Some(id.0),
            _ => None,
        },
        archived: query.filter == KeyFilter::Archived,
    }
}

fn key_row(row: &Row<'_>, words: &[String]) -> rusqlite::Result<KeyRow> {
    let key = key::from_row(row)?;
    let store: String = row.get("shown_store")?;
    let shown = [
        (Field::Store, store.as_str()),
        (
            Field::AppName,
            key.local_name.as_deref().unwrap_or(&key.app_name),
        ),
        (Field::Identifier, shown_identifier(&key)),
        (Field::Note, key.note.as_str()),
        (Field::Connection, row.get_ref("connection_name")?.as_str()?),
    ];
    let mut marks = Vec::new();
    for (field, text) in shown {
        mark(field, text, words, &mut marks);
    }
    Ok(KeyRow {
        connection: key.connection,
        store: (!store.is_empty()).then_some(store),
        key,
        marks,
    })
}

/// Of a consumer key whose pair is not known, the list shows the ending.
fn shown_identifier(key: &Key) -> &str {
    match (&key.identifier, &key.consumer) {
        (Some(identifier), _) => identifier.as_str(),
        (None, Some(consumer)) => &consumer.ending,
        (None, None) => "",
    }
}
