//! Making a Store (contract 4.4).

use crate::{
    Error, Instance, Step,
    destination::Destination,
    form_errors,
    pages::Posted,
    store_form::{NAME, PREFIX, STREET, TOKEN},
};
use keys::{ServerStoreId, StoreName};
use web_session::{FillError, Form, Kind};

const PACKAGE_SET: &str = "store[packageSet]";
const PACKAGES_REQUIRED: &str = "store[packagesRequired]";

impl Instance {
    /// Makes a Store from values by field name and returns the server's number of it.
    ///
    /// Names the form does not have are left out; fields without a value keep what the page says.
    /// A box is ticked by any value but an empty one, `0` and `false`. It is sent once; a second
    /// time only when the form came back without any reason, which proves that nothing was made.
    pub async fn create_store(&self, values: &[(String, String)]) -> Result<ServerStoreId, Error> {
        judge(values)?;
        for _ in 0..2 {
            let mut form = self.fetch_store_form().await?;
            fill(&mut form, values)?;
            match self.post(Destination::NewStore, form.fields()).await? {
                Posted::Done(path) => {
                    return store_id(&path).ok_or(Error::Unreadable {
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

fn store_id(path: &str) -> Option<ServerStoreId> {
    crate::instance::number_after(path, "/admin/stores/").map(ServerStoreId)
}

fn value_of<'a>(values: &'a [(String, String)], wanted: &str) -> &'a str {
    let found = values.iter().rev().find(|(name, _)| name == wanted);
    found.map_or("", |(_, value)| value.trim())
}

/// A blank name or address makes the server fall over instead of answering (contract 0.3).
fn judge(values: &[(String, String)]) -> Result<(), Error> {
    StoreName::parse(value_of(values, NAME))?;
    if value_of(values, STREET).is_empty() {
        return Err(Error::AddressMissing);
    }
    Ok(())
}

fn fill(form: &mut Form, values: &[(String, String)]) -> Result<(), Error> {
    for (name, value) in values {
        if name == TOKEN {
            continue;
        }
        let filled = match form
            .control(name)
            .map(|control| (&control.kind, &control.value))
        {
            None | Some((Kind::Unsent, _)) => continue,
            Some((Kind::Checkbox, when_ticked)) => {
                let when_ticked = when_ticked.clone();
                form.tick(name, &when_ticked, is_ticked(value))
            }
            Some((Kind::Hidden, _)) => form.set(name, value.trim()),
            Some(_) if name == NAME || name == STREET => form.set(name, value.trim()),
            Some(_) => form.set(name, value),
        };
        filled.map_err(|error: FillError| Error::form_changed(&error.to_string()))?;
    }
    // The page's script frees this box once a package set is chosen.
    let has_package_set = form
        .control(PACKAGE_SET)
        .is_some_and(|control| !control.current_value().is_empty());
    if has_package_set {
        form.enable(PACKAGES_REQUIRED);
    }
    Ok(())
}

fn is_ticked(value: &str) -> bool {
    !matches!(
        value.trim().to_ascii_lowercase().as_str(),
        "" | "0" | "false"
    )
}
