//! One request, as a browser would word it.

use keys::Secret;
use reqwest::Method;
use url::form_urlencoded;
use zeroize::Zeroizing;

/// A request to the browser's own server. Paths begin with a slash; there is no way to name a host.
pub struct Request {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) accept: &'static str,
    pub(crate) content_type: Option<&'static str>,
    pub(crate) body: Option<Body>,
    pub(crate) authorization: Option<Authorization>,
    pub(crate) with_cookies: bool,
}

pub(crate) struct Body {
    pub(crate) media: &'static str,
    pub(crate) text: Zeroizing<String>,
}

pub(crate) enum Authorization {
    Basic { user: String, password: Secret },
    Bearer(Secret),
    OAuth(Secret),
}

impl Request {
    /// Asks for a page, with cookies.
    pub fn get(path: &str) -> Self {
        Self::new(Method::GET, path, None)
    }

    /// Asks for the headers of a page, with cookies.
    pub fn head(path: &str) -> Self {
        Self::new(Method::HEAD, path, None)
    }

    /// Sends a form, with cookies.
    pub fn post_form<'a>(path: &str, fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let text = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let body = Body {
            media: "application/x-www-form-urlencoded",
            text: Zeroizing::new(text),
        };
        Self::new(Method::POST, path, Some(body))
    }

    /// Changes part of a resource, without cookies.
    pub fn patch(path: &str, media: &'static str, json: String) -> Self {
        let body = Body {
            media,
            text: Zeroizing::new(json),
        };
        Self::new(Method::PATCH, path, Some(body)).without_cookies()
    }

    fn new(method: Method, path: &str, body: Option<Body>) -> Self {
        let (path, query) = match path.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (path, None),
        };
        Self {
            method,
            path: path.to_owned(),
            query,
            accept: "text/html,application/xhtml+xml,*/*;q=0.8",
            content_type: None,
            body,
            authorization: None,
            with_cookies: true,
        }
    }

    /// Adds to the query.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        let before = self.query.take().unwrap_or_default();
        let query = form_urlencoded::Serializer::new(before)
            .append_pair(name, value)
            .finish();
        self.query = Some(query);
        self
    }

    /// Adds to the query a text as it is, for servers that look at the letters of an address. What
    /// cannot stand in an address at all is still encoded.
    #[must_use]
    pub fn literal_query(mut self, text: &str) -> Self {
        self.query = Some(match self.query.take() {
            Some(before) if !before.is_empty() => format!("{before}&{text}"),
            _ => text.to_owned(),
        });
        self
    }

    /// Names the media type wanted back.
    #[must_use]
    pub fn accept(mut self, media: &'static str) -> Self {
        self.accept = media;
        self
    }

    /// Names a media type of its own although there is no body, as some clients do.
    #[must_use]
    pub fn content_type(mut self, media: &'static str) -> Self {
        self.content_type = Some(media);
        self
    }

    /// Sends no cookie and keeps none of the answer.
    #[must_use]
    pub fn without_cookies(mut self) -> Self {
        self.with_cookies = false;
        self
    }

    /// Proves itself by a token.
    #[must_use]
    pub fn bearer(mut self, token: &Secret) -> Self {
        self.authorization = Some(Authorization::Bearer(token.clone()));
        self
    }

    /// Proves itself by a name and a password.
    #[must_use]
    pub fn basic(mut self, user: &str, password: &Secret) -> Self {
        self.authorization = Some(Authorization::Basic {
            user: user.to_owned(),
            password: password.clone(),
        });
        self
    }

    /// Proves itself by a signature of OAuth 1.0a: the parameters as they stand in the header.
    #[must_use]
    pub fn oauth(mut self, parameters: &Secret) -> Self {
        self.authorization = Some(Authorization::OAuth(parameters.clone()));
        self
    }

    /// The path it goes to, without the query.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The query, as it will be sent.
    pub fn query_text(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// Whether it only reads.
    pub fn is_read_only(&self) -> bool {
        matches!(self.method, Method::GET | Method::HEAD)
    }
}
