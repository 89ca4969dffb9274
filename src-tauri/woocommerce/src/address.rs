//! From what people type, or paste, to the address of a site.

use crate::Error;
use keys::{ServerUrl, ServerUrlError};
use url::{Host, Url};

/// Nothing longer is an address.
const LONGEST: usize = 2048;
/// Where a site's own pages and routes begin; its address ends before.
const OWN_PARTS: [&str; 9] = [
    "wp-admin",
    "wp-login.php",
    "wp-json",
    "index.php",
    "wp-content",
    "wp-includes",
    "wc-auth",
    "wc-api",
    "xmlrpc.php",
];

/// The address of the site meant by what was typed. Asks nobody. Plain http is taken for this
/// machine alone, a remote site is meant with https whatever was typed.
pub fn read_address(typed: &str) -> Result<ServerUrl, Error> {
    let mut meant = read_candidates(typed)?;
    Ok(meant.swap_remove(0))
}

/// All sites that may be meant, likeliest first; never none.
pub(crate) fn read_candidates(typed: &str) -> Result<Vec<ServerUrl>, Error> {
    let (url, typed_scheme) = parse(typed)?;
    let authority = authority(&url, typed)?;
    let folder = folder_of(&url);
    let probe = ServerUrl::parse(&format!("https://{authority}")).map_err(from_judge)?;
    let schemes: &[&str] = match typed_scheme {
        Some("http") if probe.is_loopback() => &["http"],
        None if probe.is_loopback() => &["http", "https"],
        Some(_) | None => &["https"],
    };
    schemes
        .iter()
        .map(|scheme| {
            ServerUrl::parse_site(&format!("{scheme}://{authority}{folder}")).map_err(from_judge)
        })
        .collect()
}

/// The path, with its query, of a login page typed as an address or as a path; it must be on the
/// site's own host.
pub(crate) fn read_login(typed: &str, site: &ServerUrl) -> Result<String, Error> {
    let typed = typed.trim();
    let whole = if typed.starts_with('/') && !typed.starts_with("//") {
        format!("{}{typed}", site.origin())
    } else {
        typed.to_owned()
    };
    let (url, _) = parse(&whole)?;
    let home = Url::parse(site.origin()).map_err(|_| Error::BadAddress)?;
    if url.host() != home.host() || (url.port().is_some() && url.port() != home.port()) {
        return Err(Error::LoginElsewhere);
    }
    Ok(path_and_query(&url))
}

/// How a path is asked for.
pub(crate) fn path_and_query(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

/// The address, and the scheme if one was typed.
fn parse(typed: &str) -> Result<(Url, Option<&'static str>), Error> {
    let typed = typed
        .trim()
        .trim_matches(|mark| matches!(mark, '<' | '>' | '"' | '\''));
    if typed.is_empty() || typed.len() > LONGEST || typed.contains(char::is_whitespace) {
        return Err(Error::BadAddress);
    }
    let lower = typed.to_ascii_lowercase();
    let scheme = ["https", "http"]
        .into_iter()
        .find(|scheme| lower.starts_with(&format!("{scheme}://")));
    let names_another = |text: &str| text.split('?').next().is_some_and(|t| t.contains("://"));
    let url = match scheme {
        Some(_) => Url::parse(typed),
        None if names_another(typed) => return Err(Error::BadAddress),
        None => Url::parse(&format!("https://{}", typed.trim_start_matches('/'))),
    };
    let url = url.map_err(|_| Error::BadAddress)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::BadAddress);
    }
    Ok((url, scheme))
}

fn authority(url: &Url, typed: &str) -> Result<String, Error> {
    let host = match url.host().ok_or(Error::BadAddress)? {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            let is_local = name == "localhost" || url.port().is_some();
            if name.is_empty() || !(name.contains('.') || is_local) {
                return Err(Error::BadAddress);
            }
            name.to_owned()
        }
        // A lone number is an address to a browser, but nobody means it.
        Host::Ipv4(address) if typed.contains(&address.to_string()) => address.to_string(),
        Host::Ipv4(_) => return Err(Error::BadAddress),
        Host::Ipv6(address) => format!("[{address}]"),
    };
    Ok(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host,
    })
}

/// The folder before WordPress's own parts, or nothing where the rest is no folder's name.
pub(crate) fn folder_of(url: &Url) -> String {
    let parts = url.path().split('/').filter(|part| !part.is_empty());
    parts
        .take_while(|part| !OWN_PARTS.contains(&part.to_ascii_lowercase().as_str()))
        .fold(String::new(), |folder, part| format!("{folder}/{part}"))
}

pub(crate) fn from_judge(error: ServerUrlError) -> Error {
    match error {
        ServerUrlError::Malformed => Error::BadAddress,
        ServerUrlError::PlainHttp => Error::PlainHttp,
    }
}

#[cfg(test)]
mod tests;
