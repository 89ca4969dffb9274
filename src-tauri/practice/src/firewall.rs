//! Who may see which page: sessions, second factor, remembered sign-ins, maintenance.

use crate::state::Db;
use axum::response::Response;

use crate::answer;
use crate::language;
use crate::state::accounts::{self, Role};
use crate::state::sessions::{self, Session};
use crate::state::{settings, tokens};
use crate::stop::Stop;
use crate::visit::Visit;

pub(crate) const SESSION_COOKIE: &str = "PHPSESSID";
pub(crate) const REMEMBER_COOKIE: &str = "REMEMBERME";

/// Paths open while the second factor is awaited.
const OPEN_WHILE_PENDING: [&str; 7] = [
    "/login",
    "/register",
    "/resetting",
    "/order/public",
    "/2fa",
    "/2fa_check",
    "/logout",
];

/// Paths open during maintenance.
const OPEN_IN_MAINTENANCE: [&str; 6] = [
    "/login",
    "/login_check",
    "/api/login_check",
    "/api/settings",
    "/resetting",
    "/js/routing",
];

/// Finds the session and who is signed in, and refuses what they may not see.
pub(crate) fn admit(
    db: &Db,
    visit: &mut Visit,
    needed: Option<Role>,
) -> Result<Option<Response>, Stop> {
    load_session(db, visit)?;
    choose_language(visit);
    let content = visit
        .session
        .as_ref()
        .map(|session| session.content.clone())
        .unwrap_or_default();
    let person = content
        .account
        .map(|id| accounts::find(db, id))
        .transpose()?
        .flatten();
    if content.pending {
        if refuses_for_maintenance(db, visit)? {
            return Ok(Some(maintenance_page(&visit.locale)));
        }
        if !is_under(&visit.path, &OPEN_WHILE_PENDING) {
            remember_target(visit);
            return Ok(Some(answer::redirect_on_host(visit, "/2fa")));
        }
        return Ok(None);
    }
    visit.person = person;
    if refuses_for_maintenance(db, visit)? {
        return Ok(Some(maintenance_page(&visit.locale)));
    }
    let Some(role) = needed else {
        return Ok(None);
    };
    match &visit.person {
        Some(person) if person.has(role) => Ok(None),
        Some(_) if !content.revived => Err(Stop::Denied),
        _ => {
            remember_target(visit);
            Ok(Some(answer::redirect_on_host(visit, "/login")))
        }
    }
}

fn load_session(db: &Db, visit: &mut Visit) -> Result<(), Stop> {
    if let Some(id) = visit.cookie(SESSION_COOKIE) {
        visit.session = sessions::find(db, &id, visit.now)?;
    }
    let is_signed_in = visit
        .session
        .as_ref()
        .is_some_and(|session| session.content.account.is_some());
    if is_signed_in || visit.path == "/login_check" || visit.path == "/logout" {
        return Ok(());
    }
    let Some(value) = visit.cookie(REMEMBER_COOKIE) else {
        return Ok(());
    };
    if let Some(account) = sessions::revive(db, &value, visit.now)? {
        let mut session = renew_session(db, visit)?;
        session.content.account = Some(account);
        session.content.revived = true;
        visit.session = Some(session);
        set_remember_cookie(db, visit, account)?;
    } else {
        visit.cookies.push(cookie(REMEMBER_COOKIE, "deleted", 0));
    }
    Ok(())
}

/// The session under another id, with other form tokens, as after every sign-in.
pub(crate) fn renew_session(db: &Db, visit: &mut Visit) -> Result<Session, Stop> {
    let mut renewed = Session::start(&db.random);
    if let Some(former) = visit.session.take() {
        sessions::delete(db, &former.id)?;
        let form_secret = std::mem::take(&mut renewed.content.form_secret);
        renewed.content = sessions::Content {
            form_secret,
            ..former.content
        };
    }
    Ok(renewed)
}

pub(crate) fn set_remember_cookie(db: &Db, visit: &mut Visit, account: i64) -> Result<(), Stop> {
    let value = sessions::remember(db, account, visit.now)?;
    visit
        .cookies
        .retain(|line| !line.starts_with(REMEMBER_COOKIE));
    visit
        .cookies
        .push(cookie(REMEMBER_COOKIE, &value, 365 * 24 * 3600));
    Ok(())
}

/// A `Set-Cookie` line. No `Secure`: the practice co-op speaks plain http on loopback.
pub(crate) fn cookie(name: &str, value: &str, seconds: u64) -> String {
    if seconds == 0 {
        format!(
            "{name}={value}; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly"
        )
    } else {
        format!("{name}={value}; Max-Age={seconds}; path=/; HttpOnly")
    }
}

/// Keeps the session, and tells the browser when its id is new.
pub(crate) fn settle(db: &Db, visit: &mut Visit) -> Result<(), Stop> {
    let Some(session) = &visit.session else {
        return Ok(());
    };
    sessions::save(db, session, visit.now)?;
    if visit.cookie(SESSION_COOKIE).as_ref() != Some(&session.id) {
        let line = cookie(SESSION_COOKIE, &session.id, 7 * 24 * 3600);
        visit.cookies.push(line);
    }
    Ok(())
}

fn choose_language(visit: &mut Visit) {
    let asked = visit.query("_locale").map(str::to_owned);
    let Some(session) = &mut visit.session else {
        return;
    };
    if let Some(asked) = asked.filter(|asked| language::is_known(asked)) {
        session.content.locale = Some(asked);
    }
    if let Some(locale) = &session.content.locale {
        visit.locale.clone_from(locale);
    }
}

/// Keeps the refused page as the place to go after signing in.
fn remember_target(visit: &mut Visit) {
    let is_excluded = ["/profile/jwt", "/profile/notifications"].contains(&visit.path.as_str());
    if visit.is_page_view() && !is_excluded {
        let target = format!("{}{}", visit.origin(), visit.target());
        visit.session().content.target = Some(target);
    }
}

fn refuses_for_maintenance(db: &Db, visit: &Visit) -> Result<bool, Stop> {
    if !settings::is_under_maintenance(db)? || is_open_in_maintenance(&visit.path) {
        return Ok(false);
    }
    Ok(!visit
        .person
        .as_ref()
        .is_some_and(accounts::Person::passes_maintenance))
}

/// Whether maintenance leaves a path as it is.
pub(crate) fn is_open_in_maintenance(path: &str) -> bool {
    is_under(path, &OPEN_IN_MAINTENANCE)
}

/// What a page is in maintenance.
pub(crate) fn maintenance_page(locale: &str) -> Response {
    let text = language::label(locale, "maintenance");
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{locale}\"><head><title>{text}</title></head>\
         <body><h1>{text}</h1></body></html>\n"
    );
    answer::html(503, page)
}

fn is_under(path: &str, places: &[&str]) -> bool {
    places.iter().any(|place| {
        path.strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// The JWT kept in the session, replaced when it has expired.
pub(crate) fn session_jwt(db: &Db, visit: &mut Visit) -> Result<String, Stop> {
    let person = visit.person.clone().ok_or(Stop::Denied)?;
    let now = visit.now;
    let content = &mut visit.session().content;
    if let Some(jwt) = &content.jwt
        && matches!(tokens::read(db, jwt, now)?, tokens::Bearer::User(_))
    {
        return Ok(jwt.clone());
    }
    let jwt = tokens::issue_user(db, &person, now)?;
    content.jwt = Some(jwt.clone());
    Ok(jwt)
}
