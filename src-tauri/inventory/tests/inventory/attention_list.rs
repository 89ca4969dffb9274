//! The list of what needs a person: its order, its windows, and what was put off.

use crate::sample::{
    LATER, NOW, connect, due, everything_due, one_connection, seen_key, seen_store,
};
use inventory::{AttentionQuery, Inventory, SeenKey};
use keys::AttentionKind as Kind;
use keys::{
    AttentionSubject, CheckResult, ConnectionId, DraftContent, KeyId, Moment, PutOff, Scope,
};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

/// One key for each name, all with a secret that was checked at that moment and refused.
fn refused(inventory: &Inventory, connection: ConnectionId, keys: &[(&str, i64)]) -> Vec<KeyId> {
    let seen: Vec<SeenKey> = keys
        .iter()
        .zip(1..)
        .map(|((name, _), number)| seen_key(number, name))
        .collect();
    let changes = inventory.record_keys(connection, true, &seen, NOW);
    let ids = changes.unwrap().new;
    for (id, (_, at)) in ids.iter().zip(keys) {
        inventory
            .set_secret_stored(*id, &[1, 1], Some(NOW))
            .unwrap();
        inventory
            .set_check(*id, &CheckResult::Refused, Moment(*at))
            .unwrap();
    }
    ids
}

fn names(inventory: &Inventory, query: &AttentionQuery, now: i64) -> Vec<String> {
    let page = inventory.attention(query, Moment(now)).unwrap();
    page.rows.into_iter().map(|one| one.name).collect()
}

#[test]
fn by_kind_then_since_when_then_name() {
    let (inventory, connection) = one_connection();
    let content = DraftContent::Store { values: vec![] };
    inventory
        .add_draft(connection, &content, Moment(1))
        .unwrap();
    refused(
        &inventory,
        connection,
        &[("zoe", 5), ("École", 5), ("younger", 6), ("eclair", 5)],
    );
    let missing = ["b", "À", "c"].map(|name| {
        let number = inventory.keys(connection).unwrap().len();
        let seen = seen_key(i64::try_from(number).unwrap() + 1, name);
        inventory
            .record_created_key(connection, &seen, NOW)
            .unwrap()
    });
    inventory.set_local_name(missing[2], Some("ab")).unwrap();
    let all = names(&inventory, &everything_due(), LATER.0);
    assert_eq!(
        all,
        ["eclair", "École", "zoe", "younger", "À", "ab", "b", ""]
    );
    let page = inventory.attention(&everything_due(), LATER).unwrap();
    assert_eq!(
        page.kinds,
        [
            (Kind::KeyTrouble, 4),
            (Kind::SecretNotStored, 3),
            (Kind::DraftWaiting, 1)
        ]
    );
}

#[test]
fn narrowed_to_a_kind_the_others_are_still_counted() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    refused(&inventory, lyon, &[("a", 1)]);
    refused(&inventory, nantes, &[("b", 2)]);
    let seen = seen_key(9, "c");
    inventory.record_created_key(nantes, &seen, NOW).unwrap();
    let query = AttentionQuery {
        connection: Some(nantes),
        kind: Some(Kind::SecretNotStored),
        ..everything_due()
    };
    let page = inventory.attention(&query, LATER).unwrap();
    assert_eq!((page.total, page.rows[0].name.as_str()), (1, "c"));
    assert_eq!(
        page.kinds,
        [(Kind::KeyTrouble, 1), (Kind::SecretNotStored, 1)]
    );
    assert_eq!(inventory.attention_count(&query, LATER).unwrap(), 1);
}

#[test]
fn what_was_put_off_comes_back_when_its_time_is_over() {
    let (inventory, connection) = one_connection();
    let ids = refused(&inventory, connection, &[("a", 1), ("b", 2), ("c", 3)]);
    let [a, b, _] = [0, 1, 2].map(|place| AttentionSubject::Key(ids[place]));
    let put_off = |subject, how| {
        inventory
            .put_off(Kind::KeyTrouble, subject, how, NOW)
            .unwrap();
    };
    put_off(a, PutOff::Until(Moment(50)));
    put_off(b, PutOff::Until(Moment(40)));
    put_off(b, PutOff::Forever);
    let off = AttentionQuery {
        put_off: true,
        ..everything_due()
    };
    let seen = |now| {
        let counted = inventory.attention_count(&everything_due(), Moment(now));
        let page = inventory.attention(&everything_due(), Moment(now)).unwrap();
        assert_eq!(counted.unwrap(), page.total);
        assert_eq!(page.kinds, [(Kind::KeyTrouble, page.total)]);
        (
            names(&inventory, &everything_due(), now),
            names(&inventory, &off, now),
            page.put_off,
        )
    };
    let texts = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(seen(49), (texts(&["c"]), texts(&["a", "b"]), 2));
    let rows = inventory.attention(&off, Moment(49)).unwrap().rows;
    let how: Vec<_> = rows.iter().map(|one| one.put_off).collect();
    assert_eq!(
        how,
        [Some(PutOff::Until(Moment(50))), Some(PutOff::Forever)]
    );
    assert_eq!(seen(50), (texts(&["a", "c"]), texts(&["b"]), 1));
    inventory.take_up(Kind::Old, b).unwrap();
    assert_eq!(seen(50).2, 1);
    inventory.take_up(Kind::KeyTrouble, b).unwrap();
    inventory.take_up(Kind::KeyTrouble, b).unwrap();
    assert_eq!(seen(50), (texts(&["a", "b", "c"]), texts(&[]), 0));
}

#[test]
fn every_kind_is_put_off_by_itself_and_every_subject() {
    let (inventory, connection) = one_connection();
    inventory.set_refreshed(connection, NOW).unwrap();
    let content = DraftContent::Store { values: vec![] };
    inventory.add_draft(connection, &content, NOW).unwrap();
    let store = [seen_store(1, "Rosa")];
    inventory
        .record_stores(connection, true, &store, NOW)
        .unwrap();
    let seen = SeenKey {
        scopes: Some(vec![]),
        ..seen_key(1, "webshop")
    };
    inventory
        .record_keys(connection, true, &[seen], NOW)
        .unwrap();
    // All three have the number 1.
    let mut left = due(&inventory);
    assert_eq!(left.len(), 4);
    while let Some(one) = left.pop() {
        inventory
            .put_off(one.kind, one.subject, PutOff::Forever, NOW)
            .unwrap();
        assert_eq!(due(&inventory), left);
    }
}

#[test]
fn every_kind_can_be_put_off() {
    let (inventory, _) = one_connection();
    let subject = AttentionSubject::Key(KeyId(1));
    for kind in [
        Kind::KeyTrouble,
        Kind::SecretNotStored,
        Kind::Unrestricted,
        Kind::EveryOrder,
        Kind::HolderLeft,
        Kind::RotationOpen,
        Kind::NeverHandedOver,
        Kind::NotConfirmed,
        Kind::Old,
        Kind::NoTimeSlot,
        Kind::StoreWithoutKey,
        Kind::DraftWaiting,
    ] {
        inventory
            .put_off(kind, subject, PutOff::Forever, NOW)
            .unwrap();
    }
    assert_eq!(
        inventory.attention(&everything_due(), NOW).unwrap().put_off,
        0
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn windows_put_together_are_the_whole_list_and_what_is_counted(
        parts in vec(("[aàB]{0,2}", 0_i64..4, 0..4_u8, any::<bool>()), 1..25),
        off in vec((0_usize..60, any::<bool>(), 0_i64..200), 0..12),
        limit in 1_usize..7,
        put_off in any::<bool>(),
        kind in proptest::option::of(0_usize..4),
        only_first in any::<bool>(),
        now in 0_i64..3_000,
    ) {
        let (inventory, lyon) = one_connection();
        let nantes = connect(&inventory, "nantes.example");
        for connection in [lyon, nantes] {
            inventory.set_refreshed(connection, NOW).unwrap();
            let stores = [seen_store(1, "Rosa"), seen_store(2, "Zoé")];
            inventory.record_stores(connection, true, &stores, NOW).unwrap();
            let seen: Vec<SeenKey> = parts.iter().zip(1..).map(|((name, _, scopes, _), id)| SeenKey {
                scopes: [None, Some(vec![]), Some(vec![Scope::TasksAll]), Some(vec![Scope::Tasks])]
                    [usize::from(*scopes)].clone(),
                ..seen_key(id, name)
            }).collect();
            inventory.record_keys(connection, true, &seen, NOW).unwrap();
            for (key, (_, at, _, stored)) in inventory.keys(connection).unwrap().iter().zip(&parts) {
                inventory.set_secret_stored(key.id, &[1, 1], stored.then_some(NOW)).unwrap();
                inventory.set_check(key.id, &CheckResult::Refused, Moment(*at)).unwrap();
            }
        }
        let aged = AttentionQuery { rotation_age: Some(500), ..everything_due() };
        let due = inventory.attention(&aged, Moment(now)).unwrap().rows;
        for (place, forever, until) in off {
            if let Some(one) = due.get(place) {
                let how = if forever { PutOff::Forever } else { PutOff::Until(Moment(until)) };
                inventory.put_off(one.kind, one.subject, how, NOW).unwrap();
            }
        }
        let kinds = [Kind::KeyTrouble, Kind::Unrestricted, Kind::Old, Kind::StoreWithoutKey];
        let query = AttentionQuery {
            connection: only_first.then_some(lyon),
            kind: kind.map(|kind| kinds[kind]),
            put_off,
            ..aged.clone()
        };
        let now = Moment(now);
        let whole = inventory.attention(&query, now).unwrap();
        prop_assert_eq!(whole.rows.len(), whole.total);
        prop_assert_eq!(inventory.attention_count(&query, now).unwrap(), whole.total);
        let mut joined = Vec::new();
        while joined.len() < whole.total {
            let window = AttentionQuery { offset: joined.len(), limit, ..query.clone() };
            let page = inventory.attention(&window, now).unwrap();
            prop_assert_eq!(
                (page.total, &page.kinds, page.put_off),
                (whole.total, &whole.kinds, whole.put_off)
            );
            joined.extend(page.rows);
        }
        prop_assert_eq!(&joined, &whole.rows);
        for one in &joined {
            prop_assert_eq!(one.put_off.is_some(), put_off);
            prop_assert!(query.connection.is_none_or(|id| id == one.connection));
            prop_assert!(query.kind.is_none_or(|kind| kind == one.kind));
        }
        // The kinds are counted whatever kind was asked for.
        let all = AttentionQuery { kind: None, put_off: false, ..query.clone() };
        let counted: usize = whole.kinds.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(inventory.attention_count(&all, now).unwrap(), counted);
        let off = AttentionQuery { put_off: true, ..all };
        prop_assert_eq!(inventory.attention_count(&off, now).unwrap(), whole.put_off);
    }
}
