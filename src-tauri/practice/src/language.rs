//! Words in the languages of the pages, with English where a translation is missing.

mod words;

use std::collections::BTreeMap;

use words::ROWS;

/// Languages that have their own URLs.
const KNOWN: [&str; 13] = [
    "an", "ca", "fr", "en", "es", "eu", "de", "hu", "it", "pl", "pt_BR", "pt_PT", "da",
];

/// Whether the server has this language.
pub(crate) fn is_known(locale: &str) -> bool {
    KNOWN.contains(&locale)
}

fn column(locale: &str) -> usize {
    match locale {
        "fr" => 1,
        "es" => 2,
        "de" => 3,
        "it" => 4,
        _ => 0,
    }
}

fn choose(texts: &[&'static str; 5], locale: &str) -> &'static str {
    let text = texts[column(locale)];
    if text.is_empty() { texts[0] } else { text }
}

/// One word; nothing when the key is unknown.
pub(crate) fn label(locale: &str, key: &str) -> &'static str {
    ROWS.iter()
        .find(|(found, _)| *found == key)
        .map_or("", |(_, texts)| choose(texts, locale))
}

/// All words of a language by key.
pub(crate) fn words(locale: &str) -> BTreeMap<&'static str, &'static str> {
    ROWS.iter()
        .map(|(key, texts)| (*key, choose(texts, locale)))
        .collect()
}
