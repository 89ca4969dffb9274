//! Making a key (contract 5.3).

use crate::{
    Error, Instance, Step,
    app_form::{NAME, PREFIX, SCOPES, STORE, TYPE, type_value},
    app_list::app_id,
    destination::Destination,
    form_errors,
    pages::Posted,
};
use keys::{AppName, KeyType, Scope, ServerAppId, ServerStoreId};
use web_session::{FillError, Form};

/// A key to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewApp {
    /// Its App name.
    pub name: AppName,
    /// How it proves itself.
    pub key_type: KeyType,
    /// What it may do. Left out where the instance has no scopes.
    pub scopes: Vec<Scope>,
    /// The Store it belongs to.
    pub store: Option<ServerStoreId>,
}

impl Instance {
    /// Makes the key and returns the server's number of it. It is sent once; a second time only
    /// when the form came back without any reason, which proves that nothing was made.
    pub async fn create_app(&self, new: &NewApp) -> Result<ServerAppId, Error> {
        for _ in 0..2 {
            let mut form = self.fetch_app_form().await?;
            fill(&mut form, new)?;
            match self.post(Destination::NewApp, form.fields()).await? {
                Posted::Done(path) => {
                    return app_id(&path).ok_or(Error::Unreadable {
                        what: "location".to_owned(),
                        step: Step::Acting,
                    });
                }
                Posted::ShownAgain(reply) => {
                    let errors = form_errors::read(&reply, PREFIX)?;
                    if !errors.is_empty() {
                        return Err(Error::FieldsRefused(errors));
                    }
                }
            }
        }
        Err(Error::RejectedWithoutMessage)
    }
}

fn fill(form: &mut Form, new: &NewApp) -> Result<(), Error> {
    let changed = |error: FillError| Error::form_changed(&error.to_string());
    form.set(NAME, new.name.as_str()).map_err(changed)?;
    if form.control(TYPE).is_some() {
        form.set(TYPE, type_value(new.key_type)).map_err(changed)?;
    } else if new.key_type != KeyType::OAuth {
        return Err(Error::form_changed(TYPE));
    }
    choose_store(form, new.store)?;
    if form.control(SCOPES).is_none() {
        return Ok(());
    }
    if new.scopes.is_empty() && new.key_type == KeyType::OAuth {
        return Err(Error::ScopeMissing);
    }
    // The page's script switches boxes on and off with the Store; none is ticked but ours.
    form.enable(SCOPES);
    for control in &mut form.controls {
        if control.name == SCOPES {
            control.checked = false;
        }
    }
    for scope in &new.scopes {
        form.tick(SCOPES, scope.as_value(), true).map_err(changed)?;
    }
    Ok(())
}

fn choose_store(form: &mut Form, store: Option<ServerStoreId>) -> Result<(), Error> {
    match store {
        // The Store was deleted for good since the list was read.
        Some(ServerStoreId(id)) => form
            .set(STORE, &id.to_string())
            .map_err(|_| Error::NotFound),
        // Without an empty choice a browser would send the first Store.
        None => form.set(STORE, "").map_err(|_| Error::StoreRequired),
    }
}
