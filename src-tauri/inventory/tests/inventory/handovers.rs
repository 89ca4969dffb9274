//! Hand-overs: one for each occasion, taken back and restored, and who holds what.

use crate::sample::{NOW, key, one_connection};
use inventory::{Error, Inventory};
use keys::{Channel, Handover, HandoverId, KeyId, Moment, NewHandover, Platform, SheetLanguage};

const MINUTE: i64 = 60_000;

fn told(key: KeyId, person: &str) -> NewHandover {
    NewHandover {
        key,
        person: person.to_owned(),
        channel: Channel::Mail,
        platform: Platform::WooCommerce,
        language: SheetLanguage::Fr,
        fingerprint: vec![1, 1],
    }
}

fn give(inventory: &Inventory, told: &NewHandover, minute: i64) -> HandoverId {
    inventory
        .add_handover(told, "ada", Moment(minute * MINUTE))
        .unwrap()
}

fn one_key() -> (Inventory, KeyId) {
    let (inventory, connection) = one_connection();
    let id = key(&inventory, connection, "webshop");
    (inventory, id)
}

#[test]
fn a_hand_over_comes_back_as_it_was_told() {
    let (inventory, key) = one_key();
    for (channel, (platform, language)) in [
        Channel::Copied,
        Channel::Mail,
        Channel::Printed,
        Channel::Pdf,
        Channel::SealedPack,
        Channel::Qr,
        Channel::Other,
    ]
    .into_iter()
    .zip(Platform::ALL.into_iter().cycle().zip(SheetLanguage::ALL))
    {
        let told = NewHandover {
            channel,
            platform,
            language,
            ..told(key, "Noël")
        };
        let id = give(&inventory, &told, 3);
        let expected = Handover {
            id,
            told,
            at: Moment(3 * MINUTE),
            who: "ada".to_owned(),
            confirmed_at: None,
        };
        assert_eq!(inventory.handover(id).unwrap(), Some(expected));
    }
    assert_eq!(inventory.handed_over().unwrap(), 7);
    assert_eq!(inventory.handovers_of(key).unwrap().len(), 7);
}

#[test]
fn told_again_within_ten_minutes_it_is_the_same() {
    let (inventory, key) = one_key();
    let first = give(&inventory, &told(key, "Noël"), 0);
    inventory.confirm_handover(first, Some(NOW)).unwrap();
    let again = NewHandover {
        platform: Platform::Curl,
        language: SheetLanguage::Ca,
        ..told(key, " noel")
    };
    assert_eq!(give(&inventory, &again, 10), first);
    let renewed = inventory.handover(first).unwrap().unwrap();
    assert_eq!((&renewed.told, renewed.at), (&again, Moment(10 * MINUTE)));
    assert_eq!(renewed.confirmed_at, Some(NOW));

    let another_secret = NewHandover {
        fingerprint: vec![2],
        ..again.clone()
    };
    assert_eq!(give(&inventory, &another_secret, 11), first);
    let renewed = inventory.handover(first).unwrap().unwrap();
    assert_eq!(renewed.confirmed_at, None);

    let another_way = NewHandover {
        channel: Channel::Printed,
        ..again.clone()
    };
    let others = [
        give(&inventory, &another_way, 11),
        give(&inventory, &told(key, "Rosa"), 11),
        give(&inventory, &again, 22),
    ];
    assert!(!others.contains(&first));
    let listed: Vec<HandoverId> = inventory
        .handovers_of(key)
        .unwrap()
        .iter()
        .map(|one| one.id)
        .collect();
    assert_eq!(listed, [others[2], others[1], others[0], first]);
}

#[test]
fn what_was_taken_back_is_nowhere_until_it_is_restored() {
    let (inventory, key) = one_key();
    let id = give(&inventory, &told(key, "Noël"), 0);
    let seen = || {
        (
            inventory.handover(id).unwrap().is_some(),
            inventory.handovers_of(key).unwrap().len(),
            inventory.holders().unwrap().len(),
            inventory.handed_over().unwrap(),
        )
    };
    inventory.remove_handover(id, NOW).unwrap();
    assert_eq!(seen(), (false, 0, 0, 0));
    let outcome = inventory.confirm_handover(id, Some(NOW));
    assert!(matches!(outcome, Err(Error::Missing)));
    assert_ne!(give(&inventory, &told(key, "Noël"), 1), id);
    inventory.restore_handover(id).unwrap();
    assert_eq!(seen(), (true, 2, 1, 2));
}

#[test]
fn hand_overs_go_with_their_key() {
    let (inventory, key) = one_key();
    let id = give(&inventory, &told(key, "Noël"), 0);
    inventory.set_forgotten(key, Some(NOW)).unwrap();
    assert!(inventory.holders().unwrap().is_empty());
    assert_eq!(inventory.handed_over().unwrap(), 0);
    inventory.set_forgotten(key, None).unwrap();
    assert_eq!(inventory.handed_over().unwrap(), 1);
    inventory.remove_key(key).unwrap();
    assert_eq!(inventory.handover(id).unwrap(), None);
    let outcome = inventory.add_handover(&told(key, "Noël"), "ada", NOW);
    assert!(outcome.is_err());
}

#[test]
fn holders_are_told_apart_by_name_but_not_by_its_spelling() {
    let (inventory, key) = one_key();
    let first = give(&inventory, &told(key, "Noël"), 0);
    let rosa = give(&inventory, &told(key, "Rosa"), 20);
    let second = give(&inventory, &told(key, "NOEL "), 40);
    inventory.set_holder_left("noel", Some(NOW)).unwrap();
    let holders = || {
        inventory
            .holders()
            .unwrap()
            .into_iter()
            .map(|holder| {
                let ids: Vec<HandoverId> = holder.handovers.iter().map(|one| one.id).collect();
                (holder.person, holder.left_at, ids)
            })
            .collect::<Vec<_>>()
    };
    let noel = ("NOEL".to_owned(), Some(NOW), vec![second, first]);
    let of_rosa = ("Rosa".to_owned(), None, vec![rosa]);
    assert_eq!(holders(), [noel, of_rosa]);
    inventory.set_holder_left("Noël", None).unwrap();
    inventory.set_holder_left("nobody", None).unwrap();
    inventory.remove_handover(second, NOW).unwrap();
    let of_rosa = ("Rosa".to_owned(), None, vec![rosa]);
    assert_eq!(holders(), [of_rosa, ("Noël".to_owned(), None, vec![first])]);
}

#[test]
fn names_of_signs_alone_are_names() {
    let (inventory, key) = one_key();
    give(&inventory, &told(key, "\u{301}"), 0);
    give(&inventory, &told(key, "\u{302}"), 0);
    assert_eq!(inventory.holders().unwrap().len(), 2);
}
