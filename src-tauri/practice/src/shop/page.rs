//! Drawing the shop's pages from templates.

use std::sync::LazyLock;

use minijinja::value::Value;
use minijinja::{Environment, context};

use super::asked::Asked;
use super::nonces::{self, Purpose};
use super::records::Records;
use super::seed;
use super::words;
use crate::page::{escape, set_of};
use crate::stop::Stop;

const TEMPLATES: [(&str, &str); 9] = [
    ("login.html", include_str!("templates/login.html")),
    (
        "second_factor.html",
        include_str!("templates/second_factor.html"),
    ),
    ("interposed.html", include_str!("templates/interposed.html")),
    ("die.html", include_str!("templates/die.html")),
    ("home.html", include_str!("templates/home.html")),
    ("admin.html", include_str!("templates/admin.html")),
    ("keys.html", include_str!("templates/keys.html")),
    ("paging.html", include_str!("templates/paging.html")),
    ("key.html", include_str!("templates/key.html")),
];

static TEMPLATE_SET: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut set = set_of(&TEMPLATES);
    set.add_filter("url", |address: String| {
        Value::from_safe_string(escape_url(&address))
    });
    set.add_filter("text", |text: String| {
        Value::from_safe_string(escape_once(&text))
    });
    set
});

/// An address for an attribute, as WordPress escapes it.
pub(crate) fn escape_url(address: &str) -> String {
    escape(address).replace("&amp;", "&#038;")
}

/// Text for HTML; what is an entity already stays one.
pub(crate) fn escape_once(text: &str) -> String {
    const ENTITIES: [(&str, &str); 5] = [
        ("&amp;lt;", "&lt;"),
        ("&amp;gt;", "&gt;"),
        ("&amp;quot;", "&quot;"),
        ("&amp;#039;", "&#039;"),
        ("&amp;amp;", "&amp;"),
    ];
    ENTITIES.iter().fold(escape(text), |text, (twice, once)| {
        text.replace(twice, once)
    })
}

/// Draws a template; words of the answer's language are at hand in it.
pub(crate) fn draw(asked: &Asked, name: &str, content: &Value) -> Result<String, Stop> {
    let flavour = asked.mode.flavour;
    let whole = context! {
        words => words::all(asked.language),
        lang => asked.language.tag(),
        base => asked.base(),
        shop => seed::NAME,
        is_old => flavour.is_old(),
        row_heads => flavour.has_row_heads(),
        ..content.clone()
    };
    Ok(TEMPLATE_SET.get_template(name)?.render(whole)?)
}

/// Draws a page of the administration.
pub(crate) fn draw_admin(
    records: &Records,
    asked: &Asked,
    title: &str,
    inner: String,
) -> Result<String, Stop> {
    let nonce = nonces::make(records, asked, Purpose::LogOut)?;
    let content = context! {
        title,
        inner => Value::from_safe_string(inner),
        sign_out => format!("{}?action=logout&_wpnonce={nonce}", asked.sign_in_url()),
        name => asked.user.as_ref().map(|user| user.display_name.clone()),
        keys => asked.keys_url(""),
        version => asked.mode.flavour.wordpress(),
    };
    draw(asked, "admin.html", &content)
}
