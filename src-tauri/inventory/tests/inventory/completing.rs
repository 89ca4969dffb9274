//! Completing an intent: what it made, the line that tells it and the draft it sent, in one step.

use crate::sample::{LATER, NOW, create_key, history, key, one_connection, seen_key, store};
use inventory::{IntentId, Inventory, NewIntent};
use keys::{
    Act, ConnectionId, DraftContent, DraftId, DraftStore, HistoryEntry, KeyId, KeyType, Made,
};

fn sending(inventory: &Inventory, connection: ConnectionId) -> (IntentId, DraftId) {
    let content = DraftContent::Key {
        name: "webshop".to_owned(),
        key_type: KeyType::OAuth,
        scopes: vec![],
        store: DraftStore::Without,
    };
    let draft = inventory.add_draft(connection, &content, NOW).unwrap();
    let new = NewIntent {
        connection,
        act: create_key("webshop"),
        known: vec![],
        at: NOW,
        draft: Some(draft),
    };
    (inventory.begin_intent(&new).unwrap(), draft)
}

fn created(connection: ConnectionId, key: KeyId) -> HistoryEntry {
    HistoryEntry {
        at: LATER,
        who: "ada".to_owned(),
        act: Act::Created,
        connection,
        key: Some(key),
        store: None,
        subject: "webshop".to_owned(),
    }
}

#[test]
fn a_completed_intent_is_told_its_draft_sent_and_nothing_open() {
    let (inventory, connection) = one_connection();
    let (intent, draft) = sending(&inventory, connection);
    let made = key(&inventory, connection, "webshop");
    let line = created(connection, made);
    for _ in 0..2 {
        inventory
            .complete_intent(intent, Made::Key(made), &line)
            .unwrap();
    }
    assert_eq!(history(&inventory), [line]);
    assert_eq!(inventory.intent(intent).unwrap(), None);
    let sent = inventory.draft(draft).unwrap().unwrap().sent;
    assert_eq!(sent, Some((Made::Key(made), LATER)));
}

#[test]
fn an_intent_that_cannot_be_completed_leaves_everything_as_it_was() {
    let (inventory, connection) = one_connection();
    let (intent, draft) = sending(&inventory, connection);
    let made = key(&inventory, connection, "webshop");
    let line = created(connection, made);
    let outcome = inventory.complete_intent(intent, Made::Key(KeyId(99)), &line);
    assert!(outcome.is_err());
    assert!(history(&inventory).is_empty());
    assert!(inventory.intent(intent).unwrap().is_some());
    assert_eq!(inventory.draft(draft).unwrap().unwrap().sent, None);
}

#[test]
fn what_was_made_here_and_what_nobody_told_of_is_known() {
    let (inventory, connection) = one_connection();
    let rosa = store(&inventory, connection, "Rosa");
    let ours = key(&inventory, connection, "ours");
    let untold = key(&inventory, connection, "untold");
    inventory.record(&created(connection, ours)).unwrap();
    let names = [(1, "ours"), (2, "untold"), (3, "theirs")];
    let seen = names.map(|(id, name)| seen_key(id, name));
    let theirs = inventory
        .record_keys(connection, false, &seen, LATER)
        .unwrap()
        .new[0];
    let made_here = |made| inventory.is_made_here(made).unwrap();
    assert!(made_here(Made::Key(ours)));
    assert!(!made_here(Made::Key(theirs)));
    assert!(!made_here(Made::Store(rosa)));
    assert_eq!(
        inventory.untold(connection).unwrap(),
        [
            (Made::Store(rosa), 1, "Rosa".to_owned()),
            (Made::Key(untold), 2, "untold".to_owned())
        ]
    );
}
