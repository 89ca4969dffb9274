//! What separates the cells of a table.

use csv::{ReaderBuilder, StringRecordsIntoIter};

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// As many rows as tell.
const TRIED: usize = 30;

/// The separator, and the text that follows the line in which spreadsheets may name it.
pub(super) fn of(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_matches(['\r', '"', ' ']).strip_prefix("sep=");
    if let Some(&[separator]) = named.map(str::as_bytes)
        && SEPARATORS.contains(&separator)
    {
        return (separator, rest);
    }
    // On a draw the earlier one, which `max_by_key` would not take.
    let best = SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|each| fit(text, *each));
    (best.unwrap_or(b','), text)
}

/// The rows, whatever their lengths.
pub(super) fn records(text: &str, separator: u8) -> StringRecordsIntoIter<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
}

/// How well the separator cuts the table: rows as wide as the first one, then its width.
fn fit(text: &str, separator: u8) -> (usize, usize) {
    let widths = records(text, separator).flatten().map(|row| row.len());
    let widths: Vec<usize> = widths.take(TRIED).collect();
    match widths.first() {
        Some(first) if *first > 1 => (
            widths.iter().filter(|width| *width == first).count(),
            *first,
        ),
        _ => (0, 0),
    }
}
