//! Marks: where in a shown text the words of a query occur.

use crate::fold::fold_char;
use memchr::memmem;

/// The shown text a mark is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The Store's name.
    Store,
    /// The local name when there is one, else the App name.
    AppName,
    /// The Identifier, or the ending of a consumer key of which no more is known.
    Identifier,
    /// The note.
    Note,
    /// The connection's name.
    Connection,
}

/// A stretch of a shown text, in UTF-16 code units, as the page counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// Which text.
    pub field: Field,
    /// Its first unit.
    pub start: usize,
    /// The unit after its last.
    pub end: usize,
}

/// Adds the marks of folded words in one text: in order, none touching another.
pub(crate) fn mark(field: Field, text: &str, words: &[String], marks: &mut Vec<Mark>) {
    if words.is_empty() {
        return;
    }
    let folded = Folded::of(text);
    let mut stretches: Vec<(usize, usize)> = words
        .iter()
        .flat_map(|word| {
            memmem::find_iter(folded.text.as_bytes(), word.as_bytes())
                .map(|at| folded.shown(at, at + word.len()))
        })
        .collect();
    stretches.sort_unstable();
    let mut open: Option<(usize, usize)> = None;
    for (start, end) in stretches {
        match &mut open {
            Some((_, reached)) if start <= *reached => *reached = end.max(*reached),
            _ => {
                if let Some((start, end)) = open.replace((start, end)) {
                    marks.push(Mark { field, start, end });
                }
            }
        }
    }
    if let Some((start, end)) = open {
        marks.push(Mark { field, start, end });
    }
}

/// A folded text that knows where each of its bytes comes from.
struct Folded {
    text: String,
    /// For each byte, the UTF-16 position of the character it comes from.
    origins: Vec<usize>,
    shown_length: usize,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
            shown_length: 0,
        };
        for c in text.chars() {
            fold_char(c, |part| folded.text.push(part));
            folded
                .origins
                .resize(folded.text.len(), folded.shown_length);
            folded.shown_length += c.len_utf16();
        }
        folded
    }

    /// The shown stretch of a folded one: whole characters, with the accents that follow them.
    fn shown(&self, start: usize, end: usize) -> (usize, usize) {
        let last = self.origins[end - 1];
        let next = self.origins[end..].iter().find(|origin| **origin > last);
        (
            self.origins[start],
            next.copied().unwrap_or(self.shown_length),
        )
    }
}

#[cfg(test)]
mod tests;
