//! The form of each era, in several languages.

use super::{describe, read};
use crate::Error;
use keys::{KeyType, Scope, ServerStoreId};

const TODAY: &str = r#"<form name="api_app" method="post"><div id="api_app">
  <label for="api_app_name">Nom de l'application</label>
  <input type="text" id="api_app_name" name="api_app[name]" required>
  <select id="api_app_type" name="api_app[type]"><option value="oauth" selected>OAuth - para WordPress</option>
    <option value="api_key">API Key - para Urbantz</option></select>
  <div id="api_app_scopes">
    <input type="checkbox" id="api_app_scopes_0" name="api_app[scopes][]" value="deliveries">
    <input type="checkbox" id="api_app_scopes_1" name="api_app[scopes][]" value="tasks">
    <input type="checkbox" id="api_app_scopes_2" name="api_app[scopes][]" value="orders:all">
    <input type="checkbox" id="api_app_scopes_3" name="api_app[scopes][]" value="tasks:all"></div>
  <select id="api_app_store" name="api_app[store]"><option value="">Choisissez un magasin</option>
    <option value="1">Acme</option><option value="2">Bäckerei</option></select>
  <input type="hidden" id="api_app__token" name="api_app[_token]" value="t0"></div></form>"#;

const BEFORE_SCOPES: &str = r#"<form name="api_app" method="post"><div id="api_app">
  <input type="text" name="api_app[name]"><select name="api_app[type]"><option value="oauth">x</option>
  <option value="api_key">y</option></select><select name="api_app[store]"><option value="1">Acme</option>
  </select><input type="hidden" name="api_app[_token]" value="t0"></div></form>"#;

const BEFORE_TYPES: &str = r#"<form name="api_app" method="post"><input name="api_app[name]">
  <select name="api_app[store]"><option value="1">Acme</option></select>
  <input type="hidden" name="api_app[_token]" value="t0"></form>"#;

#[test]
fn today_s_form_offers_types_scopes_and_stores() {
    let form = describe(&read(TODAY).unwrap()).unwrap();
    assert_eq!(form.types, [KeyType::OAuth, KeyType::ApiKey]);
    let scopes = [
        Scope::Deliveries,
        Scope::Tasks,
        Scope::OrdersAll,
        Scope::TasksAll,
    ];
    assert_eq!(form.scopes.as_deref(), Some(&scopes[..]));
    assert_eq!(form.stores[1], (ServerStoreId(2), "Bäckerei".to_owned()));
    assert!(!form.store_required);
}

#[test]
fn the_form_before_scopes_wants_a_store() {
    let form = describe(&read(BEFORE_SCOPES).unwrap()).unwrap();
    assert_eq!(form.scopes, None);
    assert!(form.store_required);
}

#[test]
fn the_oldest_form_makes_oauth_keys_only() {
    assert_eq!(
        describe(&read(BEFORE_TYPES).unwrap()).unwrap().types,
        [KeyType::OAuth]
    );
}

#[test]
fn a_form_changed_beyond_use_says_which_part_is_missing() {
    let Err(Error::FormChanged { what }) = read(&TODAY.replace("api_app[store]", "api_app[shop]"))
    else {
        panic!("an unusable form was used");
    };
    assert_eq!(what, "api_app[store]");
}
