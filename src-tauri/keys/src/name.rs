//! Names that the server accepts without falling over (contract 0.3, 5.3).

use std::fmt;

/// Why a name cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// Nothing but white space: the server would answer 500.
    Blank,
    /// Longer than the server's column; with the limit in characters.
    TooLong(usize),
}

impl fmt::Display for NameError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => formatter.write_str("name is blank"),
            Self::TooLong(limit) => write!(formatter, "name is longer than {limit} characters"),
        }
    }
}

impl std::error::Error for NameError {}

fn parse(text: &str, limit: usize) -> Result<String, NameError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NameError::Blank);
    }
    if text.chars().count() > limit {
        return Err(NameError::TooLong(limit));
    }
    Ok(text.to_owned())
}

/// The name of an API app: 1 to 128 characters (contract 5.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppName(String);

impl AppName {
    /// The longest name, in characters.
    pub const LIMIT: usize = 128;

    /// Trims and judges.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        parse(text, Self::LIMIT).map(Self)
    }

    /// The trimmed name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The name of a Store: 1 to 255 characters (contract 4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreName(String);

impl StoreName {
    /// The longest name, in characters.
    pub const LIMIT: usize = 255;

    /// Trims and judges.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        parse(text, Self::LIMIT).map(Self)
    }

    /// The trimmed name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{AppName, NameError};

    #[test]
    fn spaces_alone_are_no_name() {
        assert_eq!(AppName::parse(" \t\n").unwrap_err(), NameError::Blank);
    }

    #[test]
    fn the_limit_counts_characters_not_bytes() {
        assert!(AppName::parse(&"é".repeat(128)).is_ok());
        assert_eq!(
            AppName::parse(&"é".repeat(129)).unwrap_err(),
            NameError::TooLong(128)
        );
    }
}
