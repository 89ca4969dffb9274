//! Drafts: kept as they were prepared, until they are sent or deleted.

use crate::sample::{LATER, NOW, connect, key, one_connection, store};
use inventory::{Error, IntentAct, Inventory, NewIntent};
use keys::{
    ConnectionId, Draft, DraftContent, DraftId, DraftStore, KeyType, Made, Moment, Scope,
    ServerStoreId,
};
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest,
};

fn store_content(name: &str) -> DraftContent {
    DraftContent::Store {
        values: vec![(Draft::STORE_NAME_FIELD.to_owned(), name.to_owned())],
    }
}

fn key_content(store: DraftStore) -> DraftContent {
    DraftContent::Key {
        name: "webshop".to_owned(),
        key_type: KeyType::OAuth,
        scopes: vec![Scope::Deliveries],
        store,
    }
}

fn add(inventory: &Inventory, connection: ConnectionId, content: &DraftContent) -> DraftId {
    inventory.add_draft(connection, content, NOW).unwrap()
}

fn read(inventory: &Inventory, id: DraftId) -> Draft {
    inventory.draft(id).unwrap().unwrap()
}

#[test]
fn drafts_of_all_connections_are_there_oldest_first() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    let rosa = add(&inventory, lyon, &store_content("Rosa"));
    let waiting = add(&inventory, nantes, &key_content(DraftStore::Draft(rosa)));
    let drafts = inventory.drafts().unwrap();
    let expected = Draft {
        id: waiting,
        connection: nantes,
        content: key_content(DraftStore::Draft(rosa)),
        sent: None,
        created_at: NOW,
        changed_at: NOW,
        deleted_at: None,
    };
    assert_eq!(drafts, [read(&inventory, rosa), expected]);
    assert_eq!(drafts[0].name(), "Rosa");
    assert_eq!(inventory.counts().unwrap().drafts, 2);
}

#[test]
fn a_draft_is_changed_while_it_waits() {
    let (inventory, connection) = one_connection();
    let id = add(&inventory, connection, &store_content("Rosa"));
    let content = key_content(DraftStore::OnServer(ServerStoreId(4)));
    inventory.change_draft(id, &content, LATER).unwrap();
    let draft = read(&inventory, id);
    assert_eq!(draft.content, content);
    assert_eq!((draft.created_at, draft.changed_at), (NOW, LATER));
    inventory
        .change_draft(id, &store_content("Zoé"), LATER)
        .unwrap();
    assert_eq!(read(&inventory, id).content, store_content("Zoé"));
}

#[test]
fn a_sent_or_deleted_draft_is_not_changed() {
    let (inventory, connection) = one_connection();
    let made = Made::Store(store(&inventory, connection, "Rosa"));
    let [sent, deleted] =
        ["Rosa", "Zoé"].map(|name| add(&inventory, connection, &store_content(name)));
    inventory.set_draft_sent(sent, made, LATER).unwrap();
    inventory.set_draft_deleted(deleted, Some(LATER)).unwrap();
    for id in [sent, deleted, DraftId(99)] {
        let before = inventory.draft(id).unwrap();
        let outcome = inventory.change_draft(id, &store_content("other"), LATER);
        assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
        assert_eq!(inventory.draft(id).unwrap(), before);
    }
}

#[test]
fn a_draft_is_sent_once() {
    let (inventory, connection) = one_connection();
    let [first, second] = ["a", "b"].map(|name| key(&inventory, connection, name));
    let id = add(&inventory, connection, &key_content(DraftStore::Without));
    inventory.set_draft_sent(id, Made::Key(first), NOW).unwrap();
    inventory
        .set_draft_sent(id, Made::Key(second), LATER)
        .unwrap();
    assert_eq!(read(&inventory, id).sent, Some((Made::Key(first), NOW)));
    assert_eq!(inventory.drafts().unwrap().len(), 1);
    assert_eq!(inventory.counts().unwrap().drafts, 0);
}

#[test]
fn a_deleted_draft_comes_back_until_it_is_purged() {
    let (inventory, connection) = one_connection();
    let id = add(&inventory, connection, &store_content("Rosa"));
    let before = read(&inventory, id);
    inventory.set_draft_deleted(id, Some(LATER)).unwrap();
    assert!(inventory.drafts().unwrap().is_empty());
    assert_eq!(inventory.counts().unwrap().drafts, 0);
    inventory.purge_drafts(LATER).unwrap();
    assert_eq!(read(&inventory, id).deleted_at, Some(LATER));
    inventory.set_draft_deleted(id, None).unwrap();
    assert_eq!(inventory.drafts().unwrap(), [before]);

    inventory.set_draft_deleted(id, Some(LATER)).unwrap();
    inventory.purge_drafts(Moment(LATER.0 + 1)).unwrap();
    assert_eq!(inventory.draft(id).unwrap(), None);
    let outcome = inventory.set_draft_deleted(id, None);
    assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
}

#[test]
fn a_key_whose_drafted_store_was_purged_still_waits_for_it() {
    let (inventory, connection) = one_connection();
    let rosa = add(&inventory, connection, &store_content("Rosa"));
    let waiting = add(
        &inventory,
        connection,
        &key_content(DraftStore::Draft(rosa)),
    );
    inventory.set_draft_deleted(rosa, Some(NOW)).unwrap();
    inventory.purge_drafts(LATER).unwrap();
    let content = read(&inventory, waiting).content;
    assert_eq!(content, key_content(DraftStore::Draft(rosa)));
}

#[test]
fn clearing_what_was_sent_leaves_what_waits_for_it_its_store() {
    let (inventory, connection) = one_connection();
    let made = store(&inventory, connection, "Rosa");
    let on_server = inventory.store(made).unwrap().unwrap().server_id;
    let rosa = add(&inventory, connection, &store_content("Rosa"));
    let zoe = add(&inventory, connection, &store_content("Zoé"));
    let [for_rosa, for_zoe] =
        [rosa, zoe].map(|id| add(&inventory, connection, &key_content(DraftStore::Draft(id))));
    inventory
        .set_draft_sent(rosa, Made::Store(made), NOW)
        .unwrap();
    inventory.clear_sent_drafts().unwrap();
    assert_eq!(inventory.draft(rosa).unwrap(), None);
    let left: Vec<_> = inventory.drafts().unwrap();
    assert_eq!(
        left.iter().map(|draft| draft.id).collect::<Vec<_>>(),
        [zoe, for_rosa, for_zoe]
    );
    let content = |id| read(&inventory, id).content;
    assert_eq!(
        content(for_rosa),
        key_content(DraftStore::OnServer(on_server))
    );
    assert_eq!(content(for_zoe), key_content(DraftStore::Draft(zoe)));
}

#[test]
fn an_intent_outlives_the_draft_it_sends() {
    let (inventory, connection) = one_connection();
    let id = add(&inventory, connection, &store_content("Rosa"));
    let new = NewIntent {
        connection,
        act: IntentAct::CreateStore {
            name: "Rosa".to_owned(),
        },
        known: vec![],
        at: NOW,
        draft: Some(id),
    };
    let intent = inventory.begin_intent(&new).unwrap();
    inventory.set_draft_deleted(id, Some(NOW)).unwrap();
    inventory.purge_drafts(LATER).unwrap();
    let intent = inventory.intent(intent).unwrap().unwrap();
    assert_eq!((intent.draft, intent.act), (None, new.act));
}

#[test]
fn a_sent_draft_goes_with_the_record_it_became() {
    let (inventory, connection) = one_connection();
    let made = key(&inventory, connection, "webshop");
    let id = add(&inventory, connection, &key_content(DraftStore::Without));
    inventory.set_draft_sent(id, Made::Key(made), NOW).unwrap();
    inventory.remove_key(made).unwrap();
    assert_eq!(inventory.draft(id).unwrap(), None);
}

fn content() -> impl Strategy<Value = DraftContent> {
    let store = prop_oneof![
        Just(DraftStore::Without),
        any::<i64>().prop_map(|id| DraftStore::OnServer(ServerStoreId(id))),
        any::<i64>().prop_map(|id| DraftStore::Draft(DraftId(id))),
    ];
    let key_type = prop_oneof![Just(KeyType::OAuth), Just(KeyType::ApiKey)];
    let scope = "[a-z:]{1,9}".prop_map(|value| Scope::from_value(&value));
    prop_oneof![
        vec((any::<String>(), any::<String>()), 0..6)
            .prop_map(|values| DraftContent::Store { values }),
        (any::<String>(), key_type, vec(scope, 0..4), store).prop_map(
            |(name, key_type, scopes, store)| DraftContent::Key {
                name,
                key_type,
                scopes,
                store
            }
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_draft_comes_back_as_it_was_written(first in content(), then in content()) {
        let (inventory, connection) = one_connection();
        let id = add(&inventory, connection, &first);
        prop_assert_eq!(read(&inventory, id).content, first);
        inventory.change_draft(id, &then, LATER).unwrap();
        prop_assert_eq!(read(&inventory, id).content, then);
    }
}
