//! Renewing the secret of an OAuth key (contract 5.5).

use crate::{
    Error, Instance, Step,
    app_list::{API_KEY_MARK, LIST, is_cut, is_list},
    destination::Destination,
    pages::{Needs, Posted},
};
use keys::Identifier;
use std::sync::LazyLock;
use web_session::{
    Form,
    page::{Html, Selector, closest, pattern},
};

static MARKS: LazyLock<Selector> = LazyLock::new(|| pattern(r#"[name="oauth2_client"]"#));
static FORMS: LazyLock<Selector> = LazyLock::new(|| pattern("form"));
static ROWS: LazyLock<Selector> = LazyLock::new(|| pattern("tr"));
static COPYABLE: LazyLock<Selector> = LazyLock::new(|| pattern("[data-clipboard-text]"));

impl Instance {
    /// Makes the server replace the secret; the former stops working at once. The answer does not
    /// tell the new one: read the key again. `ak_` keys have no such button and are not found.
    pub async fn renew_secret(&self, identifier: &Identifier) -> Result<(), Error> {
        let page = self.page(LIST, Needs::Admin).await?;
        let form = find_form(&page.text(), identifier)?;
        drop(page);
        match self.post(Destination::AppList, form.fields()).await? {
            Posted::Done(path) if path.trim_end_matches('/') == LIST => Ok(()),
            Posted::Done(_) => Err(Error::Unreadable {
                what: "location".to_owned(),
                step: Step::Acting,
            }),
            // Nothing happened: the server did not find the field in it.
            Posted::ShownAgain(reply) if is_list(&Html::parse_document(&reply.text())) => {
                Err(Error::form_changed("oauth2_client"))
            }
            // Whatever this is, it does not say that nothing happened.
            Posted::ShownAgain(_) => Err(Error::Unreadable {
                what: LIST.to_owned(),
                step: Step::Acting,
            }),
        }
    }
}

/// The button's form in the row of that key.
fn find_form(text: &str, identifier: &Identifier) -> Result<Form, Error> {
    if is_cut(text) {
        return Err(Error::ConnectionLost {
            step: Step::Reading,
            source: None,
        });
    }
    let page = Html::parse_document(text);
    if !is_list(&page) {
        return Err(Error::form_changed(LIST));
    }
    let mark = page
        .select(&MARKS)
        .filter(|mark| mark.attr("value") == Some(identifier.as_str()))
        .find(|mark| {
            // On the row of an `ak_` key the button renews something that nobody uses.
            closest(*mark, &ROWS).is_some_and(|row| {
                row.select(&COPYABLE)
                    .filter_map(|button| button.attr("data-clipboard-text"))
                    .all(|value| !value.starts_with(API_KEY_MARK))
            })
        })
        .ok_or(Error::NotFound)?;
    let form = closest(mark, &FORMS).ok_or_else(|| Error::form_changed("oauth2_client"))?;
    Ok(Form::within(form))
}
