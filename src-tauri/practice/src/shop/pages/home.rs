//! The front of the site, and what is not there.

use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use minijinja::context;

use crate::answer;
use crate::shop::asked::Asked;
use crate::shop::{page, reply};
use crate::stop::Stop;

/// The home page, which tells where the REST API is.
pub(crate) fn page(asked: &Asked) -> Result<Response, Stop> {
    draw(asked, 200)
}

/// The page for addresses nobody knows, in the looks of the site.
pub(crate) fn missing(asked: &Asked) -> Result<Response, Stop> {
    draw(asked, 404)
}

fn draw(asked: &Asked, status: u16) -> Result<Response, Stop> {
    let flavour = asked.mode.flavour;
    let content = context! {
        missing => status == 404,
        rest => asked.rest_url(),
        sign_in => asked.sign_in_url(),
        wordpress => flavour.wordpress(),
        woocommerce => (!asked.mode.woocommerce_off).then(|| flavour.woocommerce()),
    };
    let page = page::draw(asked, "home.html", &content)?;
    let mut response = if status == 200 {
        answer::with_body(200, "text/html; charset=UTF-8", page)
    } else {
        reply::html(status, page)
    };
    link_rest(asked, &mut response);
    Ok(response)
}

/// Tells where the REST API is.
pub(crate) fn link_rest(asked: &Asked, response: &mut Response) {
    let link = format!("<{}>; rel=\"https://api.w.org/\"", asked.rest_url());
    if let Ok(link) = HeaderValue::from_str(&link) {
        let headers = response.headers_mut();
        headers.append(HeaderName::from_static("link"), link);
    }
}
