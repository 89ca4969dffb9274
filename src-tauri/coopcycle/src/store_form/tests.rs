//! The Store form read from pages of several countries and languages.

use super::{FieldKind, FormField, describe};
use crate::Error;

/// Opened twice, as the page does.
fn page(country_fields: &str) -> String {
    format!(
        r#"<html lang="fr"><body><form name="store" method="post"><div class="row">
        <form name="store" method="post">
        <div class="form-group"><label for="store_name" class="required">Nom</label>
          <input type="text" id="store_name" name="store[name]" required></div>
        <div class="hidden"><input type="checkbox" name="store[enabled]" value="1"></div>
        <div class="form-group"><label for="store_website">Site web</label>
          <input type="text" inputmode="url" id="store_website" name="store[website]">
          <span class="help-block">https://…</span></div>
        <div class="form-group"><label for="store_telephone">Numéro de téléphone</label>
          <input type="tel" id="store_telephone" name="store[telephone]"></div>
        <div class="form-group"><label for="a">Adresse</label><input type="search" id="a"
          name="store[address][streetAddress]" data-widget="address-input" autocomplete="x81">
          <input type="hidden" name="store[address][latitude]"><input type="hidden"
          name="store[address][longitude]"></div>{country_fields}
        <div class="form-group"><select id="store_pricingRuleSet" name="store[pricingRuleSet]">
          <option value=""></option><option value="3">Centre</option></select></div>
        <div class="checkbox"><label><input type="checkbox" name="store[packagesRequired]" value="1"
          disabled> Colis</label></div></form>
        <select name="store[billingMethod]"><option value="unit">u</option>
          <option value="percentage" selected>p</option></select>
        <input type="hidden" id="store__token" name="store[_token]" value="t0"></div></form></body>"#
    )
}

fn field(country_fields: &str, name: &str) -> FormField {
    let form = describe(&page(country_fields)).unwrap();
    let found = form.fields.into_iter().find(|field| field.name == name);
    found.unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn fields_come_with_label_help_and_kind() {
    let name = field("", "store[name]");
    assert_eq!((name.label.as_str(), name.required), ("Nom", true));
    assert_eq!(
        field("", "store[website]").help.as_deref(),
        Some("https://…")
    );
    assert_eq!(field("", "store[telephone]").kind, FieldKind::Tel);
    assert_eq!(
        field("", "store[address][streetAddress]").kind,
        FieldKind::Search
    );
    assert_eq!(
        field("", "store[address][latitude]").kind,
        FieldKind::Hidden
    );
    let required = field("", "store[packagesRequired]");
    assert_eq!(
        (required.kind, required.disabled),
        (FieldKind::Checkbox, true)
    );
    assert_eq!(field("", "store[billingMethod]").value, "percentage");
}

#[test]
fn fields_of_a_country_are_offered_where_the_page_has_them() {
    let siret = r#"<input name="store[siret]" id="store_siret">"#;
    assert_eq!(field(siret, "store[siret]").kind, FieldKind::Text);
    let form = describe(&page("")).unwrap();
    assert!(form.fields.iter().all(|field| field.name != "store[siret]"));
}

#[test]
fn the_token_and_the_hidden_switch_are_not_for_people() {
    let form = describe(&page("")).unwrap();
    for name in ["store[_token]", "store[enabled]"] {
        assert!(form.fields.iter().all(|field| field.name != name), "{name}");
    }
}

#[test]
fn a_form_changed_beyond_use_is_refused() {
    let changed = page("").replace("store[_token]", "other");
    assert!(matches!(describe(&changed), Err(Error::FormChanged { .. })));
}
