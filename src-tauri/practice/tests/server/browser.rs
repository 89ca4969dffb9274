//! A hand-held browser: no redirects, cookies kept by hand, forms read from the page.

use std::collections::BTreeMap;

use practice::{CoOp, Options};
use reqwest::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use url::form_urlencoded;

/// A running practice co-op; it stops when this is dropped.
pub(crate) struct Running {
    pub(crate) co_op: CoOp,
    pub(crate) base: String,
    _stop: oneshot::Sender<()>,
}

impl Running {
    pub(crate) async fn start() -> Self {
        Self::start_with(Options::default()).await
    }

    pub(crate) async fn start_with(options: Options) -> Self {
        Self::serve(CoOp::in_memory_with(options).unwrap()).await
    }

    pub(crate) async fn serve(co_op: CoOp) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        let shutdown = async {
            let _ = stopped.await;
        };
        tokio::spawn(practice::run(listener, co_op.clone(), shutdown));
        Self {
            co_op,
            base,
            _stop: stop,
        }
    }

    pub(crate) fn browser(&self) -> Browser {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Browser {
            client,
            base: self.base.clone(),
            cookies: BTreeMap::new(),
        }
    }

    /// A browser in which this account is wholly signed in.
    pub(crate) async fn signed_in(&self, name: &str) -> Browser {
        let mut browser = self.browser();
        browser.post("/login_check", &credentials(name)).await;
        let landed = browser.get("/profile/jwt").await;
        if landed.status == 302 {
            self.give_code(&mut browser).await;
        }
        assert_eq!(browser.get("/profile/jwt").await.status, 200);
        browser
    }

    /// Looks at the code page and posts the code that is mailed then.
    pub(crate) async fn give_code(&self, browser: &mut Browser) -> Reply {
        assert_eq!(browser.get("/2fa").await.status, 200);
        let code = self.co_op.mails().unwrap()[0].code.clone();
        browser.post("/2fa_check", &[("_auth_code", &code)]).await
    }

    /// A user token of this account.
    pub(crate) async fn jwt(&self, name: &str) -> String {
        let reply = self
            .browser()
            .post("/api/login_check", &credentials(name))
            .await;
        reply.json()["token"].as_str().unwrap().to_owned()
    }

    /// Identifier and secret of an app, read from its page.
    pub(crate) async fn pair(&self, app: i64) -> (String, String) {
        let mut admin = self.signed_in("boss").await;
        let page = admin.get(&format!("/admin/api/apps/{app}")).await;
        (
            page.value_of("#api_app_client_id"),
            page.value_of("#api_app_client_secret"),
        )
    }

    /// An access token for a pair, with the scopes asked for.
    pub(crate) async fn access_token(&self, pair: &(String, String), scope: &str) -> String {
        let reply = self.browser().token(pair, scope).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        reply.json()["access_token"].as_str().unwrap().to_owned()
    }
}

/// The sign-in fields of an account.
pub(crate) fn credentials(name: &str) -> [(&'static str, &str); 2] {
    [("_username", name), ("_password", "practice")]
}

/// One person's browser.
pub(crate) struct Browser {
    client: Client,
    pub(crate) base: String,
    pub(crate) cookies: BTreeMap<String, String>,
}

impl Browser {
    pub(crate) async fn get(&mut self, path: &str) -> Reply {
        self.try_get(path).await.unwrap()
    }

    pub(crate) async fn try_get(&mut self, path: &str) -> reqwest::Result<Reply> {
        let request = self.request(Method::GET, path);
        self.send(request).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.try_post(path, fields).await.unwrap()
    }

    pub(crate) async fn try_post(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> reqwest::Result<Reply> {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = self
            .request(Method::POST, path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body);
        self.send(request).await
    }

    /// A call of the JSON API with a token.
    pub(crate) async fn call(&mut self, path: &str, token: &str) -> Reply {
        let request = self
            .request(Method::GET, path)
            .header("accept", "application/ld+json")
            .bearer_auth(token);
        self.send(request).await.unwrap()
    }

    /// A token request with the pair in the body.
    pub(crate) async fn token(&mut self, pair: &(String, String), scope: &str) -> Reply {
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", &pair.0),
            ("client_secret", &pair.1),
            ("scope", scope),
        ];
        self.post("/oauth2/token", &fields).await
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = self.client.request(method, format!("{}{path}", self.base));
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
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Ok(Reply {
            status: response.status().as_u16(),
            location: text_of(LOCATION),
            kind: text_of(CONTENT_TYPE).unwrap_or_default(),
            challenge: text_of(reqwest::header::WWW_AUTHENTICATE),
            cookies,
            text: response.text().await?,
        })
    }

    /// The form of a page as it would be sent back, without disabled and unticked controls.
    pub(crate) async fn form(&mut self, path: &str, prefix: &str) -> Form {
        let page = self.get(path).await;
        assert_eq!(page.status, 200, "{}", page.text);
        page.form(prefix)
    }

    /// Submits a form to its own page.
    pub(crate) async fn submit(&mut self, path: &str, form: &Form) -> Reply {
        let fields: Vec<(&str, &str)> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.post(path, &fields).await
    }
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) kind: String,
    pub(crate) challenge: Option<String>,
    pub(crate) cookies: Vec<String>,
    pub(crate) text: String,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    pub(crate) fn location(&self) -> &str {
        self.location.as_deref().unwrap_or_default()
    }

    pub(crate) fn page(&self) -> Html {
        Html::parse_document(&self.text)
    }

    pub(crate) fn count(&self, selector: &str) -> usize {
        self.page()
            .select(&Selector::parse(selector).unwrap())
            .count()
    }

    /// Text of the first element that matches, trimmed.
    pub(crate) fn text_of(&self, selector: &str) -> String {
        let page = self.page();
        let found = page.select(&Selector::parse(selector).unwrap()).next();
        found.map(|element| text(&element)).unwrap_or_default()
    }

    /// Every value of an attribute, in order.
    pub(crate) fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        self.page()
            .select(&Selector::parse(selector).unwrap())
            .filter_map(|element| element.attr(attribute).map(str::to_owned))
            .collect()
    }

    pub(crate) fn value_of(&self, selector: &str) -> String {
        self.attributes(selector, "value").pop().unwrap_or_default()
    }

    /// The message beside a control, found as the contract says.
    pub(crate) fn error_of(&self, name: &str) -> Option<String> {
        let page = self.page();
        let control = Selector::parse(&format!("[name=\"{name}\"]")).unwrap();
        let message = Selector::parse(".help-block li").unwrap();
        let element = page.select(&control).next()?;
        let group = element
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find(|ancestor| {
                ancestor
                    .value()
                    .classes()
                    .any(|class| class == "form-group")
            })?;
        if !group.value().classes().any(|class| class == "has-error") {
            return None;
        }
        group.select(&message).next().map(|item| text(&item))
    }

    pub(crate) fn form(&self, prefix: &str) -> Form {
        let page = self.page();
        let mut fields = Vec::new();
        let controls = format!("input[name^=\"{prefix}[\"], select[name^=\"{prefix}[\"]");
        for control in page.select(&Selector::parse(&controls).unwrap()) {
            let is_tickable = control.attr("type") == Some("checkbox");
            let is_sent = !is_tickable || control.attr("checked").is_some();
            if control.attr("disabled").is_some()
                || !is_sent
                || control.attr("type") == Some("file")
            {
                continue;
            }
            let value = if control.value().name() == "select" {
                let selected = Selector::parse("option[selected]").unwrap();
                let first = Selector::parse("option").unwrap();
                let option = control
                    .select(&selected)
                    .next()
                    .or_else(|| control.select(&first).next());
                option
                    .and_then(|option| option.attr("value"))
                    .unwrap_or_default()
                    .to_owned()
            } else {
                control.attr("value").unwrap_or_default().to_owned()
            };
            fields.push((control.attr("name").unwrap().to_owned(), value));
        }
        Form { fields }
    }
}

fn text(element: &ElementRef) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// A form to fill in.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) fields: Vec<(String, String)>,
}

impl Form {
    pub(crate) fn names(&self) -> Vec<&str> {
        self.fields.iter().map(|(name, _)| name.as_str()).collect()
    }

    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    /// Sets a field, adding it when the page left it out.
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self = self.without(name);
        self.add(name, value)
    }

    pub(crate) fn add(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(found, _)| found != name);
        self
    }

    /// Fills in a Store that the server takes.
    pub(crate) fn with_store(self, name: &str) -> Self {
        self.set("store[name]", name)
            .set(
                "store[address][streetAddress]",
                "3 rue du Guidon, 59999 Valmont-sur-Selle",
            )
            .set("store[address][latitude]", "50.1212")
            .set("store[address][longitude]", "3.45345")
    }
}
