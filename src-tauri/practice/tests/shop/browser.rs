//! A hand-held browser: no redirects, cookies kept by path, answers read to their end.

use std::collections::BTreeMap;

use reqwest::header::{CONTENT_TYPE, COOKIE, LINK, LOCATION, SET_COOKIE, WWW_AUTHENTICATE};
use reqwest::{Client, Method, RequestBuilder};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use url::{Url, form_urlencoded};

/// The list of keys.
pub(crate) const KEYS: &str = "/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys";

pub(crate) const AJAX: &str = "/wp-admin/admin-ajax.php";

pub(crate) const LOGIN: &str = "/wp-login.php";

/// One person's browser.
pub(crate) struct Browser {
    client: Client,
    pub(crate) base: String,
    /// Values by name and path.
    pub(crate) cookies: BTreeMap<(String, String), String>,
}

impl Browser {
    pub(crate) fn new(client: Client, base: String) -> Self {
        Self {
            client,
            base,
            cookies: BTreeMap::new(),
        }
    }

    /// Posts the sign-in form as a browser would.
    pub(crate) async fn sign_in(&mut self, login: &str) -> Reply {
        self.get(LOGIN).await;
        let fields = [("log", login), ("pwd", "practice"), ("testcookie", "1")];
        self.post(LOGIN, &fields).await
    }

    pub(crate) async fn get(&mut self, target: &str) -> Reply {
        self.try_get(target).await.unwrap()
    }

    pub(crate) async fn try_get(&mut self, target: &str) -> reqwest::Result<Reply> {
        let request = self.request(Method::GET, target);
        self.send(request).await
    }

    pub(crate) async fn post(&mut self, target: &str, fields: &[(&str, &str)]) -> Reply {
        self.try_post(target, fields).await.unwrap()
    }

    pub(crate) async fn try_post(
        &mut self,
        target: &str,
        fields: &[(&str, &str)],
    ) -> reqwest::Result<Reply> {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self
            .request(Method::POST, target)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body);
        self.send(request).await
    }

    /// A request with HTTP Basic.
    pub(crate) async fn call(
        &mut self,
        method: Method,
        target: &str,
        pair: &(String, String),
    ) -> Reply {
        let request = self
            .request(method, target)
            .basic_auth(&pair.0, Some(&pair.1));
        self.send(request).await.unwrap()
    }

    /// A request to the control pages, whose body is JSON.
    pub(crate) async fn control(&mut self, method: Method, path: &str, body: &Value) -> Reply {
        let url = Url::parse(&self.base).unwrap().join(path).unwrap();
        let request = self
            .request(method, url.as_str())
            .header(CONTENT_TYPE, "application/json")
            .body(body.to_string());
        self.send(request).await.unwrap()
    }

    /// The script object of a page of the form.
    pub(crate) async fn form(&mut self, more: &str) -> Reply {
        let page = self.get(&format!("{KEYS}{more}")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        page
    }

    /// Makes a key as the form's script does.
    pub(crate) async fn create(
        &mut self,
        description: &str,
        user: &str,
        permission: &str,
    ) -> Reply {
        let nonce = self.form("&create-key=1").await.ajax_nonce();
        let fields = [
            ("action", "woocommerce_update_api_key"),
            ("security", &nonce),
            ("key_id", "0"),
            ("description", description),
            ("user", user),
            ("permissions", permission),
        ];
        self.post(AJAX, &fields).await
    }

    /// A request to a path below the site, or to an absolute address.
    pub(crate) fn request(&self, method: Method, target: &str) -> RequestBuilder {
        let url = if target.contains("://") && !target.starts_with('/') {
            target.to_owned()
        } else {
            format!("{}{target}", self.base)
        };
        let parsed = Url::parse(&url).unwrap();
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .filter(|((_, path), _)| is_below(parsed.path(), path))
            .map(|((name, _), value)| format!("{name}={value}"))
            .collect();
        let request = self.client.request(method, url);
        if cookies.is_empty() {
            request
        } else {
            request.header(COOKIE, cookies.join("; "))
        }
    }

    pub(crate) async fn send(&mut self, request: RequestBuilder) -> reqwest::Result<Reply> {
        let response = request.send().await?;
        let text_of = |name| {
            response
                .headers()
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        };
        let cookies: Vec<String> = response
            .headers()
            .get_all(SET_COOKIE)
            .iter()
            .map(|value| value.to_str().unwrap().to_owned())
            .collect();
        for line in &cookies {
            let mut parts = line.split("; ");
            let (name, value) = parts.next().unwrap().split_once('=').unwrap();
            let path = parts.find_map(|part| part.strip_prefix("path=")).unwrap();
            let place = (name.to_owned(), path.to_owned());
            if line.contains("Max-Age=0") {
                self.cookies.remove(&place);
            } else {
                self.cookies.insert(place, value.to_owned());
            }
        }
        Ok(Reply {
            status: response.status().as_u16(),
            location: text_of(LOCATION),
            kind: text_of(CONTENT_TYPE).unwrap_or_default(),
            link: text_of(LINK),
            total: text_of(reqwest::header::HeaderName::from_static("x-wp-total")),
            challenge: text_of(WWW_AUTHENTICATE),
            cookies,
            text: response.text().await?,
        })
    }
}

/// Whether a browser sends a cookie of one path along to another.
fn is_below(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| place.ends_with('/') || rest.is_empty() || rest.starts_with('/'))
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) kind: String,
    pub(crate) link: Option<String>,
    pub(crate) total: Option<String>,
    pub(crate) challenge: Option<String>,
    pub(crate) cookies: Vec<String>,
    pub(crate) text: String,
}

impl Reply {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        assert!(self.kind.starts_with("application/json"), "{}", self.text);
        serde_json::from_str(&self.text).unwrap()
    }

    /// The code of an error in JSON.
    #[track_caller]
    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn location(&self) -> &str {
        self.location.as_deref().unwrap_or_default()
    }

    pub(crate) fn count(&self, selector: &str) -> usize {
        let page = Html::parse_document(&self.text);
        page.select(&Selector::parse(selector).unwrap()).count()
    }

    /// What every matching element makes, in order.
    pub(crate) fn each<T>(&self, selector: &str, make: impl Fn(ElementRef) -> T) -> Vec<T> {
        let page = Html::parse_document(&self.text);
        page.select(&Selector::parse(selector).unwrap())
            .map(make)
            .collect()
    }

    /// The texts of every matching element, trimmed.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.each(selector, |element| {
            element.text().collect::<String>().trim().to_owned()
        })
    }

    #[track_caller]
    pub(crate) fn text_of(&self, selector: &str) -> String {
        self.texts(selector).first().unwrap().clone()
    }

    /// An attribute of every matching element, decoded.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.each(selector, |element| {
            element.attr(name).unwrap_or_default().to_owned()
        })
    }

    #[track_caller]
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> String {
        self.attributes(selector, name).first().unwrap().clone()
    }

    /// The line of the form's script object, as it stands in the page.
    #[track_caller]
    pub(crate) fn script_line(&self) -> &str {
        let (_, rest) = self
            .text
            .split_once("var woocommerce_admin_api_keys = ")
            .unwrap();
        rest.lines().next().unwrap()
    }

    #[track_caller]
    pub(crate) fn script(&self) -> Value {
        serde_json::from_str(self.script_line().strip_suffix(';').unwrap()).unwrap()
    }

    #[track_caller]
    pub(crate) fn ajax_nonce(&self) -> String {
        self.script()["update_api_nonce"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Whether auth cookies of both halves were set.
    pub(crate) fn signs_in(&self) -> bool {
        let sets = |start: &str| self.cookies.iter().any(|line| line.starts_with(start));
        sets("wordpress_logged_in_") && (sets("wordpress_sec_") || sets("wordpress_"))
    }
}
