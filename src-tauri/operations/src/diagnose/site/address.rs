//! The address of a site as it was entered: what is wrong with it, and which site is meant. Asks
//! nobody.

use keys::{Cause, Connection, ConnectionId, EnteredField, ServerUrl};

/// An address, looked at.
pub(crate) struct EnteredAddress {
    /// As it was entered.
    pub(crate) raw: String,
    /// What no program gets over.
    pub(crate) faults: Vec<Cause>,
    /// What most programs get over.
    pub(crate) untidy: Vec<Cause>,
    /// The site it names, over https unless it is on this machine.
    site: Option<ServerUrl>,
    /// Whether plain http was entered.
    is_plain: bool,
}

/// Whose address it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A connection's, with what is not as in its own address.
    Site {
        id: ConnectionId,
        url: ServerUrl,
        differs: Vec<Cause>,
    },
    /// This machine's, where no connection is.
    Loopback(ServerUrl),
    /// That of a CoopCycle instance.
    Instance,
    /// Nobody's here.
    Unknown,
    /// It is no address.
    Nowhere,
}

impl EnteredAddress {
    pub(crate) fn look_at(raw: String) -> Self {
        let mut look = Self {
            faults: Vec::new(),
            untidy: Vec::new(),
            site: None,
            is_plain: false,
            raw,
        };
        let cleaned = coopcycle::without_unseen(&look.raw);
        if cleaned.is_empty() {
            look.faults.push(Cause::Empty(EnteredField::BaseUrl));
            return look;
        }
        let text = cleaned.trim_matches(coopcycle::is_quote);
        let lower = text.to_ascii_lowercase();
        look.is_plain = lower.starts_with("http://");
        let has_scheme = look.is_plain || lower.starts_with("https://");
        if !has_scheme && look.raw.split_whitespace().count() > 1 {
            // Words, not an address with a blank in it.
            look.faults.push(Cause::BaseUrlNoAddress);
            return look;
        }
        let white_space = Cause::WhiteSpace(EnteredField::BaseUrl);
        if look.raw.trim() != cleaned {
            look.faults.push(white_space);
        } else if look.raw != cleaned {
            look.untidy.push(white_space);
        }
        look.site = woocommerce::read_address(text).ok();
        let Some(site) = &look.site else {
            look.faults.push(Cause::BaseUrlNoAddress);
            return look;
        };
        if !has_scheme || text.len() < cleaned.len() {
            look.faults.push(Cause::BaseUrlNoAddress);
        }
        if look.is_plain && site.is_https() {
            look.faults.push(Cause::BaseUrlHttp);
        }
        match rest_of(text).strip_prefix(site.folder()) {
            Some("") => {}
            Some(rest) if rest.chars().all(|sign| sign == '/') => {
                look.untidy.push(Cause::BaseUrlSlash);
            }
            _ => look.faults.push(Cause::BaseUrlPath),
        }
        look
    }
}

/// Everything after the host.
fn rest_of(text: &str) -> &str {
    let behind = text.split_once("://").map_or(text, |(_, behind)| behind);
    let end = behind.find(['/', '?', '#', '\\']);
    end.map_or("", |end| &behind[end..])
}

/// Finds out whose address it is; `belongs_to` is where the key belongs, which tells one of two
/// sites of a host.
pub(crate) fn place(
    entered: &EnteredAddress,
    connections: &[Connection],
    belongs_to: Option<ConnectionId>,
) -> Place {
    let Some(given) = &entered.site else {
        return Place::Nowhere;
    };
    let sites = || connections.iter().filter(|known| known.kind.is_site());
    let is_here = |known: &&Connection| is_same_host(&known.url, given);
    let here: Vec<&Connection> = sites().filter(is_here).collect();
    let found = here
        .iter()
        .find(|known| known.url.place() == given.place())
        .or_else(|| here.iter().find(|known| is_sibling(&known.url, given)))
        .or_else(|| innermost(&here, given))
        .or_else(|| here.iter().find(|known| Some(known.id) == belongs_to))
        .or_else(|| here.first().filter(|_| here.len() == 1));
    if let Some(found) = found {
        return Place::Site {
            id: found.id,
            url: found.url.clone(),
            differs: differences(entered, given, &found.url),
        };
    }
    let is_instance = |known: &Connection| !known.kind.is_site() && is_same_host(&known.url, given);
    if connections.iter().any(is_instance) {
        Place::Instance
    } else if here.is_empty() && given.is_loopback() {
        Place::Loopback(given.clone())
    } else {
        Place::Unknown
    }
}

/// The site in whose folder the given address lies, such as that of a pasted product page.
fn innermost<'a, 'b>(here: &'a [&'b Connection], given: &ServerUrl) -> Option<&'a &'b Connection> {
    let holds = |known: &&&Connection| {
        let rest = given.folder().strip_prefix(known.url.folder());
        rest.is_some_and(|rest| rest.starts_with('/'))
    };
    let holding = here.iter().filter(holds);
    holding.max_by_key(|known| known.url.folder().len())
}

fn differences(entered: &EnteredAddress, given: &ServerUrl, right: &ServerUrl) -> Vec<Cause> {
    let mut differs = Vec::new();
    if entered.is_plain && !given.is_https() && right.is_https() {
        differs.push(Cause::BaseUrlHttp);
    }
    if given.host() != right.host() {
        differs.push(Cause::BaseUrlWww);
    }
    if given.folder() != right.folder() {
        differs.push(Cause::BaseUrlPath);
    }
    differs
}

/// Whether two addresses are of one host, `www.` or not.
fn is_same_host(one: &ServerUrl, other: &ServerUrl) -> bool {
    bare_host(one) == bare_host(other)
}

/// Whether they differ by `www.` at most.
fn is_sibling(one: &ServerUrl, other: &ServerUrl) -> bool {
    is_same_host(one, other) && one.folder() == other.folder()
}

fn bare_host(url: &ServerUrl) -> &str {
    let host = url.host();
    host.strip_prefix("www.").unwrap_or(host)
}

impl Place {
    /// The connection it belongs to.
    pub(crate) fn connection(&self) -> Option<ConnectionId> {
        match self {
            Self::Site { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The address as it should be entered.
    pub(crate) fn url(&self) -> Option<&ServerUrl> {
        match self {
            Self::Site { url, .. } | Self::Loopback(url) => Some(url),
            Self::Instance | Self::Unknown | Self::Nowhere => None,
        }
    }

    /// Whom to ask: the site that the key belongs to, else the one that was entered. Where a
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
