//! The language of the session, so that the server's words about fields can be read.

use crate::{Error, Instance, pages::Needs};

impl Instance {
    /// Asks for the server's words in that language, such as `fr` or `pt_BR`, for the rest of the
    /// session. What it has no translation for stays English.
    pub async fn set_language(&self, language: &str) -> Result<(), Error> {
        let language = language.replace('-', "_");
        let is_plain = language
            .chars()
            .all(|c| c.is_ascii_alphabetic() || c == '_');
        if language.is_empty() || language.len() > 8 || !is_plain {
            return Err(Error::NotFound);
        }
        let path = format!("/admin/stores?page=1&_locale={language}");
        self.page(&path, Needs::Dispatcher).await.map(drop)
    }
}
