//! The administration: who gets in, and which page answers.

use axum::response::Response;

use super::{die, home, key, keys, revoke};
use crate::page::escape;
use crate::shop::asked::Asked;
use crate::shop::records::Records;
use crate::shop::records::people::ShopUser;
use crate::shop::words::word;
use crate::shop::{admission, cookies, page, reply};
use crate::stop::Stop;

/// A page below `/wp-admin/`.
pub(crate) fn page(records: &Records, asked: &mut Asked, path: &str) -> Result<Response, Stop> {
    if !admission::recognise_admin(records, asked)? {
        return Ok(reply::redirect(&admission::way_in(asked)));
    }
    match path {
        "/wp-admin/"
        | "/wp-admin/index.php"
        | "/wp-admin/profile.php"
        | "/wp-admin/user-edit.php" => greet(records, asked),
        "/wp-admin/admin.php" => settings(records, asked),
        _ => home::missing(asked),
    }
}

fn greet(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    if let Some(id) = asked.user.as_ref().map(|user| user.id) {
        cookies::set_preferences(asked, id);
    }
    let title = word(asked.language, "dashboard");
    let inner = format!("<h1>{}</h1>", escape(title));
    let page = page::draw_admin(records, asked, title, inner)?;
    Ok(reply::html(200, page))
}

fn settings(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    let may_manage = asked.user.as_ref().is_some_and(ShopUser::manages_shop);
    let is_settings = asked.query("page") == Some("wc-settings") && !asked.mode.woocommerce_off;
    if !may_manage || !is_settings {
        return die::with(asked, 403, "not_allowed");
    }
    let is_keys = asked.query("tab") == Some("advanced") && asked.query("section") == Some("keys");
    if !is_keys {
        return greet(records, asked);
    }
    if let Some(id) = asked.query("revoke-key") {
        let id = number(id);
        return revoke::one(records, asked, id);
    }
    if asked.is_post() && asked.field("action") == Some("revoke") {
        let ids: Vec<i64> = asked
            .form
            .iter()
            .filter(|(name, _)| name == "key[]" || name.starts_with("key["))
            .map(|(_, value)| number(value))
            .collect();
        if !ids.is_empty() {
            return revoke::several(records, asked, &ids);
        }
    }
    if asked.query("create-key").is_some() {
        return key::page(records, asked, 0);
    }
    if let Some(id) = asked.query("edit-key") {
        let id = number(id);
        return key::page(records, asked, id);
    }
    keys::page(records, asked)
}

/// A number as PHP reads it from a text: its digits at the beginning, without the sign, else 0.
pub(crate) fn number(text: &str) -> i64 {
    let text = text.trim_start();
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let end = text.find(|letter: char| !letter.is_ascii_digit());
    text[..end.unwrap_or(text.len())].parse().unwrap_or(0)
}
