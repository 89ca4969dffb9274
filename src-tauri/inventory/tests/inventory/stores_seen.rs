//! Recording Stores: what changed, and the history it leaves.

use crate::sample::{LATER, NOW, acts, history, one_connection, seen_store};
use inventory::{IntentAct, NewIntent, SeenStore, StoreChanges};
use keys::{Act, Presence, ServerStoreId};

#[test]
fn new_stores_are_recorded_as_they_were_seen() {
    let (inventory, connection) = one_connection();
    let seen = [seen_store(1, "Rosa"), seen_store(2, "Rosa")];
    let changes = inventory
        .record_stores(connection, true, &seen, NOW)
        .unwrap();
    assert_eq!(changes.new.len(), 2);
    let store = inventory.store(changes.new[1]).unwrap().unwrap();
    assert_eq!(store.server_id, ServerStoreId(2));
    assert_eq!(store.connection, connection);
    assert_eq!(store.name, "Rosa");
    assert_eq!(store.address, seen[1].address);
    assert!(store.has_time_slot);
    assert_eq!(store.presence, Presence::OnServer);
    assert_eq!(store.first_seen, NOW);
    let by_server = inventory.store_by_server_id(connection, ServerStoreId(2));
    assert_eq!(by_server.unwrap(), Some(store));
    assert_eq!(acts(&inventory), [Act::SeenOnServer, Act::SeenOnServer]);
}

#[test]
fn nothing_new_changes_nothing() {
    let (inventory, connection) = one_connection();
    let seen = [seen_store(1, "Rosa")];
    let record = |at| {
        inventory
            .record_stores(connection, true, &seen, at)
            .unwrap()
    };
    record(NOW);
    let again = record(LATER);
    let nothing = StoreChanges {
        unchanged: 1,
        ..StoreChanges::default()
    };
    assert_eq!(again, nothing);
    assert_eq!(acts(&inventory), [Act::SeenOnServer]);
}

#[test]
fn a_store_is_renamed_gone_and_back_under_one_number() {
    let (inventory, connection) = one_connection();
    let record = |complete, seen: &[SeenStore]| {
        inventory
            .record_stores(connection, complete, seen, NOW)
            .unwrap()
    };
    let id = record(true, &[seen_store(1, "Rosa")]).new[0];
    assert_eq!(record(true, &[seen_store(1, "Rosa & Co")]).renamed, [id]);
    assert!(record(false, &[]).gone.is_empty());
    assert_eq!(record(true, &[]).gone, [id]);
    assert!(record(true, &[]).gone.is_empty());
    let gone = inventory.store(id).unwrap().unwrap();
    assert_eq!(gone.presence, Presence::Gone);
    assert_eq!(gone.name, "Rosa & Co");
    assert_eq!(record(true, &[seen_store(1, "Rosa & Co")]).back, [id]);
    assert_eq!(
        acts(&inventory),
        [
            Act::SeenOnServer,
            Act::RenamedElsewhere,
            Act::GoneFromServer,
            Act::BackOnServer
        ]
    );
}

#[test]
fn another_address_is_an_edit_without_history() {
    let (inventory, connection) = one_connection();
    let before = seen_store(1, "Rosa");
    let after = SeenStore {
        address: "5 Other Street".to_owned(),
        has_time_slot: false,
        ..before.clone()
    };
    let record = |seen| {
        inventory
            .record_stores(connection, true, &[seen], NOW)
            .unwrap()
    };
    let id = record(before).new[0];
    assert_eq!(record(after).edited, [id]);
    assert_eq!(
        inventory.store(id).unwrap().unwrap().address,
        "5 Other Street"
    );
    assert_eq!(acts(&inventory), [Act::SeenOnServer]);
}

#[test]
fn a_time_slot_given_here_is_kept() {
    let (inventory, connection) = one_connection();
    let seen = SeenStore {
        has_time_slot: false,
        ..seen_store(1, "Rosa")
    };
    let id = inventory
        .record_created_store(connection, &seen, NOW)
        .unwrap();
    inventory.set_time_slot(id, true).unwrap();
    assert!(inventory.store(id).unwrap().unwrap().has_time_slot);
}

#[test]
fn the_store_an_intent_explains_is_left_to_who_finishes_it() {
    let (inventory, connection) = one_connection();
    inventory
        .begin_intent(&NewIntent {
            connection,
            act: IntentAct::CreateStore {
                name: "Rosa".to_owned(),
            },
            known: vec![1],
            at: NOW,
            draft: None,
        })
        .unwrap();
    // Of one name: 1 was there before; either of 2 and 3 could be ours. 4 could not.
    let seen = [
        seen_store(1, "Rosa"),
        seen_store(2, "Rosa"),
        seen_store(3, " Rosa "),
        seen_store(4, "Rosa & Co"),
    ];
    let changes = inventory
        .record_stores(connection, true, &seen, NOW)
        .unwrap();
    let told: Vec<_> = history(&inventory).iter().map(|line| line.store).collect();
    assert_eq!(told, [Some(changes.new[0]), Some(changes.new[3])]);
}
