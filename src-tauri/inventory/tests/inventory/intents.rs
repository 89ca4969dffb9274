//! Intents: written before a server is asked, open until their outcome is known.

use crate::sample::{NOW, key, one_connection};
use inventory::{Error, IntentAct, Inventory, NewIntent};

#[test]
fn intents_are_open_until_finished_even_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.db");
    let inventory = Inventory::open(&path).unwrap();
    let connection = crate::sample::connect(&inventory, "lyon.example");
    let key = key(&inventory, connection, "webshop");
    let acts = [
        IntentAct::CreateStore {
            name: "Rosa".to_owned(),
        },
        IntentAct::CreateKey {
            name: "webshop".to_owned(),
        },
        IntentAct::RenewSecret {
            key,
            fingerprint: vec![0, 255],
        },
    ];
    let ids = acts.clone().map(|act| {
        let new = NewIntent {
            connection,
            act,
            known: vec![3, -1, i64::MAX],
            at: NOW,
        };
        inventory.begin_intent(&new).unwrap()
    });
    drop(inventory);

    let inventory = Inventory::open(&path).unwrap();
    let open = inventory.open_intents().unwrap();
    assert_eq!(open.iter().map(|intent| intent.id).collect::<Vec<_>>(), ids);
    assert_eq!(
        open.iter()
            .map(|intent| intent.act.clone())
            .collect::<Vec<_>>(),
        acts
    );
    assert!(open.iter().all(|intent| intent.known == [3, -1, i64::MAX]));
    assert!(
        open.iter()
            .all(|intent| intent.connection == connection && intent.at == NOW)
    );
    inventory.finish_intent(ids[1]).unwrap();
    let left: Vec<_> = inventory.open_intents().unwrap();
    assert_eq!(
        left.iter().map(|intent| intent.id).collect::<Vec<_>>(),
        [ids[0], ids[2]]
    );
}

#[test]
fn an_intent_is_finished_once() {
    let (inventory, connection) = one_connection();
    let new = NewIntent {
        connection,
        act: IntentAct::CreateKey {
            name: "webshop".to_owned(),
        },
        known: vec![],
        at: NOW,
    };
    let id = inventory.begin_intent(&new).unwrap();
    assert_eq!(
        inventory.open_intents().unwrap()[0].known,
        Vec::<i64>::new()
    );
    inventory.finish_intent(id).unwrap();
    assert!(matches!(inventory.finish_intent(id), Err(Error::Missing)));
}
