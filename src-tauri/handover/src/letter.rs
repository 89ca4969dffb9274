//! Letters to a web developer: what is wrong with what was entered, and what to do about it.

mod sentence;

use keys::{Cause, Identifier, KeyType, Platform, SheetLanguage};

use crate::outline::{Fields, fields};
use crate::server_lines::{ServerKind, server_lines};
use crate::text::Text;
use sentence::{is_entered_anew, sentence};

/// What a letter is about. There is no place for a Secret in it.
#[derive(Clone, Debug)]
pub struct Letter {
    /// What is wrong, most likely first.
    pub causes: Vec<Cause>,
    /// What kind of key was entered: its fields have other names.
    pub key_type: KeyType,
    /// The base URL to enter, when it is known.
    pub base_url: Option<String>,
    /// The Store's name; empty when it is not known.
    pub store_name: String,
    /// The Identifier to enter, when it is known.
    pub identifier: Option<Identifier>,
}

/// The letter in that language.
pub fn letter(letter: &Letter, language: SheetLanguage) -> String {
    let text = Text::of(language);
    let store = letter.store_name.trim();
    let mut paragraphs = vec![text.say("letter-greeting", &[])];
    paragraphs.push(if store.is_empty() {
        text.say("letter-intro", &[])
    } else {
        text.say("letter-intro-store", &[("store", store)])
    });
    // What the plugin calls them, which is what a pair of a CoopCycle app is mostly entered in.
    let names = fields(Platform::WooCommerce, letter.key_type);
    for cause in &letter.causes {
        paragraphs.push(paragraph(&text, cause, letter.key_type, &names));
    }
    if letter.causes.iter().any(is_entered_anew) {
        paragraphs.push(values(&text, letter, &names));
        if letter.key_type != KeyType::Consumer {
            paragraphs.push(text.say("letter-next", &[]));
        }
    }
    paragraphs.push(text.say("letter-closing", &[]));
    paragraphs.join("\n\n") + "\n"
}

/// What to enter, one value a line.
fn values(text: &Text, letter: &Letter, names: &Fields) -> String {
    let mut lines = vec![text.say("letter-enter", &[])];
    if let Some(base_url) = &letter.base_url {
        lines.push(format!("  {}: {base_url}", names.base_url));
    }
    if let Some(identifier) = &letter.identifier {
        lines.push(format!("  {}: {identifier}", names.identifier));
    }
    lines.push(format!("  {}: {}", names.secret, text.say("instead", &[])));
    lines.join("\n")
}

/// What is wrong, what mends it, and the lines that do.
fn paragraph(text: &Text, cause: &Cause, key_type: KeyType, names: &Fields) -> String {
    let mut lines = vec![sentence(text, cause, key_type, names)];
    for each in server_lines(cause) {
        let caption = match each.where_ {
            ServerKind::Apache => "lines-apache",
            ServerKind::Nginx => "lines-nginx",
            ServerKind::WpConfig => "lines-wp-config",
        };
        lines.push(text.say(caption, &[]));
        lines.extend(each.text.lines().map(|line| format!("    {line}")));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests;
