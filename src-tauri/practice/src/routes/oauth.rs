//! `/oauth2/token`: access tokens for a pair.

use crate::state::Db;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::answer;
use crate::state::clients::{self, Client};
use crate::state::tokens;
use crate::stop::Stop;
use crate::visit::Visit;

const KIND: &str = "application/json; charset=UTF-8";

/// `POST /oauth2/token`.
pub(crate) fn token(db: &Db, visit: &mut Visit) -> Result<Response, Stop> {
    if visit.field("grant_type") != Some("client_credentials") {
        let text = "The authorization grant type is not supported by the authorization server.";
        let hint = "Check that all required parameters have been provided";
        return Ok(refuse(400, "unsupported_grant_type", text, Some(hint)));
    }
    let basic = basic_credentials(visit);
    let pick = |name: &str, from_header: Option<String>| {
        visit.field(name).map(str::to_owned).or(from_header)
    };
    let (basic_id, basic_secret) = basic.clone().unzip();
    let Some(identifier) = pick("client_id", basic_id) else {
        let text = "The request is missing a required parameter, includes an invalid parameter \
                    value, includes a parameter more than once, or is otherwise malformed.";
        return Ok(refuse(
            400,
            "invalid_request",
            text,
            Some("Check the `client_id` parameter"),
        ));
    };
    let secret = pick("client_secret", basic_secret).unwrap_or_default();
    let client = clients::find(db, &identifier)?;
    let Some(client) = client.filter(|client| client.active && client.secret == secret) else {
        let mut response = refuse(401, "invalid_client", "Client authentication failed", None);
        if basic.is_some() {
            let value = HeaderValue::from_static("Basic realm=\"OAuth\"");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, value);
        }
        return Ok(response);
    };
    match granted_scopes(visit, &client) {
        Ok(scopes) => {
            let access_token = tokens::issue_access(db, &client, &scopes, visit.now)?;
            let body = json!({"token_type": "Bearer", "expires_in": tokens::LIFE,
                "access_token": access_token});
            let mut response = answer::with_body(200, KIND, body.to_string());
            let headers = response.headers_mut();
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
            Ok(response)
        }
        Err(scope) => {
            let text = "The requested scope is invalid, unknown, or malformed";
            Ok(refuse(
                400,
                "invalid_scope",
                text,
                Some(&format!("Check the `{scope}` scope")),
            ))
        }
    }
}

/// The scopes asked for, or all of the client's; or the first that is refused.
fn granted_scopes(visit: &Visit, client: &Client) -> Result<Vec<String>, String> {
    let asked = visit.field("scope").unwrap_or_default();
    let asked = asked.trim().split(' ').filter(|scope| !scope.is_empty());
    let asked: Vec<String> = asked.map(str::to_owned).collect();
    if asked.is_empty() {
        return Ok(client.scopes.clone());
    }
    let is_allowed = |scope: &String| {
        visit.mode.knows_scope(scope) && (client.scopes.is_empty() || client.scopes.contains(scope))
    };
    match asked.iter().find(|scope| !is_allowed(scope)) {
        Some(refused) => Err(refused.clone()),
        None => Ok(asked),
    }
}

fn basic_credentials(visit: &Visit) -> Option<(String, String)> {
    let encoded = visit.header("authorization")?.strip_prefix("Basic ")?;
    let decoded = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (identifier, secret) = decoded.split_once(':')?;
    Some((identifier.to_owned(), secret.to_owned()))
}

fn refuse(status: u16, error: &str, text: &str, hint: Option<&str>) -> Response {
    let mut body = json!({"error": error, "error_description": text, "message": text});
    if let Some(hint) = hint {
        body["hint"] = json!(hint);
    }
    answer::with_body(status, "application/json", body.to_string())
}
