//! The form for a new key, as this instance shows it (contract 5.3, 9).

use crate::{Error, Instance, destination::Destination, pages::Needs};
use keys::{KeyType, Scope, ServerStoreId};
use web_session::{Form, page::Html};

pub(crate) const PREFIX: &str = "api_app[";
pub(crate) const NAME: &str = "api_app[name]";
pub(crate) const TYPE: &str = "api_app[type]";
pub(crate) const SCOPES: &str = "api_app[scopes][]";
pub(crate) const STORE: &str = "api_app[store]";
pub(crate) const TOKEN: &str = "api_app[_token]";

/// What can be chosen for a new key on this instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppForm {
    /// The types on offer.
    pub types: Vec<KeyType>,
    /// The scopes on offer; `None` where the form has none, and a key silently gets `tasks` and
    /// `deliveries` (before v4.2.0).
    pub scopes: Option<Vec<Scope>>,
    /// The Stores on offer, deleted ones among them.
    pub stores: Vec<(ServerStoreId, String)>,
    /// Whether there is no key without a Store (before v4.2.0).
    pub store_required: bool,
}

impl Instance {
    /// Reads what can be chosen.
    pub async fn app_form(&self) -> Result<AppForm, Error> {
        describe(&self.fetch_app_form().await?)
    }

    /// The form itself, fresh from the server.
    pub(crate) async fn fetch_app_form(&self) -> Result<Form, Error> {
        let page = self.page(Destination::NewApp.path(), Needs::Admin).await?;
        read(&page.text())
    }
}

fn read(text: &str) -> Result<Form, Error> {
    let form = Form::with_prefix(&Html::parse_document(text), PREFIX);
    for name in [NAME, STORE, TOKEN] {
        if form.control(name).is_none() {
            return Err(Error::form_changed(name));
        }
    }
    Ok(form)
}

/// The server's value of a type.
pub(crate) fn type_value(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::OAuth => "oauth",
        KeyType::ApiKey => "api_key",
        // Of another kind of server: no form here offers it, so filling it in is refused.
        KeyType::Consumer => "consumer",
    }
}

fn describe(form: &Form) -> Result<AppForm, Error> {
    let types = match form.control(TYPE) {
        Some(control) => [KeyType::OAuth, KeyType::ApiKey]
            .into_iter()
            .filter(|key_type| {
                let value = type_value(*key_type);
                control.choices.iter().any(|choice| choice.value == value)
            })
            .collect(),
        // Before October 2021 there was only one.
        None => vec![KeyType::OAuth],
    };
    if types.is_empty() {
        return Err(Error::form_changed(TYPE));
    }
    let scopes: Vec<_> = form
        .controls
        .iter()
        .filter(|control| control.name == SCOPES)
        .map(|control| Scope::from_value(&control.value))
        .collect();
    let choices = form.control(STORE).map(|control| &control.choices[..]);
    let choices = choices.unwrap_or_default();
    let stores = choices
        .iter()
        .filter_map(|choice| {
            let id = choice.value.parse().ok()?;
            Some((ServerStoreId(id), choice.label.clone()))
        })
        .collect();
    Ok(AppForm {
        types,
        scopes: (!scopes.is_empty()).then_some(scopes),
        stores,
        store_required: !choices.iter().any(|choice| choice.value.is_empty()),
    })
}

#[cfg(test)]
mod tests;
