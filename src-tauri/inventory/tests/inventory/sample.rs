//! Invented records to begin with.

use inventory::{
    ActivityFilter, AttentionQuery, IntentAct, Inventory, KeyQuery, NewConnection, SeenKey,
    SeenStore,
};
use keys::{
    Act, Attention, AttentionKind, CheckResult, ConnectionId, ConnectionKind, HistoryEntry,
    Identifier, KeyId, KeyType, Moment, Scope, ServerAppId, ServerStoreId, ServerUrl, SessionState,
    StoreId,
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
