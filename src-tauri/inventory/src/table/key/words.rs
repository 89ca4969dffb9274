//! Types, scopes and outcomes of checks as the tables keep them.

use keys::{CheckResult, KeyType, Scope};

pub(crate) fn type_as_word(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::OAuth => "oauth",
        KeyType::ApiKey => "api_key",
        KeyType::Consumer => "consumer",
    }
}

pub(crate) fn type_from_word(word: &str) -> Option<KeyType> {
    match word {
        "oauth" => Some(KeyType::OAuth),
        "api_key" => Some(KeyType::ApiKey),
        "consumer" => Some(KeyType::Consumer),
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
        CheckResult::NotRecognised => ("not_recognised", None),
        CheckResult::OwnerLacksRight => ("owner_lacks_right", None),
        CheckResult::PlainHttp => ("plain_http", None),
        CheckResult::PlainPermalinks => ("plain_permalinks", None),
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
        "not_recognised" => CheckResult::NotRecognised,
        "owner_lacks_right" => CheckResult::OwnerLacksRight,
        "plain_http" => CheckResult::PlainHttp,
        "plain_permalinks" => CheckResult::PlainPermalinks,
        _ => return None,
    })
}
