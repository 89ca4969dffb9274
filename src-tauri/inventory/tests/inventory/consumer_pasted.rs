//! Consumer keys whose pair was pasted, and their recognition in the site's list.

use crate::sample::{
    LATER, NOW, acts, consumer_key, one_site, read, see_consumer_keys, seen_consumer_key,
};
use inventory::{Inventory, KeyChanges, NewImportedKey, NewPastedKey, SeenConsumerKey};
use keys::{ConnectionId, KeyId, KeyStatus, KeyType, Permission, Presence, ServerAppId};

fn pasted(connection: ConnectionId, number: i64) -> NewPastedKey {
    NewPastedKey {
        connection,
        name: " Rosa's plugin ".to_owned(),
        identifier: consumer_key(number),
        fingerprint: vec![3, 3],
        permission: Some(Permission::Read),
        note: "by hand".to_owned(),
    }
}

fn paste(inventory: &Inventory, new: &NewPastedKey) -> KeyId {
    inventory.add_pasted_consumer_key(new, NOW).unwrap()
}

/// A row with the ending of the first key.
fn row(number: i64) -> SeenConsumerKey {
    SeenConsumerKey {
        ending: "0000001".to_owned(),
        ..seen_consumer_key(number, "webshop")
    }
}

fn record(inventory: &Inventory, connection: ConnectionId, seen: &[SeenConsumerKey]) -> KeyChanges {
    let changes = inventory.record_consumer_keys(connection, true, seen, LATER);
    changes.unwrap()
}

#[test]
fn a_pair_of_no_listed_key_gets_a_number_below_zero() {
    let (inventory, connection) = one_site();
    let new = pasted(connection, 1);
    let id = paste(&inventory, &new);
    let key = read(&inventory, id);
    assert!(!key.server_id.is_known());
    assert_eq!(
        (key.app_name.as_str(), key.local_name),
        ("Rosa's plugin", None)
    );
    assert_eq!(
        (key.note, key.store_name),
        (new.note, "Rosa's shop".to_owned())
    );
    assert_eq!(key.key_type, KeyType::Consumer);
    assert_eq!(key.identifier, Some(new.identifier));
    assert_eq!(key.secret.unwrap().fingerprint, [3, 3]);
    let consumer = key.consumer.unwrap();
    assert_eq!(consumer.ending, "0000001");
    assert_eq!(consumer.permission, Some(Permission::Read));
    assert_eq!((consumer.owner, consumer.last_access), (None, None));
    assert!(acts(&inventory).is_empty());
    let other = paste(&inventory, &pasted(connection, 2));
    assert_ne!(read(&inventory, other).server_id, key.server_id);
}

#[test]
fn the_row_of_the_list_is_completed_and_nothing_overwritten() {
    for (noted, local_name, expected) in [
        ("", None, ("by hand", "Rosa's plugin")),
        ("first", Some("Ours"), ("first\nby hand", "Ours")),
    ] {
        let (inventory, connection) = one_site();
        let listed = see_consumer_keys(&inventory, connection, &[row(9)])[0];
        inventory.set_note(listed, noted).unwrap();
        inventory.set_local_name(listed, local_name).unwrap();
        inventory.set_secret_lost(listed, true).unwrap();
        assert_eq!(paste(&inventory, &pasted(connection, 1)), listed);
        let key = read(&inventory, listed);
        assert_eq!(
            (key.server_id, key.app_name.as_str()),
            (ServerAppId(9), "webshop")
        );
        assert_eq!(
            (key.note.as_str(), key.local_name.as_deref().unwrap()),
            expected
        );
        assert_eq!(key.identifier, Some(consumer_key(1)));
        let consumer = key.consumer.as_ref().unwrap();
        assert_eq!(
            consumer.permission,
            Some(Permission::ReadWrite),
            "the list knows"
        );
        assert!(!consumer.secret_lost && consumer.owner.is_some());
        assert_eq!(key.status(), KeyStatus::SecretMissing);
        assert_eq!(inventory.keys(connection).unwrap().len(), 1);
    }
    let (inventory, connection) = one_site();
    let unread = SeenConsumerKey {
        permission: None,
        ..row(9)
    };
    let listed = see_consumer_keys(&inventory, connection, &[unread])[0];
    let new = NewPastedKey {
        name: "webshop".to_owned(),
        note: String::new(),
        ..pasted(connection, 1)
    };
    paste(&inventory, &new);
    let key = read(&inventory, listed);
    assert_eq!((key.local_name, key.note), (None, String::new()));
    assert_eq!(key.consumer.unwrap().permission, Some(Permission::Read));
}

#[test]
fn no_row_is_completed_where_it_could_be_another() {
    type Prepare = fn(&Inventory, ConnectionId);
    let doubts: [(&str, Prepare); 4] = [
        ("two rows end so", |inventory, connection| {
            see_consumer_keys(inventory, connection, &[row(8), row(9)]);
        }),
        ("it has a pair", |inventory, connection| {
            let id = see_consumer_keys(inventory, connection, &[row(9)])[0];
            inventory
                .set_pair(id, &consumer_key(1 << 40 | 1), &[1])
                .unwrap();
        }),
        ("it is gone", |inventory, connection| {
            see_consumer_keys(inventory, connection, &[row(9)]);
            see_consumer_keys(inventory, connection, &[]);
        }),
        ("it is forgotten", |inventory, connection| {
            let id = see_consumer_keys(inventory, connection, &[row(9)])[0];
            inventory.set_forgotten(id, Some(NOW)).unwrap();
        }),
    ];
    for (doubt, prepare) in doubts {
        let (inventory, connection) = one_site();
        prepare(&inventory, connection);
        let before = inventory.keys(connection).unwrap();
        let id = paste(&inventory, &pasted(connection, 1));
        assert!(!read(&inventory, id).server_id.is_known(), "{doubt}");
        let after = inventory.keys(connection).unwrap();
        assert_eq!(after[..before.len()], before, "{doubt}");
    }
}

#[test]
fn a_refresh_recognises_what_was_pasted_without_a_word() {
    let (inventory, connection) = one_site();
    inventory.set_refreshed(connection, NOW).unwrap();
    let id = paste(&inventory, &pasted(connection, 1));
    inventory.set_secret_stored(id, &[3, 3], Some(NOW)).unwrap();
    let number = read(&inventory, id).server_id;
    let changes = record(&inventory, connection, &[row(9)]);
    let expected = KeyChanges {
        adopted: vec![(id, number)],
        unchanged: 1,
        ..KeyChanges::default()
    };
    assert_eq!(changes, expected);
    let key = read(&inventory, id);
    assert_eq!(
        (key.server_id, key.app_name.as_str()),
        (ServerAppId(9), "webshop")
    );
    assert!(key.is_secret_stored() && key.identifier.is_some());
    assert_eq!(key.note, "by hand");
    let consumer = key.consumer.unwrap();
    assert_eq!(consumer.permission, Some(Permission::ReadWrite));
    assert!(consumer.owner.is_some());
    assert!(acts(&inventory).is_empty());
    assert_eq!(inventory.unseen_drift().unwrap(), 0);
}

#[test]
fn nothing_is_recognised_where_two_end_alike() {
    for (numbers, rows) in [(&[1][..], &[8, 9][..]), (&[1, 1 << 40 | 1], &[9])] {
        let (inventory, connection) = one_site();
        let ids: Vec<KeyId> = numbers
            .iter()
            .map(|number| paste(&inventory, &pasted(connection, *number)))
            .collect();
        let seen: Vec<SeenConsumerKey> = rows.iter().map(|number| row(*number)).collect();
        let changes = record(&inventory, connection, &seen);
        assert!(changes.adopted.is_empty(), "{rows:?}");
        assert_eq!(changes.new.len(), rows.len());
        for id in ids {
            assert!(!read(&inventory, id).server_id.is_known());
            assert_eq!(read(&inventory, id).presence, Presence::Gone);
        }
    }
}

#[test]
fn a_consumer_key_of_a_file_is_recognised_as_well() {
    let (inventory, connection) = one_site();
    let new = NewImportedKey {
        connection,
        app_name: "from a file".to_owned(),
        local_name: None,
        key_type: KeyType::Consumer,
        store_name: String::new(),
        scopes: None,
        identifier: Some(consumer_key(1)),
        note: String::new(),
        archived_at: None,
        server_id: None,
    };
    let id = inventory.add_imported_key(&new, NOW).unwrap();
    assert_eq!(read(&inventory, id).identifier, new.identifier);
    let changes = record(&inventory, connection, &[row(9)]);
    assert_eq!(changes.adopted.len(), 1);
    assert_eq!(read(&inventory, id).server_id, ServerAppId(9));
}
