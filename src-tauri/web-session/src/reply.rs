//! What came back, read completely and within the limits.

use crate::Target;
use std::{borrow::Cow, time::SystemTime};
use zeroize::Zeroizing;

/// The kind of content, as the server names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A page.
    Html,
    /// JSON of any flavour.
    Json,
    /// Anything else, or nothing said.
    Other,
}

impl Media {
    pub(crate) fn of(content_type: &str) -> Self {
        let essence = content_type.split(';').next().unwrap_or_default();
        let essence = essence.trim().to_ascii_lowercase();
        if essence == "text/html" || essence == "application/xhtml+xml" {
            Self::Html
        } else if essence == "application/json" || essence.ends_with("+json") {
            Self::Json
        } else {
            Self::Other
        }
    }
}

/// An answer. Its body may hold secrets in clear, so it is neither shown nor kept.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The kind of content.
    pub media: Media,
    /// Where a redirect points to.
    pub target: Option<Target>,
    /// The server's own clock.
    pub server_time: Option<SystemTime>,
    /// What the page says it belongs to: its `Link` headers as they came.
    pub links: Vec<String>,
    /// The names of the cookies it set, without those it took away.
    pub cookies_set: Vec<String>,
    pub(crate) body: Zeroizing<Vec<u8>>,
}

impl Reply {
    /// The body as text. Bytes that are no UTF-8 are replaced.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The body's bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The path of a redirect on the same server.
    pub fn redirect_path(&self) -> Option<&str> {
        self.target.as_ref().and_then(Target::path)
    }
}
