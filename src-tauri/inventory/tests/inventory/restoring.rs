//! Restoring: a backup takes the place of what there is, and nothing is sent twice because of it.

use crate::sample::{
    LATER, NOW, connect, consumer_key, create_key, everything, everything_due, key,
    made_consumer_key, new_site, one_connection, read, store,
};
use inventory::{Backup, BackupReason, Error, IntentAct, Inventory, NewIntent, backups};
use keys::{
    AttentionKind, AttentionSubject, Channel, ConnectionId, Draft, DraftContent, DraftId,
    DraftStore, KeyType, Made, NewHandover, Permission, Platform, PutOff, Scope, ServerAppId,
    ServerStoreId, SheetLanguage, SiteUserId,
};
use std::path::PathBuf;
use tempfile::TempDir;

fn on_disk() -> (TempDir, PathBuf, Inventory) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inventory.sqlite3");
    let inventory = Inventory::open(&path, NOW).unwrap();
    (folder, path, inventory)
}

fn back_up(inventory: &Inventory) -> Backup {
    inventory.back_up(BackupReason::ByHand, NOW).unwrap()
}

fn draft_store(inventory: &Inventory, connection: ConnectionId, name: &str) -> DraftId {
    let content = DraftContent::Store {
        values: vec![(Draft::STORE_NAME_FIELD.to_owned(), name.to_owned())],
    };
    inventory.add_draft(connection, &content, NOW).unwrap()
}

fn draft_key(inventory: &Inventory, connection: ConnectionId, store: DraftStore) -> DraftId {
    let content = DraftContent::Key {
        name: " webshop ".to_owned(),
        key_type: KeyType::ApiKey,
        scopes: vec![Scope::Tasks],
        store,
    };
    inventory.add_draft(connection, &content, NOW).unwrap()
}

fn restored_key(store: Option<ServerStoreId>) -> IntentAct {
    IntentAct::CreateKey {
        name: "webshop".to_owned(),
        key_type: KeyType::ApiKey,
        scopes: vec![Scope::Tasks],
        store,
    }
}

#[test]
fn a_site_its_keys_and_what_was_meant_with_them_are_restored() {
    let (_folder, _path, inventory) = on_disk();
    let site = inventory.add_connection(&new_site()).unwrap();
    let made = made_consumer_key(1, "webshop");
    let key = inventory
        .record_created_consumer_key(site, &made, NOW)
        .unwrap();
    let intents = [
        IntentAct::CreateConsumerKey {
            description: "second".to_owned(),
            owner: SiteUserId(2),
            permission: Permission::Read,
        },
        IntentAct::RevokeKey { key },
    ]
    .map(|act| {
        let new = NewIntent {
            connection: site,
            act,
            known: vec![1],
            at: NOW,
            draft: None,
        };
        inventory.begin_intent(&new).unwrap()
    });
    inventory
        .set_intent_pair(intents[0], Some(ServerAppId(2)), &consumer_key(2), &[5])
        .unwrap();
    let before = (
        inventory.connections().unwrap(),
        read(&inventory, key),
        inventory.open_intents().unwrap(),
    );
    let saved = back_up(&inventory);
    inventory.remove_connection(site).unwrap();
    inventory.restore(&saved.path, LATER).unwrap();
    let after = (
        inventory.connections().unwrap(),
        read(&inventory, key),
        inventory.open_intents().unwrap(),
    );
    assert_eq!(after, before);
}

#[test]
fn what_was_saved_is_listed_again_and_what_was_there_is_kept_aside() {
    let (_folder, path, inventory) = on_disk();
    let connection = connect(&inventory, "lyon.example");
    let id = key(&inventory, connection, "webshop");
    inventory.set_secret_stored(id, &[1, 1], Some(NOW)).unwrap();
    let saved = back_up(&inventory);
    inventory.set_note(id, "later").unwrap();
    key(&inventory, connection, "later");
    assert_eq!(inventory.list_keys(&everything()).unwrap().total, 2);

    inventory.restore(&saved.path, LATER).unwrap();
    let page = inventory.list_keys(&everything()).unwrap();
    assert_eq!(page.total, 1);
    assert_eq!(page.rows[0].key.note, "");
    let secret = page.rows[0].key.secret.clone().unwrap();
    assert_eq!(secret.stored_at, Some(NOW));

    let before = &backups(&path).unwrap()[0];
    assert_eq!(before.reason, BackupReason::BeforeRestore);
    inventory.restore(&before.path, LATER).unwrap();
    assert_eq!(inventory.list_keys(&everything()).unwrap().total, 2);
    drop(inventory);
    let inventory = Inventory::open(&path, LATER).unwrap();
    assert_eq!(inventory.keys(connection).unwrap()[0].note, "later");
}

#[test]
fn another_handle_lists_what_was_restored() {
    let (_folder, path, inventory) = on_disk();
    let saved = back_up(&inventory);
    let connection = connect(&inventory, "lyon.example");
    key(&inventory, connection, "webshop");
    let other = Inventory::open(&path, NOW).unwrap();
    assert_eq!(other.list_keys(&everything()).unwrap().total, 1);
    inventory.restore(&saved.path, NOW).unwrap();
    assert_eq!(other.list_keys(&everything()).unwrap().total, 0);
    connect(&other, "nantes.example");
    assert_eq!(inventory.connections().unwrap().len(), 1);
}

#[test]
fn the_oldest_backup_is_restored_although_making_room_removes_it() {
    let (_folder, path, inventory) = on_disk();
    inventory.set_setting("town", "Valmont").unwrap();
    let oldest = back_up(&inventory);
    inventory.set_setting("town", "Lyon").unwrap();
    for _ in 1..7 {
        inventory.back_up(BackupReason::ByHand, LATER).unwrap();
    }
    inventory.restore(&oldest.path, LATER).unwrap();
    let town = inventory.setting("town").unwrap();
    assert_eq!(town.as_deref(), Some("Valmont"));
    assert!(!oldest.path.exists());
    assert_eq!(backups(&path).unwrap().len(), 7);
}

#[test]
fn a_backup_that_cannot_be_restored_changes_nothing() {
    let (folder, path, inventory) = on_disk();
    inventory.set_setting("town", "Valmont").unwrap();
    let broken = folder.path().join("broken.sqlite3");
    std::fs::write(&broken, "not a database").unwrap();
    let outcome = inventory.restore(&broken, NOW);
    assert!(matches!(outcome, Err(Error::Damaged { .. })), "{outcome:?}");
    let missing = inventory.restore(&folder.path().join("missing"), NOW);
    assert!(matches!(missing, Err(Error::File { .. })), "{missing:?}");
    assert_eq!(backups(&path).unwrap(), []);
    let kept = inventory.setting("town").unwrap();
    assert_eq!(kept.as_deref(), Some("Valmont"));
}

#[test]
fn drafts_that_waited_are_looked_for_before_they_are_sent() {
    let (_folder, _, inventory) = on_disk();
    let connection = connect(&inventory, "lyon.example");
    let elsewhere = connect(&inventory, "nantes.example");
    let rosa = store(&inventory, connection, "Rosa");
    store(&inventory, elsewhere, "Elsewhere");
    let on_server = inventory.store(rosa).unwrap().unwrap().server_id;
    for name in ["a", "b"] {
        key(&inventory, connection, name);
    }
    let sent = draft_store(&inventory, connection, "Rosa");
    inventory
        .set_draft_sent(sent, Made::Store(rosa), NOW)
        .unwrap();
    let deleted = draft_store(&inventory, connection, "deleted");
    inventory.set_draft_deleted(deleted, Some(NOW)).unwrap();
    let zoe = draft_store(&inventory, connection, " Zoé ");
    let for_rosa = draft_key(&inventory, connection, DraftStore::Draft(sent));
    let for_zoe = draft_key(&inventory, connection, DraftStore::Draft(zoe));
    let direct = draft_key(&inventory, connection, DraftStore::OnServer(on_server));
    let without = draft_key(&inventory, connection, DraftStore::Without);
    let saved = back_up(&inventory);

    inventory.restore(&saved.path, LATER).unwrap();
    let open = inventory.open_intents().unwrap();
    let zoe_act = IntentAct::CreateStore {
        name: "Zoé".to_owned(),
    };
    let expected = [
        (zoe, zoe_act, vec![on_server.0]),
        (for_rosa, restored_key(Some(on_server)), vec![1, 2]),
        (for_zoe, restored_key(None), vec![1, 2]),
        (direct, restored_key(Some(on_server)), vec![1, 2]),
        (without, restored_key(None), vec![1, 2]),
    ];
    assert_eq!(open.len(), expected.len());
    for (intent, (draft, act, known)) in open.into_iter().zip(expected) {
        assert_eq!((intent.draft, intent.act), (Some(draft), act));
        assert_eq!((intent.connection, intent.known), (connection, known));
        assert_eq!((intent.at, intent.answered), (LATER, true));
        assert!(intent.candidates.is_empty());
    }
}

#[test]
fn what_was_open_stays_open_and_doubts_no_draft_twice() {
    let (_folder, _, inventory) = on_disk();
    let connection = connect(&inventory, "lyon.example");
    let draft = draft_store(&inventory, connection, "Rosa");
    let begin = |act, draft| {
        let new = NewIntent {
            connection,
            act,
            known: vec![5],
            at: NOW,
            draft,
        };
        inventory.begin_intent(&new).unwrap()
    };
    let sending = IntentAct::CreateStore {
        name: "Rosa".to_owned(),
    };
    let ids = [
        begin(create_key("webshop"), None),
        begin(sending, Some(draft)),
    ];
    let open = inventory.open_intents().unwrap();
    let saved = back_up(&inventory);
    for id in ids {
        inventory.finish_intent(id).unwrap();
    }
    inventory.restore(&saved.path, LATER).unwrap();
    assert_eq!(inventory.open_intents().unwrap(), open);
}

#[test]
fn numbers_given_since_are_never_given_again() {
    let (_folder, _, inventory) = on_disk();
    let connection = connect(&inventory, "lyon.example");
    let saved = back_up(&inventory);
    let since = key(&inventory, connection, "since");
    inventory.restore(&saved.path, LATER).unwrap();
    assert!(key(&inventory, connection, "after") > since);
}

#[test]
fn an_inventory_in_memory_is_restored_too() {
    let (_folder, _, inventory) = on_disk();
    connect(&inventory, "lyon.example");
    let saved = back_up(&inventory);
    let (other, _) = one_connection();
    connect(&other, "nantes.example");
    other.restore(&saved.path, NOW).unwrap();
    assert_eq!(other.connections().unwrap().len(), 1);
}

#[test]
fn hand_overs_rotations_and_what_was_put_off_are_restored_with_numbers_of_their_own() {
    let (_folder, _, inventory) = on_disk();
    let connection = connect(&inventory, "lyon.example");
    let id = key(&inventory, connection, "webshop");
    let told = NewHandover {
        key: id,
        person: "Rosa".to_owned(),
        channel: Channel::Qr,
        platform: Platform::Shopify,
        language: SheetLanguage::Pt,
        fingerprint: vec![1, 1],
    };
    let given = inventory.add_handover(&told, "ada", NOW).unwrap();
    inventory.set_holder_left("Rosa", Some(NOW)).unwrap();
    let rotation = inventory.begin_rotation(id, NOW).unwrap().unwrap();
    let subject = AttentionSubject::Key(id);
    let kind = AttentionKind::RotationOpen;
    inventory
        .put_off(kind, subject, PutOff::Forever, NOW)
        .unwrap();
    let read = || {
        (
            inventory.holders().unwrap(),
            inventory.open_rotations().unwrap(),
            inventory.attention(&everything_due(), NOW).unwrap(),
        )
    };
    let saved = back_up(&inventory);
    let before = read();
    assert_eq!(
        (before.0.len(), before.1.len(), before.2.put_off),
        (1, 1, 1)
    );

    inventory.take_up(kind, subject).unwrap();
    inventory.set_holder_left("Rosa", None).unwrap();
    let since = [key(&inventory, connection, "second"), id].map(|key| {
        let told = NewHandover {
            key,
            person: "Zoé".to_owned(),
            ..told.clone()
        };
        inventory.add_handover(&told, "ada", NOW).unwrap()
    });
    inventory.restore(&saved.path, LATER).unwrap();
    assert_eq!(read(), before);
    assert_eq!(inventory.rotation(rotation).unwrap().unwrap().old_key, id);
    inventory.remove_handover(given, LATER).unwrap();
    let next = inventory.add_handover(&told, "ada", LATER).unwrap();
    assert!(!since.contains(&next) && next != given);
}
