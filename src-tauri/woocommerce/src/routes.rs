//! Where a site keeps what we ask for: paths on its own host, folder included.

use crate::address::path_and_query;
use keys::{ServerAppId, ServerUrl};
use url::Url;

const LOGIN: &str = "/wp-login.php";
const KEYS: &str = "/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys";

/// The paths of one site.
pub(crate) struct Routes {
    origin: String,
    /// The folder of WordPress itself, which may differ from the site's.
    core: String,
    login: String,
    is_login_moved: bool,
}

impl Routes {
    /// A login page in another folder, but under its usual name, tells where WordPress itself is.
    pub(crate) fn new(url: &ServerUrl, login_path: Option<&str>) -> Self {
        let path = login_path.map(|login| login.split('?').next().unwrap_or(login));
        let core = path.and_then(|path| path.strip_suffix(LOGIN));
        let core = core.unwrap_or(url.folder()).to_owned();
        Self {
            origin: url.origin().to_owned(),
            login: login_path.map_or_else(|| format!("{core}{LOGIN}"), str::to_owned),
            is_login_moved: path.is_some_and(|path| !path.ends_with(LOGIN)),
            core,
        }
    }

    /// The login page.
    pub(crate) fn login(&self) -> &str {
        &self.login
    }

    /// Whether the login page is not where WordPress has it.
    pub(crate) fn is_login_moved(&self) -> bool {
        self.is_login_moved
    }

    /// Whether that path is the login page's.
    pub(crate) fn is_login(&self, path: &str) -> bool {
        let bare = |path: &str| {
            let path = path.split('?').next().unwrap_or(path);
            path.trim_end_matches('/').to_owned()
        };
        path.ends_with(LOGIN) || bare(path) == bare(&self.login)
    }

    /// Where a sign-out without a proof is answered with the right link.
    pub(crate) fn logout(&self) -> String {
        format!("{}{LOGIN}?action=logout", self.core)
    }

    /// The list of keys.
    pub(crate) fn keys(&self) -> String {
        format!("{}{KEYS}", self.core)
    }

    /// A further page of the list.
    pub(crate) fn keys_page(&self, number: usize) -> String {
        match number {
            0 | 1 => self.keys(),
            _ => format!("{}&paged={number}", self.keys()),
        }
    }

    /// The page for a new key.
    pub(crate) fn new_key(&self) -> String {
        format!("{}&create-key=1", self.keys())
    }

    /// The page of a key.
    pub(crate) fn edit_key(&self, id: ServerAppId) -> String {
        format!("{}&edit-key={}", self.keys(), id.0)
    }

    /// Path and query of a link, if it stays on this host. Whatever scheme the site believes it
    /// has, we stay on ours.
    pub(crate) fn here(&self, page: &str, link: &str) -> Option<String> {
        let page = Url::parse(&format!("{}{page}", self.origin)).ok()?;
        let link = page.join(link).ok()?;
        let is_here = matches!(link.scheme(), "http" | "https")
            && link.host() == page.host()
            && (link.port() == page.port()
                || link.port_or_known_default() == page.port_or_known_default());
        is_here.then(|| path_and_query(&link))
    }
}

#[cfg(test)]
mod tests {
    use super::Routes;
    use keys::{ServerAppId, ServerUrl};

    fn routes(login: Option<&str>) -> Routes {
        let url = ServerUrl::parse_site("https://shop.example/boutique").unwrap();
        Routes::new(&url, login)
    }

    #[test]
    fn every_path_has_the_folder() {
        let routes = routes(None);
        assert_eq!(routes.login(), "/boutique/wp-login.php");
        assert_eq!(
            routes.edit_key(ServerAppId(9)),
            "/boutique/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys&edit-key=9"
        );
        assert_eq!(routes.keys_page(1), routes.keys());
        assert!(routes.keys_page(2).ends_with("section=keys&paged=2"));
        assert!(!routes.is_login_moved());
    }

    #[test]
    fn a_moved_login_page_is_known_as_one() {
        let moved = routes(Some("/entrance/?x=1"));
        assert_eq!(moved.login(), "/entrance/?x=1");
        assert!(moved.is_login_moved() && moved.is_login("/entrance"));
        assert!(moved.is_login("/boutique/wp-login.php") && !moved.is_login("/"));
        assert!(moved.keys().starts_with("/boutique/wp-admin/"));
    }

    #[test]
    fn wordpress_may_live_beside_its_site() {
        let apart = routes(Some("/wp/wp-login.php"));
        assert!(!apart.is_login_moved());
        assert!(apart.keys().starts_with("/wp/wp-admin/admin.php?"));
    }

    #[test]
    fn only_links_of_this_host_are_ours() {
        let routes = routes(None);
        let page = "/boutique/wp-login.php";
        for (link, path) in [
            ("https://shop.example/a?b=c#d", Some("/a?b=c")),
            ("http://shop.example/a", Some("/a")),
            ("wp-admin/", Some("/boutique/wp-admin/")),
            ("https://evil.example/a", None),
            ("//evil.example/a", None),
            ("https://shop.example:8443/a", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(routes.here(page, link).as_deref(), path, "{link}");
        }
    }
}
