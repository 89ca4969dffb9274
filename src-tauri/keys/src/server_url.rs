//! The address of a server, in the one form that is stored, shown and copied.

use std::fmt;

/// Why an address cannot be a server's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerUrlError {
    /// Not `https://host[:port]` or `http://host[:port]`.
    Malformed,
    /// Plain http to another machine: passwords and secrets would travel in the clear.
    PlainHttp,
}

impl fmt::Display for ServerUrlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Malformed => "address is not a server's",
            Self::PlainHttp => "plain http is for this machine only",
        })
    }
}

impl std::error::Error for ServerUrlError {}

/// Scheme, host and port of a server, lower case, without a trailing slash:
/// `https://lyon.coopcycle.org`. Plain http only on loopback. A site may live in a folder:
/// `https://shop.example/boutique`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServerUrl(String);

impl ServerUrl {
    /// Judges an origin. Tolerant reading of what people type belongs to the client.
    pub fn parse(origin: &str) -> Result<Self, ServerUrlError> {
        let origin = origin.to_ascii_lowercase();
        let (scheme, authority) = origin.split_once("://").ok_or(ServerUrlError::Malformed)?;
        let (host, port) = split_port(authority);
        let host_is_plain = !host.is_empty()
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '[' | ']' | ':'));
        let port_is_plain = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        match scheme {
            "https" | "http" if !host_is_plain || !port_is_plain => Err(ServerUrlError::Malformed),
            "https" => Ok(Self(origin)),
            "http" if is_loopback(host) => Ok(Self(origin)),
            "http" => Err(ServerUrlError::PlainHttp),
            _ => Err(ServerUrlError::Malformed),
        }
    }

    /// Judges the address of a site, which may live in a folder of its host. The folder keeps its
    /// case; a slash behind it is dropped.
    pub fn parse_site(address: &str) -> Result<Self, ServerUrlError> {
        let (scheme, rest) = address.split_once("://").ok_or(ServerUrlError::Malformed)?;
        let (authority, folder) = rest.split_once('/').unwrap_or((rest, ""));
        let origin = Self::parse(&format!("{scheme}://{authority}"))?;
        let folder = folder.trim_end_matches('/');
        let is_plain = folder.split('/').all(|part| {
            let mut characters = part.chars();
            !matches!(part, "" | "." | "..")
                && characters
                    .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '%'))
        });
        match folder {
            "" => Ok(origin),
            _ if !is_plain => Err(ServerUrlError::Malformed),
            folder => Ok(Self(format!("{}/{folder}", origin.0))),
        }
    }

    /// The address, without a trailing slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme, host and port, without the folder.
    pub fn origin(&self) -> &str {
        let end = self.0.len() - self.folder().len();
        &self.0[..end]
    }

    /// The folder a site lives in, such as `/boutique`; empty for none.
    pub fn folder(&self) -> &str {
        let place = self.place();
        place.find('/').map_or("", |start| &place[start..])
    }

    /// The address without its scheme: how a site is told from its neighbours.
    pub fn place(&self) -> &str {
        self.0
            .split_once("://")
            .map_or(self.0.as_str(), |(_, place)| place)
    }

    /// Host, and port when there is one: how people name a server.
    pub fn host(&self) -> &str {
        let place = self.place();
        place.split_once('/').map_or(place, |(host, _)| host)
    }

    /// Whether what travels there is encrypted.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Whether it is on this machine.
    pub fn is_loopback(&self) -> bool {
        is_loopback(split_port(self.host()).0)
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

fn is_loopback(host: &str) -> bool {
    let ipv4 = host
        .parse::<std::net::Ipv4Addr>()
        .is_ok_and(|address| address.is_loopback());
    ipv4 || matches!(host, "localhost" | "[::1]") || host.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::{ServerUrl, ServerUrlError};

    #[test]
    fn plain_http_is_for_loopback_only() {
        for address in [
            "http://127.0.0.1:8000",
            "http://localhost",
            "http://[::1]:9",
        ] {
            assert!(ServerUrl::parse(address).is_ok(), "{address}");
        }
        for address in [
            "http://lyon.example",
            "http://127.0.0.1.evil.example",
            "http://10.0.0.1",
        ] {
            assert_eq!(
                ServerUrl::parse(address).unwrap_err(),
                ServerUrlError::PlainHttp,
                "{address}"
            );
        }
    }

    #[test]
    fn only_an_origin_is_an_address() {
        for address in [
            "https://",
            "lyon",
            "https://a/b",
            "https://u@h",
            "https://h:0",
            "ftp://h",
        ] {
            assert_eq!(
                ServerUrl::parse(address).unwrap_err(),
                ServerUrlError::Malformed,
                "{address}"
            );
        }
    }

    #[test]
    fn a_site_may_live_in_a_folder() {
        let url = ServerUrl::parse_site("https://Shop.Example:8443/Boutique/fr/").unwrap();
        assert_eq!(url.as_str(), "https://shop.example:8443/Boutique/fr");
        assert_eq!(url.origin(), "https://shop.example:8443");
        assert_eq!(url.folder(), "/Boutique/fr");
        assert_eq!(url.host(), "shop.example:8443");
        assert_eq!(url.place(), "shop.example:8443/Boutique/fr");
        let root = ServerUrl::parse_site("https://shop.example/").unwrap();
        assert_eq!((root.folder(), root.origin()), ("", root.as_str()));
        for address in [
            "https://shop.example/a?b",
            "https://shop.example/../a",
            "https://shop.example//a",
            "https://shop.example/a#b",
            "http://shop.example/a",
        ] {
            assert!(ServerUrl::parse_site(address).is_err(), "{address}");
        }
    }

    #[test]
    fn host_keeps_its_port() {
        let url = ServerUrl::parse("https://Lyon.Example:8443").unwrap();
        assert_eq!(url.host(), "lyon.example:8443");
    }
}
