//! A request as the shop's handlers see it.

use axum::http::{HeaderMap, Method, Uri, header};
use url::form_urlencoded;

use super::mode::ShopMode;
use super::options::{Permalinks, ShopLanguage};
use super::records::people::ShopUser;
use crate::site::Scheme;
use crate::visit;

/// What a request takes over from the shop it reaches.
pub(crate) struct Ground {
    pub(crate) scheme: Scheme,
    /// Seconds since 1970.
    pub(crate) now: i64,
    pub(crate) mode: ShopMode,
    /// The sub-folder, empty or with a leading slash.
    pub(crate) folder: String,
    /// The address the site believes in, without the sub-folder; absent is where it was asked.
    pub(crate) home: Option<String>,
}

/// A request with what the shop already knows about it.
pub(crate) struct Asked {
    pub(crate) method: Method,
    /// The whole path.
    pub(crate) path: String,
    pub(crate) raw_query: Option<String>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) form: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) now: i64,
    pub(crate) mode: ShopMode,
    pub(crate) folder: String,
    scheme: Scheme,
    origin: String,
    /// The language of the answer: the site's, or of who is signed in to the administration.
    pub(crate) language: ShopLanguage,
    /// Who is signed in.
    pub(crate) user: Option<ShopUser>,
    /// The session token that nonces are tied to, empty without one.
    pub(crate) token: String,
    /// Cookies to set.
    pub(crate) cookies: Vec<String>,
}

impl Asked {
    pub(crate) fn new(
        ground: Ground,
        method: Method,
        uri: &Uri,
        headers: HeaderMap,
        body: &[u8],
    ) -> Self {
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .unwrap_or("localhost");
        let asked_at = format!("{}://{host}", ground.scheme.as_str());
        let query = uri.query().unwrap_or_default().as_bytes();
        Self {
            path: uri.path().to_owned(),
            raw_query: uri.query().map(str::to_owned),
            query: form_urlencoded::parse(query).into_owned().collect(),
            form: visit::form_fields(&headers, body),
            method,
            now: ground.now,
            language: ground.mode.language,
            mode: ground.mode,
            folder: ground.folder,
            scheme: ground.scheme,
            origin: ground.home.unwrap_or(asked_at),
            headers,
            user: None,
            token: String::new(),
            cookies: Vec::new(),
        }
    }

    /// Whether PHP believes that it was asked over https.
    pub(crate) fn is_secure(&self) -> bool {
        self.scheme == Scheme::Https && !self.mode.tls_ends_in_front
    }

    /// The site's address without a trailing slash.
    pub(crate) fn base(&self) -> String {
        format!("{}{}", self.origin, self.folder)
    }

    /// The address of a path below the site.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base())
    }

    /// The path below the site; nothing when it is elsewhere on the host.
    pub(crate) fn local_path(&self) -> Option<String> {
        let rest = self.path.strip_prefix(&self.folder)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| rest.to_owned())
    }

    /// Path and query as they came.
    pub(crate) fn target(&self) -> String {
        match &self.raw_query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }

    /// What was asked for, as an absolute address.
    pub(crate) fn address(&self) -> String {
        format!("{}{}", self.origin, self.target())
    }

    /// The address that signatures are made for: without a query, and `https` only if PHP knows.
    pub(crate) fn signed_url(&self) -> String {
        let host = self.origin.split_once("://").map_or("", |(_, host)| host);
        let scheme = if self.is_secure() { "https" } else { "http" };
        format!("{scheme}://{host}{}", self.path)
    }

    /// The address of the sign-in page.
    pub(crate) fn sign_in_url(&self) -> String {
        match &self.mode.moved_login {
            Some(path) => self.url(&format!("/{}/", path.trim_matches('/'))),
            None => self.url("/wp-login.php"),
        }
    }

    /// The address of the keys page, with more of a query.
    pub(crate) fn keys_url(&self, more: &str) -> String {
        self.url(&format!(
            "/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys{more}"
        ))
    }

    /// The root of the REST API.
    pub(crate) fn rest_url(&self) -> String {
        self.url(match self.mode.permalinks {
            Permalinks::Pretty => "/wp-json/",
            Permalinks::Plain => "/index.php?rest_route=/",
        })
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// A query parameter; of several the last counts, as in PHP.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        last(&self.query, name)
    }

    /// A field of the form, likewise.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        last(&self.form, name)
    }

    /// A field of the form, else a query parameter.
    pub(crate) fn either(&self, name: &str) -> Option<&str> {
        self.field(name).or_else(|| self.query(name))
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value.to_owned())
    }

    pub(crate) fn is_post(&self) -> bool {
        self.method == Method::POST
    }

    /// Whether it only looks.
    pub(crate) fn is_look(&self) -> bool {
        self.method == Method::GET || self.method == Method::HEAD
    }
}

fn last<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .rev()
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.as_str())
}
