//! Which words people write over the values of a key, in seven languages.

mod site_words;
mod words;

use crate::ImportField;
use site_words::SITE_WORDS;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use words::{PARTS, VAGUE, WORDS};

/// The field that the heading names, whatever stands below it.
pub(crate) fn named(heading: &str) -> Option<ImportField> {
    let before = heading.split(['(', '[', ':', '*', '/']).next();
    [Some(heading), before]
        .into_iter()
        .flatten()
        .map(fold)
        .find_map(|text| look_up(WORDS, &text).or_else(|| look_up(SITE_WORDS, &text)))
}

/// The field that the heading may mean, if what stands below it does not say otherwise.
pub(crate) fn hinted(heading: &str) -> Option<ImportField> {
    let folded = fold(heading);
    let part = || PARTS.iter().find(|(part, _)| folded.contains(part));
    look_up(VAGUE, &folded).or_else(|| part().map(|(_, field)| *field))
}

fn look_up(words: &[(ImportField, &[&str])], folded: &str) -> Option<ImportField> {
    let found = words.iter().find(|(_, words)| words.contains(&folded));
    found.map(|(field, _)| *field)
}

/// Letters and digits alone, lower case, without accents.
fn fold(heading: &str) -> String {
    // A heading is short; what is not would only cost time.
    let letters = heading
        .chars()
        .take(80)
        .nfkd()
        .filter(|c| !is_combining_mark(*c));
    let lower = letters.flat_map(char::to_lowercase);
    lower
        .filter(|c| c.is_alphanumeric())
        .collect::<String>()
        .replace('ß', "ss")
}

#[cfg(test)]
mod tests;
