//! The tables, one file each: columns, mapping, reads and writes together.

pub(crate) mod connection;
pub(crate) mod draft;
pub(crate) mod drift;
pub(crate) mod handover;
pub(crate) mod history;
pub(crate) mod holder;
pub(crate) mod intent;
pub(crate) mod key;
pub(crate) mod put_off;
pub(crate) mod rotation;
pub(crate) mod setting;
pub(crate) mod store;

use keys::{KeyId, StoreId};

/// What a line or row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Key(KeyId),
    Store(StoreId),
}

/// A text column that must hold one of the words this program writes.
pub(crate) fn word<T>(
    row: &rusqlite::Row<'_>,
    column: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let value = row.get_ref(column)?;
    let text = value.as_str()?;
    read(text).ok_or_else(|| unknown_word(text))
}

/// The columns of a row, read in the order a query names them: by name would mean comparing names
/// for each value of each row of a long list.
pub(crate) struct Columns<'a> {
    row: &'a rusqlite::Row<'a>,
    next: usize,
}

impl<'a> Columns<'a> {
    pub(crate) fn of(row: &'a rusqlite::Row<'a>) -> Self {
        Self { row, next: 0 }
    }

    pub(crate) fn read<T: rusqlite::types::FromSql>(&mut self) -> rusqlite::Result<T> {
        let place = self.next;
        self.next += 1;
        self.row.get(place)
    }

    /// One of the words this program writes, or nothing.
    pub(crate) fn read_word<T>(
        &mut self,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> rusqlite::Result<Option<T>> {
        let place = self.next;
        self.next += 1;
        let Some(text) = self.row.get_ref(place)?.as_str_or_null()? else {
            return Ok(None);
        };
        read(text).map(Some).ok_or_else(|| unknown_word(text))
    }

    pub(crate) fn read_moment(&mut self) -> rusqlite::Result<Option<keys::Moment>> {
        Ok(self.read::<Option<i64>>()?.map(keys::Moment))
    }
}

pub(crate) fn unknown_word(text: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        0,
        rusqlite::types::Type::Text,
        format!("\"{text}\" is no word of this table").into(),
    )
}

/// Numbers of a server as one text.
pub(crate) mod numbers {
    use super::unknown_word;

    pub(crate) fn as_text(numbers: &[i64]) -> String {
        let texts: Vec<String> = numbers.iter().map(i64::to_string).collect();
        texts.join(" ")
    }

    pub(crate) fn from_text(text: &str) -> rusqlite::Result<Vec<i64>> {
        text.split_whitespace()
            .map(|number| number.parse().map_err(|_| unknown_word(number)))
            .collect()
    }
}

/// `OnServer` and `Gone` as keys and Stores keep them.
pub(crate) mod presence {
    use keys::Presence;

    pub(crate) fn as_word(presence: Presence) -> &'static str {
        match presence {
            Presence::OnServer => "on_server",
            Presence::Gone => "gone",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Presence> {
        match word {
            "on_server" => Some(Presence::OnServer),
            "gone" => Some(Presence::Gone),
            _ => None,
        }
    }
}
