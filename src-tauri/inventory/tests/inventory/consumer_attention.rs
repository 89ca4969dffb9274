//! What needs a person of a site's keys, from what is written to what is listed.

use crate::sample::{
    LATER, NOW, ann, everything_due, read, see_consumer_keys, seen_consumer_key,
    settled_consumer_key,
};
use inventory::{
    AttentionQuery, Inventory, NEVER_USED_FOR, SeenConsumerKey, UNUSED_FOR, unused_since,
};
use keys::AttentionKind as Kind;
use keys::{
    Act, AttentionSubject, CheckResult, ConnectionId, HistoryEntry, KeyId, KeyOwner, KeyStatus,
    LastAccess, Moment, PutOff,
};

fn due_at(inventory: &Inventory, now: Moment) -> Vec<(Kind, Option<Moment>)> {
    let page = inventory.attention(&everything_due(), now).unwrap();
    page.rows
        .into_iter()
        .map(|one| (one.kind, one.since))
        .collect()
}

fn due(inventory: &Inventory) -> Vec<(Kind, Option<Moment>)> {
    due_at(inventory, LATER)
}

fn record(inventory: &Inventory, connection: ConnectionId, seen: &[SeenConsumerKey]) {
    inventory
        .record_consumer_keys(connection, true, seen, LATER)
        .unwrap();
}

fn tell(inventory: &Inventory, key: KeyId, act: Act, at: Moment) {
    let line = HistoryEntry {
        at,
        who: "ada".to_owned(),
        act,
        connection: read(inventory, key).connection,
        key: Some(key),
        store: None,
        subject: "webshop".to_owned(),
    };
    inventory.record(&line).unwrap();
}

#[test]
fn what_a_check_found_is_told_since_the_check() {
    for (result, status) in [
        (CheckResult::Works, None),
        (CheckResult::NotRecognised, Some(KeyStatus::NotRecognised)),
        (
            CheckResult::OwnerLacksRight,
            Some(KeyStatus::OwnerLacksRight),
        ),
        (CheckResult::PlainHttp, Some(KeyStatus::PlainHttp)),
        (
            CheckResult::PlainPermalinks,
            Some(KeyStatus::PlainPermalinks),
        ),
        (CheckResult::Refused, Some(KeyStatus::Refused)),
        (CheckResult::WrongInstance, Some(KeyStatus::WrongInstance)),
    ] {
        let (inventory, _, id) = settled_consumer_key();
        inventory.set_check(id, &result, Moment(1_500)).unwrap();
        assert_eq!(read(&inventory, id).check, Some((result, Moment(1_500))));
        let page = inventory.attention(&everything_due(), LATER).unwrap();
        let told: Vec<_> = page
            .rows
            .iter()
            .map(|one| (one.kind, one.status, one.since, one.store_name.as_str()))
            .collect();
        let trouble = |status| {
            (
                Kind::KeyTrouble,
                Some(status),
                Some(Moment(1_500)),
                "Rosa's shop",
            )
        };
        assert_eq!(told, Vec::from_iter(status.map(trouble)));
    }
}

#[test]
fn the_list_tells_of_deleted_owners_and_of_keys_that_are_gone() {
    let (inventory, connection, id) = settled_consumer_key();
    let orphan = SeenConsumerKey {
        owner: KeyOwner::default(),
        ..seen_consumer_key(1, "webshop")
    };
    record(&inventory, connection, &[orphan]);
    assert_eq!(due(&inventory), [(Kind::KeyTrouble, None)]);
    assert_eq!(read(&inventory, id).status(), KeyStatus::OwnerGone);
    record(&inventory, connection, &[]);
    assert_eq!(due(&inventory), [(Kind::KeyTrouble, Some(LATER))]);
}

#[test]
fn who_revoked_a_key_hears_no_more_of_it_until_it_goes_otherwise() {
    let (inventory, connection, id) = settled_consumer_key();
    record(&inventory, connection, &[]);
    tell(&inventory, id, Act::Revoked, LATER);
    assert!(due(&inventory).is_empty());
    let back =
        inventory.record_consumer_keys(connection, true, &[seen_consumer_key(1, "webshop")], LATER);
    assert_eq!(back.unwrap().back, [id]);
    let gone = Moment(LATER.0 + 1);
    inventory
        .record_consumer_keys(connection, true, &[], gone)
        .unwrap();
    assert_eq!(due(&inventory), [(Kind::KeyTrouble, Some(gone))]);
}

#[test]
fn keys_held_by_others_need_nobody_and_lost_secrets_somebody() {
    let (inventory, connection, ours) = settled_consumer_key();
    let seen = [
        seen_consumer_key(1, "webshop"),
        seen_consumer_key(2, "theirs"),
    ];
    let theirs = see_consumer_keys(&inventory, connection, &seen)[0];
    let long = Moment(NOW.0 + NEVER_USED_FOR + UNUSED_FOR);
    let aged = AttentionQuery {
        rotation_age: Some(1),
        ..everything_due()
    };
    let told = inventory.attention(&aged, long).unwrap().rows;
    let of_theirs = |subject| subject == AttentionSubject::Key(theirs);
    assert!(!told.iter().any(|one| of_theirs(one.subject)), "{told:?}");

    inventory.set_secret_lost(theirs, true).unwrap();
    inventory.set_secret_stored(ours, &[1, 1], None).unwrap();
    let missing = (Kind::SecretNotStored, None);
    assert_eq!(
        due_at(&inventory, long),
        [missing, missing],
        "and no use is missed"
    );
}

#[test]
fn a_key_made_here_is_to_be_handed_over() {
    let (inventory, _, id) = settled_consumer_key();
    tell(&inventory, id, Act::Created, NOW);
    assert_eq!(due(&inventory), [(Kind::NeverHandedOver, Some(NOW))]);
}

#[test]
fn a_key_that_nobody_uses_is_told_until_it_is_used_put_off_or_archived() {
    let (inventory, connection, id) = settled_consumer_key();
    let long = Moment(NOW.0 + NEVER_USED_FOR + 1);
    assert!(due_at(&inventory, Moment(long.0 - 1)).is_empty());
    assert_eq!(due_at(&inventory, long), [(Kind::Unused, Some(NOW))]);
    assert_eq!(unused_since(&read(&inventory, id), long), Some(NOW));

    let subject = AttentionSubject::Key(id);
    inventory
        .put_off(Kind::Unused, subject, PutOff::Forever, NOW)
        .unwrap();
    let page = inventory.attention(&everything_due(), long).unwrap();
    assert_eq!((page.total, page.put_off), (0, 1));
    inventory.take_up(Kind::Unused, subject).unwrap();
    inventory.set_archived(id, Some(NOW)).unwrap();
    assert!(due_at(&inventory, long).is_empty());
    inventory.set_archived(id, None).unwrap();

    let used = SeenConsumerKey {
        owner: ann(),
        last_access: LastAccess::new("3 novembre 2026"),
        ..seen_consumer_key(1, "webshop")
    };
    record(&inventory, connection, &[used]);
    assert!(due_at(&inventory, long).is_empty());
    let longer = Moment(LATER.0 + UNUSED_FOR + 1);
    assert_eq!(due_at(&inventory, longer), [(Kind::Unused, Some(LATER))]);

    inventory.set_secret_stored(id, &[1, 1], None).unwrap();
    let held = AttentionQuery {
        held: [id].into(),
        kind: Some(Kind::Unused),
        ..everything_due()
    };
    assert_eq!(inventory.attention(&held, longer).unwrap().total, 1);
}
