//! A key as somebody wrote it down: in a row of a table or an entry of a `KeePass` database.

mod value;

use keys::{KeyType, Secret};
pub(crate) use value::{
    clean, clean_text, is_address, is_api_key, is_consumer_key, is_identifier, is_secret,
    looks_private,
};

/// What a column of a table, or a field of a `KeePass` entry, holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportField {
    /// The server's address.
    BaseUrl,
    /// The Store's name.
    Store,
    /// The App name.
    Name,
    /// The public half.
    Identifier,
    /// The secret half, or the `ak_` value.
    Secret,
    /// Free text.
    Note,
}

impl ImportField {
    /// All of them. Those that are told by their content most surely come first.
    pub const ALL: [Self; 6] = [
        Self::Secret,
        Self::Identifier,
        Self::BaseUrl,
        Self::Store,
        Self::Name,
        Self::Note,
    ];
}

/// What a row or an entry tells of a key. Texts are trimmed and without invisible characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundKey {
    /// The server's address, as written.
    pub base_url: Option<String>,
    /// The Store's name; empty for none.
    pub store_name: String,
    /// The App name; empty for none.
    pub name: String,
    /// The public half; `None` for an `ak_` key.
    pub identifier: Option<String>,
    /// The secret half, or the `ak_` value.
    pub secret: Option<Secret>,
    /// Free text; may hold line ends.
    pub note: String,
}

impl FoundKey {
    /// How the key proves itself, as far as its values tell; `None` when neither an Identifier
    /// nor an `ak_` value is there.
    pub fn key_type(&self) -> Option<KeyType> {
        match (&self.secret, &self.identifier) {
            (Some(secret), _) if is_api_key(secret.expose()) => Some(KeyType::ApiKey),
            (_, Some(identifier)) if is_consumer_key(identifier) => Some(KeyType::Consumer),
            (_, Some(_)) => Some(KeyType::OAuth),
            _ => None,
        }
    }

    /// Takes a value as the given field, cleaned; an empty one leaves what is there.
    pub(crate) fn put(&mut self, field: ImportField, value: &str) {
        if field == ImportField::Note {
            let note = clean_text(value);
            if !note.is_empty() {
                self.note.clone_from(&note);
            }
            return;
        }
        let value = clean(value);
        if value.is_empty() {
            return;
        }
        // A secret in a column that is shown would be shown.
        let shown = !is_secret(&value);
        match field {
            ImportField::BaseUrl if shown => self.base_url = Some(value.to_string()),
            ImportField::Store if shown => self.store_name = value.to_string(),
            ImportField::Name if shown => self.name = value.to_string(),
            ImportField::Identifier => self.identifier = Some(value.to_string()),
            ImportField::Secret => self.secret = Some(Secret::new(value.to_string())),
            ImportField::BaseUrl | ImportField::Store | ImportField::Name | ImportField::Note => {}
        }
    }

    /// Puts halves where they belong when their form leaves no doubt: an `ak_` value is the secret
    /// of an `ak_` key, and 128 hexadecimal digits are never an Identifier.
    pub(crate) fn settle(mut self) -> Self {
        if self
            .secret
            .as_ref()
            .is_some_and(|secret| is_api_key(secret.expose()))
        {
            self.identifier = None;
            return self;
        }
        let Some(identifier) = self.identifier.take_if(|identifier| is_secret(identifier)) else {
            return self;
        };
        let swapped = self
            .secret
            .take_if(|secret| !is_api_key(&identifier) && is_identifier(secret.expose()));
        self.identifier = swapped.map(|secret| secret.expose().to_owned());
        self.secret = Some(Secret::new(identifier));
        self
    }
}
