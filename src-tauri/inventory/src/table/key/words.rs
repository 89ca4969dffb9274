//! Types, scopes and outcomes of checks as the tables keep them.

use keys::{CheckResult, KeyType, Scope};

pub(crate) fn type_as_word(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::OAuth => "oauth",
        KeyType::ApiKey => "api_key",
    }
}

pub(crate) fn type_from_word(word: &str) -> Option<KeyType> {
    match word {
        "oauth" => Some(KeyType::OAuth),
        "api_key" => Some(KeyType::ApiKey),
        _ => None,
    }
}

/// One scope a line: a server's value may hold anything that fits into one.
pub(crate) fn scopes_as_text(scopes: &[Scope]) -> String {
    let values: Vec<&str> = scopes.iter().map(Scope::as_value).collect();
    values.join("\n")
}

pub(crate) fn scopes_from_text(text: &str) -> Vec<Scope> {
    text.lines().map(Scope::from_value).collect()
}

pub(crate) fn check_as_words(result: &CheckResult) -> (&'static str, Option<&str>) {
    match result {
        CheckResult::Works => ("works", None),
        CheckResult::OpensAnotherStore(store) => ("opens_another_store", Some(store)),
        CheckResult::LacksDeliveries => ("lacks_deliveries", None),
        CheckResult::Unrestricted => ("unrestricted", None),
        CheckResult::Refused => ("refused", None),
        CheckResult::Replaced => ("replaced", None),
        CheckResult::WrongInstance => ("wrong_instance", None),
    }
}

pub(crate) fn check_from_words(word: &str, detail: Option<String>) -> Option<CheckResult> {
    Some(match word {
        "works" => CheckResult::Works,
        "opens_another_store" => CheckResult::OpensAnotherStore(detail.unwrap_or_default()),
        "lacks_deliveries" => CheckResult::LacksDeliveries,
        "unrestricted" => CheckResult::Unrestricted,
        "refused" => CheckResult::Refused,
        "replaced" => CheckResult::Replaced,
        "wrong_instance" => CheckResult::WrongInstance,
        _ => return None,
    })
}
