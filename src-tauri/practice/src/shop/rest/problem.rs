//! Errors of the REST API: a code, a message in the site's language, a status (contract 7.4).

use axum::http::Method;
use axum::response::Response;
use serde_json::{Value, json};

use super::caller::Caller;
use crate::shop::asked::Asked;
use crate::shop::options::ShopLanguage;
use crate::shop::reply;

/// Name, English, French.
const MESSAGES: [(&str, &str, &str); 22] = [
    (
        "secret_wrong",
        "Consumer secret is invalid.",
        "Le secret client n’est pas valide.",
    ),
    (
        "key_does_not_read",
        "The API key provided does not have read permissions.",
        "La clé d’API fournie n’a pas le droit de lire.",
    ),
    (
        "key_does_not_write",
        "The API key provided does not have write permissions.",
        "La clé d’API fournie n’a pas le droit d’écrire.",
    ),
    (
        "parameter_missing",
        "Missing OAuth parameter",
        "Paramètre OAuth manquant",
    ),
    (
        "parameters_missing",
        "Missing OAuth parameters",
        "Paramètres OAuth manquants",
    ),
    (
        "key_unknown",
        "Consumer key is invalid.",
        "La clé client n’est pas valide.",
    ),
    (
        "method_unknown",
        "Invalid signature - signature method is invalid.",
        "Signature non valide : méthode inconnue.",
    ),
    (
        "signature_wrong",
        "Invalid signature - provided signature does not match.",
        "Signature non valide : elle ne correspond pas.",
    ),
    (
        "timestamp_wrong",
        "Invalid timestamp.",
        "Horodatage non valide.",
    ),
    (
        "nonce_used",
        "Invalid nonce - nonce has already been used.",
        "Nonce non valide : déjà utilisé.",
    ),
    (
        "cannot_view",
        "Sorry, you cannot list resources.",
        "Vous ne pouvez pas lister cela.",
    ),
    (
        "cannot_create",
        "Sorry, you cannot create resources.",
        "Vous ne pouvez pas créer cela.",
    ),
    (
        "cannot_edit",
        "Sorry, you cannot edit this resource.",
        "Vous ne pouvez pas modifier cela.",
    ),
    (
        "cannot_delete",
        "Sorry, you cannot delete this resource.",
        "Vous ne pouvez pas supprimer cela.",
    ),
    (
        "no_route",
        "No route was found matching the URL and request method.",
        "Aucune route ne correspond à l’adresse et à la méthode.",
    ),
    ("no_order", "Invalid ID.", "Identifiant non valide."),
    (
        "bad_parameter",
        "Invalid parameter(s):",
        "Paramètre(s) non valide(s) :",
    ),
    ("user_unknown", "Unknown username.", "Identifiant inconnu."),
    (
        "password_wrong",
        "This password is not right.",
        "Ce mot de passe n’est pas le bon.",
    ),
    (
        "cookie_nonce",
        "Cookie check failed",
        "La vérification du cookie a échoué",
    ),
    (
        "not_signed_in",
        "You are not signed in.",
        "Vous n’êtes pas connecté.",
    ),
    (
        "shut",
        "A security plugin keeps the REST API shut.",
        "Une extension de sécurité ferme l’API REST.",
    ),
];

fn message(language: ShopLanguage, name: &str) -> &'static str {
    MESSAGES
        .iter()
        .find(|(found, _, _)| *found == name)
        .map_or("", |(_, english, french)| match language {
            ShopLanguage::English => english,
            ShopLanguage::French => french,
        })
}

/// An error.
#[derive(Debug)]
pub(crate) struct Problem {
    status: u16,
    code: &'static str,
    message: &'static str,
    /// What follows the message, such as names of parameters.
    detail: String,
    params: Option<Value>,
}

impl Problem {
    pub(crate) fn new(status: u16, code: &'static str, message: &'static str) -> Self {
        Self {
            status,
            code,
            message,
            detail: String::new(),
            params: None,
        }
    }

    /// The one code of a refused key, whatever is wrong with it.
    pub(crate) fn authentication(message: &'static str) -> Self {
        Self::new(401, "woocommerce_rest_authentication_error", message)
    }

    pub(crate) fn no_route() -> Self {
        Self::new(404, "rest_no_route", "no_route")
    }

    /// What a caller without the right is told: 401 when nobody is known, else 403.
    pub(crate) fn cannot(caller: &Caller, method: &Method) -> Self {
        let status = if caller.user.is_some() { 403 } else { 401 };
        let (code, message) = match *method {
            Method::POST => ("woocommerce_rest_cannot_create", "cannot_create"),
            Method::PUT | Method::PATCH => ("woocommerce_rest_cannot_edit", "cannot_edit"),
            Method::DELETE => ("woocommerce_rest_cannot_delete", "cannot_delete"),
            _ => ("woocommerce_rest_cannot_view", "cannot_view"),
        };
        Self::new(status, code, message)
    }

    pub(crate) fn missing_parameters(names: &[&str]) -> Self {
        let message = if names.len() == 1 {
            "parameter_missing"
        } else {
            "parameters_missing"
        };
        Self {
            detail: format!(" {}", names.join(", ")),
            ..Self::new(
                401,
                "woocommerce_rest_authentication_missing_parameter",
                message,
            )
        }
    }

    pub(crate) fn bad_parameter(name: &str) -> Self {
        Self {
            detail: format!(" {name}"),
            params: Some(json!({name: format!("{name} is not of type integer.")})),
            ..Self::new(400, "rest_invalid_param", "bad_parameter")
        }
    }

    pub(crate) fn into_response(self, asked: &Asked) -> Response {
        let text = format!(
            "{}{}",
            message(asked.mode.language, self.message),
            self.detail
        );
        let mut data = json!({"status": self.status});
        if let Some(params) = self.params {
            data["params"] = params;
        }
        let body = json!({"code": self.code, "message": text, "data": data});
        reply::json(self.status, &body)
    }
}
