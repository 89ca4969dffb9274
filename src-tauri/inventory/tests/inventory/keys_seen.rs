//! Recording keys: what changed, what it means, and the history it leaves.

use crate::sample::{LATER, NOW, acts, create_key, one_connection, seen_key, store};
use inventory::{IntentAct, Inventory, KeyChanges, NewIntent, SeenKey};
use keys::{
    Act, CheckResult, ConnectionId, Identifier, Key, KeyId, KeyType, Presence, Scope, SecretRecord,
    ServerAppId,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeSet;

fn record(inventory: &Inventory, connection: ConnectionId, seen: &[SeenKey]) -> KeyChanges {
    inventory
        .record_keys(connection, true, seen, LATER)
        .unwrap()
}

fn read(inventory: &Inventory, id: KeyId) -> Key {
    inventory.key(id).unwrap().unwrap()
}

/// A key that is stored and was checked, as the list and its page showed it.
fn settled() -> (Inventory, ConnectionId, KeyId) {
    let (inventory, connection) = one_connection();
    let id = record(&inventory, connection, &[seen_key(1, "webshop")]).new[0];
    inventory.set_secret_stored(id, &[1, 1], Some(NOW)).unwrap();
    inventory.set_check(id, &CheckResult::Works, NOW).unwrap();
    (inventory, connection, id)
}

#[test]
fn a_new_key_is_recorded_as_it_was_seen() {
    let (inventory, connection) = one_connection();
    let rosa = store(&inventory, connection, "Rosa");
    let seen = SeenKey {
        store: Some(Some(rosa)),
        store_name: "Rosa".to_owned(),
        scopes: Some(vec![
            Scope::Deliveries,
            Scope::Other("new:scope".to_owned()),
        ]),
        ..seen_key(7, "webshop")
    };
    let changes = record(&inventory, connection, std::slice::from_ref(&seen));
    let expected = Key {
        id: changes.new[0],
        connection,
        server_id: ServerAppId(7),
        app_name: "webshop".to_owned(),
        local_name: None,
        key_type: KeyType::OAuth,
        store: Some(rosa),
        store_name: "Rosa".to_owned(),
        scopes: seen.scopes,
        identifier: seen.identifier,
        secret: Some(SecretRecord {
            fingerprint: vec![1, 1],
            stored_at: None,
        }),
        presence: Presence::OnServer,
        check: None,
        unreached_at: None,
        note: String::new(),
        first_seen: LATER,
        offered: None,
        store_gone: false,
        archived_at: None,
        forgotten_at: None,
        consumer: None,
    };
    assert_eq!(read(&inventory, expected.id), expected);
    let by_server = inventory.key_by_server_id(connection, ServerAppId(7));
    assert_eq!(by_server.unwrap().as_ref(), Some(&expected));
    assert_eq!(inventory.keys(connection).unwrap(), [expected]);
    assert_eq!(acts(&inventory), [Act::SeenOnServer]);
}

#[test]
fn nothing_new_changes_nothing() {
    let (inventory, connection, id) = settled();
    let before = read(&inventory, id);
    let nothing = KeyChanges {
        unchanged: 1,
        ..KeyChanges::default()
    };
    let again = record(&inventory, connection, &[seen_key(1, "webshop")]);
    assert_eq!(again, nothing);
    assert_eq!(read(&inventory, id), before);
}

#[test]
fn what_was_not_shown_stays_known() {
    let (inventory, connection) = one_connection();
    let rosa = store(&inventory, connection, "Rosa");
    let full = SeenKey {
        store: Some(Some(rosa)),
        ..seen_key(1, "webshop")
    };
    let id = record(&inventory, connection, &[full]).new[0];
    let before = read(&inventory, id);
    let bare = SeenKey {
        store: None,
        scopes: None,
        identifier: None,
        fingerprint: None,
        ..seen_key(1, "webshop")
    };
    assert_eq!(record(&inventory, connection, &[bare]).unchanged, 1);
    assert_eq!(read(&inventory, id), before);
    let storeless = seen_key(1, "webshop");
    record(&inventory, connection, &[storeless]);
    assert_eq!(read(&inventory, id).store, None);
}

#[test]
fn another_secret_than_one_never_stored_takes_its_place() {
    let (inventory, connection, id) = settled();
    inventory.set_secret_stored(id, &[1, 1], None).unwrap();
    let seen = SeenKey {
        fingerprint: Some(vec![2, 2]),
        ..seen_key(1, "webshop")
    };
    let changes = record(&inventory, connection, &[seen]);
    assert_eq!((changes.renewed, changes.unchanged), (vec![id], 0));
    let key = read(&inventory, id);
    let unstored = SecretRecord {
        fingerprint: vec![2, 2],
        stored_at: None,
    };
    assert_eq!(key.secret, Some(unstored));
    assert_eq!((key.check, key.offered), (None, None));
    assert_eq!(acts(&inventory), [Act::SeenOnServer, Act::RenewedElsewhere]);
}

#[test]
fn another_identifier_takes_the_place_of_one_whose_secret_was_never_stored() {
    let (inventory, connection, id) = settled();
    inventory.set_secret_stored(id, &[1, 1], None).unwrap();
    let seen = SeenKey {
        identifier: Identifier::new("another"),
        fingerprint: None,
        ..seen_key(1, "webshop")
    };
    let changes = record(&inventory, connection, std::slice::from_ref(&seen));
    assert_eq!(changes.replaced, [id]);
    assert!(changes.renewed.is_empty());
    let key = read(&inventory, id);
    assert_eq!((key.secret, key.check), (None, None));
    assert_eq!(key.identifier, seen.identifier);
    assert_eq!(
        acts(&inventory),
        [Act::SeenOnServer, Act::ReplacedElsewhere]
    );
}

#[test]
fn another_ak_value_was_replaced_since_the_server_never_renews_it() {
    let (inventory, connection) = one_connection();
    let seen = |print| SeenKey {
        key_type: KeyType::ApiKey,
        identifier: None,
        fingerprint: Some(vec![print]),
        ..seen_key(1, "urbantz")
    };
    let id = record(&inventory, connection, &[seen(1)]).new[0];
    assert_eq!(record(&inventory, connection, &[seen(2)]).replaced, [id]);
    assert_eq!(read(&inventory, id).identifier, None);
}

#[test]
fn a_secret_shown_for_the_first_time_is_no_renewal() {
    let (inventory, connection) = one_connection();
    let unread = SeenKey {
        fingerprint: None,
        identifier: None,
        ..seen_key(1, "webshop")
    };
    let id = record(&inventory, connection, &[unread]).new[0];
    let changes = record(&inventory, connection, &[seen_key(1, "webshop")]);
    assert_eq!(changes.unchanged, 1);
    assert_eq!(read(&inventory, id).secret.unwrap().fingerprint, [1, 1]);
}

#[test]
fn a_key_is_renamed_gone_and_back_and_keeps_what_is_ours() {
    let (inventory, connection, id) = settled();
    inventory.set_note(id, "for Rosa's developer").unwrap();
    inventory.set_local_name(id, Some("Rosa's shop")).unwrap();
    let renamed = seen_key(1, "shop");
    assert_eq!(
        record(&inventory, connection, std::slice::from_ref(&renamed)).renamed,
        [id]
    );
    let partial = inventory
        .record_keys(connection, false, &[], LATER)
        .unwrap();
    assert!(partial.gone.is_empty());
    assert_eq!(record(&inventory, connection, &[]).gone, [id]);
    assert_eq!(read(&inventory, id).presence, Presence::Gone);
    assert_eq!(record(&inventory, connection, &[renamed]).back, [id]);
    let key = read(&inventory, id);
    assert_eq!(key.note, "for Rosa's developer");
    assert_eq!(key.local_name.as_deref(), Some("Rosa's shop"));
    assert_eq!(key.check, Some((CheckResult::Works, NOW)));
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
fn what_an_intent_explains_is_left_to_who_finishes_it() {
    let (inventory, connection, id) = settled();
    let begin = |act| {
        let new = NewIntent {
            connection,
            act,
            known: vec![1],
            at: NOW,
            draft: None,
        };
        inventory.begin_intent(&new).unwrap()
    };
    begin(create_key("second"));
    let renewal = begin(IntentAct::RenewSecret {
        key: id,
        fingerprint: vec![1, 1],
    });
    let renewed = |print| SeenKey {
        fingerprint: Some(vec![print]),
        ..seen_key(1, "webshop")
    };
    let changes = record(&inventory, connection, &[renewed(2), seen_key(2, "second")]);
    assert_eq!((changes.renewed.len(), changes.new.len()), (1, 1));
    assert_eq!(acts(&inventory), [Act::SeenOnServer]);
    inventory.finish_intent(renewal).unwrap();
    record(&inventory, connection, &[renewed(3), seen_key(2, "second")]);
    assert_eq!(acts(&inventory), [Act::SeenOnServer, Act::RenewedElsewhere]);
}

#[test]
fn a_key_that_cannot_be_recorded_records_nothing_at_all() {
    let (inventory, connection) = one_connection();
    let nowhere = SeenKey {
        store: Some(Some(keys::StoreId(99))),
        ..seen_key(2, "lost")
    };
    let outcome = inventory.record_keys(connection, true, &[seen_key(1, "webshop"), nowhere], NOW);
    assert!(outcome.is_err());
    assert!(inventory.keys(connection).unwrap().is_empty());
    assert!(acts(&inventory).is_empty());
}

proptest! {
    #[test]
    fn no_key_is_ever_lost_and_presence_is_what_was_last_seen(
        refreshes in vec((any::<bool>(), btree_map(1_i64..6, (0_u8..2, 0_u8..3), 0..5)), 1..8),
    ) {
        let (inventory, connection) = one_connection();
        let mut ever = BTreeSet::new();
        let mut present = BTreeSet::new();
        for (complete, shown) in refreshes {
            let seen: Vec<SeenKey> = shown
                .iter()
                .map(|(id, (identifier, print))| SeenKey {
                    identifier: Identifier::new(&identifier.to_string()),
                    fingerprint: Some(vec![*print]),
                    ..seen_key(*id, "webshop")
                })
                .collect();
            let before = ever.clone();
            if complete {
                present.clear();
            }
            ever.extend(shown.keys().copied());
            present.extend(shown.keys().copied());
            let changes = inventory.record_keys(connection, complete, &seen, NOW).unwrap();
            prop_assert_eq!(changes.new.len(), ever.difference(&before).count());
            let keys = inventory.keys(connection).unwrap();
            prop_assert_eq!(keys.iter().map(|key| key.server_id.0).collect::<BTreeSet<_>>(), ever.clone());
            prop_assert_eq!(keys.len(), ever.len());
            for key in keys {
                let on_server = present.contains(&key.server_id.0);
                prop_assert_eq!(key.presence == Presence::OnServer, on_server);
                if let Some((_, print)) = shown.get(&key.server_id.0) {
                    prop_assert_eq!(key.secret.unwrap().fingerprint, [*print]);
                }
            }
            let again = inventory.record_keys(connection, complete, &seen, NOW).unwrap();
            prop_assert_eq!(again, KeyChanges { unchanged: seen.len(), ..KeyChanges::default() });
        }
        prop_assert!(acts(&inventory).len() >= ever.len());
    }
}
