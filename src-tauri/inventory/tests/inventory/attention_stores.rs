//! What needs a person about Stores and drafts.

use crate::sample::{LATER, NOW, due, one_connection, seen_key, seen_store};
use inventory::{Inventory, SeenKey, SeenStore};
use keys::AttentionKind as Kind;
use keys::{
    Attention, AttentionSubject, ConnectionId, DraftContent, DraftStore, KeyId, KeyType, Made,
    Moment, Scope, ServerStoreId, SessionState, StoreId,
};

fn refresh(inventory: &Inventory, connection: ConnectionId, seen: &[SeenKey]) {
    inventory.record_keys(connection, true, seen, NOW).unwrap();
}

/// One Store, with a key of it when there is one.
fn shop(has_time_slot: bool, key: Option<SeenKey>) -> (Inventory, ConnectionId, StoreId) {
    let (inventory, connection) = one_connection();
    inventory.set_refreshed(connection, NOW).unwrap();
    let rosa = SeenStore {
        has_time_slot,
        ..seen_store(1, "Rosa")
    };
    let changes = inventory.record_stores(connection, true, &[rosa], NOW);
    let store = changes.unwrap().new[0];
    if let Some(seen) = key {
        let seen = SeenKey {
            store: Some(Some(store)),
            ..seen
        };
        let id = inventory
            .record_created_key(connection, &seen, NOW)
            .unwrap();
        inventory.set_secret_stored(id, &[1, 1], Some(NOW)).unwrap();
    }
    (inventory, connection, store)
}

#[test]
fn stores_are_told_that_no_key_or_no_time_slot_serves() {
    let plugin = || Some(seen_key(1, "webshop"));
    let of_scopes = |scopes| {
        Some(SeenKey {
            scopes,
            ..seen_key(1, "webshop")
        })
    };
    let ak = Some(SeenKey {
        key_type: KeyType::ApiKey,
        identifier: None,
        ..seen_key(1, "urbantz")
    });
    for (has_time_slot, key, expected) in [
        (true, plugin(), None),
        (false, plugin(), Some(Kind::NoTimeSlot)),
        (false, of_scopes(None), Some(Kind::NoTimeSlot)),
        (false, of_scopes(Some(vec![Scope::Tasks])), None),
        (false, ak, None),
        (true, None, Some(Kind::StoreWithoutKey)),
        (false, None, Some(Kind::StoreWithoutKey)),
    ] {
        let (inventory, connection, store) = shop(has_time_slot, key.clone());
        let expected = expected.map(|kind| Attention {
            kind,
            subject: AttentionSubject::Store(store),
            connection,
            name: "Rosa".to_owned(),
            store_name: "Rosa".to_owned(),
            status: None,
            since: Some(NOW),
            put_off: None,
        });
        assert_eq!(due(&inventory), Vec::from_iter(expected), "{key:?}");
        inventory
            .record_stores(connection, true, &[], LATER)
            .unwrap();
        let kinds: Vec<Kind> = due(&inventory).iter().map(|one| one.kind).collect();
        let of_its_key = key.map(|_| Kind::KeyTrouble);
        assert_eq!(kinds, Vec::from_iter(of_its_key), "a gone Store");
    }
}

#[test]
fn a_key_out_of_sight_serves_no_store() {
    type Act = fn(&Inventory, ConnectionId, KeyId);
    let acts: [Act; 3] = [
        |inventory, _, id| inventory.set_archived(id, Some(NOW)).unwrap(),
        |inventory, _, id| inventory.set_forgotten(id, Some(NOW)).unwrap(),
        |inventory, connection, _| refresh(inventory, connection, &[]),
    ];
    for act in acts {
        let (inventory, connection, store) = shop(false, Some(seen_key(1, "webshop")));
        let id = inventory.keys(connection).unwrap()[0].id;
        act(&inventory, connection, id);
        let subject = AttentionSubject::Store(store);
        let of_store = due(&inventory)
            .into_iter()
            .find(|one| one.subject == subject);
        assert_eq!(of_store.unwrap().kind, Kind::StoreWithoutKey);
    }
}

#[test]
fn a_store_whose_keys_cannot_be_known_is_not_told_to_have_none() {
    let (inventory, connection, _) = shop(true, None);
    inventory
        .set_session(connection, SessionState::NotAdmin)
        .unwrap();
    assert!(due(&inventory).is_empty());
    let (inventory, connection) = one_connection();
    let rosa = [seen_store(1, "Rosa")];
    inventory
        .record_stores(connection, true, &rosa, NOW)
        .unwrap();
    assert!(due(&inventory).is_empty(), "not refreshed yet");
}

#[test]
fn drafts_wait_until_they_are_sent_or_deleted() {
    let (inventory, connection, store) = shop(true, Some(seen_key(1, "webshop")));
    let new_store = DraftContent::Store {
        values: [("store[street]", "1"), ("store[name]", "Zoé")]
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
            .into(),
    };
    let new_key = |name: &str, store| DraftContent::Key {
        name: name.to_owned(),
        key_type: KeyType::OAuth,
        scopes: vec![],
        store,
    };
    let add = |content, at| {
        inventory
            .add_draft(connection, &content, Moment(at))
            .unwrap()
    };
    let of_new_store = add(new_store, 1);
    let ids = [
        of_new_store,
        add(new_key("a", DraftStore::Draft(of_new_store)), 2),
        add(new_key("b", DraftStore::OnServer(ServerStoreId(1))), 3),
        add(new_key("c", DraftStore::Without), 4),
    ];
    let told: Vec<_> = due(&inventory)
        .into_iter()
        .map(|one| (one.kind, one.subject, one.name, one.store_name, one.since))
        .collect();
    let expected: Vec<_> = [("Zoé", "Zoé"), ("a", "Zoé"), ("b", "Rosa"), ("c", "")]
        .into_iter()
        .zip(ids.into_iter().zip(1..))
        .map(|((name, store_name), (id, at))| {
            let subject = AttentionSubject::Draft(id);
            let names = (name.to_owned(), store_name.to_owned());
            (
                Kind::DraftWaiting,
                subject,
                names.0,
                names.1,
                Some(Moment(at)),
            )
        })
        .collect();
    assert_eq!(told, expected);
    inventory.set_draft_deleted(ids[1], Some(NOW)).unwrap();
    let made = Made::Store(store);
    inventory.set_draft_sent(of_new_store, made, NOW).unwrap();
    let left: Vec<_> = due(&inventory).into_iter().map(|one| one.name).collect();
    assert_eq!(left, ["b", "c"]);
}
