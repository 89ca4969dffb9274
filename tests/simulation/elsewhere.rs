//! What another administrator, or the server's operator, does at the same time.

use super::chance::Chance;
use super::names;
use super::world::World;
use practice::Act;

/// Draws something that can be done now.
pub(crate) fn draw(world: &World, chance: &Chance) -> Act {
    let apps = world.co_op.apps().expect("apps");
    let stores = world.co_op.stores().expect("Stores");
    let (gone_apps, apps): (Vec<_>, Vec<_>) = apps.iter().partition(|app| app.deleted);
    let (gone_stores, stores): (Vec<_>, Vec<_>) = stores.iter().partition(|store| store.deleted);
    // What was made last is what is most likely being worked at.
    let lately = |count: usize| count.saturating_sub(1 + chance.below(count.clamp(1, 6)));
    let app = apps.get(lately(apps.len())).map(|app| app.id);
    let store = stores.get(lately(stores.len())).map(|store| store.id);
    match chance.below(17) {
        0 | 1 => Act::CreateApp {
            name: Some(names::key(chance)),
            store,
        },
        2 => Act::CreateAppWith {
            name: names::key(chance),
            store: if chance.one_in(2) { store } else { None },
            scopes: vec![
                chance
                    .of(&["deliveries", "tasks", "orders:all"])
                    .to_string(),
            ],
            api_key: chance.one_in(3),
        },
        3 | 4 => Act::Renew { app },
        5 | 6 => Act::SaveEditPage { app },
        7 => Act::RenameApp {
            app,
            name: names::key(chance),
        },
        8 => Act::CreateStore {
            name: names::store(chance),
        },
        9 => Act::RenameStore {
            store,
            name: names::store(chance),
        },
        10 => Act::DeleteStore { store },
        11 => Act::RestoreStore {
            store: chance.any_of(&gone_stores).map(|store| store.id),
        },
        12 => Act::DeleteApp { app },
        13 => Act::RestoreApp {
            app: chance.any_of(&gone_apps).map(|app| app.id),
        },
        14 => Act::CreateDelivery { store },
        _ => Act::ExpireSessions {
            remembered: chance.one_in(2),
        },
    }
}

/// One word for an act.
pub(crate) fn word(act: &Act) -> &'static str {
    match act {
        Act::CreateApp { .. } | Act::CreateAppWith { .. } => "key created",
        Act::Renew { .. } => "Secret renewed",
        Act::SaveEditPage { .. } => "pair replaced",
        Act::RenameApp { .. } => "key renamed",
        Act::CreateStore { .. } => "Store created",
        Act::RenameStore { .. } => "Store renamed",
        Act::DeleteStore { .. } => "Store deleted",
        Act::RestoreStore { .. } => "Store restored",
        Act::DeleteApp { .. } => "key deleted",
        Act::RestoreApp { .. } => "key restored",
        Act::ExpireSessions { .. } => "sessions ended",
        Act::SetScopes { .. } => "scopes changed",
        Act::MoveApp { .. } => "key moved",
        Act::SetTimeSlot { .. } => "time slot set",
        Act::CreateDelivery { .. } => "delivery arrived",
    }
}
