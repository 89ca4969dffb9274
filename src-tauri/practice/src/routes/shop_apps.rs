//! `/admin/restaurants/{id}/api`: apps of shops that sell meals.

use crate::state::Db;
use axum::response::Response;
use minijinja::context;

use super::app_form::check_name;
use super::app_list::Row;
use super::controls::{self, Control};
use crate::answer;
use crate::made::{self, What};
use crate::page::{self, word};
use crate::state::apps::{self, Draft, Kind};
use crate::stop::Stop;
use crate::town;
use crate::visit::Visit;

const FORM: &str = "api_app";
const NAME: &str = "api_app[name]";

fn shop(visit: &Visit) -> Result<i64, Stop> {
    let id = visit.id.unwrap_or_default();
    let is_known = town::SHOPS.iter().any(|(shop, _)| *shop == id);
    if is_known { Ok(id) } else { Err(Stop::Missing) }
}

/// The list of a shop's apps.
pub(crate) fn list(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let shop = shop(visit)?;
    let rows: Vec<Row> = apps::list(db)?
        .into_iter()
        .filter(|listed| listed.app.shop == Some(shop))
        .map(Row::from)
        .collect();
    let title = word(visit, "api_clients");
    let content = context! { apps => rows, shop };
    Ok(answer::html(
        200,
        page::draw(visit, title, "shop_apps.html", &content)?,
    ))
}

/// Makes an app of a shop: OAuth with the scope `orders`.
pub(crate) fn create(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let shop = shop(visit)?;
    let mut errors = Vec::new();
    let mut name = String::new();
    if controls::is_submitted(visit, FORM) {
        errors = controls::form_errors(visit, FORM, &[NAME]);
        visit
            .field(NAME)
            .unwrap_or_default()
            .trim()
            .clone_into(&mut name);
        if errors.is_empty() {
            check_name(&name)?;
            let scopes = vec!["orders".to_owned()];
            let draft = Draft {
                name,
                kind: Kind::Oauth,
                scopes,
                store: None,
                shop: Some(shop),
            };
            let id = apps::create(db, &draft)?;
            made::note(db, What::App, id, &draft.name, visit.name());
            return Ok(answer::redirect(&format!("/admin/restaurants/{shop}/api")));
        }
    }
    let list = [
        Control::new(NAME, "text", word(visit, "app_name"), &name).require(),
        controls::token_control(visit, FORM),
    ];
    let content = context! { controls => controls::draw(visit, &list)?, errors };
    let title = word(visit, "api");
    Ok(answer::html(
        200,
        page::draw(visit, title, "app_form.html", &content)?,
    ))
}
