//! Invented records to begin with.

use inventory::{
    ActivityFilter, AttentionQuery, IntentAct, Inventory, KeyQuery, MadeConsumerKey, NewConnection,
    SeenConsumerKey, SeenKey, SeenStore,
};
use keys::{
    Act, Attention, AttentionKind, CheckResult, ConnectionId, ConnectionKind, HistoryEntry,
    Identifier, Key, KeyId, KeyOwner, KeyType, LastAccess, Moment, Permalinks, Permission, Scope,
    ServerAppId, ServerStoreId, ServerUrl, SessionState, SiteFacts, SiteUserId, StoreId,
};

pub(crate) const NOW: Moment = Moment(1_000);
pub(crate) const LATER: Moment = Moment(2_000);

/// An inventory in memory with one connection.
pub(crate) fn one_connection() -> (Inventory, ConnectionId) {
    let inventory = Inventory::in_memory().unwrap();
    let connection = connect(&inventory, "lyon.example");
    (inventory, connection)
}

pub(crate) fn connect(inventory: &Inventory, host: &str) -> ConnectionId {
    inventory.add_connection(&new_connection(host)).unwrap()
}

pub(crate) fn new_connection(host: &str) -> NewConnection {
    NewConnection {
        kind: ConnectionKind::CoopCycle,
        url: ServerUrl::parse(&format!("https://{host}")).unwrap(),
        name: host.to_owned(),
        username: "ada".to_owned(),
        session: SessionState::SignedIn,
        country: Some("fr".to_owned()),
        locale: None,
        site: None,
    }
}

pub(crate) fn seen_store(server_id: i64, name: &str) -> SeenStore {
    SeenStore {
        server_id: ServerStoreId(server_id),
        name: name.to_owned(),
        address: format!("{server_id} Invented Street"),
        has_time_slot: true,
    }
}

pub(crate) fn store(inventory: &Inventory, connection: ConnectionId, name: &str) -> StoreId {
    let server_id = inventory.stores(None).unwrap().len();
    let seen = seen_store(i64::try_from(server_id).unwrap() + 1, name);
    inventory
        .record_created_store(connection, &seen, NOW)
        .unwrap()
}

/// A key as its own page shows it.
pub(crate) fn seen_key(server_id: i64, app_name: &str) -> SeenKey {
    SeenKey {
        server_id: ServerAppId(server_id),
        app_name: app_name.to_owned(),
        key_type: KeyType::OAuth,
        store: Some(None),
        store_name: String::new(),
        scopes: Some(vec![Scope::Deliveries]),
        identifier: Identifier::new(&format!("identifier{server_id}")),
        fingerprint: Some(vec![1, 1]),
    }
}

pub(crate) fn key(inventory: &Inventory, connection: ConnectionId, app_name: &str) -> KeyId {
    let server_id = inventory.keys(connection).unwrap().len();
    let seen = seen_key(i64::try_from(server_id).unwrap() + 1, app_name);
    inventory
        .record_created_key(connection, &seen, NOW)
        .unwrap()
}

/// A key that was seen, stored and checked, on a connection that was refreshed before.
pub(crate) fn settled_key() -> (Inventory, ConnectionId, KeyId) {
    let (inventory, connection) = one_connection();
    let seen = [seen_key(1, "webshop")];
    let changes = inventory.record_keys(connection, true, &seen, NOW).unwrap();
    let id = changes.new[0];
    inventory.set_refreshed(connection, NOW).unwrap();
    inventory.set_secret_stored(id, &[1, 1], Some(NOW)).unwrap();
    inventory.set_check(id, &CheckResult::Works, NOW).unwrap();
    (inventory, connection, id)
}

/// A WooCommerce site in a folder of its host.
pub(crate) fn new_site() -> NewConnection {
    NewConnection {
        kind: ConnectionKind::WooCommerce,
        url: ServerUrl::parse_site("https://shop.example/Boutique").unwrap(),
        name: "Rosa's shop".to_owned(),
        site: Some(SiteFacts {
            permalinks: Permalinks::Pretty,
            login_path: None,
            wordpress: Some("7.1".to_owned()),
            woocommerce: Some("11.0.1".to_owned()),
        }),
        ..new_connection("shop.example")
    }
}

/// An inventory in memory with one site, whose list was not read yet.
pub(crate) fn one_site() -> (Inventory, ConnectionId) {
    let inventory = Inventory::in_memory().unwrap();
    let connection = inventory.add_connection(&new_site()).unwrap();
    (inventory, connection)
}

/// A consumer key as the site's list shows it, never used.
pub(crate) fn seen_consumer_key(server_id: i64, description: &str) -> SeenConsumerKey {
    SeenConsumerKey {
        server_id: ServerAppId(server_id),
        description: description.to_owned(),
        ending: format!("{server_id:07x}"),
        owner: ann(),
        permission: Some(Permission::ReadWrite),
        last_access: LastAccess::new("Unknown"),
        may_change: true,
    }
}

pub(crate) fn ann() -> KeyOwner {
    KeyOwner {
        id: Some(SiteUserId(2)),
        name: "Ann".to_owned(),
    }
}

/// The Consumer key of the key with that number.
pub(crate) fn consumer_key(server_id: i64) -> Identifier {
    Identifier::new(&format!("ck_{server_id:040x}")).unwrap()
}

/// The same key as making it tells.
pub(crate) fn made_consumer_key(server_id: i64, description: &str) -> MadeConsumerKey {
    MadeConsumerKey {
        server_id: ServerAppId(server_id),
        description: description.to_owned(),
        identifier: consumer_key(server_id),
        fingerprint: vec![1, 1],
        owner: ann(),
        permission: Permission::ReadWrite,
    }
}

/// A consumer key made here, listed, stored and checked, on a site that was refreshed before.
pub(crate) fn settled_consumer_key() -> (Inventory, ConnectionId, KeyId) {
    let (inventory, connection) = one_site();
    let made = made_consumer_key(1, "webshop");
    let id = inventory
        .record_created_consumer_key(connection, &made, NOW)
        .unwrap();
    see_consumer_keys(&inventory, connection, &[seen_consumer_key(1, "webshop")]);
    inventory.set_refreshed(connection, NOW).unwrap();
    inventory.set_secret_stored(id, &[1, 1], Some(NOW)).unwrap();
    inventory.set_check(id, &CheckResult::Works, NOW).unwrap();
    (inventory, connection, id)
}

/// Reads the whole list of a site and tells the new keys.
pub(crate) fn see_consumer_keys(
    inventory: &Inventory,
    connection: ConnectionId,
    seen: &[SeenConsumerKey],
) -> Vec<KeyId> {
    let changes = inventory.record_consumer_keys(connection, true, seen, NOW);
    changes.unwrap().new
}

pub(crate) fn read(inventory: &Inventory, id: KeyId) -> Key {
    inventory.key(id).unwrap().unwrap()
}

pub(crate) fn everything() -> KeyQuery {
    KeyQuery {
        limit: usize::MAX,
        ..KeyQuery::default()
    }
}

/// A new key as an intent asks for it.
pub(crate) fn create_key(name: &str) -> IntentAct {
    IntentAct::CreateKey {
        name: name.to_owned(),
        key_type: KeyType::OAuth,
        scopes: vec![Scope::Deliveries],
        store: None,
    }
}

/// The whole history, oldest first.
pub(crate) fn history(inventory: &Inventory) -> Vec<HistoryEntry> {
    let everything = ActivityFilter::default();
    let mut lines = inventory.activity(usize::MAX, None, &everything).unwrap();
    lines.reverse();
    lines
}

/// The acts of the whole history, oldest first.
pub(crate) fn acts(inventory: &Inventory) -> Vec<Act> {
    history(inventory)
        .into_iter()
        .map(|line| line.act)
        .collect()
}

/// All of what is due, whatever its age.
pub(crate) fn everything_due() -> AttentionQuery {
    AttentionQuery {
        limit: usize::MAX,
        ..AttentionQuery::default()
    }
}

/// What needs a person later on.
pub(crate) fn due(inventory: &Inventory) -> Vec<Attention> {
    inventory.attention(&everything_due(), LATER).unwrap().rows
}

pub(crate) fn due_kinds(inventory: &Inventory) -> Vec<AttentionKind> {
    due(inventory).into_iter().map(|one| one.kind).collect()
}
