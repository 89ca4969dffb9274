//! Somebody with curl: plain requests, no redirects followed, cookies kept by hand.

use super::stage::{PASSWORD, Stage};
use reqwest::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE, WWW_AUTHENTICATE};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;
use std::collections::BTreeMap;
use url::form_urlencoded::Serializer;

/// One person's terminal.
pub(crate) struct Curl {
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
    pub(crate) challenge: Option<String>,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }

    pub(crate) fn word(&self, name: &str) -> String {
        self.json()[name].as_str().unwrap_or_default().to_owned()
    }
}

impl Curl {
    pub(crate) fn new(stage: &Stage) -> Self {
        // Another test may have been first.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            client,
            base: stage.url.as_str().to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// A terminal signed in to the pages as an admin.
    pub(crate) async fn admin(stage: &Stage) -> Self {
        let mut curl = Self::new(stage);
        let fields = [("_username", "boss"), ("_password", PASSWORD)];
        curl.post("/login_check", &fields).await;
        if curl.get("/profile/jwt").await.status == 302 {
            curl.get("/2fa").await;
            curl.post("/2fa_check", &[("_auth_code", &stage.code())])
                .await;
        }
        assert_eq!(curl.get("/profile/jwt").await.status, 200);
        curl
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let cookies = self.cookies.iter();
        let cookies: Vec<_> = cookies
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        self.client
            .request(method, format!("{}{path}", self.base))
            .header(COOKIE, cookies.join("; "))
    }

    pub(crate) async fn send(&mut self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let headers = response.headers().clone();
        for line in headers.get_all(SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let text_of = |name| {
            let value = headers.get(name)?;
            Some(value.to_str().unwrap().to_owned())
        };
        Answer {
            status: response.status().as_u16(),
            kind: text_of(CONTENT_TYPE).unwrap_or_default(),
            location: text_of(LOCATION).unwrap_or_default(),
            challenge: text_of(WWW_AUTHENTICATE),
            text: response.text().await.unwrap(),
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let request = self.request(Method::GET, path);
        self.send(request).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.form(path, fields);
        self.send(request).await
    }

    /// A form, not sent yet.
    pub(crate) fn form(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        self.request(Method::POST, path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body)
    }

    /// JSON-LD with a token.
    pub(crate) async fn call(&mut self, path: &str, token: &str) -> Answer {
        let request = self
            .request(Method::GET, path)
            .header("accept", "application/ld+json")
            .bearer_auth(token);
        self.send(request).await
    }

    /// The token of an account, by JSON sign-in.
    pub(crate) async fn jwt(&mut self, name: &str) -> String {
        let fields = [("_username", name), ("_password", PASSWORD)];
        let answer = self.post("/api/login_check", &fields).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.word("token")
    }

    /// The answer of the token endpoint to a pair in the body.
    pub(crate) async fn token(&mut self, pair: (&str, &str), scope: &str) -> Answer {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", pair.0),
            ("client_secret", pair.1),
            ("scope", scope),
        ];
        self.post("/oauth2/token", &fields).await
    }
}
