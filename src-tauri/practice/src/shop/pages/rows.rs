//! A row of the keys list: what the viewer may do with a key, and how its parts are shown (contract 4).

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use serde::Serialize;

use crate::error::Error;
use crate::shop::asked::Asked;
use crate::shop::nonces::{self, Purpose};
use crate::shop::options::ShopLanguage;
use crate::shop::records::Records;
use crate::shop::records::consumer_keys::{ConsumerKey, Permission};
use crate::shop::records::people::{self, ShopUser};
use crate::shop::words::word;

/// The site's zone.
const ZONE: Offset = Offset::constant(2);

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A row.
#[derive(Serialize)]
pub(crate) struct Row {
    id: i64,
    description: String,
    is_editable: bool,
    edit: String,
    revoke: String,
    last_seven: String,
    /// Nobody when the owner is gone.
    owner: Option<String>,
    /// Only where the viewer may edit the owner.
    owner_link: Option<String>,
    permission: &'static str,
    last_access: String,
}

/// Whether the viewer may edit and revoke a key.
pub(crate) fn may_touch(
    records: &Records,
    viewer: &ShopUser,
    key: &ConsumerKey,
) -> Result<bool, Error> {
    Ok(key.owner == viewer.id || viewer.may_edit(records, key.owner)?)
}

/// The row of a key.
pub(crate) fn row(
    records: &Records,
    asked: &Asked,
    viewer: &ShopUser,
    key: ConsumerKey,
) -> Result<Row, Error> {
    let is_editable = may_touch(records, viewer, &key)?;
    let owner = people::find(records, key.owner)?;
    let has_link = owner.is_some() && viewer.may_edit(records, key.owner)?;
    let description = if key.description.is_empty() {
        word(asked.language, "api_key").to_owned()
    } else {
        key.description
    };
    let link = asked.url(&format!("/wp-admin/user-edit.php?user_id={}", key.owner));
    Ok(Row {
        id: key.id,
        description,
        is_editable,
        edit: asked.keys_url(&format!("&edit-key={}", key.id)),
        revoke: revoke_url(records, asked, key.id)?,
        last_seven: key.last_seven,
        owner: owner.map(|owner| owner.display_name),
        owner_link: has_link.then_some(link),
        permission: permission(asked.language, key.permission),
        last_access: last_access(asked.language, key.last_access),
    })
}

/// The link that revokes a key.
pub(crate) fn revoke_url(records: &Records, asked: &Asked, id: i64) -> Result<String, Error> {
    let nonce = nonces::make(records, asked, Purpose::RevokeKey)?;
    Ok(asked.keys_url(&format!("&revoke-key={id}&_wpnonce={nonce}")))
}

/// What a permission is called.
pub(crate) fn permission(language: ShopLanguage, permission: Permission) -> &'static str {
    word(language, permission.as_str())
}

/// When a key was used, in the site's zone, which is not told.
pub(crate) fn last_access(language: ShopLanguage, at: Option<i64>) -> String {
    let Some(at) = at.and_then(|at| Timestamp::from_second(at).ok()) else {
        return word(language, "unknown").to_owned();
    };
    let at = at.to_zoned(TimeZone::fixed(ZONE));
    match language {
        ShopLanguage::English => at.strftime("%B %-d, %Y at %-I:%M %P").to_string(),
        ShopLanguage::French => {
            let month = MONTHS[usize::from(at.month().unsigned_abs()) - 1];
            format!(
                "{} {month} {} à {}",
                at.day(),
                at.year(),
                at.strftime("%Hh%M")
            )
        }
    }
}
