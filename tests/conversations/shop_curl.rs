//! Somebody with curl at the practice shop: plain requests, no redirects followed, cookies by hand.

use super::shop_stage::{PASSWORD, Pair, ShopStage};
use reqwest::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;
use std::collections::BTreeMap;
use url::form_urlencoded::Serializer;

/// The page of keys, below the site.
pub(crate) const KEYS: &str = "/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys";
/// Where keys are made and changed, below the site.
pub(crate) const AJAX: &str = "/wp-admin/admin-ajax.php";

/// One person's terminal.
pub(crate) struct ShopCurl {
    client: Client,
    base: String,
    cookies: BTreeMap<String, String>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) kind: String,
    pub(crate) location: String,
    /// The lines that set cookies.
    pub(crate) cookies: Vec<String>,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    /// Status and `code` of an error in JSON.
    pub(crate) fn error(&self) -> (u16, String) {
        let code = self.json()["code"].as_str().unwrap_or_default().to_owned();
        (self.status, code)
    }
}

impl ShopCurl {
    pub(crate) fn new(stage: &ShopStage) -> Self {
        Self::at(stage.url.as_str())
    }

    /// The same over plain http.
    pub(crate) fn plain(stage: &ShopStage) -> Self {
        Self::at(stage.plain.as_str())
    }

    fn at(base: &str) -> Self {
        // Another test may have been first.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .no_proxy()
            .tls_danger_accept_invalid_certs(true)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            client,
            base: base.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// A terminal in which that account is signed in.
    pub(crate) async fn signed_in(stage: &ShopStage, login: &str) -> Self {
        let mut curl = Self::new(stage);
        let answer = curl
            .post("/wp-login.php", &[("log", login), ("pwd", PASSWORD)])
            .await;
        assert_eq!(answer.status, 302);
        curl
    }

    /// Keeps just the cookies whose names start so.
    pub(crate) fn keep_cookies(&mut self, beginning: &str) {
        self.cookies.retain(|name, _| name.starts_with(beginning));
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let cookies = self.cookies.iter();
        let cookies: Vec<_> = cookies
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = self.client.request(method, format!("{}{path}", self.base));
        if cookies.is_empty() {
            request
        } else {
            request.header(COOKIE, cookies.join("; "))
        }
    }

    pub(crate) async fn send(&mut self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let headers = response.headers().clone();
        let mut cookies = Vec::new();
        for line in headers.get_all(SET_COOKIE) {
            let line = line.to_str().unwrap();
            cookies.push(line.to_owned());
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let text_of = |name| {
            let value = headers.get(name);
            value.map_or(String::new(), |value| value.to_str().unwrap().to_owned())
        };
        Answer {
            status: response.status().as_u16(),
            kind: text_of(CONTENT_TYPE),
            location: text_of(LOCATION),
            cookies,
            text: response.text().await.unwrap(),
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let request = self.request(Method::GET, path);
        self.send(request).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self
            .request(Method::POST, path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body);
        self.send(request).await
    }

    /// Asks with a pair as Basic credentials.
    pub(crate) async fn basic(&mut self, method: &str, path: &str, pair: &Pair) -> Answer {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = self
            .request(method, path)
            .basic_auth(&pair.key, Some(&pair.secret));
        self.send(request).await
    }

    /// The nonce of the page on which keys are made.
    pub(crate) async fn nonce(&mut self) -> String {
        let page = self.get(&format!("{KEYS}&create-key=1")).await;
        assert_eq!(page.status, 200);
        let start = "woocommerce_admin_api_keys = ";
        let found = page.text.split_once(start).unwrap().1;
        let object = found.split_once(";\n").map_or(found, |(object, _)| object);
        let object = object.split_once("};").map_or(object, |(object, _)| object);
        let object = format!("{}}}", object.trim_end_matches(['}', ';']));
        let object: Value = serde_json::from_str(&object).unwrap();
        object["update_api_nonce"].as_str().unwrap().to_owned()
    }

    /// Makes or changes a key with just these fields beside action and nonce.
    pub(crate) async fn ajax(&mut self, nonce: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![
            ("action", "woocommerce_update_api_key"),
            ("security", nonce),
        ];
        all.extend(fields);
        self.post(AJAX, &all).await
    }
}
