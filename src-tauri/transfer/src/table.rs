//! A table that a spreadsheet saved: its headings, what they seem to mean, and its rows as keys.

mod encoding;
mod guess;
mod separator;

use crate::found::{clean, is_address, is_identifier, is_secret, looks_private};
use crate::{Error, FoundKey, ImportField};
use csv::StringRecord;
use std::fmt;
use zeroize::Zeroizing;

/// More than a list of all keys of all co-ops takes.
const SIZE_LIMIT: usize = 16 << 20;

/// More rows than keys exist.
const ROW_LIMIT: usize = 200_000;

/// Columns beyond are not looked at.
const COLUMN_LIMIT: usize = 256;

/// The longest heading or sample that is shown, in characters.
const SHOWN: usize = 48;

const DOTS: &str = "••••••••";

type Cell = Zeroizing<String>;

/// A table.
pub struct Table {
    /// What stands over each column; letters as in spreadsheets when nothing does.
    pub headings: Vec<String>,
    /// What each column seems to hold. No field occurs twice.
    pub guesses: Vec<Option<ImportField>>,
    rows: Vec<Vec<Cell>>,
}

/// Only the outline: cells hold secrets.
impl fmt::Debug for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Table")
            .field("headings", &self.headings)
            .field("guesses", &self.guesses)
            .field("rows", &self.rows.len())
            .finish_non_exhaustive()
    }
}

/// Reads a table whatever its encoding and separator. Every cell is text and nothing else.
pub fn read_table(bytes: &[u8]) -> Result<Table, Error> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Error::TooLarge);
    }
    let text = encoding::decode(bytes)?;
    let (separator, text) = separator::of(&text);
    let mut rows = Vec::new();
    for record in separator::records(text, separator) {
        let record = record.map_err(|_| Error::Damaged(format!("row {}", rows.len() + 1)))?;
        let row = cells(&record);
        if !row.is_empty() {
            rows.push(row);
        }
        if rows.len() > ROW_LIMIT {
            return Err(Error::TooLarge);
        }
    }
    let first = rows.first().ok_or(Error::Empty)?;
    let headings = if is_data(first) {
        Vec::new()
    } else {
        rows.remove(0)
    };
    Ok(Table::new(&headings, rows))
}

/// The cells of a row without the empty ones at its end; none for an empty row.
fn cells(record: &StringRecord) -> Vec<Cell> {
    let cells = record.iter().take(COLUMN_LIMIT);
    let is_blank = |cell: &&str| {
        cell.trim_matches(|c: char| c == '\0' || c.is_whitespace())
            .is_empty()
    };
    let used = cells
        .clone()
        .enumerate()
        .filter(|(_, cell)| !is_blank(cell))
        .last();
    let used = used.map_or(0, |(index, _)| index + 1);
    cells
        .take(used)
        .map(|cell| Zeroizing::new(cell.to_owned()))
        .collect()
}

/// Whether a first row is a key already, in a table without headings.
fn is_data(row: &[Cell]) -> bool {
    row.iter().any(|cell| {
        let cell = clean(cell);
        is_identifier(&cell) || is_secret(&cell) || is_address(&cell)
    })
}

impl Table {
    fn new(headings: &[Cell], rows: Vec<Vec<Cell>>) -> Self {
        let widest = rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = widest.max(headings.len());
        let headings: Vec<String> = (0..width)
            .map(|index| match headings.get(index).map(|cell| clean(cell)) {
                Some(heading) if !heading.is_empty() => shorten(&heading),
                _ => letters(index),
            })
            .collect();
        let guesses = guess::fields(&headings, &rows);
        Self {
            headings,
            guesses,
            rows,
        }
    }

    /// The first value of a column that was told to hold that field, dots where it looks like a
    /// secret. A value of a column of secrets is never shown.
    pub fn sample(&self, column: usize, field: Option<ImportField>) -> String {
        let values = self.rows.iter().filter_map(|row| row.get(column));
        let value = values
            .map(|cell| clean(cell))
            .find(|value| !value.is_empty());
        match value {
            None => String::new(),
            Some(_) if field == Some(ImportField::Secret) => DOTS.to_owned(),
            Some(value) => shorten(&value),
        }
    }

    /// Each row as a key, with the given field in each column. Where two columns are told to hold
    /// the same field, the first that is not empty counts.
    pub fn rows(&self, columns: &[Option<ImportField>]) -> Vec<FoundKey> {
        self.rows.iter().map(|row| found(row, columns)).collect()
    }
}

fn found(row: &[Cell], columns: &[Option<ImportField>]) -> FoundKey {
    let mut key = FoundKey::default();
    // From the last to the first, so that the first has the last word.
    for (cell, field) in row.iter().zip(columns).rev() {
        if let Some(field) = field {
            key.put(*field, cell);
        }
    }
    key.settle()
}

/// As much as is shown of a value, and dots instead of anything that looks like a credential.
fn shorten(value: &str) -> String {
    if value.split(' ').any(looks_private) {
        return DOTS.to_owned();
    }
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// The name a spreadsheet gives to a column: A to Z, AA, AB …
fn letters(index: usize) -> String {
    let last = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    match index / 26 {
        0 => last.to_string(),
        rest => letters(rest - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests;
