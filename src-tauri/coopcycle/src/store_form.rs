//! The form for a new Store, as this instance shows it (contract 4.4).

use crate::{Error, Instance, destination::Destination, pages::Needs};
use std::{collections::HashMap, sync::LazyLock};
use web_session::{
    Control, Form, Kind,
    page::{Html, Selector, closest, first, pattern, text_of},
};

pub(crate) const PREFIX: &str = "store[";
pub(crate) const NAME: &str = "store[name]";
pub(crate) const STREET: &str = "store[address][streetAddress]";
pub(crate) const TOKEN: &str = "store[_token]";
/// Any value means true, and no browser ever sends it.
const ENABLED: &str = "store[enabled]";

static CONTROLS: LazyLock<Selector> =
    LazyLock::new(|| pattern("input[name], select[name], textarea[name]"));
static GROUPS: LazyLock<Selector> = LazyLock::new(|| pattern(".form-group"));
static HELP: LazyLock<Selector> = LazyLock::new(|| pattern(".help-block"));
static ITEMS: LazyLock<Selector> = LazyLock::new(|| pattern("li"));

/// What can be filled in for a new Store on this instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreForm {
    /// Its fields, in the order of the page.
    pub fields: Vec<FormField>,
}

/// What sort of field it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text, or several.
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Tel,
    /// A web address.
    Url,
    /// A line of text that is looked up: the street address.
    Search,
    /// A number.
    Number,
    /// Not shown, such as the coordinates.
    Hidden,
    /// Ticked or not.
    Checkbox,
    /// One of several.
    Select {
        /// What to choose from.
        options: Vec<FieldChoice>,
    },
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice {
    /// What is sent.
    pub value: String,
    /// What is read, in the language of the session.
    pub label: String,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// The name it is sent under.
    pub name: String,
    /// What sort it is.
    pub kind: FieldKind,
    /// The page's label, in the language of the session; empty for none.
    pub label: String,
    /// What it holds at first; for a box, what it sends when ticked.
    pub value: String,
    /// Whether a box is ticked at first.
    pub checked: bool,
    /// Whether the page asks for it.
    pub required: bool,
    /// The page's help, in the language of the session.
    pub help: Option<String>,
    /// Whether the page keeps it from being used.
    pub disabled: bool,
}

impl Instance {
    /// Reads what can be filled in.
    pub async fn store_form(&self) -> Result<StoreForm, Error> {
        let page = self
            .page(Destination::NewStore.path(), Needs::Admin)
            .await?;
        describe(&page.text())
    }

    /// The form itself, fresh from the server.
    pub(crate) async fn fetch_store_form(&self) -> Result<Form, Error> {
        let page = self
            .page(Destination::NewStore.path(), Needs::Admin)
            .await?;
        read(&Html::parse_document(&page.text()))
    }
}

fn read(page: &Html) -> Result<Form, Error> {
    let mut form = Form::with_prefix(page, PREFIX);
    for name in [NAME, STREET, TOKEN] {
        if form.control(name).is_none() {
            return Err(Error::form_changed(name));
        }
    }
    form.remove(ENABLED);
    Ok(form)
}

fn describe(text: &str) -> Result<StoreForm, Error> {
    let page = Html::parse_document(text);
    let helps = read_helps(&page);
    let fields = read(&page)?
        .controls
        .into_iter()
        .filter(|control| control.name != TOKEN)
        .filter_map(|control| {
            let help = helps.get(&control.name).cloned();
            describe_field(control, help)
        })
        .collect();
    Ok(StoreForm { fields })
}

fn describe_field(control: Control, help: Option<String>) -> Option<FormField> {
    let value = match control.kind {
        Kind::Select { .. } => control.current_value().to_owned(),
        _ => control.value,
    };
    let kind = match control.kind {
        Kind::Text(kind) => match kind.as_str() {
            "email" => FieldKind::Email,
            "tel" => FieldKind::Tel,
            "url" => FieldKind::Url,
            "search" => FieldKind::Search,
            "number" => FieldKind::Number,
            _ => FieldKind::Text,
        },
        Kind::TextArea => FieldKind::Text,
        Kind::Hidden => FieldKind::Hidden,
        Kind::Checkbox => FieldKind::Checkbox,
        Kind::Select { .. } => FieldKind::Select {
            options: control
                .choices
                .into_iter()
                .filter(|choice| !choice.disabled)
                .map(|choice| FieldChoice {
                    value: choice.value,
                    label: choice.label,
                })
                .collect(),
        },
        // The form has none today; its defaults are sent back as they are.
        Kind::Radio | Kind::Unsent => return None,
    };
    Some(FormField {
        name: control.name,
        kind,
        label: control.label.unwrap_or_default(),
        value,
        checked: control.checked,
        required: control.required,
        help,
        disabled: control.disabled,
    })
}

/// Help texts by field. A block with a list in it is an error, not help.
fn read_helps(page: &Html) -> HashMap<String, String> {
    let mut helps = HashMap::new();
    for control in page.select(&CONTROLS) {
        let help = closest(control, &GROUPS)
            .and_then(|group| first(group, &HELP))
            .filter(|help| first(*help, &ITEMS).is_none())
            .map(text_of)
            .filter(|help| !help.is_empty());
        if let (Some(name), Some(help)) = (control.attr("name"), help) {
            helps.insert(name.to_owned(), help);
        }
    }
    helps
}

#[cfg(test)]
mod tests;
