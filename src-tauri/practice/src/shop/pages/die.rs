//! The page on which WordPress gives up, with its text, whatever the status.

use axum::response::Response;
use minijinja::context;
use minijinja::value::Value;

use crate::shop::asked::Asked;
use crate::shop::page;
use crate::shop::reply;
use crate::shop::words::word;
use crate::stop::Stop;

/// Gives up with a text of the answer's language.
pub(crate) fn with(asked: &Asked, status: u16, name: &str) -> Result<Response, Stop> {
    let text = crate::page::escape(word(asked.language, name));
    with_markup(asked, status, text)
}

/// Gives up with markup.
pub(crate) fn with_markup(asked: &Asked, status: u16, markup: String) -> Result<Response, Stop> {
    let content = context! { text => Value::from_safe_string(markup) };
    let page = page::draw(asked, "die.html", &content)?;
    Ok(reply::html(status, page))
}

/// Where a lost password leads, which is nowhere in practice.
pub(crate) fn lost_password(asked: &Asked) -> Result<Response, Stop> {
    with_markup(asked, 200, "<p>practice</p>".to_owned())
}
