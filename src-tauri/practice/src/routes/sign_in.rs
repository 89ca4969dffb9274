//! The web sign-in: page, check, second factor, sign-out, the token of a session.

use crate::state::Db;
use axum::response::Response;
use minijinja::context;
use serde_json::json;

use super::controls;
use crate::answer;
use crate::firewall::{self, REMEMBER_COOKIE, SESSION_COOKIE};
use crate::page::{self, word};
use crate::state::accounts::{self, Person};
use crate::state::mails::{self, Mail};
use crate::state::sessions;
use crate::stop::Stop;
use crate::visit::Visit;

/// `GET` and `POST /login`: the page, whatever is posted.
pub(crate) fn page(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let token = controls::form_token(visit, "authenticate");
    let error = visit.session().content.sign_in_error.take();
    let known: Vec<String> = accounts::all(db)?
        .into_iter()
        .map(|person| format!("{} / {}", person.account.name, person.account.password))
        .collect();
    let content = context! { token, error, accounts => known.join(", ") };
    let title = word(visit, "sign_in");
    Ok(answer::html(
        200,
        page::draw(visit, title, "sign_in.html", &content)?,
    ))
}

/// `POST /login_check`. The answer is the same with and without a second factor to come.
pub(crate) fn check(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let Some(name) = visit.field("_username").map(str::to_owned) else {
        return Err(Stop::Unreadable("The key \"_username\" must be a string."));
    };
    visit
        .cookies
        .push(firewall::cookie(REMEMBER_COOKIE, "deleted", 0));
    let password = visit.field("_password").unwrap_or_default().to_owned();
    let person = match find_person(db, &name, &password)? {
        Ok(person) => person,
        Err(dump) => {
            visit.session().content.sign_in_error = Some(dump);
            return Ok(answer::redirect_on_host(visit, "/login"));
        }
    };
    let remember = visit.field("_remember_me").is_some();
    let needs_code = visit.mode.has_second_factor() && person.has_stored("ROLE_ADMIN");
    let mut session = firewall::renew_session(db, visit)?;
    let content = &mut session.content;
    content.account = Some(person.id);
    content.revived = false;
    content.pending = needs_code;
    content.code = None;
    content.code_refused = false;
    content.wants_remembering = remember && needs_code;
    content.sign_in_error = None;
    content.jwt = None;
    visit.session = Some(session);
    if remember && !needs_code {
        firewall::set_remember_cookie(db, visit, person.id)?;
    }
    visit.person = Some(person.clone());
    let target = visit
        .field("_target_path")
        .or(visit.query("_target_path"))
        .map(str::to_owned);
    Ok(land(visit, &person, target))
}

/// The person, or the exception dump that the real sign-in page shows.
fn find_person(db: &Db, name: &str, password: &str) -> Result<Result<Person, String>, Stop> {
    let dump = |class: &str, message: &str| {
        format!(
            "Symfony\\Component\\Security\\Core\\Exception\\{class}: {message} in \
             /srv/practice/vendor/symfony/security-http/Authentication/AuthenticatorManager.php:204 \
             Stack trace: #0 practice"
        )
    };
    let Some(person) = accounts::find_by_name(db, name)? else {
        return Ok(Err(dump("UserNotFoundException", "Bad credentials.")));
    };
    if person.account.password != password {
        return Ok(Err(dump(
            "BadCredentialsException",
            "The presented password is invalid.",
        )));
    }
    if !person.account.enabled {
        return Ok(Err(dump("DisabledException", "User account is disabled.")));
    }
    Ok(Ok(person))
}

/// Where a sign-in leads. The literal stored roles decide, not what follows from them.
fn land(visit: &mut Visit, person: &Person, asked: Option<String>) -> Response {
    if let Some(target) = visit.session().content.target.take().or(asked) {
        return answer::redirect(&target);
    }
    if person.has_stored("ROLE_DISPATCHER") {
        answer::redirect("/admin")
    } else if person.has_stored("ROLE_STORE") || person.has_stored("ROLE_RESTAURANT") {
        answer::redirect("/dashboard")
    } else if person.has_stored("ROLE_COURIER") {
        answer::redirect("/profile/edit")
    } else {
        answer::redirect_on_host(visit, "/")
    }
}

/// The person whose code is awaited, or the refusal of anybody else.
fn find_pending(db: &Db, visit: &Visit) -> Result<Result<Person, Response>, Stop> {
    let pending = visit
        .session
        .as_ref()
        .filter(|session| session.content.pending);
    let account = pending.and_then(|session| session.content.account);
    match account
        .map(|id| accounts::find(db, id))
        .transpose()?
        .flatten()
    {
        Some(person) => Ok(Ok(person)),
        None if visit.person.is_some() => Err(Stop::Denied),
        None => Ok(Err(answer::redirect_on_host(visit, "/login"))),
    }
}

/// `GET /2fa`: the first look mails the code.
pub(crate) fn code_page(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let person = match find_pending(db, visit)? {
        Ok(person) => person,
        Err(refusal) => return Ok(refusal),
    };
    let token = controls::form_token(visit, "two_factor");
    if visit.session().content.code.is_none() {
        let code = db.random.code();
        let mail = Mail {
            to: person.email,
            subject: format!("[{}] Your login verification code", visit.brand),
            code: code.clone(),
            sent_at: visit.now,
        };
        mails::send(db, &mail)?;
        visit.session().content.code = Some(code);
    }
    let refused = std::mem::take(&mut visit.session().content.code_refused);
    let content = context! { token, refused, digits => vec!["off"; 6] };
    let title = word(visit, "two_factor");
    Ok(answer::html(
        200,
        page::draw(visit, title, "second_factor.html", &content)?,
    ))
}

/// `POST /2fa_check`. A code nobody has mailed yet is wrong, whatever it is.
pub(crate) fn check_code(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let person = match find_pending(db, visit)? {
        Ok(person) => person,
        Err(refusal) => return Ok(refusal),
    };
    let typed = visit
        .field("_auth_code")
        .unwrap_or_default()
        .replace(' ', "");
    if visit.session().content.code.as_ref() != Some(&typed) {
        visit.session().content.code_refused = true;
        return Ok(answer::redirect_on_host(visit, "/2fa"));
    }
    let mut session = firewall::renew_session(db, visit)?;
    session.content.pending = false;
    session.content.code = None;
    session.content.code_refused = false;
    let remember = std::mem::take(&mut session.content.wants_remembering);
    visit.session = Some(session);
    if remember {
        firewall::set_remember_cookie(db, visit, person.id)?;
    }
    visit.person = Some(person.clone());
    Ok(land(visit, &person, None))
}

/// `GET /logout`.
pub(crate) fn sign_out(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if let Some(session) = visit.session.take() {
        sessions::delete(db, &session.id)?;
    }
    visit
        .cookies
        .push(firewall::cookie(SESSION_COOKIE, "deleted", 0));
    visit
        .cookies
        .push(firewall::cookie(REMEMBER_COOKIE, "deleted", 0));
    Ok(answer::redirect_on_host(visit, "/"))
}

/// `GET /profile/jwt`: a user token for the person of the session.
pub(crate) fn jwt(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let jwt = firewall::session_jwt(db, visit)?;
    let name = visit
        .person
        .as_ref()
        .map(|person| person.account.name.clone());
    Ok(answer::json(
        200,
        &json!({"jwt": jwt, "cent_ns": "practice", "cent_usr": name, "cent_tok": db.random.hex(16)}),
    ))
}
