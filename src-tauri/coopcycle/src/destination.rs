//! The only addresses this program ever sends a form to.
//!
//! `/admin/api/apps/{id}` is not among them and cannot be: sending that form, even unchanged,
//! silently replaces the key pair (contract 5.6). Destinations are fixed texts without a number.

use web_session::Request;

/// Where a form goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// User name and password.
    SignIn,
    /// The e-mailed code.
    SecondFactor,
    /// A new Store.
    NewStore,
    /// A new key.
    NewApp,
    /// Renewing a secret, named by Identifier in the body.
    AppList,
    /// A key's own token.
    Token,
}

impl Destination {
    #[cfg(test)]
    const ALL: [Self; 6] = [
        Self::SignIn,
        Self::SecondFactor,
        Self::NewStore,
        Self::NewApp,
        Self::AppList,
        Self::Token,
    ];

    /// The one place where a form is put into a request.
    pub(crate) fn request<'a>(
        self,
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Request {
        Request::post_form(self.path(), fields)
    }

    /// The path on the server.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::SignIn => "/login_check",
            Self::SecondFactor => "/2fa_check",
            Self::NewStore => "/admin/stores/new",
            Self::NewApp => "/admin/api/apps/new",
            Self::AppList => "/admin/api/apps",
            Self::Token => "/oauth2/token",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Destination;
    use std::{fs, path::Path};

    #[test]
    fn rule_1_no_destination_is_the_page_of_an_app() {
        for destination in Destination::ALL {
            let path = destination.path();
            assert!(
                !path
                    .bytes()
                    .any(|byte| byte.is_ascii_digit() && byte != b'2'),
                "{path}"
            );
            let below = path.strip_prefix("/admin/api/apps/");
            assert!(below.is_none_or(|rest| rest == "new"), "{path}");
        }
    }

    #[test]
    fn rule_1_no_form_leaves_but_through_here() {
        let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut sending = Vec::new();
        while let Some(path) = files.pop() {
            if path.is_dir() {
                files.extend(
                    fs::read_dir(&path)
                        .unwrap()
                        .map(|entry| entry.unwrap().path()),
                );
            } else if fs::read_to_string(&path).unwrap().contains("post_form(") {
                sending.push(path.file_name().unwrap().to_owned());
            }
        }
        assert_eq!(sending, ["destination.rs"]);
    }
}
