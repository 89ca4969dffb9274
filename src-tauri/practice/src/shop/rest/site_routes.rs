//! The routes of WordPress itself that tell who asks (contract 10).

use serde_json::{Value, json};

use super::caller::Caller;
use super::problem::Problem;
use super::routes::no_handler;
use super::{Outcome, Told};
use crate::error::Error;
use crate::shop::asked::Asked;
use crate::shop::mode::ShopMode;
use crate::shop::records::people::ShopUser;
use crate::shop::records::{Records, application_passwords, settings};

/// A route below `wp/v2`.
pub(crate) fn answer(
    records: &Records,
    asked: &Asked,
    caller: &Caller,
    rest: &str,
) -> Result<Outcome, Error> {
    match rest {
        "posts" if asked.is_look() => Ok(Ok(Told::new(200, json!([])))),
        "posts" => Ok(no_handler(asked)),
        "users/me" | "users/me/application-passwords" => {
            let Some(user) = &caller.user else {
                return Ok(Err(Problem::new(
                    401,
                    "rest_not_logged_in",
                    "not_signed_in",
                )));
            };
            if rest == "users/me" {
                return Ok(me(asked, user));
            }
            application_password(records, asked, user)
        }
        _ => Ok(Err(Problem::no_route())),
    }
}

fn me(asked: &Asked, user: &ShopUser) -> Outcome {
    if !asked.is_look() {
        return no_handler(asked);
    }
    let mut body: Value = json!({"id": user.id, "name": user.display_name, "slug": user.login});
    if asked.query("context") == Some("edit") {
        body["username"] = json!(user.login);
        body["email"] = json!(user.email);
        body["roles"] = json!([user.role.as_str()]);
    }
    Ok(Told::new(200, body))
}

/// Makes an application password; from then on the site looks for them.
fn application_password(
    records: &Records,
    asked: &Asked,
    user: &ShopUser,
) -> Result<Outcome, Error> {
    if !asked.is_post() {
        return Ok(no_handler(asked));
    }
    let Some(name) = asked.either("name").filter(|name| !name.is_empty()) else {
        return Ok(Err(Problem::bad_parameter("name")));
    };
    let (uuid, password) = application_passwords::create(records, user.id, name)?;
    let mode = ShopMode {
        application_passwords_used: true,
        ..asked.mode.clone()
    };
    settings::set_mode(records, &mode)?;
    let body = json!({"uuid": uuid, "name": name, "password": password});
    Ok(Ok(Told::new(201, body)))
}
