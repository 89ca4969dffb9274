//! One connection's browser: cookies, pace, limits, one request at a time.

use crate::{
    Error, Media, Network, Reply, Request, Target, body,
    gate::{Gate, Pass},
    jar::Jar,
    request::Authorization,
};
use keys::{Secret, ServerUrl};
use reqwest::{
    Method, StatusCode,
    header::{
        ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, DATE, HeaderMap, HeaderName, HeaderValue,
        LINK, LOCATION, RETRY_AFTER, SET_COOKIE,
    },
};
use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};
use url::Url;
use zeroize::Zeroizing;

/// How long the body of a redirect is worth waiting for. Nothing in it is read.
const REDIRECT_BODY: Duration = Duration::from_secs(1);

/// A browser with one server to visit.
pub struct Browser {
    origin: Url,
    server: ServerUrl,
    network: Network,
    jar: Mutex<Jar>,
    gate: Gate,
}

impl Browser {
    /// A browser without cookies.
    pub fn new(server: ServerUrl, network: &Network) -> Result<Self, Error> {
        let limits = network.limits();
        let (gap, back_off) = if server.is_loopback() {
            (Duration::ZERO, Duration::ZERO)
        } else {
            (limits.gap, limits.back_off)
        };
        Ok(Self {
            origin: Url::parse(server.origin()).map_err(Error::setup)?,
            server,
            network: network.clone(),
            jar: Mutex::default(),
            gate: Gate::new(gap, back_off, limits.longest_wait),
        })
    }

    /// Sends one request and reads the answer whole. Redirects are judged, not followed, and
    /// nothing is ever sent twice.
    pub async fn send(&self, request: Request) -> Result<Reply, Error> {
        let client = self.network.client_for(&self.server)?;
        let url = self.address_of(&request);
        let with_cookies = request.with_cookies;
        let bodiless = request.method == Method::HEAD;
        let prepared = self.prepare(&client, &url, request)?;
        let pass = self.gate.enter().await;
        // Cookies are read after the wait: the request before may have changed them.
        let prepared = if with_cookies {
            self.add_cookies(prepared, &url)
        } else {
            prepared
        };
        let response = match client.execute(prepared).await {
            Ok(response) => response,
            Err(error) => {
                let error = Error::from_reqwest(error);
                if error.reached_server() {
                    pass.went_badly(None);
                } else {
                    pass.did_not_arrive();
                }
                return Err(error);
            }
        };
        let cookies_set = if with_cookies {
            self.take_cookies(response.headers(), &url)
        } else {
            Vec::new()
        };
        let mut reply = self.read(response, &url, pass, bodiless).await?;
        reply.cookies_set = cookies_set;
        Ok(reply)
    }

    async fn read(
        &self,
        response: reqwest::Response,
        url: &Url,
        pass: Pass<'_>,
        bodiless: bool,
    ) -> Result<Reply, Error> {
        let limit = self.network.limits().body;
        let status = response.status();
        let headers = response.headers();
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        let wait = text(RETRY_AFTER).and_then(read_wait);
        let target = text(LOCATION)
            .filter(|_| status.is_redirection())
            .map(|location| Target::judge(url, location));
        let media = Media::of(text(CONTENT_TYPE).unwrap_or_default());
        let server_time = text(DATE).and_then(|date| httpdate::parse_http_date(date).ok());
        let links = headers.get_all(LINK).iter();
        let links = links.filter_map(|link| Some(link.to_str().ok()?.to_owned()));
        let links = links.collect();
        let body = if target.is_some() {
            // The header says it all; a body cut short must not hide it.
            let rest = tokio::time::timeout(REDIRECT_BODY, body::read(response, limit)).await;
            drop(rest);
            Zeroizing::default()
        } else if bodiless {
            // Headers that speak of packing would make an unpacker wait for more than nothing.
            Zeroizing::default()
        } else {
            match body::read(response, limit).await {
                Ok(body) => body,
                Err(error) => {
                    pass.went_badly(wait);
                    return Err(error);
                }
            }
        };
        if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
            pass.went_badly(wait);
        } else {
            pass.went_well();
        }
        Ok(Reply {
            status: status.as_u16(),
            media,
            target,
            server_time,
            links,
            cookies_set: Vec::new(),
            body,
        })
    }

    /// All cookies as one text.
    pub fn session(&self) -> Secret {
        self.jar().export()
    }

    /// Replaces all cookies.
    pub fn restore_session(&self, session: &Secret) -> Result<(), Error> {
        self.jar().import(session)
    }

    /// All cookies, if they changed since they were last taken here or restored.
    pub fn take_changed_session(&self) -> Option<Secret> {
        self.jar().take_changed()
    }

    /// Drops all cookies.
    pub fn forget_session(&self) {
        self.jar().clear();
    }

    /// The server it visits, with its folder.
    pub fn server(&self) -> &ServerUrl {
        &self.server
    }

    fn jar(&self) -> MutexGuard<'_, Jar> {
        // A panic elsewhere leaves at worst one cookie less.
        self.jar.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Path and query are set on our own origin, so that no path can lead to another host. A folder
    /// is part of the path: cookies and links name it too.
    fn address_of(&self, request: &Request) -> Url {
        let mut url = self.origin.clone();
        url.set_path(&request.path);
        url.set_query(request.query.as_deref());
        url
    }

    #[expect(clippy::unused_self, reason = "reads as a step of sending")]
    fn prepare(
        &self,
        client: &reqwest::Client,
        url: &Url,
        request: Request,
    ) -> Result<reqwest::Request, Error> {
        let mut builder = client
            .request(request.method, url.clone())
            .header(ACCEPT, request.accept);
        builder = match &request.authorization {
            // All mark the header as sensitive.
            Some(Authorization::Basic { user, password }) => {
                builder.basic_auth(user, Some(password.expose()))
            }
            Some(Authorization::Bearer(token)) => builder.bearer_auth(token.expose()),
            Some(Authorization::OAuth(parameters)) => {
                let value = Zeroizing::new(format!("OAuth {}", parameters.expose()));
                let mut value = HeaderValue::from_str(&value).map_err(Error::setup)?;
                value.set_sensitive(true);
                builder.header(AUTHORIZATION, value)
            }
            None => builder,
        };
        if let Some(media) = request.content_type.filter(|_| request.body.is_none()) {
            builder = builder.header(CONTENT_TYPE, media);
        }
        if let Some(body) = request.body {
            builder = builder
                .header(CONTENT_TYPE, body.media)
                .body(body.text.as_bytes().to_vec());
        }
        builder.build().map_err(Error::from_reqwest)
    }

    fn add_cookies(&self, mut request: reqwest::Request, url: &Url) -> reqwest::Request {
        if let Some(header) = self.jar().header_for(url)
            && let Ok(mut header) = HeaderValue::from_str(&header)
        {
            header.set_sensitive(true);
            request.headers_mut().insert(COOKIE, header);
        }
        request
    }

    fn take_cookies(&self, headers: &HeaderMap, url: &Url) -> Vec<String> {
        let mut jar = self.jar();
        headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|header| jar.take(header.to_str().ok()?, url))
            .collect()
    }
}

/// Seconds, or a date.
fn read_wait(retry_after: &str) -> Option<Duration> {
    if let Ok(seconds) = retry_after.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(retry_after).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

#[cfg(test)]
mod site_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tls_tests;
