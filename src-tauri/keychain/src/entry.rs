//! Names of entries, readable in the system's own keychain program.
//!
//! A server is named by its place, folder included: two sites in folders of one host differ.

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
        let place = server.place();
        let number = app.0;
        Self::new(
            practice,
            format!("{place} key {number}"),
            &format!("Secret of key {number} on {place}"),
        )
    }

    /// The Consumer key that belongs to the secret of that number. A site tells neither half again, so
    /// an inventory that was lost or restored finds both here.
    pub fn consumer_key(practice: bool, server: &ServerUrl, app: ServerAppId) -> Self {
        let place = server.place();
        let number = app.0;
        Self::new(
            practice,
            format!("{place} key {number} consumer key"),
            &format!("Consumer key {number} on {place}"),
        )
    }

    /// The secret of another pair that the server shows for a key, kept beside ours.
    pub fn offered_secret(practice: bool, server: &ServerUrl, app: ServerAppId) -> Self {
        let place = server.place();
        let number = app.0;
        Self::new(
            practice,
            format!("{place} key {number} new"),
            &format!("New secret of key {number} on {place}"),
        )
    }

    /// The session and remember-me cookies of a connection.
    pub fn session(practice: bool, server: &ServerUrl) -> Self {
        let place = server.place();
        Self::new(
            practice,
            format!("{place} session"),
            &format!("Session on {place}"),
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
    fn sites_in_folders_of_one_host_share_no_entry() {
        let sites = ["https://shop.example/boutique", "https://shop.example"]
            .map(|address| ServerUrl::parse_site(address).unwrap());
        let named = sites.each_ref().map(|site| {
            let key = ServerAppId(3);
            [
                Entry::key_secret(false, site, key),
                Entry::offered_secret(false, site, key),
                Entry::session(false, site),
            ]
        });
        let [in_folder, at_root] = named;
        assert!(in_folder.iter().all(|entry| !at_root.contains(entry)));
        assert_eq!(in_folder[0].user(), "shop.example/boutique key 3");
        assert_eq!(
            in_folder[2].label(),
            "Saddlebag: Session on shop.example/boutique"
        );
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
