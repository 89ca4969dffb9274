//! Pages as the contract draws them.

/// The sign-in page (contract 3.2).
pub(crate) fn sign_in() -> String {
    r#"<html lang="fr"><body><form action="/search"><input name="q"></form>
    <form action="/login_check" method="post"><input type="hidden" name="_csrf_token" value="c0">
      <input type="text" id="username" name="_username" required>
      <input type="password" id="password" name="_password" required>
      <input type="checkbox" id="remember_me" name="_remember_me" checked>
      <input type="submit" id="_submit" name="_submit"></form></body></html>"#
        .to_owned()
}

/// The code page (contract 3.5).
pub(crate) fn second_factor() -> String {
    r#"<html><body><form id="two-factor-form" method="post" action="/2fa_check">
      <input type="hidden" name="_csrf_token" value="c1">
      <input type="hidden" name="_auth_code" id="auth_code_value">
      <input maxlength="1"><input maxlength="1"><button type="submit">Vérifier</button>
    </form></body></html>"#
        .to_owned()
}

/// One row of the list of keys (contract 5.2).
pub(crate) fn oauth_row(id: i64, name: &str, store: &str) -> String {
    format!(
        r#"<tr><td width="5%"><a href="/admin/api/apps/{id}">#{id}</a></td><td>{name}</td>
        <td>{store}</td><td><span class="mr-4">id{id}</span><button type="button"
          data-toggle="copy" data-clipboard-text="id{id}">x</button></td>
        <td><span class="mr-4">••••</span><button type="button" data-toggle="copy"
          data-clipboard-text="secret{id}">x</button></td>
        <td class="text-right"><form method="post" onsubmit="return false">
          <input type="hidden" name="oauth2_client" value="id{id}">
          <button type="submit">x</button></form></td></tr>"#
    )
}

/// One row of an `ak_` key.
pub(crate) fn api_key_row(id: i64) -> String {
    format!(
        r#"<tr><td width="5%"><a href="/admin/api/apps/{id}">#{id}</a></td><td>Urbantz</td>
        <td>Acme</td><td colspan="2"><span class="mr-4">ak_{id}</span><button type="button"
          data-toggle="copy" data-clipboard-text="ak_{id}">x</button></td>
        <td class="text-right"><form method="post"><input type="hidden" name="oauth2_client"
          value="hidden{id}"><button type="submit">x</button></form></td></tr>"#
    )
}

/// The list of keys.
pub(crate) fn app_list(rows: &str) -> String {
    format!(
        r##"<!DOCTYPE html><html lang="de"><body><a id="coopcycle-version" data-version="v6.0.0"
        href="#"><span>v6.0.0</span></a><table class="table"><thead><th>#</th><th>x</th></thead>
        <tbody>{rows}</tbody></table></body></html>"##
    )
}

/// The form for a new key; with labels in some language, and something put in before its end.
pub(crate) fn app_form(label: &str, token: &str, extra: &str) -> String {
    format!(
        r#"<html><body><form name="api_app" method="post"><div id="api_app">{extra}
        <div class="form-group"><label for="api_app_name">{label}</label>
        <input type="text" id="api_app_name" name="api_app[name]" required></div>
        <select id="api_app_type" name="api_app[type]"><option value="oauth" selected>{label}</option>
          <option value="api_key">{label}</option></select>
        <div id="api_app_scopes"><input type="checkbox" name="api_app[scopes][]" value="deliveries">
          <input type="checkbox" name="api_app[scopes][]" value="tasks">
          <input type="checkbox" name="api_app[scopes][]" value="orders:all"></div>
        <select id="api_app_store" name="api_app[store]"><option value="">{label}</option>
          <option value="1">Acme</option><option value="2">Boulangerie</option></select>
        <input type="hidden" name="api_app[_token]" value="{token}"></div>
        <button type="submit">{label}</button></form></body></html>"#
    )
}

/// The form before v4.2.0: no scopes, and a Store must be chosen.
pub(crate) fn old_app_form() -> String {
    r#"<html><body><form name="api_app" method="post"><div id="api_app">
    <input type="text" name="api_app[name]"><select name="api_app[type]">
      <option value="oauth" selected>x</option><option value="api_key">y</option></select>
    <select name="api_app[store]"><option value="1">Acme</option><option value="2">B</option></select>
    <input type="hidden" name="api_app[_token]" value="t0"></div></form></body></html>"#
        .to_owned()
}

/// The page of one key (contract 5.4).
pub(crate) fn app_detail(id: i64) -> String {
    format!(
        r#"<html><body><div class="flash-messages"><div class="alert alert-success">x</div></div>
        <form name="api_app" method="post"><div id="api_app">
        <input type="text" id="api_app_name" name="api_app[name]" value="Shop {id}">
        <select id="api_app_type" name="api_app[type]" disabled>
          <option value="oauth" selected>x</option><option value="api_key">y</option></select>
        <input type="checkbox" name="api_app[scopes][]" value="deliveries" disabled checked>
        <select id="api_app_store" name="api_app[store]" disabled><option value="">x</option>
          <option value="1" selected>Acme</option></select>
        <input id="api_app_client_id" name="api_app[client_id]" disabled value="id{id}">
        <input id="api_app_client_secret" name="api_app[client_secret]" disabled value="secret{id}">
        <input type="hidden" name="api_app[_token]" value="t9"></div></form></body></html>"#
    )
}

/// The form for a new Store, opened twice (contract 4.4); with a telephone field as given.
pub(crate) fn store_form(telephone: &str) -> String {
    format!(
        r#"<html lang="fr"><body><form name="store" method="post"><div>
        <form name="store" method="post">
        <div class="form-group"><input type="text" id="store_name" name="store[name]"></div>
        <div class="hidden"><input type="checkbox" name="store[enabled]" value="1"></div>
        <input type="text" inputmode="url" name="store[website]">{telephone}
        <div class="form-group"><input type="search" name="store[address][streetAddress]">
          <input type="hidden" name="store[address][latitude]">
          <input type="hidden" name="store[address][longitude]"></div>
        <select name="store[packageSet]"><option value=""></option><option value="5">P</option></select>
        <input type="checkbox" name="store[prefillPickupAddress]" value="1">
        <input type="checkbox" name="store[packagesRequired]" value="1" disabled>
        <input type="hidden" name="store[checkExpression]" value="keep me"></form>
        <select name="store[billingMethod]"><option value="unit" selected>u</option>
          <option value="percentage">p</option></select>
        <input type="hidden" id="store__token" name="store[_token]" value="t0">
        <button type="submit">x</button></div></form></body></html>"#
    )
}

/// The telephone field, well or refused.
pub(crate) fn telephone(message: Option<&str>) -> String {
    let (class, block) = match message {
        Some(message) => (
            "form-group has-error",
            format!(
                r#"<span class="help-block"><ul class="list-unstyled"><li><span
                class="glyphicon glyphicon-exclamation-sign"></span> {message}</li></ul></span>"#
            ),
        ),
        None => ("form-group", String::new()),
    };
    format!(
        r#"<div class="{class}"><label for="store_telephone">x</label><input type="tel"
        id="store_telephone" name="store[telephone]" value="">{block}</div>"#
    )
}
