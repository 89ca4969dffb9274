//! What forms are made of: controls, their errors, and the tokens that guard them.

use minijinja::context;
use minijinja::value::Value;
use serde::Serialize;

use crate::page::{self, escape, word};
use crate::signature;
use crate::stop::Stop;
use crate::visit::Visit;

/// One of the things a select or a group of checkboxes offers.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) selected: bool,
}

/// A control as the template draws it.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Control {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) label: &'static str,
    pub(crate) value: String,
    pub(crate) required: bool,
    pub(crate) disabled: bool,
    /// Inside `div.hidden`.
    pub(crate) concealed: bool,
    pub(crate) attributes: Value,
    pub(crate) options: Vec<Choice>,
    pub(crate) errors: Vec<String>,
    pub(crate) help: &'static str,
}

impl Control {
    /// A control whose id follows from its name, as Symfony makes it.
    pub(crate) fn new(name: &str, kind: &'static str, label: &'static str, value: &str) -> Self {
        Self {
            id: name.replace("[]", "").replace('[', "_").replace(']', ""),
            name: name.to_owned(),
            kind,
            label,
            value: value.to_owned(),
            attributes: Value::from_safe_string(String::new()),
            ..Self::default()
        }
    }

    pub(crate) fn require(mut self) -> Self {
        self.required = true;
        self
    }

    pub(crate) fn disable(mut self) -> Self {
        self.disabled = true;
        self
    }

    pub(crate) fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    pub(crate) fn attribute(mut self, name: &str, value: &str) -> Self {
        let more = format!("{} {name}=\"{}\"", self.attributes, escape(value));
        self.attributes = Value::from_safe_string(more);
        self
    }

    pub(crate) fn options(mut self, options: Vec<Choice>) -> Self {
        self.options = options;
        self
    }

    pub(crate) fn errors(mut self, errors: Vec<String>) -> Self {
        self.errors = errors;
        self
    }
}

/// Options from values and labels, one of them selected.
pub(crate) fn choices<V: ToString, L: ToString>(
    pairs: impl IntoIterator<Item = (V, L)>,
    selected: &str,
) -> Vec<Choice> {
    pairs
        .into_iter()
        .map(|(value, label)| {
            let value = value.to_string();
            Choice {
                selected: value == selected,
                value,
                label: label.to_string(),
            }
        })
        .collect()
}

/// The empty option first, then the others.
pub(crate) fn optional(empty: &str, mut others: Vec<Choice>) -> Vec<Choice> {
    let selected = others.iter().all(|choice| !choice.selected);
    others.insert(
        0,
        Choice {
            value: String::new(),
            label: empty.to_owned(),
            selected,
        },
    );
    others
}

/// The controls as markup for a form template.
pub(crate) fn draw(visit: &Visit, controls: &[Control]) -> Result<Value, Stop> {
    let markup = page::draw_part(visit, "controls.html", &context! { controls })?;
    Ok(Value::from_safe_string(markup))
}

/// A token for a form of this session; every one is different and all stay valid.
pub(crate) fn form_token(visit: &mut Visit, form: &str) -> String {
    let secret = visit.session().content.form_secret.clone();
    let salt = visit.random.hex(8);
    let proof = signature::sign_hex(&secret, &format!("{form} {salt}"));
    format!("{salt}.{proof}")
}

fn is_form_token(visit: &mut Visit, form: &str, token: &str) -> bool {
    let secret = visit.session().content.form_secret.clone();
    token.split_once('.').is_some_and(|(salt, proof)| {
        signature::sign_hex(&secret, &format!("{form} {salt}")) == proof
    })
}

/// The hidden control that carries the token.
pub(crate) fn token_control(visit: &mut Visit, form: &str) -> Control {
    let token = form_token(visit, form);
    Control::new(&format!("{form}[_token]"), "hidden", "", &token)
}

/// What is wrong with a submission as a whole: fields the form does not have, a bad token.
pub(crate) fn form_errors(visit: &mut Visit, form: &str, known: &[&str]) -> Vec<String> {
    let mut errors = Vec::new();
    let prefix = format!("{form}[");
    let token_name = format!("{form}[_token]");
    let is_unknown =
        |name: &str| name.starts_with(&prefix) && name != token_name && !known.contains(&name);
    if visit.form().iter().any(|(name, _)| is_unknown(name)) {
        errors.push(word(visit, "extra_fields").to_owned());
    }
    let token = visit.field(&token_name).unwrap_or_default().to_owned();
    if !is_form_token(visit, form, &token) {
        errors.push(word(visit, "bad_token").to_owned());
    }
    errors
}

/// Whether the request submits this form.
pub(crate) fn is_submitted(visit: &Visit, form: &str) -> bool {
    let prefix = format!("{form}[");
    visit.is_post()
        && visit
            .form()
            .iter()
            .any(|(name, _)| name.starts_with(&prefix))
}
