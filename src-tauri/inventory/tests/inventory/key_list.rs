//! The list of keys: order, search, windows, marks, and that it is never out of date.

use crate::sample::{
    LATER, NOW, connect, everything, key, one_connection, one_site, read, seen_consumer_key,
    seen_key, settled_consumer_key, store,
};
use inventory::{Field, Inventory, KeyFilter, KeyQuery, Mark, SeenKey};
use keys::{ConnectionId, Identifier, KeyId, ServerAppId, StoreId};
use proptest::collection::vec;
use proptest::prelude::{any, prop_assert_eq, proptest};

fn search(text: &str) -> KeyQuery {
    KeyQuery {
        text: text.to_owned(),
        ..everything()
    }
}

fn names(inventory: &Inventory, query: &KeyQuery) -> Vec<String> {
    let page = inventory.list_keys(query).unwrap();
    assert_eq!(page.total, page.rows.len());
    page.rows.into_iter().map(|row| row.key.app_name).collect()
}

fn key_of_store(
    inventory: &Inventory,
    connection: ConnectionId,
    store: StoreId,
    app_name: &str,
) -> KeyId {
    let server_id = inventory.keys(connection).unwrap().len();
    let seen = SeenKey {
        store: Some(Some(store)),
        ..seen_key(i64::try_from(server_id).unwrap() + 1, app_name)
    };
    inventory
        .record_created_key(connection, &seen, NOW)
        .unwrap()
}

#[test]
fn keys_are_sorted_by_store_then_name_without_accents_or_case() {
    let (inventory, connection) = one_connection();
    let ecole = store(&inventory, connection, "École");
    let zebra = store(&inventory, connection, "zebra");
    for (store, name) in [(zebra, "a"), (ecole, "woo"), (ecole, "Épicerie")] {
        key_of_store(&inventory, connection, store, name);
    }
    key(&inventory, connection, "Fleuriste");
    key(&inventory, connection, "fleuriste");
    assert_eq!(
        names(&inventory, &everything()),
        ["Épicerie", "woo", "Fleuriste", "fleuriste", "a"]
    );
}

#[test]
fn every_shown_field_is_searched_and_marked() {
    let (inventory, connection) = one_connection();
    let rosa = store(&inventory, connection, "Crêperie Rosa");
    let id = key_of_store(&inventory, connection, rosa, "Webshop");
    key(&inventory, connection, "other");
    inventory.set_note(id, "🚲 vélo").unwrap();
    for (text, field, start, end) in [
        ("creperie", Field::Store, 0, 8),
        ("SHOP", Field::AppName, 3, 7),
        ("fier1", Field::Identifier, 6, 11),
        ("velo", Field::Note, 3, 7),
    ] {
        let page = inventory.list_keys(&search(text)).unwrap();
        assert_eq!(page.total, 1, "{text}");
        assert_eq!(page.rows[0].key.id, id);
        assert_eq!(page.rows[0].store.as_deref(), Some("Crêperie Rosa"));
        assert_eq!(page.rows[0].connection, connection);
        assert_eq!(page.rows[0].marks, [Mark { field, start, end }]);
    }
    let page = inventory.list_keys(&search("lyon")).unwrap();
    assert_eq!(page.total, 2);
    assert_eq!(page.rows[0].marks[0].field, Field::Connection);
}

#[test]
fn all_words_must_occur_in_any_order_and_field() {
    let (inventory, connection) = one_connection();
    let rosa = store(&inventory, connection, "Rosa");
    key_of_store(&inventory, connection, rosa, "webshop");
    key_of_store(&inventory, connection, rosa, "urbantz");
    assert_eq!(names(&inventory, &search("web rosa")), ["webshop"]);
    assert_eq!(names(&inventory, &search(" ")).len(), 2);
    assert!(names(&inventory, &search("web urbantz")).is_empty());
    // Words are of one field: nothing is found across two.
    assert!(names(&inventory, &search("rosaweb")).is_empty());
}

#[test]
fn a_local_name_is_shown_and_the_app_name_still_found() {
    let (inventory, connection) = one_connection();
    let id = key(&inventory, connection, "webshop");
    inventory.set_local_name(id, Some("Rosa")).unwrap();
    let page = inventory.list_keys(&search("ros")).unwrap();
    let mark = Mark {
        field: Field::AppName,
        start: 0,
        end: 3,
    };
    assert_eq!(page.rows[0].marks, [mark]);
    let page = inventory.list_keys(&search("webshop")).unwrap();
    assert_eq!((page.total, page.rows[0].marks.len()), (1, 0));
}

#[test]
fn keys_in_several_alphabets_are_found() {
    let (inventory, connection) = one_connection();
    for (name, text) in [
        ("Ποδήλατο", "ποδηλατο"),
        ("Велосипед Ёлка", "елка"),
        ("درّاجة", "دراجة"),
        ("自転車便 ﾊﾞｲｸ", "バイク"),
    ] {
        key(&inventory, connection, name);
        assert_eq!(names(&inventory, &search(text)), [name]);
    }
}

#[test]
fn a_consumer_key_is_found_by_all_that_is_shown_of_it() {
    let (inventory, connection, ours) = settled_consumer_key();
    let seen = [
        seen_consumer_key(1, "webshop"),
        seen_consumer_key(0xabc_def0, "theirs"),
    ];
    let changes = inventory.record_consumer_keys(connection, true, &seen, NOW);
    let theirs = changes.unwrap().new[0];
    inventory.set_note(theirs, "marigold").unwrap();
    inventory.set_local_name(theirs, Some("Tulip")).unwrap();
    let both = vec![theirs, ours];
    for (text, expected) in [
        ("theirs", vec![theirs]),
        ("tulip", vec![theirs]),
        ("marigold", vec![theirs]),
        ("abcdef0", vec![theirs]),
        ("ck_000", vec![ours]),
        ("0000001", vec![ours]),
        ("ann", both.clone()),
        ("rosas", vec![]),
        ("rosa shop", both),
        ("inconnu", vec![]),
    ] {
        let page = inventory.list_keys(&search(text)).unwrap();
        let found: Vec<KeyId> = page.rows.iter().map(|row| row.key.id).collect();
        assert_eq!(found, expected, "{text}");
    }
    let page = inventory.list_keys(&search("def")).unwrap();
    let ending = Mark {
        field: Field::Identifier,
        start: 3,
        end: 6,
    };
    assert_eq!(page.rows[0].marks, [ending]);
    assert_eq!(page.rows[0].store.as_deref(), Some("Rosa's shop"));
    inventory
        .edit_consumer_key(ours, "peony", keys::Permission::Read)
        .unwrap();
    assert_eq!(names(&inventory, &search("peony")), ["peony"]);
    assert_eq!(read(&inventory, ours).app_name, "peony");
}

#[test]
fn consumer_keys_stand_together_under_the_name_of_their_site() {
    let (inventory, site) = one_site();
    let lyon = connect(&inventory, "lyon.example");
    for (name, store_name) in [("alone", ""), ("of zoe", "Zoé")] {
        let number = if store_name.is_empty() { 1 } else { 2 };
        let seen = SeenKey {
            store_name: store_name.to_owned(),
            ..seen_key(number, name)
        };
        inventory.record_created_key(lyon, &seen, NOW).unwrap();
    }
    let seen = [
        seen_consumer_key(1, "z"),
        seen_consumer_key(2, "Épicerie"),
        seen_consumer_key(3, ""),
    ];
    inventory
        .record_consumer_keys(site, true, &seen, NOW)
        .unwrap();
    assert_eq!(
        names(&inventory, &everything()),
        ["alone", "", "Épicerie", "z", "of zoe"]
    );
}

#[test]
fn a_list_is_narrowed_by_connection_and_store() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    let rosa = store(&inventory, lyon, "Rosa");
    key_of_store(&inventory, lyon, rosa, "rosa-web");
    key(&inventory, lyon, "lyon-web");
    key(&inventory, nantes, "nantes-web");
    let of_nantes = KeyQuery {
        connection: Some(nantes),
        ..search("web")
    };
    assert_eq!(names(&inventory, &of_nantes), ["nantes-web"]);
    let of_rosa = KeyQuery {
        filter: KeyFilter::Store(rosa),
        ..search("web")
    };
    assert_eq!(names(&inventory, &of_rosa), ["rosa-web"]);
}

#[test]
fn counts_are_of_what_the_lists_show() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    store(&inventory, lyon, "Rosa");
    for name in ["a", "b"] {
        key(&inventory, lyon, name);
    }
    key(&inventory, nantes, "c");
    let counts = inventory.counts().unwrap();
    assert_eq!((counts.keys, counts.stores), (3, 1));
    assert_eq!(counts.keys_by_connection[&lyon], 2);
    assert_eq!(counts.keys_by_connection[&nantes], 1);
    inventory.remove_connection(lyon).unwrap();
    let counts = inventory.counts().unwrap();
    assert_eq!((counts.keys, counts.stores), (1, 0));
}

#[test]
fn a_change_is_listed_at_once() {
    let (inventory, connection) = one_connection();
    let id = key(&inventory, connection, "webshop");
    assert_eq!(names(&inventory, &search("webshop")).len(), 1);
    inventory.set_note(id, "marigold").unwrap();
    assert_eq!(names(&inventory, &search("marigold")).len(), 1);
    inventory
        .rename_connection(connection, "Tulip town")
        .unwrap();
    assert_eq!(names(&inventory, &search("tulip")).len(), 1);
    let seen = SeenKey {
        store_name: "Peony".to_owned(),
        ..seen_key(1, "renamed")
    };
    inventory
        .record_keys(connection, true, &[seen], LATER)
        .unwrap();
    assert_eq!(names(&inventory, &search("peony")), ["renamed"]);
    assert!(names(&inventory, &search("webshop")).is_empty());
}

#[test]
fn the_newest_name_of_a_store_is_shown() {
    let (inventory, connection) = one_connection();
    let rosa = store(&inventory, connection, "Rosa");
    let seen = SeenKey {
        store: Some(Some(rosa)),
        store_name: "Rosa as it was".to_owned(),
        ..seen_key(1, "webshop")
    };
    inventory
        .record_created_key(connection, &seen, NOW)
        .unwrap();
    let shown = || {
        inventory.list_keys(&everything()).unwrap().rows[0]
            .store
            .clone()
    };
    assert_eq!(shown().as_deref(), Some("Rosa"));
    let renamed = crate::sample::seen_store(1, "Rosalie");
    inventory
        .record_stores(connection, true, &[renamed], LATER)
        .unwrap();
    assert_eq!(shown().as_deref(), Some("Rosalie"));
}

proptest! {
    #[test]
    fn windows_put_together_are_the_whole_list(
        parts in vec(("[aàbB ]{0,4}", "[aàbB]{1,4}"), 1..30),
        text in "[ab ]{0,4}",
        limit in 1_usize..7,
        only_first in any::<bool>(),
    ) {
        let (inventory, lyon) = one_connection();
        let nantes = connect(&inventory, "nantes.example");
        for connection in [lyon, nantes] {
            let seen: Vec<SeenKey> = parts.iter().zip(1..).map(|((store, name), id)| SeenKey {
                server_id: ServerAppId(id),
                store_name: store.trim().to_owned(),
                identifier: Identifier::new("zz"),
                ..seen_key(id, name)
            }).collect();
            inventory.record_keys(connection, true, &seen, NOW).unwrap();
        }
        let query = KeyQuery { connection: only_first.then_some(lyon), ..search(&text) };
        let whole = inventory.list_keys(&query).unwrap();
        let mut joined = Vec::new();
        while joined.len() < whole.total {
            let window = KeyQuery { offset: joined.len(), limit, ..query.clone() };
            let page = inventory.list_keys(&window).unwrap();
            prop_assert_eq!(page.total, whole.total);
            joined.extend(page.rows);
        }
        prop_assert_eq!(&joined, &whole.rows);
        let beyond = KeyQuery { offset: whole.total, ..query.clone() };
        prop_assert_eq!(inventory.list_keys(&beyond).unwrap().rows.len(), 0);

        let plain = |text: &str| text.to_lowercase().replace('à', "a");
        let words: Vec<String> = text.split_whitespace().map(plain).collect();
        for connection in inventory.connections().unwrap() {
            for key in inventory.keys(connection.id).unwrap() {
                let fields = [&key.store_name, &key.app_name, &connection.name];
                let matches = query.connection.is_none_or(|id| id == key.connection)
                    && words.iter().all(|word| fields.iter().any(|field| plain(field).contains(word)));
                let position = inventory.position_of_key(&query, key.id).unwrap();
                let listed = whole.rows.iter().position(|row| row.key.id == key.id);
                prop_assert_eq!(position, listed);
                prop_assert_eq!(listed.is_some(), matches);
            }
        }
    }
}
