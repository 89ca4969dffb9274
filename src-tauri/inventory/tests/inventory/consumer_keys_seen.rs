//! Recording a site's list: what changed, what it means, and what is told of it.

use crate::sample::{
    LATER, NOW, acts, ann, everything, one_site, read, see_consumer_keys, seen_consumer_key,
    settled_consumer_key,
};
use inventory::{IntentAct, IntentId, Inventory, KeyChanges, NewIntent, SeenConsumerKey};
use keys::{
    Act, CheckResult, ConnectionId, ConsumerKey, Drift, Key, KeyId, KeyOwner, KeyStatus, KeyType,
    LastAccess, Made, Permission, Presence, ServerAppId, SiteUserId,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeSet;

fn record(inventory: &Inventory, connection: ConnectionId, seen: &[SeenConsumerKey]) -> KeyChanges {
    let changes = inventory.record_consumer_keys(connection, true, seen, LATER);
    changes.unwrap()
}

fn drifts(inventory: &Inventory, id: KeyId) -> Vec<Drift> {
    let rows = inventory.drifts_of_key(id).unwrap();
    rows.into_iter().map(|row| row.drift).collect()
}

fn begin(inventory: &Inventory, connection: ConnectionId, act: IntentAct) -> IntentId {
    let new = NewIntent {
        connection,
        act,
        known: vec![1],
        at: NOW,
        draft: None,
    };
    inventory.begin_intent(&new).unwrap()
}

#[test]
fn a_row_is_recorded_as_it_was_seen_under_the_name_of_its_site() {
    for owner in [
        ann(),
        KeyOwner {
            id: None,
            name: "Ann".to_owned(),
        },
        KeyOwner::default(),
    ] {
        let (inventory, connection) = one_site();
        let seen = SeenConsumerKey {
            owner,
            permission: None,
            may_change: false,
            ..seen_consumer_key(7, "")
        };
        let changes = record(&inventory, connection, std::slice::from_ref(&seen));
        let expected = Key {
            id: changes.new[0],
            connection,
            server_id: ServerAppId(7),
            app_name: String::new(),
            local_name: None,
            key_type: KeyType::Consumer,
            store: None,
            store_name: "Rosa's shop".to_owned(),
            scopes: None,
            identifier: None,
            secret: None,
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
                permission: None,
                owner: Some(seen.owner),
                ending: "0000007".to_owned(),
                last_access: Some(seen.last_access),
                last_access_since: Some(LATER),
                may_change: false,
                secret_lost: false,
            }),
        };
        assert_eq!(read(&inventory, expected.id), expected);
        assert_eq!(
            inventory.list_keys(&everything()).unwrap().rows[0].key,
            expected
        );
        assert_eq!(inventory.keys(connection).unwrap(), [expected]);
        assert_eq!(acts(&inventory), [Act::SeenOnServer]);
        assert_eq!(inventory.unseen_drift().unwrap(), 0, "the first refresh");
    }
}

#[test]
fn a_row_that_is_new_to_a_later_refresh_is_news() {
    let (inventory, connection, _) = settled_consumer_key();
    let seen = [
        seen_consumer_key(1, "webshop"),
        seen_consumer_key(2, "theirs"),
    ];
    let id = record(&inventory, connection, &seen).new[0];
    assert_eq!(drifts(&inventory, id), [Drift::New]);
    assert_eq!(read(&inventory, id).status(), KeyStatus::NotHeld);
}

#[test]
fn each_difference_is_told_as_what_it_is() {
    let same = || seen_consumer_key(1, "webshop");
    let renamed = Drift::Renamed {
        from: "webshop".to_owned(),
    };
    let allowed_more = Drift::PermissionChanged {
        from: Permission::ReadWrite,
    };
    for (seen, told, drift) in [
        (same(), vec![], vec![]),
        (
            seen_consumer_key(1, "shop"),
            vec![Act::RenamedElsewhere],
            vec![renamed],
        ),
        (
            SeenConsumerKey {
                permission: Some(Permission::Read),
                ..same()
            },
            vec![Act::PermissionChangedElsewhere],
            vec![allowed_more],
        ),
        (
            SeenConsumerKey {
                permission: None,
                owner: KeyOwner {
                    id: Some(SiteUserId(3)),
                    name: "Zoé".to_owned(),
                },
                may_change: false,
                ..same()
            },
            vec![],
            vec![],
        ),
        (
            SeenConsumerKey {
                ending: "fffffff".to_owned(),
                description: "another".to_owned(),
                permission: Some(Permission::Write),
                ..same()
            },
            vec![Act::ReplacedElsewhere],
            vec![Drift::Replaced],
        ),
    ] {
        let (inventory, connection, id) = settled_consumer_key();
        let changes = record(&inventory, connection, std::slice::from_ref(&seen));
        assert_eq!(acts(&inventory), told, "{seen:?}");
        assert_eq!(drifts(&inventory, id), drift, "{seen:?}");
        let with = |act| Vec::from_iter(told.contains(&act).then_some(id));
        let expected = KeyChanges {
            renamed: with(Act::RenamedElsewhere),
            permission_changed: with(Act::PermissionChangedElsewhere),
            replaced: with(Act::ReplacedElsewhere),
            unchanged: usize::from(told.is_empty()),
            ..KeyChanges::default()
        };
        assert_eq!(changes, expected);
        let key = read(&inventory, id);
        let consumer = key.consumer.unwrap();
        assert_eq!(key.app_name, seen.description);
        assert_eq!(consumer.owner, Some(seen.owner));
        assert_eq!(consumer.may_change, seen.may_change);
        let permission = seen.permission.unwrap_or(Permission::ReadWrite);
        assert_eq!(
            consumer.permission,
            Some(permission),
            "not shown stays known"
        );
        assert_eq!(consumer.ending, seen.ending);
    }
}

#[test]
fn another_ending_under_the_same_number_is_a_key_of_which_nothing_is_held() {
    let (inventory, connection, id) = settled_consumer_key();
    inventory.set_unreached(id, NOW).unwrap();
    inventory.set_note(id, "for Rosa's developer").unwrap();
    inventory.set_secret_lost(id, true).unwrap();
    see_consumer_keys(&inventory, connection, &[]);
    let another = SeenConsumerKey {
        ending: "fffffff".to_owned(),
        ..seen_consumer_key(1, "webshop")
    };
    let changes = record(&inventory, connection, &[another]);
    assert_eq!((changes.back, changes.replaced), (vec![id], vec![id]));
    let key = read(&inventory, id);
    assert_eq!(
        (&key.identifier, &key.secret, &key.check),
        (&None, &None, &None)
    );
    assert_eq!(key.unreached_at, None);
    assert!(!key.consumer.as_ref().unwrap().secret_lost);
    assert_eq!(
        key.consumer.as_ref().unwrap().last_access_since,
        Some(LATER)
    );
    assert_eq!(key.note, "for Rosa's developer");
    assert_eq!(key.status(), KeyStatus::NotHeld);
}

#[test]
fn a_permission_changed_back_before_anybody_looked_is_no_difference() {
    let (inventory, connection, id) = settled_consumer_key();
    let with = |permission| SeenConsumerKey {
        permission: Some(permission),
        ..seen_consumer_key(1, "webshop")
    };
    let from = Drift::PermissionChanged {
        from: Permission::ReadWrite,
    };
    for (permission, expected) in [
        (Permission::Read, vec![from.clone()]),
        (Permission::Write, vec![from]),
        (Permission::ReadWrite, vec![]),
    ] {
        let changes = record(&inventory, connection, &[with(permission)]);
        assert_eq!(changes.permission_changed, [id]);
        assert_eq!(drifts(&inventory, id), expected);
    }
    inventory.set_forgotten(id, Some(LATER)).unwrap();
    record(&inventory, connection, &[with(Permission::Read)]);
    assert!(drifts(&inventory, id).is_empty());
}

#[test]
fn the_words_of_the_last_access_are_dated_by_when_they_changed() {
    let (inventory, connection, id) = settled_consumer_key();
    let read_as = |words, at| {
        let seen = SeenConsumerKey {
            last_access: LastAccess::new(words),
            ..seen_consumer_key(1, "webshop")
        };
        let changes = inventory.record_consumer_keys(connection, true, &[seen], at);
        assert_eq!(changes.unwrap().unchanged, 1);
        read(&inventory, id).consumer.unwrap().last_access_since
    };
    assert_eq!(read_as("Unknown", LATER), Some(NOW));
    assert_eq!(read_as("November 3, 2026", LATER), Some(LATER));
    assert_eq!(read_as("November 3, 2026", NOW), Some(LATER));
}

#[test]
fn a_key_is_gone_and_back_unless_it_is_being_revoked_here() {
    for revoking in [false, true] {
        let (inventory, connection, id) = settled_consumer_key();
        if revoking {
            begin(&inventory, connection, IntentAct::RevokeKey { key: id });
        }
        assert_eq!(record(&inventory, connection, &[]).gone, [id]);
        assert_eq!(read(&inventory, id).status(), KeyStatus::Gone);
        let gone = [Act::GoneFromServer];
        assert_eq!(acts(&inventory), if revoking { &[][..] } else { &gone });
        assert_eq!(drifts(&inventory, id).is_empty(), revoking);
        assert_eq!(record(&inventory, connection, &[]), KeyChanges::default());

        let back = record(&inventory, connection, &[seen_consumer_key(1, "webshop")]);
        assert_eq!(back.back, [id]);
        assert_eq!(drifts(&inventory, id), [Drift::Back]);
        assert_eq!(read(&inventory, id).status(), KeyStatus::Works);
    }
    let (inventory, connection, id) = settled_consumer_key();
    let partial = inventory.record_consumer_keys(connection, false, &[], LATER);
    assert_eq!(partial.unwrap(), KeyChanges::default());
    assert_eq!(read(&inventory, id).presence, Presence::OnServer);
}

#[test]
fn what_an_open_creation_explains_is_left_to_who_finishes_it() {
    let (inventory, connection, _) = settled_consumer_key();
    begin(
        &inventory,
        connection,
        IntentAct::CreateConsumerKey {
            description: "second".to_owned(),
            owner: SiteUserId(2),
            permission: Permission::Read,
        },
    );
    // Number 1 was there before the question, whatever it is called now.
    let seen = [
        seen_consumer_key(1, "second"),
        seen_consumer_key(2, "second "),
        seen_consumer_key(3, "theirs"),
    ];
    let new = record(&inventory, connection, &seen).new;
    assert_eq!(acts(&inventory), [Act::RenamedElsewhere, Act::SeenOnServer]);
    assert!(drifts(&inventory, new[0]).is_empty());
    assert_eq!(drifts(&inventory, new[1]), [Drift::New]);
    let untold = inventory.untold(connection).unwrap();
    assert!(untold.contains(&(Made::Key(new[0]), 2, "second ".to_owned())));
    inventory.tell_key_seen(new[0], LATER).unwrap();
    assert_eq!(drifts(&inventory, new[0]), [Drift::New]);
    assert!(!inventory.is_made_here(Made::Key(new[0])).unwrap());
}

proptest! {
    #[test]
    fn no_key_is_ever_lost_and_a_pair_stays_with_its_ending(
        refreshes in vec((any::<bool>(), btree_map(1_i64..6, (0_i64..2, 0_usize..4), 0..5)), 1..8),
    ) {
        let (inventory, connection, ours) = settled_consumer_key();
        let mut ever = BTreeSet::from([1]);
        let mut present = ever.clone();
        for (complete, shown) in refreshes {
            let seen: Vec<SeenConsumerKey> = shown
                .iter()
                .map(|(id, (other, permission))| SeenConsumerKey {
                    ending: seen_consumer_key(id + 16 * other, "").ending,
                    permission: Permission::ALL.get(*permission).copied(),
                    ..seen_consumer_key(*id, "webshop")
                })
                .collect();
            if complete {
                present.clear();
            }
            ever.extend(shown.keys().copied());
            present.extend(shown.keys().copied());
            let held = read(&inventory, ours).identifier.is_some();
            inventory.record_consumer_keys(connection, complete, &seen, LATER).unwrap();
            let keys = inventory.keys(connection).unwrap();
            prop_assert_eq!(keys.len(), ever.len());
            for key in keys {
                prop_assert!(ever.contains(&key.server_id.0));
                let on_server = present.contains(&key.server_id.0);
                prop_assert_eq!(key.presence == Presence::OnServer, on_server);
            }
            let key = read(&inventory, ours);
            let replaced = shown.get(&1).is_some_and(|(other, _)| *other == 1);
            prop_assert_eq!(key.identifier.is_some(), held && !replaced);
            prop_assert_eq!(key.secret.is_some(), key.identifier.is_some());
            let works = key.check == Some((CheckResult::Works, NOW));
            prop_assert_eq!(works, key.identifier.is_some());
            let again = inventory.record_consumer_keys(connection, complete, &seen, LATER).unwrap();
            prop_assert_eq!(again, KeyChanges { unchanged: seen.len(), ..KeyChanges::default() });
        }
    }
}
