//! The list of keys (contract 4).

use axum::response::Response;
use minijinja::context;
use minijinja::value::Value;
use url::form_urlencoded;

use super::{admin, rows};
use crate::shop::asked::Asked;
use crate::shop::nonces::{self, Purpose};
use crate::shop::records::{Records, consumer_keys};
use crate::shop::words::word;
use crate::shop::{page, reply};
use crate::stop::Stop;

/// The list, or what is there instead.
pub(crate) fn page(records: &Records, asked: &Asked) -> Result<Response, Stop> {
    let viewer = asked.user.clone().ok_or(Stop::Denied)?;
    let search = asked.either("s").unwrap_or_default().trim().to_owned();
    let total = consumer_keys::count(records, &search)?;
    let size = viewer.keys_per_page;
    let pages = (total + size - 1) / size;
    let wanted = asked.either("paged").map_or(1, admin::number).max(1);
    if wanted > pages && pages > 0 {
        return Ok(reply::redirect(
            &asked.keys_url(&format!("{}&paged={pages}", search_part(&search))),
        ));
    }
    let mut listed = Vec::new();
    for key in consumer_keys::list(records, &search, (wanted - 1) * size, size)? {
        listed.push(rows::row(records, asked, &viewer, key)?);
    }
    let link = |number: i64| asked.keys_url(&format!("{}&paged={number}", search_part(&search)));
    let is_last = wanted >= pages;
    let paging = |top: bool| {
        let content = context! {
            top,
            total,
            pages,
            page => wanted,
            first => link(1),
            previous => link((wanted - 1).max(1)),
            next => link((wanted + 1).min(pages)),
            last => link(pages),
            is_first => wanted == 1,
            // The older version draws no link where nothing follows, the newer ones still do.
            has_next => !(is_last && asked.mode.flavour.is_old()),
            is_single => pages == 1,
        };
        page::draw(asked, "paging.html", &content).map(Value::from_safe_string)
    };
    let content = context! {
        add => asked.keys_url("&create-key=1"),
        is_blank => total == 0 && search.is_empty(),
        keys => listed,
        search,
        paging_top => paging(true)?,
        paging_bottom => paging(false)?,
        may_revoke_several => viewer.may_remove_people(),
        revoked => asked.query("revoked").map(admin::number),
        table_nonce => nonces::make(records, asked, Purpose::Table)?,
        nonce => nonces::make(records, asked, Purpose::Settings)?,
        referer => asked.target(),
    };
    let inner = page::draw(asked, "keys.html", &content)?;
    let title = word(asked.language, "api_keys");
    let page = page::draw_admin(records, asked, title, inner)?;
    Ok(reply::html(200, page))
}

fn search_part(search: &str) -> String {
    if search.is_empty() {
        return String::new();
    }
    let search: String = form_urlencoded::byte_serialize(search.as_bytes()).collect();
    format!("&s={search}")
}
