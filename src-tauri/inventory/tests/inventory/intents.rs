//! Intents: written before a server is asked, open until their outcome is known.

use crate::sample::{LATER, NOW, connect, consumer_key, create_key, key, one_connection};
use inventory::{Error, Intent, IntentAct, IntentId, Inventory, NewIntent};
use keys::{
    ConnectionId, DraftContent, KeyType, Permission, Scope, ServerAppId, ServerStoreId, SiteUserId,
};

fn begin(inventory: &Inventory, connection: ConnectionId, act: IntentAct) -> IntentId {
    let new = NewIntent {
        connection,
        act,
        known: vec![],
        at: NOW,
        draft: None,
    };
    inventory.begin_intent(&new).unwrap()
}

#[test]
fn intents_are_open_until_finished_even_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.db");
    let inventory = Inventory::open(&path, NOW).unwrap();
    let connection = connect(&inventory, "lyon.example");
    let key = key(&inventory, connection, "webshop");
    let content = DraftContent::Store { values: vec![] };
    let draft = inventory.add_draft(connection, &content, NOW).unwrap();
    let acts = [
        IntentAct::CreateStore {
            name: "Rosa".to_owned(),
        },
        IntentAct::CreateKey {
            name: "urbantz".to_owned(),
            key_type: KeyType::ApiKey,
            scopes: vec![Scope::Tasks, Scope::Other("new:scope".to_owned())],
            store: Some(ServerStoreId(7)),
        },
        create_key("webshop"),
        IntentAct::RenewSecret {
            key,
            fingerprint: vec![0, 255],
        },
        IntentAct::CreateConsumerKey {
            description: "webshop".to_owned(),
            owner: SiteUserId(2),
            permission: Permission::Write,
        },
        IntentAct::RevokeKey { key },
        IntentAct::SignOut,
        IntentAct::Disconnect,
        IntentAct::Forget { key },
    ];
    let written: Vec<Intent> = acts
        .into_iter()
        .map(|act| {
            let new = NewIntent {
                connection,
                act,
                known: vec![3, -1, i64::MAX],
                at: NOW,
                draft: Some(draft),
            };
            Intent {
                id: inventory.begin_intent(&new).unwrap(),
                connection,
                act: new.act,
                known: new.known,
                at: NOW,
                draft: Some(draft),
                candidates: vec![],
                answered: false,
                pair: None,
            }
        })
        .collect();
    drop(inventory);

    let inventory = Inventory::open(&path, NOW).unwrap();
    assert_eq!(inventory.open_intents().unwrap(), written);
    let one = written[1].clone();
    assert_eq!(inventory.intent(one.id).unwrap(), Some(one.clone()));
    inventory.finish_intent(one.id).unwrap();
    assert_eq!(inventory.intent(one.id).unwrap(), None);
    let mut left = written;
    left.remove(1);
    assert_eq!(inventory.open_intents().unwrap(), left);
}

#[test]
fn an_intent_that_has_gone_already_is_finished() {
    let (inventory, connection) = one_connection();
    let id = begin(&inventory, connection, create_key("webshop"));
    inventory.finish_intent(id).unwrap();
    inventory.finish_intent(id).unwrap();
    assert!(inventory.open_intents().unwrap().is_empty());
}

#[test]
fn what_was_learnt_of_an_intent_is_kept() {
    let (inventory, connection) = one_connection();
    let id = begin(&inventory, connection, create_key("webshop"));
    let other = begin(&inventory, connection, create_key("other"));
    let untouched = inventory.intent(other).unwrap();
    let read = || inventory.intent(id).unwrap().unwrap();

    inventory.set_intent_candidates(id, &[4, 9]).unwrap();
    inventory.set_intent_answered(id).unwrap();
    assert_eq!((read().candidates, read().answered), (vec![4, 9], true));
    inventory.set_intent_candidates(id, &[]).unwrap();
    assert!(read().candidates.is_empty());
    assert_eq!(inventory.intent(other).unwrap(), untouched);
}

#[test]
fn a_pair_that_was_told_is_kept_with_its_number_in_one_write() {
    for (told, expected) in [(Some(ServerAppId(7)), vec![7]), (None, vec![4, 9])] {
        let (inventory, connection) = one_connection();
        let id = begin(&inventory, connection, create_key("webshop"));
        inventory.set_intent_candidates(id, &[4, 9]).unwrap();
        let pair = consumer_key(1);
        inventory.set_intent_pair(id, told, &pair, &[5]).unwrap();
        let intent = inventory.intent(id).unwrap().unwrap();
        assert_eq!((intent.answered, intent.candidates), (true, expected));
        assert_eq!(intent.pair, Some((pair, vec![5])));
        inventory.restart_intent(id, LATER).unwrap();
        let again = inventory.intent(id).unwrap().unwrap();
        assert_eq!(again.pair, None, "another question");
    }
}

#[test]
fn asking_again_is_another_question_without_an_answer() {
    let (inventory, connection) = one_connection();
    let id = begin(&inventory, connection, create_key("webshop"));
    inventory.set_intent_answered(id).unwrap();
    inventory.restart_intent(id, LATER).unwrap();
    let intent = inventory.intent(id).unwrap().unwrap();
    assert_eq!((intent.at, intent.answered), (LATER, false));
}

#[test]
fn changing_an_intent_that_is_not_there_is_an_error() {
    let (inventory, _) = one_connection();
    let nobody = IntentId(9);
    let outcomes = [
        inventory.set_intent_candidates(nobody, &[1]),
        inventory.set_intent_answered(nobody),
        inventory.set_intent_pair(nobody, None, &consumer_key(1), &[5]),
        inventory.restart_intent(nobody, NOW),
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
    }
}

#[test]
fn intents_about_a_key_go_with_its_record() {
    let (inventory, connection) = one_connection();
    let key = key(&inventory, connection, "webshop");
    begin(&inventory, connection, IntentAct::Forget { key });
    begin(&inventory, connection, IntentAct::RevokeKey { key });
    let kept = begin(&inventory, connection, IntentAct::SignOut);
    inventory.remove_key(key).unwrap();
    let open: Vec<_> = inventory.open_intents().unwrap();
    assert_eq!(open.iter().map(|one| one.id).collect::<Vec<_>>(), [kept]);
}
