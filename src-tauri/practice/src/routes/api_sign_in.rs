//! `/api/login_check` and `/api/token/refresh`: user tokens by password, without second factor.

use crate::state::Db;
use axum::response::Response;
use serde_json::json;

use crate::answer;
use crate::language::label;
use crate::state::accounts::{self, Person};
use crate::state::tokens::{self, Refresh};
use crate::stop::Stop;
use crate::visit::Visit;

/// A token for a name and a password. Disabled accounts get one too, and a word that says so.
pub(crate) fn check(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if !visit.is_post() {
        return Err(Stop::Missing);
    }
    let name = visit.field("_username").map(str::to_owned);
    let name = name.ok_or(Stop::Unreadable("The key \"_username\" must be a string."))?;
    let password = visit.field("_password").unwrap_or_default().to_owned();
    let person = accounts::find_by_name(db, &name)?;
    let Some(person) = person.filter(|person| person.account.password == password) else {
        return Ok(answer::token_refusal(label(
            &visit.locale,
            "bad_credentials",
        )));
    };
    let refresh = tokens::issue_refresh(db, &person, visit.now)?;
    hand_out(db, visit, person, &refresh)
}

fn hand_out(db: &Db, visit: &mut Visit, person: Person, refresh: &str) -> Result<Response, Stop> {
    let token = tokens::issue_user(db, &person, visit.now)?;
    let body = json!({"token": token, "roles": person.roles(), "username": person.account.name,
        "email": person.email, "id": person.id, "enabled": person.account.enabled,
        "refresh_token": refresh});
    visit.person = Some(person);
    Ok(answer::json(200, &body))
}

/// Another token for a refresh token, which stays the same and lives longer.
pub(crate) fn refresh(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let token = visit
        .field("refresh_token")
        .ok_or(Stop::Missing)?
        .to_owned();
    match tokens::use_refresh(db, &token, visit.now)? {
        Refresh::Known(person) => hand_out(db, visit, *person, &token),
        Refresh::Expired => Ok(answer::token_refusal("Invalid JWT Refresh Token")),
        Refresh::Unknown => Ok(answer::token_refusal("JWT Refresh Token Not Found")),
    }
}
