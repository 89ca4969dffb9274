//! Keys brought in from a file, and their recognition on the server.

use crate::sample::{
    LATER, NOW, acts, connect, due_kinds, everything, key, one_connection, seen_key,
};
use inventory::{Inventory, KeyChanges, NewImportedKey, SeenKey};
use keys::{
    Act, AttentionKind, Channel, ConnectionId, Drift, HistoryEntry, Identifier, Key, KeyId,
    KeyStatus, KeyType, Moment, NewHandover, Platform, Presence, Scope, ServerAppId, SheetLanguage,
};

fn from_file(connection: ConnectionId, name: &str, identifier: &str) -> NewImportedKey {
    NewImportedKey {
        connection,
        app_name: name.to_owned(),
        local_name: None,
        key_type: KeyType::OAuth,
        store_name: String::new(),
        scopes: None,
        identifier: Identifier::new(identifier),
        note: String::new(),
        archived_at: None,
        server_id: None,
    }
}

/// Brings a key in with its secret.
fn bring_in(inventory: &Inventory, new: &NewImportedKey, print: &[u8]) -> KeyId {
    let id = inventory.add_imported_key(new, NOW).unwrap();
    inventory.set_secret_stored(id, print, Some(NOW)).unwrap();
    id
}

fn api_key(connection: ConnectionId) -> NewImportedKey {
    NewImportedKey {
        key_type: KeyType::ApiKey,
        ..from_file(connection, "urbantz", "")
    }
}

fn seen_api_key(server_id: i64, print: &[u8]) -> SeenKey {
    SeenKey {
        key_type: KeyType::ApiKey,
        identifier: None,
        fingerprint: Some(print.to_vec()),
        ..seen_key(server_id, "urbantz")
    }
}

fn refresh(inventory: &Inventory, connection: ConnectionId, seen: &[SeenKey]) -> KeyChanges {
    inventory
        .record_keys(connection, true, seen, LATER)
        .unwrap()
}

fn read(inventory: &Inventory, id: KeyId) -> Key {
    inventory.key(id).unwrap().unwrap()
}

#[test]
fn an_imported_key_comes_back_as_it_was_told() {
    let (inventory, connection) = one_connection();
    let new = NewImportedKey {
        local_name: Some("Rosa's".to_owned()),
        store_name: "Rosa".to_owned(),
        scopes: Some(vec![Scope::Deliveries, Scope::Other("more".to_owned())]),
        note: "🚲".to_owned(),
        archived_at: Some(Moment(5)),
        server_id: Some(ServerAppId(7)),
        ..from_file(connection, "webshop", "abc")
    };
    let id = inventory.add_imported_key(&new, NOW).unwrap();
    let expected = Key {
        id,
        connection,
        server_id: ServerAppId(7),
        app_name: new.app_name,
        local_name: new.local_name,
        key_type: KeyType::OAuth,
        store: None,
        store_name: new.store_name,
        scopes: new.scopes,
        identifier: new.identifier,
        secret: None,
        presence: Presence::OnServer,
        check: None,
        unreached_at: None,
        note: new.note,
        first_seen: NOW,
        offered: None,
        store_gone: false,
        archived_at: new.archived_at,
        forgotten_at: None,
        consumer: None,
    };
    assert_eq!(read(&inventory, id), expected);
    assert!(acts(&inventory).is_empty());
    assert_eq!(inventory.untold(connection).unwrap().len(), 1);
    let line = HistoryEntry {
        at: NOW,
        who: "ada".to_owned(),
        act: Act::Imported,
        connection,
        key: Some(id),
        store: None,
        subject: "webshop".to_owned(),
    };
    inventory.record(&line).unwrap();
    assert!(inventory.untold(connection).unwrap().is_empty());
}

#[test]
fn numbers_below_zero_are_given_once() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    key(&inventory, lyon, "webshop");
    let mut given = Vec::new();
    for connection in [lyon, lyon, nantes, lyon] {
        let new = NewImportedKey {
            // What another inventory called it is no number of a server.
            server_id: (given.len() == 3).then_some(ServerAppId(-1)),
            ..from_file(connection, "webshop", "abc")
        };
        let id = inventory.add_imported_key(&new, NOW).unwrap();
        let number = read(&inventory, id).server_id;
        assert!(!number.is_known());
        assert!(!given.contains(&number));
        given.push(number);
        if given.len() == 2 {
            inventory.remove_key(id).unwrap();
        }
    }
    assert!(inventory.untold(nantes).unwrap().is_empty());
    assert_eq!(inventory.list_keys(&everything()).unwrap().total, 4);
}

#[test]
fn a_key_is_found_by_what_tells_it() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    let id = bring_in(&inventory, &from_file(lyon, "webshop", "abc"), &[1]);
    let ak = bring_in(&inventory, &api_key(lyon), &[2]);
    let by_identifier = |connection, text| {
        let identifier = Identifier::new(text).unwrap();
        let found = inventory.key_by_identifier(connection, &identifier);
        found.unwrap().map(|key| key.id)
    };
    assert_eq!(by_identifier(lyon, "abc"), Some(id));
    assert_eq!(by_identifier(lyon, "abcd"), None);
    assert_eq!(by_identifier(nantes, "abc"), None);
    let by_print = |connection, print: &[u8]| {
        let found = inventory.key_by_fingerprint(connection, print);
        found.unwrap().map(|key| key.id)
    };
    assert_eq!(by_print(lyon, &[2]), Some(ak));
    assert_eq!(by_print(lyon, &[1]), None, "not an ak_ key");
    assert_eq!(by_print(nantes, &[2]), None);
    refresh(&inventory, lyon, &[]);
    assert_eq!(by_identifier(lyon, "abc"), Some(id), "gone, but known");
    let again = inventory.add_imported_key(&from_file(lyon, "webshop", "abc"), NOW);
    assert_eq!(by_identifier(lyon, "abc"), Some(again.unwrap()));
}

#[test]
fn a_refresh_recognises_what_was_brought_in() {
    let (inventory, connection) = one_connection();
    inventory.set_refreshed(connection, NOW).unwrap();
    let new = NewImportedKey {
        local_name: Some("Rosa's".to_owned()),
        note: "by hand".to_owned(),
        ..from_file(connection, "as in the file", "identifier21")
    };
    let id = bring_in(&inventory, &new, &[1, 1]);
    let told = NewHandover {
        key: id,
        person: "Rosa".to_owned(),
        channel: Channel::Other,
        platform: Platform::Api,
        language: SheetLanguage::En,
        fingerprint: vec![1, 1],
    };
    inventory.add_handover(&told, "ada", NOW).unwrap();
    let ak = bring_in(&inventory, &api_key(connection), &[9]);
    let numbers = [id, ak].map(|id| read(&inventory, id).server_id);

    let seen = [
        seen_key(21, "webshop"),
        seen_api_key(22, &[9]),
        seen_key(23, "webshop"),
    ];
    let changes = refresh(&inventory, connection, &seen);
    let expected = KeyChanges {
        new: changes.new.clone(),
        adopted: vec![(id, numbers[0]), (ak, numbers[1])],
        unchanged: 2,
        ..KeyChanges::default()
    };
    assert_eq!(changes, expected);
    assert_eq!(changes.new.len(), 1);
    let key = read(&inventory, id);
    assert_eq!(key.server_id, ServerAppId(21));
    assert_eq!(key.app_name, "webshop");
    assert_eq!(key.local_name.as_deref(), Some("Rosa's"));
    assert_eq!(key.note, "by hand");
    assert_eq!(key.scopes, Some(vec![Scope::Deliveries]));
    assert_eq!(key.status(), KeyStatus::NotChecked);
    assert_eq!(inventory.handovers_of(id).unwrap().len(), 1);
    assert_eq!(read(&inventory, ak).server_id, ServerAppId(22));
    for id in [id, ak] {
        assert!(inventory.drifts_of_key(id).unwrap().is_empty());
        assert!(inventory.history_of_key(id, 9).unwrap().is_empty());
    }
    let again = refresh(&inventory, connection, &seen);
    assert_eq!((again.unchanged, again.adopted.len()), (3, 0));
}

#[test]
fn a_page_read_alone_recognises_it_too() {
    let (inventory, connection) = one_connection();
    let id = bring_in(
        &inventory,
        &from_file(connection, "webshop", "identifier21"),
        &[1, 1],
    );
    let seen = [seen_key(21, "webshop")];
    let changes = inventory.record_keys(connection, false, &seen, LATER);
    assert_eq!(changes.unwrap().adopted.len(), 1);
    assert_eq!(read(&inventory, id).server_id, ServerAppId(21));
}

#[test]
fn the_secret_of_the_file_is_kept_beside_a_newer_one() {
    let (inventory, connection) = one_connection();
    let id = bring_in(
        &inventory,
        &from_file(connection, "webshop", "identifier21"),
        &[7],
    );
    let changes = refresh(&inventory, connection, &[seen_key(21, "webshop")]);
    assert_eq!(changes.renewed, [id]);
    let key = read(&inventory, id);
    assert_eq!(key.secret.as_ref().unwrap().fingerprint, [7]);
    assert_eq!(key.status(), KeyStatus::RenewedElsewhere);
}

#[test]
fn what_the_server_does_not_have_is_gone_and_can_come_later() {
    let (inventory, connection) = one_connection();
    let id = bring_in(
        &inventory,
        &from_file(connection, "webshop", "identifier21"),
        &[1, 1],
    );
    let other = [
        seen_key(20, "webshop"),
        // Of another type, it is another key, whatever it is called.
        seen_api_key(22, &[1, 1]),
    ];
    let changes = refresh(&inventory, connection, &other);
    assert_eq!(changes.gone, [id]);
    assert_eq!(read(&inventory, id).status(), KeyStatus::Gone);
    assert!(due_kinds(&inventory).contains(&AttentionKind::KeyTrouble));
    assert!(inventory.keys_with_secret(None).unwrap().is_empty());

    let changes = refresh(&inventory, connection, &[seen_key(21, "webshop")]);
    assert_eq!((changes.back, changes.new), (vec![id], vec![]));
    assert_eq!(read(&inventory, id).presence, Presence::OnServer);
    let drifts = inventory.drifts_of_key(id).unwrap();
    assert_eq!(
        drifts.into_iter().map(|row| row.drift).collect::<Vec<_>>(),
        [Drift::Back]
    );
    inventory.set_forgotten(id, Some(LATER)).unwrap();
    inventory.remove_key(id).unwrap();
}

#[test]
fn keys_of_another_connection_are_not_taken() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    let id = bring_in(
        &inventory,
        &from_file(lyon, "webshop", "identifier21"),
        &[1, 1],
    );
    let changes = refresh(&inventory, nantes, &[seen_key(21, "webshop")]);
    assert_eq!((changes.new.len(), changes.adopted.len()), (1, 0));
    assert!(!read(&inventory, id).server_id.is_known());
}
