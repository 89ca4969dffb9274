//! Drawing pages from templates.

use std::sync::LazyLock;

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, context};

use crate::language::{self, label};
use crate::state::accounts::Role;
use crate::stop::Stop;
use crate::visit::Visit;

const TEMPLATES: [(&str, &str); 11] = [
    ("layout.html", include_str!("templates/layout.html")),
    ("sign_in.html", include_str!("templates/sign_in.html")),
    (
        "second_factor.html",
        include_str!("templates/second_factor.html"),
    ),
    ("plain.html", include_str!("templates/plain.html")),
    ("controls.html", include_str!("templates/controls.html")),
    ("store_list.html", include_str!("templates/store_list.html")),
    ("store_form.html", include_str!("templates/store_form.html")),
    ("app_list.html", include_str!("templates/app_list.html")),
    (
        "app_list_2019.html",
        include_str!("templates/app_list_2019.html"),
    ),
    ("app_form.html", include_str!("templates/app_form.html")),
    ("shop_apps.html", include_str!("templates/shop_apps.html")),
];

static TEMPLATE_SET: LazyLock<Environment<'static>> = LazyLock::new(|| set_of(&TEMPLATES));

/// Templates that escape what they show as PHP does: slashes stay as they are.
pub(crate) fn set_of(templates: &[(&'static str, &'static str)]) -> Environment<'static> {
    let mut set = Environment::new();
    set.set_formatter(|out, state, value| {
        let is_markup = value.is_safe() || state.auto_escape() != AutoEscape::Html;
        if is_markup || value.is_number() {
            return Ok(out.write_fmt(format_args!("{value}"))?);
        }
        if value.is_undefined() || value.is_none() {
            return Ok(());
        }
        Ok(out.write_str(&escape(&value.to_string()))?)
    });
    for (name, source) in templates {
        set.add_template(name, source)
            .expect("the built-in templates are tested");
    }
    set
}

/// Text for HTML, as PHP escapes it.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#039;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Draws a template alone; `words` of the visit's language are at hand in it.
pub(crate) fn draw_part(visit: &Visit, name: &str, content: &Value) -> Result<String, Stop> {
    let words = language::words(&visit.locale);
    let whole = context! { words, ..content.clone() };
    Ok(TEMPLATE_SET.get_template(name)?.render(whole)?)
}

/// Draws a whole page: the template within the layout.
pub(crate) fn draw(
    visit: &mut Visit,
    title: &str,
    name: &str,
    content: &Value,
) -> Result<String, Stop> {
    draw_with_jwt(visit, title, name, content, None)
}

/// Draws a whole page that carries the person's token in its head.
pub(crate) fn draw_with_jwt(
    visit: &mut Visit,
    title: &str,
    name: &str,
    content: &Value,
    jwt: Option<&str>,
) -> Result<String, Stop> {
    let inner = Value::from_safe_string(draw_part(visit, name, content)?);
    let is_staff = visit
        .person
        .as_ref()
        .is_some_and(|person| person.has(Role::Dispatcher));
    let is_admin_page = visit.path.starts_with("/admin");
    let layout = context! {
        title,
        inner,
        jwt,
        is_staff,
        locale => visit.locale,
        brand => visit.brand,
        user => visit.person.as_ref().map(|person| person.account.name.clone()),
        version => if is_staff && is_admin_page { visit.mode.version() } else { None },
        flash => visit.session.as_mut().and_then(|session| session.content.flash.take()),
    };
    draw_part(visit, "layout.html", &layout)
}

/// A word in the visit's language.
pub(crate) fn word(visit: &Visit, key: &str) -> &'static str {
    label(&visit.locale, key)
}
