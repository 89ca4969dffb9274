//! Names of entries, readable in the system's own keychain program.

use keys::{ServerAppId, ServerUrl};

/// The name under which one secret rests.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    service: &'static str,
    user: String,
    label: String,
}

impl Entry {
    /// The secret of a key. Practice secrets have a namespace of their own.
    pub fn key_secret(practice: bool, server: &ServerUrl, app: ServerAppId) -> Self {
        let host = server.host();
        let number = app.0;
        Self::new(
            practice,
            format!("{host} key {number}"),
            &format!("Secret of key {number} on {host}"),
        )
    }

    /// The secret of another pair that the server shows for a key, kept beside ours.
    pub fn offered_secret(practice: bool, server: &ServerUrl, app: ServerAppId) -> Self {
        let host = server.host();
        let number = app.0;
        Self::new(
            practice,
            format!("{host} key {number} new"),
            &format!("New secret of key {number} on {host}"),
        )
    }

    /// The session and remember-me cookies of a connection.
    pub fn session(practice: bool, server: &ServerUrl) -> Self {
        let host = server.host();
        Self::new(
            practice,
            format!("{host} session"),
            &format!("Session on {host}"),
        )
    }

    fn new(practice: bool, user: String, what: &str) -> Self {
        let service = if practice {
            "Saddlebag practice"
        } else {
            "Saddlebag"
        };
        Self {
            service,
            user,
            label: format!("{service}: {what}"),
        }
    }

    /// The program's part of the name.
    pub fn service(&self) -> &str {
        self.service
    }

    /// What tells entries of one service apart.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// What a person reads in the keychain program, where it shows labels.
    pub fn label(&self) -> &str {
        &self.label
    }
}

#[cfg(test)]
mod tests {
    use super::Entry;
    use keys::{ServerAppId, ServerUrl};

    fn server() -> ServerUrl {
        ServerUrl::parse("https://lyon.example").unwrap()
    }

    #[test]
    fn names_are_readable() {
        let entry = Entry::key_secret(false, &server(), ServerAppId(3));
        assert_eq!(entry.service(), "Saddlebag");
        assert_eq!(entry.user(), "lyon.example key 3");
        assert_eq!(entry.label(), "Saddlebag: Secret of key 3 on lyon.example");
        let offered = Entry::offered_secret(false, &server(), ServerAppId(3));
        assert_eq!(offered.user(), "lyon.example key 3 new");
        assert_eq!(
            offered.label(),
            "Saddlebag: New secret of key 3 on lyon.example"
        );
        let session = Entry::session(false, &server());
        assert_eq!(session.user(), "lyon.example session");
    }

    #[test]
    fn practice_shares_no_entry_with_real_use() {
        let real = Entry::session(false, &server());
        let practice = Entry::session(true, &server());
        assert_ne!(real.service(), practice.service());
        assert_eq!(
            practice.label(),
            "Saddlebag practice: Session on lyon.example"
        );
    }
}
