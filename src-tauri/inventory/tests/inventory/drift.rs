//! Drift: one open row for each kind of difference, until a person has seen it.

use crate::sample::{
    LATER, NOW, acts, connect, create_key, due_kinds, history, key, seen_key, seen_store,
    settled_key, store,
};
use inventory::{IntentAct, Inventory, NewIntent, SeenKey, SeenStore};
use keys::{
    Act, AttentionKind, ConnectionId, Drift, DriftId, DriftRecord, HistoryEntry, KeyId, KeyStatus,
    StoreId,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

fn see(inventory: &Inventory, connection: ConnectionId, seen: &[SeenKey]) -> Vec<KeyId> {
    let changes = inventory.record_keys(connection, true, seen, LATER);
    changes.unwrap().new
}

fn see_stores(inventory: &Inventory, connection: ConnectionId, seen: &[SeenStore]) -> Vec<StoreId> {
    let changes = inventory.record_stores(connection, true, seen, LATER);
    changes.unwrap().new
}

fn kinds(rows: Vec<DriftRecord>) -> Vec<Drift> {
    rows.into_iter().map(|row| row.drift).collect()
}

fn of_key(inventory: &Inventory, id: KeyId) -> Vec<Drift> {
    kinds(inventory.drifts_of_key(id).unwrap())
}

fn of_store(inventory: &Inventory, id: StoreId) -> Vec<Drift> {
    kinds(inventory.drifts_of_store(id).unwrap())
}

fn renamed(from: &str) -> Drift {
    Drift::Renamed {
        from: from.to_owned(),
    }
}

#[test]
fn what_the_first_refresh_finds_is_no_news() {
    let (inventory, _, _) = settled_key();
    assert_eq!(inventory.unseen_drift().unwrap(), 0);
    let fresh = connect(&inventory, "nantes.example");
    see_stores(&inventory, fresh, &[seen_store(1, "Rosa")]);
    see(&inventory, fresh, &[seen_key(1, "webshop")]);
    assert_eq!(inventory.unseen_drift().unwrap(), 0);
}

#[test]
fn what_somebody_else_made_later_is_news() {
    let (inventory, connection, id) = settled_key();
    let seen = [seen_key(1, "webshop"), seen_key(2, "theirs")];
    let theirs = see(&inventory, connection, &seen)[0];
    let rosa = see_stores(&inventory, connection, &[seen_store(1, "Rosa")])[0];
    let rows = inventory.drifts_of_key(theirs).unwrap();
    let expected = DriftRecord {
        id: rows[0].id,
        connection,
        key: Some(theirs),
        store: None,
        drift: Drift::New,
        at: LATER,
    };
    assert_eq!(rows, [expected]);
    assert_eq!(of_store(&inventory, rosa), [Drift::New]);
    assert!(of_key(&inventory, id).is_empty());
    assert_eq!(inventory.unseen_drift().unwrap(), 2);
}

#[test]
fn what_was_made_here_is_no_news() {
    let (inventory, connection, _) = settled_key();
    let made = key(&inventory, connection, "ours");
    let rosa = store(&inventory, connection, "Rosa");
    assert!(of_key(&inventory, made).is_empty());
    assert!(of_store(&inventory, rosa).is_empty());
}

#[test]
fn gone_and_back_take_each_others_place() {
    let (inventory, connection, id) = settled_key();
    see(&inventory, connection, &[]);
    assert_eq!(of_key(&inventory, id), [Drift::Gone]);
    see(&inventory, connection, &[seen_key(1, "webshop")]);
    assert_eq!(of_key(&inventory, id), [Drift::Back]);
    see(&inventory, connection, &[]);
    assert_eq!(of_key(&inventory, id), [Drift::Gone]);
}

#[test]
fn renamed_tells_the_name_last_seen_until_it_is_back() {
    let (inventory, connection, id) = settled_key();
    let call = |name| see(&inventory, connection, &[seen_key(1, name)]);
    call("shop");
    call("boutique");
    assert_eq!(of_key(&inventory, id), [renamed("webshop")]);
    call("webshop");
    assert!(of_key(&inventory, id).is_empty());
    call("shop");
    inventory.mark_all_drift_seen(None).unwrap();
    call("boutique");
    assert_eq!(of_key(&inventory, id), [renamed("shop")]);
}

#[test]
fn what_happens_to_a_store_is_told_with_its_keys() {
    let (inventory, connection, id) = settled_key();
    let rosa = see_stores(&inventory, connection, &[seen_store(1, "Rosa")])[0];
    let at_rosa = SeenKey {
        store: Some(Some(rosa)),
        ..seen_key(1, "webshop")
    };
    see(&inventory, connection, std::slice::from_ref(&at_rosa));
    assert_eq!(of_store(&inventory, rosa), [Drift::New]);
    assert!(of_key(&inventory, id).is_empty());

    see_stores(&inventory, connection, &[seen_store(1, "Rosalie")]);
    assert_eq!(of_key(&inventory, id), [renamed("Rosa")]);
    see_stores(&inventory, connection, &[]);
    assert_eq!(of_key(&inventory, id), [renamed("Rosa"), Drift::Gone]);
    let read = || inventory.key(id).unwrap().unwrap();
    assert_eq!(read().status(), KeyStatus::StoreGone);
    assert_eq!(due_kinds(&inventory), [AttentionKind::KeyTrouble]);

    see_stores(&inventory, connection, &[seen_store(1, "Rosa")]);
    let mut left = of_key(&inventory, id);
    left.retain(|drift| *drift != Drift::Back);
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(read().status(), KeyStatus::Works);
    assert!(due_kinds(&inventory).is_empty());
}

#[test]
fn a_key_follows_its_store_when_it_gets_another() {
    let (inventory, connection, id) = settled_key();
    let seen = [seen_store(1, "Rosa"), seen_store(2, "Zoé")];
    let stores = see_stores(&inventory, connection, &seen);
    see_stores(&inventory, connection, &seen[1..]);
    let of = |store| {
        let seen = SeenKey {
            store: Some(store),
            ..seen_key(1, "webshop")
        };
        see(&inventory, connection, &[seen]);
        inventory.key(id).unwrap().unwrap().store_gone
    };
    assert!(of(Some(stores[0])));
    assert!(!of(Some(stores[1])));
    assert!(of(Some(stores[0])));
    assert!(!of(None));
}

#[test]
fn another_pair_is_news_until_it_was_seen_even_when_it_was_taken() {
    let (inventory, connection, id) = settled_key();
    let renewed = SeenKey {
        fingerprint: Some(vec![2]),
        ..seen_key(1, "webshop")
    };
    see(&inventory, connection, &[renewed]);
    inventory.take_offer(id, Some(LATER)).unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 1);
    let row = inventory.drifts_of_key(id).unwrap()[0].id;
    for _ in 0..2 {
        inventory.mark_drift_seen(row).unwrap();
        assert_eq!(inventory.unseen_drift().unwrap(), 0);
    }
}

#[test]
fn to_have_seen_the_older_difference_is_not_to_have_seen_the_newer() {
    let (inventory, connection, id) = settled_key();
    let renew = |print| {
        let renewed = SeenKey {
            fingerprint: Some(vec![print]),
            ..seen_key(1, "webshop")
        };
        see(&inventory, connection, &[renewed]);
        inventory.drifts_of_key(id).unwrap()[0].id
    };
    let older: DriftId = renew(2);
    let newer = renew(3);
    assert_ne!(older, newer);
    inventory.mark_drift_seen(older).unwrap();
    assert_eq!(of_key(&inventory, id), [Drift::Renewed]);
}

#[test]
fn all_is_seen_of_one_connection_or_of_all() {
    let (inventory, lyon, id) = settled_key();
    let nantes = connect(&inventory, "nantes.example");
    inventory.set_refreshed(nantes, NOW).unwrap();
    see(&inventory, nantes, &[seen_key(1, "webshop")]);
    let renewed = SeenKey {
        fingerprint: Some(vec![2]),
        ..seen_key(1, "webshop")
    };
    see(&inventory, lyon, &[renewed]);
    inventory.drop_offer(id).unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 2);
    inventory.mark_all_drift_seen(Some(lyon)).unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 1);
    inventory.mark_all_drift_seen(None).unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 0);
}

#[test]
fn what_could_have_been_ours_is_told_later_and_once() {
    let (inventory, connection, _) = settled_key();
    let begin = |act, known| {
        let new = NewIntent {
            connection,
            act,
            known,
            at: NOW,
            draft: None,
        };
        inventory.begin_intent(&new).unwrap();
    };
    begin(create_key("second"), vec![1]);
    begin(
        IntentAct::CreateStore {
            name: "Rosa".to_owned(),
        },
        vec![],
    );
    let twins = [1, 2, 3].map(|id| seen_key(id, if id == 1 { "webshop" } else { "second" }));
    let keys = see(&inventory, connection, &twins);
    let rosa = see_stores(&inventory, connection, &[seen_store(1, " Rosa")])[0];
    assert_eq!(acts(&inventory), [Act::SeenOnServer]);
    assert_eq!(inventory.unseen_drift().unwrap(), 0);

    // A line about a key of the Store is none about the Store.
    inventory
        .record(&HistoryEntry {
            at: NOW,
            who: "ada".to_owned(),
            act: Act::Created,
            connection,
            key: Some(keys[1]),
            store: Some(rosa),
            subject: "second".to_owned(),
        })
        .unwrap();
    for _ in 0..2 {
        inventory.tell_key_seen(keys[0], LATER).unwrap();
        inventory.tell_store_seen(rosa, LATER).unwrap();
    }
    let told = history(&inventory);
    assert_eq!(told.len(), 4);
    let seen = &told[2..];
    assert!(seen.iter().all(|line| line.act == Act::SeenOnServer));
    assert_eq!((seen[0].key, seen[1].store), (Some(keys[0]), Some(rosa)));
    assert_eq!(
        (seen[0].who.as_str(), seen[0].subject.as_str()),
        ("", "second")
    );
    assert_eq!(of_key(&inventory, keys[0]), [Drift::New]);
    assert_eq!(of_store(&inventory, rosa), [Drift::New]);

    inventory.tell_key_seen(keys[1], LATER).unwrap();
    assert!(of_key(&inventory, keys[1]).is_empty());
}

#[test]
fn what_was_forgotten_is_no_news() {
    let (inventory, connection, id) = settled_key();
    see(&inventory, connection, &[]);
    inventory.set_forgotten(id, Some(LATER)).unwrap();
    assert_eq!(inventory.unseen_drift().unwrap(), 0);
    see(&inventory, connection, &[seen_key(1, "renamed")]);
    assert_eq!(of_key(&inventory, id), [Drift::Gone]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn at_most_one_row_tells_the_same_and_it_is_true(
        refreshes in vec(btree_map(1_i64..4, (0_usize..3, 0_u8..3), 0..4), 1..8),
    ) {
        let (inventory, connection, _) = settled_key();
        let names = ["a", "b", "c"];
        for shown in refreshes {
            let seen: Vec<SeenKey> = shown
                .iter()
                .map(|(id, (name, print))| SeenKey {
                    fingerprint: Some(vec![*print]),
                    ..seen_key(*id, names[*name])
                })
                .collect();
            see(&inventory, connection, &seen);
            let mut rows = 0;
            for key in inventory.keys(connection).unwrap() {
                let drifts = of_key(&inventory, key.id);
                rows += drifts.len();
                for (place, drift) in drifts.iter().enumerate() {
                    let kind = std::mem::discriminant(drift);
                    let later = &drifts[place + 1..];
                    prop_assert!(later.iter().all(|other| std::mem::discriminant(other) != kind));
                }
                let is_gone = key.presence == keys::Presence::Gone;
                prop_assert_eq!(drifts.contains(&Drift::Gone), is_gone);
                prop_assert!(!(is_gone && drifts.contains(&Drift::Back)));
                prop_assert!(!drifts.contains(&renamed(&key.app_name)));
            }
            prop_assert_eq!(inventory.unseen_drift().unwrap(), rows);
        }
    }
}
