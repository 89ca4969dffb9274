//! A request as the handlers see it: path, query, form, cookies, session.

use axum::http::{HeaderMap, Method, Uri, header};
use serde_json::Value;

use crate::mode::Mode;
use crate::multipart;
use crate::random::Random;
use crate::state::accounts::Person;
use crate::state::sessions::Session;

/// A request with what the server already knows about it.
pub(crate) struct Visit {
    pub(crate) method: Method,
    pub(crate) path: String,
    raw_query: Option<String>,
    pub(crate) id: Option<i64>,
    query: Vec<(String, String)>,
    form: Vec<(String, String)>,
    body: Vec<u8>,
    pub(crate) headers: HeaderMap,
    pub(crate) random: Random,
    /// By the server's clock, in milliseconds.
    pub(crate) now: i64,
    pub(crate) mode: Mode,
    pub(crate) country: String,
    pub(crate) brand: String,
    /// Language of the answer.
    pub(crate) locale: String,
    pub(crate) session: Option<Session>,
    /// Who is signed in, by session or by token.
    pub(crate) person: Option<Person>,
    /// Cookies to set.
    pub(crate) cookies: Vec<String>,
}

/// What a visit takes over from the server it reaches.
pub(crate) struct Place {
    pub(crate) random: Random,
    pub(crate) now: i64,
    pub(crate) mode: Mode,
    pub(crate) country: String,
    pub(crate) brand: String,
    pub(crate) locale: String,
}

impl Visit {
    pub(crate) fn new(
        place: Place,
        method: Method,
        uri: &Uri,
        headers: HeaderMap,
        body: Vec<u8>,
    ) -> Self {
        let form = form_fields(&headers, &body);
        Self {
            path: uri.path().to_owned(),
            raw_query: uri.query().map(str::to_owned),
            id: None,
            query: parse_pairs(uri.query().unwrap_or_default().as_bytes()),
            form,
            method,
            headers,
            body,
            random: place.random,
            now: place.now,
            mode: place.mode,
            country: place.country,
            brand: place.brand,
            locale: place.locale,
            session: None,
            person: None,
            cookies: Vec::new(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        find_last(&self.query, name)
    }

    pub(crate) fn has_query(&self) -> bool {
        !self.query.is_empty()
    }

    pub(crate) fn form(&self) -> &[(String, String)] {
        &self.form
    }

    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        find_last(&self.form, name)
    }

    pub(crate) fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
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

    /// Where it came to, as an absolute URL without path.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.header("host").unwrap_or("localhost"))
    }

    /// Path and query.
    pub(crate) fn target(&self) -> String {
        match &self.raw_query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }

    /// Whether it is a page view, which may become the target after signing in.
    pub(crate) fn is_page_view(&self) -> bool {
        let is_safe = self.method == Method::GET || self.method == Method::HEAD;
        is_safe && self.header("x-requested-with") != Some("XMLHttpRequest")
    }

    pub(crate) fn is_post(&self) -> bool {
        self.method == Method::POST
    }

    /// Whether the answer should be JSON-LD, as opposed to plain JSON.
    pub(crate) fn wants_linked_data(&self) -> bool {
        let accept = self.header("accept").unwrap_or("*/*");
        accept.contains("ld+json") || !accept.contains("application/json")
    }

    /// The name of who is signed in.
    pub(crate) fn name(&self) -> Option<String> {
        self.person
            .as_ref()
            .map(|person| person.account.name.clone())
    }

    /// The session, started now if there is none.
    pub(crate) fn session(&mut self) -> &mut Session {
        let random = &self.random;
        self.session.get_or_insert_with(|| Session::start(random))
    }
}

/// The fields of a form body, or none when it is not a form's.
pub(crate) fn form_fields(headers: &HeaderMap, body: &[u8]) -> Vec<(String, String)> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let kind = kind.unwrap_or_default();
    if kind.starts_with("application/x-www-form-urlencoded") {
        parse_pairs(body)
    } else {
        multipart::read_fields(kind, body)
    }
}

fn parse_pairs(text: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text).into_owned().collect()
}

/// Of several values for a name the last counts, as in PHP.
fn find_last<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .rev()
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.as_str())
}
