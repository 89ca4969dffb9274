//! The page of a key, of both types and of older releases.

use super::{AppDetail, read};
use crate::{Credentials, Error};
use keys::{Identifier, KeyType, Scope, Secret, ServerAppId, ServerStoreId};

fn page(key_type: &str, store: &str, credentials: &str) -> String {
    let chosen = |value: &str, actual: &str| if value == actual { " selected" } else { "" };
    format!(
        r#"<form name="api_app" method="post"><input id="api_app_name" name="api_app[name]" value="L&#039;app">
        <select id="api_app_type" name="api_app[type]" disabled>
          <option value="oauth"{}>a</option><option value="api_key"{}>b</option></select>
        <input type="checkbox" name="api_app[scopes][]" value="deliveries" disabled checked>
        <input type="checkbox" name="api_app[scopes][]" value="tasks" disabled>
        <select id="api_app_store" name="api_app[store]" disabled><option value="">x</option>
          <option value="1"{}>Acme</option></select>{credentials}
        <input type="hidden" name="api_app[_token]" value="t"></form>"#,
        chosen("oauth", key_type),
        chosen("api_key", key_type),
        chosen("1", store),
    )
}

const PAIR: &str = r#"<input id="api_app_client_id" name="api_app[client_id]" disabled value="id3">
    <input id="api_app_client_secret" name="api_app[client_secret]" disabled value="secret3">"#;

fn read_app(text: &str) -> AppDetail {
    read(ServerAppId(3), text).unwrap()
}

#[test]
fn an_oauth_key_shows_its_pair_scopes_and_store() {
    let app = read_app(&page("oauth", "1", PAIR));
    assert_eq!((app.name.as_str(), app.key_type), ("L'app", KeyType::OAuth));
    assert_eq!(app.scopes, Some(vec![Scope::Deliveries]));
    assert_eq!(app.store, Some(ServerStoreId(1)));
    let expected = Credentials::OAuth {
        identifier: Identifier::new("id3").unwrap(),
        secret: Secret::new("secret3".to_owned()),
    };
    assert_eq!(app.credentials, expected);
}

#[test]
fn an_api_key_shows_one_value() {
    let value = r#"<input id="api_app_apiKey" name="api_app[apiKey]" disabled value="ak_3">"#;
    let app = read_app(&page("api_key", "", value));
    assert_eq!(app.key_type, KeyType::ApiKey);
    assert_eq!(app.store, None);
    let key = Secret::new("ak_3".to_owned());
    assert_eq!(app.credentials, Credentials::ApiKey { key });
}

#[test]
fn the_oldest_page_shows_the_pair_alone() {
    let old = format!(
        r#"<input id="api_app_name" name="api_app[name]" value="Old"><select id="api_app_store"
        name="api_app[store]"><option value="2" selected>B</option></select>{PAIR}"#
    );
    let app = read_app(&old);
    assert_eq!((app.scopes, app.store), (None, Some(ServerStoreId(2))));
    assert_eq!(app.key_type, KeyType::OAuth);
}

#[test]
fn a_page_without_credentials_is_no_page_of_a_key() {
    let result = read(ServerAppId(3), &page("oauth", "1", ""));
    assert!(matches!(result, Err(Error::FormChanged { .. })));
}
