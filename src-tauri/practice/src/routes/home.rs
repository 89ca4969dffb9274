//! Pages that only exist to be landed on.
#![expect(clippy::unnecessary_wraps, reason = "every handler has the same shape")]

use crate::state::Db;
use axum::response::Response;
use minijinja::context;

use crate::answer;
use crate::language;
use crate::page::{self, word};
use crate::stop::Stop;
use crate::visit::Visit;

/// `/` leads to the language of the visit.
pub(crate) fn root(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    Ok(answer::redirect(&format!("/{}/", visit.locale)))
}

/// `/fr/`: the home page, which also sets the language of the session.
pub(crate) fn localised(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let locale = visit.path.trim_matches('/').to_owned();
    if !language::is_known(&locale) {
        return Err(Stop::Missing);
    }
    visit.locale.clone_from(&locale);
    visit.session().content.locale = Some(locale);
    draw(visit, "welcome", "Practice co-op: nothing here is real.")
}

/// `/profile/edit`, where couriers land.
pub(crate) fn profile(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    draw(visit, "welcome", "Your practice account.")
}

/// `/resetting/request`; nobody forgets a practice password for long.
pub(crate) fn forgotten(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    draw(
        visit,
        "forgotten",
        "Every practice account has the password \"practice\".",
    )
}

/// `/dashboard`, where Store owners land.
pub(crate) fn dashboard(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    draw(visit, "dashboard", "Your practice Store.")
}

/// `/admin`, where dispatchers land.
pub(crate) fn admin(_: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    draw(visit, "dashboard", "Practice co-op: no real deliveries.")
}

fn draw(visit: &mut Visit, heading: &str, text: &str) -> Result<Response, Stop> {
    let heading = word(visit, heading);
    let content = context! { heading, text };
    Ok(answer::html(
        200,
        page::draw(visit, heading, "plain.html", &content)?,
    ))
}
