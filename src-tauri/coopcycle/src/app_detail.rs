//! The page of one key, read and never sent (contract 5.4, 5.6).

use crate::{
    Credentials, Error, Instance,
    app_form::{NAME, SCOPES, STORE, type_value},
    app_list::LIST,
    pages::Needs,
};
use keys::{Identifier, KeyType, Scope, Secret, ServerAppId, ServerStoreId};
use std::sync::LazyLock;
use web_session::{
    Form,
    page::{Html, Selector, pattern},
};

static TYPE: LazyLock<Selector> = LazyLock::new(|| pattern("select#api_app_type option[selected]"));
static STORE_CHOICE: LazyLock<Selector> =
    LazyLock::new(|| pattern("select#api_app_store option[selected]"));
static IDENTIFIER: LazyLock<Selector> = LazyLock::new(|| pattern("#api_app_client_id[value]"));
static SECRET: LazyLock<Selector> = LazyLock::new(|| pattern("#api_app_client_secret[value]"));
static API_KEY: LazyLock<Selector> = LazyLock::new(|| pattern("#api_app_apiKey[value]"));

/// One key, with all its page tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppDetail {
    /// The server's number.
    pub server_id: ServerAppId,
    /// Its App name.
    pub name: String,
    /// How it proves itself.
    pub key_type: KeyType,
    /// What it was granted; `None` where the page does not tell. Empty means unrestricted, but also
    /// a key of a restaurant, whose scope the page does not show.
    pub scopes: Option<Vec<Scope>>,
    /// Its Store.
    pub store: Option<ServerStoreId>,
    /// What it opens doors with.
    pub credentials: Credentials,
}

impl Instance {
    /// Reads one key. A number that the server does not have is answered by a server error.
    pub async fn app(&self, id: ServerAppId) -> Result<AppDetail, Error> {
        let page = self.page(&format!("{LIST}/{}", id.0), Needs::Admin).await?;
        read(id, &page.text())
    }
}

fn read(server_id: ServerAppId, text: &str) -> Result<AppDetail, Error> {
    let page = Html::parse_document(text);
    let form = Form::with_prefix(&page, "api_app[");
    let value_of = |selector: &Selector| {
        let found = page.select(selector).next()?.attr("value")?.trim();
        (!found.is_empty()).then_some(found)
    };
    let name = form
        .control(NAME)
        .ok_or_else(|| Error::form_changed(NAME))?;
    let credentials = match (value_of(&IDENTIFIER), value_of(&SECRET), value_of(&API_KEY)) {
        (_, _, Some(key)) => Credentials::ApiKey {
            key: Secret::new(key.to_owned()),
        },
        (Some(identifier), Some(secret), None) => Credentials::OAuth {
            identifier: Identifier::new(identifier)
                .ok_or_else(|| Error::form_changed("api_app_client_id"))?,
            secret: Secret::new(secret.to_owned()),
        },
        _ => return Err(Error::form_changed("api_app_client_id")),
    };
    let has_api_key = matches!(credentials, Credentials::ApiKey { .. })
        || value_of(&TYPE) == Some(type_value(KeyType::ApiKey));
    let scopes: Vec<_> = form
        .controls
        .iter()
        .filter(|control| control.name == SCOPES)
        .collect();
    Ok(AppDetail {
        server_id,
        name: name.value.trim().to_owned(),
        key_type: if has_api_key {
            KeyType::ApiKey
        } else {
            KeyType::OAuth
        },
        scopes: (!scopes.is_empty()).then(|| {
            let granted = scopes.iter().filter(|control| control.checked);
            granted
                .map(|control| Scope::from_value(&control.value))
                .collect()
        }),
        // A page without a mark shows its first choice; before v4.2.0 that may be a Store.
        store: value_of(&STORE_CHOICE)
            .or_else(|| first_choice(&form))
            .and_then(|id| id.parse().ok())
            .map(ServerStoreId),
        credentials,
    })
}

fn first_choice(form: &Form) -> Option<&str> {
    let choices = &form.control(STORE)?.choices;
    let none_is_marked = !choices.iter().any(|choice| choice.selected);
    let first = choices.first().filter(|_| none_is_marked)?;
    Some(first.value.as_str())
}

#[cfg(test)]
mod tests;
