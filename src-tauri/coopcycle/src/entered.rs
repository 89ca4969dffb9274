//! A value as somebody entered it, looked at for what it is. Asks nobody.
//!
//! Any field may hold a secret, were it only by mistake, so every text is treated as one.

use keys::{Identifier, Secret};

/// What a text looks like (contract 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Empty,
    /// 32 hexadecimal digits.
    Identifier,
    /// 128 hexadecimal digits.
    Secret,
    /// `ak_` and 40 hexadecimal digits.
    ApiKey,
    /// Anything else.
    Other,
}

impl Shape {
    /// How long an Identifier is.
    pub const IDENTIFIER_LENGTH: usize = 32;
    /// How long a Secret is.
    pub const SECRET_LENGTH: usize = 128;

    fn of(text: &str) -> Self {
        let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match text.len() {
            0 => Self::Empty,
            Self::IDENTIFIER_LENGTH if is_hex(text) => Self::Identifier,
            Self::SECRET_LENGTH if is_hex(text) => Self::Secret,
            _ if text
                .strip_prefix("ak_")
                .is_some_and(|rest| !rest.is_empty() && is_hex(rest)) =>
            {
                Self::ApiKey
            }
            _ => Self::Other,
        }
    }
}

/// A value as it was entered, and as it may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnteredValue {
    /// Without white space, invisible characters and quotes around.
    pub cleaned: Secret,
    /// What the cleaned text looks like.
    pub shape: Shape,
    /// How many characters it has, without white space and invisible ones, but with quotes.
    pub length: usize,
    /// Whether it has a space, a line break or an invisible character, anywhere.
    pub has_white_space: bool,
    /// Whether the cleaned text is left once the plugin has taken white space from both ends.
    pub survives_plugin: bool,
}

impl EnteredValue {
    /// Looks at a text.
    pub fn look_at(entered: &Secret) -> Self {
        let text = entered.expose();
        let visible = Secret::new(without_unseen(text));
        let cleaned = visible.expose().trim_matches(is_quote);
        Self {
            shape: Shape::of(cleaned),
            length: visible.expose().chars().count(),
            has_white_space: text.chars().any(is_unseen),
            survives_plugin: text.trim_matches(is_trimmed_by_plugin) == cleaned,
            cleaned: Secret::new(cleaned.to_owned()),
        }
    }

    /// Whether there were quotes around it.
    pub fn is_quoted(&self) -> bool {
        self.length > self.cleaned.expose().chars().count()
    }

    /// As an Identifier, unless it is empty or clearly a secret.
    pub fn as_identifier(&self) -> Option<Identifier> {
        match self.shape {
            Shape::Identifier | Shape::Other => Identifier::new(self.cleaned.expose()),
            Shape::Empty | Shape::Secret | Shape::ApiKey => None,
        }
    }
}

/// The text without white space of any kind and without what cannot be seen.
pub fn without_unseen(text: &str) -> String {
    text.chars().filter(|sign| !is_unseen(*sign)).collect()
}

/// White space of any kind, and what takes no room on the screen.
fn is_unseen(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(
            sign,
            '\u{ad}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// Quotes of any language.
pub fn is_quote(sign: char) -> bool {
    matches!(
        sign,
        '"' | '\'' | '`' | '«' | '»' | '‘' | '’' | '‚' | '“' | '”' | '„' | '‹' | '›'
    )
}

/// What the plugin's language takes from both ends.
fn is_trimmed_by_plugin(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\n' | '\r' | '\0' | '\u{b}')
}

#[cfg(test)]
mod tests;
