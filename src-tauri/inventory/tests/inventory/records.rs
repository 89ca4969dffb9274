//! What is kept about one key by the person or by a check, and settings.

use crate::sample::{LATER, NOW, key, one_connection};
use inventory::{Error, Inventory};
use keys::{CheckResult, KeyId, KeyStatus};

#[test]
fn every_outcome_of_a_check_comes_back() {
    let (inventory, connection) = one_connection();
    let id = key(&inventory, connection, "webshop");
    let outcomes = [
        CheckResult::Works,
        CheckResult::OpensAnotherStore("Rosa".to_owned()),
        CheckResult::LacksDeliveries,
        CheckResult::Unrestricted,
        CheckResult::Refused,
        CheckResult::Replaced,
        CheckResult::WrongInstance,
        CheckResult::NotRecognised,
        CheckResult::OwnerLacksRight,
        CheckResult::PlainHttp,
        CheckResult::PlainPermalinks,
    ];
    for outcome in outcomes {
        inventory.set_check(id, &outcome, NOW).unwrap();
        let check = inventory.key(id).unwrap().unwrap().check;
        assert_eq!(check, Some((outcome, NOW)));
    }
    inventory.clear_check(id).unwrap();
    assert_eq!(inventory.key(id).unwrap().unwrap().check, None);
}

#[test]
fn a_check_lasts_as_long_as_the_secret_it_was_of() {
    let (inventory, connection) = one_connection();
    let id = key(&inventory, connection, "webshop");
    let status = || inventory.key(id).unwrap().unwrap().status();
    inventory.set_secret_stored(id, &[1, 1], Some(NOW)).unwrap();
    inventory.set_check(id, &CheckResult::Works, NOW).unwrap();
    inventory
        .set_secret_stored(id, &[1, 1], Some(LATER))
        .unwrap();
    assert_eq!(status(), KeyStatus::Works);
    inventory
        .set_secret_stored(id, &[2, 2], Some(LATER))
        .unwrap();
    assert_eq!(status(), KeyStatus::NotChecked);
    inventory.set_secret_stored(id, &[2, 2], None).unwrap();
    assert_eq!(status(), KeyStatus::SecretMissing);
}

#[test]
fn many_secrets_are_kept_together_or_not_at_all() {
    let (inventory, connection) = one_connection();
    let ids = ["a", "b"].map(|name| key(&inventory, connection, name));
    let stored = |id| {
        let key = inventory.key(id).unwrap().unwrap();
        key.secret.unwrap().stored_at
    };
    let with_a_stranger = [
        (ids[0], vec![1, 1], Some(NOW)),
        (KeyId(99), vec![1, 1], Some(NOW)),
    ];
    let outcome = inventory.set_secrets_stored(&with_a_stranger);
    assert!(matches!(outcome, Err(Error::Missing)));
    assert_eq!(stored(ids[0]), None);
    let all = ids.map(|id| (id, vec![1, 1], Some(NOW)));
    inventory.set_secrets_stored(&all).unwrap();
    assert_eq!(ids.map(stored), [Some(NOW), Some(NOW)]);
}

#[test]
fn notes_and_local_names_come_and_go() {
    let (inventory, connection) = one_connection();
    let id = key(&inventory, connection, "webshop");
    inventory.set_note(id, "line\nline").unwrap();
    inventory.set_local_name(id, Some("Rosa")).unwrap();
    let key = inventory.key(id).unwrap().unwrap();
    assert_eq!(
        (key.note.as_str(), key.local_name.as_deref()),
        ("line\nline", Some("Rosa"))
    );
    inventory.set_note(id, "").unwrap();
    inventory.set_local_name(id, None).unwrap();
    let key = inventory.key(id).unwrap().unwrap();
    assert_eq!((key.note.as_str(), key.local_name), ("", None));
}

#[test]
fn changing_a_key_that_is_not_there_is_an_error() {
    let inventory = Inventory::in_memory().unwrap();
    let nobody = KeyId(9);
    assert_eq!(inventory.key(nobody).unwrap(), None);
    let outcomes = [
        inventory.set_note(nobody, "x"),
        inventory.set_local_name(nobody, None),
        inventory.set_check(nobody, &CheckResult::Works, NOW),
        inventory.clear_check(nobody),
        inventory.set_secret_stored(nobody, &[1], None),
        inventory.set_time_slot(keys::StoreId(9), true),
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
    }
}

#[test]
fn a_setting_is_what_it_was_last_set_to() {
    let inventory = Inventory::in_memory().unwrap();
    assert_eq!(inventory.setting("theme").unwrap(), None);
    inventory.set_setting("theme", "dark").unwrap();
    inventory.set_setting("language", "fr").unwrap();
    inventory.set_setting("theme", "").unwrap();
    assert_eq!(inventory.setting("theme").unwrap().as_deref(), Some(""));
    assert_eq!(
        inventory.setting("language").unwrap().as_deref(),
        Some("fr")
    );
}
