//! Which handler answers which path, and what stands before it.

use crate::state::Db;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{RawPathParams, State};
use axum::http::{HeaderValue, Request, Uri, header};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};

use crate::answer::{self, AskedBy};
use crate::co_op::CoOp;
use crate::firewall;
use crate::routes::{
    api_apps, api_deliveries, api_root, api_sign_in, api_stores, app_form, app_list, callers,
    control, geocoding, home, oauth, shop_apps, sign_in, store_edit, store_form, store_list,
    time_slots,
};
use crate::state::accounts::Role;
use crate::state::settings;
use crate::stop::Stop;
use crate::visit::{Place, Visit};

/// No form or JSON body of this server is larger.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

/// A handler: the records, the request, the answer.
pub(crate) type Handler = fn(&Db, &mut Visit) -> Result<Response, Stop>;

/// What stands before a handler.
#[derive(Clone, Copy)]
enum Gate {
    /// No session, no token.
    Open,
    /// No session, no token, but shut in maintenance: nobody can be known there, so nobody passes.
    Shut,
    /// A web page, with the role it needs.
    Web(Option<Role>),
    /// JSON that reads user tokens only, or that is public, and is shut in maintenance.
    Api,
}

/// Everything the server answers.
pub(crate) fn build(co_op: CoOp) -> Router {
    let admin = Gate::Web(Some(Role::Admin));
    let dispatcher = Gate::Web(Some(Role::Dispatcher));
    let user = Gate::Web(Some(Role::User));
    let open = Gate::Web(None);
    let page = |gate, handler: Handler| get(with_gate(gate, handler));
    let form =
        |gate, handler: Handler| get(with_gate(gate, handler)).post(with_gate(gate, handler));
    let action = |gate, handler: Handler| post(with_gate(gate, handler));
    Router::new()
        .route("/", page(open, home::root))
        .route("/{locale}/", page(open, home::localised))
        .route("/login", form(open, sign_in::page))
        .route("/login_check", action(open, sign_in::check))
        .route("/2fa", page(open, sign_in::code_page))
        .route("/2fa_check", action(open, sign_in::check_code))
        .route("/resetting/request", page(open, home::forgotten))
        .route("/logout", page(open, sign_in::sign_out))
        .route("/profile/jwt", page(user, sign_in::jwt))
        .route("/profile/edit", page(user, home::profile))
        .route("/dashboard", page(user, home::dashboard))
        .route("/admin", page(dispatcher, home::admin))
        .route("/admin/stores", page(dispatcher, store_list::page))
        .route("/admin/stores/search", page(dispatcher, store_list::search))
        .route("/admin/stores/new", form(admin, store_form::create))
        .route("/admin/stores/{id}", form(dispatcher, store_edit::page))
        .route("/admin/api/apps", form(admin, app_list::page))
        .route("/admin/api/apps/new", form(admin, app_form::create))
        .route("/admin/api/apps/{id}", form(admin, app_form::edit))
        .route(
            "/admin/restaurants/{id}/api",
            page(dispatcher, shop_apps::list),
        )
        .route(
            "/admin/restaurants/{id}/api/new",
            form(dispatcher, shop_apps::create),
        )
        .route("/search/geocode", page(Gate::Open, geocoding::geocode))
        .route("/search/reverse", page(Gate::Open, geocoding::reverse))
        .route("/api", page(Gate::Api, api_root::entrypoint))
        .route("/api/settings", page(Gate::Open, api_root::settings))
        .route(
            "/api/docs.jsonopenapi",
            page(Gate::Open, api_root::description),
        )
        .route("/api/login_check", form(Gate::Open, api_sign_in::check))
        .route(
            "/api/token/refresh",
            action(Gate::Open, api_sign_in::refresh),
        )
        .route("/api/me", page(Gate::Api, callers::me))
        .route("/api/me/stores", page(Gate::Api, api_stores::owned))
        .route("/api/stores", page(Gate::Api, api_stores::collection))
        .route("/api/stores/{id}", store_item())
        .route(
            "/api/stores/{id}/deliveries",
            page(Gate::Api, api_deliveries::of_store),
        )
        .route("/api/api_apps/{id}", page(Gate::Api, api_apps::item))
        .route("/api/time_slots", page(Gate::Api, time_slots::collection))
        .route("/api/time_slots/{id}", page(Gate::Api, time_slots::item))
        .route("/api/deliveries", action(Gate::Api, api_deliveries::create))
        .route(
            "/api/deliveries/{id}",
            page(Gate::Api, api_deliveries::item),
        )
        .route("/oauth2/token", action(Gate::Shut, oauth::token))
        .fallback(missing)
        .merge(control::routes())
        .with_state(co_op)
}

/// Paths nobody knows are 404 before anybody asks who wants to know.
async fn missing(uri: Uri) -> Response {
    if uri.path().starts_with("/api/") {
        let body = r#"{"@context":"/api/contexts/Error","@type":"hydra:Error","hydra:title":"An error occurred","hydra:description":"Not Found"}"#;
        answer::with_body(404, "application/ld+json; charset=utf-8", body)
    } else {
        answer::error_page(404)
    }
}

fn store_item() -> MethodRouter<CoOp> {
    get(with_gate(Gate::Api, api_stores::item))
        .patch(with_gate(Gate::Api, api_stores::change))
        .delete(with_gate(Gate::Api, api_stores::delete))
}

fn with_gate(
    gate: Gate,
    handler: Handler,
) -> impl Fn(
    State<CoOp>,
    RawPathParams,
    Request<Body>,
) -> std::pin::Pin<Box<dyn Future<Output = Response> + Send>>
+ Clone
+ Send
+ Sync
+ 'static {
    move |State(co_op), params, request| {
        Box::pin(async move { answer(&co_op, gate, handler, &params, request).await })
    }
}

async fn answer(
    co_op: &CoOp,
    gate: Gate,
    handler: Handler,
    params: &RawPathParams,
    request: Request<Body>,
) -> Response {
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return answer::error_page(413);
    };
    let db = co_op.db();
    let options = co_op.options();
    let place = Place {
        random: db.random.clone(),
        now: co_op.now(),
        mode: settings::mode(&db).unwrap_or_default(),
        country: options.country.clone(),
        brand: options.brand.clone(),
        locale: options.locale.clone(),
    };
    let mut visit = Visit::new(place, head.method, &head.uri, head.headers, body.to_vec());
    if let Some((_, id)) = params.iter().find(|(name, _)| *name == "id") {
        visit.id = id.parse().ok();
        if visit.id.is_none() {
            return answer::stop(&visit, &Stop::Missing);
        }
    }
    let result = pass(&db, &mut visit, gate, handler);
    finish(visit, result)
}

fn pass(db: &Db, visit: &mut Visit, gate: Gate, handler: Handler) -> Result<Response, Stop> {
    let refusal = match gate {
        Gate::Open => None,
        Gate::Shut => settings::is_under_maintenance(db)?
            .then(|| Ok(firewall::maintenance_page(&visit.locale))),
        Gate::Web(role) => firewall::admit(db, visit, role).transpose(),
        Gate::Api => callers::refuse_for_maintenance(db, visit)?.map(Ok),
    };
    // A page that fails still keeps what its session learnt.
    let result = refusal.unwrap_or_else(|| handler(db, visit));
    if matches!(gate, Gate::Web(_)) {
        firewall::settle(db, visit)?;
    }
    result
}

fn finish(visit: Visit, result: Result<Response, Stop>) -> Response {
    let mut response = result.unwrap_or_else(|stop| answer::stop(&visit, &stop));
    for line in &visit.cookies {
        if let Ok(value) = HeaderValue::from_str(line) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    if let Some(person) = visit.person {
        response
            .extensions_mut()
            .insert(AskedBy(person.account.name));
    }
    response
}
