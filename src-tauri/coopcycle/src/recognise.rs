//! Whether a CoopCycle instance answers at an address, and what it says of itself (contract 1).

use crate::{
    Error, Found, Network, Step,
    address::read_address,
    geocode::{Number, position},
    json::LD_JSON,
};
use keys::{Position, ServerUrl};
use serde_json::Value;
use url::Url;
use web_session::{Browser, Media, Reply, Request, Target};

/// What an entrypoint calls itself.
pub(crate) const ENTRYPOINT: &str = "/api/contexts/Entrypoint";

/// An instance, as it introduces itself to anybody.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// Its address.
    pub url: ServerUrl,
    /// Its own name.
    pub name: Option<String>,
    /// Lower-case ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Its language, such as `fr` or `pt_BR`.
    pub locale: Option<String>,
    /// Its centre.
    pub position: Option<Position>,
    /// Whether it is under maintenance.
    pub maintenance: bool,
}

/// Finds the instance meant by what was typed.
pub async fn recognise(address: &str, network: &Network) -> Result<Recognised, Error> {
    let mut first_error = None;
    for url in read_address(address)? {
        match recognise_at(url, network).await {
            Ok(found) => return Ok(found),
            Err(error) => {
                first_error.get_or_insert(error);
            }
        }
    }
    Err(first_error.unwrap_or(Error::BadAddress))
}

async fn recognise_at(url: ServerUrl, network: &Network) -> Result<Recognised, Error> {
    let (url, answer) = match look(&url, network).await? {
        Looked::Moved(moved) => {
            // With or without `www.` is the same site; once is enough.
            let sibling = sibling_of(&url, &moved).ok_or(redirect(&moved))?;
            match look(&sibling, network).await? {
                Looked::Moved(again) => return Err(redirect(&again)),
                answer => (sibling, answer),
            }
        }
        answer => (url, answer),
    };
    let maintenance = matches!(answer, Looked::Maintenance);
    let settings = match (settings(&url, network).await?, answer) {
        (Some(settings), _) => settings,
        // A 503 alone proves nothing.
        (None, Looked::Maintenance) => {
            return Err(Error::ServerError {
                status: 503,
                step: Step::Reading,
            });
        }
        (None, _) => return Err(Error::NotCoopCycle(Found::OtherServer)),
    };
    let text = |key| {
        let value = settings.get(key).and_then(Value::as_str).map(str::trim);
        value.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    Ok(Recognised {
        name: text("brand_name"),
        country: text("country"),
        locale: text("locale"),
        position: text("latlng").and_then(|latlng| read_position(&latlng)),
        maintenance,
        url,
    })
}

enum Looked {
    Entrypoint,
    Maintenance,
    Moved(String),
}

/// Whether the entrypoint is there; what else is there is an error.
async fn look(url: &ServerUrl, network: &Network) -> Result<Looked, Error> {
    let reply = match ask(url, "/api", LD_JSON, network).await {
        // An answer, but not in HTTP.
        Err(Error::Unreadable { .. }) => return Err(Error::NotCoopCycle(Found::OtherServer)),
        reply => reply?,
    };
    match (&reply.target, reply.status) {
        (Some(Target::Elsewhere(address)), _) => Ok(Looked::Moved(address.clone())),
        (Some(_), _) => Err(Error::NotCoopCycle(Found::Website)),
        (None, 503) => Ok(Looked::Maintenance),
        (None, 429) => Err(Error::TooManyRequests),
        (None, status @ 500..=599) => Err(Error::ServerError {
            status,
            step: Step::Reading,
        }),
        (None, 200) if is_entrypoint(&reply) => Ok(Looked::Entrypoint),
        (None, _) => Err(Error::NotCoopCycle(found(&reply))),
    }
}

/// Whether the entrypoint of an instance answers at that address.
pub(crate) async fn answers(url: &ServerUrl, network: &Network) -> Result<bool, Error> {
    match look(url, network).await {
        Ok(Looked::Entrypoint) => Ok(true),
        Ok(Looked::Maintenance) => Err(Error::Maintenance),
        Ok(Looked::Moved(_)) | Err(Error::NotCoopCycle(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The address alone is not enough: other servers built alike have the same entrypoint.
pub(crate) async fn settings(url: &ServerUrl, network: &Network) -> Result<Option<Value>, Error> {
    let reply = ask(url, "/api/settings", "application/json", network).await?;
    if (500..=599).contains(&reply.status) {
        // A server in trouble is not yet another kind of server.
        return Err(Error::ServerError {
            status: reply.status,
            step: Step::Reading,
        });
    }
    if reply.status != 200 || reply.media != Media::Json {
        return Ok(None);
    }
    let settings: Option<Value> = serde_json::from_slice(reply.bytes()).ok();
    Ok(settings.filter(|settings| {
        let has = |key| settings.get(key).is_some();
        has("country") && has("locale")
    }))
}

async fn ask(
    url: &ServerUrl,
    path: &str,
    accept: &'static str,
    network: &Network,
) -> Result<Reply, Error> {
    let send = async {
        let browser = Browser::new(url.clone(), network)?;
        let request = Request::get(path).accept(accept).without_cookies();
        browser.send(request).await
    };
    send.await
        .map_err(|error| Error::from_web(error, Step::Reading))
}

fn is_entrypoint(reply: &Reply) -> bool {
    let body: Option<Value> = serde_json::from_slice(reply.bytes()).ok();
    body.is_some_and(|body| {
        body.get("@context").and_then(Value::as_str) == Some(ENTRYPOINT)
            && body.get("store").is_some()
    })
}

fn found(reply: &Reply) -> Found {
    match (reply.media, reply.status) {
        (Media::Html, _) => Found::Website,
        (Media::Json, _) | (_, 200..=299) => Found::OtherServer,
        _ => Found::Nothing,
    }
}

fn redirect(address: &str) -> Error {
    Error::NotCoopCycle(Found::Redirect(address.to_owned()))
}

/// The same site under its other name, if that is where a redirect leads.
fn sibling_of(url: &ServerUrl, moved: &str) -> Option<ServerUrl> {
    let moved = Url::parse(moved).ok()?;
    let authority = match (moved.host_str()?, moved.port()) {
        (host, Some(port)) => format!("{host}:{port}"),
        (host, None) => host.to_owned(),
    };
    let is_sibling = authority.strip_prefix("www.") == Some(url.host())
        || url.host().strip_prefix("www.") == Some(&authority);
    // Whatever scheme the redirect names, we stay on ours.
    let scheme = url.as_str().split("://").next()?;
    is_sibling
        .then(|| ServerUrl::parse(&format!("{scheme}://{authority}")).ok())
        .flatten()
}

fn read_position(latlng: &str) -> Option<Position> {
    let (latitude, longitude) = latlng.split_once(',')?;
    position(
        &Number::Text(latitude.to_owned()),
        &Number::Text(longitude.to_owned()),
    )
}

#[cfg(test)]
mod tests {
    use super::{read_position, sibling_of};
    use keys::ServerUrl;

    #[test]
    fn only_the_other_name_of_a_site_is_followed() {
        let url = ServerUrl::parse("https://velo.example").unwrap();
        for moved in ["https://www.velo.example/api", "http://www.velo.example/"] {
            let sibling = sibling_of(&url, moved).unwrap();
            assert_eq!(sibling.as_str(), "https://www.velo.example");
            assert_eq!(
                sibling_of(&sibling, "https://velo.example/"),
                Some(url.clone())
            );
        }
        for moved in [
            "https://velo.example:8443/",
            "https://evil.example/",
            "https://www.velo.example.evil.example/",
        ] {
            assert_eq!(sibling_of(&url, moved), None, "{moved}");
        }
    }

    #[test]
    fn the_centre_is_two_numbers_on_earth() {
        assert_eq!(
            read_position("48.85,2.35").unwrap().longitude.to_string(),
            "2.35"
        );
        for text in ["", "48.85", "a,b", "948.85,2.35", "NaN,1"] {
            assert_eq!(read_position(text), None, "{text}");
        }
    }
}
