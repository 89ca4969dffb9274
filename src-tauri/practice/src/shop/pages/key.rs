//! The page on which a key is made or changed (contract 5). Its form is never sent: its script asks by
//! ajax.

use axum::response::Response;
use minijinja::context;
use minijinja::value::Value;
use serde_json::json;

use super::{die, rows};
use crate::error::Error;
use crate::shop::asked::Asked;
use crate::shop::nonces::{self, Purpose};
use crate::shop::records::Records;
use crate::shop::records::consumer_keys::{self, ConsumerKey, Permission};
use crate::shop::records::people;
use crate::shop::words::word;
use crate::shop::{page, reply};
use crate::stop::Stop;

/// The page for a key; 0 is a new one. A number without a key looks like a key without its last seven
/// characters.
pub(crate) fn page(records: &Records, asked: &Asked, id: i64) -> Result<Response, Stop> {
    let viewer = asked.user.clone().ok_or(Stop::Denied)?;
    let key = consumer_keys::find(records, id)?;
    if let Some(key) = &key
        && !rows::may_touch(records, &viewer, key)?
    {
        return die::with(asked, 200, "not_editable");
    }
    let owner = key.as_ref().map_or(viewer.id, |key| key.owner);
    let label = match people::find(records, owner)? {
        Some(person) => person.label(),
        None => format!(" (#{owner} – )"),
    };
    let chosen = key.as_ref().map(|key| key.permission).unwrap_or_default();
    let permissions: Vec<Value> = Permission::ALL
        .into_iter()
        .map(|permission| {
            context! {
                value => permission.as_str(),
                label => rows::permission(asked.language, permission),
                selected => permission == chosen,
            }
        })
        .collect();
    let content = context! {
        id,
        is_new => id == 0,
        description => key.as_ref().map(|key| key.description.clone()).unwrap_or_default(),
        owner,
        owner_label => label,
        permissions,
        last_seven => key.as_ref().map(|key| key.last_seven.clone()),
        last_access => last_access(asked, key.as_ref()),
        revoke => rows::revoke_url(records, asked, id)?,
        list => asked.keys_url(""),
        scripts => Value::from_safe_string(scripts(records, asked)?),
        nonce => nonces::make(records, asked, Purpose::Settings)?,
    };
    let inner = page::draw(asked, "key.html", &content)?;
    let title = word(asked.language, "key_details");
    let page = page::draw_admin(records, asked, title, inner)?;
    Ok(reply::html(200, page))
}

fn last_access(asked: &Asked, key: Option<&ConsumerKey>) -> String {
    rows::last_access(asked.language, key.and_then(|key| key.last_access))
}

/// What the page's script needs, as objects on one line each.
fn scripts(records: &Records, asked: &Asked) -> Result<String, Error> {
    let ajax = asked.url("/wp-admin/admin-ajax.php");
    let form = json!({
        "ajax_url": ajax,
        "update_api_nonce": nonces::make(records, asked, Purpose::UpdateKey)?,
        "clipboard_failed": "practice",
    });
    let choice = json!({
        "ajax_url": ajax,
        "search_customers_nonce": nonces::make(records, asked, Purpose::SearchCustomers)?,
    });
    let escapes = asked.mode.flavour.is_old();
    Ok(format!(
        "<script id=\"wc-enhanced-select-js-extra\">\nvar wc_enhanced_select_params = {};\n</script>\n\
         <script id=\"wc-api-keys-js-extra\">\nvar woocommerce_admin_api_keys = {};\n</script>",
        reply::php_json(&choice, escapes),
        reply::php_json(&form, escapes)
    ))
}
