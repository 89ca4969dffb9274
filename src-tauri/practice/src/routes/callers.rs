//! Who calls the JSON API, by user token, OAuth token or `ak_` key; and `/api/me`.

use crate::state::Db;
use axum::response::Response;
use serde_json::{Value, json};

use super::api_apps;
use crate::answer;
use crate::language::label;
use crate::mode::OrphanAnswer;
use crate::state::accounts::{Person, Role};
use crate::state::apps::{self, App};
use crate::state::settings;
use crate::state::tokens::{self, Bearer};
use crate::stop::Stop;
use crate::visit::Visit;

/// Who calls.
pub(crate) enum Caller {
    Person(Person),
    /// An OAuth client, with its app unless that was saved under another pair since.
    Client {
        app: Option<App>,
        scopes: Vec<String>,
    },
    /// The holder of an `ak_` key.
    Key(App),
}

impl Caller {
    /// The app that calls, if it may use deliveries. The server crashes on the token of a pair that
    /// belongs to no app any more.
    pub(crate) fn delivering_app(&self) -> Result<Option<&App>, Stop> {
        match self {
            Self::Person(_) => Ok(None),
            Self::Client { app, scopes } => {
                if scopes.iter().all(|scope| scope != "deliveries") {
                    return Ok(None);
                }
                app.as_ref().map(Some).ok_or(ORPHAN)
            }
            Self::Key(app) => Ok(Some(app)),
        }
    }
}

const ORPHAN: Stop = Stop::Crash("the pair belongs to no app");

/// What a request's credentials amount to: a caller, or the refusal to send.
type Found<T> = Result<Result<T, Response>, Stop>;

fn bearer(visit: &Visit) -> Option<String> {
    let header = visit
        .header("authorization")
        .and_then(|value| value.strip_prefix("Bearer "));
    header
        .or(visit.query("token").filter(|token| !token.is_empty()))
        .map(str::to_owned)
}

/// The caller of a path that reads user tokens only.
pub(crate) fn person(db: &Db, visit: &mut Visit) -> Found<Person> {
    let Some(token) = bearer(visit) else {
        return Ok(Err(answer::token_refusal("JWT Token not found")));
    };
    Ok(match tokens::read(db, &token, visit.now)? {
        Bearer::User(person) => {
            visit.person = Some((*person).clone());
            Ok(*person)
        }
        Bearer::Expired => Err(answer::token_refusal("Expired JWT Token")),
        _ => Err(answer::token_refusal("Invalid JWT Token")),
    })
}

/// The caller of a path that also reads OAuth tokens and `ak_` keys.
pub(crate) fn any(db: &Db, visit: &mut Visit) -> Found<Caller> {
    let Some(token) = bearer(visit) else {
        let text = "Full authentication is required to access this resource.";
        return Ok(Err(answer::api_error(visit, 401, text)));
    };
    if token.starts_with("ak_") {
        let app = apps::find_by_api_key(db, &token)?;
        return Ok(app
            .map(Caller::Key)
            .ok_or_else(|| answer::token_refusal("Invalid JWT Token")));
    }
    Ok(match tokens::read(db, &token, visit.now)? {
        Bearer::User(person) => {
            visit.person = Some((*person).clone());
            Ok(Caller::Person(*person))
        }
        Bearer::Client { identifier, scopes } => Ok(Caller::Client {
            app: apps::find_by_client(db, &identifier)?,
            scopes,
        }),
        Bearer::Expired => Err(answer::token_refusal("Expired JWT Token")),
        Bearer::Invalid => Err(answer::token_refusal("Invalid JWT Token")),
        Bearer::Forgotten => Err(answer::token_refusal(label(
            &visit.locale,
            "authentication_failed",
        ))),
    })
}

/// In maintenance only people with certain roles reach the API.
pub(crate) fn refuse_for_maintenance(db: &Db, visit: &mut Visit) -> Result<Option<Response>, Stop> {
    if !settings::is_under_maintenance(db)? {
        return Ok(None);
    }
    if bearer(visit).is_some() {
        match any(db, visit)? {
            Ok(Caller::Person(person)) if person.passes_maintenance() => return Ok(None),
            Ok(_) => {}
            Err(refusal) => return Ok(Some(refusal)),
        }
    }
    Ok(Some(maintenance_answer(&visit.locale)))
}

/// What a resource is in maintenance.
pub(crate) fn maintenance_answer(locale: &str) -> Response {
    answer::json(503, &json!({"message": label(locale, "maintenance")}))
}

/// Refuses a person who lacks a role.
pub(crate) fn require(person: &Person, role: Role) -> Result<(), Stop> {
    if person.has(role) {
        Ok(())
    } else {
        Err(Stop::Denied)
    }
}

/// `GET /api/me`: the person, or the app.
pub(crate) fn me(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    let app = match any(db, visit)? {
        Err(refusal) => return Ok(refusal),
        Ok(Caller::Person(person)) => return Ok(describe(visit, &person)),
        Ok(Caller::Key(app)) => app,
        Ok(Caller::Client { app, scopes }) => {
            let opening = ["deliveries", "tasks", "orders"];
            if !scopes.iter().any(|scope| opening.contains(&scope.as_str())) {
                return Err(Stop::Denied);
            }
            match app {
                Some(app) => app,
                None => return orphan(db, visit),
            }
        }
    };
    Ok(answer::resource(visit, 200, api_apps::describe(&app)))
}

/// The answer to a pair whose app's page was saved since, so that it belongs to no app.
fn orphan(db: &Db, visit: &Visit) -> Result<Response, Stop> {
    match settings::orphan_answer(db)? {
        OrphanAnswer::NotFound => Err(Stop::Missing),
        OrphanAnswer::ServerError => Err(ORPHAN),
        OrphanAnswer::Null => Ok(answer::resource(visit, 200, Value::Null)),
    }
}

fn describe(visit: &Visit, person: &Person) -> Response {
    let body = json!({"@context": "/api/contexts/User", "@id": format!("/api/users/{}", person.id),
        "@type": "User", "addresses": [], "username": person.account.name, "email": person.email,
        "roles": person.roles(), "telephone": null, "skills": []});
    answer::resource(visit, 200, body)
}
