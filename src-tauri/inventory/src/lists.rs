//! The lists of keys and Stores: searched and sorted in memory, shown by the window.

pub(crate) mod counts;
mod key_index;
pub(crate) mod keys_page;
mod store_index;
pub(crate) mod stores_page;

use crate::index::{Index, Line};
use rusqlite::Connection;

/// What was last asked of a list, and the places that answered.
pub(crate) struct Answer<Q> {
    asked: Q,
    places: Vec<usize>,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Narrowing {
    words: Vec<String>,
    connection: Option<i64>,
    store: Option<i64>,
    archived: bool,
}

impl Narrowing {
    fn keeps(&self, line: &Line) -> bool {
        self.archived == line.archived
            && self.connection.is_none_or(|id| id == line.connection)
            && (self.store.is_none() || self.store == line.store)
    }
}

/// One list, with its last answer, so that scrolling does not search again.
pub(crate) struct List {
    index: Index,
    last: Option<Answer<Narrowing>>,
}

impl List {
    fn over(index: Index) -> Self {
        Self { index, last: None }
    }

    fn places(&mut self, narrowing: Narrowing) -> &[usize] {
        let Self { index, last } = self;
        if last.as_ref().is_some_and(|last| last.asked != narrowing) {
            *last = None;
        }
        let answer = last.get_or_insert_with(|| Answer {
            places: index.search(&narrowing.words, |line| narrowing.keeps(line)),
            asked: narrowing,
        });
        &answer.places
    }
}

/// Both lists, made from the tables when first asked for.
#[derive(Default)]
pub(crate) struct Lists {
    keys: Option<List>,
    stores: Option<List>,
    /// SQLite's count of what other processes wrote.
    version: Option<i64>,
}

impl Lists {
    /// The tables changed; what was made from them is out of date.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }

    fn keys(&mut self, db: &Connection) -> rusqlite::Result<&mut List> {
        self.forget_if_changed_elsewhere(db)?;
        match &mut self.keys {
            Some(list) => Ok(list),
            none => Ok(none.insert(List::over(key_index::build(db)?))),
        }
    }

    fn stores(&mut self, db: &Connection) -> rusqlite::Result<&mut List> {
        self.forget_if_changed_elsewhere(db)?;
        match &mut self.stores {
            Some(list) => Ok(list),
            none => Ok(none.insert(List::over(store_index::build(db)?))),
        }
    }

    fn forget_if_changed_elsewhere(&mut self, db: &Connection) -> rusqlite::Result<()> {
        let version = db
            .prepare_cached("PRAGMA data_version")?
            .query_row([], |row| row.get(0))?;
        if self.version != Some(version) {
            self.forget();
            self.version = Some(version);
        }
        Ok(())
    }
}
