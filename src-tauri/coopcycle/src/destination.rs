//! The only addresses this program ever sends a form to.
//!
//! `/admin/api/apps/{id}` is not among them and cannot be: sending that form, even unchanged,
//! silently replaces the key pair (contract 5.6). Destinations are fixed texts without a number.

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
}
