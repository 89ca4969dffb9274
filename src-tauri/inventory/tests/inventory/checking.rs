//! What checks told, and which keys are to be checked.

use crate::sample::{LATER, NOW, connect, key, one_connection, seen_key, settled_key};
use inventory::{Error, Inventory, SeenKey};
use keys::{CheckResult, KeyId, KeyStatus, Moment};

fn stored(inventory: &Inventory, id: KeyId) -> KeyId {
    inventory.set_secret_stored(id, &[1, 1], Some(NOW)).unwrap();
    id
}

fn ids(keys: inventory::Result<Vec<keys::Key>>) -> Vec<KeyId> {
    keys.unwrap().into_iter().map(|key| key.id).collect()
}

#[test]
fn a_server_that_is_not_reached_changes_nothing_known_until_it_is() {
    let (inventory, _, id) = settled_key();
    let read = || inventory.key(id).unwrap().unwrap();
    let before = read();
    inventory.set_unreached(id, LATER).unwrap();
    assert_eq!(read().unreached_at, Some(LATER));
    assert_eq!(read().check, before.check);
    assert_eq!(read().status(), KeyStatus::Unreachable);
    inventory.set_check(id, &CheckResult::Works, LATER).unwrap();
    assert_eq!(read().unreached_at, None);
    assert_eq!(read().status(), KeyStatus::Works);
    let outcome = inventory.set_unreached(KeyId(99), NOW);
    assert!(matches!(outcome, Err(Error::Missing)));
}

#[test]
fn another_secret_was_not_tried_yet() {
    type Act = fn(&Inventory, KeyId);
    let acts: [Act; 4] = [
        |inventory, id| inventory.clear_check(id).unwrap(),
        |inventory, id| inventory.set_secret_stored(id, &[2], Some(LATER)).unwrap(),
        |inventory, id| {
            let seen = [SeenKey {
                fingerprint: Some(vec![2]),
                ..seen_key(1, "webshop")
            }];
            let connection = inventory.key(id).unwrap().unwrap().connection;
            inventory
                .record_keys(connection, true, &seen, LATER)
                .unwrap();
            inventory.take_offer(id, Some(LATER)).unwrap();
        },
        |inventory, id| {
            inventory.set_secret_stored(id, &[1, 1], None).unwrap();
            let seen = [SeenKey {
                fingerprint: Some(vec![2]),
                ..seen_key(1, "webshop")
            }];
            let connection = inventory.key(id).unwrap().unwrap().connection;
            inventory
                .record_keys(connection, true, &seen, LATER)
                .unwrap();
        },
    ];
    for (number, act) in acts.into_iter().enumerate() {
        let (inventory, _, id) = settled_key();
        inventory.set_unreached(id, LATER).unwrap();
        act(&inventory, id);
        let key = inventory.key(id).unwrap().unwrap();
        assert_eq!((key.check, key.unreached_at), (None, None), "{number}");
    }
    let (inventory, _, id) = settled_key();
    inventory.set_unreached(id, LATER).unwrap();
    stored(&inventory, id);
    let key = inventory.key(id).unwrap().unwrap();
    assert_eq!(key.unreached_at, Some(LATER), "the same secret");
}

#[test]
fn keys_are_checked_again_the_longest_ago_first() {
    let (inventory, connection) = one_connection();
    let names = ["never", "checked", "tried", "both", "just now"];
    let [never, checked, tried, both, just_now] =
        names.map(|name| stored(&inventory, key(&inventory, connection, name)));
    let works = |id, at| {
        inventory
            .set_check(id, &CheckResult::Works, Moment(at))
            .unwrap();
    };
    works(checked, 30);
    works(both, 10);
    works(just_now, 50);
    inventory.set_unreached(tried, Moment(20)).unwrap();
    inventory.set_unreached(both, Moment(40)).unwrap();
    let before = |at| ids(inventory.keys_to_check(Moment(at)));
    assert_eq!(before(50), [never, tried, checked, both]);
    assert_eq!(before(40), [never, tried, checked]);
    assert_eq!(before(0), [never]);
    assert_eq!(before(51).len(), 5);
}

#[test]
fn only_keys_that_a_check_tells_something_of_are_checked() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    let [fine, archived, forgotten, gone, not_stored] = [1, 2, 3, 4, 5].map(|id| {
        let seen = seen_key(id, "webshop");
        inventory.record_created_key(lyon, &seen, NOW).unwrap()
    });
    for id in [fine, archived, forgotten, gone] {
        stored(&inventory, id);
    }
    inventory.set_archived(archived, Some(NOW)).unwrap();
    inventory.set_forgotten(forgotten, Some(NOW)).unwrap();
    let seen = [1, 2, 3, 5].map(|id| seen_key(id, "webshop"));
    inventory.record_keys(lyon, true, &seen, NOW).unwrap();
    let elsewhere = stored(&inventory, key(&inventory, nantes, "webshop"));
    key(&inventory, nantes, "not stored");
    assert_eq!(ids(inventory.keys_to_check(LATER)), [fine, elsewhere]);
    assert_eq!(ids(inventory.keys_with_secret(None)), [fine, elsewhere]);
    assert_eq!(ids(inventory.keys_with_secret(Some(lyon))), [fine]);
    assert_eq!(inventory.keys_without_secret(None).unwrap(), 2);
    assert_eq!(inventory.keys_without_secret(Some(lyon)).unwrap(), 1);
    assert_eq!(
        inventory.key(not_stored).unwrap().unwrap().presence,
        keys::Presence::OnServer
    );
}
