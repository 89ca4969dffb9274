//! What the routes of a site said to a key: its own codes, sorted (contract 7.4).

use keys::{Cause, Permission};
use woocommerce::{RouteAnswer, Trouble, Walk};

/// A wrong secret and a missing permission share it.
const AUTHENTICATION_ERROR: &str = "woocommerce_rest_authentication_error";
/// What a site says where the user, or nobody, may not: `…_view`, `…_create`, `…_delete`.
const CANNOT: &str = "woocommerce_rest_cannot_";
const NO_ROUTE: &str = "rest_no_route";

/// What one answer says about the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// The key opens it. For writing that proves nothing alone: nobody's request comes as far.
    Opened,
    /// The key is known; its secret is wrong, or it may not do this.
    SecretOrPermission,
    /// The key is right, and its owner may not.
    OwnerMayNot,
    /// The site takes us for nobody.
    Nobody,
    /// It did not come to the key.
    Stopped(Cause),
}

/// What the answer to reading says.
pub(crate) fn of_reading(answer: &RouteAnswer) -> Said {
    match answer {
        RouteAnswer::Json { status: 404, code } if code.as_deref() == Some(NO_ROUTE) => {
            Said::Stopped(Cause::NotWooCommerce)
        }
        _ => said(answer),
    }
}

/// What the answer to writing says, where no route takes it.
pub(crate) fn of_writing(answer: &RouteAnswer) -> Said {
    match answer {
        RouteAnswer::Json { status: 404, code } if code.as_deref() == Some(NO_ROUTE) => {
            Said::Opened
        }
        _ => said(answer),
    }
}

/// What the key may do, where both answers together tell (contract 7.5).
pub(crate) fn permission_told(walk: &Walk) -> Option<Permission> {
    let read = of_reading(walk.read.as_ref()?);
    let write = of_writing(walk.write.as_ref()?);
    match (read, write) {
        (Said::Opened, Said::Opened) => Some(Permission::ReadWrite),
        (Said::Opened, Said::SecretOrPermission) => Some(Permission::Read),
        (Said::SecretOrPermission, Said::Opened) => Some(Permission::Write),
        _ => None,
    }
}

fn said(answer: &RouteAnswer) -> Said {
    match answer {
        RouteAnswer::Json { status, code } => {
            let code = code.as_deref().unwrap_or_default();
            match status {
                200..=299 => Said::Opened,
                401 if code == AUTHENTICATION_ERROR => Said::SecretOrPermission,
                401 if code.starts_with(CANNOT) => Said::Nobody,
                403 if code.starts_with(CANNOT) => Said::OwnerMayNot,
                status => Said::Stopped(of_status(*status)),
            }
        }
        RouteAnswer::NotJson(status) => Said::Stopped(of_status(*status)),
        RouteAnswer::Trouble(trouble) => Said::Stopped(of_trouble(trouble)),
    }
}

/// An answer that is not the site's own.
pub(crate) fn of_status(status: u16) -> Cause {
    match status {
        503 => Cause::Maintenance,
        429 | 500.. => Cause::ServerDown {
            status: Some(status),
        },
        _ => Cause::RestClosed,
    }
}

/// No answer that could be judged.
pub(crate) fn of_trouble(trouble: &Trouble) -> Cause {
    match trouble {
        Trouble::Redirected(to) => Cause::Redirected { to: site_of(to) },
        Trouble::Certificate(_) => Cause::Certificate,
        Trouble::Dns
        | Trouble::NotListening
        | Trouble::TimedOut
        | Trouble::Lost
        | Trouble::NotSent => Cause::Unreachable,
        Trouble::NotHttp => Cause::ServerDown { status: None },
        Trouble::Unavailable => Cause::Maintenance,
        Trouble::Failed(status) => Cause::ServerDown {
            status: Some(*status),
        },
    }
}

/// The site that a redirect leads to.
pub(crate) fn site_of(address: &str) -> String {
    let is_plain = address.get(..7) == Some("http://");
    match woocommerce::read_address(address) {
        // It may insist on plain http, which is then what is to be seen.
        Ok(url) if is_plain && url.is_https() => format!("http://{}", url.place()),
        Ok(url) => url.as_str().to_owned(),
        Err(_) => address.to_owned(),
    }
}
