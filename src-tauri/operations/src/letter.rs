//! A text to the web developer about what a diagnosis found.

use handover::Letter;
use keys::{Cause, Key, KeyType, SheetLanguage};

/// What is wrong, what to enter and what to do next, in the developer's language. Never the Secret.
/// `key_type` counts where the key is not known here.
pub fn letter(
    causes: Vec<Cause>,
    base_url: Option<String>,
    key: Option<&Key>,
    key_type: KeyType,
    language: SheetLanguage,
) -> String {
    let letter = Letter {
        causes,
        key_type: key.map_or(key_type, |key| key.key_type),
        base_url,
        store_name: key.map(|key| key.store_name.clone()).unwrap_or_default(),
        identifier: key.and_then(|key| key.identifier.clone()),
    };
    handover::letter(&letter, language)
}
