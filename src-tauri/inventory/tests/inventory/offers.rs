//! Another pair than ours on the server: ours is kept, the other one beside it.

use crate::sample::{LATER, NOW, acts, due_kinds, seen_key, settled_key};
use inventory::{Error, IntentAct, Inventory, KeyChanges, NewIntent, SeenKey};
use keys::{
    Act, AttentionKind, CheckResult, ConnectionId, Drift, Identifier, Key, KeyId, KeyStatus,
    KeyType, Moment, Offer,
};

fn record(inventory: &Inventory, connection: ConnectionId, seen: &SeenKey) -> KeyChanges {
    inventory
        .record_keys(connection, true, std::slice::from_ref(seen), LATER)
        .unwrap()
}

fn read(inventory: &Inventory, id: KeyId) -> Key {
    inventory.key(id).unwrap().unwrap()
}

fn renewed(print: u8) -> SeenKey {
    SeenKey {
        fingerprint: Some(vec![print]),
        ..seen_key(1, "webshop")
    }
}

fn replaced() -> SeenKey {
    SeenKey {
        identifier: Identifier::new("another"),
        ..renewed(2)
    }
}

fn drifts(inventory: &Inventory, id: KeyId) -> Vec<Drift> {
    let rows = inventory.drifts_of_key(id).unwrap();
    rows.into_iter().map(|row| row.drift).collect()
}

#[test]
fn a_secret_renewed_elsewhere_is_kept_beside_ours() {
    let (inventory, connection, id) = settled_key();
    let before = read(&inventory, id);
    assert_eq!(record(&inventory, connection, &renewed(2)).renewed, [id]);
    let offer = Offer {
        key_type: KeyType::OAuth,
        identifier: before.identifier.clone(),
        fingerprint: vec![2],
        stored_at: None,
        at: LATER,
    };
    let expected = Key {
        offered: Some(offer),
        ..before
    };
    assert_eq!(read(&inventory, id), expected);
    assert_eq!(expected.status(), KeyStatus::RenewedElsewhere);
    assert_eq!(acts(&inventory), [Act::SeenOnServer, Act::RenewedElsewhere]);
    assert_eq!(drifts(&inventory, id), [Drift::Renewed]);
}

#[test]
fn a_pair_replaced_elsewhere_is_kept_beside_ours() {
    let (inventory, connection, id) = settled_key();
    let before = read(&inventory, id);
    assert_eq!(record(&inventory, connection, &replaced()).replaced, [id]);
    let key = read(&inventory, id);
    assert_eq!(key.identifier, before.identifier);
    assert_eq!((&key.secret, &key.check), (&before.secret, &before.check));
    let offered = key.offered.clone().unwrap();
    assert_eq!(offered.identifier, Identifier::new("another"));
    assert_eq!(key.status(), KeyStatus::Replaced);
    assert_eq!(drifts(&inventory, id), [Drift::Replaced]);
}

#[test]
fn a_key_that_turned_into_an_ak_key_is_kept_as_it_was() {
    let (inventory, connection, id) = settled_key();
    let seen = SeenKey {
        key_type: KeyType::ApiKey,
        identifier: None,
        ..renewed(2)
    };
    assert_eq!(record(&inventory, connection, &seen).replaced, [id]);
    let key = read(&inventory, id);
    assert_eq!(key.key_type, KeyType::OAuth);
    let offer = key.offered.unwrap();
    assert_eq!((offer.key_type, offer.identifier), (KeyType::ApiKey, None));
}

#[test]
fn the_same_offer_seen_again_is_no_news_and_another_one_is() {
    let (inventory, connection, id) = settled_key();
    record(&inventory, connection, &renewed(2));
    inventory.set_offer_stored(id, Some(Moment(5))).unwrap();
    let before = read(&inventory, id);
    let again = record(&inventory, connection, &renewed(2));
    assert_eq!((again.unchanged, again.renewed.len()), (1, 0));
    assert_eq!(read(&inventory, id), before);
    assert_eq!(before.offered.unwrap().stored_at, Some(Moment(5)));

    assert_eq!(record(&inventory, connection, &renewed(3)).renewed, [id]);
    let offer = read(&inventory, id).offered.unwrap();
    assert_eq!((offer.fingerprint, offer.stored_at), (vec![3], None));
    assert_eq!(drifts(&inventory, id).len(), 1);
}

#[test]
fn our_own_pair_shown_again_ends_the_offer() {
    let (inventory, connection, id) = settled_key();
    let before = read(&inventory, id);
    record(&inventory, connection, &replaced());
    let changes = record(&inventory, connection, &seen_key(1, "webshop"));
    assert_eq!(changes.unchanged, 1);
    assert_eq!(read(&inventory, id), before);
}

#[test]
fn a_row_without_a_secret_leaves_everything_as_it_was() {
    let (inventory, connection, id) = settled_key();
    record(&inventory, connection, &renewed(2));
    let before = read(&inventory, id);
    for identifier in [Identifier::new("identifier1"), Identifier::new("third")] {
        let unread = SeenKey {
            identifier,
            fingerprint: None,
            ..seen_key(1, "webshop")
        };
        assert_eq!(record(&inventory, connection, &unread).unchanged, 1);
        assert_eq!(read(&inventory, id), before);
    }
}

#[test]
fn what_we_meant_to_renew_ourselves_replaces_ours_without_drift() {
    let (inventory, connection, id) = settled_key();
    record(&inventory, connection, &renewed(2));
    let new = NewIntent {
        connection,
        act: IntentAct::RenewSecret {
            key: id,
            fingerprint: vec![1, 1],
        },
        known: vec![],
        at: NOW,
        draft: None,
    };
    let before = drifts(&inventory, id);
    inventory.begin_intent(&new).unwrap();
    assert_eq!(record(&inventory, connection, &renewed(3)).renewed, [id]);
    let key = read(&inventory, id);
    let secret = key.secret.unwrap();
    assert_eq!((secret.fingerprint, secret.stored_at), (vec![3], None));
    assert_eq!((key.offered, key.check), (None, None));
    assert_eq!(drifts(&inventory, id), before);
}

#[test]
fn an_offer_that_is_taken_becomes_the_key() {
    let (inventory, connection, id) = settled_key();
    record(&inventory, connection, &replaced());
    let before = read(&inventory, id);
    inventory.take_offer(id, Some(Moment(7))).unwrap();
    let key = read(&inventory, id);
    let secret = key.secret.unwrap();
    assert_eq!(key.identifier, Identifier::new("another"));
    assert_eq!(secret.fingerprint, [2]);
    assert_eq!(secret.stored_at, Some(Moment(7)));
    assert_eq!((key.check, key.offered), (None, None));
    assert_eq!(key.scopes, before.scopes);
    assert_eq!(drifts(&inventory, id), [Drift::Replaced]);
    let again = record(&inventory, connection, &replaced());
    assert_eq!(again.unchanged, 1);
}

#[test]
fn an_offer_that_is_dropped_leaves_ours() {
    let (inventory, connection, id) = settled_key();
    let before = read(&inventory, id);
    record(&inventory, connection, &replaced());
    inventory.mark_all_drift_seen(None).unwrap();
    assert_eq!(due_kinds(&inventory), [AttentionKind::KeyTrouble]);
    inventory.drop_offer(id).unwrap();
    inventory.drop_offer(id).unwrap();
    assert!(due_kinds(&inventory).is_empty());
    assert_eq!(read(&inventory, id), before);
    assert_eq!(before.check, Some((CheckResult::Works, NOW)));
}

#[test]
fn there_must_be_an_offer_to_be_stored_or_taken() {
    let (inventory, _, id) = settled_key();
    let outcomes = [
        inventory.set_offer_stored(id, Some(NOW)),
        inventory.take_offer(id, None),
        inventory.drop_offer(KeyId(99)),
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
    }
}
