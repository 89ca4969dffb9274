//! The index: the folded text of every line of a list, one after the other in the list's order.

use memchr::memmem::{self, Finder};
use std::collections::HashMap;

/// What is known of a line besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) id: i64,
    pub(crate) connection: i64,
    pub(crate) store: Option<i64>,
    pub(crate) archived: bool,
}

/// A line on its way into the index. Its text begins with what it is sorted by.
pub(crate) struct Draft {
    pub(crate) line: Line,
    pub(crate) text: String,
    /// How many bytes of the text it is sorted by.
    pub(crate) sorted_by: usize,
}

/// Lines in their order, and their text in one piece.
pub(crate) struct Index {
    text: Vec<u8>,
    /// Where each line's text begins, and one more for the end.
    starts: Vec<usize>,
    lines: Vec<Line>,
    places: HashMap<i64, usize>,
}

impl Index {
    pub(crate) fn of(mut drafts: Vec<Draft>) -> Self {
        drafts.sort_unstable_by(|a, b| {
            let by_text = a.text[..a.sorted_by].cmp(&b.text[..b.sorted_by]);
            by_text.then(a.line.id.cmp(&b.line.id))
        });
        let mut index = Self {
            text: Vec::with_capacity(drafts.iter().map(|draft| draft.text.len() + 1).sum()),
            starts: Vec::with_capacity(drafts.len() + 1),
            lines: Vec::with_capacity(drafts.len()),
            places: HashMap::with_capacity(drafts.len()),
        };
        for draft in drafts {
            index.places.insert(draft.line.id, index.lines.len());
            index.starts.push(index.text.len());
            index.lines.push(draft.line);
            index.text.extend_from_slice(draft.text.as_bytes());
            // No word holds a line end, so none is found half in one line and half in the next.
            index.text.push(b'\n');
        }
        index.starts.push(index.text.len());
        index
    }

    pub(crate) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Where the line with that number stands among all.
    pub(crate) fn place(&self, id: i64) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// The places of the lines that hold every word and are to be kept, in order.
    pub(crate) fn search(&self, words: &[String], keep: impl Fn(&Line) -> bool) -> Vec<usize> {
        // The longest word is likely the rarest: it leads, the others are looked for beside it.
        let Some(lead) = words.iter().max_by_key(|word| word.len()) else {
            let kept = |place: &usize| keep(&self.lines[*place]);
            return (0..self.lines.len()).filter(kept).collect();
        };
        let others: Vec<Finder<'_>> = words
            .iter()
            .filter(|word| *word != lead)
            .map(memmem::Finder::new)
            .collect();
        let lead = Finder::new(lead);
        let mut places = Vec::new();
        let (mut from, mut place) = (0, 0);
        while let Some(offset) = lead.find(&self.text[from..]) {
            place = self.place_of(from + offset, place);
            let end = self.starts[place + 1];
            let text = &self.text[self.starts[place]..end];
            if keep(&self.lines[place]) && others.iter().all(|word| word.find(text).is_some()) {
                places.push(place);
            }
            from = end;
            place += 1;
        }
        places
    }

    /// The line whose text holds that byte, not before a given line.
    fn place_of(&self, byte: usize, not_before: usize) -> usize {
        // Frequent words hit the very next line; only rare ones are worth halving for.
        if self.starts[not_before + 1] > byte {
            return not_before;
        }
        not_before + self.starts[not_before + 1..].partition_point(|start| *start <= byte)
    }
}

#[cfg(test)]
mod tests;
