//! What the operator and plugins of a shop changed (contract 12): switches, kept with its records.

use serde::{Deserialize, Serialize};

use super::options::{Flavour, Permalinks, ShopLanguage, ShopOptions};

/// What a second factor is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// A code that is mailed.
    Email,
    /// A code of an app; practice tells it like a mail.
    App,
    /// A code that works once, from a printed list; practice tells the list like a mail.
    BackupCode,
}

/// How a security plugin shuts the REST API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestGuard {
    /// 401 with a code of its own, for everybody who is not signed in.
    Code,
    /// 403 with a page.
    Html,
}

/// What is switched at a shop. Posted as JSON, what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, and all may be on together"
)]
pub struct ShopMode {
    /// Which versions it behaves as.
    pub flavour: Flavour,
    /// The language of the site.
    pub language: ShopLanguage,
    /// What its addresses look like.
    pub permalinks: Permalinks,
    /// Administrators and shop managers need this after the password.
    pub second_factor: Option<SecondFactor>,
    /// After so many wrong passwords in a row nobody gets in for 20 minutes.
    pub attempt_limit: Option<u32>,
    /// The sign-in form asks for the answer to a sum.
    pub captcha: bool,
    /// Sign-in and administration answer a firewall's page with this status, 403 or 503.
    pub block_page: Option<u16>,
    /// The sign-in page is at this path below the site instead, like `/entrance/`.
    pub moved_login: Option<String>,
    /// The sign-in page only sends to an identity provider.
    pub single_sign_on: bool,
    /// A security plugin shuts the REST API.
    pub rest_guard: Option<RestGuard>,
    /// The web server keeps `Authorization` from WordPress.
    pub strips_authorization: bool,
    /// TLS ends in front of the web server, and PHP is not told.
    pub tls_ends_in_front: bool,
    /// Methods that the web server refuses with 405.
    pub blocked_methods: Vec<String>,
    /// Somebody has made an application password at some time.
    pub application_passwords_used: bool,
    /// Administrators are asked whether the site's e-mail address is still right.
    pub email_check_due: bool,
    /// WooCommerce is switched off.
    pub woocommerce_off: bool,
}

impl ShopMode {
    /// What options ask for, everything else off.
    pub(crate) fn asked(options: &ShopOptions) -> Self {
        let flavour = options.flavour;
        Self {
            flavour,
            language: options.language.unwrap_or(flavour.usual_language()),
            permalinks: options.permalinks.unwrap_or(flavour.usual_permalinks()),
            ..Self::default()
        }
    }

    /// Whether the web server refuses a method.
    pub(crate) fn blocks(&self, method: &str) -> bool {
        self.blocked_methods
            .iter()
            .any(|blocked| blocked.eq_ignore_ascii_case(method))
    }
}
