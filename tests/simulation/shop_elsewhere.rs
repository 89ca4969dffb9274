//! What another administrator of the shop, or its developer, does at the same time.

use super::chance::Chance;
use super::names;
use super::shop::Site;
use practice::{Permission, ShopAct};

const PERMISSIONS: [Permission; 3] = [Permission::Read, Permission::Write, Permission::ReadWrite];

/// Draws something that can be done now.
pub(crate) fn draw(site: &Site, chance: &Chance) -> ShopAct {
    let mut keys = site.keys();
    keys.retain(|key| !key.revoked);
    // What was made last is what is most likely being worked at.
    let lately = keys.len().saturating_sub(4);
    let from = if chance.one_in(3) { 0 } else { lately };
    let key = chance.any_of(&keys[from..]).map_or(0, |key| key.id);
    match chance.below(18) {
        0..=3 => ShopAct::CreateKey {
            description: Some(names::key(chance)),
            owner: chance.one_in(4).then_some(2),
            permission: *chance.of(&PERMISSIONS),
        },
        4..=6 => ShopAct::EditKey {
            id: key,
            permission: chance.one_in(2).then(|| *chance.of(&PERMISSIONS)),
            description: chance.one_in(2).then(|| names::key(chance)),
        },
        7..=9 => ShopAct::RevokeKey { id: key },
        10 => ShopAct::RevokeNewest,
        11..=13 => ShopAct::UseKey { id: key },
        14 => ShopAct::SetKeysPerPage {
            id: super::shop::SHOP_ACCOUNT_NUMBER,
            rows: *chance.of(&[2, 5, 20]),
        },
        _ => ShopAct::ExpireSessions,
    }
}

/// One word for an act.
pub(crate) fn word(act: &ShopAct) -> &'static str {
    match act {
        ShopAct::CreateKey { .. } | ShopAct::AddKeys { .. } => "consumer key created",
        ShopAct::EditKey { .. } => "consumer key edited",
        ShopAct::RevokeKey { .. } | ShopAct::RevokeNewest => "consumer key revoked",
        ShopAct::UseKey { .. } => "consumer key used",
        ShopAct::ExpireSessions => "sessions of the shop ended",
        ShopAct::DeleteUser { .. }
        | ShopAct::ChangeRole { .. }
        | ShopAct::SetLanguage { .. }
        | ShopAct::SetKeysPerPage { .. }
        | ShopAct::SetPermalinks { .. } => "settings of the shop changed",
    }
}
