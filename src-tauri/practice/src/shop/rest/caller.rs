//! Who asks the REST API: a consumer key, an application password, a person with cookies and nonce
//! (contract 7.1, 7.2, 10).

use axum::http::header;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::oauth;
use super::problem::Problem;
use crate::error::Error;
use crate::shop::admission;
use crate::shop::asked::Asked;
use crate::shop::mode::RestGuard;
use crate::shop::nonces::{self, Purpose};
use crate::shop::records::consumer_keys::{self, ConsumerKey};
use crate::shop::records::people::{self, ShopUser};
use crate::shop::records::{Records, application_passwords};

/// Who asks.
#[derive(Default)]
pub(crate) struct Caller {
    /// The key that was accepted.
    pub(crate) key: Option<ConsumerKey>,
    /// Whose rights count; nobody when the owner is gone.
    pub(crate) user: Option<ShopUser>,
}

impl Caller {
    pub(crate) fn of_key(records: &Records, key: ConsumerKey) -> Result<Self, Error> {
        let user = people::find(records, key.owner)?;
        Ok(Self {
            key: Some(key),
            user,
        })
    }

    /// Whether the shop's settings and data are open to them.
    pub(crate) fn manages_shop(&self) -> bool {
        self.user.as_ref().is_some_and(ShopUser::manages_shop)
    }
}

/// Who asks, or why they are refused before any route.
pub(crate) fn identify(
    records: &Records,
    asked: &mut Asked,
    route: &str,
) -> Result<Result<Caller, Problem>, Error> {
    let mut problem = None;
    if names_shop_route(asked) && !asked.mode.woocommerce_off {
        match key_of(records, asked)? {
            Ok(Some(caller)) if asked.mode.rest_guard.is_none() => return Ok(Ok(caller)),
            Ok(_) => {}
            Err(found) => problem = Some(found),
        }
    }
    if asked.mode.rest_guard == Some(RestGuard::Code) {
        let passes = visitor(records, asked)?.is_ok_and(|caller| caller.user.is_some());
        if !passes {
            return Ok(Err(Problem::new(401, "rest_cannot_access", "shut")));
        }
    }
    if let Some(problem) = problem {
        return Ok(Err(problem));
    }
    match password_of(records, asked)? {
        Ok(Some(user)) => {
            return Ok(Ok(Caller {
                key: None,
                user: Some(user),
            }));
        }
        Err(problem) if !route.starts_with("/wc") => return Ok(Err(problem)),
        Ok(None) | Err(_) => {}
    }
    visitor(records, asked)
}

/// Whether the address itself, path or query, names a route of the shop, letter by letter.
fn names_shop_route(asked: &Asked) -> bool {
    let target = asked.target();
    target.contains("wp-json/wc/") || target.contains("wp-json/wc-")
}

/// The key that a request carries, if any; over plain http only a signature counts.
fn key_of(records: &Records, asked: &Asked) -> Result<Result<Option<Caller>, Problem>, Error> {
    let mut refusal = None;
    if asked.is_secure()
        && let Some((key, secret)) = plain_pair(asked)
        && let Some(found) = consumer_keys::find_by_key(records, &key)?
    {
        if found.secret == secret {
            return Ok(Ok(Some(Caller::of_key(records, found)?)));
        }
        refusal = Some(Problem::authentication("secret_wrong"));
    }
    if let Some(refusal) = refusal {
        return Ok(Err(refusal));
    }
    oauth::identify(records, asked)
}

/// Key and secret from the query if both are there, else from HTTP Basic.
fn plain_pair(asked: &Asked) -> Option<(String, String)> {
    let given = |name: &str| asked.query(name).filter(|text| !text.is_empty());
    match (given("consumer_key"), given("consumer_secret")) {
        (Some(key), Some(secret)) => Some((key.to_owned(), secret.to_owned())),
        _ => basic(asked).filter(|(key, secret)| !key.is_empty() && !secret.is_empty()),
    }
}

fn basic(asked: &Asked) -> Option<(String, String)> {
    let value = asked.header(header::AUTHORIZATION.as_str())?;
    let (scheme, rest) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(rest.trim()).ok()?).ok()?;
    let (name, password) = decoded.split_once(':')?;
    Some((name.to_owned(), password.to_owned()))
}

/// Whose application password came along. Until the first was made, and over plain http, nobody looks.
fn password_of(
    records: &Records,
    asked: &Asked,
) -> Result<Result<Option<ShopUser>, Problem>, Error> {
    if !asked.mode.application_passwords_used || !asked.is_secure() {
        return Ok(Ok(None));
    }
    let Some((name, password)) = basic(asked) else {
        return Ok(Ok(None));
    };
    let Some(person) = people::find_by_name(records, &name)? else {
        return Ok(Err(Problem::new(401, "invalid_username", "user_unknown")));
    };
    if application_passwords::is_good(records, person.id, &password)? {
        return Ok(Ok(Some(person)));
    }
    Ok(Err(Problem::new(
        401,
        "incorrect_password",
        "password_wrong",
    )))
}

/// Who is signed in: only with a nonce, otherwise cookies count for nothing.
fn visitor(records: &Records, asked: &mut Asked) -> Result<Result<Caller, Problem>, Error> {
    if !admission::recognise_visitor(records, asked)? {
        return Ok(Ok(Caller::default()));
    }
    let nonce = asked
        .header("x-wp-nonce")
        .or_else(|| asked.either("_wpnonce"))
        .map(str::to_owned);
    if nonce.is_none() {
        asked.user = None;
        return Ok(Ok(Caller::default()));
    }
    if !nonces::is_good(records, asked, Purpose::Rest, nonce.as_deref())? {
        return Ok(Err(Problem::new(
            403,
            "rest_cookie_invalid_nonce",
            "cookie_nonce",
        )));
    }
    Ok(Ok(Caller {
        key: None,
        user: asked.user.clone(),
    }))
}
