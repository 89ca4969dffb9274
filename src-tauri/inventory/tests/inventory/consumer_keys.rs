//! Consumer keys made, found again, edited and looked for.

use crate::sample::{
    LATER, NOW, acts, connect, consumer_key, key, made_consumer_key, one_site, read,
    see_consumer_keys, seen_consumer_key, settled_consumer_key,
};
use inventory::{Error, Inventory, MadeConsumerKey, SeenConsumerKey};
use keys::{
    ConnectionId, ConsumerKey, Key, KeyId, KeyStatus, KeyType, LastAccess, Moment, Permission,
    Presence, SecretRecord, ServerAppId,
};

fn create(inventory: &Inventory, connection: ConnectionId, made: &MadeConsumerKey) -> KeyId {
    inventory
        .record_created_consumer_key(connection, made, LATER)
        .unwrap()
}

#[test]
fn what_was_made_is_recorded_with_its_pair_and_without_history() {
    let (inventory, connection) = one_site();
    let made = made_consumer_key(7, "webshop");
    let id = create(&inventory, connection, &made);
    let expected = Key {
        id,
        connection,
        server_id: ServerAppId(7),
        app_name: "webshop".to_owned(),
        local_name: None,
        key_type: KeyType::Consumer,
        store: None,
        store_name: "Rosa's shop".to_owned(),
        scopes: None,
        identifier: Some(made.identifier),
        secret: Some(SecretRecord {
            fingerprint: vec![1, 1],
            stored_at: None,
        }),
        presence: Presence::OnServer,
        check: None,
        unreached_at: None,
        note: String::new(),
        first_seen: LATER,
        offered: None,
        store_gone: false,
        archived_at: None,
        forgotten_at: None,
        consumer: Some(ConsumerKey {
            permission: Some(Permission::ReadWrite),
            owner: Some(made.owner),
            ending: "0000007".to_owned(),
            last_access: None,
            last_access_since: None,
            may_change: true,
            secret_lost: false,
        }),
    };
    assert_eq!(read(&inventory, id), expected);
    assert!(acts(&inventory).is_empty());
}

#[test]
fn a_row_that_a_look_recorded_first_is_completed() {
    let (inventory, connection) = one_site();
    let seen = SeenConsumerKey {
        may_change: false,
        ..seen_consumer_key(7, "webshop")
    };
    let listed = see_consumer_keys(&inventory, connection, &[seen])[0];
    inventory.set_note(listed, "by hand").unwrap();
    inventory.set_secret_lost(listed, true).unwrap();
    let made = made_consumer_key(7, "webshop");
    assert_eq!(create(&inventory, connection, &made), listed);
    let key = read(&inventory, listed);
    assert_eq!(key.identifier, Some(made.identifier.clone()));
    assert_eq!(key.status(), KeyStatus::SecretMissing);
    assert_eq!((key.note.as_str(), key.first_seen), ("by hand", NOW));
    let consumer = key.consumer.unwrap();
    assert_eq!(consumer.last_access, Some(LastAccess::new("Unknown")));
    assert!(consumer.may_change && !consumer.secret_lost);
    // Told once more, as after a kill, nothing is undone.
    inventory
        .set_secret_stored(listed, &[1, 1], Some(NOW))
        .unwrap();
    create(&inventory, connection, &made);
    assert!(read(&inventory, listed).is_secret_stored());
}

#[test]
fn a_number_that_another_key_had_is_of_the_one_made_last() {
    let (inventory, connection, id) = settled_consumer_key();
    inventory.set_unreached(id, NOW).unwrap();
    let made = MadeConsumerKey {
        identifier: consumer_key(99),
        fingerprint: vec![2],
        ..made_consumer_key(1, "webshop")
    };
    assert_eq!(create(&inventory, connection, &made), id);
    let key = read(&inventory, id);
    assert_eq!(key.status(), KeyStatus::SecretMissing);
    assert_eq!(key.identifier, Some(consumer_key(99)));
    assert_eq!((key.check, key.unreached_at), (None, None));
    let consumer = key.consumer.unwrap();
    assert_eq!(
        (consumer.ending.as_str(), consumer.last_access),
        ("0000063", None)
    );
}

#[test]
fn a_pair_found_again_ends_that_its_secret_was_lost_or_never_held() {
    for lost in [false, true] {
        let (inventory, connection) = one_site();
        let id = see_consumer_keys(&inventory, connection, &[seen_consumer_key(1, "shop")])[0];
        inventory.set_secret_lost(id, lost).unwrap();
        let before = [KeyStatus::NotHeld, KeyStatus::SecretMissing][usize::from(lost)];
        assert_eq!(read(&inventory, id).status(), before);
        inventory.set_pair(id, &consumer_key(1), &[5]).unwrap();
        let key = read(&inventory, id);
        assert_eq!(key.status(), KeyStatus::SecretMissing);
        assert!(!key.consumer.unwrap().secret_lost);
        inventory.set_secret_stored(id, &[5], Some(NOW)).unwrap();
        assert_eq!(read(&inventory, id).status(), KeyStatus::NotChecked);
    }
    let (inventory, _, id) = settled_consumer_key();
    inventory.set_unreached(id, NOW).unwrap();
    inventory.set_pair(id, &consumer_key(1), &[5]).unwrap();
    let key = read(&inventory, id);
    assert_eq!((key.check, key.unreached_at), (None, None));
    assert_eq!(key.secret.unwrap().stored_at, None);
}

#[test]
fn what_was_edited_here_is_no_news_to_a_refresh() {
    let (inventory, connection, id) = settled_consumer_key();
    inventory
        .edit_consumer_key(id, "Rosa's plugin", Permission::Write)
        .unwrap();
    let seen = SeenConsumerKey {
        permission: Some(Permission::Write),
        ..seen_consumer_key(1, "Rosa's plugin")
    };
    let changes = inventory.record_consumer_keys(connection, true, &[seen], LATER);
    assert_eq!(changes.unwrap().unchanged, 1);
    inventory.set_permission(id, Permission::Read).unwrap();
    let key = read(&inventory, id);
    assert_eq!(key.app_name, "Rosa's plugin");
    assert_eq!(key.consumer.unwrap().permission, Some(Permission::Read));
    assert!(acts(&inventory).is_empty());
    assert_eq!(inventory.unseen_drift().unwrap(), 0);
}

#[test]
fn an_ending_finds_the_only_key_on_the_site_that_has_it() {
    let (inventory, connection) = one_site();
    let twin = |number| SeenConsumerKey {
        ending: "0000001".to_owned(),
        ..seen_consumer_key(number, "twin")
    };
    let found = |connection| {
        let found = inventory.key_by_ending(connection, "0000001").unwrap();
        found.map(|key| key.id)
    };
    assert_eq!(found(connection), None);
    let first = see_consumer_keys(&inventory, connection, &[twin(1)])[0];
    assert_eq!(found(connection), Some(first));
    let second = see_consumer_keys(&inventory, connection, &[twin(1), twin(2)])[0];
    assert_eq!(found(connection), None, "two of them");
    see_consumer_keys(&inventory, connection, &[twin(2)]);
    assert_eq!(found(connection), Some(second), "the other is gone");
    assert_eq!(found(connect(&inventory, "lyon.example")), None);
}

#[test]
fn the_whole_consumer_key_finds_it_too() {
    let (inventory, connection, id) = settled_consumer_key();
    let found = |number| {
        let found = inventory.key_by_identifier(connection, &consumer_key(number));
        found.unwrap().map(|key| key.id)
    };
    assert_eq!((found(1), found(2)), (Some(id), None));
}

#[test]
fn a_consumer_key_is_never_checked_unasked() {
    let (inventory, _, id) = settled_consumer_key();
    assert!(
        inventory
            .keys_to_check(Moment(i64::MAX))
            .unwrap()
            .is_empty()
    );
    let with_secret = inventory.keys_with_secret(None).unwrap();
    assert_eq!(with_secret, [read(&inventory, id)]);
}

#[test]
fn only_a_consumer_key_that_is_there_is_changed_as_one() {
    let (inventory, _) = one_site();
    let lyon = connect(&inventory, "lyon.example");
    let app = key(&inventory, lyon, "webshop");
    let before = read(&inventory, app);
    for id in [app, KeyId(99)] {
        for outcome in [
            inventory.set_pair(id, &consumer_key(1), &[1]),
            inventory.set_secret_lost(id, true),
            inventory.set_permission(id, Permission::Read),
            inventory.edit_consumer_key(id, "x", Permission::Read),
        ] {
            assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
        }
    }
    assert_eq!(read(&inventory, app), before);
}
