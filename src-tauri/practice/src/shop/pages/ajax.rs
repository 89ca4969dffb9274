//! `admin-ajax.php`: creating and changing keys, looking for owners (contract 5 and 6).

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::{admin, rows};
use crate::page::escape;
use crate::shop::asked::Asked;
use crate::shop::nonces::{self, Purpose};
use crate::shop::records::Records;
use crate::shop::records::consumer_keys::{self, Permission};
use crate::shop::records::people::{self, ShopUser};
use crate::shop::words::word;
use crate::shop::{admission, description, page, reply};
use crate::stop::Stop;

/// The longest description that fits.
const LONGEST: usize = 200;

/// Whatever is asked by ajax.
pub(crate) fn answer(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    if !admission::recognise_admin(records, asked)? {
        return Ok(nothing());
    }
    let is_on = !asked.mode.woocommerce_off;
    match asked.either("action").unwrap_or_default() {
        "woocommerce_update_api_key" if is_on => save(records, asked),
        "woocommerce_json_search_customers" if is_on => search(records, asked),
        "rest-nonce" => {
            let nonce = nonces::make(records, asked, Purpose::Rest)?;
            Ok(reply::html(200, nonce))
        }
        _ => Ok(nothing()),
    }
}

/// What WordPress answers where nobody listens.
fn nothing() -> Response {
    reply::html(400, "0")
}

fn save(records: &Records, asked: &Asked) -> Result<Response, Stop> {
    let security = asked.either("security");
    if !nonces::is_good(records, asked, Purpose::UpdateKey, security)? {
        return Ok(reply::html(403, "-1"));
    }
    let viewer = asked.user.clone().ok_or(Stop::Denied)?;
    if !viewer.manages_shop() {
        return Ok(reply::html(200, "-1"));
    }
    // As in PHP, "0" counts as empty.
    let given = |name: &str| {
        asked
            .field(name)
            .filter(|text| !text.is_empty() && *text != "0")
    };
    let Some(description) = given("description").map(description::clean) else {
        return Ok(refuse(asked, "description_missing"));
    };
    let Some(owner) = given("user").map(admin::number) else {
        return Ok(refuse(asked, "user_missing"));
    };
    let Some(permission) = given("permissions").map(Permission::of) else {
        return Ok(refuse(asked, "permissions_missing"));
    };
    if owner != 0 && owner != viewer.id && !viewer.may_edit(records, owner)? {
        return Ok(refuse(asked, "not_assignable"));
    }
    let fits = description.chars().count() <= LONGEST;
    let id = asked.field("key_id").map_or(0, admin::number);
    if id > 0 {
        if fits {
            consumer_keys::update(records, id, owner, &description, permission)?;
        }
        return Ok(updated(asked, owner, &description, permission));
    }
    if !fits {
        return Ok(refuse(asked, "not_generated"));
    }
    create(records, asked, &viewer, owner, &description, permission)
}

fn refuse(asked: &Asked, name: &str) -> Response {
    let body = json!({"success": false, "data": {"message": word(asked.language, name)}});
    reply::json(200, &body)
}

/// Says that it is done, whether or not there was a key.
fn updated(asked: &Asked, owner: i64, description: &str, permission: Permission) -> Response {
    let data = json!({
        "user_id": owner, "description": description, "permissions": permission.as_str(),
        "consumer_key": "", "consumer_secret": "", "message": word(asked.language, "updated"),
    });
    reply::json(200, &json!({"success": true, "data": data}))
}

/// Tells the pair, this once; the number is only in the link.
fn create(
    records: &Records,
    asked: &Asked,
    viewer: &ShopUser,
    owner: i64,
    description: &str,
    permission: Permission,
) -> Result<Response, Stop> {
    let by = Some(viewer.login.as_str());
    let pair = consumer_keys::create(records, owner, description, permission, by)?;
    let link = page::escape_url(&rows::revoke_url(records, asked, pair.id)?);
    let style = if asked.mode.flavour.has_row_heads() {
        "color: var(--wp-practice-delete, #a00); text-decoration: none;"
    } else {
        "color: #a00; text-decoration: none;"
    };
    let label = escape(word(asked.language, "revoke_key"));
    let data = json!({
        "user_id": owner,
        "description": description,
        "permissions": permission.as_str(),
        "consumer_key": pair.key,
        "consumer_secret": pair.secret,
        "truncated_key": &pair.key[pair.key.len() - 7..],
        "message": word(asked.language, "created"),
        "revoke_url": format!("<a style=\"{style}\" href=\"{link}\">{label}</a>"),
    });
    Ok(reply::json(200, &json!({"success": true, "data": data})))
}

/// People by number or by a part of their names, for the choice of an owner.
fn search(records: &Records, asked: &Asked) -> Result<Response, Stop> {
    let security = asked.either("security");
    if !nonces::is_good(records, asked, Purpose::SearchCustomers, security)? {
        return Ok(reply::html(403, "-1"));
    }
    if !asked.user.as_ref().is_some_and(ShopUser::manages_shop) {
        return Ok(reply::html(200, "-1"));
    }
    let term = asked
        .either("term")
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    if term.is_empty() {
        return Ok(reply::html(200, ""));
    }
    let mut found = Map::new();
    for person in people::all(records)? {
        let texts = [&person.login, &person.email, &person.display_name];
        let is_meant = person.id.to_string() == term
            || texts.iter().any(|text| text.to_lowercase().contains(&term));
        if is_meant {
            let label = person.label().replace('–', "&ndash;");
            found.insert(person.id.to_string(), json!(label));
        }
    }
    // PHP has one kind of empty list.
    let body = if found.is_empty() {
        json!([])
    } else {
        Value::Object(found)
    };
    Ok(reply::json(200, &body))
}
