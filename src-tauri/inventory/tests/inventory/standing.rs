//! Archived, forgotten and removed keys, and where each is listed.

use crate::sample::{
    LATER, NOW, acts, due_kinds, everything, history, one_connection, seen_key, settled_key, store,
};
use inventory::{Error, Inventory, KeyFilter, KeyQuery, SeenKey, StoreQuery};
use keys::{Act, AttentionKind, HistoryEntry, KeyId, Presence, StoreId};

fn listed(inventory: &Inventory, filter: KeyFilter) -> Vec<KeyId> {
    let query = KeyQuery {
        filter,
        ..everything()
    };
    let page = inventory.list_keys(&query).unwrap();
    page.rows.into_iter().map(|row| row.key.id).collect()
}

fn keys_of_first_store(inventory: &Inventory) -> usize {
    let query = StoreQuery {
        limit: 1,
        ..StoreQuery::default()
    };
    inventory.list_stores(&query).unwrap().rows[0].keys
}

/// Three keys of one Store; each needs attention, since its secret is not stored.
fn three() -> (Inventory, StoreId, [KeyId; 3]) {
    let (inventory, connection) = one_connection();
    let rosa = store(&inventory, connection, "Rosa");
    let seen = [1, 2, 3].map(|id| SeenKey {
        store: Some(Some(rosa)),
        ..seen_key(id, "webshop")
    });
    let changes = inventory.record_keys(connection, true, &seen, NOW);
    let ids = changes.unwrap().new.try_into().unwrap();
    (inventory, rosa, ids)
}

#[test]
fn archived_keys_are_listed_apart() {
    let (inventory, rosa, [kept, archived, _]) = three();
    let kept_list = || listed(&inventory, KeyFilter::All);
    assert_eq!(kept_list().len(), 3);
    inventory.set_archived(archived, Some(LATER)).unwrap();
    for filter in [KeyFilter::All, KeyFilter::Store(rosa)] {
        let ids = listed(&inventory, filter);
        assert_eq!((ids.len(), ids.contains(&archived)), (2, false));
    }
    assert_eq!(listed(&inventory, KeyFilter::Archived), [archived]);
    assert_eq!(keys_of_first_store(&inventory), 2);
    let counts = inventory.counts().unwrap();
    assert_eq!((counts.keys, counts.archived), (2, 1));
    assert_eq!(counts.keys_by_connection.values().sum::<usize>(), 2);
    let key = inventory.key(archived).unwrap().unwrap();
    assert_eq!(key.archived_at, Some(LATER));

    inventory.set_archived(archived, None).unwrap();
    assert_eq!(kept_list().len(), 3);
    assert!(kept_list().contains(&kept));
    assert!(listed(&inventory, KeyFilter::Archived).is_empty());
}

#[test]
fn an_archived_key_never_needs_attention_and_is_found_by_its_words() {
    let (inventory, _, [id, _, _]) = three();
    inventory.set_archived(id, Some(LATER)).unwrap();
    inventory.counts().unwrap();
    inventory.set_secret_stored(id, &[9], None).unwrap();
    assert_eq!(due_kinds(&inventory), [AttentionKind::SecretNotStored; 2]);
    let query = KeyQuery {
        text: "webshop".to_owned(),
        filter: KeyFilter::Archived,
        ..everything()
    };
    assert_eq!(inventory.list_keys(&query).unwrap().total, 1);
    assert_eq!(inventory.position_of_key(&query, id).unwrap(), Some(0));
    assert_eq!(inventory.position_of_key(&everything(), id).unwrap(), None);
}

#[test]
fn forgotten_keys_are_listed_nowhere_and_come_back() {
    let (inventory, rosa, [id, archived, _]) = three();
    inventory.set_archived(archived, Some(LATER)).unwrap();
    for forgotten in [id, archived] {
        inventory.set_forgotten(forgotten, Some(LATER)).unwrap();
    }
    for filter in [KeyFilter::All, KeyFilter::Store(rosa)] {
        assert_eq!(listed(&inventory, filter).len(), 1);
    }
    assert!(listed(&inventory, KeyFilter::Archived).is_empty());
    assert_eq!(keys_of_first_store(&inventory), 1);
    let counts = inventory.counts().unwrap();
    assert_eq!((counts.keys, counts.archived), (1, 0));
    let key = inventory.key(id).unwrap().unwrap();
    assert_eq!(key.forgotten_at, Some(LATER));

    inventory.set_forgotten(id, None).unwrap();
    assert_eq!(listed(&inventory, KeyFilter::All).len(), 2);
}

#[test]
fn a_refresh_does_not_bring_back_what_was_forgotten_or_archived() {
    let (inventory, connection, id) = settled_key();
    inventory.set_archived(id, Some(NOW)).unwrap();
    inventory.set_forgotten(id, Some(NOW)).unwrap();
    let renewed = SeenKey {
        fingerprint: Some(vec![2]),
        ..seen_key(1, "renamed")
    };
    for seen in [vec![], vec![renewed]] {
        inventory
            .record_keys(connection, true, &seen, LATER)
            .unwrap();
        let key = inventory.key(id).unwrap().unwrap();
        assert_eq!((key.archived_at, key.forgotten_at), (Some(NOW), Some(NOW)));
        assert_eq!(key.presence == Presence::Gone, seen.is_empty());
    }
}

#[test]
fn the_history_of_a_removed_key_stays_readable() {
    let (inventory, connection, id) = settled_key();
    let line = HistoryEntry {
        at: LATER,
        who: "ada".to_owned(),
        act: Act::Revealed,
        connection,
        key: Some(id),
        store: None,
        subject: "webshop".to_owned(),
    };
    inventory.record(&line).unwrap();
    inventory.remove_key(id).unwrap();
    assert_eq!(inventory.key(id).unwrap(), None);
    assert!(listed(&inventory, KeyFilter::All).is_empty());
    assert_eq!(acts(&inventory), [Act::SeenOnServer, Act::Revealed]);
    let kept = HistoryEntry { key: None, ..line };
    assert_eq!(history(&inventory)[1], kept);
    inventory.remove_connection(connection).unwrap();
    assert!(history(&inventory).is_empty());
}

#[test]
fn the_number_of_a_removed_key_is_not_given_again() {
    let (inventory, connection, id) = settled_key();
    inventory.remove_key(id).unwrap();
    let seen = [seen_key(1, "webshop")];
    let changes = inventory.record_keys(connection, true, &seen, LATER);
    assert_ne!(changes.unwrap().new, [id]);
}

#[test]
fn a_key_that_is_not_there_stands_nowhere() {
    let (inventory, _) = one_connection();
    let nobody = KeyId(9);
    let outcomes = [
        inventory.set_archived(nobody, None),
        inventory.set_forgotten(nobody, Some(NOW)),
        inventory.remove_key(nobody),
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
    }
}
