//! The list of Stores.

use crate::sample::{NOW, connect, one_connection, seen_key, store};
use inventory::{Field, Mark, SeenKey, StoreQuery};

fn everything() -> StoreQuery {
    StoreQuery {
        limit: usize::MAX,
        ..StoreQuery::default()
    }
}

#[test]
fn stores_are_sorted_by_name_and_count_the_keys_the_server_has() {
    let (inventory, connection) = one_connection();
    let zoe = store(&inventory, connection, "zoé");
    let elan = store(&inventory, connection, "Élan");
    let seen: Vec<SeenKey> = [(1, zoe), (2, zoe), (3, elan)]
        .map(|(id, store)| SeenKey {
            store: Some(Some(store)),
            ..seen_key(id, "webshop")
        })
        .into();
    inventory.record_keys(connection, true, &seen, NOW).unwrap();
    inventory
        .record_keys(connection, true, &seen[1..], NOW)
        .unwrap();
    let page = inventory.list_stores(&everything()).unwrap();
    let rows: Vec<_> = page
        .rows
        .iter()
        .map(|row| (row.store.name.as_str(), row.keys))
        .collect();
    assert_eq!(rows, [("Élan", 1), ("zoé", 1)]);
    assert_eq!(page.total, 2);
}

#[test]
fn a_store_is_found_by_name_address_and_connection() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    store(&inventory, lyon, "Crêperie");
    store(&inventory, nantes, "Fleuriste");
    let find = |text: &str, connection| {
        let query = StoreQuery {
            text: text.to_owned(),
            connection,
            ..everything()
        };
        inventory.list_stores(&query).unwrap()
    };
    let page = find("crepe", None);
    let mark = |field, start, end| Mark { field, start, end };
    assert_eq!(page.rows[0].marks, [mark(Field::Store, 0, 5)]);
    let page = find("street 2", None);
    assert_eq!(page.rows.len(), 1);
    assert!(page.rows[0].marks.is_empty());
    assert_eq!(find("nantes", None).rows[0].store.name, "Fleuriste");
    assert_eq!(find("", Some(lyon)).rows[0].store.name, "Crêperie");
    assert_eq!(find("fleuriste", Some(lyon)).total, 0);
}

#[test]
fn a_window_is_cut_from_the_list() {
    let (inventory, connection) = one_connection();
    for name in ["d", "b", "a", "c"] {
        store(&inventory, connection, name);
    }
    let window = StoreQuery {
        offset: 1,
        limit: 2,
        ..StoreQuery::default()
    };
    let page = inventory.list_stores(&window).unwrap();
    let names: Vec<_> = page
        .rows
        .iter()
        .map(|row| row.store.name.as_str())
        .collect();
    assert_eq!((page.total, names), (4, vec!["b", "c"]));
}
