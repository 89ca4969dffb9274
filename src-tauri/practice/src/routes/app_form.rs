//! `/admin/api/apps/new` and `/admin/api/apps/{id}`: making an app, and the edit trap.

use crate::state::Db;
use axum::response::Response;
use minijinja::context;

use super::controls::{self, Choice, Control, choices, optional};
use crate::answer;
use crate::made::{self, What};
use crate::page::{self, word};
use crate::state::apps::{self, App, Draft, Kind};
use crate::state::{clients, stores};
use crate::stop::Stop;
use crate::visit::Visit;

const FORM: &str = "api_app";
const NAME: &str = "api_app[name]";
const TYPE: &str = "api_app[type]";
const SCOPES: &str = "api_app[scopes][]";
const STORE: &str = "api_app[store]";

/// The scopes a form offers, with the keys of their labels.
const OFFERED: [(&str, &str); 4] = [
    ("deliveries", "scope_deliveries"),
    ("tasks", "scope_tasks"),
    ("orders:all", "scope_orders_all"),
    ("tasks:all", "scope_tasks_all"),
];

/// What is filled in, and what is wrong with it.
#[derive(Default)]
struct Filled {
    name: String,
    kind: String,
    scopes: Vec<String>,
    store: String,
    type_errors: Vec<String>,
    scope_errors: Vec<String>,
    store_errors: Vec<String>,
    form_errors: Vec<String>,
}

impl Filled {
    fn is_valid(&self) -> bool {
        [
            &self.type_errors,
            &self.scope_errors,
            &self.store_errors,
            &self.form_errors,
        ]
        .into_iter()
        .all(Vec::is_empty)
    }
}

/// `GET` and `POST /admin/api/apps/new`.
pub(crate) fn create(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if !controls::is_submitted(visit, FORM) {
        let filled = Filled {
            kind: "oauth".to_owned(),
            ..Filled::default()
        };
        return show_new(db, visit, filled);
    }
    let filled = read(db, visit)?;
    if !filled.is_valid() {
        return show_new(db, visit, filled);
    }
    check_name(&filled.name)?;
    let kind = if visit.mode.has_types() {
        Kind::parse(&filled.kind)
    } else {
        Some(Kind::Oauth)
    };
    let draft = Draft {
        name: filled.name,
        kind: kind.ok_or(Stop::Crash("the app has no type"))?,
        scopes: filled.scopes,
        store: filled.store.parse().ok(),
        shop: None,
    };
    let id = apps::create(db, &draft)?;
    made::note(db, What::App, id, &draft.name, visit.name());
    visit.session().content.flash = Some(word(visit, "app_created").to_owned());
    Ok(answer::redirect(&format!("/admin/api/apps/{id}")))
}

/// A blank or overlong name passes validation on the real server and then crashes it.
pub(super) fn check_name(name: &str) -> Result<(), Stop> {
    if name.is_empty() {
        return Err(Stop::Crash("the app's name is blank"));
    }
    if name.chars().count() > 128 {
        return Err(Stop::Crash(
            "the app's name is longer than a client's may be",
        ));
    }
    Ok(())
}

fn read(db: &Db, visit: &mut Visit) -> Result<Filled, Stop> {
    let mut known = vec![NAME, STORE];
    if visit.mode.has_types() {
        known.push(TYPE);
    }
    if visit.mode.has_scopes() {
        known.push(SCOPES);
    }
    let text = |name: &str| visit.field(name).unwrap_or_default().trim().to_owned();
    let mut filled = Filled {
        name: text(NAME),
        kind: text(TYPE),
        store: text(STORE),
        ..Filled::default()
    };
    let bad_choice = || vec![word(visit, "bad_choice").to_owned()];
    if !filled.kind.is_empty() && Kind::parse(&filled.kind).is_none() {
        filled.type_errors = bad_choice();
    }
    if visit.mode.has_scopes() {
        let posted = visit.form().iter().filter(|(name, _)| name == SCOPES);
        filled.scopes = posted.map(|(_, value)| value.clone()).collect();
        let is_offered = |scope: &String| OFFERED.iter().any(|(offered, _)| offered == scope);
        if !filled.scopes.iter().all(is_offered) {
            filled.scope_errors = bad_choice();
        }
    } else {
        filled.scopes = vec!["tasks".to_owned(), "deliveries".to_owned()];
    }
    let store = filled
        .store
        .parse()
        .ok()
        .map(|id| stores::find(db, id))
        .transpose()?
        .flatten();
    let may_be_empty = visit.mode.has_scopes();
    if store.is_none() && !(filled.store.is_empty() && may_be_empty) {
        filled.store_errors = bad_choice();
    }
    filled.form_errors = controls::form_errors(visit, FORM, &known);
    Ok(filled)
}

fn show_new(db: &Db, visit: &mut Visit, filled: Filled) -> Result<Response, Stop> {
    let errors = filled.form_errors.clone();
    let controls = build(db, visit, filled, None)?;
    show(visit, &controls, &errors)
}

/// `GET` and `POST /admin/api/apps/{id}`. Every valid POST replaces the credentials.
pub(crate) fn edit(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let id = visit.id.unwrap_or_default();
    let app = apps::find(db, id)?.ok_or(Stop::Crash("the app is unknown"))?;
    let client =
        clients::find(db, &app.client)?.ok_or(Stop::Crash("the app has no OAuth client"))?;
    let mut filled = Filled {
        name: app.name.clone(),
        kind: app.kind.as_str().to_owned(),
        scopes: client.scopes,
        store: app.store.map(|store| store.to_string()).unwrap_or_default(),
        ..Filled::default()
    };
    if controls::is_submitted(visit, FORM) {
        let known = [
            NAME,
            TYPE,
            SCOPES,
            STORE,
            "api_app[apiKey]",
            "api_app[client_id]",
            "api_app[client_secret]",
        ];
        filled.form_errors = controls::form_errors(visit, FORM, &known);
        if filled.form_errors.is_empty() {
            let name = visit.field(NAME).unwrap_or_default().trim().to_owned();
            check_name(&name)?;
            apps::replace_credentials(db, &app, &name)?;
            made::note_replaced(db, id, &name, visit.name());
            return Ok(answer::redirect("/admin/api/apps"));
        }
    }
    let errors = filled.form_errors.clone();
    let controls = build(db, visit, filled, Some((&app, &client.secret)))?;
    show(visit, &controls, &errors)
}

fn build(
    db: &Db,
    visit: &mut Visit,
    filled: Filled,
    existing: Option<(&App, &String)>,
) -> Result<Vec<Control>, Stop> {
    let mode = visit.mode;
    let lock = |control: Control| {
        if existing.is_some() {
            control.disable()
        } else {
            control
        }
    };
    let mut list =
        vec![Control::new(NAME, "text", word(visit, "app_name"), &filled.name).require()];
    if mode.has_types() {
        let types = [
            ("oauth", word(visit, "type_oauth")),
            ("api_key", word(visit, "type_api_key")),
        ];
        let control = Control::new(TYPE, "select", word(visit, "type"), "")
            .options(choices(types, &filled.kind))
            .errors(filled.type_errors);
        // Before scopes existed the type could be chosen again on the edit page.
        list.push(if mode.has_scopes() {
            lock(control)
        } else {
            control
        });
    }
    if mode.has_scopes() {
        let offered = OFFERED.iter().map(|(scope, label)| Choice {
            value: (*scope).to_owned(),
            label: word(visit, label).to_owned(),
            selected: filled.scopes.iter().any(|chosen| chosen == scope),
        });
        let control = Control::new(SCOPES, "choices", word(visit, "scopes"), "")
            .options(offered.collect())
            .errors(filled.scope_errors)
            .help(word(visit, "scopes_help"));
        list.push(lock(control));
    }
    let mut names = choices(stores::all_names(db)?, &filled.store);
    if mode.has_scopes() {
        names = optional(word(visit, "no_store"), names);
    }
    let control = Control::new(STORE, "select", word(visit, "store"), "")
        .options(names)
        .errors(filled.store_errors);
    list.push(lock(if mode.has_scopes() {
        control.help(word(visit, "store_help"))
    } else {
        control.require()
    }));
    if let Some((app, secret)) = existing {
        list.extend(credentials(visit, app, secret));
    }
    list.push(controls::token_control(visit, FORM));
    Ok(list)
}

fn credentials(visit: &Visit, app: &App, secret: &str) -> Vec<Control> {
    let shown = |name: &str, label, value: &str| {
        Control::new(name, "text", word(visit, label), value).disable()
    };
    match &app.api_key {
        Some(key) => vec![shown("api_app[apiKey]", "api_key", key)],
        None => vec![
            shown("api_app[client_id]", "client_id", &app.client),
            shown("api_app[client_secret]", "client_secret", secret),
        ],
    }
}

fn show(visit: &mut Visit, list: &[Control], errors: &[String]) -> Result<Response, Stop> {
    let content = context! { controls => controls::draw(visit, list)?, errors };
    let title = word(visit, "api");
    Ok(answer::html(
        200,
        page::draw(visit, title, "app_form.html", &content)?,
    ))
}
