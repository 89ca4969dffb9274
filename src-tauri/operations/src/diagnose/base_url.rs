//! The base URL as it was entered: what is wrong with it, and which server is meant. Asks nobody.

use coopcycle::Error;
use keys::{Cause, Connection, ConnectionId, EnteredField, ServerUrl};

/// A base URL, looked at.
pub(crate) struct EnteredBase {
    /// As it was entered.
    pub(crate) raw: String,
    /// What no plugin gets over.
    pub(crate) faults: Vec<Cause>,
    /// What the plugin tidies up by itself, but other programs may not.
    pub(crate) untidy: Vec<Cause>,
    /// The servers that may be meant, likeliest first.
    candidates: Vec<ServerUrl>,
}

/// Whose address it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A connection's.
    Connection(ConnectionId, ServerUrl),
    /// A connection's, but for its `www.`.
    Sibling(ConnectionId, ServerUrl),
    /// This machine's, where no connection is.
    Loopback(ServerUrl),
    /// Nobody's here.
    Unknown,
    /// It is no address.
    Nowhere,
}

impl EnteredBase {
    pub(crate) fn look_at(raw: String) -> Self {
        let (mut faults, mut untidy) = (Vec::new(), Vec::new());
        let cleaned = coopcycle::without_unseen(&raw);
        if cleaned.is_empty() {
            faults.push(Cause::Empty(EnteredField::BaseUrl));
            return Self {
                raw,
                faults,
                untidy,
                candidates: Vec::new(),
            };
        }
        let white_space = Cause::WhiteSpace(EnteredField::BaseUrl);
        let left = as_plugin_takes_it(&raw);
        if coopcycle::without_unseen(left) != left {
            faults.push(white_space);
        } else if coopcycle::without_unseen(&raw) != raw {
            untidy.push(white_space);
        }
        let text = cleaned.trim_matches(coopcycle::is_quote);
        let lower = text.to_ascii_lowercase();
        let has_scheme = lower.starts_with("http://") || lower.starts_with("https://");
        if !has_scheme && left.split_whitespace().count() > 1 {
            // Words, not an address with a blank in it.
            return Self {
                raw,
                faults: vec![Cause::BaseUrlNoAddress],
                untidy: Vec::new(),
                candidates: Vec::new(),
            };
        }
        let (candidates, is_plain) = read(text);
        if candidates.is_empty() || !has_scheme || text.len() < cleaned.len() {
            faults.push(Cause::BaseUrlNoAddress);
        }
        if is_plain {
            faults.push(Cause::BaseUrlHttp);
        }
        match rest_of(text) {
            "" => {}
            rest if rest.chars().all(|sign| sign == '/') => untidy.push(Cause::BaseUrlSlash),
            _ => faults.push(Cause::BaseUrlPath),
        }
        Self {
            raw,
            faults,
            untidy,
            candidates,
        }
    }
}

/// What the plugin leaves of it: surrounding spaces and slashes go, nothing else (contract 6.6).
pub(crate) fn as_plugin_takes_it(raw: &str) -> &str {
    raw.trim_matches(|sign: char| matches!(sign, ' ' | '\t' | '\n' | '\r' | '\0' | '\u{b}' | '/'))
}

/// The servers a text names, and whether it names one in the clear that must not be.
fn read(text: &str) -> (Vec<ServerUrl>, bool) {
    match coopcycle::read_address(text) {
        Ok(found) => (found, false),
        Err(Error::PlainHttp) => {
            let behind = text.split_once("://").map_or(text, |(_, behind)| behind);
            let found = coopcycle::read_address(&format!("https://{behind}"));
            (found.unwrap_or_default(), true)
        }
        Err(_) => (Vec::new(), false),
    }
}

/// Everything after the host.
fn rest_of(text: &str) -> &str {
    let behind = text.split_once("://").map_or(text, |(_, behind)| behind);
    let end = behind.find(['/', '?', '#', '\\']);
    end.map_or("", |end| &behind[end..])
}

/// Finds out whose address it is.
pub(crate) fn place(base: &EnteredBase, connections: &[Connection]) -> Place {
    let Some(first) = base.candidates.first() else {
        return Place::Nowhere;
    };
    for url in &base.candidates {
        if let Some(found) = connections.iter().find(|known| known.url == *url) {
            return Place::Connection(found.id, url.clone());
        }
    }
    let sibling = connections
        .iter()
        .find(|known| is_sibling(&known.url, first));
    match sibling {
        Some(found) => Place::Sibling(found.id, found.url.clone()),
        None if first.is_loopback() => Place::Loopback(first.clone()),
        None => Place::Unknown,
    }
}

/// Whether two addresses differ by `www.` alone.
fn is_sibling(one: &ServerUrl, other: &ServerUrl) -> bool {
    let is_longer = |long: &ServerUrl, short: &ServerUrl| {
        long.host().strip_prefix("www.") == Some(short.host())
    };
    is_longer(one, other) || is_longer(other, one)
}

impl Place {
    /// The connection it belongs to.
    pub(crate) fn connection(&self) -> Option<ConnectionId> {
        match self {
            Self::Connection(id, _) | Self::Sibling(id, _) => Some(*id),
            Self::Loopback(_) | Self::Unknown | Self::Nowhere => None,
        }
    }

    /// The address as it should be entered.
    pub(crate) fn url(&self) -> Option<&ServerUrl> {
        match self {
            Self::Connection(_, url) | Self::Sibling(_, url) | Self::Loopback(url) => Some(url),
            Self::Unknown | Self::Nowhere => None,
        }
    }

    /// Whom to ask: the server that the key belongs to, else the one that was entered. Where a
    /// stranger's address was entered, nobody is.
    pub(crate) fn target(&self, belongs_to: Option<&ServerUrl>) -> Option<ServerUrl> {
        match self {
            Self::Unknown => None,
            _ => belongs_to.or(self.url()).cloned(),
        }
    }
}

#[cfg(test)]
mod tests;
