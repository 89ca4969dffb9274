//! Rotations: one open for each key, found by either key, and what becomes of them with their keys.

use crate::sample::{LATER, NOW, key, one_connection};
use inventory::{Error, Inventory};
use keys::{KeyId, LastAccess, Moment, Rotation, RotationId, Seen};

fn two_keys() -> (Inventory, KeyId, KeyId) {
    let (inventory, connection) = one_connection();
    let [old, new] = ["old", "new"].map(|name| key(&inventory, connection, name));
    (inventory, old, new)
}

fn begin(inventory: &Inventory, old: KeyId) -> Option<RotationId> {
    inventory.begin_rotation(old, NOW).unwrap()
}

fn read(inventory: &Inventory, id: RotationId) -> Rotation {
    inventory.rotation(id).unwrap().unwrap()
}

#[test]
fn a_rotation_is_kept_step_by_step() {
    let (inventory, old, new) = two_keys();
    let id = begin(&inventory, old).unwrap();
    let begun = Rotation {
        id,
        old_key: old,
        new_key: None,
        new_name: String::new(),
        begun_at: NOW,
        handed_over_at: None,
        delivery_before: None,
        access_before: None,
        seen_working: None,
        retired_at: None,
        ended_at: None,
    };
    assert_eq!(read(&inventory, id), begun);
    let never_and_used = (LastAccess::new(""), LastAccess::new("November 3, 2026"));
    for (seen, access_before) in [
        (Seen::Confirmed, None),
        (Seen::Delivery, None),
        (Seen::Access, Some(never_and_used)),
    ] {
        let further = Rotation {
            new_key: Some(new),
            new_name: "webshop 2".to_owned(),
            handed_over_at: Some(Moment(3)),
            delivery_before: Some(41),
            access_before,
            seen_working: Some((seen, Moment(4))),
            retired_at: Some(Moment(5)),
            ended_at: Some(Moment(6)),
            ..begun.clone()
        };
        inventory.update_rotation(&further).unwrap();
        assert_eq!(read(&inventory, id), further);
    }
    let elsewhere = Rotation {
        old_key: new,
        begun_at: LATER,
        ..begun.clone()
    };
    inventory.update_rotation(&elsewhere).unwrap();
    assert_eq!(read(&inventory, id), begun);
    let unknown = Rotation {
        id: RotationId(99),
        ..begun
    };
    let outcome = inventory.update_rotation(&unknown);
    assert!(matches!(outcome, Err(Error::Missing)));
}

#[test]
fn a_key_is_in_one_open_rotation_at_a_time() {
    let (inventory, old, new) = two_keys();
    let first = begin(&inventory, old).unwrap();
    assert_eq!(begin(&inventory, old), None);
    assert!(inventory.begin_rotation(KeyId(99), NOW).is_err());
    let of = |key| inventory.rotation_of(key).unwrap().map(|one| one.id);
    assert_eq!((of(old), of(new)), (Some(first), None));
    let mut made = read(&inventory, first);
    made.new_key = Some(new);
    inventory.update_rotation(&made).unwrap();
    assert_eq!(of(new), Some(first));
    // The new one is to be replaced itself, before the first rotation came to its end.
    let second = begin(&inventory, new).unwrap();
    assert_eq!((of(old), of(new)), (Some(first), Some(second)));
    let open = inventory.open_rotations().unwrap();
    assert_eq!(
        open.iter().map(|one| one.id).collect::<Vec<_>>(),
        [first, second]
    );

    made.ended_at = Some(LATER);
    inventory.update_rotation(&made).unwrap();
    assert_eq!((of(old), of(new)), (None, Some(second)));
    let third = begin(&inventory, old).unwrap();
    assert_eq!(of(old), Some(third));
    // Opened again, it would be the second of this key.
    made.ended_at = None;
    assert!(inventory.update_rotation(&made).is_err());
}

#[test]
fn a_rotation_goes_with_the_key_that_goes_and_waits_for_another_new_one() {
    let (inventory, old, new) = two_keys();
    let id = begin(&inventory, old).unwrap();
    let made = Rotation {
        new_key: Some(new),
        ..read(&inventory, id)
    };
    inventory.update_rotation(&made).unwrap();
    inventory.remove_key(new).unwrap();
    assert_eq!(read(&inventory, id).new_key, None);
    inventory.remove_key(old).unwrap();
    assert_eq!(inventory.rotation(id).unwrap(), None);
}
