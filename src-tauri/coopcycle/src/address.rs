//! From what people type, or paste, to the address of a server.

use crate::Error;
use keys::{ServerUrl, ServerUrlError};
use url::{Host, Url};

/// Where most instances live.
const USUAL_DOMAIN: &str = "coopcycle.org";
/// Nothing longer is an address.
const LONGEST: usize = 2048;

/// The addresses that what was typed may mean, likeliest first. Asks nobody.
pub fn read_address(typed: &str) -> Result<Vec<ServerUrl>, Error> {
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
    let url = match scheme {
        Some(_) => Url::parse(typed),
        None if typed.contains("://") => return Err(Error::BadAddress),
        None => Url::parse(&format!("https://{}", typed.trim_start_matches('/'))),
    };
    let url = url.map_err(|_| Error::BadAddress)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::BadAddress);
    }
    let authority = authority(&url, &lower)?;
    let probe = ServerUrl::parse(&format!("https://{authority}")).map_err(from_judge)?;
    let schemes: &[&str] = match scheme {
        Some("http") => &["http"],
        None if probe.is_loopback() => &["http", "https"],
        Some(_) | None => &["https"],
    };
    schemes
        .iter()
        .map(|scheme| ServerUrl::parse(&format!("{scheme}://{authority}")).map_err(from_judge))
        .collect()
}

fn authority(url: &Url, typed: &str) -> Result<String, Error> {
    let host = match url.host().ok_or(Error::BadAddress)? {
        Host::Domain(name) => {
            let name = name.trim_end_matches('.');
            let is_one_word = !name.contains('.') && name != "localhost";
            if name.is_empty() {
                return Err(Error::BadAddress);
            } else if is_one_word && url.port().is_none() {
                format!("{name}.{USUAL_DOMAIN}")
            } else {
                name.to_owned()
            }
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

fn from_judge(error: ServerUrlError) -> Error {
    match error {
        ServerUrlError::Malformed => Error::BadAddress,
        ServerUrlError::PlainHttp => Error::PlainHttp,
    }
}

#[cfg(test)]
mod tests {
    use super::read_address;
    use crate::Error;
    use proptest::prelude::*;

    fn read(typed: &str) -> String {
        let found = read_address(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
        let found: Vec<_> = found.iter().map(keys::ServerUrl::as_str).collect();
        found.join(" ")
    }

    #[test]
    fn all_ways_to_name_an_instance_give_its_base_url() {
        for typed in [
            "lyon",
            " Lyon ",
            "lyon.coopcycle.org",
            "lyon.coopcycle.org/",
            "lyon.coopcycle.org.",
            "https://lyon.coopcycle.org",
            "HTTPS://LYON.coopcycle.org:443///",
            "https://lyon.coopcycle.org/admin/api/apps/3?page=2#x",
            "lyon/admin",
            "//lyon.coopcycle.org",
            "<https://lyon.coopcycle.org>",
        ] {
            assert_eq!(read(typed), "https://lyon.coopcycle.org", "{typed}");
        }
    }

    #[test]
    fn own_domains_and_ports_are_kept() {
        assert_eq!(
            read("kurier.example:8443/login"),
            "https://kurier.example:8443"
        );
        assert_eq!(read("vélo.example"), "https://xn--vlo-bma.example");
        assert_eq!(read("192.0.2.7"), "https://192.0.2.7");
    }

    #[test]
    fn this_machine_may_be_asked_in_the_clear() {
        assert_eq!(
            read("localhost:8000"),
            "http://localhost:8000 https://localhost:8000"
        );
        assert_eq!(
            read("127.0.0.1:8000/admin"),
            "http://127.0.0.1:8000 https://127.0.0.1:8000"
        );
        assert_eq!(read("http://[::1]:8000"), "http://[::1]:8000");
        assert_eq!(read("https://localhost"), "https://localhost");
    }

    #[test]
    fn plain_http_to_elsewhere_is_refused() {
        for typed in [
            "http://lyon.coopcycle.org",
            "http://10.0.0.1/",
            "http://lyon",
        ] {
            assert!(
                matches!(read_address(typed), Err(Error::PlainHttp)),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in [
            "",
            "  ",
            "two words",
            "bob@lyon.example",
            "https://u:p@lyon.example",
            "ftp://lyon",
            "https://",
            "...",
            "42",
            "lyon:99999",
            "a_b!",
        ] {
            assert!(
                matches!(read_address(typed), Err(Error::BadAddress)),
                "{typed}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(typed in "\\PC{0,80}") {
            if let Ok(found) = read_address(&typed) {
                prop_assert!(!found.is_empty());
                prop_assert!(found.iter().all(|url| url.is_loopback()
                    || url.as_str().starts_with("https://")));
            }
        }

        #[test]
        fn reading_what_was_read_changes_nothing(host in "[a-z]{1,9}(\\.[a-z]{2,9}){0,2}") {
            if let Ok(found) = read_address(&host) {
                let again = read_address(found[0].as_str()).unwrap();
                prop_assert_eq!(&again[0], &found[0]);
            }
        }
    }
}
