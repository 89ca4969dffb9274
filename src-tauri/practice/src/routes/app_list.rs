//! `/admin/api/apps`: the list with its secrets, and renewing one.

use crate::state::Db;
use axum::response::Response;
use minijinja::context;
use serde::Serialize;

use crate::answer;
use crate::mode::Mode;
use crate::page::{self, word};
use crate::state::apps::{self, Kind, Listed};
use crate::state::clients;
use crate::stop::Stop;
use crate::visit::Visit;

/// Shown where an app has no Store.
const NO_STORE: &str = "＊";

#[derive(Serialize)]
pub(super) struct Row {
    id: i64,
    name: String,
    store: String,
    client: String,
    secret: String,
    api_key: Option<String>,
}

impl From<Listed> for Row {
    fn from(listed: Listed) -> Self {
        Self {
            id: listed.app.id,
            name: listed.app.name,
            store: listed.store_name.unwrap_or_else(|| NO_STORE.to_owned()),
            client: listed.app.client,
            secret: listed.secret,
            api_key: listed.app.api_key,
        }
    }
}

fn is_shown(mode: Mode, listed: &Listed) -> bool {
    let has_store = listed.app.store.is_some();
    match mode {
        Mode::Current | Mode::BeforeSecondFactor => true,
        Mode::BeforeScopes => has_store,
        Mode::FirstApps => has_store && listed.app.kind == Kind::Oauth,
    }
}

/// The list; a posted Identifier renews its secret, without a form token and without showing it.
pub(crate) fn page(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if visit.is_post()
        && visit.mode.has_types()
        && let Some(identifier) = visit.field("oauth2_client")
    {
        return if clients::renew_secret(db, identifier)? {
            Ok(answer::redirect("/admin/api/apps"))
        } else {
            Err(Stop::Crash("the posted Identifier is unknown"))
        };
    }
    let mode = visit.mode;
    let rows: Vec<Row> = apps::list(db)?
        .into_iter()
        .filter(|listed| is_shown(mode, listed))
        .map(Row::from)
        .collect();
    let template = if mode.has_types() {
        "app_list.html"
    } else {
        "app_list_2019.html"
    };
    let title = word(visit, "api_clients");
    let content = context! { apps => rows };
    Ok(answer::html(
        200,
        page::draw(visit, title, template, &content)?,
    ))
}
