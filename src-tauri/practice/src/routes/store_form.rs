//! `/admin/stores/new`.

use crate::state::Db;
use axum::response::Response;
use minijinja::context;

use super::controls;
use super::store_controls;
use super::store_input::{self, FORM, Input};
use crate::answer;
use crate::firewall;
use crate::made::{self, What};
use crate::page::{self, word};
use crate::state::accounts::Role;
use crate::state::stores::{self, Details};
use crate::stop::Stop;
use crate::visit::Visit;

/// The page, or a new Store.
pub(crate) fn create(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if !controls::is_submitted(visit, FORM) {
        return show(db, visit, &Input::default(), true);
    }
    let input = store_input::read(visit, true);
    if !input.is_valid() {
        return show(db, visit, &input, true);
    }
    let name = checked_name(&input)?;
    let details = input.details(Details {
        address: Some(input.address()?),
        ..Details::default()
    });
    let id = stores::create(db, &name, &details)?;
    made::note(db, What::Store, id, &name, visit.name());
    visit.session().content.flash = Some(word(visit, "saved").to_owned());
    Ok(answer::redirect(&format!("/admin/stores/{id}")))
}

/// A blank name passes validation on the real server and then crashes it.
pub(super) fn checked_name(input: &Input) -> Result<String, Stop> {
    let name = input.value("store[name]");
    if name.is_empty() {
        return Err(Stop::Crash("the Store's name is blank"));
    }
    if name.chars().count() > 255 {
        return Err(Stop::Crash("the Store's name is too long"));
    }
    Ok(name.to_owned())
}

/// Draws the page. What is wrong with the form as a whole is not shown.
pub(super) fn show(
    db: &Db,
    visit: &mut Visit,
    input: &Input,
    is_new: bool,
) -> Result<Response, Stop> {
    let list = store_controls::build(visit, input, is_new);
    let may_save = visit
        .person
        .as_ref()
        .is_some_and(|person| person.has(Role::Admin));
    let content = context! { controls => controls::draw(visit, &list)?, is_new, may_save };
    let title = word(visit, if is_new { "create_store" } else { "store" });
    let jwt = firewall::session_jwt(db, visit)?;
    let page = page::draw_with_jwt(visit, title, "store_form.html", &content, Some(&jwt))?;
    Ok(answer::html(200, page))
}
