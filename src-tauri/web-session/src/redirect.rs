//! Where a redirect points to, judged against the server it came from.

use url::Url;

/// The target of a redirect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The same server. A scheme of `http` is not followed down: we stay on the server's own.
    Here {
        /// The path, as the server wrote it.
        path: String,
        /// The query, when there is one.
        query: Option<String>,
    },
    /// Another server; scheme, host, port and path, without credentials and query.
    Elsewhere(String),
    /// No address at all.
    Unreadable,
}

impl Target {
    /// The path on the same server.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Here { path, .. } => Some(path),
            Self::Elsewhere(_) | Self::Unreadable => None,
        }
    }

    /// Judges a `Location` found in the answer to `asked`.
    pub(crate) fn judge(asked: &Url, location: &str) -> Self {
        let Ok(mut target) = asked.join(location) else {
            return Self::Unreadable;
        };
        if !matches!(target.scheme(), "http" | "https") {
            return Self::Unreadable;
        }
        if is_same_server(asked, &target) {
            return Self::Here {
                path: target.path().to_owned(),
                query: target.query().map(str::to_owned),
            };
        }
        target.set_query(None);
        target.set_fragment(None);
        // Both fail only for addresses that cannot have credentials anyway.
        let _ = target.set_username("");
        let _ = target.set_password(None);
        Self::Elsewhere(target.into())
    }
}

/// Same host and same port, where a missing port is the scheme's own: behind a proxy that does
/// not tell its scheme, a server on https writes `http://` (contract 0).
fn is_same_server(asked: &Url, target: &Url) -> bool {
    asked.host() == target.host()
        && (asked.port() == target.port()
            || asked.port_or_known_default() == target.port_or_known_default())
}

#[cfg(test)]
mod tests {
    use super::Target;
    use url::Url;

    fn judge(location: &str) -> Target {
        Target::judge(
            &Url::parse("https://acme.example/login_check").unwrap(),
            location,
        )
    }

    #[test]
    fn paths_and_own_addresses_stay_here() {
        for location in [
            "/login",
            "login",
            "https://acme.example/login",
            "HTTPS://ACME.example:443/login",
            "http://acme.example/login",
            "//acme.example/login",
        ] {
            assert_eq!(judge(location).path(), Some("/login"), "{location}");
        }
    }

    #[test]
    fn other_hosts_ports_and_disguises_are_elsewhere() {
        for location in [
            "https://evil.example/login",
            "//evil.example/login",
            "https://acme.example@evil.example/login",
            "https://acme.example:8443/login",
            "https://acme.example.evil.example/login",
            "https:\\\\evil.example\\login",
        ] {
            assert!(
                matches!(judge(location), Target::Elsewhere(_)),
                "{location}"
            );
        }
    }

    #[test]
    fn what_is_told_about_elsewhere_holds_no_secret() {
        assert_eq!(
            judge("https://u:p@evil.example/a?token=marker#marker"),
            Target::Elsewhere("https://evil.example/a".to_owned())
        );
    }

    #[test]
    fn scripts_and_rubbish_are_unreadable() {
        for location in ["javascript:alert(1)", "https://", "mailto:a@b.example"] {
            assert_eq!(judge(location), Target::Unreadable, "{location}");
        }
    }
}
