//! What each column of a table seems to hold: by its heading, or else by the form of its values.

use super::Cell;
use crate::ImportField;
use crate::found::{clean, is_address, is_identifier, is_secret};
use crate::heading::{hinted, named};

/// As many values as tell.
const TRIED: usize = 50;

/// Gives each field to one column at most: to the first that names it, else to the first whose
/// heading may mean it, else to the first whose values have its form.
pub(super) fn fields(headings: &[String], rows: &[Vec<Cell>]) -> Vec<Option<ImportField>> {
    let mut fields = vec![None; headings.len()];
    give(&mut fields, |column, field| {
        named(&headings[column]) == Some(field)
    });
    give(&mut fields, |column, field| {
        hinted(&headings[column]) == Some(field) && may_hold(rows, column, field)
    });
    give(&mut fields, |column, field| {
        form(field).is_some_and(|form| share(rows, column, form) == Some(true))
    });
    fields
}

fn give(fields: &mut [Option<ImportField>], fits: impl Fn(usize, ImportField) -> bool) {
    for field in ImportField::ALL {
        if fields.contains(&Some(field)) {
            continue;
        }
        let free = |column: &usize| fields[*column].is_none() && fits(*column, field);
        if let Some(column) = (0..fields.len()).find(free) {
            fields[column] = Some(field);
        }
    }
}

/// Whether nothing below the heading speaks against the field.
fn may_hold(rows: &[Vec<Cell>], column: usize, field: ImportField) -> bool {
    match field {
        ImportField::BaseUrl => share(rows, column, is_host).unwrap_or(true),
        ImportField::Identifier => share(rows, column, |value| {
            is_identifier(value) || is_secret(value)
        })
        .unwrap_or(true),
        _ => true,
    }
}

fn form(field: ImportField) -> Option<fn(&str) -> bool> {
    match field {
        ImportField::Secret => Some(is_secret),
        ImportField::Identifier => Some(is_identifier),
        ImportField::BaseUrl => Some(is_address),
        ImportField::Store | ImportField::Name | ImportField::Note => None,
    }
}

/// Whether at least half of the first values have a form; `None` where there are no values.
fn share(rows: &[Vec<Cell>], column: usize, form: impl Fn(&str) -> bool) -> Option<bool> {
    let values = rows
        .iter()
        .filter_map(|row| row.get(column))
        .map(|cell| clean(cell));
    let values: Vec<_> = values
        .filter(|value| !value.is_empty())
        .take(TRIED)
        .collect();
    let alike = values.iter().filter(|value| form(value)).count();
    (!values.is_empty()).then_some(alike * 2 >= values.len())
}

fn is_host(value: &str) -> bool {
    is_address(value) || (value.contains('.') && !value.contains([' ', '@', ',']))
}
