//! What needs a person, from what is written to what is listed.

use crate::sample::{
    LATER, NOW, due, everything_due, one_connection, seen_key, seen_store, settled_key,
};
use inventory::{AttentionQuery, Inventory, SeenKey};
use keys::AttentionKind as Kind;
use keys::{
    Act, Attention, AttentionSubject, Channel, CheckResult, ConnectionId, HistoryEntry, KeyId,
    KeyStatus, KeyType, Moment, NewHandover, Platform, Scope, SheetLanguage,
};

const WEEK: i64 = 7 * 24 * 3_600_000;

/// Kind and since when of what is due about a key.
fn of_key(inventory: &Inventory, id: KeyId) -> Vec<(Kind, Option<Moment>)> {
    let all = due(inventory).into_iter();
    all.filter(|one| one.subject == AttentionSubject::Key(id))
        .map(|one| (one.kind, one.since))
        .collect()
}

fn refresh(inventory: &Inventory, connection: ConnectionId, seen: &[SeenKey], at: Moment) {
    inventory.record_keys(connection, true, seen, at).unwrap();
}

fn line(connection: ConnectionId, key: KeyId, act: Act, at: Moment) -> HistoryEntry {
    HistoryEntry {
        at,
        who: "ada".to_owned(),
        act,
        connection,
        key: Some(key),
        store: None,
        subject: "webshop".to_owned(),
    }
}

fn handover(key: KeyId, person: &str) -> NewHandover {
    NewHandover {
        key,
        person: person.to_owned(),
        channel: Channel::SealedPack,
        platform: Platform::PrestaShop,
        language: SheetLanguage::It,
        fingerprint: vec![1, 1],
    }
}

#[test]
fn a_key_that_works_needs_nobody() {
    let (inventory, _, _) = settled_key();
    assert!(due(&inventory).is_empty());
}

#[test]
fn each_trouble_is_told_once_and_since_when() {
    let checked = Some(Moment(1_500));
    for (result, expected) in [
        (CheckResult::Works, None),
        (CheckResult::Refused, Some((Kind::KeyTrouble, checked))),
        (CheckResult::Replaced, Some((Kind::KeyTrouble, checked))),
        (
            CheckResult::LacksDeliveries,
            Some((Kind::KeyTrouble, checked)),
        ),
        (
            CheckResult::WrongInstance,
            Some((Kind::KeyTrouble, checked)),
        ),
        (
            CheckResult::OpensAnotherStore("Zoé".to_owned()),
            Some((Kind::KeyTrouble, checked)),
        ),
        (CheckResult::Unrestricted, Some((Kind::Unrestricted, None))),
    ] {
        let (inventory, _, id) = settled_key();
        inventory.set_check(id, &result, Moment(1_500)).unwrap();
        let expected = Vec::from_iter(expected);
        assert_eq!(of_key(&inventory, id), expected, "{result:?}");
        inventory.set_unreached(id, LATER).unwrap();
        assert_eq!(of_key(&inventory, id), expected, "not reached, {result:?}");
    }
}

#[test]
fn another_pair_on_the_server_is_told_by_its_state() {
    for (seen, status) in [
        (
            SeenKey {
                fingerprint: Some(vec![2]),
                ..seen_key(1, "webshop")
            },
            KeyStatus::RenewedElsewhere,
        ),
        (
            SeenKey {
                fingerprint: Some(vec![2]),
                ..seen_key(9, "webshop")
            },
            KeyStatus::Replaced,
        ),
        (
            SeenKey {
                key_type: KeyType::ApiKey,
                identifier: None,
                fingerprint: Some(vec![2]),
                ..seen_key(1, "webshop")
            },
            KeyStatus::Replaced,
        ),
    ] {
        let (inventory, connection, id) = settled_key();
        let seen = SeenKey {
            server_id: keys::ServerAppId(1),
            ..seen
        };
        refresh(&inventory, connection, &[seen], LATER);
        let expected = Attention {
            kind: Kind::KeyTrouble,
            subject: AttentionSubject::Key(id),
            connection,
            name: "webshop".to_owned(),
            store_name: String::new(),
            status: Some(status),
            since: Some(LATER),
            put_off: None,
        };
        assert_eq!(due(&inventory), [expected]);
        assert_eq!(inventory.key(id).unwrap().unwrap().status(), status);
    }
}

#[test]
fn a_secret_that_is_not_stored_is_told_unless_it_waits_in_memory() {
    let (inventory, _, id) = settled_key();
    inventory.set_secret_stored(id, &[1, 1], None).unwrap();
    assert_eq!(of_key(&inventory, id), [(Kind::SecretNotStored, None)]);
    let held = AttentionQuery {
        held: [id].into(),
        ..everything_due()
    };
    assert_eq!(inventory.attention(&held, LATER).unwrap().total, 0);
}

#[test]
fn gone_keys_and_keys_of_gone_stores_are_told_until_archived_or_forgotten() {
    let (inventory, connection, id) = settled_key();
    let rosa = [seen_store(1, "Rosa")];
    inventory
        .record_stores(connection, true, &rosa, NOW)
        .unwrap();
    let store = inventory.stores(None).unwrap()[0].id;
    let at_rosa = SeenKey {
        store: Some(Some(store)),
        scopes: Some(vec![]),
        ..seen_key(1, "webshop")
    };
    refresh(&inventory, connection, &[at_rosa], NOW);
    assert_eq!(of_key(&inventory, id), [(Kind::Unrestricted, None)]);
    inventory
        .record_stores(connection, true, &[], Moment(1_600))
        .unwrap();
    let trouble = |since| vec![(Kind::KeyTrouble, Some(Moment(since)))];
    assert_eq!(of_key(&inventory, id), trouble(1_600));
    refresh(&inventory, connection, &[], Moment(1_700));
    assert_eq!(of_key(&inventory, id), trouble(1_700));

    inventory.set_archived(id, Some(LATER)).unwrap();
    assert!(due(&inventory).is_empty());
    inventory.set_archived(id, None).unwrap();
    inventory.set_forgotten(id, Some(LATER)).unwrap();
    assert!(due(&inventory).is_empty());
}

#[test]
fn a_key_to_which_every_order_is_open_is_told() {
    for scope in [Scope::OrdersAll, Scope::TasksAll] {
        let (inventory, connection, id) = settled_key();
        let seen = SeenKey {
            scopes: Some(vec![Scope::Deliveries, scope]),
            ..seen_key(1, "webshop")
        };
        refresh(&inventory, connection, &[seen], NOW);
        assert_eq!(of_key(&inventory, id), [(Kind::EveryOrder, None)]);
    }
}

#[test]
fn a_key_made_here_is_to_be_handed_over_confirmed_and_renewed_when_somebody_leaves() {
    let (inventory, connection, id) = settled_key();
    let made = line(connection, id, Act::Created, Moment(1_500));
    inventory.record(&made).unwrap();
    let never = (Kind::NeverHandedOver, Some(Moment(1_500)));
    assert_eq!(of_key(&inventory, id), [never]);

    let late = Moment(LATER.0 - WEEK - 1);
    let given = inventory
        .add_handover(&handover(id, "Zoé"), "ada", late)
        .unwrap();
    assert_eq!(of_key(&inventory, id), [(Kind::NotConfirmed, Some(late))]);
    inventory.remove_handover(given, NOW).unwrap();
    assert_eq!(of_key(&inventory, id), [never]);
    inventory.restore_handover(given).unwrap();
    inventory.confirm_handover(given, Some(NOW)).unwrap();
    assert!(of_key(&inventory, id).is_empty());

    inventory
        .set_holder_left("zoe", Some(Moment(1_800)))
        .unwrap();
    let left = (Kind::HolderLeft, Some(Moment(1_800)));
    assert_eq!(of_key(&inventory, id), [left]);
    inventory.set_secret_stored(id, &[2], Some(NOW)).unwrap();
    assert!(of_key(&inventory, id).is_empty());
}

#[test]
fn an_open_rotation_is_told_of_the_key_that_goes() {
    let (inventory, _, id) = settled_key();
    let rotation = inventory
        .begin_rotation(id, Moment(1_500))
        .unwrap()
        .unwrap();
    let open = (Kind::RotationOpen, Some(Moment(1_500)));
    assert_eq!(of_key(&inventory, id), [open]);
    let mut ended = inventory.rotation(rotation).unwrap().unwrap();
    ended.ended_at = Some(LATER);
    inventory.update_rotation(&ended).unwrap();
    assert!(of_key(&inventory, id).is_empty());
}

#[test]
fn the_age_of_a_secret_is_counted_from_the_newest_line_that_tells_of_another() {
    let of_age = |inventory: &Inventory, now: i64| {
        let old = AttentionQuery {
            rotation_age: Some(1_000),
            kind: Some(Kind::Old),
            ..everything_due()
        };
        let page = inventory.attention(&old, Moment(now)).unwrap();
        page.rows.first().map(|one| one.since.unwrap().0)
    };
    for (act, counts) in [
        (Act::Created, true),
        (Act::Renewed, true),
        (Act::TookNewPair, true),
        (Act::RenewedElsewhere, true),
        (Act::ReplacedElsewhere, true),
        (Act::SeenOnServer, true),
        (Act::Imported, true),
        (Act::Checked, false),
        (Act::CopiedSecret, false),
        (Act::GoneFromServer, false),
        (Act::HandedOver, false),
    ] {
        let (inventory, connection, id) = settled_key();
        assert_eq!(of_age(&inventory, 2_000), None);
        assert_eq!(of_age(&inventory, 2_001), Some(1_000));
        let newer = line(connection, id, act, Moment(1_500));
        inventory.record(&newer).unwrap();
        inventory
            .record(&line(connection, id, act, Moment(1)))
            .unwrap();
        assert_eq!(
            of_age(&inventory, 2_400),
            (!counts).then_some(1_000),
            "{act:?}"
        );
    }
    // A key of which no line tells: since it was first seen.
    let (inventory, connection) = one_connection();
    let seen = seen_key(1, "webshop");
    inventory
        .record_created_key(connection, &seen, NOW)
        .unwrap();
    assert_eq!(of_age(&inventory, 2_001), Some(1_000));
}
